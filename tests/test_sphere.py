from __future__ import annotations

import math

import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from geo.sphere import EARTH_RADIUS_KM, distance_km, mean_point

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)
POINTS = st.tuples(LATITUDES, LONGITUDES)


@given(POINTS, POINTS)
def test_distance_agrees_with_geopy_to_a_millimetre(one, other):
    theirs = great_circle(one, other, radius=EARTH_RADIUS_KM).km
    # Near the antipode every formula in plain floats loses some digits.
    tolerance = 1e-6 if theirs < 0.99 * math.pi * EARTH_RADIUS_KM else 0.5
    assert distance_km(*one, *other) == pytest.approx(theirs, abs=tolerance)


@given(POINTS, POINTS)
def test_distance_is_the_same_both_ways(one, other):
    assert distance_km(*one, *other) == distance_km(*other, *one)


@given(POINTS)
def test_distance_of_a_point_to_itself_is_nothing(point):
    assert distance_km(*point, *point) == 0


@given(POINTS, POINTS)
def test_distance_is_at_most_half_the_earths_round(one, other):
    assert 0 <= distance_km(*one, *other) <= math.pi * EARTH_RADIUS_KM


def test_distance_across_the_antimeridian_is_short():
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(math.radians(1) * EARTH_RADIUS_KM)


def test_latitude_comes_first():
    assert distance_km(0, 0, 60, 0) == pytest.approx(distance_km(0, 0, 0, 60))
    assert distance_km(60, 0, 60, 10) < distance_km(0, 0, 0, 10) * 0.51


@given(st.floats(-89, 89), LONGITUDES)
def test_mean_of_one_point_is_that_point(lat, lon):
    mean_lat, mean_lon = mean_point([(lat, lon)])
    assert distance_km(lat, lon, mean_lat, mean_lon) < 0.002


@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(0.1, 5))
def test_mean_of_two_points_lies_as_far_from_both(lat, lon, apart):
    one, other = (lat, lon), (lat + apart, lon + apart)
    mean = mean_point([one, other])
    assert distance_km(*mean, *one) == pytest.approx(distance_km(*mean, *other), abs=0.005)
    assert distance_km(*mean, *one) < distance_km(*one, *other)


def test_mean_across_the_antimeridian_stays_there():
    lat, lon = mean_point([(10, 179), (10, -179)])
    assert abs(lon) == 180
    assert lat == pytest.approx(10, abs=0.01)


def test_mean_of_nothing_is_refused_and_not_null_island():
    with pytest.raises(ValueError, match="no point"):
        mean_point([])
