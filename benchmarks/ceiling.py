"""How many place names of a corpus the gazetteer could place at all.

Run ``python -m benchmarks.ceiling --corpora FOLDER`` with a folder of ``.jsonl`` files, one
document a line with ``toponyms`` of ``text``, ``lat`` and ``lon``. A name counts if one of
the places that bear it lies within 161 km (100 miles) of where the corpus puts it: that is
the most that any resolver can reach. ``--missed N`` lists the names missed most.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from geo.gazetteer import Gazetteer
from geo.sphere import distance_km

NEAR_KM = 161.0
_OUT = Console(markup=False, highlight=False, soft_wrap=True)


def measure(path: Path, gazetteer: Gazetteer) -> tuple[int, int, Counter[str]]:
    """Count the toponyms of a corpus, those with a right candidate, and the others' names."""
    total = near = 0
    missed: Counter[str] = Counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for toponym in json.loads(line).get("toponyms", ()):
                total += 1
                places = (match.place for match in gazetteer.find(toponym["text"]))
                if any(
                    distance_km(toponym["lat"], toponym["lon"], place.lat, place.lon) < NEAR_KM
                    for place in places
                ):
                    near += 1
                else:
                    missed[toponym["text"]] += 1
    return total, near, missed


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--missed", type=int, default=0)
    arguments = parser.parse_args()
    gazetteer = Gazetteer.open()
    table = Table("corpus", "toponyms", "with a right candidate", title="Ceiling of the gazetteer")
    for path in sorted(arguments.corpora.glob("*.jsonl")):
        total, near, missed = measure(path, gazetteer)
        if total:
            table.add_row(path.stem, f"{total:,}", f"{near / total:.3f}")
            for name, count in missed.most_common(arguments.missed):
                _OUT.print(f"{path.stem}: {count} × {name}")
    _OUT.print(table)


if __name__ == "__main__":
    main()
