"""What the page's script reads: the events by column, as inert JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from geo import gazetteer, schema
from geo.frame import plain_rows

if TYPE_CHECKING:
    import geopandas as gpd

_EPOCH = date(1970, 1, 1).toordinal()
_DAYS = tuple(name for name, column in schema.COLUMNS.items() if column.dtype == schema.DAY)
_LEFT_OUT = {"place_id", "quote_start", "quote_end", "spans", "time_precision"}
"""Columns that the page has no use for."""


def payload(frame: gpd.GeoDataFrame, *, title: str, tiles: dict[str, Any] | None) -> dict[str, Any]:
    """Give what the page's script reads: the events by column, and what goes with them.

    Days are counted from 1970-01-01, since a calendar day that passes through a clock
    time can be lost on the way.
    """
    rows = list(plain_rows(frame))
    names = [name for name in schema.COLUMNS if name not in _LEFT_OUT]
    columns = {name: [row[name] for row in rows] for name in names}
    for name in _DAYS:
        columns[name] = [_day_number(day) for day in columns[name]]
    points = frame.geometry
    has_point = [point is not None and not point.is_empty for point in points]
    columns["lon"] = [p.x if has else None for p, has in zip(points, has_point, strict=True)]
    columns["lat"] = [p.y if has else None for p, has in zip(points, has_point, strict=True)]
    return {
        "version": 1,
        "title": title,
        "reports": int(frame["document_id"].nunique()),
        "attribution": gazetteer.attribution(),
        "tiles": tiles,
        "columns": columns,
    }


def inert_json(content: object) -> str:
    """Write JSON that may stand inside a script element, whatever text it holds."""
    text = json.dumps(content, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _day_number(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal() - _EPOCH
