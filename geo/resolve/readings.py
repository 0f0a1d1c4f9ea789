"""What a name may mean, and how often each of its places is meant by it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.gazetteer import EXACT, Match, Role
from geo.model import Place
from geo.sphere import distance_km
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDE = frozenset({"A.PCLI", "L.CONT"})
_SAME_PLACE_KM = 10.0
"""Readings closer than this tell the same story and do not compete."""
_MOST_READINGS = 60
_DECISIVE = 2.0
"""So many times the people of all that bear a name as their own make another's name theirs."""
_ROLE_COST = {
    Role.PRIMARY: 0.0,
    Role.SHORT: 0.3,
    Role.ALTERNATE: 2.0,
    Role.CODE: 2.0,
    Role.DEMONYM: 3.0,
}
_CLEAR_ALTERNATE_COST = 0.8
"""Of another name where it can hardly be taken for its bearers' own."""
_CUT_NAME_COST = 0.3
"""Of the head of a town's own name: "Newcastle" for "Newcastle upon Tyne"."""


@dataclass(slots=True)
class Reading:
    """One place that a name may mean, with what speaks for it."""

    place: Place
    role: Role
    score: float
    why: list[str] = field(default_factory=list)
    how: str = EXACT
    """How the name was found in the gazetteer."""

    def add(self, score: float, why: str) -> None:
        """Let something speak for it."""
        self.score += score
        self.why.append(why)


def readings_of(key: str, matches: Iterable[Match]) -> list[Reading]:
    """Give the readings of a name by what is usually meant, the likeliest first."""
    meant = [match for match in matches if match.role is not Role.DEMONYM]
    people = max(
        (match.place.population for match in meant if match.role is Role.PRIMARY), default=0
    )
    found = [
        Reading(
            match.place, match.role, _prior(match.place) - _cost(key, match, people), how=match.how
        )
        for match in meant
    ]
    found.sort(key=lambda reading: (-reading.score, reading.place.id))
    return found[:_MOST_READINGS]


def _cost(key: str, match: Match, people: int) -> float:
    """Give what a name costs its place; `people` live in the largest that is really called so."""
    place = match.place
    if match.how != EXACT:
        return _CLEAR_ALTERNATE_COST + (100.0 - match.likeness) / 10.0
    if match.role is Role.ALTERNATE:
        whole = name_key(place.name)
        # "Mexico City" has its second word to be told from Mexico.
        if whole.startswith(f"{key} ") and place.kind[0] == "P" and whole != f"{key} city":
            return _CUT_NAME_COST
        if place.population >= _DECISIVE * people:
            return _CLEAR_ALTERNATE_COST
    return _ROLE_COST[match.role]


def _prior(place: Place) -> float:
    """Weigh how often a place is meant by its name, all else unknown."""
    # GeoNames knows no population of many a chief town; it is then taken for a small one.
    people = math.log10(place.population or 3000)
    # One's own places are meant before all others.
    curated = {"dl": 1.0, "own": 4.0}.get(place.id.partition(":")[0], 0.0)
    by_kind = {
        "A.PCLI": 9.0,
        "A.ADM1": 2.5 + 0.5 * people + curated,
        "A.ADM2": 0.5 + 0.5 * people,
        "L.CONT": 8.0,
        "S.AIRP": 2.5 + curated,
        "S.AIRB": 2.5 + curated,
    }
    if place.kind in by_kind:
        return by_kind[place.kind]
    if place.kind[0] == "P":
        return people + curated + (1.0 if place.kind == "P.PPLC" else 0.0)
    return 5.0 + curated


def lead(readings: Sequence[Reading]) -> float:
    """Give how far the best reading is ahead of the next one that lies elsewhere."""
    ranked = sorted(readings, key=lambda reading: -reading.score)
    best = ranked[0]
    rival = next((each for each in ranked[1:] if not same_story(each.place, best.place)), None)
    return math.inf if rival is None else best.score - rival.score


def same_story(a: Place, b: Place) -> bool:
    """Tell whether two places would put an event at the same point, or nearly."""
    if distance_km(a.lat, a.lon, b.lat, b.lon) <= _SAME_PLACE_KM:
        return True
    # A town and the division named after it are one story at two scales.
    return a.country == b.country and a.admin1 == b.admin1 and "A.ADM1" in {a.kind, b.kind}


def contains(parent: Place, place: Place) -> bool:
    """Tell whether a country or division holds a place."""
    if parent.id == place.id:
        return False
    if parent.kind == "A.PCLI":
        return parent.country == place.country and place.kind != "A.PCLI"
    if parent.kind in {"A.ADM1", "A.ADM2"} and place.kind not in {"A.PCLI", "A.ADM1"}:
        if parent.country != place.country or parent.admin1 != place.admin1:
            return False
        return parent.kind == "A.ADM1" or parent.admin2 == place.admin2
    return False
