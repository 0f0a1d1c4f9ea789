"""Ranges: their second ends ("Nov. 20-22", "1939-45") and the days between both ends."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.dates.almanac import Point, moved, point_of
from geo.dates.reading import TEXT, of_point
from geo.dates.words import MONTHS, TURKISH_MONTHS, either

if TYPE_CHECKING:
    from geo.dates.almanac import Days
    from geo.dates.reading import Found, Reading

_DASH = re.compile(r"\s?[-–—]\s?|/")
_TO = re.compile(
    r"\s?[-–—]\s?|/|\s+(?:to|through|until|till|into|up\s+to|الى|حتى|ile)\s+(?:the\s+)?"
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?|\sو")
_BETWEEN = re.compile(r"\b(?:between\s+(?:the\s+)?|بين\s)$", re.IGNORECASE)
_DAY = re.compile(
    r"([12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%:]|[.,/-]\d)(?:,?\s(\d{4})(?!\w))?"
)
_YEAR = re.compile(r"\d\d(?![\w%]|[.,:]\d)")
_LIST = re.compile(
    r",\s\d\d?(?:st|nd|rd|th)?(?:,\s\d\d?(?:st|nd|rd|th)?){0,4},?\sand\s\d\d?(?![\w%:,]|\s[a-z]+s\b)"
)
"""The further days of "Feb. 20, 21 and 23"."""
_LONGEST = 12
"""Most characters between the two ends of a range."""
LOOK_AHEAD = 40
"""How many characters from the second end on are looked at."""
_OPENING = len("between") + 7
"""How far before a range its "between" may begin."""
_CENTURY = 100


@lru_cache(maxsize=1024)
def second_end(between: str, following: str, first: Reading) -> tuple[int, Reading] | None:
    """Read a bare number as the second end of a range, or as a further day of a list.

    Parameters
    ----------
    between : str
        What stands between the first end and the number.
    following : str
        The text from the number on, at least :data:`LOOK_AHEAD` characters of it.
    first : Reading
        Of the first end.

    Returns
    -------
    (int, Reading) or None
        How long the number is, and what it means.
    """
    point = first.point
    if point is None:
        return None
    if point.day is not None and (link(between) or _LIST.match(between + following)):
        found = _further_day(following, point)
    elif point.month is None and _DASH.fullmatch(between):
        found = _later_year(following, point)
    else:
        return None
    if found is None:
        return None
    reading = of_point(found[1], first.anchor, context=first.context)
    return (found[0], reading) if reading else None


def _further_day(text: str, first: Point) -> tuple[int, Point] | None:
    match = _DAY.match(text)
    if match is None or _A_MONTH.match(text, match.end(), match.end() + 2 * _LONGEST):
        return None
    day = int(match.group(1))
    year = int(match.group(2)) if match.group(2) else first.year
    if first.day is None or day <= first.day:
        return None
    return match.end(), Point(year, first.month, day)


def _later_year(text: str, first: Point) -> tuple[int, Point] | None:
    match = _YEAR.match(text)
    if match is None or first.year < 1:
        return None
    year = first.year - first.year % _CENTURY + int(match.group())
    return (match.end(), Point(year)) if year > first.year else None


_OTHER_MONTHS = either(name for name in MONTHS if not name.isascii() or name in TURKISH_MONTHS)
_A_MONTH = re.compile(
    rf"\s(?:من\s)?(?:شهر\s)?(?i:{_OTHER_MONTHS})|"
    r"\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|\s(?!(?:was|is|has|as|this)\b)[a-z]+s\b|\s?[-–]\s?[a-z]"
)


def in_order(text: str, found: list[Found]) -> list[Found]:
    """Let the second end of a range come after the first: "April 4 through Jan. 2".

    Only an end that was counted from another day is moved, a weekday by a week and a day
    or month without a year by a year. What has happened does not end after the day of
    writing: "ran from Monday through Saturday", told on a Monday, began a week before.
    """
    out = list(found)
    for at in range(1, len(out)):
        one, two = out[at - 1], out[at]
        first, last = one.reading.days, two.reading.days
        if not (first and last and last[1] < first[0] and _linked(text, one, two)):
            continue
        later = _moved(two, 1)
        published = two.scene.published
        if published and later.days and later.days[0] > published and two.scene.past:
            out[at - 1] = one._replace(reading=_moved(one, -1))
        else:
            out[at] = two._replace(reading=later)
    return out


def _moved(found: Found, steps: int) -> Reading:
    """Move a weekday by weeks, or a day or month without a year by years."""
    reading, point = found.reading, found.reading.point
    if point is None or reading.anchor == TEXT or found.scene.style.narrative:
        return reading
    other: Point | None = None
    if found.reader == "weekday" and point.whole:
        day = moved(point.whole, "week", steps)
        other = point_of(day) if day else None
    elif found.reader in {"day", "month"}:
        other = point._replace(year=point.year + steps)
    whole = of_point(other, reading.anchor, context=reading.context) if other else None
    if whole is None:
        return reading
    code = reading.value[len(point.value) :]
    return whole._replace(value=whole.value + code, type=reading.type)


def days_of(text: str, found: list[Found]) -> list[Days | None]:
    """Give the days of each expression; both ends of a range have those of the whole.

    Parameters
    ----------
    text : str
    found : list of Found
        In order.

    Returns
    -------
    list of (date, date) or None
        First and last day of each.
    """
    days = [each.reading.days for each in found]
    first = 0
    for at in range(1, len(found) + 1):
        if at < len(found) and _goes_on(text, found[at - 1], found[at], days[first]):
            continue
        begin, end = days[first], days[at - 1]
        if at - first > 1 and begin and end:
            days[first:at] = [(begin[0], end[1])] * (at - first)
        first = at
    return days


def _goes_on(text: str, one: Found, two: Found, begins: Days | None) -> bool:
    """Tell whether a range that began on some days goes on from one expression to another."""
    if not _linked(text, one, two):
        return False
    days, ends = one.reading.days, two.reading.days
    if begins is None or days is None or ends is None or ends[1] < max(begins[0], days[0]):
        return False
    return one.reading.type != "SET" and "DURATION" not in {one.reading.type, two.reading.type}


def _linked(text: str, one: Found, two: Found) -> bool:
    how = link(text[one.end : two.start])
    if how != "and":
        return how == "to"
    return bool(_BETWEEN.search(text[max(0, one.start - _OPENING) : one.start]))


@lru_cache(maxsize=1024)
def link(between: str) -> str:
    """Tell how two ends are linked: "to", "and", or not ("")."""
    if len(between) > _LONGEST:
        return ""
    return "to" if _TO.fullmatch(between) else "and" if _AND.fullmatch(between) else ""
