"""Names of a document, one after the other: each gets a place or stays open, with a reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.gazetteer import EXACT, FUZZY, LOOSE, Gazetteer, Role
from geo.model import Document, Place, Resolution, Toponym
from geo.resolve.context import Anchors, Context
from geo.resolve.mentions import Circumstance, Name
from geo.resolve.readings import Reading, contains, readings_of, same_story

if TYPE_CHECKING:
    from collections.abc import Sequence

SURE = 0.5
"""Below this share the name stays open: the others together are likelier."""
_SPELLED = {LOOSE: "in another spelling", FUZZY: "with a letter mistaken"}
_TRUST = {EXACT: 1.0, LOOSE: 0.9, FUZZY: 0.6}
"""How far a confidence may go, by how the name was found."""


def resolve(
    document: Document, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> list[Resolution]:
    """Say where each toponym of a document is.

    Parameters
    ----------
    document : Document
    toponyms : sequence of Toponym
        Of that document, in order.
    gazetteer : Gazetteer

    Returns
    -------
    list of Resolution
        One for each toponym, in the same order. A name that stays open has no place
        and a reason.
    """
    known: dict[str, list[Reading]] = {}
    told = [Circumstance.of(document.text, toponyms, at) for at in range(len(toponyms))]
    names: dict[Circumstance, Name] = {}
    for toponym, each in zip(toponyms, told, strict=True):
        for key in (each.key, each.parent_key):
            if key not in known:
                known[key] = readings_of(key, gazetteer.by_key(key))
        if each not in names:
            names[each] = Name.of(toponym, each, known)
        names[each].mentions += 1
    _weigh_all(document, list(names.values()), gazetteer)
    decided = {each: decide(name) for each, name in names.items()}
    return [
        replace(decided[each], toponym=toponym)
        for toponym, each in zip(toponyms, told, strict=True)
    ]


def _weigh_all(document: Document, names: list[Name], gazetteer: Gazetteer) -> None:
    """Let the document speak for the readings of its names."""
    context = Context(document, names, gazetteer)
    for name in names:
        for reading in name.readings:
            context.weigh(name.key, reading)
    anchors = Anchors(names)
    for name in names:
        for reading in name.readings:
            anchors.weigh(name.key, reading)
    _one_sense(names)


def _one_sense(names: list[Name]) -> None:
    """Let all mentions of a name share their scores, but those with a parent of their own."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    for group in groups.values():
        settled = [name for name in group if name.has_parent]
        if not settled:
            continue
        chosen = settled[0].best.place
        for name in group:
            if name.has_parent:
                continue
            for reading in name.readings:
                if reading.place.id == chosen.id:
                    reading.add(4.0, f"elsewhere the text says “{settled[0].toponym.text}” of it")


def decide(name: Name) -> Resolution:
    """Choose the likeliest reading, or leave the name open if it is not likely enough."""
    if not name.readings:
        reason = "no place in the gazetteer bears this name"
        return Resolution(name.toponym, None, 0.0, reason)
    ranked = sorted(name.readings, key=lambda reading: (-reading.score, reading.place.id))
    best = ranked[0]
    rivals = [each for each in ranked[1:] if not same_story(each.place, best.place)]
    share = 1.0 / (1.0 + sum(10 ** (each.score - best.score) for each in rivals))
    others = tuple(each.place for each in ranked[1:6])
    confidence = round(min(0.99, share) * _TRUST[best.how], 3)
    if share < SURE:
        reason = (
            f"{len(rivals) + 1} places bear this name, and nothing in the text tells them apart"
        )
        return Resolution(name.toponym, None, confidence, reason, (best.place, *others))
    reason = _reason(best, _company(best.place, len(rivals), others))
    return Resolution(name.toponym, best.place, confidence, reason, others)


def _company(place: Place, rivals: int, others: Sequence[Place]) -> str:
    """Say which others bear the name; a reading of the same story is no rival."""
    if rivals:
        return (
            f"{rivals} places elsewhere bear it too"
            if rivals > 1
            else ("one place elsewhere bears it too")
        )
    if not others:
        return "no other place bears it"
    if all(contains(other, place) for other in others):
        return "only the division around it bears it too"
    if all(contains(place, other) for other in others):
        return "only places within it bear it too"
    return "only places around it bear it too"


def _reason(best: Reading, company: str) -> str:
    how = {
        Role.PRIMARY: "its name in the gazetteer",
        Role.ALTERNATE: "another of its names",
        Role.SHORT: "an abbreviation of its name",
        Role.CODE: "its code",
    }[best.role]
    if best.how != EXACT:
        how = f"{how}, {_SPELLED[best.how]}"
    return "; ".join([f"this is {how}", *dict.fromkeys(best.why), company])
