from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo import schema
from geo.errors import SchemaError
from geo.frame import from_rows, geo_precision, joined, plain_rows, time_precision, to_frame
from geo.model import (
    Annotation,
    Casualties,
    Document,
    Event,
    Evidence,
    Place,
    Resolution,
    Toponym,
    When,
)

AZAZ = Place(
    id="gn:172408",
    name="A‘zāz",
    kind="P.PPL",
    country="SY",
    admin1="Aleppo",
    admin2=None,
    lat=36.5866,
    lon=37.0463,
    population=66138,
    radius_km=2.5,
)
TEXT = "Border post quiet.\nShells fell on Azaz on Monday, not far from Qwxyz.\nNight fell."
DOCUMENT = Document(
    id="d1",
    text=TEXT,
    title="Shells",
    source="Border Courier",
    url="https://courier.example/azaz",
    published=date(2019, 5, 15),
)


def toponym(name):
    start = TEXT.index(name)
    return Toponym(start, start + len(name), name)


FOUND = Resolution(toponym("Azaz"), AZAZ, 0.9, "the only place of that name")
OPEN = Resolution(toponym("Qwxyz"), None, 0.0, "no place of that name is known")
MONDAY = When(
    start=TEXT.index("on Monday"),
    end=TEXT.index("on Monday") + 9,
    text="on Monday",
    type="DATE",
    value="2019-05-13",
    first=date(2019, 5, 13),
    last=date(2019, 5, 13),
    precision="day",
    role="event",
    anchor="the Monday before publication",
)
QUOTE = "Shells fell on Azaz on Monday, not far from Qwxyz."


def event(**changes):
    fields = {
        "id": "e1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "status": "reported",
        "when": MONDAY,
        "resolution": FOUND,
        "actors": ("Gunners", "Traders"),
        "casualties": Casualties(fatalities=3, fatalities_low=3, injured=0),
        "quote": QUOTE,
        "quote_start": TEXT.index(QUOTE),
        "quote_end": TEXT.index(QUOTE) + len(QUOTE),
        "document_id": "d1",
        "confidence": 0.8,
        "reason": "“shells fell” says so",
    }
    return Event(**(fields | changes))


def annotation(*events, resolutions=(FOUND, OPEN), document=DOCUMENT):
    return Annotation(document, resolutions=resolutions, events=events)


# --- annotations to rows


def test_event_becomes_a_row_with_all_that_is_known():
    frame = to_frame([annotation(event())])
    (row,) = plain_rows(frame)
    expected = {
        "event_id": "e1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "status": "reported",
        "date_start": "2019-05-13",
        "date_end": "2019-05-13",
        "date_precision": "day",
        "date_text": "on Monday",
        "time_precision": 1,
        "location": "A‘zāz",
        "place_text": "Azaz",
        "place_id": "gn:172408",
        "country": "SY",
        "admin1": "Aleppo",
        "geo_precision": 1,
        "radius_km": 2.5,
        "actor1": "Gunners",
        "actor2": "Traders",
        "fatalities": 3,
        "fatalities_low": 3,
        "injured": 0,
        "source": "Border Courier",
        "title": "Shells",
        "url": "https://courier.example/azaz",
        "document_id": "d1",
        "published": "2019-05-15",
        "quote": QUOTE,
        "quote_start": 19,
        "quote_end": 19 + len(QUOTE),
        "confidence": 0.8,
        "reports": 1,
        "reason": "“shells fell” says so",
    }
    assert row == dict.fromkeys(schema.COLUMNS) | expected


def test_longitude_is_x_and_latitude_is_y():
    (point,) = to_frame([annotation(event())]).geometry
    assert (point.x, point.y) == (AZAZ.lon, AZAZ.lat)


def test_event_at_an_unresolved_place_has_a_row_and_no_point():
    frame = to_frame([annotation(event(resolution=OPEN))])
    assert frame.geometry.isna().tolist() == [True]
    assert frame["place_text"].tolist() == ["Qwxyz"]
    assert frame[["location", "place_id", "geo_precision", "radius_km"]].isna().all(axis=None)


def test_event_without_a_date_has_a_row_and_no_day():
    frame = to_frame([annotation(event(when=None))])
    assert frame.filter(regex="^date_|^time_").isna().all(axis=None)


