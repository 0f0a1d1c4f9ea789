"""Tables put on the map: every row is placed, or refused with its reason."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from probes import PROBES
from shapely.geometry import Point

import geo
from geo.errors import TableError
from geo.export import to_csv, to_geojson
from geo.schema import COLUMNS, faults
from geo.tables import (
    Columns,
    days,
    from_bytes,
    geocode_frame,
    geocode_table,
    reading,
    write_refused,
)

ROOT = Path(__file__).parents[1]


def frame(**columns: list) -> pd.DataFrame:
    return pd.DataFrame(columns)


def placed(gazetteer, df: pd.DataFrame, **named: str) -> gpd.GeoDataFrame:
    done = geocode_frame(df, place="place", gazetteer=gazetteer, **named)
    assert len(done) == len(df)
    assert faults(done.placed) == ()
    return done.placed


def test_a_row_is_placed_with_its_reason_and_its_other_columns(gazetteer) -> None:
    row = placed(gazetteer, frame(place=["Azaz"], code=["0012345"], note=["NA"])).loc[0]
    assert (row["location"], row["country"], row["admin1"]) == ("Azaz", "SY", "Aleppo")
    assert abs(row.geometry.y - 36.59) < 0.05
    assert (row["event_type"], row["status"]) == ("Mention", "reported")
    assert (row["place_text"], row["quote"]) == ("Azaz", "Azaz")
    assert (row["code"], row["note"]) == ("0012345", "NA")
    assert row["reason"]
    assert 0 < row["confidence"] <= 1


def test_the_schema_comes_first_and_the_inputs_columns_behind(gazetteer) -> None:
    table = placed(gazetteer, frame(zeta=[1], place=["Azaz"], alpha=["x"]))
    assert list(table.columns) == [*COLUMNS, "zeta", "place", "alpha", "geometry"]


@pytest.mark.parametrize("country", ["LB", "lb", "LBN", "Lebanon", "لبنان"])
def test_a_country_column_takes_codes_and_names(gazetteer, country) -> None:
    table = placed(gazetteer, frame(place=["Tripoli"], land=[country]), country="land")
    assert table.loc[0, "country"] == "LB"


def test_one_country_may_hold_for_all_rows(gazetteer) -> None:
    table = placed(gazetteer, frame(place=["Tripoli", "Saida"]), country="Lebanon")
    assert list(table["country"]) == ["LB", "LB"]


def test_a_country_that_is_not_known_or_not_right_refuses_the_row(gazetteer) -> None:
    df = frame(place=["Aleppo", "Aleppo", "Aleppo"], land=["Narnia", "Japan", None])
    done = geocode_frame(df, place="place", country="land", gazetteer=gazetteer)
    assert "“Narnia” is no country" in done.refused.loc[0, "reason"]
    assert "elsewhere" in done.refused.loc[1, "reason"]
    assert list(done.placed.index) == [2]


def test_a_division_is_a_hint(gazetteer) -> None:
    df = frame(
        place=["Springfield", "Springfield", "Aleppo"],
        land=["US", "US", "SY"],
        province=["Illinois", None, "Homs"],
    )
    done = geocode_frame(df, place="place", country="land", admin1="province", gazetteer=gazetteer)
    assert done.placed.loc[0, "admin1"] == "Illinois"
    assert "tell them apart" in done.refused.loc[1, "reason"]
    assert "not known to lie in “Homs”" in done.placed.loc[2, "reason"]
    assert done.placed.loc[2, "confidence"] < 0.6


@pytest.mark.parametrize(
    ("asked", "country"),
    [
        ("Tripoli, Lebanon", "LB"),
        ("Tripoli، لبنان", "LB"),
        ("Azaz, Aleppo, Syria", "SY"),
        ("Azaz, near nowhere at all", "SY"),
    ],
)
def test_parents_behind_commas_are_used(gazetteer, asked, country) -> None:
    assert placed(gazetteer, frame(place=[asked])).loc[0, "country"] == country


@pytest.mark.parametrize("asked", ["Berlin, Syria", "Tripoli, Germany", "Tokyo, Aleppo"])
def test_a_place_that_does_not_lie_in_its_parent_is_refused(gazetteer, asked) -> None:
    done = geocode_frame(frame(place=[asked]), place="place", gazetteer=gazetteer)
    assert "lies in" in done.refused.loc[0, "reason"]


@pytest.mark.parametrize("cell", [None, "", "  ", 12, 1.5, True, np.nan, ["Homs"], {"a": 1}])
def test_what_is_no_name_is_refused(gazetteer, cell) -> None:
    done = geocode_frame(frame(place=[cell, "Homs"], country=["SY", "SY"]), place="place",
                         country="country", gazetteer=gazetteer)  # fmt: skip
    assert list(done.refused["row"]) == [1]
    assert list(done.placed.index) == [1]


def test_events_keep_their_type_and_others_are_mentions(gazetteer) -> None:
    df = frame(
        place=["Azaz"] * 4,
        event_type=["Battles", "Battles", None, "Riots"],
        sub_event_type=["Armed clash", None, "Grenade", "Armed clash"],
    )
    table = placed(gazetteer, df)
    assert list(table["event_type"]) == [
        "Battles", "Mention", "Explosions/Remote violence", "Battles"
    ]  # fmt: skip
    assert "left open" in table.loc[1, "reason"]
    assert list(table["input_event_type"])[3] == "Riots"


def test_columns_of_the_schema_are_taken_over_where_they_fit(gazetteer) -> None:
    df = frame(
        place=["Azaz", "Homs, Syria"], fatalities=["3", "many"], source=["Courier", "Courier"],
        published=["2020-03-02", "2020-03-02"], country=["Syria", "Syria"], lat=[1.0, 2.0],
        injured=[2, -1],
    )  # fmt: skip
    table = placed(gazetteer, df)
    assert table.loc[0, "fatalities"] == 3
    assert pd.isna(table.loc[1, "fatalities"])
    assert "fatalities left out: 'many'" in table.loc[1, "reason"]
    assert "injured left out: -1 is out of range" in table.loc[1, "reason"]
    assert list(table["source"]) == ["Courier", "Courier"]
    assert table.loc[0, "published"] == pd.Timestamp("2020-03-02")
    assert list(table["input_fatalities"]) == ["3", "many"]
    assert list(table["input_country"]) == ["Syria", "Syria"]
    assert list(table["input_lat"]) == [1, 2]
    assert "input_source" not in table


@pytest.mark.parametrize(
    ("cell", "order", "first", "last"),
    [
        ("2020-03-04", None, "2020-03-04", "2020-03-04"),
        ("2020-03-04T23:59:00+02:00", None, "2020-03-04", "2020-03-04"),
        ("20200304", None, "2020-03-04", "2020-03-04"),
        ("2020-02", None, "2020-02-01", "2020-02-29"),
        ("2020", None, "2020-01-01", "2020-12-31"),
        ("4 March 2020", None, "2020-03-04", "2020-03-04"),
        ("Mar. 4, 2020", None, "2020-03-04", "2020-03-04"),
        ("4-Sept-2020", None, "2020-09-04", "2020-09-04"),
        ("March 2020", None, "2020-03-01", "2020-03-31"),
        ("13/4/2020", None, "2020-04-13", "2020-04-13"),
        ("4/13/2020", None, "2020-04-13", "2020-04-13"),
        ("4/4/2020", None, "2020-04-04", "2020-04-04"),
        ("3/4/2020", "dmy", "2020-04-03", "2020-04-03"),
        ("3/4/2020", "mdy", "2020-03-04", "2020-03-04"),
        ("2020/3/4", "ymd", "2020-03-04", "2020-03-04"),
        ("2020/3/4", "dmy", "2020-03-04", "2020-03-04"),
        ("3.4.2020 14:00", "dmy", "2020-04-03", "2020-04-03"),
    ],
)
def test_days_are_read_as_written(cell, order, first, last) -> None:
    found = days.read(cell, order)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("cell", "order", "reason"),
    [
        ("3/4/2020", None, "may be 2020-04-03 or 2020-03-04"),
        ("3/4/20", "dmy", "two digits"),
        ("13/4/2020", "mdy", "is no day that can be read in the order mdy"),
        ("3/4/2020", "ymd", "is no day"),
        ("2020-02-30", None, "is no day"),
        ("30 Foo 2020", None, "is no day"),
        ("43891", None, "is no day"),
        ("0000-01-01", None, "is no day"),
        ("yesterday", None, "is no day"),
    ],
)
def test_a_day_that_is_not_certain_is_none(cell, order, reason) -> None:
    with pytest.raises(ValueError, match=reason):
        days.read(cell, order)


@given(st.text(max_size=20), st.sampled_from([None, *days.ORDERS]))
def test_any_cell_is_a_day_or_has_a_reason(cell: str, order: str | None) -> None:
    try:
        found = days.read(cell, order)
    except ValueError as error:
        assert str(error)  # noqa: PT017  (either is right)
    else:
        assert found.first <= found.last


@given(st.dates(), st.sampled_from(["dmy", "mdy", "ymd"]))
def test_a_day_written_in_an_order_is_read_back(day: date, order: str) -> None:
    parts = {"d": f"{day.day}", "m": f"{day.month}", "y": f"{day.year:04}"}
    assert days.read("/".join(parts[each] for each in order), order).first == day


def test_an_ambiguous_day_leaves_the_row_placed_and_undated(gazetteer) -> None:
    df = frame(place=["Azaz", "Azaz"], day=["3/4/2020", "2020-04-03"])
    table = placed(gazetteer, df, date="day")
    assert pd.isna(table.loc[0, "date_start"])
    assert "may be 2020-04-03 or 2020-03-04" in table.loc[0, "reason"]
    assert (table.loc[1, "date_text"], table.loc[1, "time_precision"]) == ("2020-04-03", 1)
    in_order = placed(gazetteer, df, date="day", date_order="dmy")
    assert in_order["date_start"].notna().all()


def test_the_schemas_own_days_are_read_without_being_named(gazetteer) -> None:
    df = frame(
        place=["Azaz"] * 3,
        date_start=["2020-03-01", "2020-03-05", pd.Timestamp("2020-03-01")],
        date_end=["2020-03-05", "2020-03-01", None],
    )
    table = placed(gazetteer, df)
    assert (table.loc[0, "date_precision"], table.loc[0, "time_precision"]) == ("week", 2)
    assert "before it begins" in table.loc[1, "reason"]
    assert table.loc[2, "date_end"] == pd.Timestamp("2020-03-01")


def test_ids_come_from_the_table_if_they_are_unique(gazetteer) -> None:
    first = placed(gazetteer, frame(place=["Azaz", "Azaz"], id=["a", 7]))
    assert list(first["event_id"]) == ["a", "7"]
    second = placed(gazetteer, frame(place=["Azaz", "Azaz"], id=["a", "a"]))
    assert second["event_id"].is_unique
    again = placed(gazetteer, frame(place=["Azaz", "Azaz"], id=["a", "a"]))
    assert list(second["event_id"]) == list(again["event_id"])


def test_both_parts_keep_the_index_of_the_data_frame(gazetteer) -> None:
    df = pd.DataFrame({"place": ["Azaz", "Qwxyzville", "Homs, Syria"]}, index=["x", "y", "z"])
    done = geocode_frame(df, place="place", gazetteer=gazetteer)
    assert list(done.placed.index) == ["x", "z"]
    assert list(done.refused.index) == ["y"]
    assert list(done.refused.columns) == ["row", "reason", "place"]


def test_a_geodataframe_keeps_its_shape_as_text(gazetteer) -> None:
    df = gpd.GeoDataFrame({"place": ["Azaz"]}, geometry=[Point(1, 2)], crs="EPSG:4326")
    row = placed(gazetteer, df).loc[0]
    assert row["input_geometry"] == "POINT (1 2)"
    assert row.geometry.y > 36


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", ""), ("a.geojson", '{"type": "FeatureCollection", "features": []}'),
        ("a.csv", "place\n"),
    ],
)  # fmt: skip
def test_a_table_without_rows_is_no_fault(gazetteer, name: str, content: str) -> None:
    table = reading.from_bytes(name, content.encode())
    assert len(geocode_table(table, Columns(place="place"), gazetteer)) == 0


def test_lines_that_are_no_json_are_refused_each(gazetteer) -> None:
    table = reading.from_bytes("a.jsonl", b"{\n[]\n")
    done = geocode_table(table, Columns(place="place"), gazetteer)
    assert (len(done.placed), list(done.refused["row"])) == (0, [1, 2])


@pytest.mark.parametrize(
    ("df", "named", "reason"),
    [
        (frame(place=["x"], b=[1]), {"place": "plaice"}, "no column 'plaice'; .*: place, b"),
        (frame(place=["x"]), {"place": "place", "date": "day"}, "no column 'day'"),
        (frame(place=["x"]), {"place": "place", "country": "contry"}, "no column 'contry'"),
        (frame(place=["x"]), {"place": "place", "date_order": "dym"}, "dmy, mdy, ymd"),
        (frame(place=["x"]), {}, "name the column of places"),
        (pd.DataFrame([["a", "b"]], columns=["p", "p"]), {"place": "p"}, "stands twice"),
    ],
)
def test_a_wrong_column_is_an_error_that_lists_those_there_are(
    gazetteer, df, named, reason
) -> None:
    with pytest.raises(TableError, match=reason):
        geocode_frame(df, gazetteer=gazetteer, **named)


def test_an_empty_table_gives_two_empty_parts(gazetteer) -> None:
    done = geocode_frame(frame(place=[]), place="place", gazetteer=gazetteer)
    assert (len(done.placed), len(done.refused)) == (0, 0)
    assert faults(done.placed) == ()


def test_what_was_placed_is_an_events_file_like_any_other(gazetteer) -> None:
    df = frame(place=["Azaz", "Homs, Syria"], code=["007", "=1"], lat=[1, 2], day=["2020", None])
    table = placed(gazetteer, df, date="day")
    for name, written in (("e.geojson", to_geojson(table)), ("e.csv", to_csv(table))):
        back = from_bytes(name, written.encode())
        assert list(back["location"]) == list(table["location"])
        assert list(back["code"]) == ["007", "=1"]
        assert list(back["date_end"].dropna()) == [pd.Timestamp("2020-12-31")]


def test_geocode_frame_is_part_of_the_package() -> None:
    assert geo.geocode_frame is geocode_frame


def test_hostile_cells_go_through_as_they_are(gazetteer) -> None:
    cells = [*PROBES, "\x00", "\u202eabc", "=1+1", "a\r\nb", "\ud800", "x" * 100_000]
    rows = {"place": ["Azaz"] * len(cells), "note": cells, "id": range(len(cells))}
    df = pd.DataFrame(rows, dtype=object)
    done = geocode_frame(df, place="place", gazetteer=gazetteer)
    assert list(done.placed["note"]) == [cell for cell in cells if cell != "\ud800"]
    assert len(done.refused) == 1
    back = json.loads(to_geojson(done.placed))["features"]
    assert [each["properties"]["note"] for each in back] == list(done.placed["note"])
    hostile = pd.DataFrame({"place": [f"{each} Q" for each in cells]}, dtype=object)
    refused = geocode_frame(hostile, place="place", gazetteer=gazetteer)
    assert len(refused) == len(cells)


def test_the_refused_rows_are_written_so_that_no_spreadsheet_runs_them(gazetteer, tmp_path) -> None:
    target = tmp_path / "out.refused.csv"
    hostile = ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx", "\ud800"]
    df = pd.DataFrame({"place": ["Qwxyzville"] * 6, "=bad": hostile, "row": [1] * 6}, dtype=object)
    done = geocode_frame(df, place="place", gazetteer=gazetteer)
    write_refused(done.refused, target)
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8"), newline="")))
    assert rows[0] == ["row", "reason", "place", "'=bad", "input_row"]
    assert [row[3] for row in rows[1:6]] == [f"'{cell}" for cell in hostile[:5]]
    assert len(rows) == 7
    read_back = reading.read(target)
    assert [row.cells["=bad"] for row in read_back.rows[:5]] == hostile[:5]
    write_refused(done.refused.iloc[:0], target)
    assert not target.exists()


def test_a_deep_cell_costs_its_own_row(gazetteer) -> None:
    deep = "[" * 400 + "]" * 400
    text = f'{{"place": "Azaz", "x": {deep}}}\n{{"place": "Azaz", "x": [1, {{"a": null}}]}}\n'
    table = reading.from_bytes("t.jsonl", text.encode())
    done = geocode_table(table, Columns(place="place"), gazetteer)
    assert (len(done.placed), len(done.refused)) == (1, 1)
    to_csv(done.placed)
    to_geojson(done.placed)


_CELL = st.one_of(
    st.none(), st.integers(), st.floats(), st.booleans(), st.dates(), st.text(max_size=8),
    st.sampled_from(["Homs", "Aleppo", "Tripoli, Lebanon", "Springfield", "SY", "2020-01-01"]),
    st.lists(st.integers(), max_size=2),
)  # fmt: skip
_NAMES = ("place", "country", "admin1", "day", "id", "fatalities", "event_type", "geometry", "row",
          "sub_event_type", "date_start", "quote", "document_id", "reason", "status")  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(_NAMES, _CELL)), max_size=4))
def test_rows_in_are_rows_placed_and_rows_refused(gazetteer, records) -> None:
    df = pd.DataFrame(records, columns=list(_NAMES), dtype=object)
    done = geocode_frame(
        df, place="place", country="country", admin1="admin1", date="day", gazetteer=gazetteer
    )
    assert len(done.placed) + len(done.refused) == len(df) == len(done)
    assert sorted([*done.placed.index, *done.refused.index]) == list(range(len(df)))
    assert all(done.refused["reason"])
    assert faults(done.placed) == ()
    assert len(json.loads(to_geojson(done.placed))["features"]) == len(done.placed)
    to_csv(done.placed)


def dateline(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "geo", "geocode", *arguments],
        capture_output=True, text=True, cwd=folder, check=False, encoding="utf-8",
    )  # fmt: skip


TABLE = (
    "town;land;day;code\nAleppo;SY;2020-03-01;0012345\nHoms;Syria;2020-03-02;7654321\n"
    "Qwxyzville;SY;2020-03-03;0000001\nHama;SYR;3/4/2020;0000002\n"
)


def test_the_command_writes_both_parts_and_says_how_many(tmp_path) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    named = ["--place", "town", "--country", "land", "--date", "day"]
    done = dateline("t.csv", *named, "-o", "out.geojson", folder=tmp_path)
    assert done.returncode == 1
    assert "4 rows read: 3 placed → out.geojson, 1 refused → out.refused.csv" in done.stderr
    assert "row 4" in done.stderr
    assert "1 row has a date that could not be read" in done.stderr
    assert "--date-order dmy or mdy" in done.stderr
    ordered = dateline("t.csv", *named, "--date-order", "dmy", "-o", "out.geojson", folder=tmp_path)
    assert "could not be read" not in ordered.stderr
    dateline("t.csv", *named, "-o", "out.geojson", folder=tmp_path)
    refused = (tmp_path / "out.refused.csv").read_text(encoding="utf-8").splitlines()
    assert refused[0] == "row,reason,town,land,day,code"
    assert refused[1].startswith("4,")

    table = gpd.read_file(tmp_path / "out.geojson")
    assert table.crs.to_epsg() == 4326
    assert list(table["code"]) == ["0012345", "7654321", "0000002"]
    assert str(table["date_start"].dtype).startswith("datetime64")
    assert pd.api.types.is_integer_dtype(table["geo_precision"])
    assert pd.api.types.is_float_dtype(table["confidence"])
    assert set(table.geom_type) == {"Point"}

    # The corrected rows go in again; the file that is read is never written over.
    assert "another name" in dateline(
        "out.refused.csv", "--place", "town", "-o", "out.geojson", folder=tmp_path
    ).stderr  # fmt: skip
    assert (tmp_path / "out.refused.csv").exists()


def test_the_command_removes_a_refused_file_that_is_no_longer_true(tmp_path) -> None:
    (tmp_path / "t.csv").write_text("town\nAleppo\n", encoding="utf-8")
    (tmp_path / "out.refused.csv").write_text("old", encoding="utf-8")
    done = dateline("t.csv", "--place", "town", "-o", "out.csv", folder=tmp_path)
    assert done.returncode == 0
    assert "1 rows read: 1 placed → out.csv, 0 refused" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "t.csv"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["t.csv", "--place", "twon"], "its columns are: town, land, day, code"),
        (["t.csv"], "--place"),
        (["t.csv", "Homs"], "one table at a time"),
        (["none.csv", "--place", "town"], "cannot be read"),
        (["Homs", "--place", "town"], "are for a table"),
        (["t.csv", "--place", "town", "-o", "t.csv"], "another name"),
        (["t.csv", "--place", "town", "-o", "t.xyz"], "suffix"),
        (["t.csv", "--place", "town", "--json"], "--json is for names"),
    ],
)
def test_the_command_says_what_is_wrong(tmp_path, arguments, said) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    done = dateline(*arguments, folder=tmp_path)
    assert done.returncode in {1, 2}
    assert said in done.stderr
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == TABLE
