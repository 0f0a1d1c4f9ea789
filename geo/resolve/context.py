"""What the whole document says about where it plays: countries, divisions, sure places."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from geo.gazetteer import Gazetteer, Role
from geo.resolve.readings import WIDE, lead
from geo.sphere import distance_km
from geo.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.model import Document, Place
    from geo.resolve.mentions import Name
    from geo.resolve.readings import Reading

_NEAR_KM = 150.0
_LEAST_NEAR = 0.2
"""Of the weight of a place at no distance; about 240 km."""
_NEAR_DEGREES = 2.2
"""Farther north or south than this nothing is near."""
_MOST_ANCHORS = 200
"""So many sure places, those named most, speak for what is near them."""


class Context:
    """What the whole document says about where it plays."""

    def __init__(self, document: Document, names: list[Name], gazetteer: Gazetteer) -> None:
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        """By name key, for which countries its mentions speak, by ISO code; "" for demonyms."""
        self._called: dict[str, str] = {}
        """By ISO code, the names of the countries that the text itself speaks of."""
        self._towns: dict[str, dict[str, str]] = defaultdict(dict)
        """By ISO code, the sure names within a country: key and as written."""
        self._divisions: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
        """By country and admin1, the keys of the names that may mean the division."""
        for place, times in _demonyms(document, gazetteer):
            self._votes[""][place.country or ""] += times
            self._called[place.country or ""] = place.name
        for name in names:
            if name.readings:
                self._hear(name)
        self._all: Counter[str] = Counter()
        for votes in self._votes.values():
            self._all.update(votes)
        self._total = self._all.total()

    def _hear(self, name: Name) -> None:
        """Take what a name speaks for."""
        place = name.best.place
        if place.country and place.kind == "A.PCLI":
            self._votes[name.key][place.country] += 2 * name.mentions
            self._called[place.country] = place.name
        elif place.country and lead(name.readings) > 1.0:
            self._votes[name.key][place.country] += name.mentions
            self._towns[place.country].setdefault(name.key, name.toponym.text)
        for reading in name.readings[:3]:
            if reading.place.kind == "A.ADM1":
                self._divisions[reading.place.country, reading.place.admin1].add(name.key)

    def weigh(self, key: str, reading: Reading) -> None:
        """Let what is said beside a name speak for one of its readings.

        A name is no witness for itself: "Tripoli" alone would always speak for Libya,
        and a town for the division that bears its name.
        """
        place = reading.place
        country = place.country or ""
        own = self._votes.get(key, Counter())
        said = self._all[country] - own[country]
        if said > 0 and place.kind != "A.PCLI":
            # The first mention says most; ten times as many say twice as much.
            share = said / (self._total - own.total())
            reading.add(1.0 + 2.5 * share, self._witness(country, key))
        witnesses = self._divisions.get((place.country, place.admin1), set())
        if place.admin1 and place.kind[0] != "A" and any(each != key for each in witnesses):
            reading.add(0.8, f"the text names {place.admin1}")

    def _witness(self, country: str, key: str) -> str:
        """Say what speaks for a country: its name, or else another name within it."""
        if country in self._called:
            return f"the text speaks of {self._called[country]}"
        written = next(text for other, text in self._towns[country].items() if other != key)
        return f"“{written}” lies in the same country"


def _demonyms(document: Document, gazetteer: Gazetteer) -> Iterator[tuple[Place, int]]:
    """Yield the countries of demonyms ("Syrian") in the title and the text, and how often."""
    written = Counter(
        word.key
        for word in words(f"{document.title or ''}\n{document.text}")
        if not word.text[:1].islower()
    )
    for key, times in written.items():
        for match in gazetteer.by_key(key):
            if match.role is Role.DEMONYM and match.place.country:
                yield match.place, times


class Anchors:
    """The places that are sure already, from south to north; names near them gain."""

    def __init__(self, names: list[Name]) -> None:
        mentions: Counter[str] = Counter()
        sure: dict[str, Place] = {}
        for name in names:
            mentions[name.key] += name.mentions
            if name.readings and lead(name.readings) > 1.0 and name.best.place.kind not in WIDE:
                sure[name.key] = name.best.place
        most = sorted(sure, key=lambda key: -mentions[key])[:_MOST_ANCHORS]
        self._places = sorted(((sure[key], key) for key in most), key=lambda each: each[0].lat)
        self._lats = [place.lat for place, _ in self._places]
        self._known: dict[tuple[str, str], tuple[float, str]] = {}

    def weigh(self, key: str, reading: Reading) -> None:
        """Let the nearest sure place of another name speak for a reading."""
        asked = key, reading.place.id
        if asked not in self._known:
            self._known[asked] = self._nearest(key, reading.place)
        near, name = self._known[asked]
        if near > _LEAST_NEAR:
            reading.add(1.5 * near, f"it is near {name}")

    def _nearest(self, key: str, place: Place) -> tuple[float, str]:
        """Give the weight (0 to 1) and the name of the nearest one."""
        if place.kind in WIDE:
            return 0.0, ""
        first = bisect_left(self._lats, place.lat - _NEAR_DEGREES)
        last = bisect_right(self._lats, place.lat + _NEAR_DEGREES)
        # A name is no witness for itself here either.
        others = (
            (distance_km(place.lat, place.lon, other.lat, other.lon), other.name)
            for other, named in self._places[first:last]
            if named != key and other.id != place.id
        )
        away, name = min(others, default=(math.inf, ""))
        return math.exp(-away / _NEAR_KM), name
