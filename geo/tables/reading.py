"""Other people's tables: a header and rows of plain values, nothing guessed about types.

"NA" and "007" stay text. A row that cannot be read is kept with the reason, so that
rows in are always rows out. Nothing is parsed with GDAL, which follows references in a
file to other files of this machine, nor with pandas, which guesses.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import ParseError

import charset_normalizer
from shapely.errors import ShapelyError
from shapely.geometry import shape

from geo.errors import TableError
from geo.tables.cells import plain
from geo.tables.geojson import features_of
from geo.tables.known import GDELT_COLUMNS, is_gdelt_line
from geo.text import live_cell

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

SUFFIXES = (".csv", ".tsv", ".xlsx", ".jsonl", ".geojson")
"""Kinds of tables that can be read, by suffix."""

_LONGEST_FIELD = 10_000_000
_LARGEST_WORKBOOK = 2**30
"""Bytes that a workbook may unpack to."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Row(NamedTuple):
    """One row, or why it is none."""

    number: int
    """As the file counts: the header is row 1; lines and features begin with 1."""
    cells: dict[str, Any]
    """By column; what is empty is left out."""
    fault: str | None = None
    raw: str | None = None
    """What stands there, if it could not be told apart into columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read."""

    path: str
    id: str
    """A hash of the content."""
    header: tuple[str, ...]
    rows: list[Row]


def is_table(path: str | os.PathLike[str]) -> bool:
    """Tell by the suffix whether a file may be a table."""
    return str(path).lower().endswith(SUFFIXES)


def read(path: str | os.PathLike[str]) -> Table:
    """Read a table from a file.

    Parameters
    ----------
    path : str or os.PathLike
        CSV (with commas, semicolons or tabs), TSV, XLSX (its first sheet), JSON lines
        or GeoJSON, by suffix.

    Returns
    -------
    Table

    Raises
    ------
    TableError
        If the file cannot be read at all. A bad row is kept with its fault.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise TableError(reason, path=str(path)) from error
    return from_bytes(str(path), data)


def from_bytes(path: str, data: bytes) -> Table:
    """Read a table from a file's content; as :func:`read`."""
    suffix = Path(path).suffix.lower()
    if suffix == ".xlsx":
        header, rows = _workbook(path, data)
    elif suffix in {".csv", ".tsv"}:
        header, rows = _delimited(path, _decoded(path, data), tabs=suffix == ".tsv")
    elif suffix == ".jsonl":
        header, rows = _under_header(_lines(_decoded(path, data)))
    elif suffix == ".geojson":
        header, rows = _under_header(_features(path, _decoded(path, data)))
    else:
        reason = f"is no table that can be read; its kind is told by its suffix: {SUFFIXES}"
        raise TableError(reason, path=path)
    return Table(path, hashlib.sha256(data).hexdigest()[:16], tuple(header), rows)


def _decoded(path: str, data: bytes) -> str:
    if not data.startswith(_UTF16):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    guess = charset_normalizer.from_bytes(data[:100_000]).best()
    looks = f"; it looks like {guess.encoding}" if guess else ""
    reason = f"is not UTF-8{looks}: save it as UTF-8 (in a spreadsheet “CSV UTF-8”)"
    raise TableError(reason, path=path)


def _delimited(path: str, text: str, *, tabs: bool) -> tuple[list[str], list[Row]]:
    csv.field_size_limit(min(sys.maxsize, _LONGEST_FIELD))
    if is_gdelt_line(text.partition("\n")[0]):
        lines = _records(text, "\t", quoting=csv.QUOTE_NONE)
        header = list(GDELT_COLUMNS)
        return header, [_row(header, at, *each) for at, each in enumerate(lines, 1) if any(each)]
    records = enumerate(_records(text, "\t" if tabs else _delimiter(text)), start=1)
    names, fault = next(((cells, raw) for _, (cells, raw) in records if cells or raw), ([], ""))
    if fault:
        raise TableError("the header is not CSV: a quote is left open", path=path, line=1)
    header = _header(path, [live_cell(name) for name in names])
    return header, [_row(header, at, *each) for at, each in records if any(each)]


def _delimiter(text: str) -> str:
    """Choose what splits the header into most columns."""

    def columns(delimiter: str) -> int:
        cells, _ = next((each for each in _records(text, delimiter) if any(each)), ([], ""))
        return len(cells)

    return max((",", ";", "\t"), key=columns)


