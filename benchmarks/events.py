"""How well events are told: ``python -m benchmarks.events --corpora FOLDER``.

The folder holds ``case_dev.jsonl``, a snippet of news a line with ``id``, ``text``,
``sub_type`` (one of ACLED's 25, or null) and, where that is null, ``label``. Scored as
CASE 2021 Task 2 was: one sub-type a snippet. Whatever is learnt is learnt on one half of
the snippets, told by a hash of the id, and scored on the other.

Then our own articles (``tests/gold``) and the sample reports, event by event: see
:mod:`benchmarks.articles`. ``--misses`` lists what was missed and made up, but for what is held
out; ``--press FOLDER`` shows what is found in three articles of the press.

``--train`` learns on all of them and writes ``geo/events/weights.tsv``; ``--repeats N``
shows how much the figures depend on where the halves are cut; ``--worst N`` lists the
most frequent confusions.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

import geo
from benchmarks import articles
from geo import weights
from geo.events import deciding
from geo.events.deciding import BIAS, CLASSES, NONE
from geo.events.evidence import Sentence, of_report
from geo.events.families import relations
from geo.events.lexicon import Words
from geo.events.ontology import ACLED_OF, ACLED_SUB_TYPES, SUB_EVENT_TYPES, VIOLENT
from geo.gazetteer import Gazetteer
from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = np.ndarray[Any, Any]

CORPUS = "case_dev.jsonl"
_OUT = Console(markup=False, highlight=False, width=150)
_L2 = 6.0
"""How strongly the model is drawn to common sense."""
_L2_ALONE = 0.3
"""… and to nothing, where it learns without any."""
_LEAST = 0.05
"""A learnt weight below this is left out."""
_KEPT = {"talks", "meeting", "aid", "confer", "agree to", "appeal", "people go", "captives"}
"""Families about which the corpus teaches nothing right: it has no such types."""
_OUTSIDE = {
    "DIPLO": ("Talks", "Statement", NONE),
    "ATTRIB": ("Statement", NONE),
    "ORG_CRIME": (NONE,),
    "MAN_MADE_DISASTER": ("Disaster", NONE),
    "NATURAL_DISASTER": ("Disaster", "Displacement", "Aid", NONE),
}
"""What is right for snippets of no ACLED type, by their label."""


@dataclass(frozen=True)
class Snippet:
    """A snippet of news, its gold and what the model sees of it."""

    id: str
    text: str
    gold: str | None
    label: str | None
    seen: dict[str, float]

    @property
    def half(self) -> int:
        """Which half of the corpus it is in, 0 or 1."""
        return zlib.crc32(self.id.encode()) % 2

    @property
    def right(self) -> tuple[str, ...]:
        """The classes that are right for it."""
        if self.gold is None:
            return _OUTSIDE[self.label or "ORG_CRIME"]
        return (self.gold, *(own for own, acled in ACLED_OF.items() if acled == self.gold))


@dataclass(frozen=True)
class Problem:
    """Snippets as matrices, and where common sense starts."""

    seen: Array
    right: Array
    sense: Array
    names: tuple[str, ...]

    @classmethod
    def of(cls, snippets: Sequence[Snippet]) -> Problem:
        """Lay out snippets; the last column is the bias."""
        senses = deciding.senses()
        known = {name for each in snippets for name in each.seen} | {name for name, _ in senses}
        names = (*sorted(known - {BIAS}), BIAS)
        at = {name: number for number, name in enumerate(names)}
        seen = np.zeros((len(snippets), len(names)))
        right = np.zeros((len(snippets), len(CLASSES)))
        seen[:, -1] = 1.0
        for row, snippet in enumerate(snippets):
            for name, value in snippet.seen.items():
                seen[row, at[name]] = value
            right[row, [CLASSES.index(name) for name in snippet.right]] = 1.0
        sense = np.zeros((len(names), len(CLASSES)))
        for (feature, name), weight in senses.items():
            sense[at[feature], CLASSES.index(name)] = weight
        return cls(seen, right, sense, names)

    @property
    def free(self) -> Array:
        """Which features' weights may be learnt: not how frequent a sub-type is as such."""
        kept = _KEPT | {BIAS}
        return np.array([not kept.intersection(relations().involved(name)) for name in self.names])

    def learn(self, rows: Array, sense: Array, l2: float) -> Array:
        """Learn on some snippets."""
        return learn(self.seen[rows], self.right[rows], sense, l2, self.free)


