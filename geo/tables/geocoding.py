"""Tables of places put on the map: each row is placed, or refused with its reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from geo.errors import TableError
from geo.frame import from_rows, place_fields
from geo.gazetteer import Gazetteer
from geo.resolve import look_up
from geo.tables import days, known, refusals, rows
from geo.tables.cells import RowError, is_deep, plain
from geo.tables.countries import Countries
from geo.tables.reading import Row, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import Place

_IDS = ("event_id", "id")
"""Columns that may hold a row's own id."""
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table says what; all but one may be left out."""

    place: str | None = None
    """Names of places, as written; None for an export with its own points."""
    country: str | None = None
    """A column of countries, or one country for all rows."""
    admin1: str | None = None
    """Names of first-order divisions."""
    date: str | None = None
    date_order: str | None = None
    """``dmy``, ``mdy`` or ``ymd``, for dates such as 3/4/2020."""


@dataclass(frozen=True, slots=True)
class GeocodedTable:
    """What became of a table; the rows of both parts together are its rows."""

    placed: gpd.GeoDataFrame
    """As :mod:`geo.schema` says, EPSG:4326, the input's other columns behind."""
    refused: pd.DataFrame
    """``row`` (its number), ``reason``, and the row as it was."""
    undated: int = 0
    """How many of those placed have a date that could not be read; ``reason`` says why."""

    def __len__(self) -> int:
        """Count the rows that were read."""
        return len(self.placed) + len(self.refused)


def geocode_frame(  # noqa: PLR0913  (the names of columns, each a word)
    df: pd.DataFrame,
    *,
    place: str | None = None,
    country: str | None = None,
    admin1: str | None = None,
    date: str | None = None,
    date_order: str | None = None,
    gazetteer: Gazetteer | None = None,
) -> GeocodedTable:
    """Place the rows of a data frame.

    Parameters
    ----------
    df : pandas.DataFrame
        Any table with names of places. Columns with names of :mod:`geo.schema` are
        taken over where they fit it.
    place : str, optional
        Column of names, "Azaz" or "Azaz, Aleppo". It may be left out only for an
        export of ACLED, UCDP GED or GDELT, whose own points are then taken.
    country : str, optional
        Column of countries, as ISO 3166-1 alpha-2, alpha-3 or name; or one country
        for all rows. Only places there are considered.
    admin1 : str, optional
        Column of first-order divisions: a hint.
    date : str, optional
        Column of days; by default ``date_start`` and ``date_end``, if there are any.
    date_order : str, optional
        ``dmy``, ``mdy`` or ``ymd``. Without it, "3/4/2020" is no date for certain.
    gazetteer : Gazetteer, optional
        The default one is opened if none is given.

    Returns
    -------
    GeocodedTable
        Both parts keep the index of `df`; rows are numbered from 1.

    Raises
    ------
    TableError
        If a column does not exist, stands twice, or a place column is needed.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"town": ["Aleppo", "Qwxyzville"], "code": ["007", "NA"]})
    >>> done = geocode_frame(table, place="town")
    >>> len(done.placed), len(done.refused), done.placed.loc[0, "code"]
    (1, 1, '007')
    """
    columns = Columns(place, country, admin1, date, date_order)
    done = geocode_table(_table(df), columns, gazetteer or Gazetteer.open())
    done.placed.index = df.index[done.placed.index]
    done.refused.index = df.index[done.refused.index]
    return done


