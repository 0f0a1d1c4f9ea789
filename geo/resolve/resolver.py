"""Names of a document, each given a place or left open, with a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import Document, Resolution, Toponym
from geo.resolve.deciding import decide
from geo.resolve.mentions import Circumstance, Name, known
from geo.resolve.weighing import Model, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.gazetteer import Bearers, Gazetteer


def resolve(
    document: Document,
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    *,
    model: Model | None = None,
) -> list[Resolution]:
    """Say where each toponym of a document is.

    Parameters
    ----------
    document : Document
    toponyms : sequence of Toponym
        Of that document, in order.
    gazetteer : Gazetteer
    model : Model, optional
        The one that ships with the package by default.

    Returns
    -------
    list of Resolution
        One for each toponym, in the same order. A name that stays open has no place
        and a reason.
    """
    told, names = names_of(document, toponyms, gazetteer)
    all_weighed = weigh(names, document.source, model=model)
    found = {each.name.told: decide(each, all_weighed) for each in all_weighed}
    unknown = "no place in the gazetteer bears this name"
    return [
        replace(found[each], toponym=toponym)
        if each in found
        else Resolution(toponym, None, 0.0, unknown)
        for toponym, each in zip(toponyms, told, strict=True)
    ]


def names_of(
    document: Document, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> tuple[list[Circumstance], list[Name]]:
    """Look around each toponym of a document, and gather each name in each circumstance.

    Returns
    -------
    (list of Circumstance, list of Name)
        The first for each toponym; the second in order of appearance, without names that
        no place bears.
    """
    told = [Circumstance.of(document.text, toponyms, at) for at in range(len(toponyms))]
    written: dict[tuple[str, bool], tuple[Bearers | None, str]] = {}

    def bearers_of(text: str, *, demonym: bool = False) -> tuple[Bearers | None, str]:
        if (text, demonym) not in written:
            written[text, demonym] = known(text, gazetteer, demonym=demonym)
        return written[text, demonym]

    names: dict[Circumstance, Name] = {}
    for toponym, each in zip(toponyms, told, strict=True):
        if each not in names:
            bearers, within = bearers_of(toponym.text, demonym=toponym.demonym)
            if bearers is None:
                continue
            names[each] = Name(toponym, each, bearers, within)
            parent = bearers_of(each.parent)[0] if each.parent else None
            names[each].heed_parents([parent] if parent is not None else [])
        names[each].mentions += 1
    return told, list(names.values())
