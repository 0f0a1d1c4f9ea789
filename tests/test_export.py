from __future__ import annotations

import csv
import io
import itertools
import json
import math

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from geo import export
from geo.errors import GeoError
from geo.export import check_suffix, to_csv, to_geojson, write
from geo.frame import from_rows

# --- a checker for RFC 7946, for what this package may write

DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}


def check(text):
    """Read a FeatureCollection and assert that it conforms."""
    collection = json.loads(text, parse_constant=_no_constant, parse_float=_short)
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    positions = []
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["id"], (str, int))
        assert isinstance(feature["properties"], dict)
        if feature["geometry"] is not None:
            positions += _geometry(feature["geometry"])
    if "bbox" in collection:
        _box(collection["bbox"], positions)
    else:
        assert positions == []
    return collection


def _no_constant(name):
    message = f"{name} is not JSON"
    raise AssertionError(message)


def _short(digits):
    """Read a number; those of properties may be longer, so positions check themselves."""
    return float(digits)


def _geometry(geometry):
    if geometry["type"] == "GeometryCollection":
        return [spot for part in geometry["geometries"] for spot in _geometry(part)]
    depth = DEPTHS[geometry["type"]]
    rings = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        _polygon(rings)
    elif geometry["type"] == "MultiPolygon":
        for part in rings:
            _polygon(part)
    elif geometry["type"] == "LineString":
        assert len(rings) >= 2
    spots = [rings]
    for _ in range(depth):
        spots = [spot for part in spots for spot in part]
    for spot in spots:
        assert len(spot) in {2, 3}
        assert all(round(value, 7) == value for value in spot)
        assert -180 <= spot[0] <= 180
        assert -90 <= spot[1] <= 90
    return spots


def _polygon(rings):
    """Check the right-hand rule: outer rings counter-clockwise, holes clockwise."""
    for at, ring in enumerate(rings):
        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        twice_area = sum(
            one[0] * other[1] - other[0] * one[1] for one, other in itertools.pairwise(ring)
        )
        assert twice_area > 0 if at == 0 else twice_area < 0


def _box(bbox, positions):
    west, south, east, north = bbox
    assert positions
    assert south == min(spot[1] for spot in positions)
    assert north == max(spot[1] for spot in positions)
    for lon, *_ in positions:
        assert west <= lon <= east if west <= east else lon >= west or lon <= east


def shaped(frame, *shapes, crs="EPSG:4326"):
    """Give a table of as many rows as shapes."""
    rows = frame.iloc[[0] * len(shapes)].reset_index(drop=True)
    return gpd.GeoDataFrame(rows.drop(columns="geometry"), geometry=list(shapes), crs=crs)


def geometries(frame):
    return [feature["geometry"] for feature in check(to_geojson(frame))["features"]]


# --- GeoJSON: features


def test_table_is_a_conforming_collection(events):
    collection = check(to_geojson(events))
    first, second = collection["features"]
    assert first["id"] == "e1"
    assert first["geometry"] == {"type": "Point", "coordinates": [37.0463, 36.5866]}
    assert second["geometry"] is None
    assert collection["bbox"] == [37.0463, 36.5866, 37.0463, 36.5866]


def test_properties_are_the_columns_in_order_without_the_geometry(events):
    collection = check(to_geojson(events))
    names = [name for name in events.columns if name != "geometry"]
    assert all(list(feature["properties"]) == names for feature in collection["features"])


def test_days_are_plain_and_what_is_missing_is_null(events):
    first, second = (each["properties"] for each in check(to_geojson(events))["features"])
    assert (first["date_start"], first["published"]) == ("2019-05-13", "2019-05-15")
    assert second["date_start"] is second["fatalities"] is second["radius_km"] is None


def test_empty_table_is_a_valid_empty_collection():
    assert check(to_geojson(from_rows([]))) == {"type": "FeatureCollection", "features": []}


def test_table_without_any_place_has_no_box(bare_row):
    assert "bbox" not in check(to_geojson(from_rows([bare_row])))


def test_a_file_has_a_feature_a_line_and_says_the_same(events, tmp_path):
    write(events, tmp_path / "out.geojson")
    text = (tmp_path / "out.geojson").read_text("utf-8")
    assert json.loads(text) == json.loads(to_geojson(events))
    _, *features, _ = text.splitlines()
    assert len(features) == len(events)
    assert all(json.loads(line.rstrip(","))["type"] == "Feature" for line in features)


