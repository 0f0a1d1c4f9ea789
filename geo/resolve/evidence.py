"""What speaks for each place that a name may mean, as numbers that a linear model weighs.

Some of it is known of the place alone (:func:`prior`), some is said at a mention
(:func:`told`), and some comes from what the document's other names may mean
(:class:`Chorus`): they speak for countries, divisions and places near by, each with the
share of belief that its own readings have. A name is no witness for itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.gazetteer import TOWNS, Bearers, Role, Sort, among
from geo.resolve.mentions import DIVISIONS, NATURAL
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.resolve.mentions import Name

Array = np.ndarray[Any, Any]

OF_PLACE = (
    *(sort.name.lower() for sort in Sort),
    "town: people", "town: people unknown", "division: people", "district: people",
    *(f"name is {role.name.lower()}" for role in Role if role is not Role.PRIMARY),
    "name is the one shown", "another name is the beginning of a town's",
    "another name is of a far larger place", "another name of a town: people", "noted",
    "the user's own", "in a country that speaks English",
)  # fmt: skip
"""Features of a place and its name, the same in every document. People are counted as the
logarithm to base 10; where they are not known, as of a small town."""
OF_MENTION = (
    "called a town and is one", "called a division and is one",
    "called a division and is of the first order", "called by its nature and is that",
    "called an airport and is one", "called something and is a country",
    "lies in the parent beside it", "lies in a parent beside the name elsewhere",
    "stands for a government and is a country or capital",
    "in the country of the source", "named in the source's address",
)  # fmt: skip
OF_DOCUMENT = (
    "share of names in its country", "names in its country", "a country named beside others",
    "names in a country that may be meant", "its country is named",
    "share of the countries named", "share of names in its division",
    "names in its division", "its division is named", "names in its district", "names near it",
)  # fmt: skip
"""Features of a place in a document; "names" stands for the logarithm of their number."""

ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
_SMALL_TOWN = 3.5
_FAR_LARGER = 0.3
"""Twice as many people as the largest place that is really called so."""
NEAR_KM = 120.0
"""Distance at which a place speaks for another with a third (1/e) of its weight."""
_EARTH_KM = 6371.0088
_MOST_ANCHORS = 200
"""So many readings speak for what is near them, those named most."""
_FAINT = 0.02
"""Readings less likely than this at first sight speak for nothing near them."""
_DIVISION_NEAR = 0.3
"""A division's point says little about what is near."""
_ONE_SORT, _ONE_ROLE = np.eye(len(Sort)), np.eye(len(Role))[:, 1:]
_DIVISION, _DISTRICT = int(Sort.DIVISION), int(Sort.DISTRICT)
_PRIMARY, _ALTERNATE = int(Role.PRIMARY), int(Role.ALTERNATE)
_GOVERNS = among(Sort.COUNTRY, Sort.CAPITAL)
_WIDE = among(Sort.COUNTRY, Sort.CONTINENT)
_FLOOR = 0.1
"""What stands in for no name at all, before the logarithm."""


@lru_cache(maxsize=20_000)
def prior(bearers: Bearers) -> Array:
    """As :func:`of_places`, remembered: the names of reports come again."""
    return of_places(bearers)


