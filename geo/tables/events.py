"""Events files read back: what ``export`` wrote, or anyone else with the same columns.

Files are parsed with the standard library and shapely, never with GDAL, which would
follow references in a file to other files of this machine.
"""

from __future__ import annotations

import csv
import io
import reprlib
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo import schema
from geo.errors import TableError
from geo.events import MENTION
from geo.frame import from_rows
from geo.tables.cells import READERS, readable
from geo.tables.geojson import features_of
from geo.tables.known import is_gdelt_line, recognise
from geo.text import live_cell

if TYPE_CHECKING:
    import os
    from collections.abc import Container, Iterator

    import geopandas as gpd

OnError = Callable[[TableError], None]
_Raw = tuple[int, dict[str, Any] | str, object]
"""A row's number, its values (or why it is no row), and its GeoJSON geometry."""

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
        reason = f"cannot be read: {error.strerror}"
        raise TableError(reason, path=str(path)) from error
    return from_bytes(str(path), data, on_error=on_error)


def from_bytes(path: str, data: bytes, *, on_error: OnError | None = None) -> gpd.GeoDataFrame:
    """Read the events of a file's content, such as an upload; as :func:`read_events`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableError("is not UTF-8; save it so", path=path) from None
    found = _csv_rows(path, text) if path.lower().endswith(".csv") else _features(path, text)
    rows: dict[str, dict[str, Any]] = {}
    for number, raw, geometry in found:
        try:
            row = _Row(path, number, raw, geometry).typed(rows)
        except TableError as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            rows[row["event_id"]] = row
    return from_rows(list(rows.values()))


def _csv_rows(path: str, text: str) -> Iterator[_Raw]:
    csv.field_size_limit(min(sys.maxsize, _LONGEST_FIELD))
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [live_cell(name) for name in next(reader, [])]
        _check_header(path, header, first=text.partition("\n")[0])
        for number, cells in enumerate(reader, start=2):
            if not cells:
                continue
            if len(cells) == len(header):
                pairs = zip(header, cells, strict=True)
                yield number, {name: live_cell(cell) for name, cell in pairs if cell}, None
            else:
                # Padding would shift values into other columns.
                yield number, f"{len(cells)} cells where the header has {len(header)}", None
    except csv.Error as error:
        reason = f"is not CSV: {error}"
        raise TableError(reason, path=path, line=reader.line_num) from None


def _check_header(path: str, header: list[str], *, first: str) -> None:
    needed = [name for name, column in schema.COLUMNS.items() if column.required]
    missing = [name for name in needed if name not in header]
    if missing:
        raise TableError(_no_events(path, header, first, missing), path=path)
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice:
        raise TableError("stands twice in the header", path=path, line=1, field=twice)


def _no_events(path: str, header: list[str], first: str, missing: list[str]) -> str:
    """Say that a table holds no events, and what makes a table of events of it."""
    output = Path(path).with_suffix(".geojson").name
    export = "GDELT" if is_gdelt_line(first) else getattr(recognise(header), "name", None)
    if export:
        return (
            f"is an export of {export}, not yet a table of events; make one of it first:"
            f" dateline geocode {shlex.quote(path)} -o {shlex.quote(output)}"
        )
    return (
        f"is no events table: it lacks the column(s) {', '.join(missing)}; rows with names of"
        f" places become one by dateline geocode {shlex.quote(path)} --place COLUMN"
        f" -o {shlex.quote(output)}"
    )


def _features(path: str, text: str) -> Iterator[_Raw]:
    for number, feature in enumerate(features_of(path, text), start=1):
        if isinstance(feature, dict) and isinstance(feature.get("properties"), dict):
            # The geometry alone says where, also when it is null.
            placeless = feature["properties"] | {"lon": None, "lat": None}
            yield number, placeless, feature.get("geometry")
        else:
            yield number, "is no feature with properties", None


class _Row:
    """One row of a file, turned into typed values with errors that name the field."""

    def __init__(self, path: str, number: int, raw: dict[str, Any] | str, geometry: object) -> None:
        self._path = path
        self._number = number
        self._raw = raw
        self._geometry = geometry

    def typed(self, earlier: Container[str]) -> dict[str, Any]:
        """Give the row in the schema's types; its id must not be among the earlier."""
        if isinstance(self._raw, str):
            raise TableError(self._raw, path=self._path, line=self._number)
        raw = self._raw | self._spot()
        row = {name: self._value(name, value) for name, value in raw.items() if value is not None}
        for name, column in schema.COLUMNS.items():
            self._check(name, column, row.get(name))
        self._check("lat", schema.Column(schema.REAL, low=-90, high=90), row.get("lat"))
        self._check("lon", schema.Column(schema.REAL, low=-180, high=180), row.get("lon"))
        self._check_together(row)
        if row["event_id"] in earlier:
            raise self._fault(
                "event_id", f"{reprlib.repr(row['event_id'])} stands in an earlier row"
            )
        return row

    def _spot(self) -> dict[str, Any]:
        if self._geometry is None:
            return {}
        if not isinstance(self._geometry, dict) or self._geometry.get("type") != "Point":
            raise self._fault(schema.GEOMETRY, "is no point")
        spot = self._geometry.get("coordinates")
        if not isinstance(spot, list) or len(spot) < 2 or None in spot[:2]:  # noqa: PLR2004  (longitude and latitude)
            raise self._fault(schema.GEOMETRY, "has no two coordinates")
        return {"lon": spot[0], "lat": spot[1]}

    def _value(self, name: str, value: object) -> object:
        column = schema.COLUMNS.get(name)
        dtype = schema.REAL if name in {"lat", "lon"} else column.dtype if column else None
        kind, read = READERS.get(dtype or "", ("a value that can be written", readable))
        try:
            readable(name)
            return read(value)
        except (TypeError, ValueError, OverflowError):
            raise self._fault(name, f"{reprlib.repr(value)} is not {kind}") from None

    def _check(self, name: str, column: schema.Column, value: Any) -> None:  # noqa: ANN401  (typed by its column)
        if value is None:
            if column.required:
                raise self._fault(name, "is empty")
            return
        if column.choices and value not in column.choices:
            raise self._fault(
                name, f"{reprlib.repr(value)} is not one of {', '.join(column.choices)}"
            )
        if (column.low is not None and value < column.low) or (
            column.high is not None and value > column.high
        ):
            raise self._fault(name, f"{value!r} is out of range")

    def _check_together(self, row: dict[str, Any]) -> None:
        if (row.get("lat") is None) != (row.get("lon") is None):
            raise self._fault("lat", "lat and lon have to stand together")
        first, last = row.get("date_start"), row.get("date_end")
        if (first is None) != (last is None) or (first and last and last < first):
            raise self._fault("date_end", "date_start and date_end do not make an interval")
        if row.get("sub_event_type") is None and row["event_type"] != MENTION:
            raise self._fault("sub_event_type", "is empty")

    def _fault(self, field: str, reason: str) -> TableError:
        return TableError(reason, path=self._path, line=self._number, field=field)
