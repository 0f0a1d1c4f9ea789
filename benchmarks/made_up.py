"""A made-up table of events as large as one likes, the same at every run."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo import schema
from geo.settings import CRS

DAYS = 3650
"""Ten years, as a long table of a conflict covers."""

_FIRST = np.datetime64("2015-01-01")
_KINDS = (
    ("Battles", "Armed clash", 0.3),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack", 0.25),
    ("Explosions/Remote violence", "Air/drone strike", 0.15),
    ("Violence against civilians", "Attack", 0.12),
    ("Protests", "Peaceful protest", 0.1),
    ("Riots", "Mob violence", 0.03),
    ("Strategic developments", "Agreement", 0.03),
    ("Diplomacy and relief", "Talks", 0.02),
)
_LETTERS = np.array(list("etaoinshrdlu"))


def _words(chance: np.random.Generator, count: int) -> np.ndarray:
    """Make words that nobody reads, of the length of English ones."""
    lengths = chance.integers(2, 10, count)
    return np.array(["".join(chance.choice(_LETTERS, length)) for length in lengths])


def _quotes(chance: np.random.Generator, rows: int) -> list[str]:
    """Make sentences of 200 characters that deflate to a third, as news text does."""
    words = _words(chance, 4000)
    often = 1 / np.arange(1, len(words) + 1)
    picked = chance.choice(words, (rows, 45), p=often / often.sum())
    return [" ".join(row)[:199].capitalize() + "." for row in picked]


def events(rows: int, *, seed: int = 7) -> gpd.GeoDataFrame:
    """Make a table that keeps :mod:`geo.schema`, with the spread of a long war's records.

    A town in five rows or 50,000 at most, some with most of the events; one event in
    twelve is known to a province only, one in twelve to a month; one in two hundred has
    no day.
    """
    chance = np.random.default_rng(seed)
    number = np.arange(rows)
    towns = max(20, min(rows // 5, 50_000))
    often = 1 / np.arange(1, towns + 1) ** 0.6
    town = chance.choice(towns, rows, p=often / often.sum())
    lat = np.round(chance.uniform(12, 48, towns), 4)[town]
    lon = np.round(chance.uniform(-10, 60, towns), 4)[town]
    province = chance.random(rows) < 1 / 12
    lat = np.where(province, np.round(lat), lat)
    lon = np.where(province, np.round(lon), lon)
    kind = chance.choice(len(_KINDS), rows, p=[share for _, _, share in _KINDS])
    # A report tells of a few events of its days.
    start = _FIRST + np.sort(chance.integers(0, DAYS, rows)).astype("timedelta64[D]")
    month = chance.random(rows) < 1 / 12
    start = np.where(month, start.astype("datetime64[M]").astype("datetime64[D]"), start)
    end = np.where(month, start + np.timedelta64(29, "D"), start)
    undated = chance.random(rows) < 1 / 200
    start, end = (np.where(undated, np.datetime64("NaT"), day) for day in (start, end))
    killed = chance.poisson(1.5, rows)
    actors = chance.integers(0, 400, (2, rows))
    columns = {
        "event_id": [f"{value:016x}" for value in chance.integers(0, 2**63, rows)],
        "event_type": np.array([name for name, _, _ in _KINDS])[kind],
        "sub_event_type": np.array([name for _, name, _ in _KINDS])[kind],
        "status": "reported",
        "date_start": start.astype("datetime64[s]"),
        "date_end": end.astype("datetime64[s]"),
        "date_precision": np.where(undated, None, np.where(month, "month", "day")),
        "location": [f"Town {at}" for at in town],
        "place_text": [f"Town {at}" for at in town],
        "country": np.array(["SY", "IQ", "TR", "LY", "SD", "ML", "UA", "YE"])[town % 8],
        "admin1": [f"Province {at % 120}" for at in town],
        "geo_precision": np.where(province, 4, 1),
        "radius_km": np.where(province, 60.0, 3.0),
        "actor1": [f"Actor {at}" for at in actors[0]],
        "actor2": [f"Actor {at}" for at in actors[1]],
        "fatalities": killed,
        "source": [f"Paper {at % 60}" for at in number],
        "url": [f"https://example.org/reports/{at // 5}" for at in number],
        "document_id": [f"report-{at // 5}" for at in number],
        "quote": _quotes(chance, rows),
        "confidence": np.round(chance.uniform(0.4, 1, rows), 2),
    }
    table = pd.DataFrame(
        {
            name: pd.Series(columns.get(name, pd.NA), index=number).astype(column.dtype)
            if column.dtype != schema.DAY
            else pd.Series(columns.get(name, pd.NaT), index=number, dtype="datetime64[s]")
            for name, column in schema.COLUMNS.items()
        }
    )
    return gpd.GeoDataFrame(table, geometry=shapely.points(lon, lat), crs=CRS)
