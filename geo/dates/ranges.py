"""Ranges: their second ends ("Nov. 20-22", "1939-45") and the days between both ends."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.dates.almanac import Point
from geo.dates.reading import Reading, of_point

if TYPE_CHECKING:
    from geo.model import When

_DASH = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"\s?[-–—]\s?|\s+(?:to|through|until|till|into|up\s+to)\s+(?:the\s+)?")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_DAY = re.compile(
    r"([12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%:]|[.,/-]\d)(?:,?\s(\d{4})(?!\w))?"
)
_YEAR = re.compile(r"\d\d(?![\w%]|[.,:]\d)")
_LONGEST = 12
"""Most characters between the two ends of a range."""
_CENTURY = 100


def second_end(text: str, end: int, start: int, first: Reading) -> tuple[int, Reading] | None:
    """Read a bare number as the second end of a range, or as a further day of a list.

    Parameters
    ----------
    text : str
    end, start : int
        Where the first end ends, and where the number begins.
    first : Reading
        Of the first end.

    Returns
    -------
    (int, Reading) or None
        Where the number ends, and what it means.
    """
    between = text[end:start]
    point = first.point
    if point is None or len(between) > _LONGEST:
        return None
    if point.day is not None and (_TO.fullmatch(between) or _AND.fullmatch(between)):
        found = _further_day(text, start, point)
    elif point.month is None and _DASH.fullmatch(between):
        found = _later_year(text, start, point)
    else:
        return None
    if found is None:
        return None
    reading = of_point(found[1], first.anchor)
    return (found[0], reading) if reading else None


def _further_day(text: str, start: int, first: Point) -> tuple[int, Point] | None:
    match = _DAY.match(text, start)
    if match is None or _A_MONTH.match(text, match.end(), match.end() + _LONGEST):
        return None
    day = int(match.group(1))
    year = int(match.group(2)) if match.group(2) else first.year
    if first.day is None or day <= first.day:
        return None
    return match.end(), Point(year, first.month, day)


def _later_year(text: str, start: int, first: Point) -> tuple[int, Point] | None:
    match = _YEAR.match(text, start)
    if match is None or first.year < 1:
        return None
    year = first.year - first.year % _CENTURY + int(match.group())
    return (match.end(), Point(year)) if year > first.year else None


_A_MONTH = re.compile(
    r"\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\s[a-z]+s\b|\s?[-–]\s?[a-z]"
)


def joined(text: str, whens: list[When]) -> list[When]:
    """Give both ends of every range the days of the whole."""
    out = list(whens)
    for at in range(len(out) - 1):
        one, two = out[at], out[at + 1]
        between = text[one.end : two.start]
        if len(between) > _LONGEST or one.first is None or two.last is None or one.type == "SET":
            continue
        opens = _BETWEEN.search(text[max(0, one.start - 14) : one.start])
        linked = _TO.fullmatch(between) or (opens and _AND.fullmatch(between))
        if linked and "DURATION" not in {one.type, two.type} and one.first <= two.last:
            out[at] = replace(one, last=max(two.last, one.first))
            out[at + 1] = replace(two, first=one.first)
    return out
