"""How well dates are read: ``python -m benchmarks.dates --corpora FOLDER``.

The folder holds ``wikiwars.jsonl``, a document a line with ``id``, ``text``, ``published``
and ``dates`` (``start``, ``end``, ``value``). Scored as TempEval-3 does: spans that overlap
match one to one, equal ones first; *strict* counts equal spans, *relaxed* all, *value*
those with the very same value; *calendar recall* is the share of the gold years, months,
days and hours that were found with their value. dateparser's search runs over the same
text in the same run. ``--folds`` chooses the pace of stories on each half of the documents
and scores it on the other.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import time
import warnings
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import dateparser.search
from rich.console import Console
from rich.table import Table

from geo.dates import Pace, find
from geo.model import Document

CORPUS = "wikiwars.jsonl"
PUBLISHED = {"HeidelTime (published)": ("0.856", "0.921", "0.831", "0.882", "440")}
"""Strict, relaxed and value F1, calendar recall and words a second, of the best rule system."""
_CALENDAR = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}.*)?)?$")
_LEADING = re.compile(r"^(?:(?:on|in|at|by|of|to|from|and|until)\s+)+", re.IGNORECASE)
_PACES = [
    Pace(*each)
    for each in itertools.product((1.0, 1.5, 2.5), (0.5, 1.0, 1.3), (1, 2, 3), (3, 5, 8))
]


class Timex(NamedTuple):
    """A time expression: where it stands, and its value."""

    start: int
    end: int
    value: str


class Counts(NamedTuple):
    """What was counted in a document; they add up."""

    gold: int
    found: int
    matched: int
    strict: int
    valued: int
    calendar: int
    calendar_right: int


def counts(gold: list[Timex], found: list[Timex]) -> Counts:
    """Match the expressions of one document."""
    overlaps = sorted(
        ((one[:2] != two[:2]), -(min(one.end, two.end) - max(one.start, two.start)), at, to)
        for at, one in enumerate(gold)
        for to, two in enumerate(found)
        if min(one.end, two.end) > max(one.start, two.start)
    )
    pairs: dict[int, int] = {}
    for _, _, at, to in overlaps:
        if at not in pairs and to not in pairs.values():
            pairs[at] = to
    both = [(gold[at], found[to]) for at, to in pairs.items()]
    right = [one for one, two in both if one.value == two.value]
    return Counts(
        len(gold),
        len(found),
        len(both),
        sum(one[:2] == two[:2] for one, two in both),
        len(right),
        sum(bool(_CALENDAR.match(one.value)) for one in gold),
        sum(bool(_CALENDAR.match(one.value)) for one in right),
    )


def figures(each: list[Counts]) -> tuple[float, float, float, float]:
    """Give strict, relaxed and value F1 and calendar recall over documents."""
    total = Counts(*map(sum, zip(*each, strict=True)))
    both = total.gold + total.found
    return (
        2 * total.strict / both,
        2 * total.matched / both,
        2 * total.valued / both,
        total.calendar_right / total.calendar,
    )


def ours(row: dict[str, Any], pace: Pace | None = None) -> list[Timex]:
    """Read the dates of a document of the corpus."""
    published = date.fromisoformat(row["published"]) if row["published"] else None
    document = Document(id=row["id"], text=row["text"], published=published)
    return [Timex(when.start, when.end, when.value) for when in find(document, pace=pace or Pace())]


def peers(row: dict[str, Any]) -> list[Timex]:
    """Read them with dateparser; its values are cut to what the words name."""
    base = datetime.fromisoformat(row["published"])
    found: list[Timex] = []
    start = 0
    for paragraph in re.split(r"(\n)", row["text"]):
        at = start
        start += len(paragraph)
        if not paragraph.strip():
            continue
        seen = dateparser.search.search_dates(
            paragraph, languages=["en"], settings={"RELATIVE_BASE": base}
        )
        for words, day in seen or ():
            words = _LEADING.sub("", words)  # noqa: PLW2901  (its spans take in "on" and "in")
            here = row["text"].find(words, at, start)
            if words and here >= 0:
                found.append(Timex(here, here + len(words), _cut(words, day)))
                at = here + len(words)
    return found


def _cut(words: str, day: datetime) -> str:
    if re.fullmatch(r"\D{0,4}\d{4}\D?", words):
        return f"{day.year:04}"
    if re.search(r"[A-Z][a-z]{2,}", words) and not re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b", words):
        return f"{day.year:04}-{day.month:02}"
    return day.date().isoformat()


def folds(rows: list[dict[str, Any]], gold: list[list[Timex]]) -> list[tuple[str, ...]]:
    """Choose the pace on one half, score it on the other, both ways."""
    by_pace = {
        pace: [counts(want, ours(row, pace)) for row, want in zip(rows, gold, strict=True)]
        for pace in _PACES
    }
    tested: list[Counts] = []
    lines = []
    for half in (0, 1):
        best = max(by_pace, key=lambda pace: figures(by_pace[pace][half::2])[2])
        held = by_pace[best][1 - half :: 2]
        tested += held
        name = f"chosen on half {half + 1}: {best}"
        lines.append((name, *(f"{figure:.3f}" for figure in figures(held)), ""))
    lines.append(("both halves held out", *(f"{figure:.3f}" for figure in figures(tested)), ""))
    return lines


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help=f"folder with {CORPUS}")
    parser.add_argument("--folds", action="store_true", help="cross-validate the pace of stories")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    lines = (options.corpora / CORPUS).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    gold = [
        [Timex(each["start"], each["end"], each["value"]) for each in row["dates"]] for row in rows
    ]
    words = sum(len(row["text"].split()) for row in rows)
    table = Table("", "strict F1", "relaxed F1", "value F1", "calendar recall", "words a second",
                  title=f"{CORPUS}: {len(rows)} documents, {words:,} words")  # fmt: skip
    for name, read in (("Dateline", ours), ("dateparser, search_dates", peers)):
        start = time.perf_counter()
        found = [read(row) for row in rows]
        speed = words / (time.perf_counter() - start)
        result = figures([counts(*pair) for pair in zip(gold, found, strict=True)])
        table.add_row(name, *(f"{figure:.3f}" for figure in result), f"{speed:,.0f}")
    for name, known in PUBLISHED.items():
        table.add_row(name, *known)
    if options.folds:
        for line in folds(rows, gold):
            table.add_row(*line)
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
