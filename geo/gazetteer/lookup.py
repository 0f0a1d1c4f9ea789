"""The gazetteer as the rest of the package sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from geo.gazetteer import store
from geo.gazetteer.bearers import Bearers, Codes, bearers
from geo.gazetteer.index import Index
from geo.gazetteer.record import Role
from geo.gazetteer.spelling import (
    FUZZY_ENOUGH,
    LOOSE_ENOUGH,
    LOOSE_ENOUGH_IF_SHORT,
    SHORTEST_FUZZY,
    SHORTEST_LOOSE,
    loose_key,
    neighbours,
    other_article,
    sound,
    writes_no_vowels,
)
from geo.model import Place
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from geo.gazetteer.writer import Progress

LONGEST_NAME = 8
"""Longer names, in words, are found when asked for, but not looked for in a text."""

EXACT, LOOSE, FUZZY = "exact", "loose", "fuzzy"
"""How a name was found: by its key, by its consonants, as a misspelling."""

_LONG = 6
"""Letters from which a name tells enough to be taken more loosely."""
_ACROSS_SCRIPTS = 80.0
"""Likeness of names in two scripts that have the same consonants."""
_SLACK = 30.0
"""By how much another spelling may look less alike than it sounds."""
_OTHER_ALPHABET = 10.0
"""What a transcription of the name costs."""
_LONGEST_KEY = 80
"""A longer text is no misspelt name; its neighbours would grow with the square of it."""
_MOST_NAMES = 12
"""So many of the likest spellings are considered."""
_MOST_COMPARED = 4000
"""So many names with the same consonants are compared; more would take too long."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place that bears the name that was asked for."""

    place: Place
    role: Role
    """How the name stands for the place."""
    how: str = EXACT
    """``exact``, ``loose`` or ``fuzzy``."""
    likeness: float = 100.0
    """How alike the name in the gazetteer sounds, from 0 to 100."""


