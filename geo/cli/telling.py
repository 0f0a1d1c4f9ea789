"""What the command line tells a person: refusals, progress, a summary, a place."""

from __future__ import annotations

import re
import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from geo.errors import GeoError, PassedOverError
from geo.events import MENTION
from geo.gazetteer import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import geopandas as gpd

    from geo.gazetteer.writer import Progress as Report
    from geo.model import Annotation, Document, Resolution

SAID = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
OUT = Console(
    markup=False,
    highlight=False,
    soft_wrap=True,
    # A table that goes to a file or a pipe is cut nowhere.
    width=None if sys.stdout.isatty() else 240,
)
_UNDATED = "no publication date, so relative dates stay open; give one with --published"
_UNSEEN = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def say(text: str, *, style: str | None = None) -> None:
    """Tell a person something, on standard error."""
    SAID.print(inert(text), style=style)


def tell(text: str) -> None:
    """Print a line of the result, on standard output."""
    OUT.print(inert(text))


def write(text: str) -> None:
    """Write JSON to standard output as it is, or to a terminal in signs that it does not obey."""
    if sys.stdout.isatty():
        text = _UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    sys.stdout.write(text)


def inert(text: str) -> str:
    """Spell out what a terminal would obey: control characters and marks of direction."""
    return _CONTROL.sub(lambda match: repr(match.group())[1:-1], text)


class Refusals:
    """What was read and what was refused: told at once, and counted."""

    def __init__(self) -> None:
        self._faults = 0
        self.read = 0
        """Documents and tables that were read."""
        self._told: Counter[tuple[str, str]] = Counter()
        """How many documents of a file something is true of."""

    def add(self, error: GeoError) -> None:
        """Tell a refusal; a file that was passed over is no fault."""
        if isinstance(error, PassedOverError):
            say(f"Passed over: {error}", style="dim")
            return
        self._faults += 1
        say(f"Refused: {error}", style="red")

    def noted(self, found: Iterable[Document]) -> Iterator[Document]:
        """Count each document, say what was assumed about it, and pass it on."""
        for document in found:
            self.read += 1
            name = document.path or document.id
            for note in document.notes:
                self._tell(name, note, style="dim")
            if document.published is None:
                self._tell(name, _UNDATED)
            yield document
        for (name, note), times in self._told.items():
            if times > 1:
                say(f"{name}: {note} (so for {times} documents of it)", style="dim")

    def _tell(self, name: str, note: str, *, style: str | None = None) -> None:
        """Say something of a file once, however many of its documents it is true of."""
        self._told[name, note] += 1
        if self._told[name, note] == 1:
            say(f"{name}: {note}", style=style)

    def stop_if_nothing_was_read(self) -> None:
        """End the command before it writes, if every input was refused."""
        if self._faults and not self.read:
            say("Nothing was read, so nothing is written.")
            self.finish()

    def finish(self) -> None:
        """End the command with status 1 if anything was refused."""
        if self._faults:
            what = "One input was" if self._faults == 1 else f"{self._faults} inputs were"
            say(f"{what} refused; see above.")
            raise typer.Exit(1)


def progressing(annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    """Pass annotations on under a bar that counts them."""
    with bar() as shown:
        task = shown.add_task("Reading reports", total=None)
        for count, annotation in enumerate(annotations, start=1):
            shown.update(task, advance=1, description=f"Reading reports ({count})")
            yield annotation


def summary(table: gpd.GeoDataFrame, output: Path | None) -> None:
    """Say in a line how much was found, and where it was written."""
    events_only = table[table["event_type"] != MENTION]
    mentions = len(table) - len(events_only)
    reports = table["document_id"].nunique()
    parts = [f"{counted(len(events_only), 'event')} from {counted(reports, 'report')}"]
    if mentions:
        parts.append(f"{counted(mentions, 'place mention')} without an event")
    undated = int(events_only["date_start"].isna().sum())
    if undated:
        parts.append(f"{undated} undated")
    if not len(events_only):
        parts = ["No events were found (they are read in English only)", *parts[1:]]
    where = f" → {output}" if output else ""
    say("; ".join(parts) + where)


def counted(number: int, what: str) -> str:
    """Say how many there are of something."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


@contextmanager
def progress(what: str) -> Iterator[Report]:
    """Show what a long piece of work is doing, while it does."""
    with bar() as shown:
        tasks: list[Any] = []

        def report(doing: str, share: float) -> None:
            if not tasks and not SAID.is_terminal:
                say(f"{what} …")
            if not tasks:
                tasks.append(shown.add_task(doing, total=1.0))
            shown.update(tasks[0], description=doing, completed=share)

        yield report


def opened(cache: Path | None) -> Gazetteer:
    """Open the gazetteer, with a bar while it is built for the first time."""
    what = "The gazetteer's index is built, once; that takes about half a minute"
    with progress(what) as report:
        return Gazetteer.open(cache=cache, progress=report)


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
        stays = "open" if resolution.alternatives else "not found"
        tell(f"{name}: {stays}; {resolution.reason}")
    else:
        inside = ", ".join(part for part in (place.admin1, place.country) if part)
        tell(
            f"{name}: {place.name} ({inside}) {place.lat:.4f} {place.lon:.4f}"
            f"  {place.kind}, confidence {resolution.confidence:.2f}"
        )
        tell(f"    {resolution.reason}")
    for other in resolution.alternatives[:3]:
        inside = ", ".join(part for part in (other.admin1, other.country) if part)
        tell(f"    or {other.name} ({inside}) {other.lat:.4f} {other.lon:.4f}  {other.kind}")
