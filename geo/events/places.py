"""The known places of a text, each with how it stands in its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.events.stances import ACTS, OWNS, PLAIN, WEAKER, Stance
from geo.model import Resolution
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Place

_CAPITAL_PEOPLE = 500_000
"""From this size on a city may speak for its state."""
_BEFORE = 100
_BEHIND = 60
"""How many characters around a name are looked at."""

_ALSO = re.compile(
    r"\s*(?:,|,?\s+and|\s+or|,?\s+as\s+well\s+as)\s+(?:the\s+)?(?:nearby\s+|neighbou?ring\s+)?",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:,[^.\n—–]{1,30})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:[—–:]|--? )")


_RULES = re.compile(
    r"\b(?:leaders?|presidents?|(?:foreign\s+)?ministers?|kings?|rulers?|ambassadors?|diplomats|envoys"
    r"|representatives|delegations?|governments?|armies|army|citizens|nationals)\s+(?:of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a country that is not where something happens."""
_ROAD = re.compile(r"[ -](?:express|high|motor|free|rail)(?:way|road)\b|[ -]road\b", re.IGNORECASE)
"""Behind a place that a road is named for."""
_COUNTRIES = frozenset({"A.PCLI", "L.CONT"})
_FINENESS = {"A.PCLI": 0, "L.CONT": 0, "A.ADM1": 2, "A.ADM2": 3, "P": 5, "S": 5, "T": 4, "L": 4}
"""By kind, or by its feature class; others give 1."""
TOWN = _FINENESS["P"]
"""The fineness of towns and sites."""


@dataclass(frozen=True, slots=True)
class Located:
    """A resolved mention, with how it stands in its sentence."""

    resolution: Resolution
    start: int
    end: int
    stance: Stance
    dateline: bool = False
    """Whether it is where the report was written: "BEIRUT (AP) — "."""

    @property
    def fineness(self) -> int:
        """How finely it places an event: 0 for countries, 5 for towns and sites."""
        return fineness(self.resolution.place) if self.resolution.place else 1


def locate(text: str, resolutions: Sequence[Resolution]) -> list[Located]:
    """Say how each resolved place of a document stands; open names and adjectives are left out.

    Parameters
    ----------
    text : str
        Of the document.
    resolutions : sequence of Resolution
        In order.

    Returns
    -------
    list of Located
        In order.
    """
    found: list[Located] = []
    for resolution in resolutions:
        if resolution.place is not None and not resolution.toponym.demonym:
            start, end = resolution.toponym.start, resolution.toponym.end
            stance = _stance(text, resolution, found[-1] if found else None)
            dateline = not found and _is_dateline(text, start, end)
            found.append(Located(resolution, start, end, stance, dateline))
    return found


def fineness(place: Place) -> int:
    """Give how finely a place puts an event: 0 for countries, 5 for towns and sites."""
    return _FINENESS[place.kind] if place.kind in _FINENESS else _FINENESS.get(place.kind[:1], 1)


def inside(inner: Place, outer: Place) -> bool:
    """Tell whether one place is a part of another: a town of its province or country."""
    if inner == outer or inner.country != outer.country:
        return False
    if outer.kind in _COUNTRIES:
        return fineness(inner) > 0
    if outer.kind == "A.ADM1" and inner.admin1 and outer.admin1:
        return inner.admin1 == outer.admin1 and fineness(inner) > fineness(outer)
    apart = distance_km(inner.lat, inner.lon, outer.lat, outer.lon)
    return inner.radius_km < outer.radius_km and apart <= outer.radius_km


def lies_in(inner: Located, outer: Located) -> bool:
    """Tell whether one named place is a part of another."""
    small, large = inner.resolution.place, outer.resolution.place
    return small is not None and large is not None and inside(small, large)


def _stance(text: str, resolution: Resolution, earlier: Located | None) -> Stance:
    start, end = resolution.toponym.start, resolution.toponym.end
    if resolution.toponym.metonymic:
        return Stance.ELSEWHERE
    if earlier and _is_owned(text, resolution, earlier):
        # "bombed Syria's Idlib": what is said of the whole is meant of the part.
        start, earlier = earlier.start, None
    if _is_dateline(text, start, end):
        return Stance.ELSEWHERE
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    if resolution.place and resolution.place.kind in _COUNTRIES and _RULES.search(before):
        return Stance.ELSEWHERE
    said = PLAIN.stance(before, behind)
    if said is Stance.STATED and _ROAD.match(behind):
        return Stance.OPEN
    if said is None and earlier and _ALSO.fullmatch(text, earlier.end, start):
        said = earlier.stance
    if said is None:
        said = WEAKER.stance(before, behind)
    return _by_kind(resolution.place, behind) if said is None else said


def _by_kind(place: Place | None, behind: str) -> Stance:
    """Judge a name of whose place no words tell: countries act, and so may capitals."""
    if place is None or place.kind in _COUNTRIES:
        return Stance.ELSEWHERE
    speaks = place.population > _CAPITAL_PEOPLE or place.kind == "P.PPLC"
    return Stance.ELSEWHERE if speaks and ACTS.match(behind) else Stance.OPEN


def _is_dateline(text: str, start: int, end: int) -> bool:
    opens = not text[max(0, start - _BEFORE) : start].rpartition("\n")[2].strip()
    return opens and _DATELINE.match(text, end) is not None


def _is_owned(text: str, resolution: Resolution, earlier: Located) -> bool:
    """Tell whether a place is written as its country's or its division's: "Syria's Idlib"."""
    if not OWNS.fullmatch(text, earlier.end, resolution.toponym.start):
        return False
    place, whole = resolution.place, earlier.resolution.place
    return place is not None and whole is not None and place.country == whole.country
