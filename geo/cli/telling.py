"""What the command line tells a person: refusals, progress, a summary, a place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from geo.errors import GeoError, PassedOverError
from geo.events import MENTION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import geopandas as gpd

    from geo.gazetteer.writer import Progress as Report
    from geo.model import Document, Resolution

SAID = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
OUT = Console(markup=False, highlight=False, soft_wrap=True)


class Refusals:
    """What was refused: told at once, counted, and turned into the exit status."""

    def __init__(self) -> None:
        self._faults = 0

    def add(self, error: GeoError) -> None:
        """Tell a refusal; a file that was passed over is no fault."""
        if isinstance(error, PassedOverError):
            SAID.print(f"Passed over: {error}", style="dim")
            return
        self._faults += 1
        SAID.print(f"Refused: {error}", style="red")

    def finish(self) -> None:
        """End the command with status 1 if anything was refused."""
        if self._faults:
            what = "One input was" if self._faults == 1 else f"{self._faults} inputs were"
            SAID.print(f"{what} refused; see above.")
            raise typer.Exit(1)


def noted(found: Iterator[Document]) -> Iterator[Document]:
    """Say what was assumed about each document, and pass it on."""
    for document in found:
        for note in document.notes:
            SAID.print(f"{document.path}: {note}", style="dim")
        if document.published is None:
            SAID.print(
                f"{document.path}: no publication date, so relative dates stay open;"
                " give one with --published"
            )
        yield document


def summary(table: gpd.GeoDataFrame, output: Path | None) -> None:
    """Say in a line how much was found, and where it was written."""
    events_only = table[table["event_type"] != MENTION]
    mentions = len(table) - len(events_only)
    reports = table["document_id"].nunique()
    parts = [f"{_many(len(events_only), 'event')} from {_many(reports, 'report')}"]
    if mentions:
        parts.append(f"{_many(mentions, 'place mention')} without an event")
    undated = int(events_only["date_start"].isna().sum())
    if undated:
        parts.append(f"{undated} undated")
    if not len(events_only):
        parts = ["No events were found", *parts[1:]]
    where = f" → {output}" if output else ""
    SAID.print("; ".join(parts) + where)


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


@contextmanager
def progress() -> Iterator[Report]:
    """Show what a long piece of work is doing, while it does."""
    with bar() as shown:
        tasks: list[Any] = []

        def report(doing: str, share: float) -> None:
            if not tasks:
                tasks.append(shown.add_task(doing, total=1.0))
            shown.update(tasks[0], description=f"Gazetteer: {doing}", completed=share)

        yield report


def bar() -> Progress:
    """Make a progress bar; it is not drawn where nobody looks on."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeElapsedColumn(),
        console=SAID,
        transient=True,
        disable=not SAID.is_terminal,
    )


def print_resolution(name: str, resolution: Resolution) -> None:
    """Print a place, why it is that one, and the likeliest others."""
    place = resolution.place
    if place is None:
        OUT.print(f"{name}: not found; {resolution.reason}")
    else:
        inside = ", ".join(part for part in (place.admin1, place.country) if part)
        OUT.print(
            f"{name}: {place.name} ({inside}) {place.lat:.4f} {place.lon:.4f}"
            f"  {place.kind}, confidence {resolution.confidence:.2f}"
        )
        OUT.print(f"    {resolution.reason}")
    for other in resolution.alternatives[:3]:
        inside = ", ".join(part for part in (other.admin1, other.country) if part)
        OUT.print(f"    or {other.name} ({inside}) {other.lat:.4f} {other.lon:.4f}  {other.kind}")
