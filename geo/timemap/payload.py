"""What the page's script reads: the events by column, packed, as inert text.

What the map computes with at every step (days, places, types, actors …) travels as typed
arrays, one a column; what only an open card or a download needs (quotes, links, reasons)
travels in blocks of rows that the page unpacks when somebody asks. All of it is deflated
and written in 85 harmless characters, so that no news text can be taken for markup or a
template.
"""

from __future__ import annotations

import json
import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from geo import gazetteer, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    from numpy.typing import NDArray

VERSION = 2
BLOCK_ROWS = 512
"""Rows of a block: few enough to be unpacked in a blink, enough to be packed well."""

NONE = -(2**31)
"""A number that is not known, in a column of whole numbers."""

DECIMALS = 7
"""Of a degree; as many as an export has (RFC 7946, section 11.2)."""

MOST_TOWNS = 400
"""Names of towns that the ground has for orientation."""

ALPHABET = bytes(code for code in range(33, 127) if chr(code) not in "\"'<>&\\{}`")
"""The 85 digits of the packed text: nothing that ends a string, a tag or a template."""

_EPOCH = np.datetime64("1970-01-01", "D")
_DAYS = ("date_start", "date_end")
_WORDS = (
    "event_type", "sub_event_type", "status", "date_precision", "location", "place_text",
    "country", "admin1", "admin2", "actor1", "actor2", "source",
)  # fmt: skip
"""Texts that many rows share: each is kept once, the rows hold its number."""
_BY_PLACE = ("location", "country", "admin1", "admin2")
"""Of these, what a place nearly always has the same of."""
_MEASURES = {"geo_precision": 0, "radius_km": 3, "confidence": 4}
"""Numbers with few different values, and the decimals that are kept of them."""
_LEFT_OUT = {"spans"}
"""Where in the document each value's words stand: the page does not hold the document."""
_DETAILS = tuple(
    name
    for name in schema.COLUMNS
    if name not in {"event_id", *_DAYS, *_WORDS, *_MEASURES, *_LEFT_OUT}
)
_DIGITS = np.frombuffer(ALPHABET, dtype=np.uint8)
_LEVEL = 6
"""Of deflate: 9 saves another hundredth and takes more than twice as long."""

DIRECTIONS = {"en": "ltr", "ar": "rtl", "tr": "ltr", "fr": "ltr"}
"""The way each of the page's languages is read."""

LANGUAGES = tuple(DIRECTIONS)
"""The languages that the page's own words are written in."""


@dataclass(frozen=True, slots=True)
class Payload:
    """A table of events as the page's script reads it.

    Attributes
    ----------
    head : dict
        What fits JSON: title, credits, tiles, and the packed columns.
    blocks : tuple of str
        The packed JSON of each :data:`BLOCK_ROWS` rows' further values.
    """

    head: dict[str, Any]
    blocks: tuple[str, ...]


def payload(
    frame: gpd.GeoDataFrame,
    *,
    title: str | None,
    tiles: dict[str, Any] | None,
    language: str = "en",
) -> Payload:
    """Pack a table for the page's script, rows in the order of their first day.

    Days are counted from 1970-01-01, since a calendar day that passes through a clock
    time can be lost on the way.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        As :mod:`geo.schema` says.
    title : str, optional
        By default the language's own.
    tiles : dict or None
        ``url`` and ``attribution`` of online tiles.
    language : str, optional
        One of :data:`LANGUAGES`.

    Raises
    ------
    ValueError
        If the page does not speak the language.
    """
    if language not in DIRECTIONS:
        message = f"The map has no language {language!r}. It has {', '.join(DIRECTIONS)}."
        raise ValueError(message)
    days = {name: _day_numbers(frame[name]) for name in _DAYS}
    first = np.where(days["date_start"] == NONE, days["date_end"], days["date_start"])
    order = np.argsort(np.where(first == NONE, np.iinfo(np.int32).max, first), kind="stable")
    rows = _without_empty_texts(frame.iloc[order])
    columns = {name: _steps(days[name][order]) for name in _DAYS}
    sites, site, box = _sites(rows)
    columns |= {name: _words(rows[name]) for name in _WORDS}
    columns |= {name: _words(rows[name], site=site) for name in _BY_PLACE}
    columns |= {name: _measures(rows[name], digits) for name, digits in _MEASURES.items()}
    columns["place_text"] = _words(rows["place_text"], like=rows["location"])
    columns["event_id"] = _ids(rows["event_id"])
    return Payload(
        head={
            "version": VERSION,
            "title": title,
            "language": language,
            "reports": int(frame["document_id"].nunique()),
            "attribution": gazetteer.attribution(),
            "tiles": tiles,
            "rows": len(frame),
            "block_rows": BLOCK_ROWS,
            "towns": _towns(box),
            "columns": columns,
            "sites": sites,
        },
        blocks=_blocks(rows),
    )