def test_indent_changes_the_layout_alone(events):
    assert json.loads(to_geojson(events, indent=2)) == json.loads(to_geojson(events))
    assert to_geojson(events).count("\n") == 0


def test_text_is_written_as_it_is(full_row):
    hostile = 'قصف «\u2028» {{6*7*11}} </script> " \\ 🔥\x00'
    (feature,) = check(to_geojson(from_rows([full_row | {"quote": hostile}])))["features"]
    assert feature["properties"]["quote"] == hostile


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_numbers_that_json_has_not_become_null(events, value):
    frame = events.assign(extra=[value, [value]], confidence=[0.5, math.nan])
    first, second = check(to_geojson(frame))["features"]
    assert first["properties"]["extra"] is None
    assert second["properties"]["extra"] == [None]
    assert second["properties"]["confidence"] is None


def test_same_table_gives_the_same_bytes(events):
    assert to_geojson(events) == to_geojson(events.copy())
    assert to_csv(events) == to_csv(events.copy())


# --- GeoJSON: coordinates


def test_coordinates_have_at_most_seven_decimals(events):
    (geometry,) = geometries(shaped(events, Point(1 / 3, -2 / 3)))
    assert geometry["coordinates"] == [0.3333333, -0.6666667]


def test_other_crs_becomes_wgs_84_with_longitude_first(events):
    mercator = shaped(events, Point(37.0463, 36.5866)).to_crs("EPSG:3857")
    (geometry,) = geometries(mercator)
    assert geometry["coordinates"] == [37.0463, 36.5866]


def test_reprojecting_leaves_the_callers_table_alone(events):
    mercator = events.to_crs("EPSG:3857")
    before = mercator.copy()
    to_geojson(mercator)
    to_csv(mercator)
    assert mercator.crs == "EPSG:3857"
    assert mercator.geometry[0].equals(before.geometry[0])


@pytest.mark.parametrize(
    "spot", [(math.nan, 1), (1, math.nan), (math.inf, 1), (1, -math.inf), (1, 90.1), (1, -91)]
)
def test_point_that_is_nowhere_on_earth_becomes_null(events, spot):
    frame = shaped(events, Point(*spot), Point(3, 4))
    assert geometries(frame) == [None, {"type": "Point", "coordinates": [3, 4]}]


def test_shape_with_a_corner_nowhere_becomes_null(events):
    line = LineString([(0, 0), (1, 1), (2, 2)])
    odd = shapely.transform(line, lambda xy: np.where(xy == 1, np.inf, xy))
    assert geometries(shaped(events, odd, line)) == [
        None,
        {"type": "LineString", "coordinates": [[0, 0], [1, 1], [2, 2]]},
    ]


@pytest.mark.parametrize("shape", [None, Point(), Polygon(), MultiPoint()])
def test_empty_shape_becomes_null(events, shape):
    assert geometries(shaped(events, shape)) == [None]


@pytest.mark.parametrize(
    ("lon", "written"), [(180, 180), (-180, -180), (180.5, -179.5), (-181, 179), (540.5, -179.5)]
)
def test_points_beyond_180_are_turned_back(events, lon, written):
    (geometry,) = geometries(shaped(events, Point(lon, 5)))
    assert geometry["coordinates"] == [written, 5]


@given(st.lists(st.tuples(st.floats(-400, 400), st.floats(-90, 90)), max_size=6))
def test_any_points_conform_and_the_box_holds_them(spots):
    rows = [
        {
            "event_id": str(at),
            "event_type": "Mention",
            "status": "reported",
            "document_id": "d",
            "quote": "q",
        }
        for at in range(len(spots))
    ]
    frame = from_rows(rows).set_geometry([Point(spot) for spot in spots], crs="EPSG:4326")
    check(to_geojson(frame))


# --- GeoJSON: shapes


@pytest.mark.parametrize("ccw", [True, False])
def test_polygons_follow_the_right_hand_rule(events, ccw):
    hole = box(2, 2, 3, 3, ccw=ccw).exterior.coords
    shape = Polygon(box(0, 0, 9, 9, ccw=ccw).exterior.coords, [hole])
    both = MultiPolygon([shape, box(20, 0, 30, 9, ccw=ccw)])
    single, several = geometries(shaped(events, shape, both))
    assert (single["type"], several["type"]) == ("Polygon", "MultiPolygon")
    assert len(single["coordinates"]) == 2


