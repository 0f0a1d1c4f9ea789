"""Annotations become a GeoDataFrame; only here do lat and lon become a point.

The axis order flips in this module and nowhere else: the package speaks of latitude
first, geometries hold x = longitude, y = latitude (EPSG:4326).
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geo import schema
from geo.events import MENTION, merge, split
from geo.events.extractor import unused
from geo.events.nearness import near_km
from geo.settings import CRS
from geo.text import content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from geo.model import Annotation, Document, Event, Place, Resolution, When

_WEEK_DAYS = 7


def to_frame(
    annotations: Iterable[Annotation], *, mentions: bool = False, merged: bool = True
) -> gpd.GeoDataFrame:
    """Turn annotations into a table of events.

    Parameters
    ----------
    annotations : iterable of Annotation
    mentions : bool, default False
        Whether places that are named without an event become rows too, with the
        event type ``Mention``; those that could not be placed have no geometry.
    merged : bool, default True
        Whether an event that is told several times is one row, with all its tellings.

    Returns
    -------
    geopandas.GeoDataFrame
        As :mod:`geo.schema` says, EPSG:4326, one row an event, in the order of the
        texts, then the mentions. Empty, with all columns, if there are none.
    """
    # Texts are not kept: a folder may hold more of them than memory does.
    sources: dict[str, dict[str, Any]] = {}
    told: list[Event] = []
    named: list[dict[str, Any]] = []
    for annotation in annotations:
        sources[annotation.document.id] = _source_fields(annotation.document)
        told += annotation.events
        if mentions:
            named += _mention_rows(annotation)
    told = merge(told) if merged else [each for event in told for each in split(event)]
    return from_rows([*(_event_row(event, sources) for event in told), *named])


def from_rows(rows: list[dict[str, Any]]) -> gpd.GeoDataFrame:
    """Build a table of events from plain rows.

    Parameters
    ----------
    rows : list of dict
        Keys are columns of the schema, and ``lat`` and ``lon`` in degrees; what is
        missing is empty. Days are :class:`datetime.date`. Other keys become columns
        behind the schema's own, but for ``geometry``: lat and lon say where.

    Returns
    -------
    geopandas.GeoDataFrame
        Validated.

    Raises
    ------
    SchemaError
        If the rows break the schema.
    """
    columns = {
        name: pd.Series([row.get(name) for row in rows], dtype=column.dtype)
        for name, column in schema.COLUMNS.items()
    }
    own = {*columns, "lat", "lon", schema.GEOMETRY}
    extra = dict.fromkeys(name for row in rows for name in row if name not in own)
    columns |= {name: pd.Series([row.get(name) for row in rows], dtype=object) for name in extra}
    lon = pd.Series([row.get("lon") for row in rows], dtype="float64")
    lat = pd.Series([row.get("lat") for row in rows], dtype="float64")
    points = gpd.GeoSeries(gpd.points_from_xy(lon, lat), crs=CRS)
    points[lon.isna() | lat.isna()] = None
    frame = gpd.GeoDataFrame(pd.DataFrame(columns), geometry=points, crs=CRS)
    return schema.validate(frame)


def _event_row(event: Event, sources: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    harmed = event.casualties
    actors = (*event.actors, None, None)
    return {
        **sources[event.document_id],
        **_resolved_fields(event.resolution),
        **_date_fields(event.when),
        "event_id": event.id,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "status": event.status,
        **_event_exactness(event),
        "actor1": actors[0],
        "actor2": actors[1],
        "fatalities": harmed.fatalities,
        "fatalities_low": harmed.fatalities_low,
        "fatalities_high": harmed.fatalities_high,
        "injured": harmed.injured,
        "displaced": harmed.displaced,
        "missing": harmed.missing,
        "captured": harmed.captured,
        "quote": event.quote,
        "quote_start": event.quote_start,
        "quote_end": event.quote_end,
        "reports": len(event.merged) or 1,
        "other_reports": _other_reports(event, sources),
        "spans": _spans(event),
        "confidence": event.confidence,
        "reason": ". Merged: ".join(filter(None, (event.reason, event.merge_reason))),
    }


def _other_reports(event: Event, sources: Mapping[str, dict[str, Any]]) -> str | None:
    """List the other tellings of an event, each with its source."""
    others = [
        {
            **{name: _plain_day(value) for name, value in sources[each.document_id].items()},
            "quote": each.quote,
            "quote_start": each.quote_start,
            "quote_end": each.quote_end,
        }
        for each in event.merged
        if (each.document_id, each.quote_start) != (event.document_id, event.quote_start)
    ]
    return json.dumps(others, ensure_ascii=False) if others else None


def _plain_day(value: str | date | None) -> str | None:
    return value if value is None or isinstance(value, str) else value.isoformat()


def _spans(event: Event) -> str | None:
    """Give where the words of each value stand."""
    spans = {
        each.field: [each.start, each.end]
        + ([each.document_id] if each.document_id != event.document_id else [])
        for each in event.evidence
    }
    return json.dumps(spans, ensure_ascii=False) if spans else None


def _event_exactness(event: Event) -> dict[str, Any]:
    """Give how exactly the place is known; one that was lent, or is only near by, is not it."""
    place = event.resolution.place
    if place is None:
        return {}
    precision, beside = geo_precision(place), near_km(event)
    if beside is None:
        return {"geo_precision": max(precision, 2) if event.place_lent else precision}
    return {
        "geo_precision": max(precision, 2),
        "radius_km": round(max(place.radius_km, beside + place.radius_km), 3),
    }


def _mention_rows(annotation: Annotation) -> Iterator[dict[str, Any]]:
    document = annotation.document
    for resolution in unused(annotation.resolutions, annotation.events):
        toponym = resolution.toponym
        start, end = _around(document.text, toponym.start, toponym.end)
        yield {
            **_source_fields(document),
            **_resolved_fields(resolution),
            "event_id": content_id(document.id, toponym.start, toponym.end),
            "event_type": MENTION,
            "status": "reported",
            "quote": document.text[start:end],
            "quote_start": start,
            "quote_end": end,
            "confidence": resolution.confidence,
            "reason": resolution.reason,
        }


def _around(text: str, start: int, end: int, *, reach: int = 80) -> tuple[int, int]:
    """Give a stretch around a mention that cuts no word and leaves its paragraph out."""
    left = max(text.rfind("\n", 0, start) + 1, start - reach)
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + reach)
    if left == start - reach:
        left = min(text.find(" ", left, start) + 1 or left, start)
    if right == end + reach:
        right = max(text.rfind(" ", end, right), end)
    return left, right


def _source_fields(document: Document) -> dict[str, Any]:
    return {
        "source": document.source,
        "title": document.title,
        "url": document.url,
        "document_id": document.id,
        "published": document.published,
    }


def _resolved_fields(resolution: Resolution) -> dict[str, Any]:
    place = resolution.place
    written = {"place_text": resolution.toponym.text or None}
    return written if place is None else written | place_fields(place)


def place_fields(place: Place) -> dict[str, Any]:
    """Give the columns that a place fills, and its ``lat`` and ``lon``."""
    return {
        "location": place.name,
        "place_id": place.id,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "geo_precision": geo_precision(place),
        "radius_km": place.radius_km,
        "lat": place.lat,
        "lon": place.lon,
    }


def geo_precision(place: Place) -> int:
    """Give UCDP's ``where_prec`` for a place: 1 the place itself … 7 the sea."""
    divisions = {"A.PCLI": 6, "L.CONT": 6, "A.ADM1": 4, "A.ADM2": 3, "A.ADM3": 3}
    if place.kind in divisions:
        return divisions[place.kind]
    if place.kind.startswith("H.") and place.country is None:
        return 7
    return 1 if place.kind[0] in "PS" or place.radius_km <= 3 else 5  # noqa: PLR2004  (a port or a dam is a site)


