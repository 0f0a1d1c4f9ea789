"""How well place names are found and placed, beside published geoparsers.

``python -m benchmarks.toponyms --corpora FOLDER`` prints three tables: accuracy on the
corpora there (``lgl.jsonl``, ``gwn.jsonl``; models trained on other documents than those
they are scored on), how far the confidence can be trusted, and speed beside peers.

A found name is right if its text is the gold one's and their middles are less than ten
characters apart, one to one; end to end it has to lie within 161 km too (Gritta et al.
2020; Wang and Hu 2019). Figures of published systems are of the same gold and scoring.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.learning import (
    NEAR_KM,
    Text,
    gold_toponyms,
    learn_recogniser,
    learn_resolver,
    read,
)
from geo.gazetteer import Gazetteer
from geo.resolve import resolve
from geo.sphere import distance_km
from geo.toponyms import recognise, recogniser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.model import Resolution

_OUT = Console(highlight=False, width=160)
_MIDPOINT = 10
_PUBLISHED = {
    "lgl": ("CamCoder .469", "DBpedia Spotlight .714", ".76"),
    "gwn": ("Edinburgh .599", "StanfordNER .740", "–"),
}
"""Best end-to-end F1, recognition F1 and resolution of published systems."""
_BINS = 10


@dataclass
class Score:
    """Counts of a run over documents."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    right: int = 0
    given: int = 0
    """Gold spans given to the resolver, and put within 161 km."""

    @property
    def recognition(self) -> float:
        """F1 of matched spans."""
        return 2 * self.matched / max(1, self.gold + self.found)

    @property
    def end_to_end(self) -> float:
        """F1 of matched spans within 161 km."""
        return 2 * self.right / max(1, self.gold + self.found)

    @property
    def resolution(self) -> float:
        """Share of the gold spans that are put within 161 km."""
        return self.given / max(1, self.gold)

    def __add__(self, other: Score) -> Score:
        """Add the counts of two runs."""
        return Score(*(a + b for a, b in zip(self._counts(), other._counts(), strict=True)))

    def _counts(self) -> tuple[int, ...]:
        return self.gold, self.found, self.matched, self.right, self.given


@dataclass
class Trust:
    """Confidences of placed names, and whether each was right."""

    confidence: list[float]
    right: list[bool]

    def error(self) -> float:
        """Give the expected calibration error over ten equal bins."""
        said, true = np.array(self.confidence), np.array(self.right)
        bins = np.minimum((said * _BINS).astype(int), _BINS - 1)
        gaps = [
            abs(said[bins == at].mean() - true[bins == at].mean()) * (bins == at).mean()
            for at in range(_BINS)
            if (bins == at).any()
        ]
        return float(sum(gaps))

    def coverage(self, precision: float) -> float:
        """Share of the names that can be kept, surest first, at a precision."""
        order = np.argsort(-np.array(self.confidence), kind="stable")
        kept = np.cumsum(np.array(self.right)[order]) / np.arange(1, len(order) + 1)
        enough = np.flatnonzero(kept >= precision)
        return float(enough[-1] + 1) / len(order) if len(enough) else 0.0


def run(learn: Sequence[Text], score: Sequence[Text], gazetteer: Gazetteer, trust: Trust) -> Score:
    """Train on some documents and score others."""
    finder, placer = learn_recogniser(learn), learn_resolver(learn, gazetteer)
    total = Score()
    for text in score:
        toponyms = recognise(text.document, gazetteer, model=finder)
        found = resolve(text.document, toponyms, gazetteer, model=placer)
        given = resolve(text.document, gold_toponyms(text)[0], gazetteer, model=placer)
        total += _scored(text, found, given, trust)
    return total


def _scored(text: Text, found: list[Resolution], given: list[Resolution], trust: Trust) -> Score:
    placed = [each for each in found if each.place is not None]
    pairs = sorted(
        (shift, at, other)
        for at, gold in enumerate(text.gold)
        for other, each in enumerate(placed)
        if each.toponym.text.lower() == gold["text"].lower()
        and (shift := abs(gold["start"] + gold["end"] - each.toponym.start - each.toponym.end) / 2)
        < _MIDPOINT
    )
    golds: set[int] = set()
    ours: set[int] = set()
    right = 0
    for _, at, other in pairs:
        if at in golds or other in ours:
            continue
        golds.add(at)
        ours.add(other)
        near = _is_near(text.gold[at], placed[other])
        right += near
        trust.confidence.append(placed[other].confidence)
        trust.right.append(near)
    ordered = sorted(text.gold, key=lambda each: (each["start"], each["end"]))
    near_given = sum(_is_near(gold, each) for gold, each in zip(ordered, given, strict=True))
    return Score(len(text.gold), len(placed), len(golds), right, near_given)


