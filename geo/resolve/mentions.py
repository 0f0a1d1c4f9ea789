"""Mentions of names, and what stands directly around them: a noun, a parent.

Mentions that agree in all this are one :class:`Name` and are weighed once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from geo.gazetteer import TOWNS, Bearers, Gazetteer, Role, Sort, among
from geo.model import Toponym
from geo.text import name_key
from geo.toponyms import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

DIVISIONS = among(Sort.DIVISION, Sort.DISTRICT)
NATURAL = among(Sort.WATER, Sort.HEIGHTS)
_WIDE = among(Sort.COUNTRY, Sort.CONTINENT, Sort.DIVISION)
_BELOW_DIVISION = ~among(Sort.COUNTRY, Sort.DIVISION)
_BELOW_DISTRICT = ~among(Sort.COUNTRY, Sort.DIVISION, Sort.DISTRICT)
_OWN_NAMES = among(Role.PRIMARY, Role.SHORT, Role.DEMONYM, of=Role)

_BEHIND = re.compile(
    r"[ -](?:(?P<town>city|town|village)|(?P<nature>rivers?|lakes?|islands?|sea|mountains?|valley)"
    r"|(?P<airport>airport|air ?base)|(?P<division>provinces?|governorates?|regions?|count(?:y|ies)"
    r"|districts?|oblasts?|prefectures?|states?|parish|borough|township|countryside))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?P<town>city|town|village|suburb|capital|port|borough|hamlet|community)"
    r"|(?P<division>province|governorate|region|county|district|state)) of $",
    re.IGNORECASE,
)
_SIDE = r"(?:(?:north|south|east|west|central)\w*,? )?"
_PARENT_FOLLOWS = re.compile(
    rf", ?{_SIDE}| in (?:the )?{_SIDE}| \(|, an? [\w -]{{3,30}} in {_SIDE}"
)
_PARENT_OWNS = re.compile(
    # "Syria's Idlib", "Lebanon's northern city of Tripoli", "Libya's capital, Tripoli"
    r"[’']s (?:(?:(?:north|south|east|west)[\w-]*|central|coastal|rural|[a-z]+-held|second|third"
    r"|largest|second-largest|port|border|historic|old|besieged|restive) ){0,3}"
    r"(?:(?:city|town|village|port|province|region|district|governorate|state|oblast|island) of "
    r"|(?:province|region|state|city|town) |capital,? (?:city,? )?)?"
    r"| (?:city|town|village|province) of "
)
_LOOK_BACK = 24
_IN_A_ROW = frozenset({", ", " and ", ", and "})
_LONGEST_ROW = 5


class Circumstance(NamedTuple):
    """What stands at and directly around a mention; mentions that agree in it are one."""

    key: str
    noun: str = ""
    """"province" behind it or "city" before it."""
    called: str = ""
    """What the noun says that the place is: town, division, nature or airport."""
    parent: str = ""
    """As written: "Lebanon" in "Tripoli, Lebanon" and in "Lebanon's Tripoli"."""
    side: str = ""
    """Where the parent stands."""
    metonymic: bool = False
    demonym: bool = False

    @classmethod
    def of(cls, text: str, toponyms: Sequence[Toponym], at: int) -> Circumstance:
        """Look around the mention `at` of those of a text."""
        toponym = toponyms[at]
        noun = _BEFORE.search(text[max(0, toponym.start - _LOOK_BACK) : toponym.start])
        noun = noun or _BEHIND.match(text, toponym.end) or _shared_noun(text, toponyms, at)
        parent, side = "", ""
        if at + 1 < len(toponyms) and _PARENT_FOLLOWS.fullmatch(
            text, toponym.end, max(toponym.end, toponyms[at + 1].start)
        ):
            parent, side = toponyms[at + 1].text, "behind"
        elif at and _PARENT_OWNS.fullmatch(text, toponyms[at - 1].end, toponym.start):
            parent, side = toponyms[at - 1].text, "before"
        return cls(
            name_key(toponym.text),
            noun[noun.lastgroup or 0].lower() if noun else "",
            (noun.lastgroup or "") if noun else "",
            parent,
            side,
            toponym.metonymic,
            toponym.demonym,
        )


def _shared_noun(text: str, toponyms: Sequence[Toponym], at: int) -> re.Match[str] | None:
    """Give the noun that stands behind a row of names: "Idlib and Hama provinces"."""
    for each, after in pairwise(toponyms[at : at + _LONGEST_ROW]):
        if text[each.end : max(each.end, after.start)] not in _IN_A_ROW:
            return None
        noun = _BEHIND.match(text, after.end)
        if noun:
            return noun if noun.group().endswith("s") else None
    return None


@dataclass(slots=True, eq=False)
class Name:
    """A name in one circumstance."""

    toponym: Toponym
    """Its first mention."""
    told: Circumstance
    bearers: Bearers
    within: str = ""
    """The part of the name that these places bear, if none bears the whole."""
    how: str = ""
    """How they were found, if not by the name as it stands."""
    among: str = ""
    """Where alone they were looked for, as words behind "place": " in LB"."""
    mentions: int = 0
    parent: np.ndarray[Any, Any] = field(default_factory=lambda: np.zeros(0))
    """Which places lie in one that the parent may mean, shape (number of bearers,)."""

    def heed_parents(self, parents: Sequence[Bearers]) -> None:
        """Take note of which places lie in one of those written beside the name."""
        inside = [held(parent, self.bearers) for parent in parents]
        self.parent = np.any(inside, axis=0) if inside else np.zeros(len(self.bearers.places))


def known(text: str, gazetteer: Gazetteer, *, demonym: bool = False) -> tuple[Bearers | None, str]:
    """Give the places that bear a name, or else those that bear the best-known part of it.

    Parameters
    ----------
    text : str
    gazetteer : Gazetteer
    demonym : bool, optional
        Whether only places count that have the name as an adjective.

    Returns
    -------
    (Bearers or None, str)
        The part that they bear; empty for the whole name. "Dubai" of "Dubai World Cup".
    """
    key = name_key(text)
    whole = (demonym and gazetteer.bearers(key, demonym=True)) or gazetteer.bearers(key)
    if whole is not None:
        return whole, ""
    words = key.split(" ")
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = gazetteer.bearers(" ".join(words[start : start + length]))
            if part is not None and _well_known(part) and not _is_plain(part.key):
                return part, part.places[0].name
    return None, ""


def _is_plain(key: str) -> bool:
    """Tell whether a word is a direction or an ordinary word, which "South" of a name is."""
    plain = lists.bit("directions") | lists.bit("ordinary-words") | lists.bit("function-words")
    return bool(lists.bits().get(key, 0) & plain)


_KNOWN_PEOPLE = 5.0


def _well_known(bearers: Bearers) -> bool:
    """Tell whether a name is a country's, a division's or a city's own."""
    large = TOWNS[bearers.sorts] & (bearers.people >= _KNOWN_PEOPLE)
    return bool(((_WIDE[bearers.sorts] | large) & _OWN_NAMES[bearers.roles]).any())


@lru_cache(maxsize=50_000)
def held(parent: Bearers, child: Bearers) -> np.ndarray[Any, Any]:
    """Tell which places of a name lie in a country or division of another name.

    Returns
    -------
    numpy.ndarray of bool, shape (number of the child's places,)
    """
    found = np.zeros(len(child.places), dtype=bool)
    for sort, area, smaller in (
        (Sort.COUNTRY, "country", child.sorts != Sort.COUNTRY),
        (Sort.DIVISION, "admin1", _BELOW_DIVISION[child.sorts]),
        (Sort.DISTRICT, "admin2", _BELOW_DISTRICT[child.sorts]),
    ):
        areas = {*getattr(parent, area)[parent.sorts == sort].tolist()} - {0}
        if areas:
            found |= smaller & [each in areas for each in getattr(child, area).tolist()]
    return found
