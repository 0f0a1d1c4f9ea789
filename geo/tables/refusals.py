"""Rows that could not be placed: as a data frame, and as a CSV file that is safe to open."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo.files import replacing
from geo.tables.cells import is_deep
from geo.text import inert_cell

if TYPE_CHECKING:
    import os

    from geo.tables.reading import Row

_RAW = "not told apart"
"""Name of the column for what stands in a row that has no cells."""


def frame(
    header: tuple[str, ...], refused: list[tuple[Row, str]], index: list[int]
) -> pd.DataFrame:
    """Give refused rows, each with its number and reason, and the cells that it had.

    Parameters
    ----------
    header : tuple of str
        The table's columns.
    refused : list of (Row, str)
        With the reason of each.
    index : list of int
        Of the data frame.
    """
    names = {name: f"input_{name}" if name in {"row", "reason"} else name for name in header}
    columns: dict[str, list[Any]] = {
        "row": [row.number for row, _ in refused],
        "reason": [reason for _, reason in refused],
    }
    columns |= {new: [row.cells.get(old) for row, _ in refused] for old, new in names.items()}
    if any(row.raw for row, _ in refused):
        columns[_RAW] = [row.raw for row, _ in refused]
    made = {name: pd.Series(cells, index=index, dtype=object) for name, cells in columns.items()}
    made["row"] = made["row"].astype("int64")
    return pd.DataFrame(made, index=pd.Index(index, dtype="int64"))


def write(refused: pd.DataFrame, path: str | os.PathLike[str]) -> None:
    """Write the refused rows of a table as CSV that is safe to open.

    Parameters
    ----------
    refused : pandas.DataFrame
        Of a :class:`GeocodedTable`.
    path : str or os.PathLike
        What stands there is replaced, or removed if no row was refused.
    """
    if refused.empty:
        Path(path).unlink(missing_ok=True)
        return
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([inert_cell(str(name)) for name in refused.columns])
    for cells in refused.itertuples(index=False, name=None):
        writer.writerow([_cell(value) for value in cells])
    with replacing(path) as temporary:
        # Halves of characters are one reason to refuse a row.
        temporary.write_text(
            out.getvalue(), encoding="utf-8", errors="backslashreplace", newline=""
        )


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, (list, dict)):
        value = repr(value) if is_deep(value) else json.dumps(value, ensure_ascii=False)
    return inert_cell(value) if isinstance(value, str) else value
