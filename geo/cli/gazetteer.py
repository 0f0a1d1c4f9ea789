"""``dateline gazetteer``: build the index of places, add to it, look into it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from geo.cli.options import Cache
from geo.cli.telling import OUT, Refusals, counted, inert, opened, progress, say, tell
from geo.gazetteer import download as dumps
from geo.gazetteer import own, store, verify
from geo.gazetteer.geonames import Dumps

app = typer.Typer(
    help="The index of places: build it, add to it, look into it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_Table = typer.Option(metavar="FILE", help="GeoNames' table of that name.")


@app.command(
    epilog="Examples: dateline gazetteer build · dateline gazetteer build --geonames SY.zip"
    " --geonames TR.zip --admin1 admin1CodesASCII.txt"
)
def build(
    *,
    geonames: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A dump of GeoNames, .txt or .zip; may be repeated."),
    ] = None,
    alternate_names: Annotated[Path | None, _Table] = None,
    admin1: Annotated[Path | None, _Table] = None,
    admin2: Annotated[Path | None, _Table] = None,
    country_info: Annotated[Path | None, _Table] = None,
    hierarchy: Annotated[Path | None, _Table] = None,
    cache: Cache = None,
) -> None:
    """Build the index anew; with --geonames, a layer of dumps above it."""
    refusals = Refusals()
    with progress("The index is built") as report:
        if geonames:
            supply = Dumps(
                geonames,
                alternate_names=alternate_names,
                admin1=admin1,
                admin2=admin2,
                country_info=country_info,
                hierarchy=hierarchy,
                on_error=refusals.add,
            ).supply()
            folder = store.add_layer(store.DUMPS, supply, cache=cache, progress=report)
        else:
            folder = store.rebuild(cache, progress=report)
    say(f"The index is in {folder}")
    refusals.finish()


@app.command(epilog="Example: dateline gazetteer download --countries SY,TR --to dumps/")
def download(
    *,
    countries: Annotated[
        str, typer.Option(metavar="CC,CC…", help="ISO alpha-2 codes, or allCountries.")
    ],
    to: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the files go.")] = Path(),
    base_url: Annotated[str, typer.Option(help="Where GeoNames' files are.")] = dumps.BASE_URL,
) -> None:
    """Fetch dumps of GeoNames, where a network allows."""
    codes = [code.strip() for code in countries.split(",") if code.strip()]
    with progress("The dumps are fetched") as report:
        paths = dumps.download(codes, to, base_url=base_url, progress=report)
    for path in paths:
        say(f"Fetched {path}")
    given = " ".join(f"--geonames {path}" for path in paths if path.suffix == ".zip")
    say(f"Next: dateline gazetteer build {given} --admin1 {to / dumps.TABLES[0]}")


@app.command(epilog="Example: dateline gazetteer add my-places.csv")
def add(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help=".csv, .tsv or .geojson")],
    *,
    cache: Cache = None,
) -> None:
    """Add places of your own, which win over all others.

    Columns: name, lat and lon; optionally id, kind, country, admin1, admin2, population,
    radius_km and names (separated by |).
    """
    refusals = Refusals()
    added, total = own.add(table, cache=cache, on_error=refusals.add)
    say(f"{counted(added, 'place')} added; {total:,} of your own now.")
    refusals.finish()


@app.command()
def forget(*, cache: Cache = None) -> None:
    """Remove your own places and the dumps; the default index stays."""
    say(f"{counted(own.forget(cache), 'place')} of your own removed.")
    if store.remove_layer(store.DUMPS, cache):
        say("The layer of GeoNames dumps is removed.")


@app.command()
def info(*, cache: Cache = None) -> None:
    """Say what the index holds and where it comes from."""
    for layer in opened(cache).layers:
        tell(f"Folder   {layer['folder']}")
        tell(f"Places   {layer['places']:,}")
        tell(f"Names    {layer['names']:,}")
        for package, version in layer["sources"].items():
            tell(f"Source   {package} {version}".rstrip())
        for given in layer.get("attribution", ()):
            tell(f"Credit   {given['text']} {given['url']}")


@app.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    cache: Cache = None,
) -> None:
    """List every place that bears a name, or else the likest ones."""
    matches = opened(cache).search(name)
    table = Table("id", "name", "kind", "country", "admin1", "lat", "lon", "people", "as", "how")
    # A country says more than a town, a larger town than a smaller one.
    for match in sorted(
        matches, key=lambda each: (each.place.kind[0] == "P", -each.place.population)
    ):
        place = match.place
        cells = (
            place.id, place.name, place.kind, place.country or "", place.admin1 or "",
            f"{place.lat:.4f}", f"{place.lon:.4f}", f"{place.population:,}",
            match.role.name.lower(), match.how,
        )  # fmt: skip
        table.add_row(*(Text(inert(cell)) for cell in cells))
    if not matches:
        say(f"No place in the gazetteer bears the name “{name}”.")
        raise typer.Exit(1)
    OUT.print(table)


@app.command(name="verify")
def verify_() -> None:
    """Check every curated record against its neighbours."""
    faults = verify.faults()
    for fault in faults:
        tell(fault)
    if faults:
        say(counted(len(faults), "fault"))
        raise typer.Exit(1)
    say(f"{verify.count():,} curated records verified.")