def learn(seen: Array, right: Array, sense: Array, l2: float, free: Array) -> Array:
    """Fit a multinomial logistic model that is drawn to given weights.

    Where several classes are right for a snippet, their probabilities add up.
    """
    shape = sense.shape

    def loss(flat: Array) -> tuple[float, Array]:
        guess = flat.reshape(shape)
        scores = seen @ guess
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        whole, good = raised.sum(axis=1), (raised * right).sum(axis=1)
        away = guess - sense
        pull = raised / whole[:, None] - raised * right / good[:, None]
        value = (np.log(whole) - np.log(good)).sum() + l2 / 2 * (away**2).sum()
        return float(value), ((seen.T @ pull + l2 * away) * free[:, None]).ravel()

    found: Array = minimize(loss, sense.ravel(), jac=True, method="L-BFGS-B").x
    return found.reshape(shape)


def read(path: Path) -> list[Snippet]:
    """Read the corpus."""
    snippets = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        seen = of_report(Sentence.of(Words.of(text[start:end])) for start, end in sentences(text))
        snippets.append(Snippet(row["id"], text, row["sub_type"], row.get("label"), seen))
    return snippets


def names_of(scores: Array) -> list[str | None]:
    """Give ACLED's name for the best class of each row, None where it has none."""
    best = [CLASSES[at] for at in scores.argmax(axis=1)]
    acled = [ACLED_OF.get(name, name) for name in best]
    return [name if name in ACLED_SUB_TYPES else None for name in acled]


def crossed(problem: Problem, half: Array, sense: Array, l2: float) -> list[str | None]:
    """Learn on each half and answer on the other."""
    scores = np.zeros_like(problem.right)
    for other in (0, 1):
        learnt = problem.learn(half != other, sense, l2)
        scores[half == other] = problem.seen[half == other] @ learnt
    return names_of(scores)


def by_type(snippets: Sequence[Snippet], found: Sequence[str | None]) -> dict[str, float]:
    """Give F1 of each sub-type that occurs in the gold; snippets outside do not count."""
    both = [(s.gold, f) for s, f in zip(snippets, found, strict=True) if s.gold is not None]
    gold, told = Counter(g for g, _ in both), Counter(f for _, f in both)
    right = Counter(g for g, f in both if g == f)
    return {
        name: 2 * right[name] / (gold[name] + told[name]) for name in ACLED_SUB_TYPES if gold[name]
    }


def figures(snippets: Sequence[Snippet], found: Sequence[str | None]) -> tuple[float, ...]:
    """Give weighted F1, accuracy, type accuracy, false alarms and violent ones."""
    size = Counter(snippet.gold for snippet in snippets if snippet.gold is not None)
    inside = [(s.gold, f) for s, f in zip(snippets, found, strict=True) if s.gold is not None]
    outside = [f for s, f in zip(snippets, found, strict=True) if s.gold is None]
    each = by_type(snippets, found)
    kind = SUB_EVENT_TYPES
    return (
        sum(each[name] * count for name, count in size.items()) / len(inside),
        sum(g == f for g, f in inside) / len(inside),
        sum(f is not None and kind[g] == kind[f] for g, f in inside) / len(inside),
        sum(f is not None for f in outside) / len(outside),
        sum(f in VIOLENT for f in outside) / len(outside),
    )


def _row(name: str, shown: Sequence[float]) -> tuple[str, ...]:
    return (name, *(f"{figure:.3f}" for figure in shown))


def shipped(problem: Problem, *, taught: bool) -> list[str | None]:
    """Answer with the model that ships, or with its common sense alone."""
    model = deciding.model() if taught else deciding.by_hand()
    scores = [
        model.scores({n: v for n, v in zip(problem.names, row, strict=True) if v and n != BIAS})
        for row in problem.seen
    ]
    return names_of(np.array(scores))


def compare(snippets: Sequence[Snippet], problem: Problem, repeats: int) -> list[str | None]:
    """Print the table of approaches; give what the best answers."""
    half = np.array([snippet.half for snippet in snippets])
    nothing = np.zeros_like(problem.sense)
    alone = shipped(problem, taught=False)
    learnt = crossed(problem, half, nothing, _L2_ALONE)
    both = crossed(problem, half, problem.sense, _L2)
    table = Table("", "weighted F1", "accuracy", "of six types", "false alarms", "violent ones",
                  title=f"{CORPUS}: {len(snippets)} snippets")  # fmt: skip
    table.add_row(*_row("lexicon, weights set by hand (plain)", figures(snippets, alone)))
    table.add_row(*_row("same features, learnt alone, other half", figures(snippets, learnt)))
    table.add_row(*_row("by hand and learnt on top, other half", figures(snippets, both)))
    for number in (0, 1):
        part = [at for at, each in enumerate(half) if each == number]
        rows, name = [snippets[at] for at in part], f"… half {number + 1}"
        table.add_row(*_row(f"{name}, by hand", figures(rows, [alone[at] for at in part])))
        table.add_row(*_row(f"{name}, learnt on top", figures(rows, [both[at] for at in part])))
    as_ships = shipped(problem, taught=True)
    table.add_row(*_row("as it ships (has seen them all)", figures(snippets, as_ships)))
    _OUT.print(table)
    _spread(snippets, problem, repeats)
    return both


