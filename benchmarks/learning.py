"""How the weights of the recogniser and the resolver are learnt.

``python -m benchmarks.learning --corpora FOLDER`` trains both on ``lgl.jsonl`` and
``gwn.jsonl`` there and writes ``geo/toponyms/weights.tsv`` and ``geo/resolve/weights.tsv``.
Both models are linear: a logistic one that believes a candidate or not, and a choice
among the places of a name. Their features know no word but by the closed lists of this
project, so nothing of the corpora's text can be in the weights.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.console import Console
from scipy.optimize import minimize

import geo
from geo import weights
from geo.gazetteer import Gazetteer, Sort, among
from geo.model import Document, Toponym
from geo.resolve import resolver, weighing
from geo.resolve.evidence import OF_PLACE
from geo.sphere import distance_km
from geo.text import sentences
from geo.toponyms import features, recogniser
from geo.toponyms.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Array = np.ndarray[Any, Any]

CORPORA = ("lgl", "gwn")
NEAR_KM = 161.0
_MIDPOINT = 10
"""Characters by which the middles of a span and a gold span may differ."""
_RECOGNISER_L2, _RESOLVER_L2 = 10.0, 10.0
_EVERY = 3
"""Every third sentence is learnt from by itself too."""
_RARE = 5
"""A feature that fewer candidates have is not learnt."""
_STRETCH = 3
"""So many names make a short text."""
_NEAREST = 1.5
"""A place counts as right up to so many times the nearest one's distance."""
_CLOSE_KM = 20.0


@dataclass
class Text:
    """A document of a corpus with its gold and, once read, what the models see of it."""

    document: Document
    gold: list[dict[str, Any]]
    page: Page
    seen: Array
    """Features of the candidates, uint8."""
    right: Array
    """Which candidates are gold, bool."""
    taught: Array
    """Which candidates teach something, bool; see :data:`_UNMARKED`."""
    pieces: list[tuple[Array, Array]]
    """Features and gold of sentences read by themselves, of those that teach."""


_UNMARKED = {"lgl": among(Sort.CONTINENT, Sort.REGION, Sort.WATER, Sort.HEIGHTS)}
"""Sorts of places that a corpus's gold leaves out where it had no coordinates for them, such
as LGL's *Middle East*: that a name of nothing else is not gold teaches nothing."""


def read(path: Path, gazetteer: Gazetteer) -> list[Text]:
    """Read a corpus: JSON lines with ``toponyms`` of ``start``, ``end``, ``lat``, ``lon``."""
    texts = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            published = raw.get("published")
            document = Document(
                id=raw["id"],
                text=raw["text"],
                source=raw.get("source"),
                published=date.fromisoformat(published) if published else None,
            )
            page = Page.of(document.text, gazetteer)
            unmarked = _UNMARKED.get(path.stem, among())
            pieces = list(_pieces(document.text, raw["toponyms"], gazetteer, unmarked))
            seen, right, taught = _labelled(page, raw["toponyms"], unmarked)
            texts.append(Text(document, raw["toponyms"], page, seen, right, taught, pieces))
    return texts


def _labelled(
    page: Page, gold: Sequence[dict[str, Any]], unmarked: Array
) -> tuple[Array, Array, Array]:
    """Give the features of a page's candidates, which are gold, and which teach something."""
    right = np.array([_is_gold(page, each, gold) for each in page.candidates], dtype=bool)
    left_out = [bool(unmarked[each.bearers.sorts].all()) for each in page.candidates]
    taught = right | ~np.array(left_out, dtype=bool)
    return features.matrix(page).astype(np.uint8), right, taught