def _date_fields(when: When | None) -> dict[str, Any]:
    if when is None:
        return {}
    return {
        "date_start": when.first,
        "date_end": when.last,
        "date_precision": when.precision,
        "date_text": when.text,
        "time_precision": None if when.first is None else time_precision(when.first, when.last),
    }


def time_precision(first: date, last: date | None) -> int:
    """Give ACLED's time precision: 1 one day, 2 up to a week, 3 longer."""
    days = 1 if last is None else (last - first).days + 1
    return 1 if days == 1 else 2 if days <= _WEEK_DAYS else 3


def plain_rows(frame: gpd.GeoDataFrame) -> Iterator[dict[str, Any]]:
    """Yield each row without its geometry, in values that JSON has.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame

    Yields
    ------
    dict
        Days are ``YYYY-MM-DD``; what is empty, NaN or infinite is None.
    """
    names = [name for name in frame.columns if name != frame.geometry.name]
    columns = [[_plain(value) for value in frame[name]] for name in names]
    if not names:
        return
    for values in zip(*columns, strict=True):
        yield dict(zip(names, values, strict=True))


def _plain(value: object) -> object:
    if type(value) is str:  # most are
        return value
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, (np.ndarray, np.generic)):
        return _plain(value.tolist())
    return _plain_scalar(value)


def _plain_scalar(value: object) -> object:
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() if value == value.normalize() else value.isoformat()
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return value if isinstance(value, (bool, int, str)) else str(value)


def joined(frames: list[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """Put tables of events one below the other.

    Parameters
    ----------
    frames : list of geopandas.GeoDataFrame

    Returns
    -------
    geopandas.GeoDataFrame
        Validated. A row that stands in several tables alike stands once; one that
        differs from another of its id gets a longer id.
    """
    if len(frames) == 1:
        return frames[0]
    rows: dict[str, dict[str, Any]] = {}
    for frame in frames:
        for row, point in zip(plain_rows(frame), frame.geometry, strict=True):
            whole = row
            if point is not None and not point.is_empty:
                whole = {**row, "lat": point.y, "lon": point.x}
            if rows.setdefault(row["event_id"], whole) != whole:
                longer = f"{row['event_id']}-{content_id(*whole.values())[:8]}"
                rows[longer] = {**whole, "event_id": longer}
    return from_rows(list(rows.values()))
