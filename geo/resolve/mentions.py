"""Mentions of a name, and what stands directly around them: a noun, a parent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from geo.model import Place, Toponym
from geo.resolve.readings import Reading, contains
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIVISION_BEHIND = re.compile(
    r" (provinces?|governorates?|region|county|district|oblast|prefecture|state|countryside)\b",
    re.IGNORECASE,
)
_TOWN_BEFORE = re.compile(r"\b(city|town|village|suburb|capital) of $", re.IGNORECASE)
_PARENT_FOLLOWS = frozenset({", ", ", in ", " in ", " (", ", southern ", ", northern "})
_PARENT_OWNS = re.compile(
    # "Syria's Idlib", "Lebanon's northern city of Tripoli", "Libya's capital, Tripoli"
    r"[’']s (?:(?:(?:north|south|east|west)\S{0,8}|central|coastal|rural|restive|besieged|war-torn"
    r"|[a-z]{2,12}-held) ){0,2}(?:(?:city|town|village|port|province|region|district) of "
    r"|capital,? (?:city,? )?)?"
)


class Circumstance(NamedTuple):
    """What stands at and directly around a mention; mentions that agree in it are one."""

    key: str
    noun: str = ""
    """"province" behind it or "city" before it."""
    kinds: str = ""
    """How the kinds begin that the noun fits."""
    parent: str = ""
    """As written: "Lebanon" in "Tripoli, Lebanon" and in "Lebanon's Tripoli"."""
    parent_key: str = ""
    side: str = ""
    """Where the parent stands."""

    @classmethod
    def of(cls, text: str, toponyms: Sequence[Toponym], at: int) -> Circumstance:
        """Look around the mention `at` of those of a text."""
        toponym = toponyms[at]
        noun = kinds = ""
        if before := _TOWN_BEFORE.search(text[max(0, toponym.start - 20) : toponym.start]):
            noun, kinds = before.group(1).lower(), "P."
        elif behind := _DIVISION_BEHIND.match(text, toponym.end):
            noun, kinds = behind.group(1).lower(), "A.ADM"
        parent, side = None, ""
        if at + 1 < len(toponyms) and (
            text[toponym.end : toponyms[at + 1].start] in _PARENT_FOLLOWS
        ):
            parent, side = toponyms[at + 1], "behind"
        elif at and _PARENT_OWNS.fullmatch(text, toponyms[at - 1].end, toponym.start):
            parent, side = toponyms[at - 1], "before"
        written = parent.text if parent else ""
        return cls(name_key(toponym.text), noun, kinds, written, name_key(written), side)


@dataclass(slots=True)
class Name:
    """A name in one circumstance, with its readings."""

    toponym: Toponym
    """Its first mention."""
    key: str
    readings: list[Reading] = field(default_factory=list)
    mentions: int = 0
    has_parent: bool = False
    """A parent beside it settles these mentions alone."""

    @classmethod
    def of(cls, toponym: Toponym, told: Circumstance, known: dict[str, list[Reading]]) -> Name:
        """Take the readings of a name, with what stands directly around it."""
        name = cls(toponym, told.key)
        for each in known[told.key]:
            name.readings.append(Reading(each.place, each.role, each.score, how=each.how))
            if told.kinds and each.place.kind.startswith(told.kinds):
                name.readings[-1].add(4.0, f"it is called a {told.noun}")
        parents = [reading.place for reading in known[told.parent_key][:8]]
        name.add_parent(f"“{told.parent}” stands {told.side} it", parents)
        return name

    @property
    def best(self) -> Reading:
        """The likeliest reading so far; there must be one."""
        return max(self.readings, key=lambda reading: reading.score)

    def add_parent(self, why: str, parents: Sequence[Place]) -> None:
        """Favour the readings that lie in one of the places written beside the name."""
        for reading in self.readings:
            if any(contains(parent, reading.place) for parent in parents):
                reading.add(6.0, why)
                self.has_parent = True
