"""The command line: ``dateline`` or ``python -m geo``.

Results go to standard output or the file named by ``-o``; what a person should know
goes to standard error. The exit status is 1 if anything was refused, 2 if the command
was not understood.
"""

from __future__ import annotations

import json
import logging
import sys
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text
from shapely.geometry import mapping

from geo import __version__, documents, export, frame, pipeline, resolve, tables, timemap
from geo.errors import GeoError, PassedOverError
from geo.files import replacing
from geo.gazetteer import Gazetteer, index

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd

    from geo.model import Annotation, Document, Place, Resolution

app = typer.Typer(
    name="dateline",
    help="News text in, dated events on a map out. Offline.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
gazetteer_app = typer.Typer(
    help="The index of places: build it, look into it.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(gazetteer_app, name="gazetteer")

_SAID = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
_OUT = Console(markup=False, highlight=False, soft_wrap=True)


def _day(value: str) -> date:
    try:
        return documents.parse_day(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help=f"Files ({', '.join(documents.KINDS)}), folders, globs, or - for standard input.",
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        parser=_day,
        metavar="DATE",
        help="Publication date (YYYY-MM-DD) of reports that state none.",
    ),
]
Cache = Annotated[
    Path | None,
    typer.Option(
        envvar="DATELINE_CACHE", metavar="FOLDER", help="Where the gazetteer's index is kept."
    ),
]
Mentions = Annotated[
    bool, typer.Option("--mentions", help="Keep places named without an event, as rows too.")
]


def _version(wanted: bool) -> None:  # noqa: FBT001  (typer calls it so)
    if wanted:
        _OUT.print(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", is_eager=True, callback=_version),
    ] = False,
) -> None:
    del version


@app.command(
    epilog="Examples: dateline events reports/ -o events.geojson"
    " · cat report.txt | dateline events - --published 2020-03-02"
)
def events(
    inputs: Inputs,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help=".geojson or .csv; else GeoJSON is printed."
        ),
    ] = None,
    published: Published = None,
    mentions: Mentions = False,
    cache: Cache = None,
) -> None:
    """Find the dated, placed events of reports."""
    if output is not None:
        export.check_suffix(output)
    refusals = _Refusals()
    table = _parsed(inputs, published, cache, refusals, mentions=mentions)
    if output is None:
        sys.stdout.write(export.to_geojson(table, indent=1) + "\n")
    else:
        export.write(table, output)
    _summary(table, output)
    refusals.finish()


@app.command(
    name="map",
    epilog="Examples: dateline map reports/ -o map.html · dateline map events.geojson -o map.html",
)
def map_(
    inputs: Inputs,
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The HTML page to write.")
    ],
    title: Annotated[str, typer.Option(help="Title of the page.")] = "Events in time and place",
    published: Published = None,
    cache: Cache = None,
) -> None:
    """Make the standalone map: one HTML file that works without a network.

    INPUT may also be events files (.geojson, .csv) that "events" wrote.
    """
    refusals = _Refusals()
    ready = [each for each in inputs if tables.is_events_file(each)]
    reports = [each for each in inputs if each not in ready]
    found = [table for each in ready if (table := _read_table(each, refusals)) is not None]
    if reports or not found:
        found.append(_parsed(reports, published, cache, refusals, mentions=True))
    table = frame.joined(found)
    timemap.event_map(table, title=title).save(output)
    _summary(table, output)
    refusals.finish()


@app.command(
    epilog='Examples: dateline annotate reports.jsonl -o notes.jsonl · echo \'{"id": "1", "text":'
    ' "Two people died in Idlib."}\' | dateline annotate -'
)
def annotate(
    file: Annotated[str, typer.Argument(metavar="FILE.jsonl|-", help="One document a line.")],
    *,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT.jsonl", help="Else printed.")
    ] = None,
    published: Published = None,
    cache: Cache = None,
) -> None:
    """Write every place name, date and event of each document as a line of JSON."""
    refusals = _Refusals()
    data = sys.stdin.buffer.read() if file == documents.STDIN else _bytes(file)
    found = documents.from_bytes(
        file, data, kind=".jsonl", published=published, on_error=refusals.add
    )
    annotations = pipeline.run(found, _opened(cache), on_error=refusals.add)
    lines = (json.dumps(_annotation(each), ensure_ascii=False) + "\n" for each in annotations)
    if output is None:
        for line in lines:
            sys.stdout.write(line)
    else:
        with replacing(output) as temporary, temporary.open("w", encoding="utf-8") as out:
            out.writelines(lines)
    refusals.finish()


