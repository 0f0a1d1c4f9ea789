"""The check of the curated files: clean as shipped, and each kind of fault is found."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.errors import GazetteerError
from geo.gazetteer import installed, outlines, verify
from geo.settings import data_folder

if TYPE_CHECKING:
    from shapely import Geometry


@pytest.fixture(scope="module")
def towns() -> verify.Towns:
    return verify.Towns(installed.cities_and_divisions())


def _edited(tmp_path: Path, row: str, changes: dict[str, str]) -> Path:
    """Copy the curated files and change some fields of one row."""
    name, key = row.split()
    folder = tmp_path / "gazetteer"
    shutil.copytree(data_folder("gazetteer"), folder)
    lines = (folder / name).read_text("utf-8").split("\n")
    header = lines[0].split("\t")
    at = next(i for i, line in enumerate(lines) if line.startswith(f"{key}\t"))
    fields = dict(zip(header, lines[at].split("\t"), strict=True)) | changes
    lines[at] = "\t".join(fields[column] for column in header)
    (folder / name).write_text("\n".join(lines), "utf-8")
    return folder


def test_the_files_as_shipped_have_no_fault(towns: verify.Towns) -> None:
    assert verify.faults(towns=towns) == []
    assert verify.count() > 2500


@pytest.mark.parametrize(
    ("row", "changes", "fault"),
    [
        ("theatre.tsv dl:azaz", {"id": "dl:afrin"}, "the id stands in theatre.tsv"),
        ("divisions.tsv dl:us-texas", {"id": "dl:azaz"}, "the id stands in theatre.tsv"),
        ("theatre.tsv dl:azaz", {"kind": "P.TOWN"}, "'P.TOWN' is not among the kinds"),
        ("theatre.tsv dl:azaz", {"name": ""}, "'name': is empty"),
        ("theatre.tsv dl:azaz", {"names": "A'zaz|Ezaz|Ezaz"}, "'Ezaz' stands 2 times"),
        ("divisions.tsv dl:us-texas", {"demonyms": "Texas"}, "'Texas' stands 2 times"),
        ("theatre.tsv dl:azaz", {"lat": "north"}, "'north' is not a number"),
        ("regions.tsv dl:nile", {"lon": "191"}, "191.0 is outside"),
        ("regions.tsv dl:nile", {"radius_km": "0"}, "0.0 is outside"),
        ("theatre.tsv dl:azaz", {"country": "XX"}, "'XX' is no country"),
        ("theatre.tsv dl:azaz", {"country": "IL", "admin1": ""}, "is not in IL"),
        ("theatre.tsv dl:azaz", {"lat": "38.9"}, "is not in SY: it is 2"),
        ("regions.tsv dl:lampedusa", {"lat": "32.5"}, "is not in IT: the nearest town is"),
        ("divisions.tsv dl:us-texas", {"lat": "-31.25"}, "is not in US"),
        ("countries.tsv SY", {"lon": "-38"}, "is not in SY"),
        ("theatre.tsv dl:azaz", {"admin1": "Halab"}, "the gazetteer has no 'Halab' in SY"),
        ("theatre.tsv dl:azaz", {"admin1": "Daraa"}, "is not in Daraa"),
        ("theatre.tsv dl:adra", {"neighbour": "Nowhere"}, "'Nowhere' is no town"),
        ("theatre.tsv dl:adra", {"neighbour_km": "12.5"}, "is 10.9 km away, not 12.5 km"),
        ("theatre.tsv dl:adra", {"neighbour_km": "near"}, "'near' is not a number"),
    ],
)
def test_each_kind_of_fault_is_found(
    towns: verify.Towns, tmp_path: Path, row: str, changes: dict[str, str], fault: str
) -> None:
    found = verify.faults(_edited(tmp_path, row, changes), towns=towns)
    assert any(fault in line for line in found), found
    assert all(line.startswith(tuple(f"{each}, line " for each in FILES)) for line in found)


FILES = ("countries.tsv", "theatre.tsv", "regions.tsv", "divisions.tsv")


def test_the_nearest_town_is_found_from_afar(towns: verify.Towns) -> None:
    assert [pair[1].name for pair in [towns.nearest(36.19, 37.17)] if pair] == ["Aleppo"]
    far = towns.nearest(-36.2, -142.8, lambda town: town.country == "SY")
    assert far is not None
    assert far[0] > 15_000
    assert towns.nearest(0, 0, lambda _: False) is None


@pytest.fixture(scope="module")
def countries() -> dict[str, Geometry]:
    return outlines.read()


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        ("SY", 36.2, 37.16), ("LB", 33.89, 35.6), ("FR", 42.1, 9.1), ("ZA", -33.0, 20.0),
        ("RU", 66.5, -173.0), ("RU", 55.75, 37.6), ("FJ", -17.8, 178.0), ("FJ", -16.6, 179.4),
        ("US", 64.8, -147.7), ("NZ", -43.5, 172.0), ("XK", 42.6, 21.0),
    ],
)  # fmt: skip
def test_a_point_lies_in_its_country(
    countries: dict[str, Geometry], code: str, lat: float, lon: float
) -> None:
    assert outlines.outside_km(countries[code], lat, lon) < 2
    for other in {"SY", "LB", "RU", "FJ", "ZA", "US"} - {code}:
        assert outlines.outside_km(countries[other], lat, lon) > 2


def test_a_country_within_another_is_a_hole_in_it(countries: dict[str, Geometry]) -> None:
    assert outlines.outside_km(countries["ZA"], -29.6, 28.2) > 50
    assert outlines.outside_km(countries["LS"], -29.6, 28.2) == 0


def test_outlines_cover_most_countries_once(countries: dict[str, Geometry]) -> None:
    assert len(countries) > 230
    assert all(shape.is_valid for shape in countries.values())


def test_without_outlines_the_check_says_how_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="built with the front end"):
        outlines.read(tmp_path / "none.json")
    (tmp_path / "other.json").write_text('{"transform": {}}')
    with pytest.raises(GazetteerError, match="built with the front end"):
        outlines.read(tmp_path / "other.json")
