"""Curated records and installed ones that mean the same place become one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.gazetteer.record import Record, Role
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.model import Place

_SAME_POINT_KM = {"P": 0.3, "S": 1.5}
"""By feature class. A curated town stands on its GeoNames point, so that a neighbourhood near
the middle of a city is not taken for the city; airports' points differ by a runway's length.
"""
_AIRPORTS = frozenset({"S.AIRB", "S.AIRP"})
"""The only sites that are installed; a prison beside a helipad is not that helipad."""
_CELL = 0.05
"""Degrees; wider than the distance above at any latitude that people live at."""


def merged(curated: list[Record], installed: Iterable[Record]) -> Iterator[Record]:
    """Yield the installed records that no curated one replaces, then the curated ones.

    A curated record stands for an installed one of the same class at the same point
    (a town that GeoNames spells otherwise), or for the derived first- or second-order
    division that its admin1 and admin2 spell. It takes over that record's id, population
    and names, so that the place keeps one identity.

    Parameters
    ----------
    curated : list of Record
        Changed in place.
    installed : iterable of Record

    Yields
    ------
    Record
    """
    nearby: dict[tuple[int, int], list[Record]] = defaultdict(list)
    divisions: dict[tuple[str | None, ...], Record] = {}
    for record in curated:
        place = record.place
        key = _division(place)
        if key is not None:
            divisions[key] = record
        elif place.kind[0] == "P" or place.kind in _AIRPORTS:
            nearby[_cell(place.lat, place.lon)].append(record)
    taken: set[int] = set()
    for record in installed:
        place = record.place
        key = _division(place)
        twin = _twin(record, nearby) if key is None else divisions.get(key)
        if twin is None or id(twin) in taken:
            yield record
        else:
            taken.add(id(twin))
            _take_over(twin, record)
    yield from curated


def _division(place: Place) -> tuple[str | None, ...] | None:
    """Give what tells a division from all others, if `place` is one that joins."""
    if place.kind == "A.ADM1" and place.admin1:
        return place.country, place.admin1
    if place.kind == "A.ADM2" and place.admin1 and place.admin2:
        return place.country, place.admin1, place.admin2
    return None


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // _CELL), int(lon // _CELL)


def _twin(record: Record, nearby: dict[tuple[int, int], list[Record]]) -> Record | None:
    place = record.place
    row, column = _cell(place.lat, place.lon)
    found = [
        other
        for cell in ((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        for other in nearby.get(cell, ())
        if other.place.kind[0] == place.kind[0] and other.place.country == place.country
    ]
    best = min(found, key=lambda other: _apart(other, record), default=None)
    if best is None or _apart(best, record) > _SAME_POINT_KM[place.kind[0]]:
        return None
    return best


def _apart(a: Record, b: Record) -> float:
    return distance_km(a.place.lat, a.place.lon, b.place.lat, b.place.lon)


def _take_over(twin: Record, record: Record) -> None:
    place = record.place
    twin.place = replace(
        twin.place,
        id=place.id,
        population=place.population,
        admin1=twin.place.admin1 or place.admin1,
        admin2=twin.place.admin2 or place.admin2,
    )
    twin.names += [(name, max(role, Role.ALTERNATE)) for name, role in record.names]
