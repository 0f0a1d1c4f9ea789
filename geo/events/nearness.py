"""How far from a named place an event may lie: "near Saraqib" is not Saraqib."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model import Event

NEAR_KM = 10.0
"""What "near" is taken to mean where no distance is told."""
_KM_PER_MILE = 1.609

_OF_A_PLACE = r"(?:(?:the|a)\s+)?(?:(?:[\w-]+\s+){0,3}(?:city|town|village|camp|district)\s+of\s+)?"
_FAR = re.compile(
    r"\b(\d{1,3}(?:\.\d)?)\s*-?\s*(km|kilomet(?:er|re)s?|miles?)\s+(?:\([^)]{1,20}\)\s+)?"
    r"(?:(?:(?:to\s+the\s+)?(?:north|south|east|west)[-\w]*)\s+)?(?:of|from|outside|away\s+from)\s+"
    rf"{_OF_A_PLACE}$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:near|outside|close\s+to|not\s+far\s+from|around|beyond|"
    r"(?:on|at|in)\s+the\s+(?:[\w-]+\s+)?(?:outskirts|edges?|vicinity|countryside|suburbs)\s+of|"
    r"(?:north|south|east|west)[-\w]*\s+of)\s+"
    rf"{_OF_A_PLACE}$",
    re.IGNORECASE,
)
_BEFORE = 90
"""Letters before a name that may say how it stands to it."""


def near_km(event: Event) -> float | None:
    """Give how far from the named place the event may lie, in km; None if it is the place.

    Only the words right before the name in the event's quote count: "near", "outside",
    "on the outskirts of", "north of", "12 km from".
    """
    end = event.resolution.toponym.start - event.quote_start
    if not 0 < end <= len(event.quote):
        return None
    before = event.quote[max(0, end - _BEFORE) : end]
    if told := _FAR.search(before):
        unit = _KM_PER_MILE if told[2].lower().startswith("mile") else 1.0
        return round(float(told[1]) * unit, 1)
    return NEAR_KM if _NEAR.search(before) else None
