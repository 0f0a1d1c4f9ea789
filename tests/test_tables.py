from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import schema
from geo.errors import TableError
from geo.export import to_csv, to_geojson, write
from geo.frame import from_rows, plain_rows
from geo.tables import from_bytes, is_events_file, read_events

KINDS = {"events.geojson": to_geojson, "events.csv": to_csv}


class Refusals(list):
    """Collects what is refused."""

    def __call__(self, error):
        self.append(error)

    @property
    def places(self):
        return [(error.line, error.field) for error in self]


@pytest.fixture
def refusals():
    return Refusals()


def assert_equal(one, other):
    assert list(one.columns) == list(other.columns)
    assert one.dtypes.to_dict() == other.dtypes.to_dict()
    assert one.crs == other.crs
    assert list(plain_rows(one)) == list(plain_rows(other))
    assert one.geometry.isna().tolist() == other.geometry.isna().tolist()
    assert one.geometry.dropna().geom_equals_exact(other.geometry.dropna(), 0).all()


# --- there and back again

HOSTILE = st.text(
    st.one_of(
        st.sampled_from(list("=+-@\t\r\n'\",; aN0{%}<>&\0\u2028\u202e\ufeff＝")),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=20,
)
TEXTS = HOSTILE | st.sampled_from(["NA", "nan", "null", "007", "1e5", "True", "=1+1", "'=1"])
DAYS = st.dates()


def values(column):
    if column.choices:
        return st.sampled_from(column.choices)
    if column.dtype == schema.DAY:
        return DAYS
    if column.dtype == schema.TEXT:
        return TEXTS
    if column.dtype == schema.COUNT:
        return st.integers(int(column.low or 0), int(column.high or 2**63 - 1))
    return st.floats(column.low, column.high, allow_nan=False, allow_infinity=False)


@st.composite
def rows(draw):
    row = {
        name: draw(values(column) if column.required else st.none() | values(column))
        for name, column in schema.COLUMNS.items()
    }
    if row["sub_event_type"] is None:
        row["event_type"] = "Mention"
    if None in (row["date_start"], row["date_end"]):
        row["date_start"] = row["date_end"] = None
    else:
        row["date_start"], row["date_end"] = sorted([row["date_start"], row["date_end"]])
    if draw(st.booleans()):
        row["lat"] = round(draw(st.floats(-90, 90)), 7)
        row["lon"] = round(draw(st.floats(-180, 180)), 7)
    if draw(st.booleans()):
        row["desk: =notes"] = draw(TEXTS)
    return row


@pytest.mark.parametrize("name", KINDS)
@given(st.lists(rows(), max_size=3, unique_by=lambda row: row["event_id"]))
def test_what_was_written_is_read_back_equal(name, several):
    frame = from_rows(several)
    again = from_bytes(name, KINDS[name](frame).encode("utf-8"))
    if len(frame) == 0 or "desk: =notes" not in frame or name.endswith(".geojson"):
        assert_equal(again, frame)
    else:
        # A CSV has no dtype for columns that the schema does not know; texts stay texts.
        assert list(plain_rows(again)) == list(plain_rows(frame))


@pytest.mark.parametrize("name", KINDS)
def test_file_is_read_back_equal_and_writes_the_same_bytes(events, tmp_path, name):
    write(events, tmp_path / name)
    again = read_events(tmp_path / name)
    assert_equal(again, events)
    write(again, tmp_path / f"again-{name}")
    assert (tmp_path / f"again-{name}").read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("name", KINDS)
def test_empty_table_is_read_back_empty(name):
    frame = from_rows([])
    assert_equal(from_bytes(name, KINDS[name](frame).encode()), frame)


def test_further_properties_keep_their_kind_in_geojson(full_row):
    extra = {"desk": {"a": [1, None, "x"]}, "rank": 7, "sure": True, "": "unnamed"}
    frame = from_rows([full_row | extra])
    assert_equal(from_bytes("a.geojson", to_geojson(frame).encode()), frame)


# --- helpers to break a file


def geojson(*features, **members):
    collection = {"type": "FeatureCollection", "features": list(features)} | members
    return json.dumps(collection).encode()


@pytest.fixture
def feature(full_row):
    """Make a feature with some properties or the geometry changed."""

    def made(name="e1", *, shape=..., **changes):
        (found,) = json.loads(to_geojson(from_rows([full_row])))["features"]
        found["properties"] |= {"event_id": name} | changes
        if shape is not ...:
            found["geometry"] = shape
        return found

    return made


@pytest.fixture
def table(full_row):
    """Make a CSV of three rows, the second with some cells changed."""

    def made(**changes):
        frame = from_rows([full_row | {"event_id": f"e{at}"} for at in (1, 2, 3)])
        header, first, second, third, _ = to_csv(frame).split("\r\n")
        names = header.split(",")
        cells = second.split(",")
        for name, cell in changes.items():
            cells[names.index(name)] = cell
        return "\n".join([header, first, ",".join(cells), third, ""]).encode()

    return made


# --- bad values are refused by row and field, and the good rows stay

BAD_VALUES = [
    ("event_type", "Sabotage"),
    ("sub_event_type", "Sabotage"),
    ("status", "heard"),
    ("date_start", "13 May"),
    ("date_end", "2019-02-30"),
    ("published", "soon"),
    ("time_precision", "4"),
    ("geo_precision", "0"),
    ("radius_km", "-1"),
    ("radius_km", "inf"),
    ("fatalities", "three"),
    ("fatalities", "3.5"),
    ("fatalities", "-3"),
    ("fatalities", "1_000"),
    ("fatalities", "nan"),
    ("fatalities", "1e400"),
    ("fatalities", "9223372036854775808"),
    ("displaced", "1" * 40),
    ("confidence", "1.5"),
    ("confidence", "NaN"),
    ("quote_start", "-1"),
]


@pytest.mark.parametrize(("field", "value"), BAD_VALUES)
def test_bad_cell_is_refused_by_row_and_field(table, refusals, field, value):
    frame = from_bytes("a.csv", table(**{field: value}), on_error=refusals)
    assert refusals.places == [(3, field)]
    assert frame["event_id"].tolist() == ["e1", "e3"]
    assert str(refusals[0]).startswith(f"a.csv, row 3, field {field!r}: ")


@pytest.mark.parametrize(("field", "value"), BAD_VALUES)
def test_bad_property_is_refused_by_feature_and_field(feature, refusals, field, value):
    data = geojson(feature("e1"), feature("e2", **{field: value}), feature("e3"))
    frame = from_bytes("a.geojson", data, on_error=refusals)
    assert refusals.places == [(2, field)]
    assert frame["event_id"].tolist() == ["e1", "e3"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("fatalities", True),
        ("fatalities", [3]),
        ("fatalities", float("nan")),
        ("fatalities", float("inf")),
        ("fatalities", 10**30),
        ("confidence", float("nan")),
        ("radius_km", float("inf")),
        ("radius_km", {"km": 2}),
        ("published", 20200301),
        ("quote", {"text": "x"}),
        ("quote", ["x"]),
        ("location", True),
        ("location", "half \ud800 character"),
        ("desk", "half \ud800 character"),
        ("desk", ["half \ud800 character"]),
        ("desk \ud800", "x"),
        ("desk", json.loads("[" * 400 + "]" * 400)),
        ("desk", json.loads('{"a":' * 60 + "0" + "}" * 60)),
    ],
)
def test_property_of_another_kind_is_refused(feature, refusals, field, value):
    data = geojson(feature("e1", **{field: value}), feature("e2"))
    frame = from_bytes("a.geojson", data, on_error=refusals)
    assert refusals.places == [(1, field)]
    assert frame["event_id"].tolist() == ["e2"]


