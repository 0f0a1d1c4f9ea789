"""GeoNames' dumps in their official layout, small ones of our own making."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import serving

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, Role, store
from geo.gazetteer.download import TABLES, download
from geo.gazetteer.geonames import Dumps
from geo.gazetteer.index import Index


def line(
    number: int, name: str, *, lat: str = "35.5", others: str = "", kind: str = "P\tPPL"
) -> str:
    fields = (
        str(number), name, name, others, lat, "36.5", kind, "SY", "", "12", "1201", "", "",
        "4200", "", "400", "Asia/Damascus", "2026-01-01",
    )  # fmt: skip
    return "\t".join(fields) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "SY.txt"
    path.write_text(
        line(1, "Kafr Test", others="Kefer Test,كفر تست") + line(2, "Tell Test", kind="T\tHLL"),
        encoding="utf-8",
    )
    return path


def test_a_line_becomes_a_place_with_all_its_names(dump: Path) -> None:
    first, second = Dumps([dump]).records()
    assert (first.place.id, first.place.kind, first.place.population) == ("gn:1", "P.PPL", 4200)
    assert (first.place.lat, first.place.lon) == (35.5, 36.5)
    assert {name for name, _ in first.names} == {"Kafr Test", "Kefer Test", "كفر تست"}
    assert second.place.kind == "T.HLL"


def test_codes_become_names_where_the_tables_are_given(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text("SY.12\tIdlib\tIdlib\t7\n", encoding="utf-8")
    (tmp_path / "a2.txt").write_text("SY.12.1201\tAriha\tAriha\t8\n", encoding="utf-8")
    (first, _) = Dumps([dump], admin1=tmp_path / "a1.txt", admin2=tmp_path / "a2.txt").records()
    assert (first.place.admin1, first.place.admin2) == ("Idlib", "Ariha")


def test_the_hierarchy_names_divisions_that_codes_leave_open(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    rows = [
        line(1, "Kafr Test"), line(2, "Ariha", kind="A\tADM2"), line(3, "Idlib", kind="A\tADM1"),
        line(4, "Loop Test"), line(5, "Lone Test"),
    ]  # fmt: skip
    path.write_text("".join(rows), encoding="utf-8")
    hierarchy = tmp_path / "hierarchy.txt"
    hierarchy.write_text("4\t1\t\n2\t1\tADM\n3\t2\tADM\n4\t4\t\n", encoding="utf-8")
    found = {r.place.name: r.place for r in Dumps([path], hierarchy=hierarchy).records()}
    assert (found["Kafr Test"].admin1, found["Kafr Test"].admin2) == ("Idlib", "Ariha")
    assert (found["Ariha"].admin1, found["Ariha"].admin2) == ("Idlib", "Ariha")
    assert (found["Loop Test"].admin1, found["Lone Test"].admin1) == (None, None)
    codes = tmp_path / "a1.txt"
    codes.write_text("SY.12\tFrom codes\tFrom codes\t7\n", encoding="utf-8")
    first = next(iter(Dumps([path], admin1=codes, hierarchy=hierarchy).records()))
    assert (first.place.admin1, first.place.admin2) == ("From codes", None)


def test_a_hierarchy_that_disagrees_with_the_codes_names_no_district(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    rows = [line(1, "Town"), line(2, "Dist", kind="A\tADM2"), line(3, "South", kind="A\tADM1")]
    path.write_text("".join(rows), encoding="utf-8")
    hierarchy, codes = tmp_path / "hierarchy.txt", tmp_path / "a1.txt"
    hierarchy.write_text("2\t1\tADM\n3\t2\tADM\n", encoding="utf-8")
    codes.write_text("SY.12\tNorth\tNorth\t7\n", encoding="utf-8")
    town = next(iter(Dumps([path], admin1=codes, hierarchy=hierarchy).records())).place
    assert (town.admin1, town.admin2) == ("North", None)


def test_a_bad_line_of_the_hierarchy_is_refused_by_number(dump: Path, tmp_path: Path) -> None:
    hierarchy = tmp_path / "hierarchy.txt"
    hierarchy.write_text("3\t2\tADM\nno\tnumbers\n", encoding="utf-8")
    refused: list[GazetteerError] = []
    assert len(list(Dumps([dump], hierarchy=hierarchy, on_error=refused.append).records())) == 2
    assert [(error.path, error.line) for error in refused] == [(str(hierarchy), 2)]


def test_zipped_dumps_are_read_where_they_are(dump: Path, tmp_path: Path) -> None:
    packed = tmp_path / "SY.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(dump, "SY.txt")
        archive.writestr("readme.txt", "read me")
    assert [r.place.name for r in Dumps([packed]).records()] == ["Kafr Test", "Tell Test"]


def test_bad_lines_are_refused_by_number_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_text(
        line(1, "Good")
        + "short\tline\n"
        + line(3, "North", lat="95")
        + line(4, "Also good")
        + line(-5, "Below zero"),
        encoding="utf-8",
    )
    refused: list[GazetteerError] = []
    found = [r.place.name for r in Dumps([path], on_error=refused.append).records()]
    assert found == ["Good", "Also good"]
    assert [error.line for error in refused] == [2, 3, 5]
    with pytest.raises(GazetteerError, match="line 2"):
        list(Dumps([path]).records())


def test_a_missing_dump_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"gone\.txt"):
        list(Dumps([tmp_path / "gone.txt"]).records())


def test_alternate_names_come_later_and_find_their_place(dump: Path, tmp_path: Path) -> None:
    names = tmp_path / "alternateNamesV2.txt"
    rows = [
        "10\t2\ten\tHill of Test\t\t\t\t", "11\t1\tabbr\tK.T.\t\t\t\t",
        "12\t1\tlink\thttps://example.org\t\t\t\t", "13\t99\ten\tElsewhere\t\t\t\t",
    ]  # fmt: skip
    names.write_text("\n".join(rows) + "\n", encoding="utf-8")
    supply = Dumps([dump], alternate_names=names).supply()
    index = Index(store.add_layer(store.DUMPS, supply, cache=tmp_path / "cache"))
    assert index.postings("hill of test") == [(1, Role.ALTERNATE)]
    assert index.postings("kt") == [(0, Role.SHORT)]
    assert index.postings("elsewhere") == []


def test_a_layer_stands_above_the_default_index(
    dump: Path, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / gazetteer.folder.name).symlink_to(gazetteer.folder)
    store.add_layer(store.DUMPS, Dumps([dump]).supply(), cache=cache)
    layered = Gazetteer.open(cache=cache)
    assert len(layered) == len(gazetteer) + 2
    assert [m.place.id for m in layered.find("Kafr Test")] == ["gn:1"]
    assert layered.find("Idlib") == gazetteer.find("Idlib")
    assert store.remove_layer(store.DUMPS, cache)
    assert not store.remove_layer(store.DUMPS, cache)


def test_names_in_many_files_are_all_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.gazetteer.writer.NAMES_A_SHARD", 4)
    path = tmp_path / "SY.txt"
    names = [f"Village {chr(97 + n)} of Test" for n in range(20)]
    path.write_text("".join(line(n + 1, name) for n, name in enumerate(names)), encoding="utf-8")
    supply = Dumps([path]).supply()
    index = Index(store.add_layer(store.DUMPS, supply, cache=tmp_path / "cache"))
    assert index.info["shards"] > 1
    assert all(index.postings(name.lower()) for name in names)
    assert index.prefixes("village c of test today") == ["village c of test"]


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "mirror"
    folder.mkdir()
    for name in TABLES:
        (folder / name).write_bytes(b"content of " + name.encode())
    with zipfile.ZipFile(folder / "SY.zip", "w") as archive:
        archive.writestr("SY.txt", line(1, "Kafr Test"))
    (folder / "LB.zip").write_text("<html>Please sign in</html>")
    with serving(folder) as address:
        yield address


def test_dumps_and_tables_are_fetched(mirror: str, tmp_path: Path) -> None:
    found = download(["SY"], tmp_path / "dumps", base_url=mirror)
    assert [path.name for path in found] == ["SY.zip", *TABLES]
    assert [r.place.name for r in Dumps([found[0]]).records()] == ["Kafr Test"]


def test_a_page_in_place_of_a_dump_is_refused(mirror: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no zip file"):
        download(["LB"], tmp_path / "dumps", base_url=mirror)
    assert not list((tmp_path / "dumps").glob("*"))


def test_what_cannot_be_fetched_is_named_and_leaves_nothing(mirror: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"TR\.zip.*is there a network"):
        download(["TR"], tmp_path / "dumps", base_url=mirror)
    assert not list((tmp_path / "dumps").glob("*"))


@pytest.mark.parametrize(
    ("codes", "base"), [(["../x"], "http://127.0.0.1/"), (["SY"], "file:///etc/")]
)
def test_only_codes_and_http_addresses_are_taken(
    codes: list[str], base: str, tmp_path: Path
) -> None:
    with pytest.raises(GazetteerError):
        download(codes, tmp_path, base_url=base)
