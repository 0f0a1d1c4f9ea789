"""Events files read back: what ``export`` wrote, or anyone else with the same columns.

Files are parsed with the standard library and shapely, never with GDAL, which would
follow references in a file to other files of this machine.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo import schema
from geo.documents import parse_day
from geo.errors import TableError
from geo.frame import from_rows
from geo.text import live_cell

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    import geopandas as gpd

OnError = Callable[[TableError], None]

SUFFIXES = (".geojson", ".json", ".csv")
"""Kinds of files that can be read."""

_LONGEST_FIELD = 10_000_000


def is_events_file(path: str | os.PathLike[str]) -> bool:
    """Tell by the suffix whether a file may hold events rather than reports."""
    return str(path).lower().endswith(SUFFIXES)


def read_events(
    path: str | os.PathLike[str], *, on_error: OnError | None = None
) -> gpd.GeoDataFrame:
    """Read a GeoJSON or CSV file of events.

    Parameters
    ----------
    path : str or os.PathLike
    on_error : callable, optional
        Called with a :class:`~geo.errors.TableError` for each row that is refused,
        with row and field; the others stay. By default the first one is raised.

    Returns
    -------
    geopandas.GeoDataFrame
        As :mod:`geo.schema` says; columns of the file that it does not know stay
        behind its own.

    Raises
    ------
    TableError
        If the file cannot be read, or at the first refusal without `on_error`.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror}", path=str(path)) from error
    return from_bytes(str(path), data, on_error=on_error)


def from_bytes(path: str, data: bytes, *, on_error: OnError | None = None) -> gpd.GeoDataFrame:
    """Read the events of a file's content, such as an upload; as :func:`read_events`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableError("is not UTF-8; save it so", path=path) from None
    found = _csv_rows(path, text) if path.lower().endswith(".csv") else _features(path, text)
    rows: list[dict[str, Any]] = []
    seen: set[str] = set()
    for number, raw in found:
        try:
            row = _Row(path, number, raw).typed()
            if row["event_id"] in seen:
                reason = f"{row['event_id']!r} stands in an earlier row"
                raise TableError(reason, path=path, line=number, field="event_id")
        except TableError as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            seen.add(row["event_id"])
            rows.append(row)
    return from_rows(rows)


def _csv_rows(path: str, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    csv.field_size_limit(min(sys.maxsize, _LONGEST_FIELD))
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = next(reader, [])
        _check_header(path, header)
        for number, cells in enumerate(reader, start=2):
            if not cells:
                continue
            if len(cells) != len(header):
                # Padding would shift values into other columns.
                yield number, {"": f"{len(cells)} cells where the header has {len(header)}"}
                continue
            yield number, {
                name: live_cell(cell) for name, cell in zip(header, cells, strict=True) if cell
            }
    except csv.Error as error:
        raise TableError(f"is not CSV: {error}", path=path, line=reader.line_num) from None


def _check_header(path: str, header: list[str]) -> None:
    needed = [name for name, column in schema.COLUMNS.items() if column.required]
    missing = [name for name in needed if name not in header]
    if missing:
        reason = f"is no events table: it lacks the column(s) {', '.join(missing)}"
        raise TableError(reason, path=path)


def _features(path: str, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        collection = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TableError(f"is not JSON: {error}", path=path) from None
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        raise TableError("is no GeoJSON FeatureCollection", path=path)
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            yield number, {"": "is no feature with properties"}
            continue
        row = dict(feature["properties"])
        geometry = feature.get("geometry")
        if geometry is not None:
            row |= _point(geometry)
        yield number, row


def _point(geometry: Any) -> dict[str, Any]:
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return {"": "its geometry is no point"}
    spot = geometry.get("coordinates")
    if not isinstance(spot, list) or len(spot) < 2:  # noqa: PLR2004  (longitude and latitude)
        return {"": "its point has no two coordinates"}
    return {"lon": spot[0], "lat": spot[1]}


class _Row:
    """One row of a file, turned into typed values with errors that name the field."""

    def __init__(self, path: str, number: int, raw: dict[str, Any]) -> None:
        self._path = path
        self._number = number
        self._raw = raw

    def typed(self) -> dict[str, Any]:
        if "" in self._raw:
            raise TableError(str(self._raw[""]), path=self._path, line=self._number)
        row = {
            name: self._value(name, value) for name, value in self._raw.items() if value is not None
        }
        for name, column in schema.COLUMNS.items():
            self._check(name, column, row.get(name))
        self._check("lat", schema.Column(schema.REAL, low=-90, high=90), row.get("lat"))
        self._check("lon", schema.Column(schema.REAL, low=-180, high=180), row.get("lon"))
        if (row.get("lat") is None) != (row.get("lon") is None):
            raise self._fault("lat", "lat and lon have to stand together")
        first, last = row.get("date_start"), row.get("date_end")
        if (first is None) != (last is None) or (first and last and last < first):
            raise self._fault("date_end", "date_start and date_end do not make an interval")
        if row.get("sub_event_type") is None and row["event_type"] != "Mention":
            raise self._fault("sub_event_type", "is empty")
        return row

    def _value(self, name: str, value: Any) -> Any:
        column = schema.COLUMNS.get(name)
        dtype = schema.REAL if name in {"lat", "lon"} else column.dtype if column else None
        try:
            if dtype == schema.DAY:
                return parse_day(str(value))
            if dtype == schema.COUNT:
                return _whole(value)
            if dtype == schema.REAL:
                return float(value)
        except (TypeError, ValueError, OverflowError):
            kind = {schema.DAY: "a day such as 2020-03-01", schema.COUNT: "a whole number"}
            raise self._fault(name, f"{value!r} is not {kind.get(dtype or '', 'a number')}") from None
        return str(value) if dtype == schema.TEXT else value

    def _check(self, name: str, column: schema.Column, value: Any) -> None:
        if value is None:
            if column.required:
                raise self._fault(name, "is empty")
            return
        if column.choices and value not in column.choices:
            raise self._fault(name, f"{value!r} is not one of {', '.join(column.choices)}")
        low, high = column.low, column.high
        # A comparison with NaN is false, so NaN is refused too.
        if (low is not None and not value >= low) or (high is not None and not value <= high):
            raise self._fault(name, f"{value!r} is out of range")

    def _fault(self, field: str, reason: str) -> TableError:
        return TableError(reason, path=self._path, line=self._number, field=field)


def _whole(value: Any) -> int:
    number = float(value)
    if not number.is_integer():
        raise ValueError(value)
    return int(number)