def of_places(bearers: Bearers) -> Array:
    """Give :data:`OF_PLACE` for each place of a name, shape (n, number of features)."""
    sorts, roles = bearers.sorts, bearers.roles
    people = np.where(bearers.people > 0, bearers.people, _SMALL_TOWN)
    town, other = TOWNS[sorts], roles == _ALTERNATE
    called_so = bearers.people[roles == _PRIMARY].max(initial=0.0)
    # "Mexico City" has its second word to be told from Mexico.
    cut = [
        begins and name_key(place.name) != f"{bearers.key} city"
        for place, begins in zip(bearers.places, bearers.begins, strict=True)
    ]
    english = [place.country in ENGLISH for place in bearers.places]
    found = np.zeros((len(sorts), len(OF_PLACE)))
    found[:, : len(Sort)] = _ONE_SORT[sorts]
    found[:, len(Sort) + 4 : len(Sort) + 3 + len(Role)] = _ONE_ROLE[roles]
    people_of = (
        people * town, town & (bearers.people == 0),
        people * (sorts == _DIVISION), people * (sorts == _DISTRICT),
    )  # fmt: skip
    of_name = (
        bearers.own, other & town & cut,
        other & (bearers.people >= called_so + _FAR_LARGER) & (bearers.people > 0),
        people * (other & town), bearers.noted,
        [place.id.startswith("own:") for place in bearers.places], english,
    )  # fmt: skip
    for at, column in enumerate(people_of, start=len(Sort)):
        found[:, at] = column
    for at, column in enumerate(of_name, start=len(Sort) + 3 + len(Role)):
        found[:, at] = column
    return found


def told(name: Name, elsewhere: Array, home: Home) -> Array:
    """Give :data:`OF_MENTION` for each place of a name, shape (n, number of features).

    Parameters
    ----------
    name : Name
    elsewhere : numpy.ndarray of bool, shape (n,)
        Which places lie in a parent that some mention of the name has beside it.
    home : Home
    """
    sorts, called = name.bearers.sorts, name.told.called
    town, division = TOWNS[sorts], DIVISIONS[sorts]
    columns = np.zeros((len(sorts), len(OF_MENTION)))
    if called:
        columns[:, 0] = town if called == "town" else 0
        columns[:, 1] = division if called == "division" else 0
        columns[:, 2] = sorts == Sort.DIVISION if called == "division" else 0
        columns[:, 3] = NATURAL[sorts] if called == "nature" else 0
        columns[:, 4] = sorts == Sort.AIRPORT if called == "airport" else 0
        columns[:, 5] = sorts == Sort.COUNTRY
    columns[:, 6], columns[:, 7] = name.parent, elsewhere
    if name.told.metonymic:
        columns[:, 8] = _GOVERNS[sorts]
    if home.country:
        columns[:, 9] = [place.country == home.country for place in name.bearers.places]
    if home.names(name.told.key):
        columns[:, 10] = town
    return columns


class Home:
    """Where a source is at home, as far as its address tells.

    Parameters
    ----------
    source : str or None
        A host name, such as "richmond-gazette.co.uk"; anything else tells nothing.
    """

    _LAND = {"uk": "GB"}  # noqa: RUF012  (a constant)
    _NO_LAND = frozenset({"com", "org", "net", "info", "edu", "tv", "co", "io", "me", "eu"})
    _SHORTEST = 5

    def __init__(self, source: str | None) -> None:
        host = (source or "").lower()
        last = host.rpartition(".")[2]
        is_host = " " not in host and "." in host
        has_land = is_host and len(last) == 2 and last not in self._NO_LAND  # noqa: PLR2004  (alpha-2)
        self.country = self._LAND.get(last, last.upper()) if has_land else ""
        letters = host.rpartition(".")[0] if is_host else ""
        self._letters = "".join(char for char in letters if char.isalpha())

    def names(self, key: str) -> bool:
        """Tell whether a name stands in the address."""
        joined = key.replace(" ", "")
        return len(joined) >= self._SHORTEST and joined in self._letters


