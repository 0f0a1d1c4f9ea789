"""Which sub-type the features of some words speak for: a linear model over families.

Its weights are common sense set by hand (``senses.tsv``) plus what the development rows
taught (``weights.tsv``, see benchmarks/events.py). A feature is the name of a family or of
a relation between families, never a word, so no text can be in the weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

import numpy as np

from geo.events.families import DEEDS, FIRST, PARTS, relations
from geo.events.ontology import EXPLOSIONS, SUB_EVENT_TYPES, TYPES, VIOLENT
from geo.weights import Weights

Array = np.ndarray[Any, Any]

NONE = "none"
"""The class of what is no event: crime without politics, courts, sport."""
CLASSES: tuple[str, ...] = (*SUB_EVENT_TYPES, NONE)
BIAS = "always"
"""The feature that every text has."""
SENSES = "senses.tsv"
WEIGHTS = "weights.tsv"
GENERIC = frozenset(
    {"kill", "wound", "attack", "strike", "hit", "violence", "storm", "struck", "maimed"}
)
"""Families that say that there was violence, but not of which kind."""
_NOTHING = [0.0] * len(CLASSES)
_NUMBER = {name: at for at, name in enumerate(CLASSES)}
_OWN_WORDS = {
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Abduction/forced disappearance",
    "Sexual violence",
}
"""What is told in words of its own, never by harm beside them."""
_EITHER = (
    *(VIOLENT - _OWN_WORDS),
    "Violent demonstration",
    "Disaster",
)
"""What harm of no stated kind may be part of."""
_WORDS_ONLY = frozenset({"Talks", "Statement"})
_SPOKEN = frozenset(
    (
        "denial",
        "blame",
        "claim",
        "statement",
        "diplomatic step",
        "diplomacy",
        "talks",
        "meeting",
        "confer",
        "appeal",
        "missile test",
    )
)
"""Families that may be no more than words; a strike that is denied stays a strike."""


@dataclass(frozen=True)
class Model:
    """A weight for each feature and class."""

    weights: Array
    """A row a feature, a column a class; the last row is the bias."""
    rows: Mapping[str, int]
    allowed: Mapping[str, list[int]]
    """The numbers of the classes that a family of deeds may be of, "none" last."""
    single: Mapping[str, list[float]]
    """The rows of what is told first."""

    def scores(self, features: Mapping[str, float]) -> Array:
        """Give how much the features speak for each class, in log odds."""
        known = self.rows
        rows = [known[name] for name in features if name in known]
        values = [value for name, value in features.items() if name in known]
        found: Array = np.array(values) @ self.weights[rows] + self.weights[-1]
        return found

    def of(self, feature: str) -> list[float]:
        """Give how much one feature speaks for each class."""
        return self.single.get(feature, _NOTHING)


def best(scores: Array) -> tuple[str, float]:
    """Give the likeliest class and its probability."""
    at = int(scores.argmax())
    return CLASSES[at], float(1.0 / np.exp(scores - scores[at]).sum())


def best_of(classes: Sequence[int], scores: Sequence[float]) -> tuple[str, float]:
    """Give the likeliest of some classes, by their numbers, and its probability among them."""
    highest = max(scores)
    at = classes[scores.index(highest)]
    return CLASSES[at], 1.0 / sum([exp(score - highest) for score in scores])


def senses() -> dict[tuple[str, str], float]:
    """Read the weights set by hand: by feature and class."""
    found = {}
    for line in (files("geo.events") / SENSES).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            feature, name, weight = line.split("\t")
            found[feature, name] = float(weight)
    return found


def weight_name(feature: str, name: str) -> str:
    """Give the name of a weight in the file of the learnt ones."""
    return f"{feature} → {name}"


def build(
    by_hand: Mapping[tuple[str, str], float], learnt: Mapping[tuple[str, str], float]
) -> Model:
    """Make a model of weights set by hand and what was learnt on top."""
    features = dict.fromkeys(feature for feature, _ in (*by_hand, *learnt))
    features.pop(BIAS, None)
    rows = {feature: at for at, feature in enumerate((*features, BIAS))}
    weights = np.zeros((len(rows), len(CLASSES)))
    for source in (by_hand, learnt):
        for (feature, name), weight in source.items():
            weights[rows[feature], _NUMBER[name]] += weight
    firsts = {name: weights[at].tolist() for name, at in rows.items() if name.startswith(FIRST)}
    return Model(weights, rows, _allowed(by_hand), firsts)


def _allowed(by_hand: Mapping[tuple[str, str], float]) -> dict[str, list[int]]:
    """Give for each family the sub-types that its own or its relations' senses name."""
    found: dict[str, set[str]] = {family: set() for family in DEEDS | PARTS | {"fire at"}}
    for (feature, name), weight in by_hand.items():
        if weight > 0 and name != NONE:
            for family in relations().involved(feature):
                found.setdefault(family, set()).add(name)
    for family in GENERIC | {"shooting"}:
        found[family] |= set(_EITHER)
    found["explosion"] |= {*TYPES[EXPLOSIONS], "Disaster"}
    for family in found.keys() - _SPOKEN:
        found[family] -= _WORDS_ONLY
    return {
        family: sorted(_NUMBER[name] for name in (*names, NONE)) for family, names in found.items()
    }


@cache
def model() -> Model:
    """Read the model that ships, once a process."""
    learnt = {}
    for name, weight in Weights.read("geo.events", WEIGHTS).by_name.items():
        feature, _, sub_type = name.partition(" → ")
        learnt[feature, sub_type] = weight
    return build(senses(), learnt)


@cache
def by_hand() -> Model:
    """Give the model as it is before anything is learnt."""
    return build(senses(), {})
