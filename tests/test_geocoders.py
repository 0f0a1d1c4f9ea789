"""The gazetteer as geopy and geopandas see it."""

from __future__ import annotations

import geopandas as gpd
import pytest
from geopy.exc import GeocoderQueryError
from geopy.location import Location

import geo
from geo.geocoders import LocalGazetteer


@pytest.fixture
def geocoder(gazetteer: geo.Gazetteer) -> LocalGazetteer:
    return LocalGazetteer(gazetteer)


def test_a_name_becomes_a_location_with_its_record(geocoder: LocalGazetteer) -> None:
    found = geocoder.geocode("Hmeimim")
    assert isinstance(found, Location)
    assert abs(found.latitude - 35.40) < 0.02
    assert abs(found.longitude - 35.95) < 0.02
    assert found.raw["kind"] == "S.AIRB"
    assert found.raw["reason"]


def test_country_codes_choose_between_places(geocoder: LocalGazetteer) -> None:
    assert geocoder.geocode("Tripoli", country_codes="lb").raw["country"] == "LB"
    assert geocoder.geocode("Tripoli", country_codes=["LY"]).raw["country"] == "LY"
    assert geocoder.geocode("Idlib", country_codes="FR") is None


def test_a_list_is_given_when_asked_for(geocoder: LocalGazetteer) -> None:
    found = geocoder.geocode("Tripoli, Lebanon", exactly_one=False)
    assert found[0].raw["country"] == "LB"
    assert geocoder.geocode("Qwxyzville", exactly_one=False) is None


def test_an_empty_query_is_an_error_of_geopy(geocoder: LocalGazetteer) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode("  ")
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse("nowhere")


@pytest.mark.parametrize("query", [(35.93, 36.63), "35.93, 36.63"])
def test_reverse_gives_the_nearest_town_and_how_far_it_is(
    geocoder: LocalGazetteer, query: object
) -> None:
    found = geocoder.reverse(query)
    assert found.raw["name"] == "Idlib"
    assert found.address == "Idlib, SY" or "Idlib" in found.address
    assert found.raw["distance_km"] < 2


def test_reverse_works_across_the_antimeridian_and_at_the_pole(geocoder: LocalGazetteer) -> None:
    fiji = geocoder.reverse((-16.8, -179.99))
    assert fiji.raw["country"] == "FJ"
    assert geocoder.reverse((90.0, 0.0)) is None or geocoder.reverse((90.0, 0.0)).raw["distance_km"]


def test_geopandas_takes_it_as_a_provider(gazetteer: geo.Gazetteer) -> None:
    names = ["Idlib", "Aleppo", "Tartus"]
    found = gpd.tools.geocode(names, provider=LocalGazetteer, gazetteer=gazetteer)
    assert found.crs.to_epsg() == 4326
    assert [round(point.y, 1) for point in found.geometry] == [35.9, 36.2, 34.9]


def test_several_countries_are_weighed_together(geocoder: LocalGazetteer) -> None:
    assert geocoder.geocode("London", country_codes=["CA", "GB"]).raw["country"] == "GB"
    assert geocoder.geocode("London", country_codes="ca,gb").raw["country"] == "GB"


def test_a_missing_value_costs_its_own_row(gazetteer: geo.Gazetteer) -> None:
    with pytest.raises(GeocoderQueryError):
        LocalGazetteer(gazetteer).geocode(None)
    found = gpd.tools.geocode(["Idlib", ""], provider=LocalGazetteer, gazetteer=gazetteer)
    assert found.geometry.is_empty.tolist() == [False, True]
