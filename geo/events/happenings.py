"""What a sentence tells of: its triggers by clause, each with the harm that it did.

A clause with words for a deed is a happening. A clause that only says that people came to
harm ("killing nine") belongs to the deed beside it, if there is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.events.clauses import (
    ATTRIBUTION,
    COLON,
    COORDINATE,
    MAIN,
    RELATIVE,
    RESULT,
    Clause,
    clauses,
    opens_with_verb,
    tells,
)
from geo.events.ontology import BATTLES, CIVILIANS, EXPLOSIONS, SUB_EVENT_TYPES
from geo.events.tolls import tolls as read_tolls
from geo.events.triggers import Trigger, triggers
from geo.model import Toll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.events.passages import Passage

VIOLENCE = frozenset({BATTLES, EXPLOSIONS, CIVILIANS})
_SAME_TIME = frozenset(
    {"when", "as", "while", "after", "amid", "that", MAIN, RESULT, RELATIVE, COORDINATE, COLON}
)
"""Links between a deed and the harm it did."""
_BACKGROUND = frozenset(
    {"after", "before", "amid", "during", "following", "despite", "until", "without", "since"}
)  # fmt: skip
"""Links before what only says how something came about."""
_KNOWN_ONE = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|his|any|no)\s+(?:(?!the\b|these\b|those\b)\w+\s+)?$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:s|ing|ike|ack|ive|aign|raid|ash|ush|ade|ire|deal|ment|ion|uce|assault|blast|siege|bomb|battle"
    r"|riot|coup|massacre|arrest|protest|march|rally|onslaught|fight)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that a sentence tells of; offsets are the sentence's."""

    trigger: Trigger
    clauses: tuple[Clause, ...]
    """Its own first, then those that say what came of it."""
    tolls: tuple[Toll, ...] = ()

    @property
    def clause(self) -> Clause:
        """The clause in which its trigger stands."""
        return self.clauses[0]

    def holds(self, at: int) -> bool:
        """Tell whether a character stands in one of its clauses."""
        return any(clause.holds(at) for clause in self.clauses)

    @property
    def violent(self) -> bool:
        """Whether it is a battle, an explosion or an attack on civilians."""
        return SUB_EVENT_TYPES[self.trigger.sub_event_type] in VIOLENCE


def happenings(passage: Passage) -> list[Happening]:
    """List what a sentence tells of.

    Parameters
    ----------
    passage : Passage

    Returns
    -------
    list of Happening
        In the order of their triggers.
    """
    text = passage.text
    found = triggers(text)
    if not found:
        return _counting(read_tolls(text), text)
    parts = clauses(text, [trigger.start for trigger in found])
    counted = read_tolls(text)
    told = [
        Happening(_chief(own, text), (part,), tuple(_within(counted, part)))
        for part in parts
        if (own := [trigger for trigger in found if part.holds(trigger.start)])
    ]
    told = _main_ones(_joined(told, passage), passage)
    silent = [part for part in parts if not any(part in each.clauses for each in told)]
    return _with_silent(told, silent, parts, counted)


def _counting(counted: Sequence[Toll], text: str) -> list[Happening]:
    """Give a sentence that only counts: "Two lorry drivers died in it"."""
    whole = [toll for toll in counted if not toll.part]
    if not whole:
        return []
    first = whole[0]
    trigger = Trigger(first.start, first.end, first.text, "Attack", generic=True, strength=0.0)
    return [Happening(trigger, (Clause(0, len(text)),), tuple(whole))]


def harks_back(sentence: str, trigger: Trigger) -> bool:
    """Tell whether a noun speaks of what is known already: "since the attack"."""
    if not _NOUN.search(trigger.text):
        return False
    known = _KNOWN_ONE.search(sentence[: trigger.start])
    if known is None:
        return False
    # "said that shells fell": no demonstrative.
    return not (known.group().lower().startswith("that") and trigger.text.lower().endswith("s"))


def _chief(own: Sequence[Trigger], sentence: str) -> Trigger:
    """Choose the trigger that a clause is about."""
    return min(
        own,
        key=lambda trigger: (
            # "threatened to bomb", "met after the blast": words are less than deeds.
            trigger.sub_event_type in _WORDS,
            # "the air strikes were in retaliation for a bombing"
            len(own) > 1 and harks_back(sentence, trigger),
            trigger.generic,
            trigger.bare,
            -trigger.strength,
        ),
    )


def _within(tolls: Sequence[Toll], part: Clause) -> list[Toll]:
    return [toll for toll in tolls if part.holds(toll.start)]