def _pieces(
    text: str, gold: Sequence[dict[str, Any]], gazetteer: Gazetteer, unmarked: Array
) -> Iterator[tuple[Array, Array]]:
    """Yield a few sentences as if each were a document: a report may be as short as that."""
    for start, end in sentences(text)[::_EVERY]:
        within = [
            each | {"start": each["start"] - start, "end": each["end"] - start}
            for each in gold
            if start <= each["start"] and each["end"] <= end
        ]
        page = Page.of(text[start:end], gazetteer)
        if page.candidates:
            seen, right, taught = _labelled(page, within, unmarked)
            yield seen[taught], right[taught]


def _is_gold(page: Page, candidate: Any, gold: Iterable[dict[str, Any]]) -> bool:  # noqa: ANN401  (a named tuple)
    start, end = page.words[candidate.first].start, page.end(candidate)
    written = page.text[start:end].casefold()
    return any(
        written == each["text"].casefold()
        and abs(start + end - each["start"] - each["end"]) < 2 * _MIDPOINT
        for each in gold
    )


def learn_recogniser(texts: Sequence[Text]) -> recogniser.Model:
    """Fit the logistic model of candidates."""
    whole = [(text.seen[text.taught], text.right[text.taught]) for text in texts]
    parts = [piece for text in texts for piece in text.pieces]
    seen = np.concatenate([each for each, _ in whole + parts])
    right = np.concatenate([each for _, each in whole + parts])
    common = seen.sum(axis=0, dtype=np.int64) >= _RARE
    common |= [name in features.SENSE for name in features.names()]
    matrix = seen[:, common].astype(np.float32)
    sign = np.where(right, 1.0, -1.0)

    sense = np.array([features.SENSE.get(name, 0.0) for name in features.names()])[common]

    def loss(guess: Array) -> tuple[float, Array]:
        away = guess[1:] - sense
        margin = sign * (matrix @ guess[1:] + guess[0])
        pull = -sign / (1.0 + np.exp(margin))
        value = np.logaddexp(0.0, -margin).sum() + _RECOGNISER_L2 / 2 * (away @ away)
        slope = np.concatenate([[pull.sum()], pull @ matrix + _RECOGNISER_L2 * away])
        return float(value), slope

    found = minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B").x
    learnt = np.zeros(len(features.names()), dtype=np.float32)
    learnt[common] = found[1:]
    return recogniser.Model(learnt, float(found[0]))


def learn_resolver(texts: Sequence[Text], gazetteer: Gazetteer) -> weighing.Model:
    """Fit the choice among the places of each gold toponym, step by step.

    Beside whole documents the models see stretches of a few names, since a report may be
    one sentence; and they are drawn to common sense, not to nothing.
    """
    tables = []
    for text in texts:
        toponyms, gold = gold_toponyms(text)
        for part in _stretches(len(toponyms)):
            told, names = resolver.names_of(text.document, toponyms[part], gazetteer)
            if names:
                table = weighing.Table(names, text.document.source)
                if table.has_company:
                    tables.append((table, _right_rows(table, names, told, gold[part])))
    beliefs = [table.at_first_sight() for table, _ in tables]
    learnt: list[Array] = []
    for _ in weighing.STEPS:
        seen = [table.evidence(belief) for (table, _), belief in zip(tables, beliefs, strict=True)]
        learnt.append(_choice(seen, tables))
        beliefs = [
            table.shared(matrix @ learnt[-1])
            for (table, _), matrix in zip(tables, seen, strict=True)
        ]
    return weighing.Model(tuple(learnt))


def _stretches(count: int) -> list[slice]:
    """Give the whole of a document's names, and stretches of it."""
    found = [slice(0, count)]
    if count > _STRETCH:
        found += [slice(at, at + _STRETCH) for at in range(0, count, 2 * _STRETCH)]
    return found


def gold_toponyms(text: Text) -> tuple[list[Toponym], list[dict[str, Any]]]:
    """Give the gold toponyms of a document as the recogniser would, and the gold, in order."""
    kept = sorted(text.gold, key=lambda each: (each["start"], each["end"]))
    at = {
        (text.page.words[each.first].start, text.page.end(each)): each
        for each in text.page.candidates
    }
    found = []
    for each in kept:
        candidate = at.get((each["start"], each["end"]))
        toponym = Toponym(each["start"], each["end"], each["text"])
        found.append(toponym if candidate is None else recogniser.toponym(text.page, candidate))
    return found, kept


