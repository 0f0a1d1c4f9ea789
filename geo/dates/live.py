"""Hours at which the entries of a live report begin: "14:20 A drone has hit a motorcycle"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.dates.reading import Found, Reading, Scene, Story, Style, published_on

if TYPE_CHECKING:
    from datetime import date

LIVE = "hour of a live report"
_FEWEST = 3
"""So many entries begin with an hour in a report that is written as things happen."""
_ENTRY = re.compile(
    r"^[ \t]{0,4}(?P<hour>(?:[01]?\d|2[0-3])[:h][0-5]\d"
    r"(?: ?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|BST|CET|EST|EDT)(?!\w))?)(?=\s|\s?[–—:|-]\s|$)",
    re.MULTILINE,
)


def entries(text: str, found: list[Found], published: date | None, style: Style) -> list[Found]:
    """Give the hours that begin the entries of a live report the day on which it appeared.

    Parameters
    ----------
    text : str
    found : list of Found
        In order.
    published : datetime.date or None
    style : Style

    Returns
    -------
    list of Found
        In order; as it was where a text is no live report.
    """
    hours = [] if published is None else list(_ENTRY.finditer(text))
    if published is None or len({hour["hour"] for hour in hours}) < _FEWEST:
        return found
    told = published_on(published)
    scene = Scene(published, Story(), style)
    ends = {hour.start("hour"): hour.end("hour") for hour in hours}
    kept = [each for each in found if each.start not in ends]
    for start, end in ends.items():
        reading = Reading(published.isoformat(), (published, published), "day", told)
        kept.append(Found(start, end, LIVE, "clock", reading, scene))
    return sorted(kept, key=lambda each: each.start)
