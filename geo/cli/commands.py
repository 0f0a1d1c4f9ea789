"""The command line: ``dateline`` or ``python -m geo``.

Results go to standard output or the file named by ``-o``; what a person should know
goes to standard error. The exit status is 1 if anything was refused, 2 if the command
was not understood.
"""

from __future__ import annotations

import glob
import io
import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo import __version__, documents, export, frame, pipeline, resolve, tables, timemap, toponyms
from geo.cli import dating, explaining, gazetteer, placing
from geo.cli.asking import Asking
from geo.cli.lines import annotation_line, place_fields, resolution_fields
from geo.cli.options import (
    Cache,
    Inputs,
    Language,
    Llm,
    LlmModel,
    LlmTimeout,
    Mentions,
    Published,
    Separate,
    Spacy,
    Verbose,
)
from geo.cli.telling import (
    Refusals,
    opened,
    print_resolution,
    progressing,
    say,
    summary,
    tell,
    write,
)
from geo.errors import GeoError
from geo.events import extract
from geo.events.llm.extractor import TIMEOUT
from geo.files import replacing
from geo.toponyms.spacy_names import SpacyRecogniser

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd

app = typer.Typer(
    name="dateline",
    help="News text in, dated events on a map out. Offline.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(gazetteer.app, name="gazetteer")
app.command(epilog=explaining.EXAMPLES)(explaining.explain)
app.command(epilog=dating.EXAMPLES)(dating.dates)


def _version(wanted: bool) -> None:  # noqa: FBT001  (typer calls it so)
    if wanted:
        tell(f"dateline {__version__}")
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
    separate: Separate = False,
    spacy: Spacy = None,
    llm: Llm = None,
    llm_model: LlmModel = None,
    llm_timeout: LlmTimeout = TIMEOUT,
    verbose: Verbose = False,
    cache: Cache = None,
) -> None:
    """Find the dated, placed events of reports."""
    if output is not None:
        export.check_suffix(output)
        _check_target(output, inputs)
    recogniser = _recogniser(spacy)
    asking = Asking(llm, llm_model, timeout=llm_timeout, cache=cache, verbose=verbose)
    refusals = Refusals()
    table = _parsed(
        inputs, published, cache, refusals,
        mentions=mentions, merged=not separate, recogniser=recogniser, extractor=asking.extractor,
    )  # fmt: skip
    refusals.stop_if_nothing_was_read()
    if output is None:
        write(export.to_geojson(table, indent=1) + "\n")
    else:
        export.write(table, output)
    summary(table, output)
    asking.finish()
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
    title: Annotated[str | None, typer.Option(help="Title of the page.")] = None,
    language: Language = "en",
    story: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A story to tell on the map (YAML, docs/story.md)."),
    ] = None,
    published: Published = None,
    separate: Separate = False,
    llm: Llm = None,
    llm_model: LlmModel = None,
    llm_timeout: LlmTimeout = TIMEOUT,
    verbose: Verbose = False,
    cache: Cache = None,
) -> None:
    """Make the standalone map: one HTML file that works without a network.

    INPUT may also be events files (.geojson, .csv) that "events" wrote.
    """
    _check_target(output, inputs, suffixes=(".html", ".htm"))
    # What is wrong with it is better told before the reports are read.
    timemap.told(story)
    asking = Asking(llm, llm_model, timeout=llm_timeout, cache=cache, verbose=verbose)
    refusals = Refusals()
    ready, reports = _sorted_out(inputs)
    found = [table for each in ready if (table := _read_table(each, refusals)) is not None]
    if reports or not found:
        found.append(
            _parsed(
                reports,
                published,
                cache,
                refusals,
                mentions=True,
                merged=not separate,
                extractor=asking.extractor,
            )
        )
    table = frame.joined(found)
    refusals.stop_if_nothing_was_read()
    timemap.event_map(table, title=title, language=language, story=story).save(output)
    summary(table, output)
    asking.finish()
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
    demonyms: Annotated[
        bool,
        typer.Option("--demonyms", help="Keep adjectives and peoples too: Syrian, Syrians."),
    ] = False,
    published: Published = None,
    spacy: Spacy = None,
    llm: Llm = None,
    llm_model: LlmModel = None,
    llm_timeout: LlmTimeout = TIMEOUT,
    verbose: Verbose = False,
    cache: Cache = None,
) -> None:
    """Write every place name, date and event of each document as a line of JSON."""
    if output is not None:
        _check_target(output, [file], suffixes=(".jsonl", ".ndjson", ".json"))
    if file != documents.STDIN and not file.lower().endswith((".jsonl", ".ndjson")):
        message = f"{file}: annotate reads JSON lines (.jsonl), one document a line"
        raise GeoError(message)
    recogniser = _recogniser(spacy)
    asking = Asking(llm, llm_model, timeout=llm_timeout, cache=cache, verbose=verbose)
    refusals = Refusals()
    data = sys.stdin.buffer.read() if file == documents.STDIN else Path(file).read_bytes()
    found = documents.from_bytes(
        file, data, kind=".jsonl", published=published, on_error=refusals.add
    )
    once = refusals.noted(documents.distinct(found, on_error=refusals.add))
    annotations = progressing(
        pipeline.run(
            once,
            opened(cache),
            demonyms=demonyms,
            recogniser=recogniser,
            extractor=asking.extractor,
            on_error=refusals.add,
        )
    )
    lines = (json.dumps(annotation_line(each), ensure_ascii=False) + "\n" for each in annotations)
    if output is None:
        for line in lines:
            write(line)
    else:
        with replacing(output) as temporary, temporary.open("w", encoding="utf-8") as out:
            out.writelines(lines)
    asking.finish()
    refusals.finish()


