"""One's own places: added from a table, winning over the others, forgotten at will."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, own
from geo.resolve import look_up


@pytest.fixture
def cache(tmp_path: Path, gazetteer: Gazetteer) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / gazetteer.folder.name).symlink_to(gazetteer.folder)
    return folder


def _csv(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "places.csv"
    header = "name,lat,lon,country,kind,names"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def test_own_places_are_found_and_win(cache: Path, tmp_path: Path) -> None:
    path = _csv(tmp_path, "Idlib,35.0,36.0,SY,P.PPL,", "Field clinic 7,36.1,37.1,SY,S.HSP,Clinic 7")
    assert own.add(path, cache=cache) == (2, 2)
    places = Gazetteer.open(cache=cache)
    assert places.find("Clinic 7")[0].place.kind == "S.HSP"
    found = look_up("Idlib", places).place
    assert found is not None
    assert (found.lat, found.lon) == (35.0, 36.0)


def test_own_places_win_over_a_name_of_many_towns_too(cache: Path, tmp_path: Path) -> None:
    own.add(_csv(tmp_path, "San Antonio,35.5,36.5,SY,P.PPL,"), cache=cache)
    found = look_up("San Antonio", Gazetteer.open(cache=cache)).place
    assert found is not None
    assert (found.lat, found.lon) == (35.5, 36.5)


def test_adding_again_replaces_and_keeps(cache: Path, tmp_path: Path) -> None:
    own.add(_csv(tmp_path, "A,1,1,,,", "B,2,2,,,"), cache=cache)
    assert own.add(_csv(tmp_path, "B,2,2,,,Bee", "C,3,3,,,"), cache=cache) == (2, 3)
    assert Gazetteer.open(cache=cache).find("Bee")[0].place.name == "B"


@pytest.mark.parametrize("name", ["places.csv", "places.tsv"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_tables_are_read_with_the_delimiter_they_have(tmp_path: Path, name: str, sign: str) -> None:
    path = tmp_path / name
    path.write_text("\n".join(sign.join(row) for row in (("name", "lat", "lon"), ("A", "1", "2"))))
    assert [(row["name"], row["lat"], row["lon"]) for row in own.read(path)] == [("A", 1.0, 2.0)]


def test_geojson_points_are_taken(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [36.5, 35.5]},
        "properties": {"name": "Checkpoint 9"},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert own.add(path, cache=cache) == (1, 1)
    place = Gazetteer.open(cache=cache).find("Checkpoint 9")[0].place
    assert (place.lat, place.lon) == (35.5, 36.5)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("X,95,1,,,", "lat"), ("X,1,east,,,", "lon"), ("X,nan,1,,,", "lat"), (",1,1,,,", "name"),
        ("X\u2028Y,1,1,,,", "name"), ("X\x85Y,1,1,,,", "name"),
        ("X,1,1,Syria,,", "country"), ("X,1,1,,town,", "kind"), ("X,1,1", None),
    ],
)  # fmt: skip
def test_bad_rows_are_refused_by_row_and_field_and_good_ones_stay(
    cache: Path, tmp_path: Path, row: str, field: str | None
) -> None:
    refused: list[GazetteerError] = []
    path = _csv(tmp_path, "Good,1,1,,,", row)
    assert own.add(path, cache=cache, on_error=refused.append) == (1, 1)
    assert [(error.line, error.field) for error in refused] == [(3, field)]


def test_a_table_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("name,where\nA,B\n")
    with pytest.raises(GazetteerError, match="lat, lon"):
        list(own.read(path))


def test_forgetting_removes_them_all(cache: Path, tmp_path: Path) -> None:
    own.add(_csv(tmp_path, "Zz9 plural,1,1,,,"), cache=cache)
    assert own.forget(cache) == 1
    assert Gazetteer.open(cache=cache).find("Zz9 plural") == ()