@pytest.mark.parametrize("shift", [0, -360, 360])
def test_polygon_across_180_is_cut(events, shift):
    (geometry,) = geometries(shaped(events, box(170 + shift, 0, 190 + shift, 10)))
    assert geometry["type"] == "MultiPolygon"
    boxes = sorted(Polygon(part[0]).bounds for part in geometry["coordinates"])
    assert boxes == [(-180, 0, -170, 10), (170, 0, 180, 10)]


def test_line_across_180_is_cut(events):
    (geometry,) = geometries(shaped(events, LineString([(170, 0), (190, 10)])))
    assert geometry["type"] == "MultiLineString"
    assert sorted(geometry["coordinates"]) == [[[-180, 5], [-170, 10]], [[170, 0], [180, 5]]]


def test_points_of_one_shape_are_turned_back_one_by_one(events):
    (geometry,) = geometries(shaped(events, MultiPoint([(170, 0), (190, 1)])))
    assert sorted(geometry["coordinates"]) == [[-170, 1], [170, 0]]


@pytest.mark.parametrize("lon", [170, -180])
def test_polygon_that_only_touches_180_stays_whole(events, lon):
    (geometry,) = geometries(shaped(events, box(lon, 0, lon + 10, 10)))
    assert geometry["type"] == "Polygon"


def test_polygon_beyond_180_that_touches_it_stays_whole(events):
    (geometry,) = geometries(shaped(events, box(180, 0, 190, 10)))
    assert geometry["type"] == "Polygon"
    assert Polygon(geometry["coordinates"][0]).bounds == (-180, 0, -170, 10)


def test_bow_tie_across_180_costs_no_other_row(events):
    tie = Polygon([(178, 0), (182, 2), (182, 0), (178, 2)])
    collection = json.loads(to_geojson(shaped(events, tie, Point(3, 4))))
    assert [each["geometry"]["type"] for each in collection["features"]] == [
        "MultiPolygon",
        "Point",
    ]


def test_ring_is_written_as_a_line(events):
    ring = shapely.LinearRing([(0, 0), (1, 0), (1, 1)])
    (geometry,) = geometries(shaped(events, ring))
    assert geometry["type"] == "LineString"


@pytest.mark.parametrize("lon", [0, 179.5])
def test_collections_of_shapes_conform(events, lon):
    shape = shapely.GeometryCollection([Point(lon, 1), box(lon, 0, lon + 1, 1, ccw=False)])
    (geometry,) = geometries(shaped(events, shape))
    assert [part["type"] for part in geometry["geometries"]] == [
        "Point",
        "Polygon" if lon == 0 else "MultiPolygon",
    ]


def test_heights_are_kept(events):
    (geometry,) = geometries(shaped(events, Point(1, 2, 3.5)))
    assert geometry["coordinates"] == [1, 2, 3.5]


# --- GeoJSON: the box


@pytest.mark.parametrize(
    ("lons", "west", "east"),
    [
        ([10], 10, 10),
        ([10, 40], 10, 40),
        ([-10, 10], -10, 10),
        ([179, -179], 179, -179),
        ([170, 175, -175, -160], 170, -160),
        ([-90, 90], -90, 90),
        ([-120, 0, 120], -120, 120),
        ([-100, 0, 100], -100, 100),
        ([-170, 20, 60], 20, -170),
    ],
)
def test_box_is_the_narrowest_and_west_exceeds_east_across_180(events, lons, west, east):
    frame = shaped(events, *(Point(lon, at) for at, lon in enumerate(lons)))
    assert check(to_geojson(frame))["bbox"] == [west, 0, east, len(lons) - 1]


def test_box_of_a_cut_shape_spans_180(events):
    frame = shaped(events, box(170, 0, 190, 10), Point(160, 3))
    assert check(to_geojson(frame))["bbox"] == [160, 0, -170, 10]


# --- CSV


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_a_header_and_a_line_a_row(events):
    first, second = rows_of(to_csv(events))
    names = [name for name in events.columns if name != "geometry"]
    assert list(first) == [*names, "lat", "lon"]
    assert (first["lat"], first["lon"]) == ("36.5866", "37.0463")
    assert (second["lat"], second["lon"]) == ("", "")
    assert (first["date_start"], first["fatalities"], first["radius_km"]) == (
        "2019-05-13",
        "3",
        "2.5",
    )


def test_empty_table_is_a_header():
    text = to_csv(from_rows([]))
    assert rows_of(text) == []
    assert text.startswith("event_id,event_type,")
    assert text.count("\r\n") == 1


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "'=", "''@", "＝", "－"])
@pytest.mark.parametrize("column", ["quote", "actor1", "title", "extra"])
def test_no_text_begins_like_a_formula(full_row, sign, column):
    text = f'{sign}HYPERLINK("https://x.example","y")'
    (row,) = rows_of(to_csv(from_rows([full_row | {column: text}])))
    assert row[column] == f"'{text}"