def test_open_date_keeps_its_words_without_a_precision():
    undated = When(0, 5, "on Monday", "DATE", "XXXX-WXX-1", None, None, "day", "event", "open")
    frame = to_frame([annotation(event(when=undated))])
    assert frame["date_text"].tolist() == ["on Monday"]
    assert frame[["date_start", "date_end", "time_precision"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("actors", "expected"), [((), [None, None]), (("A",), ["A", None]), (("A", "B"), ["A", "B"])]
)
def test_up_to_two_actors_are_kept_in_order(actors, expected):
    (row,) = plain_rows(to_frame([annotation(event(actors=actors))]))
    assert [row["actor1"], row["actor2"]] == expected


def test_nothing_becomes_an_empty_table_with_all_columns():
    frame = to_frame([])
    assert len(frame) == 0
    assert list(frame.columns) == [*schema.COLUMNS, "geometry"]
    assert frame.crs.to_epsg() == 4326


def test_empty_and_full_tables_have_the_same_dtypes():
    assert to_frame([]).dtypes.to_dict() == to_frame([annotation(event())]).dtypes.to_dict()


def test_rows_stand_in_the_order_of_the_text():
    found = [event(id="b"), event(id="a")]
    assert to_frame([annotation(*found)])["event_id"].tolist() == ["b", "a"]


def test_two_events_under_one_id_break_the_schema():
    with pytest.raises(SchemaError, match="event_id"):
        to_frame([annotation(event(), event())])


# --- mentions


def test_mentions_are_rows_only_when_asked_for():
    assert len(to_frame([annotation()])) == 0
    frame = to_frame([annotation()], mentions=True)
    assert frame["event_type"].tolist() == ["Mention", "Mention"]
    assert frame["place_text"].tolist() == ["Azaz", "Qwxyz"]
    assert frame.geometry.notna().tolist() == [True, False]
    assert frame["reason"].tolist() == [FOUND.reason, OPEN.reason]


def test_place_of_an_event_is_no_mention_besides():
    frame = to_frame([annotation(event())], mentions=True)
    assert frame["place_text"].tolist() == ["Azaz", "Qwxyz"]
    assert frame["event_type"].tolist() == ["Explosions/Remote violence", "Mention"]


def test_mentions_quote_the_words_around_them_within_their_line():
    frame = to_frame([annotation()], mentions=True)
    assert frame["quote"].tolist() == [QUOTE, QUOTE]


@given(st.text("ab cé\n", max_size=300), st.text("ab cé\n", max_size=300))
def test_quote_of_a_mention_is_the_text_at_its_offsets(before, after):
    text = f"{before}Azaz{after}"
    resolution = Resolution(Toponym(len(before), len(before) + 4, "Azaz"), AZAZ, 0.9, "known")
    document = Document(id="d", text=text)
    found = annotation(resolutions=(resolution,), document=document)
    (row,) = plain_rows(to_frame([found], mentions=True))
    assert row["quote"] == text[row["quote_start"] : row["quote_end"]]
    assert row["quote_start"] <= len(before) < len(before) + 4 <= row["quote_end"]
    assert "\n" not in row["quote"]
    assert len(row["quote"]) <= 164


def test_quote_of_a_mention_cuts_no_word():
    text = "w" * 7 + " word" * 40 + " Azaz" + " word" * 40
    resolution = Resolution(Toponym(208, 212, "Azaz"), AZAZ, 0.9, "known")
    found = annotation(resolutions=(resolution,), document=Document(id="d", text=text))
    (quote,) = to_frame([found], mentions=True)["quote"]
    assert set(quote.split()) == {"word", "Azaz"}


def test_ids_of_mentions_are_the_same_each_time_and_differ_by_place():
    one, other = (to_frame([annotation()], mentions=True)["event_id"].tolist() for _ in range(2))
    assert one == other
    assert len(set(one)) == 2


# --- plain rows in


def test_what_a_row_lacks_is_empty(bare_row):
    frame = from_rows([bare_row])
    assert frame.drop(columns=[*bare_row]).isna().all(axis=None)


@pytest.mark.parametrize("missing", ["lat", "lon"])
def test_half_a_position_is_none(full_row, missing):
    assert from_rows([full_row | {missing: None}]).geometry.isna().all()


def test_other_keys_become_columns_behind_the_schemas_own(full_row, bare_row):
    frame = from_rows([full_row | {"desk": "north"}, bare_row | {"rank": 7}])
    assert list(frame.columns) == [*schema.COLUMNS, "desk", "rank", "geometry"]
    assert frame["desk"].tolist() == ["north", None]


def test_key_called_geometry_does_not_stand_in_for_lat_and_lon(bare_row):
    frame = from_rows([bare_row | {"geometry": "POINT (1 2)"}])
    assert frame.geometry.isna().all()


@pytest.mark.parametrize(
    ("name", "value"), [("confidence", 2), ("fatalities", -1), ("lat", 91), ("status", "heard")]
)
def test_rows_that_break_the_schema_are_refused(full_row, name, value):
    with pytest.raises(SchemaError):
        from_rows([full_row | {name: value}])


@pytest.mark.parametrize("text", ["NA", "nan", "None", "", "007", "true", "1e5"])
def test_texts_that_look_like_something_else_stay_texts(full_row, text):
    assert from_rows([full_row | {"actor1": text}])["actor1"].tolist() == [text]


@given(st.dates())
def test_any_calendar_day_stays_that_day(day):
    row = {"event_id": "e", "event_type": "Mention", "status": "reported"}
    row |= {"document_id": "d", "quote": "q", "published": day}
    (plain,) = plain_rows(from_rows([row]))
    assert plain["published"] == day.isoformat()


# --- plain rows out


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (math.nan, None),
        (math.inf, None),
        (-math.inf, None),
        (pd.NA, None),
        (pd.NaT, None),
        (1.0, 1),
        (0.5, 0.5),
        (2.0**60, 2.0**60),
        (True, True),
        ("=1", "=1"),
        (np.int32(3), 3),
        (np.float32(0.5), 0.5),
        (np.bool_(True), True),  # noqa: FBT003  (the value under test)
        (np.array([1.0, np.nan]), [1, None]),
        ([1.0, {"a": math.nan}], [1, {"a": None}]),
        ((1, 2), [1, 2]),
        ({1: 2.0}, {"1": 2}),
        (pd.Timestamp("2020-03-01"), "2020-03-01"),
        (pd.Timestamp("2020-03-01 12:30"), "2020-03-01T12:30:00"),
        (datetime(2020, 3, 1, tzinfo=UTC), "2020-03-01 00:00:00+00:00"),
        (date(2020, 3, 1), "2020-03-01"),
        (shapely.Point(1, 2), "POINT (1 2)"),
    ],
)
def test_values_become_what_json_has(events, value, plain):
    frame = events.iloc[:1].copy()
    frame["extra"] = pd.Series([value], dtype=object, index=frame.index)
    (row,) = plain_rows(frame)
    assert row["extra"] == plain
    assert type(row["extra"]) is type(plain)
    json.dumps(row, allow_nan=False)


