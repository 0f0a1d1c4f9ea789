"""The names of a document weighed together: how likely each of their readings is.

At first sight only the place and its mention count (:mod:`geo.resolve.firstsight`). Then the
document's names speak for each other's readings, in two steps of a linear model, each with
the belief that the step before gave. A name without company stays as it was at first sight.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.model import Place
from geo.resolve import firstsight
from geo.resolve.evidence import (
    OF_DOCUMENT,
    OF_MENTION,
    OF_PLACE,
    Chorus,
    Home,
    of_places,
    prior,
    told,
)
from geo.resolve.mentions import Name
from geo.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.gazetteer import Bearers

Array = np.ndarray[Any, Any]

STEPS = ("in company", "in the end")
"""Each with weights of its own."""
WEIGHTS = "weights.tsv"
_CALLED = 5
"""So many features of a mention say that the place is what its noun says."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A name with what speaks for its readings."""

    name: Name
    belief: Array
    """How likely each place is, adding up to 1, shape (n,)."""
    evidence: Array
    """The features, in the order of :data:`FEATURES`, shape (n, number of features)."""
    weights: Array
    """What each feature counted for, in log odds."""

    best: Place
    """The likeliest place."""
    share: float
    """How likely it is."""

    @classmethod
    def of(cls, name: Name, belief: Array, evidence: Array, weights: Array) -> Weighed:
        """Put together what is known of a name."""
        at = int(belief.argmax())
        return cls(name, belief, evidence, weights, name.bearers.places[at], float(belief[at]))

    def is_as_called(self, at: int) -> bool:
        """Tell whether a place is what the noun beside the name says."""
        first = len(OF_PLACE)
        return bool(self.evidence[at, first : first + _CALLED].any())


FEATURES = (*OF_PLACE, *OF_MENTION, *OF_DOCUMENT)
"""What counts in company; at first sight all but the last group."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What the resolver has learnt."""

    weights: tuple[Array, ...]
    """For each of :data:`STEPS`, in the order of :data:`FEATURES`."""

    @classmethod
    def of(cls, weights: Weights) -> Model:
        """Put weights in the order of the features."""
        return cls(
            tuple(np.array(weights.of(f"{step}: {name}" for name in FEATURES)) for step in STEPS)
        )


@cache
def shipped() -> Model:
    """Load the weights that ship with the package, once."""
    return Model.of(Weights.read("geo.resolve", WEIGHTS))


def weigh(
    names: Sequence[Name], source: str | None, *, model: Model | None = None
) -> list[Weighed]:
    """Weigh the readings of the names of one document.

    Parameters
    ----------
    names : sequence of Name
        Each with at least one place that bears it.
    source : str or None
        The host name of the document's source, if it is one.
    model : Model, optional
        The one that ships with the package by default.

    Returns
    -------
    list of Weighed
        In the order of the names.
    """
    if len(names) <= 1:
        return [_weigh_alone(name, source) for name in names]
    table = Table(names, source)
    belief, weights = table.at_first_sight(), alone()
    if not table.has_company:
        evidence = table.evidence(belief)
    else:
        for weights in (model or shipped()).weights:
            evidence = table.evidence(belief)
            belief = table.shared(evidence @ weights)
    return [
        Weighed.of(name, belief[rows], evidence[rows], weights)
        for name, rows in zip(names, table.rows, strict=True)
    ]


def _weigh_alone(name: Name, source: str | None) -> Weighed:
    """Weigh the only name there is; many are asked for by themselves, so this is quick."""
    seen = np.hstack([of_places(name.bearers), told(name, name.parent, Home(source))])
    scores = seen @ alone()[: seen.shape[1]]
    raised = np.exp(scores - scores.max())
    silence = np.zeros((len(seen), len(OF_DOCUMENT)))
    return Weighed.of(name, raised / raised.sum(), np.hstack([seen, silence]), alone())


@cache
def alone() -> Array:
    """Give the weights at first sight in the order of the features."""
    known = firstsight.weights()
    return np.array([known.get(name, 0.0) for name in FEATURES])


class Table:
    """The readings of a document's names as rows, those of one name together."""

    def __init__(self, names: Sequence[Name], source: str | None) -> None:
        home = Home(source)
        keys: dict[Bearers, int] = {}
        of_key: dict[int, list[int]] = defaultdict(list)
        for at, name in enumerate(names):
            of_key[keys.setdefault(name.bearers, len(keys))].append(at)
        sizes = [len(name.bearers.places) for name in names]
        starts = np.concatenate([[0], np.cumsum(sizes)])
        self.rows = [slice(start, stop) for start, stop in pairwise(starts.tolist())]
        self._starts = starts[:-1]
        self._name = np.repeat(np.arange(len(names)), sizes)
        blocks: list[Array] = [np.zeros(0)] * len(names)
        for numbers in of_key.values():
            elsewhere = np.any([names[at].parent for at in numbers], axis=0)
            for at in numbers:
                name = names[at]
                blocks[at] = np.hstack([prior(name.bearers), told(name, elsewhere, home)])
        self._first_sight = np.concatenate(blocks)
        self.has_company = len(of_key) > 1
        if self.has_company:
            self._gather(names, of_key, starts[-1])

    def _gather(self, names: Sequence[Name], of_key: dict[int, list[int]], rows: int) -> None:
        """Let the names hear each other; mentions of one name speak with one voice."""
        mentions = [sum(names[at].mentions for at in numbers) for numbers in of_key.values()]
        self._chorus = Chorus([names[each[0]].bearers for each in of_key.values()], mentions)
        # Where a name's readings stand in the chorus, and with which share of its mentions.
        in_chorus = np.zeros(len(names), dtype=np.int64)
        share = np.zeros(len(names))
        for key, numbers in enumerate(of_key.values()):
            for at in numbers:
                in_chorus[at] = self._chorus.starts[key]
                share[at] = names[at].mentions / max(1, mentions[key])
        self._in_chorus = in_chorus[self._name] + np.arange(rows) - self._starts[self._name]
        self._share = share[self._name]

    def shared(self, scores: Array) -> Array:
        """Turn scores into shares of belief within each name."""
        highest = np.maximum.reduceat(scores, self._starts)
        raised = np.exp(scores - highest[self._name])
        shares: Array = raised / np.add.reduceat(raised, self._starts)[self._name]
        return shares

    def evidence(self, belief: Array) -> Array:
        """Give all features of each row, with the belief that others draw on."""
        if not self.has_company:
            silence = np.zeros((len(self._first_sight), len(OF_DOCUMENT)))
            return np.hstack([self._first_sight, silence])
        rows = int(self._chorus.starts[-1])
        heard = self._chorus.hear(np.bincount(self._in_chorus, belief * self._share, rows))
        return np.hstack([self._first_sight, heard[self._in_chorus]])

    def at_first_sight(self) -> Array:
        """Give the shares of belief before other names are heard."""
        return self.shared(self._first_sight @ alone()[: self._first_sight.shape[1]])
