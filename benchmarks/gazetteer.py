"""How fast the gazetteer opens and answers, beside a dict and SQLite with the same names.

Run ``python -m benchmarks.gazetteer``. Figures are medians of several rounds; quote the
ratios, which hold on other machines, rather than the times.
"""

from __future__ import annotations

import resource
import sqlite3
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import marisa_trie
from rich.console import Console
from rich.table import Table

from geo.gazetteer import Gazetteer, store
from geo.gazetteer.index import Index
from geo.gazetteer.spelling import loose_key, sound

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7
LOOK_UPS = 20_000
SHORT = 5


def median_seconds(work: Callable[[], object]) -> float:
    """Give the median time of several rounds of a piece of work."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def opening() -> tuple[float, float]:
    """Open the index in fresh processes: median milliseconds, and resident MB that it adds."""
    code = (
        "import pathlib, time; from geo.gazetteer import store\n"
        "from geo.gazetteer.index import Index\n"
        "folder = pathlib.Path(store.ensure())\n"
        "pages = lambda: int(pathlib.Path('/proc/self/statm').read_text().split()[1])\n"
        "before, start = pages(), time.perf_counter()\n"
        "found = Index(folder); found.place(found.postings('idlib')[0][0])\n"
        "print(time.perf_counter() - start, (pages() - before) * 4096)"
    )
    rows = []
    for _ in range(ROUNDS):
        done = subprocess.run(  # noqa: S603  (this program)
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        rows.append(tuple(float(part) for part in done.stdout.split()))
    return (
        statistics.median(row[0] for row in rows) * 1e3,
        statistics.median(row[1] for row in rows) / 1e6,
    )


def peers(folder: Path) -> tuple[list[str], dict[str, list[bytes]], sqlite3.Connection]:
    """Put the same names and places into a dict and into SQLite."""
    trie = marisa_trie.RecordTrie("<IB").mmap(str(folder / "names-0.marisa"))
    pairs = [(key, number) for key, (number, _) in trie.iteritems()]
    in_memory: dict[str, list[bytes]] = {}
    for key, number in pairs:
        in_memory.setdefault(key, []).append(number.to_bytes(4, "little"))
    database = sqlite3.connect(":memory:")
    database.execute("create table names (key text, place integer)")
    database.executemany("insert into names values (?, ?)", pairs)
    database.execute("create index by_key on names (key)")
    step = max(1, len(in_memory) // LOOK_UPS)
    return list(in_memory)[::step][:LOOK_UPS], in_memory, database


def main() -> None:
    """Print the table."""
    with TemporaryDirectory() as cache:
        start = time.perf_counter()
        store.ensure(Path(cache))
        built = time.perf_counter() - start
    gazetteer = Gazetteer.open()
    opened = Index(gazetteer.folder)
    milliseconds, megabytes = opening()
    keys, in_memory, database = peers(gazetteer.folder)
    query = "select place from names where key = ?"
    ours = median_seconds(lambda: [opened.postings(key) for key in keys])
    dictionary = median_seconds(lambda: [in_memory.get(key) for key in keys])
    sqlite = median_seconds(lambda: [database.execute(query, (key,)).fetchall() for key in keys])
    spellings = [key for key in keys if key.isascii() and len(key) > SHORT][:2000]
    other = [key.replace("a", "e", 1).replace("o", "u", 1) for key in spellings]
    loose = median_seconds(lambda: [list(opened.loosely(loose_key(k), sound(k))) for k in other])
    wrong = [key[:3] + "b" + key[4:] for key in spellings[::20]]
    fuzzy = median_seconds(lambda: [gazetteer.search(key) for key in wrong])
    table = Table("measure", "figure", title=f"Gazetteer of {len(gazetteer):,} places")
    disk = sum(path.stat().st_size for path in gazetteer.folder.iterdir()) / 1e6
    for name, figure in (
        ("build from the packages", f"{built:.1f} s"),
        ("size on disk", f"{disk:.1f} MB"),
        ("open in a fresh process", f"{milliseconds:.1f} ms"),
        ("memory added by opening", f"{megabytes:.1f} MB"),
        ("exact look-up", f"{ours / len(keys) * 1e6:.2f} µs"),
        ("look-up by sound", f"{loose / len(other) * 1e6:.0f} µs"),
        ("search for a misspelt name", f"{fuzzy / len(wrong) * 1e3:.1f} ms"),
        ("exact against a dict in memory", f"{ours / dictionary:.1f} times its time"),
        ("exact against SQLite in memory", f"{ours / sqlite:.2f} times its time"),
        ("memory of this run at its peak", f"{_peak_mb():.0f} MB"),
    ):
        table.add_row(name, figure)
    Console().print(table)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