def _joined(told: list[Happening], passage: Passage) -> list[Happening]:
    """Give each clause of mere harm, and what came of a deed, to the deed beside it."""
    kept: list[Happening] = []
    for each in told:
        if kept and _belongs(each, kept[-1], passage):
            kept[-1] = _merged(kept[-1], each)
        elif kept and kept[-1].trigger.generic and _belongs(kept[-1], each, passage):
            kept[-1] = _merged(each, kept[-1])
        else:
            kept.append(each)
    return kept


def _main_ones(told: list[Happening], passage: Passage) -> list[Happening]:
    """Leave out what only says how the rest came about: "after weeks of siege"."""
    if len(told) == 1:
        return told
    kinds = {each.trigger.sub_event_type for each in told}
    return (
        [
            each
            for each in told
            if not (
                _is_background(each, passage)
                # "said that shells fell", "agreed after talks": the graver one is the event.
                or (
                    each.trigger.sub_event_type == "Statement" and not _stated(passage, each.clause)
                )
                or (each.trigger.sub_event_type == "Talks" and "Agreement" in kinds)
            )
        ]
        or told[:1]
    )


def _is_background(each: Happening, passage: Passage) -> bool:
    text = passage.text[each.clause.start : each.clause.end]
    return (
        each.clause.link in _BACKGROUND
        and not each.tolls
        and not tells(text)
        and not _stated(passage, each.clause)
        and not any(
            when.first and each.clause.holds(when.start - passage.start) for when in passage.whens
        )
    )


def _merged(deed: Happening, harm: Happening) -> Happening:
    tolls = sorted(dict.fromkeys((*deed.tolls, *harm.tolls)), key=lambda toll: toll.start)
    return replace(deed, clauses=(*deed.clauses, *harm.clauses), tolls=tuple(tolls))


def _belongs(harm: Happening, deed: Happening, passage: Passage) -> bool:
    """Tell whether what one clause says came of the deed of another."""
    later = max(harm.clause, deed.clause, key=lambda clause: clause.start)
    if later is harm.clause and _continues(harm, deed, passage):
        return True
    if not deed.violent and deed.trigger.sub_event_type not in _HARMFUL:
        return False
    burnt = harm.trigger.sub_event_type == "Looting/property destruction" and deed.violent
    if later is harm.clause and (later.link == RESULT or (burnt and later.link == COORDINATE)):
        return True
    if not harm.trigger.generic and harm.trigger.sub_event_type != "Attack":
        return False
    # Two places: "three were killed in Homs and a car bomb went off in Damascus".
    apart = _stated(passage, harm.clause) and _stated(passage, deed.clause)
    # But "two were killed in Idlib when a car bomb went off near Saraqib" is one.
    return later.link in _SAME_TIME and (not apart or later.link in {"when", "as"})


def _continues(each: Happening, deed: Happening, passage: Passage) -> bool:
    """Tell whether the same people go on with it: "pulled him out and drove off with him"."""
    clause = each.clause
    return (
        clause.link == COORDINATE
        and SUB_EVENT_TYPES[each.trigger.sub_event_type]
        == SUB_EVENT_TYPES[deed.trigger.sub_event_type]
        and opens_with_verb(passage.text[clause.start : clause.end])
        and not _stated(passage, clause)
    )


_WORDS = frozenset({"Statement", "Talks"})
_HARMFUL = frozenset(
    {"Peaceful protest", "Protest with intervention", "Excessive force against protesters",
     "Violent demonstration", "Mob violence", "Disaster", "Looting/property destruction",
     "Disrupted weapons use"}
)  # fmt: skip


def _stated(passage: Passage, clause: Clause) -> bool:
    return any(
        place.stance and place.fineness and clause.holds(place.start - passage.start)
        for place in passage.places
    )


def _with_silent(
    told: list[Happening],
    silent: Sequence[Clause],
    parts: Sequence[Clause],
    counted: Sequence[Toll],
) -> list[Happening]:
    """Give each clause without a deed of its own to the nearest one before, or else behind."""
    order = {id(part): number for number, part in enumerate(parts)}
    for part in silent:
        if part.link == ATTRIBUTION:
            continue
        number = order[id(part)]
        before = [each for each in told if order[id(each.clause)] < number]
        owner = before[-1] if before else told[0]
        own = order[id(owner.clause)]
        between = parts[min(own, number) + 1 : max(own, number) + 1]
        if any(each.link == MAIN for each in between) and not _within(counted, part):
            continue  # "On Saturday all was calm; mortar rounds hit Idlib on Sunday."
        at = told.index(owner)
        tolls = sorted(
            dict.fromkeys((*owner.tolls, *_within(counted, part))), key=lambda toll: toll.start
        )
        told[at] = replace(owner, clauses=(*owner.clauses, part), tolls=tuple(tolls))
    return told
