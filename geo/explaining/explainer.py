"""A document's candidates and names with what spoke for and against each."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from geo import dates
from geo.explaining import words
from geo.explaining.places import whereabouts
from geo.explaining.values import Argument, Explanation, Span, strongest_first
from geo.toponyms import features, recogniser
from geo.toponyms.page import Page

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.model import Document
    from geo.toponyms.page import Candidate

RAISED = "written in a way that leaves no doubt"
"""What lifts "Aleppo airport" above "Aleppo", and "Marsh" in "the town of Marsh"."""


def explain(document: Document, gazetteer: Gazetteer) -> Explanation:
    """Say why words of a document were taken as place names, and names as places.

    Parameters
    ----------
    document : Document
    gazetteer : Gazetteer

    Returns
    -------
    Explanation
        Of the models that ship with the package; what it says of a name is what
        :func:`geo.toponyms.recognise` and :func:`geo.resolve.resolve` decide.
    """
    page = Page.of(document.text, gazetteer)
    ruled, english = recogniser.found_by_rule(document, page, gazetteer)
    found = [Span(each, True, 1.0, "", (), by_rule=True) for each in ruled]  # noqa: FBT003  (taken)
    found += _spans(page) if english else []
    # Of one first word the longest first, as the candidates stand.
    found.sort(key=lambda each: (each.toponym.start, -each.toponym.end))
    taken = [span.toponym for span in found if span.taken]
    where = iter(whereabouts(document, taken, gazetteer))
    return Explanation(
        document,
        recogniser.shipped().bias,
        tuple(replace(span, whereabouts=next(where)) if span.taken else span for span in found),
        tuple(dates.find(document)),
    )


def _spans(page: Page) -> list[Span]:
    """Give every candidate of a page with its belief and arguments."""
    model = recogniser.shipped()
    evidence = features.matrix(page)
    scores = evidence @ model.weights + model.bias
    raised = recogniser.raised(page, scores).tolist()
    taken = set(recogniser.chosen(page, scores))
    holder = {
        word: at
        for at in taken
        for word in range(page.candidates[at].first, page.candidates[at].stop)
    }
    found = []
    for at, candidate in enumerate(page.candidates):
        counted = (evidence[at] * model.weights).tolist()
        arguments = _added_up(counted)
        if raised[at] > scores[at]:
            lift = raised[at] - float(scores[at])
            arguments.append(Argument(RAISED, lift, words.of_name(RAISED)))
        why_not = "" if at in taken else _why_not(page, at, holder, raised)
        found.append(
            Span(
                recogniser.toponym(page, candidate),
                at in taken,
                1.0 / (1.0 + math.exp(-raised[at])),
                why_not,
                strongest_first(arguments),
            )
        )
    return found


def _added_up(counted: list[float]) -> list[Argument]:
    """Name what counted; the steps of a number are added up under the highest one reached.

    "At least 3 letters", "at least 4" and "at least 5" are one argument to a person.
    """
    totals: dict[str, tuple[str, float]] = {}
    for feature, weight in zip(features.names(), counted, strict=True):
        if weight:
            number = feature.partition(" ≥ ")[0]
            totals[number] = feature, totals.get(number, ("", 0.0))[1] + weight
    return [Argument(name, weight, words.of_name(name)) for name, weight in totals.values()]


def _why_not(page: Page, at: int, holder: dict[int, int], believed: list[float]) -> str:
    """Say why a candidate was not taken; `holder` has the taken one that holds each word."""
    own = page.candidates[at]
    others = dict.fromkeys(holder[word] for word in range(own.first, own.stop) if word in holder)
    over = [page.candidates[other] for other in others]
    if believed[at] < recogniser.BELIEVED:
        least = 1.0 / (1.0 + math.exp(-recogniser.BELIEVED))
        beside = f"; it overlaps “{_text(page, over[0])}”, which was taken" if over else ""
        return f"less likely than the {100 * least:.0f} % that it takes{beside}"
    names = " and ".join(f"“{_text(page, each)}”" for each in over)
    length = own.stop - own.first
    longer = all(each.stop - each.first > length for each in over)
    verb = "are" if len(over) > 1 else "is"
    if longer:
        return f"{names}, which it is part of, {verb} longer and believed more"
    return f"{names}, which it overlaps, {verb} believed more"


def _text(page: Page, candidate: Candidate) -> str:
    return recogniser.toponym(page, candidate).text
