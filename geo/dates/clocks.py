"""Hours of a day that the words beside them name: "3 p.m. Friday", "Friday at 3 p.m."."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model import When

_HOUR = re.compile(r"T\d\d:\d\d$")
_DAY_FOLLOWS = re.compile(r"(?:,?\s(?:(?:GMT|UTC|EST|EDT|local\stime),?\s)?(on\s)?)")
_DAY_BEFORE = re.compile(r",?\s(?:(?:at|around|about|by|from|until|before|after|shortly\safter)\s)?")
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
        if out and when.rule == "clock" and _named(out[-1]):
            between = text[out[-1].end : when.start]
            if _DAY_BEFORE.fullmatch(between):
                when = _on(when, out[-1])  # noqa: PLW2901  (the same hour, of a known day)
        elif out and out[-1].rule == "clock" and _HOUR.search(out[-1].value) and _named(when):
            link = _DAY_FOLLOWS.fullmatch(text[out[-1].end : when.start])
            if link:
                hour = _on(out.pop(), when)
                if not link.group(1):
                    when = replace(  # noqa: PLW2901  (one expression of both)
                        hour, end=when.end, text=hour.text + text[hour.end : when.start] + when.text,
                        role=when.role,
                    )  # fmt: skip
                else:
                    out.append(hour)
        out.append(when)
    return out


def _named(when: When) -> bool:
    return when.precision == "day" and when.type == "DATE" and when.rule != "clock"


def _on(hour: When, day: When) -> When:
    told = _HOUR.search(hour.value)
    value = day.value[:_LENGTH] + (told.group() if told else "")
    return replace(hour, value=value, first=day.first, last=day.last, anchor=day.anchor)