class Gazetteer:
    """Places by name, from memory-mapped indexes on disk.

    Open it with :meth:`open`. It is read-only, safe to share between threads, and
    cheap to open in each process.

    Examples
    --------
    >>> gazetteer = Gazetteer.open()
    >>> gazetteer.find("Hmeimim")[0].place.kind
    'S.AIRB'
    """

    def __init__(self, layers: list[Index]) -> None:
        self._layers = layers
        # Reports repeat their places; most look-ups are of a few hundred names.
        self._cached = lru_cache(maxsize=20_000)(self._matches)
        self._all_of = lru_cache(maxsize=20_000)(self._bearers)
        self._codes = Codes()

    @classmethod
    def open(cls, *, cache: Path | None = None, progress: Progress | None = None) -> Gazetteer:
        """Open the index of the installed sources, and the layers added to it.

        Parameters
        ----------
        cache : pathlib.Path, optional
            Folder of built indexes; the user's cache folder by default. The default
            index is built there on first use.
        progress : callable, optional
            Called while building with what is being done and the share done (0–1).

        Returns
        -------
        Gazetteer

        Raises
        ------
        GazetteerError
            If a source is missing or faulty, or the index cannot be written.
        """
        folders = [*store.layers(cache), store.ensure(cache, progress=progress)]
        return cls([Index(folder) for folder in folders])

    @property
    def folder(self) -> Path:
        """Where the default index lies."""
        return self._layers[-1].folder

    @property
    def layers(self) -> tuple[dict[str, Any], ...]:
        """What each layer was built from: counts, source versions, attribution."""
        return tuple({"folder": str(layer.folder), **layer.info} for layer in self._layers)

    def __len__(self) -> int:
        """Give the number of places in all layers."""
        return sum(len(layer) for layer in self._layers)

    def find(self, name: str, *, countries: Collection[str] = ()) -> tuple[Match, ...]:
        """Give every place that bears a name, in any spelling with the same key.

        Parameters
        ----------
        name : str
            In any script, with or without marks and articles' variants.
        countries : collection of str, optional
            ISO 3166-1 alpha-2 codes; if there are any, only places there count.

        Returns
        -------
        tuple of Match
            In the order of the layers, not of likelihood. Empty if no place bears the
            name.
        """
        return _within(countries, self.by_key(name_key(name)))

    def by_key(self, key: str) -> tuple[Match, ...]:
        """As :meth:`find`, for a key made by :func:`geo.text.name_key`."""
        return self._cached(key)

    def bearers(self, key: str, *, demonym: bool = False) -> Bearers | None:
        """Give the places that a name means in a text, side by side in arrays.

        Parameters
        ----------
        key : str
            As :func:`geo.text.name_key` gives it.
        demonym : bool, optional
            Whether only places count that have the name as an adjective.

        Returns
        -------
        Bearers or None
            Without those that it is only a code of: a code is found when asked for; in a
            text it is another word. None if there is no place left.
        """
        return self._all_of(key, demonym)

    def side_by_side(self, key: str, matches: Sequence[Match]) -> Bearers:
        """Lay some places that were found under a name side by side, as :meth:`bearers` does."""
        return bearers(key, [(match.place, match.role) for match in matches], self._codes)

    def search(
        self, name: str, *, countries: Collection[str] = (), misspelt: bool = True
    ) -> tuple[Match, ...]:
        """Give the places that bear a name, or else the likest names.

        Exact names first; if there are none, transliterations with the same
        consonants; if there are none, names one consonant away.

        Parameters
        ----------
        name : str
        countries : collection of str, optional
            ISO 3166-1 alpha-2 codes; if there are any, only places there count.
        misspelt : bool, default True
            Whether names one consonant away count, which is by far the dearest to look for.

        Returns
        -------
        tuple of Match
            :attr:`Match.how` tells how they were found; the likest first.
        """
        key = name_key(name)
        for found in self._steps(key, misspelt=misspelt):
            if within := _within(countries, found):
                return within
        return ()

    def reverse(self, lat: float, lon: float, *, classes: str = "P") -> tuple[Place, float] | None:
        """Give the nearest place and its distance.

        Parameters
        ----------
        lat, lon : float
            WGS 84 degrees.
        classes : str, optional
            GeoNames feature classes that count, such as "PS"; towns by default.

        Returns
        -------
        (Place, float) or None
            The distance in kilometres. None if nothing is within about 1,700 km.
        """
        found = [
            (*nearest, layer)
            for layer in self._layers
            if (nearest := layer.nearest(lat, lon, classes=classes)) is not None
        ]
        if not found:
            return None
        distance, number, layer = min(found, key=lambda each: each[0])
        return layer.place(number), distance

    def largest(
        self, west: float, south: float, east: float, north: float, *, count: int
    ) -> list[Place]:
        """Give the most populous settlements in a box, the largest first.

        Parameters
        ----------
        west, south, east, north : float
            WGS 84 degrees.
        count : int
            How many at most.
        """
        places = [
            layer.place(number)
            for layer in self._layers
            for number in layer.largest(west, south, east, north, count)
        ]
        return sorted(places, key=lambda place: -place.population)[:count]

    def prefixes(self, key: str) -> list[str]:
        """Give the keys of names that `key` begins with, whole words, shortest first."""
        if len(self._layers) == 1:
            return self._layers[0].prefixes(key)
        found = {prefix for layer in self._layers for prefix in layer.prefixes(key)}
        return sorted(found, key=len)

    def _steps(self, key: str, *, misspelt: bool) -> Iterator[tuple[Match, ...]]:
        """Yield what bears a name, each time taken more loosely; most stop at the first."""
        yield self.by_key(key)
        if len(key) > _LONGEST_KEY:
            return
        loose, heard = loose_key(key), sound(key)
        if not loose or len(heard) < SHORTEST_LOOSE:
            return
        yield self._ranked(dict.fromkeys(self._spellings(loose, heard), 100.0), LOOSE)
        enough = LOOSE_ENOUGH if len(heard) >= _LONG else LOOSE_ENOUGH_IF_SHORT
        yield self._alike(key, [loose], enough, LOOSE)
        if misspelt and len(heard) >= SHORTEST_FUZZY:
            known = max(layer.known(loose) for layer in self._layers)
            near = list(dict.fromkeys(neighbours(loose, known)))
            yield self._alike(key, near, FUZZY_ENOUGH, FUZZY)

    def _spellings(self, loose: str, heard: str) -> Iterator[str]:
        """Yield the name keys that sound just so."""
        for layer in self._layers:
            for _, key in layer.loosely(loose, heard):
                yield key

    def _alike(self, key: str, mates: list[str], enough: float, how: str) -> tuple[Match, ...]:
        """Give the places whose names are alike, of those with one of some loose keys."""
        heard, bare = sound(key), writes_no_vowels(key)
        names: dict[str, float] = {}
        pairs = (pair for mate in mates for layer in self._layers for pair in layer.loosely(mate))
        for other, name in islice(pairs, _MOST_COMPARED):
            if bare != writes_no_vowels(name):
                alike = _ACROSS_SCRIPTS  # the consonants have to do
            else:
                alike = fuzz.ratio(heard, other, score_cutoff=enough)
                if alike:
                    alike = _as_written(alike, key, name, how)
            if alike >= enough:
                names[name] = max(alike, names.get(name, 0.0))
        return self._ranked(names, how)

    def _ranked(self, names: dict[str, float], how: str) -> tuple[Match, ...]:
        found: dict[str, Match] = {}
        for name in sorted(names, key=lambda name: (-names[name], name))[:_MOST_NAMES]:
            for match in self.by_key(name):
                alike = Match(match.place, match.role, how, names[name])
                found.setdefault(match.place.id, alike)
        return tuple(found.values())

    def _bearers(self, key: str, demonym: bool) -> Bearers | None:  # noqa: FBT001  (a key of a cache)
        matches = self.by_key(key)
        if demonym:
            found = [match for match in matches if match.role is Role.DEMONYM]
        else:
            found = [match for match in matches if match.role is not Role.CODE]
        return self.side_by_side(key, found) if found else None

    def _matches(self, key: str) -> tuple[Match, ...]:
        found = self._standing(key)
        others = self._standing(other_article(key))
        # Whatever place is called so, an adjective takes the article of its noun.
        known = {match.place.id for match in found}
        more = (match for match in others if not found or match.role is Role.DEMONYM)
        return found + tuple(match for match in more if match.place.id not in known)

    def _standing(self, key: str) -> tuple[Match, ...]:
        if not key:
            return ()
        found: dict[str, Match] = {}
        for layer in self._layers:
            for number, role in sorted(layer.postings(key)):
                place = layer.place(number)
                found.setdefault(place.id, Match(place, role))
        return tuple(found.values())


def _as_written(alike: float, key: str, name: str, how: str) -> float:
    """Weigh how alike two names sound with how alike they are written."""
    if key.isascii() != name.isascii():
        return alike - _OTHER_ALPHABET
    if not key.isascii():
        return alike
    written = fuzz.ratio(key, name)
    return min(alike, written if how == FUZZY else written + _SLACK)


def _within(countries: Collection[str], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    if not countries:
        return matches
    return tuple(match for match in matches if match.place.country in countries)
