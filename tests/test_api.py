"""The library's front door."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import geo
from geo import documents

TEXT = "Two people were killed in Idlib on Sunday, and three in Aleppo on 5 February 2020."


def test_a_text_becomes_a_table_in_wgs84(gazetteer: geo.Gazetteer) -> None:
    events = geo.parse(TEXT, published="2020-03-02", gazetteer=gazetteer)
    assert events.crs.to_epsg() == 4326
    assert 36 < events.geometry.x.iloc[0] < 38
    assert 35 < events.geometry.y.iloc[0] < 37


def test_a_document_and_a_stream_give_the_same_as_a_text(gazetteer: geo.Gazetteer) -> None:
    document = documents.from_text(TEXT, published=date(2020, 3, 2))
    one = geo.parse(document, gazetteer=gazetteer)
    many = geo.parse(iter([document]), gazetteer=gazetteer)
    text = geo.parse(TEXT, published=date(2020, 3, 2), gazetteer=gazetteer)
    assert geo.to_geojson(one) == geo.to_geojson(many) == geo.to_geojson(text)


def test_a_wrong_publication_date_is_refused(gazetteer: geo.Gazetteer) -> None:
    with pytest.raises(ValueError, match=r"month|not a day"):
        geo.parse(TEXT, published="2020-13-01", gazetteer=gazetteer)


def test_mentions_are_rows_only_when_asked_for(gazetteer: geo.Gazetteer) -> None:
    text = "The minister flew from Moscow to Ankara."
    assert len(geo.parse(text, gazetteer=gazetteer)) == 0
    mentions = geo.parse(text, gazetteer=gazetteer, mentions=True)
    assert mentions["location"].tolist() == ["Moscow", "Ankara"]
    assert set(mentions["event_type"]) == {"Mention"}


def test_geocode_gives_reason_and_alternatives(gazetteer: geo.Gazetteer) -> None:
    found = geo.geocode("Tripoli", gazetteer=gazetteer)
    assert found.reason
    assert {place.country for place in found.alternatives} & {"LB", "LY"}


def test_a_moment_as_publication_date_counts_as_its_day(gazetteer: geo.Gazetteer) -> None:
    moment = datetime(2020, 3, 2, 5, 30)  # noqa: DTZ001  (a plain clock time)
    events = geo.parse(TEXT, published=moment, gazetteer=gazetteer)
    assert str(events.loc[0, "published"]) == "2020-03-02 00:00:00"
    assert "Idlib" in geo.event_map(events).html()


def test_a_repeated_document_is_told_and_counted_once(gazetteer: geo.Gazetteer) -> None:
    document = documents.from_text(TEXT, published=date(2020, 3, 2))
    told: list[Exception] = []
    twice = geo.parse([document, document], gazetteer=gazetteer, on_error=told.append)
    assert len(twice) == len(geo.parse(document, gazetteer=gazetteer))
    assert len(told) == 1