def test_geometry_is_left_out_of_plain_rows(events):
    assert all(list(row) == [*schema.COLUMNS] for row in plain_rows(events))


# --- tables below each other


def test_joined_tables_keep_all_values_and_their_order(full_row, bare_row):
    one, other = from_rows([full_row]), from_rows([bare_row | {"desk": "north"}])
    frame = joined([one, other])
    assert frame["event_id"].tolist() == ["e1", "m1"]
    assert frame["desk"].tolist() == [None, "north"]
    assert list(plain_rows(frame.drop(columns="desk")))[:1] == list(plain_rows(one))
    assert frame.geometry[0].equals(one.geometry[0])
    assert frame.geometry[1] is None


def test_repeated_event_stands_once(events):
    assert joined([events, events])["event_id"].tolist() == ["e1", "m1"]


def test_joining_nothing_gives_an_empty_table():
    assert len(joined([])) == 0


def test_one_table_is_given_back(events):
    assert joined([events]) is events


def test_empty_points_are_joined_as_no_place(events):
    hollow = events.copy()
    hollow.loc[0, "geometry"] = shapely.Point()
    frame = joined([hollow, from_rows([])])
    assert frame.geometry.isna().all()


# --- precision codes


@pytest.mark.parametrize(
    ("kind", "country", "radius_km", "code"),
    [
        ("P.PPL", "SY", 2, 1),
        ("S.AIRP", "SY", 5, 1),
        ("A.ADM2", "SY", 30, 3),
        ("A.ADM3", "SY", 10, 3),
        ("A.ADM1", "SY", 80, 4),
        ("L.RGN", "SY", 60, 5),
        ("T.MT", "SY", 1, 1),
        ("A.PCLI", "SY", 400, 6),
        ("L.CONT", None, 3000, 6),
        ("H.SEA", None, 500, 7),
        ("H.LK", "SY", 40, 5),
    ],
)
def test_place_has_ucdps_precision(kind, country, radius_km, code):
    place = Place("x", "X", kind, country, None, None, 0.0, 0.0, radius_km=radius_km)
    assert geo_precision(place) == code


@pytest.mark.parametrize(
    ("last", "code"),
    [
        (None, 1),
        (date(2020, 3, 1), 1),
        (date(2020, 3, 2), 2),
        (date(2020, 3, 7), 2),
        (date(2020, 3, 8), 3),
        (date(2020, 12, 31), 3),
    ],
)
def test_interval_has_acleds_precision(last, code):
    assert time_precision(date(2020, 3, 1), last) == code


def test_an_event_of_two_reports_is_one_row_that_names_both():
    other = replace(DOCUMENT, id="d2", source="Market Herald", url="https://herald.example/1")
    told = [
        annotation(event()),
        annotation(event(id="e2", document_id="d2"), document=other, resolutions=()),
    ]
    (row,) = plain_rows(to_frame(told))
    assert row["reports"] == 2
    assert "told 2 times in 2 reports" in row["reason"]
    (again,) = json.loads(row["other_reports"])
    assert (again["source"], again["quote"]) == ("Market Herald", QUOTE)
    assert {"Border Courier"} == {row["source"]}
    assert to_frame(told, merged=False)["reports"].tolist() == [1, 1]


def test_the_words_of_each_value_are_told_with_the_document_they_stand_in():
    words = (
        Evidence("fatalities", 3, 9, "people", "d1"),
        Evidence("actor1", 0, 4, "Traders", "d2"),
    )
    (row,) = plain_rows(to_frame([annotation(event(evidence=words))]))
    assert json.loads(row["spans"]) == {"fatalities": [3, 9], "actor1": [0, 4, "d2"]}
