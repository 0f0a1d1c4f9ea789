"""How long a table takes to place, beside one look-up a row in geopy's manner.

Run ``python -m benchmarks.tables``. The table is made up: towns of the gazetteer as a
long list of reports repeats them, a few spelled so that nothing is found. Quote the
ratios, which hold on other machines, rather than the times.
"""

from __future__ import annotations

import resource
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandas as pd
from geopy.location import Location
from geopy.point import Point
from rich.console import Console
from rich.table import Table

from geo import export, geocode_frame, resolve
from geo.gazetteer import Gazetteer
from geo.tables import Columns, geocode_table, reading

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 100_000
TOWNS = (
    ("Aleppo", "SY"), ("Homs", "Syria"), ("Azaz, Aleppo", "SYR"), ("Idlib", "SY"),
    ("Tripoli", "LB"), ("Gaziantep", "TUR"), ("Mosul", "Iraq"), ("Raqqa", "SY"),
    ("Springfield", "US"), ("Qwxyzville", "SY"), ("حلب", "سوريا"), ("Jisr ash-Shughur", "SY"),
)  # fmt: skip


def sample(rows: int, *, distinct: int) -> pd.DataFrame:
    """Make a table of so many rows with so many distinct names, the same at every run."""
    chosen = Random(7)  # noqa: S311  (a sample, no secret)
    names = [
        (name if at < len(TOWNS) else f"{name}, part {at}", country)
        for at in range(distinct)
        for name, country in (TOWNS[at % len(TOWNS)],)
    ]
    picked = chosen.choices(names, k=rows)
    return pd.DataFrame(
        {
            "id": [f"{at:07}" for at in range(rows)],
            "town": [name for name, _ in picked],
            "land": [country for _, country in picked],
            "day": [f"2020-{at % 12 + 1:02}-{at % 28 + 1:02}" for at in range(rows)],
            "killed": [str(at % 9) for at in range(rows)],
            "note": [f"report {at}" for at in range(rows)],
        }
    )


def seconds(work: Callable[[], object]) -> float:
    """Time one round of a piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def row_by_row(table: pd.DataFrame, gazetteer: Gazetteer) -> list[Location | None]:
    """Look up each row anew and make a geopy Location of it, as apply(geocode) does."""

    def geocode(row: pd.Series) -> Location | None:
        asked = f"{row['town']}, {row['land']}"
        place = resolve.look_up(asked, gazetteer).place
        return place and Location(place.name, Point(place.lat, place.lon), {"id": place.id})

    return list(table.apply(geocode, axis=1))


def main() -> None:
    """Print the table."""
    gazetteer = Gazetteer.open()
    named = {"place": "town", "country": "land", "date": "day"}
    shown = Table("measure", "seconds", "rows a second", title=f"A table of {ROWS:,} rows")

    def show(what: str, took: float, rows: int = ROWS) -> None:
        shown.add_row(what, f"{took:.2f}", f"{rows / took:,.0f}")

    few, many = sample(ROWS, distinct=12), sample(ROWS, distinct=20_000)
    geocode_frame(few[:100], gazetteer=gazetteer, **named)
    show("geocode_frame, 12 distinct places",
         seconds(lambda: geocode_frame(few, gazetteer=gazetteer, **named)))  # fmt: skip
    show("geocode_frame, 20,000 distinct places",
         seconds(lambda: geocode_frame(many, gazetteer=gazetteer, **named)))  # fmt: skip
    part = few[: ROWS // 10]
    show("a look-up and a geopy Location a row, 12 distinct places",
         seconds(lambda: row_by_row(part, gazetteer)), len(part))  # fmt: skip
    with TemporaryDirectory() as folder:
        path, out = Path(folder) / "t.csv", Path(folder) / "out.geojson"
        few.to_csv(path, index=False)
        columns = Columns(place="town", country="land", date="day")
        show("read CSV", seconds(lambda: reading.read(path)))
        done = geocode_table(reading.read(path), columns, gazetteer)
        show("write GeoJSON", seconds(lambda: export.write(done.placed, out)))
        if len(done.placed) + len(done.refused) != ROWS:
            raise SystemExit("rows were lost")
    Console().print(shown)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Console().print(
        f"{len(done.placed):,} placed, {len(done.refused):,} refused; peak {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