@pytest.mark.parametrize("field", ["status", "published", "fatalities"])
def test_refusal_of_an_endless_value_is_short(feature, refusals, field):
    from_bytes("a.geojson", geojson(feature(**{field: "x" * 100_000})), on_error=refusals)
    assert len(str(refusals[0])) < 300


@pytest.mark.parametrize(
    "field", [name for name, column in schema.COLUMNS.items() if column.required]
)
def test_missing_required_value_is_refused(table, feature, refusals, field):
    from_bytes("a.csv", table(**{field: ""}), on_error=refusals)
    from_bytes("a.geojson", geojson(feature(**{field: None})), on_error=refusals)
    assert refusals.places == [(3, field), (1, field)]


def test_event_without_sub_type_is_refused_and_a_mention_is_not(table, refusals):
    from_bytes("a.csv", table(sub_event_type=""), on_error=refusals)
    assert refusals.places == [(3, "sub_event_type")]
    frame = from_bytes("a.csv", table(sub_event_type="", event_type="Mention"))
    assert frame["event_type"].tolist()[1] == "Mention"


@pytest.mark.parametrize(
    "changes", [{"date_end": ""}, {"date_start": ""}, {"date_end": "2019-05-12"}]
)
def test_dates_that_make_no_interval_are_refused(table, refusals, changes):
    from_bytes("a.csv", table(**changes), on_error=refusals)
    assert refusals.places == [(3, "date_end")]