class Chorus:
    """What the names of a document say of each other's places.

    Parameters
    ----------
    keys : sequence of Bearers
        One for each distinct name.
    mentions : sequence of int
        How often each is named.
    """

    def __init__(self, keys: Sequence[Bearers], mentions: Sequence[int]) -> None:
        sizes = [len(bearers.places) for bearers in keys]
        self.starts = np.concatenate([[0], np.cumsum(sizes)])
        self._key = np.repeat(np.arange(len(keys)), sizes)
        voices = 1.0 + np.log(np.maximum(1, np.array(mentions, dtype=np.float64)))
        self._voice = voices[self._key]
        self._others = voices.sum() - self._voice
        self._sorts = np.concatenate([bearers.sorts for bearers in keys])
        self._wide = _WIDE[self._sorts]
        country, admin1, admin2 = (
            np.concatenate([getattr(bearers, name) for bearers in keys])
            for name in ("country", "admin1", "admin2")
        )
        self._areas = {
            name: self._numbered(codes)
            for name, codes in (("country", country), ("admin1", admin1), ("admin2", admin2))
        }
        self._xyz = np.concatenate([bearers.xyz for bearers in keys])
        self._anchors: Array | None = None
        self._nearness: Array | None = None

    def hear(self, belief: Array) -> Array:
        """Give :data:`OF_DOCUMENT` for each place of each name.

        Parameters
        ----------
        belief : numpy.ndarray, shape (rows,)
            How likely each reading is, adding up to 1 within each name.

        Returns
        -------
        numpy.ndarray, shape (rows, number of features)
        """
        weight = belief * self._voice
        is_country, is_division = self._sorts == Sort.COUNTRY, self._sorts == Sort.DIVISION
        others = self._others + 1.0
        country = self._said("country", weight)
        division = self._said("admin1", weight)
        country_named = self._said("country", weight * is_country)
        division_named = self._said("admin1", weight * is_division)
        district = self._said("admin2", weight)
        part = ~is_country
        return np.stack(
            [
                part * country / others,
                part * np.log(_FLOOR + country),
                is_country * country / others,
                is_country * np.log(_FLOOR + country),
                part * np.log(_FLOOR + country_named),
                part * country_named / (self._countries(weight) + _FLOOR),
                division / others,
                part * np.log(_FLOOR + division),
                part * np.log(_FLOOR + division_named),
                np.log(_FLOOR + district),
                ~self._wide * np.log(_FLOOR + self._near(belief)),
            ],
            axis=1,
        )

    def _numbered(self, codes: Array) -> tuple[Array, Array, Array]:
        """Give numbers from 0 to areas, and to areas with the name; say which are any."""
        known: dict[int, int] = {}
        area = np.array([known.setdefault(code, len(known)) for code in codes.tolist()])
        return area, self._key * len(known) + area, codes > 0

    def _said(self, name: str, weight: Array) -> Array:
        """Add up what the other names say for the area that each place lies in."""
        area, own, any_ = self._areas[name]
        weight = weight * any_
        said = np.bincount(area, weight)[area] - np.bincount(own, weight)[own]
        kept: Array = np.maximum(0.0, said) * any_
        return kept

    def _countries(self, weight: Array) -> Array:
        """Add up what the other names say for countries themselves."""
        said = weight * (self._sorts == Sort.COUNTRY)
        others: Array = said.sum() - np.bincount(self._key, said)[self._key]
        return np.maximum(0.0, others)

    def _near(self, belief: Array) -> Array:
        """Add up the belief in other names' places, each by how near it is."""
        if self._anchors is None or self._nearness is None:
            # Distances are worked out once, for what seems possible at first sight.
            anchors = np.flatnonzero((belief > _FAINT) & ~self._wide)
            likeliest = np.argsort(-(belief * self._voice)[anchors], kind="stable")
            self._anchors = np.sort(anchors[likeliest[:_MOST_ANCHORS]])
            cosine = np.clip(self._xyz @ self._xyz[self._anchors].T, -1.0, 1.0)
            # The chord is as good as the arc for what is near.
            chord = _EARTH_KM * np.sqrt(2.0 - 2.0 * cosine)
            other = self._key[:, None] != self._key[self._anchors]
            self._nearness = np.exp(chord / -NEAR_KM) * other
        share = np.where(self._sorts[self._anchors] == Sort.DIVISION, _DIVISION_NEAR, 1.0)
        near: Array = self._nearness @ (belief[self._anchors] * share)
        return near
