"""Which words of a text are place names: the candidates that a linear model believes.

A candidate is a run of words that some place bears as its name. The model adds up what
speaks for and against it (:mod:`geo.toponyms.features`); of candidates that overlap the
most believed one is taken. The model has learnt from English; names in Arabic words, and in
Turkish texts, are found by rules instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.gazetteer import TOWNS, Bearers, Gazetteer, Role, Sort, among
from geo.model import Document, Toponym
from geo.text import listed
from geo.toponyms import arabic, features, turkish
from geo.toponyms.metonyms import is_metonym
from geo.toponyms.page import Candidate, Page
from geo.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Iterable

BELIEVED = -0.4
"""Score (log odds) from which a candidate is taken: 40 % likely. Its place still has to be
found, so a doubtful name is worth more than a missing one."""
_AREAS = among(Sort.COUNTRY, Sort.CONTINENT, Sort.DIVISION, Sort.DISTRICT, Sort.CAPITAL)
_COUNTRY = among(Sort.COUNTRY)
_CITY = 5.0
"""Logarithm of the people that live in a city."""
_BLOCK = 4096
_WHOLE = 0.01
"""By how much a site is believed more than the town in its name."""
_NOUNS = listed(
    """
    city town village hamlet suburb district province governorate municipality township port
    outskirts countryside neighbourhood neighborhood
    """
)
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
    page = Page.of(document.text, gazetteer)
    found, english = found_by_rule(document, page, gazetteer)
    if english:
        found += [toponym(page, page.candidates[at]) for at in chosen(page, scores(page, model))]
    return sorted(found, key=lambda each: each.start)


def found_by_rule(
    document: Document, page: Page, gazetteer: Gazetteer
) -> tuple[list[Toponym], bool]:
    """Find the place names of languages that the model knows nothing of.

    Returns
    -------
    (list of Toponym, bool)
        The names, and whether the model has to find the others.
    """
    found: list[Toponym] = []
    english = not turkish.is_written(document, page.words)
    if not english:
        found += turkish.recognise(document.text, page.words, gazetteer)
    if arabic.is_written(document.text):
        found += arabic.recognise(document.text, page.words, gazetteer)
    return found, english


def scores(page: Page, model: Model | None = None) -> np.ndarray[Any, Any]:
    """Give how far each candidate is believed, as log odds, shape (number of candidates,)."""
    model = model or shipped()
    seen = features.matrix(page)
    # Block by block, since numbers take four times the room of the zeros and ones.
    blocks = [seen[at : at + _BLOCK] @ model.weights for at in range(0, len(seen), _BLOCK)]
    return np.concatenate([*blocks, np.zeros(0, dtype=np.float32)]) + np.float32(model.bias)


def chosen(page: Page, believed: np.ndarray[Any, Any]) -> list[int]:
    """Choose candidates that do not overlap, the most believed first.

    Returns
    -------
    list of int
        Numbers of candidates, in the order of the text.
    """
    taken: set[int] = set()
    found: list[int] = []
    believed = raised(page, believed)
    for at in np.argsort(-believed, kind="stable").tolist():
        if believed[at] < BELIEVED:
            break
        words = range(page.candidates[at].first, page.candidates[at].stop)
        if taken.isdisjoint(words):
            taken.update(words)
            found.append(at)
    return sorted(found, key=lambda at: page.candidates[at].first)


def raised(page: Page, believed: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Believe what is written in a way that leaves no doubt, though corpora have few of it.

    "Aleppo airport" and "Port of Latakia" more than the town within, "Republic of Armenia"
    more than "Armenia", and "Marsh" in "the town of Marsh".
    """
    found = believed.copy()
    for at, each in enumerate(page.candidates):
        if _is_called_place(page, each):
            found[at] = max(found[at], 0.0)
        if each.stop - each.first == 1:
            continue
        small = page.words[each.stop - 1].text[0].islower()
        for other in _within(page, at):
            fuller = not small and _is_same(each.bearers, page.candidates[other].bearers)
            if fuller or (_is_site(each.bearers) and (small or believed[at] >= BELIEVED)):
                found[at] = max(found[at], float(believed[other]) + _WHOLE)
        if small and _is_site(each.bearers):
            found[at] = max(found[at], 0.0)
    return found


def _within(page: Page, at: int) -> list[int]:
    """Give the candidates that lie within one."""
    stop = page.candidates[at].stop
    found = []
    # Candidates stand in the order of their first words, of one word the longest first.
    other = at + 1
    while other < len(page.candidates) and page.candidates[other].first < stop:
        if page.candidates[other].stop <= stop:
            found.append(other)
        other += 1
    return found


@lru_cache(maxsize=20_000)
def _is_site(bearers: Bearers) -> bool:
    """Tell whether a name is an airport's, or listed here as a site or area, and no town's."""
    site = bearers.noted | (bearers.sorts == Sort.AIRPORT)
    return bool(site.any()) and not bool(TOWNS[bearers.sorts].any())


@lru_cache(maxsize=20_000)
def _is_same(longer: Bearers, shorter: Bearers) -> bool:
    """Tell whether a longer name may mean the same country, or city: "New York City"."""
    ids = {place.id for place in shorter.places}
    goes_on = longer.key.startswith(f"{shorter.key} ")
    kept = (_COUNTRY[longer.sorts]) | (goes_on & (longer.people >= _CITY))
    return any(
        place.id in ids for place, may in zip(longer.places, kept.tolist(), strict=True) if may
    )


def _is_called_place(page: Page, candidate: Candidate) -> bool:
    """Tell whether the words before a name say that it is a place: "the village of"."""
    at = candidate.first
    if at < 2 or page.words[at - 1].key != "of" or page.words[at - 2].key not in _NOUNS:  # noqa: PLR2004  (two words before)
        return False
    return page.gap(at - 1) == page.gap(at - 2) == " "


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
