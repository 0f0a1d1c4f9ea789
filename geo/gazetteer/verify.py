"""Every curated record checked: whether it is well formed, and whether its point can be true.

A point has to lie in the outline of its country or within 10 km of it: the outlines are those
of the map, drawn for a scale of 1:50m. For what has an extent (a division, a region, a
mountain range) its radius is added. Outlines leave small islands out, so those, waters and
what the outlines give to another country are held against the towns of GeoNames' cities500
instead: the nearest one has to be of the country, or any within 60 km and the radius.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING

from geo.errors import GazetteerError
from geo.gazetteer import curated, installed, outlines
from geo.settings import data_folder
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from shapely import Geometry

    from geo.gazetteer.record import Record
    from geo.model import Place

KINDS = frozenset(
    f"{letter}.{code}"
    for letter, codes in {
        "A": "ADM1 ADM2 ADM3",
        "H": "BAY CHN CNL EST FLLS GULF HBR LK MRSH OCN RF RSV SD SEA STM STRT",
        "L": "CONT MILB NVB OILF PRK PRT RGN",
        "P": "PPL PPLC PPLX",
        "R": "RD ST TNL",
        "S": "AIRB AIRP AMUS BDG BLDG CH CMP CMPRF CMTY CSTL CTRS DAM HSP HSTS MFG MN MNMT MSQE"
        " MUS OPRA PAL PRK PRN PSN PSTB PYRS RECR RUIN SCH SHRN SQR STDM TMPL TOWR",
        "T": "ATOL BCH CAPE DLTA DSRT ISL ISLS ISTH MT MTS PASS PEN PLN VAL VLC",
    }.items()
    for code in codes.split()
)
"""The GeoNames feature classes and codes in use; another one is first added here."""

_OUTSIDE_KM = 10.0
"""So far outside its country's outline a point on land may be."""
_NOT_DRAWN = frozenset({"T.ISL", "T.ISLS", "T.ATOL", "T.VLC", "T.CAPE"})
_DRAWN_ELSEWHERE = frozenset({("UA", "Crimea"), ("UA", "Sevastopol City"), ("PN", "")})
"""Country and first-order division that an outline leaves out."""
_NEAR_COUNTRY_KM = 60.0
_NEAR_ADMIN1_KM = 80.0
_LONELY = frozenset({"S.PSTB", "S.DAM"})
_NEAR_IF_LONELY_KM = 150.0
_NEIGHBOUR_KM = 0.5
"""So far a stated distance may be from the computed one."""
_CELLS_PER_DEGREE = 4
_CELLS_TRIED = (1, 4, 16, 64)
_KM_PER_CELL = 100.0 / _CELLS_PER_DEGREE


