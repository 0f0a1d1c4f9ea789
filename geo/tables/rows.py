"""A row of somebody's table, as a row of the schema.

Cells in columns that the schema knows are taken over if they keep its bounds; what
does not is left out and noted in ``reason``. A row says what happened only if its
sub-event type is one of ACLED's; else it is a ``Mention``: a place that is named.
"""

from __future__ import annotations

import reprlib
from datetime import date
from typing import TYPE_CHECKING, Any

from geo import schema
from geo.events import MENTION, SUB_EVENT_TYPES
from geo.frame import time_precision
from geo.tables import days
from geo.tables.cells import READERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OWN = frozenset(
    {"event_id", "location", "place_text", "place_id", "country", "admin1", "admin2",
     "geo_precision", "radius_km", "confidence", "reason"}
)  # fmt: skip
"""Columns of the schema that the geocoding fills, whatever the table has under the name."""
_TOGETHER = frozenset(
    {"event_type", "sub_event_type", "date_start", "date_end", "date_text", "time_precision"}
)
"""Columns that are read together with others, not cell by cell."""


class Cells:
    """Typed cells of the columns that a table shares with the schema.

    Parameters
    ----------
    header : iterable of str
        The table's columns.
    """

    def __init__(self, header: Iterable[str]) -> None:
        self._names = [
            name for name in header if name in schema.COLUMNS and name not in OWN | _TOGETHER
        ]
        self._seen: dict[tuple[str, str], tuple[object, str]] = {}

    def typed(self, values: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
        """Give the fields of a row, and notes on what was left out."""
        fields: dict[str, Any] = {}
        notes: list[str] = []
        for name in self._names:
            if name not in values:
                continue
            value, note = self._one(name, values[name])
            fields[name] = value
            if note:
                notes.append(note)
        return fields, notes

    def _one(self, name: str, value: Any) -> tuple[object, str]:  # noqa: ANN401  (a plain value)
        if not isinstance(value, str):
            return read(name, value)
        if (name, value) not in self._seen:
            self._seen[name, value] = read(name, value)
        return self._seen[name, value]


def read(name: str, value: Any) -> tuple[Any, str]:  # noqa: ANN401  (typed by its column)
    """Give a cell in its column's type, or None and a note that it does not fit."""
    column = schema.COLUMNS[name]
    kind, reader = READERS[column.dtype]
    try:
        found: Any = reader(value)
    except (TypeError, ValueError, OverflowError):
        return None, f"{name} left out: {reprlib.repr(value)} is not {kind}"
    if column.choices and found not in column.choices:
        return None, f"{name} left out: {reprlib.repr(value)} is not one of its values"
    if (column.low is not None and found < column.low) or (
        column.high is not None and found > column.high
    ):
        return None, f"{name} left out: {reprlib.repr(value)} is out of range"
    return found, ""


def kind(event_type: object, sub_type: object) -> tuple[dict[str, Any], list[str]]:
    """Give event type and sub-type: ACLED's where the sub-type is one, else a mention."""
    if isinstance(sub_type, str) and sub_type in SUB_EVENT_TYPES:
        known = SUB_EVENT_TYPES[sub_type]
        odd = event_type not in (None, known)
        notes = [f"“{sub_type}” is of the type “{known}”"] if odd else []
        return {"event_type": known, "sub_event_type": sub_type}, notes
    fields = {"event_type": MENTION, "sub_event_type": None}
    if event_type in (None, MENTION) and sub_type is None:
        return fields, []
    given = " / ".join(str(part)[:60] for part in (event_type, sub_type) if part is not None)
    return fields, [f"what happened is left open: “{given}” is no type and sub-type of ACLED"]


def dated(
    values: Mapping[str, Any], column: str | None, order: str | None
) -> tuple[dict[str, Any], list[str]]:
    """Give the fields of a row's days, from one column or from date_start and date_end.

    A cell that gives no day, or may mean two, leaves the row undated, with a note.
    """
    first = values.get(column or "date_start")
    last = None if column else values.get("date_end")
    if first is None:
        return {}, []
    try:
        found = days.read(str(first), order)
        if last is not None:
            found = _until(found, days.read(str(last), order))
    except ValueError as error:
        return {}, [f"no day taken: {error}"]
    text = str(first) if last in {None, first} else f"{first} – {last}"
    given = None if column else values.get("date_text")
    level, _ = read("time_precision", values.get("time_precision"))
    return {
        "date_start": found.first,
        "date_end": found.last,
        "date_precision": found.precision,
        "date_text": text if given is None else str(given),
        "time_precision": level or time_precision(found.first, found.last),
    }, []


def _until(start: days.Days, end: days.Days) -> days.Days:
    if end.last < start.first:
        message = f"it ends ({end.last}) before it begins ({start.first})"
        raise ValueError(message)
    return days.Days(start.first, end.last, days.precision(start.first, end.last))


def kept(
    header: Iterable[str], inputs: list[Mapping[str, Any]], outputs: list[dict[str, Any]]
) -> dict[str, str]:
    """Say which columns of the input stay behind the schema's, and under what name.

    A column with a name of the schema stays, as ``input_…``, if any of its cells is
    not what stands under that name now.

    Returns
    -------
    dict
        Names in the output by names in the input, in the order of the header.
    """
    taken = {*schema.COLUMNS, "lat", "lon", schema.GEOMETRY}
    header = [name for name in header if _can_be_written(name)]
    names = {}
    for name in header:
        if name not in taken:
            names[name] = name
        elif name == schema.GEOMETRY or any(
            _written(cells.get(name)) != _written(row.get(name))
            for cells, row in zip(inputs, outputs, strict=True)
        ):
            free = f"input_{name}"
            while free in header:
                free = f"input_{free}"
            names[name] = free
    return names


def _can_be_written(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _written(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
