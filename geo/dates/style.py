"""What holds for the whole of a text: story or news, ancient or not, the order of numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from geo.dates.almanac import Point
from geo.dates.reading import Style
from geo.dates.words import MONTHS

if TYPE_CHECKING:
    from datetime import date

# What a pattern begins with decides how fast it is searched for: no look behind comes first.
_YEAR = re.compile(r"(?:1\d\d\d|20\d\d)(?<![\w.,$€£]....)(?![\w%]|[.,]\d)")
_BEFORE_CHRIST = re.compile(r"\d\s(?:BC|B\.C\.?|BCE)")
_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,?\s\d"
    r"|,?\s[A-Z][a-z]+\s\d)|(?:last|this|next)\s(?:week|month|night|year))\b"
)
_NUMERIC = re.compile(r"(?<![\w/.-])(\d\d?)[/.-](\d\d?)[/.-](?:19|20)\d\d(?![\w/-])")
_DATED = re.compile(
    r"(?:\b(?P<month>(?:Jan|Febr|Sept|Octo|Nov|Dec)[a-z]+|March|April|May|June|July|August)"
    r"(?:\s\d\d?(?:st|nd|rd|th)?)?,?\s(?:of\s)?)?(?<![\w.,$€£])(?P<year>1\d\d\d|20\d\d)(?![\w%]|[.,]\d)"
)
_MONTHS = {name: number for name, number in MONTHS.items() if len(name) == len("jan")}
_MONTHS["may"] = 5
_REACH = 1000
"""How many characters ahead a story looks for a date with its year."""
_FAR = 2
"""Years before the publication from which a year is no news."""
_MOSTLY = 0.6
"""What share of the years of a story is far."""
_DEICTIC_WEIGHT = 10
"""How many dates outweigh one word like "yesterday"."""
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_MANY = 3
"""How many years a text has to name to be a story, if it has a publication date."""
_MONTHS_OF_YEAR = 12


def style_of(text: str, published: date | None, order: str | None) -> Style:
    """Judge a text by the years and the words like "yesterday" that it holds.

    Parameters
    ----------
    text : str
    published : date or None
    order : str or None
        "dmy" or "mdy" where the caller knows it; else a date in the text that can be
        read in one way only tells for all.
    """
    years = [int(year) for year in _YEAR.findall(text)]
    ancient = len(_BEFORE_CHRIST.findall(text))
    deictic = len(_DEICTIC.findall(text))
    named = len(years) + ancient
    if published is None:
        narrative = named > 0 and 2 * deictic <= named
    else:
        # News tells of days by their weekdays, a history by their months.
        dates = named + len(_MONTH.findall(text))
        far = ancient + sum(published.year - year >= _FAR for year in years)
        old = named >= _MANY and far >= _MOSTLY * named
        narrative = old and dates >= max(2 * _MANY, _DEICTIC_WEIGHT * deictic)
    return Style(
        narrative=narrative,
        ancient=ancient >= _MANY and 4 * ancient >= len(years),
        order=order or _order(text),
        years=(min(years), max(years)) if years else None,
    )


class Dated:
    """The dates of a text that name their year, to be looked up by place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = list(_DATED.finditer(text))
        self._starts = [match.start() for match in self._found]

    def after(self, offset: int) -> Point | None:
        """Give the next one behind an offset in the same paragraph, or None."""
        at = bisect_right(self._starts, offset)
        if at == len(self._starts) or self._starts[at] - offset > _REACH:
            return None
        if "\n\n" in self._text[offset : self._starts[at]]:
            return None
        month, year = self._found[at].group("month", "year")
        return Point(int(year), _MONTHS.get((month or "")[:3].lower()))


def _order(text: str) -> str | None:
    seen = set()
    for one, two in _NUMERIC.findall(text):
        if int(one) > _MONTHS_OF_YEAR >= int(two):
            seen.add("dmy")
        elif int(two) > _MONTHS_OF_YEAR >= int(one):
            seen.add("mdy")
    return seen.pop() if len(seen) == 1 else None