def test_repeated_id_is_refused(table, feature, refusals):
    frame = from_bytes("a.csv", table(event_id="e1"), on_error=refusals)
    assert frame["event_id"].tolist() == ["e1", "e3"]
    from_bytes("a.geojson", geojson(feature(), feature()), on_error=refusals)
    assert refusals.places == [(3, "event_id"), (2, "event_id")]


def test_id_of_a_refused_row_may_be_used_again(feature, refusals):
    data = geojson(feature("e1", status="heard"), feature("e1"))
    assert from_bytes("a.geojson", data, on_error=refusals)["event_id"].tolist() == ["e1"]


def test_first_bad_row_is_raised_where_nobody_listens(table):
    with pytest.raises(TableError, match=r"row 3, field 'status'"):
        from_bytes("a.csv", table(status="heard"))


def test_several_bad_rows_are_all_refused(feature, refusals):
    data = geojson(feature("a", status="x"), feature("b"), feature("c", fatalities=-1), 7)
    frame = from_bytes("a.geojson", data, on_error=refusals)
    assert refusals.places == [(1, "status"), (3, "fatalities"), (4, None)]
    assert frame["event_id"].tolist() == ["b"]


# --- coordinates


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lat", "NaN"),
        ("lon", "nan"),
        ("lat", "Infinity"),
        ("lon", "-inf"),
        ("lat", "90.01"),
        ("lon", "-180.5"),
        ("lat", "36°35'"),
        ("lon", "37,04"),
    ],
)
def test_cell_that_is_no_coordinate_is_refused(table, refusals, field, value):
    frame = from_bytes("a.csv", table(**{field: f'"{value}"'}), on_error=refusals)
    assert refusals.places == [(3, field)]
    assert len(frame) == 2


@pytest.mark.parametrize("field", ["lat", "lon"])
def test_half_a_position_is_refused(table, refusals, field):
    from_bytes("a.csv", table(**{field: ""}), on_error=refusals)
    assert refusals.places == [(3, "lat")]


@pytest.mark.parametrize(
    ("geometry", "field"),
    [
        ({"type": "Point", "coordinates": [float("nan"), 1]}, "lon"),
        ({"type": "Point", "coordinates": [1, float("inf")]}, "lat"),
        ({"type": "Point", "coordinates": [181, 1]}, "lon"),
        ({"type": "Point", "coordinates": [1, 91]}, "lat"),
        ({"type": "Point", "coordinates": [True, False]}, "lon"),
        ({"type": "Point", "coordinates": ["east", "north"]}, "lon"),
        ({"type": "Point", "coordinates": [[1, 2]]}, "geometry"),
        ({"type": "Point", "coordinates": [1]}, "geometry"),
        ({"type": "Point", "coordinates": [1, None]}, "geometry"),
        ({"type": "Point", "coordinates": [None, None]}, "geometry"),
        ({"type": "Point", "coordinates": {}}, "geometry"),
        ({"type": "Point"}, "geometry"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}, "geometry"),
        ({"type": "LineString", "coordinates": [[0, 0], [1, 0]]}, "geometry"),
        ([1, 2], "geometry"),
        ("POINT (1 2)", "geometry"),
        (7, "geometry"),
    ],
)
def test_geometry_that_is_no_point_on_earth_is_refused(feature, refusals, geometry, field):
    data = geojson(feature("e1", shape=geometry), feature("e2"))
    frame = from_bytes("a.geojson", data, on_error=refusals)
    assert [error.line for error in refusals] == [1]
    assert refusals[0].field == field
    assert frame["event_id"].tolist() == ["e2"]


