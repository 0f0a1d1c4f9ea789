"""Hours of a day that the words beside them name: "3 p.m. Friday", "Friday at 3 p.m."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.dates.reading import Found

_HOUR = re.compile(r"T\d\d:\d\d$")
_DAY_FOLLOWS = re.compile(r"(?:,?\s(?:(?:GMT|UTC|EST|EDT|local\stime),?\s)?(on\s)?)")
_DAY_BEFORE = re.compile(
    r",?\s(?:(?:at|around|about|by|from|until|before|after|shortly\safter)\s)?"
)
_TO = re.compile(r"\s?[-–—]\s?|\s(?:to|and|until|till|through)\s")
_WITH_DAY = "clock of a day"
_LENGTH = len("2020-03-02")


def dated(text: str, found: list[Found]) -> list[Found]:
    """Give hours the day that is named right beside them, and join "3 p.m. Friday".

    Parameters
    ----------
    text : str
    found : list of Found
        In order.

    Returns
    -------
    list of Found
    """
    out: list[Found] = []
    before: Found | None = None
    for each in found:
        if before and each.rule == "clock" and _named(before):
            beside = _DAY_BEFORE.fullmatch(text[before.end : each.start])
            out.append(_on(each, before) if beside else each)
        elif before and before.rule == "clock" and _named(each):
            with_day = _with_day(text, before, each)
            if len(out) > 1 and out[-2].rule == "clock" and with_day[0] != before:
                # "9 a.m. to 2 p.m. May 16"
                between = text[out[-2].end : before.start]
                out[-2] = _on(out[-2], each) if _TO.fullmatch(between) else out[-2]
            out[-1:] = with_day
        else:
            out.append(each)
        before = out[-1]
    return out


def _with_day(text: str, hour: Found, day: Found) -> list[Found]:
    """Give an hour and the day behind it: as one if only white space is between."""
    link = None
    if _HOUR.search(hour.reading.value):
        link = _DAY_FOLLOWS.fullmatch(text[hour.end : day.start])
    if link is None:
        return [hour, day]
    told = _on(hour, day)
    if link.group(1):
        return [told, day]
    reading = told.reading._replace(context=day.reading.context)
    return [told._replace(end=day.end, rule=_WITH_DAY, reading=reading)]


def _named(found: Found) -> bool:
    reading = found.reading
    return reading.precision == "day" and reading.type == "DATE" and found.rule != "clock"


def _on(hour: Found, day: Found) -> Found:
    told = _HOUR.search(hour.reading.value)
    named = day.reading
    value = named.value[:_LENGTH] + (told.group() if told else "")
    reading = hour.reading._replace(value=value, days=named.days, anchor=named.anchor)
    return hour._replace(reading=reading)