@app.command(
    epilog="Examples: dateline geocode Idlib 'Tripoli, Lebanon' · dateline geocode Homs"
    " --country SY · dateline geocode table.csv --place town --date day -o out.geojson"
)
def geocode(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME…|TABLE",
            help="Names of places, or one table (.csv, .tsv, .xlsx, .jsonl, .geojson).",
        ),
    ],
    *,
    country: Annotated[
        str | None,
        typer.Option(
            metavar="CC|COLUMN",
            help="Only places in this country; of a table, its column of countries.",
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            metavar="COLUMN",
            help="Column of place names. Exports of ACLED, UCDP GED and GDELT need none.",
        ),
    ] = None,
    admin1: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Column of provinces: a hint.")
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="COLUMN", help="Column of days.")
    ] = None,
    date_order: Annotated[
        str | None, typer.Option(metavar="dmy|mdy|ymd", help="How to read 3/4/2020.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=".geojson or .csv for the rows placed; those refused go to FILE's name with"
            " .refused.csv.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON a name.")] = False,
    cache: Cache = None,
) -> None:
    """Say where places are, how sure that is, and why; or place the rows of a table."""
    columns = tables.Columns(place, country, admin1, day, date_order)
    table = placing.the_table(names, columns, output)
    if table is not None:
        if as_json:
            raise typer.BadParameter("--json is for names; a table becomes GeoJSON or CSV")
        if output is not None:
            placing.check_output(table, output)
        placing.geocode_table(table, columns, output, opened(cache))
        return
    places = opened(cache)
    found = [(name, resolve.look_up(name, places, country=country)) for name in names]
    if as_json:
        for name, resolution in found:
            row = {"name": name, **resolution_fields(resolution)}
            row["alternatives"] = [place_fields(place) for place in resolution.alternatives]
            write(json.dumps(row, ensure_ascii=False) + "\n")
    else:
        for name, resolution in found:
            print_resolution(name, resolution)
    if any(resolution.place is None for _, resolution in found):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; an error of ours is one line and status 1."""
    logging.basicConfig(level=logging.ERROR, format="%(name)s: %(message)s")
    # What it says of a page without an article is told as a refusal.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except (GeoError, OSError) as error:
        say(f"Error: {error}", style="red")
        sys.exit(1)


def _recogniser(model: str | None) -> pipeline.Recogniser:
    """Give what finds the names, ready to work, so that nothing is read in vain."""
    if model is None:
        return toponyms.recognise
    found = SpacyRecogniser(model)
    found.load()
    return found


def _parsed(
    inputs: list[str],
    published: date | None,
    cache: Path | None,
    refusals: Refusals,
    *,
    mentions: bool,
    merged: bool,
    recogniser: pipeline.Recogniser = toponyms.recognise,
    extractor: pipeline.Extractor = extract,
) -> gpd.GeoDataFrame:
    """Read and parse reports with a bar that counts them."""
    places = opened(cache)
    found = documents.read(inputs, published=published, on_error=refusals.add)
    kept = list(
        progressing(
            pipeline.run(
                refusals.noted(found),
                places,
                recogniser=recogniser,
                extractor=extractor,
                on_error=refusals.add,
            )
        )
    )
    if not kept:
        say("No report was read.")
    return frame.to_frame(kept, mentions=mentions, merged=merged)


def _sorted_out(inputs: list[str]) -> tuple[list[str], list[str]]:
    """Tell events files, also behind a glob, from reports."""
    ready, reports = [], []
    for each in inputs:
        if tables.is_events_file(each):
            ready += sorted(glob.glob(each, recursive=True)) or [each]  # noqa: PTH207  (absolute patterns too)
        else:
            reports.append(each)
    return ready, reports


def _check_target(output: Path, inputs: list[str], *, suffixes: tuple[str, ...] = ()) -> None:
    """Refuse to write where it would cost something, before any work is done."""
    if suffixes and output.suffix.lower() not in suffixes and output.suffix:
        message = f"{output}: this command writes {' or '.join(suffixes)}"
        raise GeoError(message)
    if output.is_dir():
        message = f"{output} is a folder; name a file in it"
        raise GeoError(message)
    if any(Path(each).exists() and output.exists() and output.samefile(each) for each in inputs):
        message = f"{output} is an input; writing there would destroy it"
        raise GeoError(message)


def _read_table(path: str, refusals: Refusals) -> gpd.GeoDataFrame | None:
    try:
        table = tables.read_events(path, on_error=refusals.add)
    except GeoError as error:
        refusals.add(error)
        return None
    refusals.read += 1
    return table