def test_longitude_stands_first_in_a_geometry(feature):
    geometry = {"type": "Point", "coordinates": [37.5, -36.5]}
    (point,) = from_bytes("a.geojson", geojson(feature(shape=geometry))).geometry
    assert (point.x, point.y) == (37.5, -36.5)


def test_height_of_a_point_is_let_go(feature):
    geometry = {"type": "Point", "coordinates": [1, 2, 300]}
    (point,) = from_bytes("a.geojson", geojson(feature(shape=geometry))).geometry
    assert not point.has_z


@pytest.mark.parametrize("place", [{"lat": 1, "lon": 2}, {"geometry": "POINT (2 1)"}])
def test_properties_do_not_place_a_feature_whose_geometry_is_null(feature, place):
    data = geojson(feature("e1", shape=None, **place), feature("e2", **place))
    frame = from_bytes("a.geojson", data)
    assert frame.geometry.isna().tolist() == [True, False]
    assert (frame.geometry[1].x, frame.geometry[1].y) == (37.0463, 36.5866)


# --- the shape of a CSV


@pytest.mark.parametrize("cells", [",extra", ",,,", ""])
def test_row_with_another_number_of_cells_is_refused_and_never_shifted(table, refusals, cells):
    lines = table().decode().split("\n")
    lines[2] = lines[2] + cells if cells else lines[2].rpartition(",")[0]
    frame = from_bytes("a.csv", "\n".join(lines).encode(), on_error=refusals)
    assert refusals.places == [(3, None)]
    assert "cells where the header has 41" in refusals[0].reason
    assert frame["event_id"].tolist() == ["e1", "e3"]


def test_extra_cell_in_every_row_shifts_nothing(table, refusals):
    header, *rest = table().decode().strip().split("\n")
    data = "\n".join([header, *(f"{line},x" for line in rest)]).encode()
    assert len(from_bytes("a.csv", data, on_error=refusals)) == 0
    assert [error.line for error in refusals] == [2, 3, 4]


def test_column_of_row_numbers_without_a_name_does_no_harm(table):
    lines = table().decode().strip().split("\n")
    data = "\n".join([f",{lines[0]}", *(f"{at},{line}" for at, line in enumerate(lines[1:]))])
    frame = from_bytes("a.csv", data.encode())
    assert frame["event_id"].tolist() == ["e1", "e2", "e3"]
    assert frame[""].tolist() == ["0", "1", "2"]


def test_column_of_written_geometries_is_no_geometry(table):
    lines = table(lat="", lon="").decode().strip().split("\n")
    data = "\n".join([f"{lines[0]},geometry", *(f"{line},POINT (9 9)" for line in lines[1:])])
    frame = from_bytes("a.csv", data.encode())
    assert [point and (point.x, point.y) for point in frame.geometry] == [
        (37.0463, 36.5866),
        None,
        (37.0463, 36.5866),
    ]


def test_blank_lines_are_passed_over(table):
    data = table().replace(b"\n", b"\n\n")
    assert from_bytes("a.csv", data)["event_id"].tolist() == ["e1", "e2", "e3"]


def test_columns_may_stand_in_any_order():
    needed = ["quote", "status", "document_id", "event_type", "event_id"]
    data = ",".join(needed) + "\nq,reported,d,Mention,x\n"
    frame = from_bytes("a.csv", data.encode())
    assert frame[needed].iloc[0].tolist() == ["q", "reported", "d", "Mention", "x"]
    assert frame.drop(columns=needed).isna().all(axis=None)


@pytest.mark.parametrize("data", [b"", b"\n", b"name,lat,lon\nAzaz,1,2\n"])
def test_table_without_the_needed_columns_is_refused_with_their_names(data):
    with pytest.raises(TableError, match=r"lacks the column\(s\) .*event_id.*quote"):
        from_bytes("a.csv", data)


