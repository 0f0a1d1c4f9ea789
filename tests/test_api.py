"""The library's front door."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import pytest

import geo
from geo import documents, export
from geo.errors import GeoError
from geo.timemap import EventLayer

if TYPE_CHECKING:
    from collections.abc import Callable

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


def test_a_path_in_the_place_of_a_text_is_refused_with_the_way_to_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: geo.Gazetteer
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "reports").mkdir()
    given: list[Any] = ["a.txt", "reports/", str(tmp_path), Path("a.txt"), ["a.txt"], [Path("b")]]
    for each in given:
        with pytest.raises(GeoError, match=r"geo\.parse\(geo\.documents\.read\(\['"):
            geo.parse(each, gazetteer=gazetteer)
    with pytest.raises(GeoError, match=r"geo\.read_events\('e\.csv'\)"):
        geo.parse(Path("e.csv"), gazetteer=gazetteer)
    # What the error says can be done.
    read = geo.parse(geo.documents.read(["a.txt"]), gazetteer=gazetteer)
    assert len(read) == len(geo.parse(TEXT, gazetteer=gazetteer))
    # A name that is no file, a long line and a text of several lines are texts.
    for text in ("b.txt", "word " * 2000, "a.txt\nreports"):
        assert geo.parse(text, gazetteer=gazetteer).empty


def test_a_path_in_a_stream_stops_it_also_where_refusals_are_gathered(
    tmp_path: Path, gazetteer: geo.Gazetteer
) -> None:
    told: list[Exception] = []
    with pytest.raises(GeoError, match="is a path"):
        geo.parse([TEXT, str(tmp_path)], gazetteer=gazetteer, on_error=told.append)
    assert told == []


def test_texts_in_a_list_are_reports(gazetteer: geo.Gazetteer) -> None:
    other = "A car bomb killed six people in Azaz on 7 January 2017."
    document = documents.from_text(other)
    told: list[Exception] = []
    given = [TEXT, "", document]
    both = geo.parse(given, published="2020-03-02", gazetteer=gazetteer, on_error=told.append)
    assert both["location"].tolist() == ["Idlib", "Aleppo", "Azaz"]
    assert str(both["date_start"].iloc[0].date()) == "2020-03-01"
    assert len(told) == 1
    series = pd.Series([TEXT, other])
    assert len(geo.parse(series, gazetteer=gazetteer)) == len(both)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([3], "int: is no report"),
        (b"bytes", "int: is no report"),
        (pd.DataFrame({"text": [TEXT]}), "column of texts"),
        ({"text": TEXT}, "column of texts"),
    ],
)
def test_what_is_no_text_is_refused(given: Any, said: str, gazetteer: geo.Gazetteer) -> None:
    with pytest.raises(GeoError) as caught:
        geo.parse(given, gazetteer=gazetteer)
    assert said in str(caught.value)


@pytest.mark.parametrize("takes", [geo.event_map, EventLayer], ids=["event_map", "EventLayer"])
def test_a_map_of_what_is_no_table_of_events_says_how_to_get_one(
    takes: Callable[..., Any], tmp_path: Path, gazetteer: geo.Gazetteer
) -> None:
    path = tmp_path / "events.geojson"
    export.write(geo.parse(TEXT, published="2020-03-02", gazetteer=gazetteer), path)
    untyped = gpd.read_file(path)
    for given, said in (
        (str(path), "this is a path"),
        (path, "this is a path"),
        (pd.DataFrame(untyped), r"this is a pandas\.DataFrame, not a geopandas\.GeoDataFrame"),
        ([{"event_id": "1"}], "this is a list"),
        (untyped, "column 'captured' has dtype object, not Int64"),
    ):
        with pytest.raises(GeoError, match=said) as caught:
            takes(given)
        assert "geo.read_events(path)" in str(caught.value)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301
    assert takes(geo.read_events(path))
