"""All words that may begin or make up the mention of an actor, with what they do there."""

from __future__ import annotations

import re
from enum import IntFlag
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from geo.events.actors import words as lists
from geo.events.actors.roster import CIVILIANS, roster

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"(?:[A-Z]\.){2,}|(?<!\w['’ʼ])[^\W_]+(?:['’ʼ](?!s\b)[^\W_]+)*")
"""A word without a possessive; "U.S." is one."""
_MARKS = str.maketrans("", "", "'’ʼ.")


class Role(IntFlag):
    """How a word may serve in the mention of an actor."""

    NONE = 0
    NOUN = 1
    """Ends a phrase: "jets"."""
    ALONE = 2
    """A noun that needs no word before it: "gunmen"."""
    GUARDED = 4
    """A noun that is no actor before another noun: "government"."""
    MODIFIER = 8
    PEOPLE = 16
    """An adjective of nationality."""
    SIDE = 32
    """Names who attacks before a noun of attack: "rebel"."""
    CROWD = 64
    UNIT = 128
    """Ends the name of an armed group: "Brigade"."""
    GROUP = 256
    """Begins one: "Liwa"."""
    DOUBLE = 512
    """First word of an adjective of two: "North Korean"."""


class Name(NamedTuple):
    """A name or alias of a known actor."""

    name: str
    kind: str
    alias: str
    exact: bool
    """An acronym counts only in its own capitals."""


class Node:
    """The names that share their first words."""

    __slots__ = ("ends", "following")

    def __init__(self) -> None:
        self.following: dict[str, Node] = {}
        """By the key of the next word."""
        self.ends: list[Name] = []


class Entry(Node):
    """What is known of a word: how it serves, and the names that begin with it."""

    __slots__ = ("adjective", "doubles", "kind", "name", "role")

    def __init__(self) -> None:
        super().__init__()
        self.role = 0
        self.kind = ""
        self.name = ""
        """Of an adjective: whom it names before an attack."""
        self.adjective = ""
        """Of a state's name."""
        self.doubles: dict[str, str] = {}
        """Second words of adjectives of two, with the state."""


@lru_cache(maxsize=16_384)
def word_key(text: str) -> str:
    """Give the comparable form of a word."""
    return text.lower() if text.isalpha() else text.lower().translate(_MARKS)


@cache
def lexicon() -> dict[str, Entry]:
    """Give all such words by their key, built at the first call."""
    found: dict[str, Entry] = {}
    for kind, block in lists.MODIFIED.items():
        _mark(found, block.split(), Role.NOUN, kind)
    for kind, block in lists.BARE.items():
        _mark(found, block.split(), Role.NOUN | Role.ALONE, kind)
    _mark(found, lists.PLURALS, Role.NOUN | Role.ALONE, CIVILIANS)
    _mark(found, lists.GUARDED, Role.GUARDED)
    _mark(found, lists.MODIFIERS, Role.MODIFIER)
    _mark(found, lists.SIDES, Role.SIDE)
    _mark(found, lists.CROWDS, Role.CROWD)
    _mark(found, lists.UNITS, Role.UNIT)
    _mark(found, lists.GROUPS, Role.GROUP)
    for phrase, kind in lists.PHRASES.items():
        _grow(found, phrase, phrase.capitalize(), kind)
    for adjective, (name, kind) in lists.PEOPLES.items():
        _mark_people(found, adjective, name, kind)
    _add_roster(found)
    return found


def _add_roster(found: dict[str, Entry]) -> None:
    for actor in roster():
        for alias in (actor.name, *actor.aliases):
            _grow(found, alias, actor.name, actor.kind)
            if actor.adjectives and " " not in alias:
                _entry(found, alias).adjective = actor.adjectives[0]
        for adjective in actor.adjectives:
            _mark_people(found, adjective, actor.name, actor.kind)


def _entry(found: dict[str, Entry], word: str) -> Entry:
    return found.setdefault(word_key(word), Entry())


def _mark(found: dict[str, Entry], words: Iterable[str], role: Role, kind: str = "") -> None:
    for word in words:
        entry = _entry(found, word)
        entry.role |= int(role)
        entry.kind = kind or entry.kind


def _mark_people(found: dict[str, Entry], adjective: str, name: str, kind: str) -> None:
    first, _, second = adjective.partition(" ")
    entry = _entry(found, first)
    if second:
        entry.role |= int(Role.DOUBLE)
        entry.doubles[word_key(second)] = name
        _entry(found, second).role |= int(Role.MODIFIER)
        return
    entry.role |= int(Role.PEOPLE)
    if not entry.name:
        entry.name, entry.kind = name, kind


def _grow(found: dict[str, Entry], alias: str, name: str, kind: str) -> None:
    """Add a name to those that begin with its first word."""
    first, *others = WORD.findall(alias)
    node: Node = _entry(found, first)
    for word in others:
        node = node.following.setdefault(word_key(word), Node())
    exact = not others and sum(map(str.isupper, alias)) > 1
    node.ends.append(Name(name, kind, alias, exact))