def test_no_name_of_a_column_begins_like_a_formula(full_row):
    header = to_csv(from_rows([full_row | {"=1+1": "x"}])).split("\r\n")[0]
    assert "'=1+1" in header.split(",")


def test_numbers_stay_numbers(full_row):
    frame = from_rows([full_row | {"lat": -35.5, "lon": -0.25, "depth": -7, "share": -0.5}])
    (row,) = rows_of(to_csv(frame))
    assert [row[name] for name in ("lat", "lon", "depth", "share")] == [
        "-35.5",
        "-0.25",
        "-7",
        "-0.5",
    ]


@pytest.mark.parametrize(
    "text", ['say "no"', "one,two", "one\ntwo", "one\r\ntwo", "قصف 🔥", "a;b", " x ", "NA", "007"]
)
def test_text_comes_back_as_it_was(full_row, text):
    (row,) = rows_of(to_csv(from_rows([full_row | {"quote": text}])))
    assert row["quote"] == text


def test_nested_values_are_json(full_row):
    (row,) = rows_of(to_csv(from_rows([full_row | {"extra": {"a": [1, "b"]}}])))
    assert row["extra"] == '{"a": [1, "b"]}'


def test_csv_is_in_wgs_84_whatever_the_crs(events):
    assert to_csv(events.to_crs("EPSG:3857")) == to_csv(events)


@pytest.mark.parametrize("spot", [(math.nan, 1), (1, math.inf), (0, 95)])
def test_csv_leaves_a_point_that_is_nowhere_out(events, spot):
    (row,) = rows_of(to_csv(shaped(events, Point(*spot))))
    assert (row["lat"], row["lon"]) == ("", "")


def test_csv_places_a_shape_by_its_middle_across_180_too(events):
    first, second = rows_of(to_csv(shaped(events, box(0, 0, 2, 4), box(175, 0, 195, 4))))
    assert (first["lat"], first["lon"]) == ("2.0", "1.0")
    assert (second["lat"], second["lon"]) == ("2.0", "-175.0")


def test_columns_called_lat_and_lon_do_not_stand_twice(events):
    header = to_csv(events.assign(lat=[1, 2], lon=[3, 4])).split("\r\n")[0].split(",")
    assert header.count("lat") == header.count("lon") == 1


# --- files


@pytest.mark.parametrize("name", ["a.geojson", "a.json", "A.GEOJSON"])
def test_suffix_makes_geojson(events, tmp_path, name):
    write(events, tmp_path / name)
    assert check((tmp_path / name).read_text("utf-8")) == json.loads(to_geojson(events))


def test_suffix_makes_csv_to_the_byte(full_row, tmp_path):
    frame = from_rows([full_row | {"quote": "one\r\ntwo\nthree é"}])
    write(frame, str(tmp_path / "a.CSV"))
    assert (tmp_path / "a.CSV").read_bytes() == to_csv(frame).encode("utf-8")


@pytest.mark.parametrize("name", ["a.txt", "a", "csv", "a.csv.gz"])
def test_other_suffix_is_refused_before_anything_is_written(events, tmp_path, name):
    with pytest.raises(GeoError, match=r"\.geojson, \.json, \.csv"):
        write(events, tmp_path / name)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(GeoError):
        check_suffix(name)


@pytest.mark.parametrize("name", ["a.geojson", "a.csv"])
def test_failing_write_leaves_the_old_file(events, tmp_path, name, monkeypatch):
    target = tmp_path / name
    write(events, target)
    before = target.read_bytes()

    def half(path, text, **_):
        path.write_bytes(text.encode()[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(target), "write_text", half)
    with pytest.raises(OSError, match="No space"):
        write(events.iloc[:1], target)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_failing_conversion_leaves_the_old_file(events, tmp_path, monkeypatch):
    target = tmp_path / "a.geojson"
    write(events, target)
    before = target.read_bytes()
    monkeypatch.setattr(export, "plain_rows", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write(events, target)
    assert target.read_bytes() == before


def test_numpy_numbers_in_further_columns_are_written(events):
    frame = events.assign(extra=np.array([1, 2], dtype="int16"))
    assert [each["properties"]["extra"] for each in check(to_geojson(frame))["features"]] == [1, 2]
    assert [row["extra"] for row in rows_of(to_csv(frame))] == ["1", "2"]