def _spread(snippets: Sequence[Snippet], problem: Problem, repeats: int) -> None:
    """Print mean and spread of the figures over other ways to cut the halves."""
    if not repeats:
        return
    draw = np.random.default_rng(0)
    for name, sense, l2 in (
        ("learnt alone", np.zeros_like(problem.sense), _L2_ALONE),
        ("by hand and learnt", problem.sense, _L2),
    ):
        each = [
            figures(snippets, crossed(problem, draw.integers(0, 2, len(snippets)), sense, l2))[:3]
            for _ in range(repeats)
        ]
        mean, spread = np.mean(each, axis=0), np.std(each, axis=0)
        told = ", ".join(f"{m:.3f} ± {s:.3f}" for m, s in zip(mean, spread, strict=True))
        _OUT.print(f"{repeats} other cuts, {name}: weighted F1, accuracy, of six types: {told}")


def show_types(snippets: Sequence[Snippet], found: Sequence[str | None]) -> None:
    """Print F1 of each sub-type, the worst first."""
    size = Counter(snippet.gold for snippet in snippets)
    table = Table("sub-type", "F1", "snippets", "told", title="by hand and learnt, other half")
    told = Counter(f for s, f in zip(snippets, found, strict=True) if s.gold is not None)
    for name, figure in sorted(by_type(snippets, found).items(), key=lambda each: each[1]):
        table.add_row(name, f"{figure:.2f}", f"{size[name]}", f"{told[name]}")
    _OUT.print(table)


def show_worst(snippets: Sequence[Snippet], found: Sequence[str | None], limit: int) -> None:
    """Print the most frequent confusions, each with a few snippets."""
    groups: dict[tuple[str, str], list[Snippet]] = defaultdict(list)
    for snippet, name in zip(snippets, found, strict=True):
        if snippet.gold != name:
            gold = snippet.gold or f"no event ({snippet.label})"
            groups[gold, name or "no event"].append(snippet)
    for (gold, name), group in sorted(groups.items(), key=lambda each: -len(each[1]))[:limit]:
        _OUT.print(f"{len(group):4} × {gold} → {name}")
        for snippet in group[:3]:
            _OUT.print("       ", snippet.id, " ".join(snippet.text.split())[:160])


def train(problem: Problem) -> int:
    """Learn on everything, write the weights, and say how many."""
    every = np.ones(len(problem.seen), dtype=bool)
    learnt = problem.learn(every, problem.sense, _L2) - problem.sense
    kept = {
        deciding.weight_name(feature, name): float(learnt[row, column])
        for row, feature in enumerate(problem.names)
        for column, name in enumerate(CLASSES)
        if abs(learnt[row, column]) >= _LEAST
    }
    weights.write(
        Path(geo.__file__).parent / "events" / deciding.WEIGHTS,
        "What the development rows add to common sense (senses.tsv), in log odds.",
        kept,
    )
    deciding.model.cache_clear()
    return len(kept)


def main() -> None:
    """Print the tables, or train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help=f"folder with {CORPUS}")
    parser.add_argument("--train", action="store_true", help="write the weights first")
    parser.add_argument("--repeats", type=int, default=0, help="other cuts into halves")
    parser.add_argument("--worst", type=int, default=0, help="how many confusions to list")
    parser.add_argument("--misses", action="store_true", help="list the faults in the articles")
    parser.add_argument("--press", type=Path, help="folder with three articles of the press")
    options = parser.parse_args()
    snippets = read(options.corpora / CORPUS)
    problem = Problem.of(snippets)
    if options.train:
        _OUT.print(f"Wrote {train(problem)} weights.")
    found = compare(snippets, problem, options.repeats)
    show_types(snippets, found)
    if options.worst:
        show_worst(snippets, found, options.worst)
    gazetteer = Gazetteer.open()
    articles.show(_OUT, gazetteer, misses=options.misses)
    if options.press:
        articles.show_press(_OUT, options.press, gazetteer)


if __name__ == "__main__":
    main()
