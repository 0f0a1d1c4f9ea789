"""All places that bear a name, side by side in arrays, for stages that weigh many names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum
from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.model import Place
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.gazetteer.record import Role

MOST = 40
"""So many places of a name are weighed: areas, sites, one's own, then the largest towns."""
_AREAS_FIRST = 10**10


class Sort(IntEnum):
    """What a place is, as far as a report's way of naming it goes."""

    COUNTRY = 0
    CONTINENT = 1
    DIVISION = 2
    """First-order: a state, a province."""
    DISTRICT = 3
    """Second-order and below."""
    CAPITAL = 4
    TOWN = 5
    QUARTER = 6
    AIRPORT = 7
    WATER = 8
    REGION = 9
    HEIGHTS = 10
    """Mountains, islands, deserts."""
    SITE = 11
    ROAD = 12


def among(*chosen: int, of: type[IntEnum] = Sort) -> np.ndarray[Any, Any]:
    """Give a table that tells, for each sort (or role), whether it is among some.

    Indexing it with an array of sorts is a fast :func:`numpy.isin`.
    """
    return np.isin(np.arange(len(of)), chosen)


TOWNS = among(Sort.CAPITAL, Sort.TOWN, Sort.QUARTER)
CITY = 5.0
"""Logarithm of the people that make a town a city."""

_BY_KIND = {
    "L.CONT": Sort.CONTINENT, "A.ADM1": Sort.DIVISION, "P.PPLC": Sort.CAPITAL,
    "P.PPLX": Sort.QUARTER, "S.AIRB": Sort.AIRPORT, "S.AIRP": Sort.AIRPORT,
}  # fmt: skip
_BY_CLASS = {
    "A": Sort.DISTRICT, "P": Sort.TOWN, "H": Sort.WATER, "L": Sort.REGION,
    "T": Sort.HEIGHTS, "R": Sort.ROAD,
}  # fmt: skip


def sort_of(kind: str) -> Sort:
    """Give what a place of a GeoNames kind, such as ``P.PPL``, is."""
    if kind.startswith("A.PCL"):
        return Sort.COUNTRY
    return _BY_KIND.get(kind) or _BY_CLASS.get(kind[0], Sort.SITE)


@dataclass(frozen=True, slots=True, eq=False)
class Bearers:
    """The n places that bear a name; every array is of shape (n,) but where it says else."""

    key: str
    places: tuple[Place, ...]
    roles: np.ndarray[Any, Any]
    """:class:`~geo.gazetteer.record.Role`, int."""
    sorts: np.ndarray[Any, Any]
    """:class:`Sort`, int."""
    people: np.ndarray[Any, Any]
    """log10(1 + population)."""
    xyz: np.ndarray[Any, Any]
    """Points on the unit sphere, shape (n, 3)."""
    country: np.ndarray[Any, Any]
    """Numbers that are equal where the country is; 0 for none."""
    admin1: np.ndarray[Any, Any]
    """The same for first-order divisions; a country's own is 0."""
    admin2: np.ndarray[Any, Any]
    """The same for second-order ones; a first-order one's own is 0."""
    own: np.ndarray[Any, Any]
    """Whether it is the name that the gazetteer shows, bool."""
    begins: np.ndarray[Any, Any]
    """Whether the name shown goes on: "Newcastle" of "Newcastle upon Tyne", bool."""
    noted: np.ndarray[Any, Any]
    """Whether reports are known to write of the place, bool."""
    strongest: int
    """The strongest role that the name has for any of them."""
    left_out: int
    """How many more places bear the name, too small to be weighed."""


class Codes:
    """Numbers for countries and divisions, given out as they come up; none is 0."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str | None, ...], int] = {}
        self._next = count(1)  # threads never draw the same one

    def of(self, *chain: str | None) -> int:
        """Give the number of a country, or of a division with those above it."""
        if not chain[-1]:
            return 0
        known = self._numbers.get(chain)
        return self._numbers.setdefault(chain, next(self._next)) if known is None else known


def bearers(key: str, found: Sequence[tuple[Place, Role]], codes: Codes) -> Bearers:
    """Lay places that bear a name side by side.

    Parameters
    ----------
    key : str
        The name, as :func:`geo.text.name_key` gives it.
    found : sequence of (Place, Role)
        At least one. Of more than :data:`MOST` the smallest towns are left out.
    codes : Codes
        Shared by all names that are to be compared.
    """
    kept = sorted(found, key=_size, reverse=True)[:MOST]
    places = tuple(place for place, _ in kept)
    sorts = [sort_of(place.kind) for place in places]
    names = [name_key(place.name) for place in places]
    lats, lons = (np.radians([getattr(place, name) for place in places]) for name in ("lat", "lon"))
    return Bearers(
        key=key,
        places=places,
        roles=np.array([role for _, role in kept], dtype=np.int8),
        sorts=np.array(sorts, dtype=np.int8),
        people=np.array([math.log10(1 + place.population) for place in places]),
        xyz=np.stack(
            (np.cos(lats) * np.cos(lons), np.cos(lats) * np.sin(lons), np.sin(lats)), axis=1
        ),
        country=np.array([codes.of(place.country) for place in places]),
        admin1=np.array(
            [
                0 if sort is Sort.COUNTRY else codes.of(place.country, place.admin1)
                for place, sort in zip(places, sorts, strict=True)
            ]
        ),
        admin2=np.array(
            [
                0 if sort is Sort.DIVISION else codes.of(place.country, place.admin1, place.admin2)
                for place, sort in zip(places, sorts, strict=True)
            ]
        ),
        own=np.array([name == key for name in names]),
        begins=np.array([name.startswith(f"{key} ") for name in names]),
        noted=np.array([place.noted for place in places]),
        strongest=min(role for _, role in kept),
        left_out=len(found) - len(kept),
    )


def _size(bearer: tuple[Place, Role]) -> int:
    place, _ = bearer
    # One's own places are never left out.
    first = place.kind[0] != "P" or place.id.startswith("own:")
    return place.population + (_AREAS_FIRST if first else 0)