def geocode_table(table: Table, columns: Columns, gazetteer: Gazetteer) -> GeocodedTable:
    """Place the rows of a table that was read; as :func:`geocode_frame`.

    Returns
    -------
    GeocodedTable
        The index of both parts is the position of the row in the table.
    """
    work = _Work.of(table, columns, gazetteer)
    inputs: list[Mapping[str, Any]] = []
    outputs: list[dict[str, Any]] = []
    refused: list[tuple[Row, str]] = []
    at_placed, at_refused = [], []
    for at, row in enumerate(table.rows):
        try:
            outputs.append(work.row(row))
        except RowError as error:
            refused.append((row, str(error)))
            at_refused.append(at)
        else:
            inputs.append(row.cells)
            at_placed.append(at)
    names = rows.kept(table.header, inputs, outputs)
    for values, output in zip(inputs, outputs, strict=True):
        output |= {new: values.get(old) for old, new in names.items()}
    placed = from_rows(outputs)
    placed.index = pd.Index(at_placed, dtype="int64")
    unplaced = refusals.frame(table.header, refused, at_refused)
    return GeocodedTable(placed, unplaced, work.undated)


@dataclass(slots=True)
class _Work:
    """What the rows of one table have in common."""

    table: Table
    columns: Columns
    export: known.Export | None
    cells: rows.Cells
    ids: list[str] | None
    place: Callable[[str, str | None, str | None], dict[str, Any]]
    countries: Countries
    everywhere: str | None
    """The one country of all rows, by its code."""
    at: int = field(default=-1)
    undated: int = field(default=0)
    """Rows placed so far whose date could not be read."""

    @classmethod
    def of(cls, table: Table, columns: Columns, gazetteer: Gazetteer) -> _Work:
        export = None if columns.place else known.recognise(table.header)
        countries = Countries(gazetteer)
        everywhere = None
        if columns.country and columns.country not in table.header:
            everywhere = countries.code(columns.country)
        _check(table, columns, export, everywhere=everywhere)

        @cache
        def place(name: str, country: str | None, admin1: str | None) -> dict[str, Any]:
            return _place_fields(name, country, admin1, gazetteer)

        cells = rows.Cells(table.header)
        return cls(table, columns, export, cells, _ids(table, export), place, countries, everywhere)

    def row(self, row: Row) -> dict[str, Any]:
        """Give a row of the schema, or raise a RowError."""
        self.at += 1
        if row.fault:
            raise RowError(row.fault)
        content = _content(row)
        fields = self._exported(row) if self.export else self._looked_up(row)
        fields.setdefault("status", "reported")
        fields.setdefault("document_id", self.table.id)
        written = f"{self.table.id}\0{row.number}\0{content}"
        digest = hashlib.sha256(written.encode()).hexdigest()[:16]
        fields["event_id"] = self.ids[self.at] if self.ids else digest
        return fields

    def _exported(self, row: Row) -> dict[str, Any]:
        assert self.export is not None  # noqa: S101  (row() asked)
        fields = known.mapped(self.export, row.cells, self.countries)
        kinds, notes = rows.kind(fields.get("event_type"), fields.get("sub_event_type"))
        fields |= kinds
        level, note = rows.read("geo_precision", fields.get("geo_precision") or 0)
        fields["geo_precision"] = level
        fields["quote"] = fields.get("quote") or f"row {row.number}"
        if note:
            notes.append("how well the place is known is not said")
        fields["reason"] = "; ".join([fields["reason"], *notes])
        self.undated += fields.get("date_start") is None
        return {name: value for name, value in fields.items() if value is not None}

    def _looked_up(self, row: Row) -> dict[str, Any]:
        values, columns = row.cells, self.columns
        name = _name(values.get(columns.place or ""), columns.place)
        admin1 = values.get(columns.admin1) if columns.admin1 else None
        spot = self.place(name, self._country(values), None if admin1 is None else str(admin1))
        if "lat" not in spot:
            raise RowError(spot["reason"])
        fields, notes = self.cells.typed(values)
        kinds, odd = rows.kind(values.get("event_type"), values.get("sub_event_type"))
        day, undated = rows.dated(values, columns.date, columns.date_order)
        fields = {key: value for key, value in fields.items() if value is not None}
        fields |= {**spot, **kinds, **day, "place_text": name}
        fields.setdefault("quote", name)
        fields["reason"] = "; ".join([spot["reason"], *notes, *odd, *undated])
        self.undated += bool(undated)
        return fields

    def _country(self, values: Mapping[str, Any]) -> str | None:
        column = self.columns.country
        if self.everywhere or column is None or column not in values:
            return self.everywhere
        written = str(values[column])
        code = self.countries.code(written)
        if code is None:
            message = f"“{written[:60]}” is no country that the gazetteer knows"
            raise RowError(message)
        return code