@app.command(
    epilog="Examples: dateline geocode Idlib 'Tripoli, Lebanon' · dateline geocode Homs"
    " --country SY"
)
def geocode(
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Names of places.")],
    *,
    country: Annotated[
        str | None, typer.Option(metavar="CC", help="Only places in this country (ISO alpha-2).")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON a name.")] = False,
    cache: Cache = None,
) -> None:
    """Say where places are, how sure that is, and why."""
    places = _opened(cache)
    found = [(name, resolve.look_up(name, places, country=country)) for name in names]
    if as_json:
        for name, resolution in found:
            row = {"name": name, **_resolution(resolution)}
            row["alternatives"] = [_place(place) for place in resolution.alternatives]
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    else:
        for name, resolution in found:
            _print_resolution(name, resolution)
    if any(resolution.place is None for _, resolution in found):
        raise typer.Exit(1)


@gazetteer_app.command()
def build(*, cache: Cache = None) -> None:
    """Build the index anew from its sources."""
    with _progress() as report:
        folder = index.rebuild(cache, progress=report)
    _SAID.print(f"The index is in {folder}")


@gazetteer_app.command()
def info(*, cache: Cache = None) -> None:
    """Say what the index holds and where it comes from."""
    places = _opened(cache)
    facts = places.info
    _OUT.print(f"Folder   {places.folder}")
    _OUT.print(f"Places   {facts['places']:,}")
    _OUT.print(f"Names    {facts['names']:,}")
    for package, version in facts["sources"].items():
        _OUT.print(f"Source   {package} {version}")
    for given in facts["attribution"]:
        _OUT.print(f"Credit   {given['text']} {given['url']}")


@gazetteer_app.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    cache: Cache = None,
) -> None:
    """List every place that bears a name."""
    matches = _opened(cache).find(name)
    table = Table("id", "name", "kind", "country", "admin1", "lat", "lon", "people", "as")
    for match in matches:
        place = match.place
        cells = (
            place.id, place.name, place.kind, place.country or "", place.admin1 or "",
            f"{place.lat:.4f}", f"{place.lon:.4f}", f"{place.population:,}",
            match.role.name.lower(),
        )  # fmt: skip
        table.add_row(*(Text(cell) for cell in cells))
    if not matches:
        _SAID.print(f"No place in the gazetteer bears the name “{name}”.")
        raise typer.Exit(1)
    _OUT.print(table)


def main() -> None:
    """Run the command line; an error of ours is one line and status 1."""
    logging.basicConfig(level=logging.ERROR, format="%(name)s: %(message)s")
    try:
        app()
    except (GeoError, OSError) as error:
        _SAID.print(f"Error: {error}", style="red")
        sys.exit(1)


class _Refusals:
    """What was refused: told at once, counted, and turned into the exit status."""

    def __init__(self) -> None:
        self._faults = 0

    def add(self, error: GeoError) -> None:
        if isinstance(error, PassedOverError):
            _SAID.print(f"Passed over: {error}", style="dim")
            return
        self._faults += 1
        _SAID.print(f"Refused: {error}", style="red")

    def finish(self) -> None:
        if self._faults:
            what = "One input was" if self._faults == 1 else f"{self._faults} inputs were"
            _SAID.print(f"{what} refused; see above.")
            raise typer.Exit(1)