def _records(
    text: str, delimiter: str, *, quoting: int = csv.QUOTE_MINIMAL
) -> Iterator[tuple[list[str], str]]:
    """Split a text into records; one whose quotes do not close is its line, unsplit.

    After such a line reading starts anew, so that a stray quote costs one row and
    does not swallow those below it.
    """
    lines = list(io.StringIO(text, newline=""))
    start = 0
    while start < len(lines):
        rest = (lines[at] for at in range(start, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, quoting=quoting, strict=True)  # type: ignore[arg-type]  # csv.QUOTE_… are plain ints
        begun = start
        try:
            for cells in reader:
                yield cells, ""
                start = begun + reader.line_num
        except csv.Error:
            yield [], lines[start]
            start += 1


def _row(header: list[str], number: int, cells: list[str], raw: str) -> Row:
    if raw:
        fault = "its quotes do not close, so its cells cannot be told apart"
        return Row(number, {}, fault, raw.rstrip("\r\n"))
    if len(cells) != len(header) and (len(cells) < len(header) or any(cells[len(header) :])):
        # Padding would shift values into other columns.
        fault = f"{len(cells)} cells where the header has {len(header)}"
        return Row(number, {}, fault, json.dumps(cells, ensure_ascii=False))
    pairs = zip(header, cells, strict=False)
    return Row(
        number,
        {name: live_cell(cell) if cell[0] == "'" else cell for name, cell in pairs if cell},
    )


def _header(path: str, written: list[str]) -> list[str]:
    """Name each column; one without a name gets its number."""
    while written and not written[-1].strip():
        written = written[:-1]
    names = [name.strip() or f"column_{at}" for at, name in enumerate(written, 1)]
    if not names:
        raise TableError("is empty: the first row has to name the columns", path=path)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise TableError("stands twice in the header", path=path, line=1, field=twice)
    return names


def _under_header(rows: Iterable[Row]) -> tuple[list[str], list[Row]]:
    """Give the names of all rows in the order in which they come up."""
    kept = list(rows)
    return list(dict.fromkeys(name for row in kept for name in row.cells)), kept


def _lines(text: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line, parse_constant=_no_constant)
        except (ValueError, RecursionError) as error:
            yield Row(number, {}, f"is not JSON: {error}", line.strip())
            continue
        if isinstance(values, dict):
            yield Row(number, _filled(values))
        else:
            yield Row(number, {}, "is no object with columns", line.strip())


def _no_constant(name: str) -> None:
    message = f"{name} is no number"
    raise ValueError(message)


def _features(path: str, text: str) -> Iterator[Row]:
    found = features_of(path, text, parse_constant=_no_constant)
    for number, feature in enumerate(found, start=1):
        yield _feature(number, feature)


def _feature(number: int, feature: object) -> Row:
    raw = json.dumps(feature, ensure_ascii=False)
    if not isinstance(feature, dict) or not isinstance(feature.get("properties") or {}, dict):
        return Row(number, {}, "is no feature with properties", raw)
    values = dict(feature.get("properties") or {})
    if isinstance(feature.get("id"), (str, int)):
        values.setdefault("id", feature["id"])
    if feature.get("geometry") is not None:
        try:
            values["geometry"] = shape(feature["geometry"]).wkt
        except (AttributeError, KeyError, IndexError, TypeError, ValueError, ShapelyError):
            return Row(number, {}, "its geometry cannot be read", raw)
    return Row(number, _filled(values))


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in values.items() if each is not None and each != ""}


def _workbook(path: str, data: bytes) -> tuple[list[str], list[Row]]:
    try:
        import openpyxl  # noqa: PLC0415  (an extra that not everyone has)
    except ImportError:
        reason = "needs openpyxl to be read: pip install openpyxl, or save it as CSV"
        raise TableError(reason, path=path) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > _LARGEST_WORKBOOK:
            raise TableError(f"unpacks to {size:,} bytes, which is too many", path=path)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what some programs write there is wrong
        found = [list(cells) for cells in sheet.iter_rows(values_only=True)]
    except (zipfile.BadZipFile, ParseError, KeyError, IndexError, TypeError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        reason = f"is no XLSX workbook that can be read: {type(error).__name__}: {error}"
        raise TableError(reason, path=path) from None
    cells = ((at, [plain(each) for each in row]) for at, row in enumerate(found, start=1))
    filled = ((at, row) for at, row in cells if any(each is not None for each in row))
    _, names = next(filled, (0, []))
    header = _header(path, ["" if name is None else str(name) for name in names])
    return header, [_sheet_row(header, at, row) for at, row in filled]


def _sheet_row(header: list[str], number: int, cells: list[object]) -> Row:
    if any(each is not None for each in cells[len(header) :]):
        fault = f"it has cells to the right of the {len(header)} that the header names"
        return Row(number, {}, fault, json.dumps(cells, ensure_ascii=False))
    pairs = zip(header, cells, strict=False)
    return Row(number, {name: each for name, each in pairs if each is not None})
