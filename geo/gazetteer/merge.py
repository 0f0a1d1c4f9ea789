"""Curated records and installed ones that mean the same place become one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.gazetteer.record import Record, Role
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAME_POINT_KM = {"P": 0.3, "S": 1.5}
"""By feature class. A curated town stands on its GeoNames point, so that a neighbourhood near
the middle of a city is not taken for the city; airports' points differ by a runway's length.
"""
_CELL = 0.05
"""Degrees; wider than the distance above at any latitude that people live at."""


def merged(curated: list[Record], installed: Iterable[Record]) -> Iterator[Record]:
    """Yield the installed records that no curated one replaces, then the curated ones.

    A curated record stands for an installed one of the same class at the same point
    (a town that GeoNames spells otherwise), or for the derived division of the same
    name. It takes over that record's id, population and names, so that the place
    keeps one identity.

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
    divisions: dict[tuple[str, str | None, str | None], Record] = {}
    for record in curated:
        place = record.place
        if place.kind == "A.ADM1":
            divisions[place.kind, place.country, place.admin1] = record
        elif place.kind[0] in "PS":
            nearby[_cell(place.lat, place.lon)].append(record)
    taken: set[int] = set()
    for record in installed:
        place = record.place
        if place.kind[0] == "A":
            twin = divisions.get((place.kind, place.country, place.admin1))
        else:
            twin = _twin(record, nearby)
        if twin is None or id(twin) in taken:
            yield record
        else:
            taken.add(id(twin))
            _take_over(twin, record)
    yield from curated


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
        admin2=twin.place.admin2 or place.admin2,
    )
    twin.names += [(name, max(role, Role.ALTERNATE)) for name, role in record.names]
