"""What several test modules share: the gazetteer and a small table of events."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import settings

from geo.frame import from_rows
from geo.gazetteer import Gazetteer

# How long an example takes says nothing about right or wrong.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(scope="session")
def gazetteer():
    return Gazetteer.open()


@pytest.fixture
def full_row():
    """A row of the schema with a value in every column."""
    return {
        "event_id": "e1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "status": "reported",
        "date_start": date(2019, 5, 13),
        "date_end": date(2019, 5, 14),
        "date_precision": "day",
        "date_text": "on Monday",
        "time_precision": 2,
        "location": "A‘zāz",
        "place_text": "Azaz",
        "place_id": "gn:172408",
        "country": "SY",
        "admin1": "Aleppo",
        "admin2": "A'zaz",
        "geo_precision": 1,
        "radius_km": 2.5,
        "actor1": "Unidentified gunners",
        "actor2": "Traders",
        "fatalities": 3,
        "fatalities_low": 3,
        "fatalities_high": 4,
        "injured": 11,
        "displaced": 0,
        "source": "Border Courier",
        "title": "Shells hit the market of Azaz",
        "url": "https://courier.example/azaz",
        "document_id": "d1",
        "published": date(2019, 5, 15),
        "quote": "Shells fell on Azaz on Monday.",
        "quote_start": 120,
        "quote_end": 150,
        "confidence": 0.8125,
        "reason": "“shells fell” says so",
        "lat": 36.5866,
        "lon": 37.0463,
    }


@pytest.fixture
def bare_row():
    """A row of the schema with nothing but what it must have: a place not found."""
    return {
        "event_id": "m1",
        "event_type": "Mention",
        "status": "reported",
        "document_id": "d1",
        "quote": "near Qwxyz",
    }


@pytest.fixture
def events(full_row, bare_row):
    """Two rows: an event with its place, and a mention without one."""
    return from_rows([full_row, bare_row])