def _check(
    table: Table, columns: Columns, export: known.Export | None, *, everywhere: str | None
) -> None:
    named = [columns.place, columns.admin1, columns.date, None if everywhere else columns.country]
    for name in named:
        # JSON names its columns in its rows; without any there is nothing to lack.
        if name is not None and name not in table.header and table.header:
            listed = ", ".join(table.header) or "none"
            reason = f"has no column {name!r}; its columns are: {listed}"
            raise TableError(reason, path=table.path)
    if columns.date_order not in {None, *days.ORDERS}:
        reason = f"{columns.date_order!r} is no order of dates; one is {', '.join(days.ORDERS)}"
        raise TableError(reason, path=table.path)
    if columns.place is None and export is None:
        reason = (
            "name the column of places with --place (place=…); only exports of ACLED, UCDP GED"
            f" and GDELT bring their own points. Its columns are: {', '.join(table.header)}"
        )
        raise TableError(reason, path=table.path)


def _name(value: object, column: str | None) -> str:
    if value is None or (isinstance(value, str) and not value.strip()):
        message = f"there is no place in {column!r}"
        raise RowError(message)
    if not isinstance(value, str):
        message = f"{value!r} in {column!r} is no name of a place"
        raise RowError(message[:200])
    return value


def _content(row: Row) -> str:
    """Give a row's cells as JSON, or raise a RowError if they cannot be written so."""
    if is_deep(row.cells):
        raise RowError("it holds lists in lists, deeper than can be written")
    try:
        content = _JSON.encode(row.cells)
        content.encode("utf-8")
    except (TypeError, ValueError, RecursionError):
        raise RowError("it holds what cannot be written: half a character or no number") from None
    return content


def _place_fields(
    name: str, country: str | None, admin1: str | None, gazetteer: Gazetteer
) -> dict[str, Any]:
    """Give the fields of a place, or only the reason why it is not found."""
    found = look_up(name, gazetteer, country=country, admin1=admin1)
    place = found.place
    if place is None:
        others = "; ".join(_told(each) for each in found.alternatives[:3])
        return {"reason": f"{found.reason}{f' (such as {others})' if others else ''}"}
    return {**place_fields(place), "confidence": found.confidence, "reason": found.reason}


def _told(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


def _ids(table: Table, export: known.Export | None) -> list[str] | None:
    """Give the rows' own ids, if every row has one and no two the same."""
    wanted = (export.id,) if export else _IDS
    for name in table.header:
        if name.lower() in {each.lower() for each in wanted}:
            found = [row.cells.get(name) for row in table.rows]
            plain_ids = [str(each) for each in found if isinstance(each, (str, int))]
            if len(set(plain_ids)) == len(table.rows):
                return plain_ids
    return None


def _table(df: pd.DataFrame) -> Table:
    """Give a data frame in the form of a table that was read."""
    header = [str(name) for name in df.columns]
    twice = next((name for name in header if header.count(name) > 1), None)
    if twice is not None:
        raise TableError("stands twice", path="the data frame", field=twice)
    columns = [[plain(value) for value in df.iloc[:, at].tolist()] for at in range(len(header))]
    found = [
        Row(
            number,
            {name: value for name, value in zip(header, cells, strict=True) if value is not None},
        )
        for number, cells in enumerate(zip(*columns, strict=True), start=1)
    ]
    if not columns:
        found = [Row(number, {}) for number in range(1, len(df) + 1)]
    digest = hashlib.sha256(repr(header).encode("utf-8", "backslashreplace"))
    for row in found:
        digest.update(repr(row.cells).encode("utf-8", "backslashreplace"))
    return Table("the data frame", digest.hexdigest()[:16], tuple(header), found)
