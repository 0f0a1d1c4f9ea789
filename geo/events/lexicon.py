"""The lexicon of families of words: what it holds, and where a text has it.

A family is a set of entries that say the same kind of thing: a deed, a weapon, a target,
a setting. The files in ``words`` list them, entries between commas or line ends, under the
family's name in brackets. The words of an entry are written with these signs:

``shell~``
    a verb in all its forms; ``raid+`` is a noun and its plural;
``air|drone strike+``
    one of several words;
``take~ ..3 hostage+``
    up to three words may stand between;
``@nation forces``
    one of the words of the class ``[=nation]``, which is no family.

A longer entry hides a shorter one within it: "explosion of anger" is no explosion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from geo.events import inflecting

FILES = ("force", "crowd", "strategy", "civil", "actors")
_TOKEN = re.compile(
    r"((?:[A-Za-z]\.){2,})|(\d+(?:[.,]\d+)+|[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*)(?:['’][sS]?\b)?"
    r"|([.,;:!?()\[\]—–\"“”])"
)
_SHORT = 1
"""The group of shortened names, such as "U.S."."""
_CAPITALS = frozenset({"IS", "AU", "US", "March"})
"""What means something else in lower case."""
_OPEN = frozenset({"live fire", "claim", "denial", "take", "break up"})
"""Families whose entries hide nothing: who opens fire on protesters does so at a protest."""
BREAKS = frozenset(".,;:!?()[]—–\"“”")


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a text."""

    keys: list[str]
    """Lower case but for a few names, without a possessive's ending."""
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> Words:
        """Split a text."""
        keys, starts, ends = [], [], []
        for match in _TOKEN.finditer(text):
            kind = match.lastindex or 0
            key = match.group(kind)
            if kind == _SHORT:
                key = key.replace(".", "")
            keys.append(key if key in _CAPITALS else key.lower())
            starts.append(match.start())
            ends.append(match.end(kind))
        return cls(keys, starts, ends)


class Cue(NamedTuple):
    """Words of a text that are an entry of a family."""

    first: int
    """Number of its first word."""
    last: int
    """Number of its last word."""
    family: str
    size: int
    """How many words it has, those of gaps left out."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries, by the word that they begin with."""

    single: dict[str, tuple[str, ...]]
    """Families of one word."""
    longer: dict[str, tuple[tuple[tuple[frozenset[str] | int, ...], str], ...]]
    """The rest of longer entries: sets of words, or how wide a gap is; and the family."""
    classes: dict[str, frozenset[str]]

    def cues(self, words: Words) -> list[Cue]:
        """Find the entries in a text, in its order."""
        found: list[tuple[Cue, tuple[int, ...]]] = []
        longer, single = self.longer, self.single
        keys = words.keys
        for at, key in enumerate(keys):
            for rest, family in longer.get(key, ()):
                where = _follow(keys, at, rest)
                if where:
                    found.append((Cue(at, where[-1], family, len(where)), where))
            for family in single.get(key, ()):
                found.append((Cue(at, at, family, 1), (at,)))
        found.sort(key=lambda each: -each[0].size)
        taken: dict[int, int] = {}
        kept = []
        for cue, where in found:
            if all(taken.get(at, 0) <= cue.size for at in where):
                kept.append(cue)
                if cue.family not in _OPEN:
                    for at in where:
                        taken.setdefault(at, cue.size)
        kept.sort()
        return kept


def _follow(
    keys: list[str], at: int, rest: tuple[frozenset[str] | int, ...]
) -> tuple[int, ...] | None:
    """Give where the words of an entry stand that begins at a word, if it does."""
    where = [at]
    gap = 0
    for part in rest:
        if isinstance(part, int):
            gap = part
            continue
        at += 1
        for _ in range(gap):
            if at >= len(keys) or keys[at] in part or keys[at] in BREAKS:
                break
            at += 1
        if at >= len(keys) or keys[at] not in part:
            return None
        where.append(at)
        gap = 0
    return tuple(where)


@cache
def lexicon() -> Lexicon:
    """Read the lexicon, once a process."""
    sections = _sections()
    classes = {
        name[1:]: frozenset(word for entry in entries for word in entry.split())
        for name, entries in sections.items()
        if name.startswith("=")
    }
    single: dict[str, list[str]] = {}
    longer: dict[str, list[tuple[tuple[frozenset[str] | int, ...], str]]] = {}
    for name, entries in sections.items():
        if name.startswith("="):
            continue
        for entry in entries:
            head, *rest = (_part(word, classes) for word in entry.split())
            if isinstance(head, int):
                raise TypeError(f"{name}: “{entry}” begins with a gap")
            for word in head:
                if not rest:
                    known = single.setdefault(word, [])
                    if name not in known:
                        known.append(name)
                else:
                    longer.setdefault(word, []).append((tuple(rest), name))
    return Lexicon(
        {word: tuple(names) for word, names in single.items()},
        {word: tuple(entries) for word, entries in longer.items()},
        classes,
    )


def _sections() -> dict[str, list[str]]:
    """Give the entries of each section of the files."""
    sections: dict[str, list[str]] = {}
    name = ""
    for file in FILES:
        for line in (files("geo.events") / "words" / f"{file}.txt").read_text("utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                name = line.strip("[]")
                sections.setdefault(name, [])
            else:
                sections[name] += [entry.strip() for entry in line.split(",") if entry.strip()]
    return sections


def _part(word: str, classes: dict[str, frozenset[str]]) -> frozenset[str] | int:
    if word.startswith(".."):
        return int(word[2:])
    forms: set[str] = set()
    for each in word.split("|"):
        if each.startswith("@"):
            forms |= classes[each[1:]]
        elif each.endswith("~"):
            forms |= inflecting.verb(each[:-1])
        elif each.endswith("+"):
            forms |= inflecting.noun(each[:-1])
        else:
            forms.add(each)
    return frozenset(forms)