class Towns:
    """The towns and the division names of the installed gazetteer.

    Parameters
    ----------
    records : iterable of Record
        As :func:`geo.gazetteer.installed.cities_and_divisions` gives them.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._cells: dict[tuple[int, int], list[Place]] = defaultdict(list)
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        self.countries: set[str | None] = set()
        """Those that have a town at all."""
        self.admin1: set[tuple[str | None, str | None]] = set()
        """(country, first-order division)."""
        for record in records:
            place = record.place
            if place.kind == "A.ADM1":
                self.admin1.add((place.country, place.admin1))
            elif place.kind[0] == "P":
                self._cells[_cell(place.lat, place.lon)].append(place)
                self._by_name[place.name].append(place)
                self.countries.add(place.country)

    def named(self, name: str) -> list[Place]:
        """Give the towns whose own name is just so."""
        return self._by_name.get(name, [])

    def nearest(
        self, lat: float, lon: float, wanted: Callable[[Place], bool] = lambda _: True
    ) -> tuple[float, Place] | None:
        """Give the nearest town that is wanted, with its distance in km; None if none is."""
        for reach in _CELLS_TRIED:
            best = _nearest_of(filter(wanted, self._around(lat, lon, reach)), lat, lon)
            # What lies outside the box may be nearer than a town in its corner.
            if best is not None and best[0] <= reach * _KM_PER_CELL:
                return best
        everywhere = (town for cell in self._cells.values() for town in cell)
        return _nearest_of(filter(wanted, everywhere), lat, lon)

    def _around(self, lat: float, lon: float, reach: int) -> Iterator[Place]:
        """Yield the towns in the cells around a point; the box is wider near the poles."""
        row, column = _cell(lat, lon)
        width = reach * (2 if abs(lat) < 60 else 4)  # noqa: PLR2004  (degrees)
        rows = range(row - reach, row + reach + 1)
        turn = 360 * _CELLS_PER_DEGREE
        for at, across in product(rows, range(column - width, column + width + 1)):
            yield from self._cells.get((at, (across + turn // 2) % turn - turn // 2), ())


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat * _CELLS_PER_DEGREE // 1), int(lon * _CELLS_PER_DEGREE // 1)


def _nearest_of(towns: Iterable[Place], lat: float, lon: float) -> tuple[float, Place] | None:
    pairs = ((distance_km(lat, lon, town.lat, town.lon), town) for town in towns)
    return min(pairs, key=lambda pair: (pair[0], pair[1].id), default=None)


def count(folder: Path | None = None) -> int:
    """Count the curated records."""
    folder = folder or data_folder("gazetteer")
    return sum(1 for name in _files() for _ in curated.rows(folder / name))


def faults(
    folder: Path | None = None,
    *,
    towns: Towns | None = None,
    countries: dict[str, Geometry] | None = None,
) -> list[str]:
    """Check every curated record.

    Parameters
    ----------
    folder : pathlib.Path, optional
        Holds the curated files; those of this package by default.
    towns : Towns, optional
        What to check points against; the installed gazetteer by default.
    countries : dict of str to shapely.Geometry, optional
        Outlines by ISO 3166-1 alpha-2 code; those of the map by default.

    Returns
    -------
    list of str
        A line for each fault: file, line, id and what is wrong. Empty if all is well.

    Raises
    ------
    GazetteerError
        If a file cannot be read as a table at all, or there are no outlines.
    """
    folder = folder or data_folder("gazetteer")
    countries = outlines.read() if countries is None else countries
    towns = towns or Towns(installed.cities_and_divisions())
    codes = {row["iso2"] for _, row in curated.rows(folder / "countries.tsv")}
    seen: dict[str, str] = {}
    found: list[str] = []
    for name in _files():
        for line, row in curated.rows(folder / name):
            identity = row.get("id") or f"iso:{row.get('iso2', '')}"
            where = f"{name}, line {line}, {identity}"
            if identity in seen:
                found.append(f"{where}: the id stands in {seen[identity]} too")
            seen[identity] = f"{name}, line {line}"
            if row.get("country") and row["country"] not in codes:
                found.append(f"{where}: {row['country']!r} is no country of countries.tsv")
            found += [
                f"{where}: {fault}" for fault in _row_faults(name, line, row, towns, countries)
            ]
    return found


def _files() -> tuple[str, ...]:
    return ("countries.tsv", *curated.PLACES)


def _row_faults(
    name: str, line: int, row: dict[str, str], towns: Towns, countries: dict[str, Geometry]
) -> Iterator[str]:
    field = curated.Fields(name, line, row)
    try:
        field.text("name")
        lat, lon = field.number("lat", -90, 90), field.number("lon", -180, 180)
        radius = field.number("radius_km", 0.1, 10_000)
    except GazetteerError as error:
        yield str(error)
        return
    yield from _name_faults(row)
    if "kind" in row and row["kind"] not in KINDS:
        yield f"{row['kind']!r} is not among the kinds in use, such as P.PPL"
    country = row.get("country", row.get("iso2", ""))
    kind = row.get("kind", "A.PCLI")
    extent = radius if kind[0] in "AHLT" else 0.0
    drawn = kind[0] != "H" and kind not in _NOT_DRAWN
    if drawn and country in countries and (country, row.get("admin1", "")) not in _DRAWN_ELSEWHERE:
        outside = outlines.outside_km(countries[country], lat, lon)
        if outside > _OUTSIDE_KM + extent:
            yield f"is not in {country}: it is {outside:.0f} km outside"
    elif country in towns.countries:
        near = _NEAR_IF_LONELY_KM if kind in _LONELY else _NEAR_COUNTRY_KM
        yield from _country_faults(country, lat, lon, near + extent, towns)
    if row.get("admin1"):
        yield from _admin1_faults(row, lat, lon, towns)
    if row.get("neighbour"):
        yield from _neighbour_faults(row, lat, lon, towns)


def _name_faults(row: dict[str, str]) -> Iterator[str]:
    names = [row["name"]]
    for column in ("names", "short", "demonyms"):
        names += curated.listed(row.get(column, ""))
    for name, times in Counter(names).items():
        if times > 1:
            yield f"the name {name!r} stands {times} times"


def _country_faults(
    country: str, lat: float, lon: float, near_km: float, towns: Towns
) -> Iterator[str]:
    any_town = towns.nearest(lat, lon)
    if any_town is None or any_town[1].country == country:
        return
    own = towns.nearest(lat, lon, lambda town: town.country == country)
    if own is None or own[0] > near_km:
        km, town = any_town
        yield (
            f"is not in {country}: the nearest town is {town.name}, {town.country} ({km:.0f} km),"
            f" and none of {country} within {near_km:.0f} km"
        )


def _admin1_faults(row: dict[str, str], lat: float, lon: float, towns: Towns) -> Iterator[str]:
    country, admin1 = row["country"], row["admin1"]
    if (country, admin1) not in towns.admin1:
        yield f"the gazetteer has no {admin1!r} in {country}"
    elif row["kind"][:1] not in "ALHT":
        own = towns.nearest(
            lat, lon, lambda town: town.country == country and town.admin1 == admin1
        )
        near_km = _NEAR_IF_LONELY_KM if row["kind"] in _LONELY else _NEAR_ADMIN1_KM
        if own is None or own[0] > near_km:
            far = f"{own[0]:.0f} km" if own else "farther than any other"
            yield f"is not in {admin1}: its nearest town there is {far} away"


def _neighbour_faults(row: dict[str, str], lat: float, lon: float, towns: Towns) -> Iterator[str]:
    neighbour = row["neighbour"]
    distances = [distance_km(lat, lon, town.lat, town.lon) for town in towns.named(neighbour)]
    if not distances:
        yield f"its neighbour {neighbour!r} is no town of the gazetteer"
        return
    try:
        said = float(row["neighbour_km"])
    except ValueError:
        yield f"the distance {row['neighbour_km']!r} is not a number"
        return
    real = min(distances, key=lambda km: abs(km - said))
    if abs(real - said) > _NEIGHBOUR_KM:
        yield f"its neighbour {neighbour} is {real:.1f} km away, not {said} km"