def _is_near(gold: dict[str, float], found: Resolution) -> bool:
    place = found.place
    return place is not None and (
        distance_km(gold["lat"], gold["lon"], place.lat, place.lon) < NEAR_KM
    )


def _fold(text: Text, name: str) -> int:
    """Newspapers stay together; where there is none to tell, documents."""
    by = text.document.source if name == "lgl" else text.document.id
    return crc32((by or "").encode()) % 2


def accuracy(folder: Path, gazetteer: Gazetteer) -> None:
    """Print what is found and placed, and how far the confidence can be trusted."""
    texts = {name: read(folder / f"{name}.jsonl", gazetteer) for name in _PUBLISHED}
    table = Table(
        "scored on", "trained on", "end-to-end F1", "best published", "recognition F1",
        "best published", "P", "R", "resolution, gold spans", "published",
        title="Place names, within 161 km",
    )  # fmt: skip
    trusted = Table(
        "scored on", "trained on", "expected calibration error", "coverage at 95 % precision",
        title="Confidence of the matched names",
    )  # fmt: skip
    rows: list[tuple[str, str, list[tuple[list[Text], list[Text]]]]] = []
    for name, of in texts.items():
        halves = [[text for text in of if _fold(text, name) == fold] for fold in (0, 1)]
        by = "newspaper" if name == "lgl" else "document"
        rows.append(
            (name, f"its other half (by {by})", [(halves[0], halves[1]), (halves[1], halves[0])])
        )
    rows.append(("lgl", "gwn only", [(texts["gwn"], texts["lgl"])]))
    rows.append(("gwn", "lgl only", [(texts["lgl"], texts["gwn"])]))
    for name, learnt, splits in rows:
        trust = Trust([], [])
        total = Score()
        for learn, score in splits:
            total += run(learn, score, gazetteer, trust)
        best, best_found, best_placed = _PUBLISHED[name]
        table.add_row(
            name.upper(), learnt, f"{total.end_to_end:.3f}", best, f"{total.recognition:.3f}",
            best_found, f"{total.matched / total.found:.3f}", f"{total.matched / total.gold:.3f}",
            f"{total.resolution:.3f}", best_placed,
        )  # fmt: skip
        trusted.add_row(name.upper(), learnt, f"{trust.error():.3f}", f"{trust.coverage(0.95):.3f}")
    _OUT.print(table)
    _OUT.print(trusted)


def speed(folder: Path, gazetteer: Gazetteer) -> None:
    """Print articles of 500 words a second, ours beside peers', in this run."""
    texts = [
        replace(text.document, id=f"{name}-{text.document.id}")
        for name in _PUBLISHED
        for text in read(folder / f"{name}.jsonl", gazetteer)
    ]
    words = sum(len(document.text.split()) for document in texts)

    def ours() -> None:
        for document in texts:
            resolve(document, recognise(document, gazetteer), gazetteer)

    def only_names() -> None:
        for document in texts:
            recognise(document, gazetteer)

    recogniser.shipped()
    table = Table("what", "articles of 500 words a second", title="Speed on one core")
    timed: list[tuple[str, Callable[[], None]]] = [
        ("recognition and resolution, first time", ours),
        ("recognition and resolution, names seen before", ours),
        ("recognition alone", only_names),
    ]
    timed += _peers([document.text for document in texts])
    for name, work in timed:
        start = time.perf_counter()
        work()
        table.add_row(name, f"{words / 500 / (time.perf_counter() - start):,.0f}")
    _OUT.print(table)


def _peers(texts: list[str]) -> list[tuple[str, Callable[[], None]]]:
    """Give the peers that are installed: they look names up and place none."""
    found: list[tuple[str, Callable[[], None]]] = []
    try:
        from flashgeotext.geotext import GeoText as Flash  # noqa: PLC0415  (a peer)

        flash = Flash()
        found.append(("flashgeotext (names of cities and countries)",
                      lambda: [flash.extract(text) for text in texts] and None))  # fmt: skip
    except ImportError:
        _OUT.print("flashgeotext is not installed: pip install flashgeotext")
    try:
        from geotext import GeoText  # noqa: PLC0415  (a peer)

        found.append(("geotext (names of cities and countries)",
                      lambda: [GeoText(text) for text in texts] and None))  # fmt: skip
    except ImportError:
        _OUT.print("geotext is not installed: pip install geotext")
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--accuracy-only", action="store_true", help="leave the speed out")
    options = parser.parse_args()
    folder = options.corpora
    gazetteer = Gazetteer.open()
    if not options.accuracy_only:
        speed(folder, gazetteer)
    accuracy(folder, gazetteer)


if __name__ == "__main__":
    main()
