"""Which words of a text are place names: the candidates that a linear model believes.

A candidate is a run of words that some place bears as its name. The model adds up what
speaks for and against it (:mod:`geo.toponyms.features`); of candidates that overlap the
most believed one is taken. The model has learnt from English; names in Arabic words, and in
Turkish texts, are found by rules instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.gazetteer import Gazetteer, Role, Sort, among
from geo.model import Document, Toponym
from geo.toponyms import arabic, features, turkish
from geo.toponyms.metonyms import is_metonym
from geo.toponyms.page import Candidate, Page
from geo.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Iterable

BELIEVED = -0.4
"""Score (log odds) from which a candidate is taken: 40 % likely. Its place still has to be
found, so a doubtful name is worth more than a missing one."""
TOWNS = among(Sort.CAPITAL, Sort.TOWN, Sort.QUARTER)
_AREAS = among(Sort.COUNTRY, Sort.CONTINENT, Sort.DIVISION, Sort.DISTRICT, Sort.CAPITAL)
_WHOLE = 0.01
WEIGHTS = "weights.tsv"
BIAS = "bias"


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What the recogniser has learnt."""

    weights: np.ndarray[Any, Any]
    """One for each of :func:`geo.toponyms.features.names`, float32."""
    bias: float

    @classmethod
    def of(cls, weights: Weights) -> Model:
        """Put weights in the order of the features."""
        listed = np.array(weights.of(features.names()), dtype=np.float32)
        return cls(listed, weights.by_name[BIAS])


@cache
def shipped() -> Model:
    """Load the weights that ship with the package, once."""
    return Model.of(Weights.read("geo.toponyms", WEIGHTS))


def recognise(
    document: Document, gazetteer: Gazetteer, *, model: Model | None = None
) -> list[Toponym]:
    """Find the place names of a document.

    Parameters
    ----------
    document : Document
    gazetteer : Gazetteer
    model : Model, optional
        The one that ships with the package by default.

    Returns
    -------
    list of Toponym
        In order, not overlapping. Adjectives and peoples ("Syrian", "Syrians") are among
        them, marked as demonyms.
    """
    text = document.text
    page = Page.of(text, gazetteer)
    if turkish.is_written(document, page.words):
        found = turkish.recognise(text, page.words, gazetteer)
    else:
        found = [toponym(page, page.candidates[at]) for at in chosen(page, scores(page, model))]
    if arabic.is_written(text):
        found += arabic.recognise(text, page.words, gazetteer)
        found.sort(key=lambda each: each.start)
    return found


def scores(page: Page, model: Model | None = None) -> np.ndarray[Any, Any]:
    """Give how far each candidate is believed, as log odds, shape (number of candidates,)."""
    model = model or shipped()
    found: np.ndarray[Any, Any] = features.matrix(page) @ model.weights + model.bias
    return found


def chosen(page: Page, believed: np.ndarray[Any, Any]) -> list[int]:
    """Choose candidates that do not overlap, the most believed first.

    Returns
    -------
    list of int
        Numbers of candidates, in the order of the text.
    """
    taken: set[int] = set()
    found: list[int] = []
    # A facility is told from its town by a noun that a text may write small, which corpora
    # do not mark: "Aleppo airport" is believed, and more than "Aleppo".
    whole = np.array([_is_facility(page, each) for each in page.candidates], dtype=bool)
    floor = np.maximum(_shorter(page, believed) + _WHOLE, 0.0)
    believed = np.where(whole, np.maximum(believed, floor), believed)
    for at in np.argsort(-believed, kind="stable").tolist():
        if believed[at] < BELIEVED:
            break
        words = range(page.candidates[at].first, page.candidates[at].stop)
        if taken.isdisjoint(words):
            taken.update(words)
            found.append(at)
    return sorted(found, key=lambda at: page.candidates[at].first)


def _is_facility(page: Page, candidate: Candidate) -> bool:
    """Tell whether a name ends in a noun in lower case and only sites and areas bear it."""
    last = page.words[candidate.stop - 1]
    return (
        candidate.stop - candidate.first > 1
        and last.text[0].islower()
        and not bool(TOWNS[candidate.bearers.sorts].any())
    )


def _shorter(page: Page, believed: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Give for each candidate how far those that begin with it, but are shorter, are believed."""
    longest: dict[int, float] = {}
    found = np.full(len(believed), -np.inf)
    # Candidates of one first word stand the longest first.
    for at in range(len(believed) - 1, -1, -1):
        first = page.candidates[at].first
        found[at] = longest.get(first, -np.inf)
        longest[first] = max(float(believed[at]), found[at])
    return found


def toponym(page: Page, candidate: Candidate) -> Toponym:
    """Give a candidate as the place name that it is."""
    start, end = page.words[candidate.first].start, page.end(candidate)
    roles = candidate.bearers.roles.tolist()
    return Toponym(
        start,
        end,
        page.text[start:end],
        demonym=Role.DEMONYM in roles and _is_adjective(candidate, roles),
        metonymic=is_metonym(page, candidate),
    )


def _is_adjective(candidate: Candidate, roles: Iterable[int]) -> bool:
    """Tell whether a name that may be a demonym is one here.

    "German" is a town in Mexico too, but hardly ever that; "Georgia" is never an adjective.
    """
    strongest = min(roles)
    return strongest == Role.DEMONYM or not _names_area(candidate)


def _names_area(candidate: Candidate) -> bool:
    """Tell whether a country, a division or a capital is really called so."""
    bearers = candidate.bearers
    known = bearers.own & (bearers.roles == Role.PRIMARY) & _AREAS[bearers.sorts]
    return bool(known.any())