def test_header_with_a_column_twice_is_refused(table):
    data = table().replace(b",source,", b",quote,", 1)
    with pytest.raises(TableError, match=r"row 1, field 'quote': stands twice"):
        from_bytes("a.csv", data)


def test_texts_that_pandas_would_guess_at_stay_texts(table):
    frame = from_bytes("a.csv", table(actor1="NA", actor2="007", title="nan", place_id="1e5"))
    row = frame.iloc[1]
    assert row[["actor1", "actor2", "title", "place_id"]].tolist() == ["NA", "007", "nan", "1e5"]


def test_whole_numbers_may_be_written_with_a_decimal_point(table):
    assert from_bytes("a.csv", table(fatalities="4.0"))["fatalities"].tolist() == [3, 4, 3]


def test_large_whole_numbers_lose_no_digit(feature):
    frame = from_bytes("a.geojson", geojson(feature(displaced=2**53 + 1)))
    assert frame["displaced"].tolist() == [2**53 + 1]


def test_unclosed_quote_costs_the_rows_that_it_swallows_alone(table, refusals):
    frame = from_bytes("a.csv", table(reason='"never closed'), on_error=refusals)
    assert frame["event_id"].tolist() == ["e1"]
    assert [error.line for error in refusals] == [3]


def test_time_of_day_behind_a_day_is_let_go(table):
    frame = from_bytes("a.csv", table(published="2019-05-20T23:59:00Z"))
    assert frame["published"].dt.date.tolist()[1] == date(2019, 5, 20)


# --- files as a whole


@pytest.mark.parametrize("name", KINDS)
def test_byte_order_mark_is_no_part_of_the_content(events, name):
    data = b"\xef\xbb\xbf" + KINDS[name](events).encode()
    assert_equal(from_bytes(name, data), events)


@pytest.mark.parametrize("name", KINDS)
def test_other_encoding_is_refused(events, name):
    with pytest.raises(TableError, match="is not UTF-8"):
        from_bytes(name, KINDS[name](events).encode("utf-16"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"event_id,quote\n", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "no GeoJSON FeatureCollection"),
        (b"null", "no GeoJSON FeatureCollection"),
        (b'{"type": "Feature"}', "no GeoJSON FeatureCollection"),
        (b'{"features": {}}', "no GeoJSON FeatureCollection"),
    ],
)
def test_file_that_is_no_collection_is_refused_as_a_whole(data, reason, refusals):
    with pytest.raises(TableError, match=reason):
        from_bytes("a.geojson", data, on_error=refusals)
    assert refusals == []


@pytest.mark.parametrize("found", [7, None, "x", [], {}, {"properties": None}, {"properties": []}])
def test_member_that_is_no_feature_is_refused_and_the_others_stay(feature, refusals, found):
    frame = from_bytes("a.geojson", geojson(found, feature()), on_error=refusals)
    assert refusals.places == [(1, None)]
    assert len(frame) == 1


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(TableError, match="cannot be read") as caught:
        read_events(tmp_path / "missing.csv")
    assert caught.value.path == str(tmp_path / "missing.csv")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.csv", True), ("A.GeoJSON", True), ("a.json", True), ("a.jsonl", False), ("a.txt", False)],
)
def test_suffix_tells_events_from_reports(name, expected):
    assert is_events_file(name) is expected


# --- no driver that follows references to other files

REFERENCE = """<OGRVRTDataSource><OGRVRTLayer name="x">
<SrcDataSource>{secret}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"""


@pytest.mark.parametrize("name", KINDS)
def test_reference_to_another_file_is_not_followed(tmp_path, events, name):
    secret = tmp_path / "secret.geojson"
    write(events, secret)
    with pytest.raises(TableError) as caught:
        from_bytes(name, REFERENCE.format(secret=secret).encode())
    assert "Azaz" not in str(caught.value)


def test_reading_loads_no_driver_library(tmp_path, events):
    for name in KINDS:
        write(events, tmp_path / name)
    program = (
        "import sys; from geo.tables import read_events\n"
        "for path in sys.argv[1:]: assert len(read_events(path)) == 2\n"
        "print(sorted({'pyogrio', 'fiona', 'osgeo'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *(str(tmp_path / name) for name in KINDS)],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == "[]"
