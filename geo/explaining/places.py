"""Taken names with their readings, ranked, and what told the first from the next."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from geo.explaining import words
from geo.explaining.values import (
    Argument,
    Comparison,
    Reading,
    Whereabouts,
    strongest_first,
)
from geo.resolve import resolve
from geo.resolve.areas import same_story
from geo.resolve.deciding import ranking
from geo.resolve.resolver import names_of
from geo.resolve.weighing import FEATURES, Weighed, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.gazetteer import Gazetteer
    from geo.model import Document, Resolution, Toponym

_FAINT = 1e-6
"""What counts for less is a rounding error."""


def whereabouts(
    document: Document, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> list[Whereabouts]:
    """Say where each toponym of a document is, and what told its readings apart.

    Parameters
    ----------
    document : Document
    toponyms : sequence of Toponym
        All that were taken, in order: they speak for each other's readings.
    gazetteer : Gazetteer

    Returns
    -------
    list of Whereabouts
        One for each toponym.
    """
    told, names = names_of(document, toponyms, gazetteer)
    weighed = {each.name.told: each for each in weigh(names, document.source)}
    name_of = _countries(gazetteer)
    return [
        _whereabouts(resolution, weighed.get(each), name_of)
        for each, resolution in zip(told, resolve(document, toponyms, gazetteer), strict=True)
    ]


def _whereabouts(
    resolution: Resolution, weighed: Weighed | None, name_of: Callable[[str | None], str | None]
) -> Whereabouts:
    if weighed is None:
        return Whereabouts(resolution, (), ())
    places, belief = weighed.name.bearers.places, weighed.belief.tolist()
    order = ranking(weighed)
    best = places[order[0]]
    readings = tuple(
        Reading(
            places[at],
            words.of_kind(places[at]),
            name_of(places[at].country),
            belief[at],
            at == order[0] or same_story(places[at], best),
        )
        for at in order
    )
    others = order[1:2]
    if others and readings[1].same:
        elsewhere = (at for at, each in zip(order, readings, strict=True) if not each.same)
        others += [at for at in (next(elsewhere, None),) if at is not None]
    compared = tuple(_compared(weighed, order[0], other) for other in others)
    return Whereabouts(resolution, readings, compared)


def _compared(weighed: Weighed, first: int, other: int) -> Comparison:
    """Say what each feature counted for between two readings."""
    differs = weighed.evidence[first] - weighed.evidence[other]
    found = [
        Argument(feature, weight, words.of_place(feature, winner=more > 0))
        for feature, more, weight in zip(
            FEATURES, differs.tolist(), (differs * weighed.weights).tolist(), strict=True
        )
        if abs(weight) > _FAINT
    ]
    places = weighed.name.bearers.places
    return Comparison(
        places[first],
        places[other],
        math.fsum(each.weight for each in found),
        strongest_first(found),
    )


def _countries(gazetteer: Gazetteer) -> Callable[[str | None], str | None]:
    """Give a function that names countries by their codes."""
    known: dict[str, str] = {}

    def name_of(code: str | None) -> str | None:
        if code and code not in known:
            named = (
                match.place.name
                for match in gazetteer.find(code)
                if match.place.kind.startswith("A.PCL") and match.place.country == code
            )
            known[code] = next(named, code)
        return known[code] if code else None

    return name_of
