"""How building from a dump of all of GeoNames goes: ``python -m benchmarks.dumps``.

A synthetic ``allCountries.txt`` in GeoNames' layout is written, built into a layer, and
opened in a fresh process; ``--places`` says how many (13 million by default, which takes
about 2 GB of disk and a quarter of an hour).
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

_BUILD = """
import resource, sys, time
from pathlib import Path
from geo.gazetteer import store
from geo.gazetteer.geonames import Dumps
start = time.perf_counter()
supply = Dumps([Path(sys.argv[1])]).supply()
store.add_layer(store.DUMPS, supply, cache=Path(sys.argv[2]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(time.perf_counter() - start, peak)
"""
_OPEN = """
import sys, time
from pathlib import Path
from geo.gazetteer import store
from geo.gazetteer.index import Index
pages = lambda: int(Path("/proc/self/statm").read_text().split()[1])
folder = store.layers(Path(sys.argv[2]))[0]
before, start = pages(), time.perf_counter()
index = Index(folder)
opened, added = time.perf_counter() - start, pages() - before
found = index.postings("san miguel")
looked = time.perf_counter() - start - opened
print(opened, added * 4096 / 1e6, looked, len(found))
"""
_SYLLABLES = [
    "al",
    "ba",
    "ca",
    "da",
    "el",
    "fa",
    "ga",
    "ha",
    "in",
    "ja",
    "ka",
    "la",
    "ma",
    "na",
    "or",
    "pa",
    "qu",
    "ra",
    "sa",
    "ta",
    "um",
    "va",
    "wa",
    "xi",
    "ya",
    "zu",
    "bor",
    "den",
    "ford",
    "gard",
    "ham",
    "ing",
    "kot",
    "land",
    "mar",
    "nov",
    "ost",
    "pol",
    "rok",
    "sund",
    "tal",
    "ur",
    "vik",
    "wood",
]
_KINDS = (("P", "PPL"), ("H", "STM"), ("T", "MT"), ("S", "SCH"), ("L", "LCTY"), ("A", "ADM4"))


def write_dump(path: Path, places: int) -> None:
    """Write a dump of made-up places: names of two to five syllables, some of them often."""
    chance = random.Random(1)  # noqa: S311  (made-up names)
    countries = ["US", "CN", "IN", "RU", "BR", "MX", "ID", "TR", "SY", "FR"]
    with path.open("w", encoding="utf-8") as file:
        for number in range(places):
            if number % 5000 == 0:
                name = "San Miguel"
            else:
                name = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))).title()
            other = "".join(chance.choices(_SYLLABLES, k=3)).title()
            kind = chance.choice(_KINDS)
            fields = (
                str(number + 1), name, name, f"{other},{other} {name}",
                f"{chance.uniform(-60, 75):.5f}", f"{chance.uniform(-180, 180):.5f}", *kind,
                chance.choice(countries), "", "01", "", "", "", "0", "", "0", "UTC", "2026-01-01",
            )  # fmt: skip
            file.write("\t".join(fields) + "\n")


def _run(code: str, *arguments: str) -> list[float]:
    done = subprocess.run(  # noqa: S603  (this program)
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return [float(part) for part in done.stdout.split()]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=13_000_000)
    places = parser.parse_args().places
    with TemporaryDirectory() as folder:
        dump, cache = Path(folder, "allCountries.txt"), Path(folder, "cache")
        start = time.perf_counter()
        write_dump(dump, places)
        written = time.perf_counter() - start
        seconds, peak = _run(_BUILD, str(dump), str(cache))
        opened, added, looked, found = _run(_OPEN, "", str(cache))
        size = sum(path.stat().st_size for path in cache.rglob("*") if path.is_file())
        table = Table("measure", "figure", title=f"A dump of {places:,} places")
        for name, figure in (
            ("dump written (not counted)", f"{written:.0f} s, {dump.stat().st_size / 1e9:.2f} GB"),
            ("build", f"{seconds / 60:.1f} min"),
            ("memory at its peak", f"{peak / 1024:.2f} GB"),
            ("size on disk", f"{size / 1e9:.2f} GB"),
            ("open", f"{opened * 1000:.1f} ms"),
            ("memory added by opening", f"{added:.1f} MB"),
            (f"look up a name of {found:,.0f} places, cold", f"{looked * 1000:.1f} ms"),
        ):
            table.add_row(name, figure)
        Console().print(table)


if __name__ == "__main__":
    main()