def _parsed(
    inputs: list[str],
    published: date | None,
    cache: Path | None,
    refusals: _Refusals,
    *,
    mentions: bool,
) -> gpd.GeoDataFrame:
    """Read and parse reports with a bar that counts them."""
    places = _opened(cache)
    found = documents.read(inputs, published=published, on_error=refusals.add)
    annotations = pipeline.run(_noted(found), places, on_error=refusals.add)
    with _bar() as bar:
        task = bar.add_task("Reading reports", total=None)
        kept: list[Annotation] = []
        for annotation in annotations:
            kept.append(annotation)
            bar.update(task, advance=1, description=f"Reading reports ({len(kept)})")
    if not kept:
        _SAID.print("No report was read.")
    return frame.to_frame(kept, mentions=mentions)


def _noted(found: Iterator[Document]) -> Iterator[Document]:
    """Say what was assumed about each document, and pass it on."""
    for document in found:
        for note in document.notes:
            _SAID.print(f"{document.path}: {note}", style="dim")
        if document.published is None:
            _SAID.print(
                f"{document.path}: no publication date, so relative dates stay open;"
                " give one with --published"
            )
        yield document


def _read_table(path: str, refusals: _Refusals) -> gpd.GeoDataFrame | None:
    try:
        return tables.read_events(path, on_error=refusals.add)
    except GeoError as error:
        refusals.add(error)
        return None


def _bytes(path: str) -> bytes:
    return Path(path).read_bytes()


def _summary(table: gpd.GeoDataFrame, output: Path | None) -> None:
    events_only = table[table["event_type"] != "Mention"]
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
    _SAID.print("; ".join(parts) + where)


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _opened(cache: Path | None) -> Gazetteer:
    """Open the gazetteer, with a bar while it is built for the first time."""
    with _progress() as report:
        return Gazetteer.open(cache=cache, progress=report)


@contextmanager
def _progress() -> Iterator[index.Progress]:
    with _bar() as bar:
        tasks: list[Any] = []

        def report(doing: str, share: float) -> None:
            if not tasks:
                tasks.append(bar.add_task(doing, total=1.0))
            bar.update(tasks[0], description=f"Gazetteer: {doing}", completed=share)

        yield report


def _bar() -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeElapsedColumn(),
        console=_SAID,
        transient=True,
        disable=not _SAID.is_terminal,
    )


def _print_resolution(name: str, resolution: Resolution) -> None:
    place = resolution.place
    if place is None:
        _OUT.print(f"{name}: not found; {resolution.reason}")
    else:
        inside = ", ".join(part for part in (place.admin1, place.country) if part)
        _OUT.print(
            f"{name}: {place.name} ({inside}) {place.lat:.4f} {place.lon:.4f}"
            f"  {place.kind}, confidence {resolution.confidence:.2f}"
        )
        _OUT.print(f"    {resolution.reason}")
    for other in resolution.alternatives[:3]:
        inside = ", ".join(part for part in (other.admin1, other.country) if part)
        _OUT.print(f"    or {other.name} ({inside}) {other.lat:.4f} {other.lon:.4f}  {other.kind}")


def _annotation(annotation: Annotation) -> dict[str, Any]:
    table = frame.to_frame([annotation])
    return {
        "id": annotation.document.id,
        "toponyms": [
            {**asdict(each.toponym), **_resolution(each)} for each in annotation.resolutions
        ],
        "dates": [
            {
                "start": when.start,
                "end": when.end,
                "text": when.text,
                "type": when.type,
                "value": when.value,
                "first": when.first and when.first.isoformat(),
                "last": when.last and when.last.isoformat(),
                "precision": when.precision,
                "role": when.role,
            }
            for when in annotation.whens
        ],
        "events": [
            {**row, "geometry": mapping(point)}
            for row, point in zip(frame.plain_rows(table), table.geometry, strict=True)
        ],
    }


def _resolution(resolution: Resolution) -> dict[str, Any]:
    return {
        "place": _place(resolution.place),
        "confidence": resolution.confidence,
        "reason": resolution.reason,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    names = ("id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km")
    return {name: getattr(place, name) for name in names}
