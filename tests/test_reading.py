"""Tables of other people, read as they are written."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import TableError
from geo.tables import is_table, reading


def read(text: str, name: str = "t.csv") -> reading.Table:
    return reading.from_bytes(name, text.encode())


def test_nothing_is_guessed_about_types() -> None:
    table = read("place,code,note\nIdlib,0012345,NA\n")
    assert table.header == ("place", "code", "note")
    assert table.rows[0].cells == {"place": "Idlib", "code": "0012345", "note": "NA"}
    assert table.rows[0].number == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_of_a_csv_file_is_told_by_its_header(delimiter: str) -> None:
    text = f'place{delimiter}note\nHoms{delimiter}"a, b; c"\n'
    assert read(text).rows[0].cells == {"place": "Homs", "note": "a, b; c"}


def test_a_tsv_file_has_tabs_whatever_its_header_holds() -> None:
    table = read("a,b,c\td\n1\t2\n", "t.tsv")
    assert table.header == ("a,b,c", "d")


def test_a_byte_order_mark_is_no_part_of_the_header() -> None:
    table = reading.from_bytes("t.csv", b"\xef\xbb\xbfplace\nIdlib\n")
    assert table.header == ("place",)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("place\nحلب وإدلب وحماة مدن في سوريا\n".encode("cp1256"), "UTF-8"),
        ("place\nHoms\n".encode("utf-16"), "utf_16"),
    ],
)
def test_another_encoding_is_an_error_that_names_it(data: bytes, named: str) -> None:
    with pytest.raises(TableError, match=named):
        reading.from_bytes("t.csv", data)


def test_a_row_with_too_few_or_too_many_cells_is_refused_alone() -> None:
    table = read("a,b\n1\n1,2,3\n1,2,\n1,2\n")
    assert [row.fault is None for row in table.rows] == [False, False, True, True]
    assert table.rows[1].fault == "3 cells where the header has 2"
    assert table.rows[1].raw == '["1", "2", "3"]'


def test_a_stray_quote_costs_its_own_row_and_none_below() -> None:
    table = read('a,b\n"open,1\nx,2\n"fine\nover two lines",3\n')
    assert [row.fault is None for row in table.rows] == [False, True, True]
    assert table.rows[0].raw == '"open,1'
    assert table.rows[2].cells["a"] == "fine\nover two lines"


def test_blank_lines_are_no_rows() -> None:
    assert [row.number for row in read("a\n\n1\n\n2\n").rows] == [3, 5]


def test_columns_without_a_name_get_their_number_and_none_may_stand_twice() -> None:
    assert read("a,,c\n1,2,3\n").header == ("a", "column_2", "c")
    with pytest.raises(TableError, match="stands twice"):
        read("a,a\n1,2\n")


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n1,2,3\n"])
def test_a_file_without_a_header_is_an_error(text: str) -> None:
    with pytest.raises(TableError, match="empty"):
        read(text)


def test_an_apostrophe_before_a_formula_is_taken_off_as_it_was_put_on() -> None:
    table = read("a,b\n'=1+1,'Ayn al-Arab\n")
    assert table.rows[0].cells == {"a": "=1+1", "b": "'Ayn al-Arab"}


def test_json_lines_keep_their_types_and_bad_lines_are_refused() -> None:
    lines = [
        '{"place": "Homs", "n": 3, "code": "007"}',
        "[1]",
        "{oops",
        '{"n": NaN}',
        "",
        '{"x": 1}',
    ]
    table = read("\n".join(lines), "t.jsonl")
    assert table.header == ("place", "n", "code", "x")
    assert table.rows[0].cells == {"place": "Homs", "n": 3, "code": "007"}
    assert [row.number for row in table.rows if row.fault] == [2, 3, 4]
    assert "NaN is no number" in str(table.rows[3].fault)


def test_geojson_keeps_the_shape_as_wkt_and_refuses_what_is_no_feature() -> None:
    point = {"type": "Point", "coordinates": [37.1, 36.2]}
    features = [
        {"type": "Feature", "id": "f1", "properties": {"place": "Aleppo"}, "geometry": point},
        {"type": "Feature", "properties": {"place": "Homs"}, "geometry": {"type": "Blob"}},
        "no feature",
        {"type": "Feature", "properties": None, "geometry": None},
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    table = read(text, "t.geojson")
    assert table.rows[0].cells == {"place": "Aleppo", "id": "f1", "geometry": "POINT (37.1 36.2)"}
    assert [bool(row.fault) for row in table.rows] == [False, True, True, False]


@pytest.mark.parametrize("text", ["{", "[]", '{"features": 3}', "[" * 100_000])
def test_what_is_no_feature_collection_is_an_error(text: str) -> None:
    with pytest.raises(TableError, match=r"t\.geojson"):
        read(text, "t.geojson")


def test_a_geojson_name_never_reaches_gdal() -> None:
    virtual = "<OGRVRTDataSource><OGRVRTLayer name='x'></OGRVRTLayer></OGRVRTDataSource>"
    with pytest.raises(TableError, match="is not JSON"):
        read(virtual, "t.geojson")


def test_a_workbook_needs_its_extra_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(TableError, match="pip install openpyxl"):
        reading.from_bytes("t.xlsx", b"PK")


def test_a_workbook_keeps_text_numbers_and_days() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from datetime import date  # noqa: PLC0415

    book = openpyxl.Workbook()
    book.active.append(["place", "code", "day", "n"])
    book.active.append(["Homs", "0012345", date(2020, 3, 4), 3.0])
    book.active.append([None, None, None, None])
    book.active.append(["Hama", None, None, None, "stray"])
    out = io.BytesIO()
    book.save(out)
    table = reading.from_bytes("t.xlsx", out.getvalue())
    assert table.rows[0].cells == {"place": "Homs", "code": "0012345", "day": "2020-03-04", "n": 3}
    assert [(row.number, bool(row.fault)) for row in table.rows] == [(2, False), (4, True)]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"place\nHoms\n"])
def test_what_is_no_workbook_is_an_error(data: bytes) -> None:
    pytest.importorskip("openpyxl")
    with pytest.raises(TableError, match="no XLSX workbook"):
        reading.from_bytes("t.xlsx", data)


def test_a_missing_file_and_another_kind_are_errors(tmp_path) -> None:
    with pytest.raises(TableError, match="cannot be read"):
        reading.read(tmp_path / "none.csv")
    with pytest.raises(TableError, match="suffix"):
        reading.from_bytes("t.docx", b"")
    assert is_table("A.CSV")
    assert not is_table("a.txt")


_CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.tuples(_CELLS, _CELLS), max_size=8))
def test_every_record_that_csv_writes_is_one_row(records: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([("a", "b"), *records])
    rows = reading.from_bytes("t.csv", out.getvalue().encode()).rows
    assert len(rows) == len(records)
    assert not any(row.fault for row in rows)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    for name in ("t.csv", "t.tsv", "t.jsonl"):
        try:
            table = reading.from_bytes(name, text.encode())
        except TableError as error:
            assert str(error)  # noqa: PT017  (either is right)
        else:
            assert all(row.fault is None or row.fault for row in table.rows)
