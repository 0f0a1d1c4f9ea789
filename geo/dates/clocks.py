"""Hours of a day that the words beside them name: "3 p.m. Friday", "Friday at 3 p.m."."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model import When

_HOUR = re.compile(r"T\d\d:\d\d$")
_DAY_FOLLOWS = re.compile(r"(?:,?\s(?:(?:GMT|UTC|EST|EDT|local\stime),?\s)?(on\s)?)")
_DAY_BEFORE = re.compile(
    r",?\s(?:(?:at|around|about|by|from|until|before|after|shortly\safter)\s)?"
)
_LENGTH = len("2020-03-02")


def dated(text: str, whens: list[When]) -> list[When]:
    """Give hours the day that is named right beside them, and join "3 p.m. Friday".

    Parameters
    ----------
    text : str
    whens : list of When
        In order.

    Returns
    -------
    list of When
    """
    out: list[When] = []
    for when in whens:
        before = out[-1] if out else None
        if before and when.rule == "clock" and _named(before):
            beside = _DAY_BEFORE.fullmatch(text[before.end : when.start])
            out.append(_on(when, before) if beside else when)
        elif before and before.rule == "clock" and _named(when):
            out[-1:] = _with_day(text, before, when)
        else:
            out.append(when)
    return out


def _with_day(text: str, hour: When, day: When) -> list[When]:
    """Give an hour and the day behind it: as one if only white space is between."""
    between = text[hour.end : day.start]
    link = _DAY_FOLLOWS.fullmatch(between) if _HOUR.search(hour.value) else None
    if link is None:
        return [hour, day]
    told = _on(hour, day)
    if link.group(1):
        return [told, day]
    return [replace(told, end=day.end, text=hour.text + between + day.text, role=day.role)]


def _named(when: When) -> bool:
    return when.precision == "day" and when.type == "DATE" and when.rule != "clock"


def _on(hour: When, day: When) -> When:
    told = _HOUR.search(hour.value)
    value = day.value[:_LENGTH] + (told.group() if told else "")
    return replace(hour, value=value, first=day.first, last=day.last, anchor=day.anchor)