def _right_rows(
    table: weighing.Table, names: list[Any], told: list[Any], gold: list[dict[str, Any]]
) -> tuple[Array, Array]:
    """Give which rows are right for some mention of their name, and each name's weight."""
    right = np.zeros(table.rows[-1].stop, dtype=bool)
    times = np.zeros(len(names))
    numbers = {name.told: at for at, name in enumerate(names)}
    for each, toponym in zip(told, gold, strict=True):
        if each not in numbers:
            continue
        at = numbers[each]
        away = np.array(
            [
                distance_km(toponym["lat"], toponym["lon"], place.lat, place.lon)
                for place in names[at].bearers.places
            ]
        )
        near = (away < NEAR_KM) & (away <= max(_CLOSE_KM, _NEAREST * away.min()))
        right[table.rows[at]] |= near
        times[at] += near.any()
    return right, times


def _choice(seen: list[Array], tables: list[tuple[weighing.Table, tuple[Array, Array]]]) -> Array:
    """Fit the weights under which the right places get the most belief."""
    matrix = np.concatenate(seen)
    right = np.concatenate([rows for _, (rows, _) in tables]).astype(np.float64)
    sizes = [rows.stop - rows.start for table, _ in tables for rows in table.rows]
    times = np.concatenate([each for _, (_, each) in tables])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    name = np.repeat(np.arange(len(sizes)), sizes)
    # A name without a right place teaches nothing.
    some = np.add.reduceat(right, starts) > 0
    weight = np.where(some, times, 0.0)
    sense = weighing.alone()

    def loss(guess: Array) -> tuple[float, Array]:
        scores = matrix @ guess
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[name])
        whole = np.add.reduceat(raised, starts)
        good = np.where(some, np.add.reduceat(raised * right, starts), whole)
        value = float(weight @ (np.log(whole) - np.log(good)))
        pull = (raised / whole[name] - raised * right / good[name]) * weight[name]
        away = guess - sense
        return value + _RESOLVER_L2 / 2 * float(away @ away), pull @ matrix + _RESOLVER_L2 * away

    # What is said at a mention or by other names may speak for a place, never against it.
    free = [(None, None)] * len(OF_PLACE)
    least = [(0.0, None)] * (len(sense) - len(OF_PLACE))
    found: Array = minimize(
        loss, sense, jac=True, method="L-BFGS-B", bounds=free + least, options={"maxiter": 500}
    ).x
    return found


def main() -> None:
    """Train on all there is and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    folder = parser.parse_args().corpora
    gazetteer = Gazetteer.open()
    texts = [text for name in CORPORA for text in read(folder / f"{name}.jsonl", gazetteer)]
    package = Path(geo.__file__).parent
    found = learn_recogniser(texts)
    named = dict(zip(features.names(), found.weights.tolist(), strict=True))
    weights.write(
        package / "toponyms" / recogniser.WEIGHTS,
        "What speaks for a candidate being a place name, in log odds; see docs/models.md.",
        {recogniser.BIAS: found.bias, **named},
    )
    chosen = learn_resolver(texts, gazetteer)
    weights.write(
        package / "resolve" / weighing.WEIGHTS,
        "What speaks for a place being meant by its name, in log odds; see docs/models.md.",
        {
            f"{step}: {name}": weight
            for step, learnt in zip(weighing.STEPS, chosen.weights, strict=True)
            for name, weight in zip(weighing.FEATURES, learnt.tolist(), strict=True)
        },
    )
    Console().print(f"Learnt from {len(texts)} documents.")


if __name__ == "__main__":
    main()
