"""How well known a name is: what languages without a trained model go by."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.gazetteer import TOWNS, Bearers, Role, Sort, among
from geo.model import Toponym

if TYPE_CHECKING:
    from geo.text import Word

LONGEST_WORD = 80
"""No name has a longer word; the index takes the square of a key's length."""
_COUNTRIES = among(Sort.COUNTRY, Sort.CONTINENT)
_DIVISIONS = among(Sort.DIVISION, Sort.CAPITAL)
_TOWN, _CITY, _METROPOLIS = 4.0, 5.0, 5.7
"""Decimal powers of the people that live there."""
_SHORT = 3
"""Letters of names that stand for too many things, codes among them."""


class Renown(IntEnum):
    """How well known the best known of the places is that bear a name."""

    NAMED = 0
    """Some place is called so."""
    TOWN = 1
    """A town of 10,000 people is."""
    KNOWN = 2
    """A country, a capital, a metropolis or a place that reports write of is; or a division
    or town where the language is spoken."""


class Reading(NamedTuple):
    """A run of words read as a name."""

    start: int
    """Where it begins in the text, behind what is attached to it."""
    end: int
    stop: int
    """The word behind its last one."""
    key: str
    """The name as written, with an article that its particle has swallowed."""
    bearers: Bearers
    demonym: bool = False

    def toponym(self, text: str) -> Toponym:
        """Give it as the place name that it is."""
        return Toponym(self.start, self.end, text[self.start : self.end], demonym=self.demonym)


@lru_cache(maxsize=20_000)
def renown(bearers: Bearers, home: frozenset[str], *, capitals: bool = False) -> Renown:
    """Tell how well known a name is to those who speak the language of some countries.

    Parameters
    ----------
    bearers : Bearers
    home : frozenset of str
        ISO 3166-1 alpha-2 codes.
    capitals : bool, optional
        Whether it is written in capitals, as abbreviations are.
    """
    sorts, towns = bearers.sorts, TOWNS[bearers.sorts] & (bearers.people >= _TOWN)
    here = np.array([place.country in home for place in bearers.places])
    # Of names in Latin letters a gazetteer has too many that nobody uses.
    here &= bearers.own | bearers.begins | (not bearers.key.isascii())
    known = _COUNTRIES[sorts] | bearers.noted
    if len(bearers.key) > _SHORT:
        known |= here & (_DIVISIONS[sorts] | towns)
        known |= (sorts == Sort.CAPITAL) | (towns & (bearers.people >= _METROPOLIS))
    else:
        known |= here & towns & (bearers.people >= _CITY)
    named = bearers.roles <= (Role.SHORT if capitals else Role.ALTERNATE)
    if (known & named).any():
        return Renown.KNOWN
    return Renown.TOWN if len(bearers.key) > _SHORT and (towns & named).any() else Renown.NAMED


@lru_cache(maxsize=20_000)
def is_demonym(bearers: Bearers) -> bool:
    """Tell whether a name is an adjective or a people, and no country's own."""
    demonyms = bearers.roles == Role.DEMONYM
    areas = _COUNTRIES[bearers.sorts] & (bearers.roles < Role.DEMONYM)
    return bool(demonyms.any() and not areas.any())


def is_miswritten(bearers: Bearers, written: str) -> bool:
    """Tell whether a name is only an abbreviation, and not written as one."""
    return bearers.strongest == Role.SHORT and not written.isupper()


def run(text: str, words: list[Word], at: int, joins: frozenset[str], longest: int) -> int:
    """Give how far words go on that one name may consist of: the word behind the last one."""
    stop = at + 1
    while (
        stop < min(len(words), at + longest)
        and len(words[stop].text) <= LONGEST_WORD
        and text[words[stop - 1].end : words[stop].start] in joins
    ):
        stop += 1
    return stop


def beside(text: str, words: list[Word], at: int, other: int) -> str:
    """Give the key of a word next to another one; empty if more than a space parts them."""
    first, second = sorted((at, other))
    if first < 0 or second >= len(words) or text[words[first].end : words[second].start] != " ":
        return ""
    return words[other].key
