from __future__ import annotations

import math

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo import schema
from geo.errors import SchemaError
from geo.frame import from_rows


def broken(frame, **columns):
    """Give a copy with some columns replaced, unchecked."""
    copy = pd.DataFrame(frame.drop(columns="geometry"))
    geometry = columns.pop("geometry", frame.geometry)
    for name, values in columns.items():
        copy[name] = pd.Series(values, dtype=copy[name].dtype)
    return gpd.GeoDataFrame(copy, geometry=geometry, crs="EPSG:4326")


def test_sound_table_has_no_faults_and_is_given_back(events):
    assert schema.faults(events) == ()
    assert schema.validate(events) is events


def test_empty_table_is_sound():
    assert schema.faults(from_rows([])) == ()


def test_further_columns_are_allowed(events):
    assert schema.faults(events.assign(desk="north")) == ()


def test_columns_have_the_names_that_conflict_researchers_know():
    known = "event_type sub_event_type time_precision geo_precision actor1 fatalities admin1"
    assert set(known.split()) <= set(schema.COLUMNS)


@pytest.mark.parametrize("name", [*schema.COLUMNS])
def test_missing_column_is_named(events, name):
    assert f"column {name!r} is missing" in schema.faults(events.drop(columns=name))


def test_missing_geometry_is_named(events):
    frame = gpd.GeoDataFrame(events.drop(columns="geometry"))
    assert schema.faults(frame) == ("column 'geometry' is missing",)


@pytest.mark.parametrize(
    ("name", "values", "dtype"),
    [
        ("quote", [1, 2], "int64"),
        ("fatalities", [1.5, 2], "float64"),
        ("date_start", ["2020-01-01", "soon"], "object"),
        ("confidence", ["high", "low"], "object"),
    ],
)
def test_wrong_dtype_is_named(events, name, values, dtype):
    frame = events.assign(**{name: pd.Series(values, dtype=dtype)})
    assert schema.faults(frame) == (
        f"column {name!r} has dtype {dtype}, not {schema.COLUMNS[name].dtype}",
    )


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_days_may_have_any_resolution(events, unit):
    frame = events.assign(published=events["published"].astype(f"datetime64[{unit}]"))
    assert schema.faults(frame) == ()


def test_column_that_stands_twice_is_named(events):
    frame = pd.concat([events, events[["quote"]]], axis="columns")
    assert schema.faults(frame) == ("column 'quote' stands twice",)


@pytest.mark.parametrize(
    "name", [name for name, column in schema.COLUMNS.items() if column.required]
)
def test_empty_required_column_is_named_with_its_row(events, name):
    frame = broken(events, **{name: [events[name][0], None]})
    assert f"column {name!r} is empty in row 1" in schema.faults(frame)


@pytest.mark.parametrize("name", ["event_type", "sub_event_type", "status"])
def test_unknown_value_is_named(events, name):
    frame = broken(events, **{name: ["Sabotage", events[name][1]]})
    assert f"column {name!r} has unknown values: 'Sabotage'" in schema.faults(frame)


@pytest.mark.parametrize(
    ("name", "value", "side"),
    [
        ("time_precision", 0, "below 1"),
        ("time_precision", 4, "above 3"),
        ("geo_precision", 0, "below 1"),
        ("geo_precision", 8, "above 7"),
        ("fatalities", -1, "below 0"),
        ("radius_km", -0.1, "below 0"),
        ("radius_km", math.inf, "infinite"),
        ("confidence", 1.01, "above 1"),
        ("confidence", -0.01, "below 0"),
        ("quote_start", -1, "below 0"),
    ],
)
def test_value_out_of_bounds_is_named_with_its_row(events, name, value, side):
    frame = broken(events, **{name: [value, None]})
    assert f"column {name!r} is {side} in row 0" in schema.faults(frame)


def test_repeated_id_is_named_with_its_rows(events):
    frame = broken(events, event_id=["x", "x"])
    assert schema.faults(frame) == ("column 'event_id' repeats itself in rows 0, 1",)


def test_dates_that_run_backward_are_named(events):
    days = pd.to_datetime(["2019-05-12", None])
    assert schema.faults(broken(events, date_end=days)) == (
        "date_end lies before date_start in row 0",
    )


def test_half_an_interval_is_named(events):
    days = pd.to_datetime([None, "2019-05-12"])
    assert schema.faults(broken(events, date_end=days)) == (
        "only one of date_start and date_end is given in rows 0, 1",
    )


def test_event_without_sub_type_is_named(events):
    assert schema.faults(broken(events, sub_event_type=[None, None])) == (
        "column 'sub_event_type' is empty for an event in row 0",
    )


@pytest.mark.parametrize(
    "spot",
    [(181, 0), (-180.001, 0), (0, 90.5), (0, -91), (math.nan, 0), (0, math.nan), (math.inf, 0)],
)
def test_point_that_is_nowhere_on_earth_is_named(events, spot):
    frame = broken(events, geometry=[shapely.Point(*spot), None])
    assert schema.faults(frame) == (
        "column 'geometry' holds points outside 180 degrees east and 90 north",
    )


@pytest.mark.parametrize("spot", [(180, 90), (-180, -90), (0, 0)])
def test_points_at_the_edge_of_the_map_are_sound(events, spot):
    assert schema.faults(broken(events, geometry=[shapely.Point(*spot), None])) == ()


def test_empty_point_is_no_place_and_no_fault(events):
    assert schema.faults(broken(events, geometry=[shapely.Point(), None])) == ()


def test_other_shapes_than_points_are_named(events):
    frame = broken(events, geometry=[shapely.box(0, 0, 1, 1), None])
    assert schema.faults(frame) == ("column 'geometry' holds shapes other than points",)


@pytest.mark.parametrize("crs", ["EPSG:3857", None])
def test_other_crs_is_named(events, crs):
    frame = events.set_crs(crs, allow_override=True)
    assert schema.faults(frame) == (f"the CRS is {crs}, not EPSG:4326",)


def test_other_active_geometry_is_named(events):
    frame = events.assign(other=events.geometry).set_geometry("other")
    assert schema.faults(frame) == ("the active geometry is 'other', not 'geometry'",)


def test_all_faults_are_reported_at_once(events):
    frame = broken(
        events.drop(columns="reason"),
        event_id=["x", "x"],
        status=["heard", None],
        confidence=[2, -1],
        geometry=[shapely.Point(200, 0), None],
    ).assign(date_start=["soon", "later"])
    with pytest.raises(SchemaError) as caught:
        schema.validate(frame)
    assert len(caught.value.faults) == 8
    said = str(caught.value)
    for part in (
        "'reason' is missing",
        "'status' is empty in row 1",
        "unknown values: 'heard'",
        "'date_start' has dtype",
        "'confidence' is below 0 in row 1",
        "'confidence' is above 1 in row 0",
        "'event_id' repeats itself",
        "'geometry' holds points outside",
    ):
        assert part in said


def test_many_rows_are_counted_rather_than_listed(full_row):
    frame = from_rows([full_row | {"event_id": f"e{at}"} for at in range(9)])
    assert schema.faults(broken(frame, fatalities=[-1] * 9)) == (
        "column 'fatalities' is below 0 in rows 0, 1, 2, 3, 4 and 4 more",
    )
