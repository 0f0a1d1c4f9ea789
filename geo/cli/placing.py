"""``geocode`` of a table: rows placed to one file, rows refused to another beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from geo import export, tables
from geo.cli.telling import say, write
from geo.errors import GeoError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from geo.gazetteer import Gazetteer

_TOLD = 5
"""So many refused rows are told one by one."""


def the_table(names: Sequence[str], columns: tables.Columns, output: Path | None) -> Path | None:
    """Tell whether the arguments of ``geocode`` are one table rather than names.

    Raises
    ------
    typer.BadParameter
        If options for tables stand beside names, or several tables are given.
    """
    files = [name for name in names if tables.is_table(name)]
    if len(files) == len(names) == 1:
        return Path(files[0])
    if files:
        message = "give one table at a time, and no names beside it"
        raise typer.BadParameter(message)
    if output or columns.place or columns.admin1 or columns.date or columns.date_order:
        message = (
            "--place, --admin1, --date, --date-order and -o are for a table, a file ending in"
            " .csv, .tsv, .xlsx, .jsonl or .geojson"
        )
        raise typer.BadParameter(message)
    return None


def refused_path(output: Path) -> Path:
    """Give the file of refused rows beside an output: ``out.refused.csv``."""
    return output.with_suffix(".refused.csv")


def check_output(table: Path, output: Path) -> None:
    """Raise a GeoError if an output would take the place of the table itself."""
    export.check_suffix(output)
    for target in (output, refused_path(output)):
        if target.resolve() == table.resolve():
            message = f"{target} is the table that is read; write to another name"
            raise GeoError(message)


def geocode_table(
    path: Path, columns: tables.Columns, output: Path | None, gazetteer: Gazetteer
) -> None:
    """Place the rows of a table, write both parts, and say how many there are."""
    done = tables.geocode_table(tables.read(path), columns, gazetteer)
    beside = ""
    if output is None:
        write(export.to_geojson(done.placed, indent=1) + "\n")
    else:
        export.write(done.placed, output)
        refused = refused_path(output)
        tables.write_refused(done.refused, refused)
        beside = f" → {refused}" if len(done.refused) else ""
    _tell(done.refused, path)
    where = f" → {output}" if output else ""
    say(
        f"{len(done):,} rows read: {len(done.placed):,} placed{where},"
        f" {len(done.refused):,} refused{beside}"
    )
    if done.undated:
        say(_undated(done.undated, columns.date_order))
    if len(done.refused):
        raise typer.Exit(1)


def _undated(number: int, order: str | None) -> str:
    """Say how many rows have no day, though a date stands in them, and what may help."""
    help_ = (
        f"not in the order {order}"
        if order
        else "3/4/2020 is a day only with --date-order dmy or mdy"
    )
    rows = "1 row has a date" if number == 1 else f"{number:,} rows have a date"
    return f"{rows} that could not be read, so no day ({help_}); the column reason says why"


def _tell(refused: pd.DataFrame, path: Path) -> None:
    for number, reason in zip(refused["row"][:_TOLD], refused["reason"][:_TOLD], strict=True):
        say(f"Refused: {path}, row {number}: {reason}", style="red")
    if len(refused) > _TOLD:
        say(f"… and {len(refused) - _TOLD:,} more", style="red")