def _without_empty_texts(rows: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give a copy in which a text of no letters is none: a page has one way to say nothing."""
    texts = [name for name, column in schema.COLUMNS.items() if column.dtype == schema.TEXT]
    emptied = {
        name: rows[name].mask(rows[name] == "", pd.NA)
        for name in texts
        if not schema.COLUMNS[name].required
    }
    return rows.assign(**emptied)


def inert_json(content: object) -> str:
    """Write JSON that may stand inside a script element, whatever text it holds."""
    text = json.dumps(content, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def packed(content: bytes) -> str:
    """Deflate, and write each four bytes as five digits to base 85, the highest first.

    The first character says how many bytes were added to make the last group whole.
    """
    deflated = zlib.compress(content, _LEVEL)
    short = -len(deflated) % 4
    padded = np.frombuffer(deflated + bytes(short), dtype=">u4").astype(np.uint32)
    digits = np.empty((len(padded), 5), dtype=np.uint8)
    for place in range(4, -1, -1):
        padded, digits[:, place] = np.divmod(padded, np.uint32(85))
    return f"{short}{_DIGITS[digits].tobytes().decode('ascii')}"


def _packed_json(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # Half a character, which UTF-8 has no bytes for, goes as JSON's own escape.
    return packed(text.encode("utf-8", "backslashreplace"))


def _numbers(values: NDArray[Any], kind: str) -> dict[str, str]:
    return {"type": kind, "data": packed(np.asarray(values, dtype=f"<{_CODES[kind]}").tobytes())}


_CODES = {"uint8": "u1", "uint16": "u2", "uint32": "u4", "int32": "i4"}


def _smallest(highest: int) -> str:
    return next(k for k in ("uint8", "uint16", "uint32") if highest <= np.iinfo(k).max)


def _day_numbers(days: pd.Series[Any]) -> NDArray[np.int32]:
    known = days.notna().to_numpy()
    numbers = np.full(len(days), NONE, dtype=np.int32)
    numbers[known] = (days[known].to_numpy().astype("datetime64[D]") - _EPOCH).astype(np.int32)
    return numbers


def _steps(numbers: NDArray[np.int32]) -> dict[str, Any]:
    """Give each number as its difference to the one before: in time's order these are small."""
    steps = np.diff(numbers, prepend=np.int32(0))
    return {**_numbers(steps, "int32"), "steps": True}


def _coded(codes: NDArray[Any], values: list[Any]) -> dict[str, Any]:
    """Give the number of each row's value; 0 is no value, i the value at i - 1."""
    kind = _smallest(len(values) + 1)
    return {**_numbers(codes + 1, kind), "values": _packed_json(values)}


def _words(
    texts: pd.Series[Any],
    *,
    like: pd.Series[Any] | None = None,
    site: NDArray[np.int64] | None = None,
) -> dict[str, Any]:
    """Pack texts.

    Parameters
    ----------
    texts : pandas.Series
    like : pandas.Series, optional
        Texts that are as in this column, as most names are written, get the value null.
    site : numpy.ndarray of int, optional
        The place of each row. A text that is the same as at the last row of the place
        gets the number 0, and all others one more than they have.
    """
    codes, values = pd.factorize(texts)
    listed: list[str | None] = [str(value) for value in values]
    if like is not None:
        same = (texts == like).fillna(value=False).to_numpy(dtype=bool)
        codes = np.where(same, len(listed), codes)
        listed.append(None)
    if site is None:
        return _coded(codes, listed)
    order = np.argsort(site, kind="stable")
    again = np.zeros(len(codes), dtype=bool)
    again[order[1:]] = np.diff(site[order]) == 0
    again[order[1:]] &= np.diff(codes[order]) == 0
    return {**_coded(np.where(again, -1, codes + 1), listed), "by_place": True}


def _measures(numbers: pd.Series[Any], digits: int) -> dict[str, Any]:
    rounded = numbers.astype("Float64").round(digits)
    codes, values = pd.factorize(rounded)
    return _coded(codes, [_plain(float(value)) for value in values])


def _plain(number: float) -> int | float:
    return int(number) if number.is_integer() else number


def _sites(
    rows: gpd.GeoDataFrame,
) -> tuple[dict[str, Any], NDArray[np.int64], tuple[float, ...] | None]:
    """Give the points, each once, in ten-millionths of a degree, and the point of each row.

    The third value is the box they lie in (west, south, east, north, degrees).
    """
    points = rows.geometry.to_numpy()
    lon, lat = shapely.get_x(points), shapely.get_y(points)
    sound = (np.abs(lon) <= _EAST) & (np.abs(lat) <= _NORTH)
    whole = [np.where(sound, np.round(v * 10**DECIMALS), 0).astype(np.int64) for v in (lon, lat)]
    codes, keys = pd.factorize(np.where(sound, whole[0] * 2**32 + whole[1] + 2**31, _NOWHERE))
    if len(at := np.flatnonzero(keys == _NOWHERE)):
        codes = np.where(codes == at[0], -1, np.where(codes > at[0], codes - 1, codes))
        keys = np.delete(keys, at)
    packed_sites = {
        "count": len(keys),
        "lon": _numbers(keys >> 32, "int32"),
        "lat": _numbers((keys & (2**32 - 1)) - 2**31, "int32"),
        "of_row": _numbers(codes + 1, _smallest(len(keys))),
    }
    box = None
    if sound.any():
        box = (lon[sound].min(), lat[sound].min(), lon[sound].max(), lat[sound].max())
    return packed_sites, codes, box


def _towns(box: tuple[float, ...] | None) -> list[list[Any]]:
    """Give names for the ground: the largest towns where the events are and round about."""
    if box is None:
        return []
    west, south, east, north = box
    across, up = max(4.0, (east - west) / 2), max(4.0, (north - south) / 2)
    found = gazetteer.Gazetteer.open().largest(
        west - across, south - up, east + across, north + up, count=MOST_TOWNS
    )
    return [[town.name, round(town.lat, 3), round(town.lon, 3)] for town in found]


_NOWHERE = np.int64(2**62)
_EAST, _NORTH = 180, 90


def _ids(ids: pd.Series[Any]) -> dict[str, Any]:
    """Pack hashes as the bytes that their hexadecimal digits stand for, other ids as texts."""
    texts = [str(id_) for id_ in ids]
    length = len(texts[0]) if texts else 0
    joined = "".join(texts)
    if (
        length > 0
        and length % 2 == 0
        and all(len(text) == length for text in texts)
        and re.fullmatch("[0-9a-f]*", joined)
    ):
        return {"length": length, "data": packed(bytes.fromhex(joined))}
    return {"length": 0, "data": _packed_json(texts)}


def _blocks(rows: gpd.GeoDataFrame) -> tuple[str, ...]:
    columns = {name: _plain_column(rows[name], schema.COLUMNS[name].dtype) for name in _DETAILS}

    def pieces() -> Iterator[dict[str, list[Any]]]:
        for start in range(0, len(rows), BLOCK_ROWS):
            part = {name: values[start : start + BLOCK_ROWS] for name, values in columns.items()}
            yield {name: some for name, some in part.items() if some.count(None) < len(some)}

    # zlib lets other threads run while it works.
    with ThreadPoolExecutor() as pool:
        return tuple(pool.map(_packed_json, pieces()))


def _plain_column(values: pd.Series[Any], dtype: str) -> list[Any]:
    if dtype == schema.DAY:
        return [None if n == NONE else n for n in _day_numbers(values).tolist()]
    plain: list[Any] = values.astype(object).where(values.notna(), None).tolist()
    return plain
