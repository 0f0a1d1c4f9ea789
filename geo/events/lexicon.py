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
``(would|to) storm``
    what has to stand before, and is no part of it;
``@nation forces``
    one of the words of the class ``[=nation]``, which is no family.

A longer entry hides a shorter one within it: "explosion of anger" is no explosion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from geo.events import inflecting
from geo.events.families import DEEDS
from geo.events.function_words import CHAINED, STOPS, VERBS
from geo.text import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

FILES = ("force", "crowd", "strategy", "civil", "actors", "told", "press", "slots")
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*"
    r"|[.,;:!?()\[\]—–\"“”]|['’][sS]\b"
)
_SMALL = (STOPS - VERBS - CHAINED) | listed(
    """
    no s what last first new next state government army forces group president ministry city
    area border road war deal human united red air base back way people men women
    """
)
"""Words that are too frequent to tell that something is reported …"""
_FREQUENT = STOPS | listed(
    """
    take takes taking sets make makes give gives come comes goes going move moves moved open
    opened call calls called turn turns turned bring use used see civilians two three four
    """
)
"""… and those that tell it badly."""
_NOWHERE: frozenset[int] = frozenset()
_APOSTROPHES = "'’"
_CAPITALS = frozenset({"IS", "AU", "US", "March"})
"""What means something else in lower case."""
_OPEN = frozenset({"live fire", "claim", "denial", "take", "break up"})
"""Families whose entries hide nothing: who opens fire on protesters does so at a protest."""
_WHO = frozenset(
    (
        "state",
        "police",
        "rebels",
        "gunmen",
        "officials",
        "captives",
        "target",
        "refugees",
    )
)
"""Families of people: they hide no deed ("swapped prisoners | of war"), and no deed hides them."""
BREAKS = frozenset('.,;:!?()[]—–"“”')


@dataclass
class Words:
    """The words and marks of a text."""

    text: str
    forms: list[str]
    """As they stand there, without a possessive's ending."""
    keys: list[str]
    """Lower case but for a few names."""

    @classmethod
    def of(cls, text: str) -> Words:
        """Split a text."""
        forms = _TOKEN.findall(text)
        if "'" in text or "’" in text:
            forms = [form for form in forms if form[0] not in _APOSTROPHES]
        keys = forms
        if "." in text[:-1]:
            keys = [key.replace(".", "") if key[-1] == "." != key else key for key in keys]
        keys = [key if key in _CAPITALS else key.lower() for key in keys]
        return cls(text, forms, keys)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each stands in the text."""
        find, at, spans = self.text.find, 0, []
        for form in self.forms:
            start = find(form, at)
            at = start + len(form)
            spans.append((start, at))
        return spans

    def capital(self, at: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return self.forms[at][0].isupper()


class Cue(NamedTuple):
    """Words of a text that are an entry of a family."""

    first: int
    """Number of its first word."""
    last: int
    """Number of its last word."""
    family: str
    size: int
    """How many words it has, those of gaps left out."""


class Step(NamedTuple):
    """One word of an entry behind the first."""

    gap: int
    """How many words may stand before it."""
    forms: frozenset[str]


class Entry(NamedTuple):
    """What follows the first word, or the first two, of an entry."""

    steps: tuple[Step, ...]
    family: str
    skipped: int
    """1 where the first word only has to stand there."""


class Longer(NamedTuple):
    """Entries of several words that begin with the same one."""

    behind: dict[str, tuple[Entry, ...]]
    """By the second, where it stands right behind."""
    apart: tuple[Entry, ...]
    """Those whose second may stand farther off."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text has to hold for an entry of some families to stand in it."""

    alone: frozenset[str]
    """Entries of one word."""
    beside: dict[str, tuple[tuple[frozenset[str], ...], ...]]
    """Under the most telling word of longer entries, the forms of the others of each."""

    def may_stand_in(self, keys: set[str]) -> bool:
        """Tell whether there may be such an entry among some words, in whatever order."""
        if not keys.isdisjoint(self.alone):
            return True
        for word in keys & self.beside.keys():
            for others in self.beside[word]:
                for forms in others:
                    if keys.isdisjoint(forms):
                        break
                else:
                    return True
        return False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries, by the words that they begin with."""

    single: dict[str, tuple[str, ...]]
    """Families of one word."""
    longer: dict[str, Longer]
    """Entries of two words and more, by the first."""
    classes: dict[str, frozenset[str]]
    forms: dict[str, list[list[frozenset[str]]]]
    """By family, the forms of each word of each entry, the most telling word first."""

    def marks_of(self, families: Iterable[str], *more: str) -> Marks:
        """Give that without which a text has no entry of some families, nor one of more words."""
        alone = {*more}
        beside: dict[str, dict[tuple[frozenset[str], ...], None]] = {}
        for first, *others in (entry for family in families for entry in self.forms[family]):
            if not others:
                alone |= first
            for word in first if others else ():
                beside.setdefault(word, {})[tuple(others)] = None
        return Marks(
            frozenset(alone),
            {word: tuple(some) for word, some in beside.items() if word not in alone},
        )

    def cues(self, words: Words) -> list[Cue]:
        """Find the entries in a text, in its order."""
        single, longer, keys = self.single, self.longer, words.keys
        found: list[tuple[Cue, tuple[int, ...]]] = []
        all_keys, last = set(keys), len(keys) - 1
        for at, key in enumerate(keys):
            if key in longer and at < last:
                behind, apart = longer[key]
                for entry in behind.get(keys[at + 1], ()):
                    if entry.steps and all_keys.isdisjoint(entry.steps[-1].forms):
                        continue
                    _follow(keys, (at, at + 1), entry, found)
                for entry in apart:
                    if not all_keys.isdisjoint(entry.steps[-1].forms):
                        _follow(keys, (at,), entry, found)
        kept, hidden, told = _longest(found) if found else ([], _NOWHERE, _NOWHERE)
        kept += [
            Cue(at, at, name, 1)
            for at, key in enumerate(keys)
            if key in single
            for name in single[key]
            if at not in hidden or (name in _WHO and at in told)
        ]
        kept.sort()
        return kept


def _longest(
    found: list[tuple[Cue, tuple[int, ...]]],
) -> tuple[list[Cue], Collection[int], Collection[int]]:
    """Drop what stands within longer entries; say which words hide single ones.

    The last are those that hide all but people.
    """
    found.sort(key=lambda each: -each[0].size)
    taken: dict[int, int] = {}
    people: dict[int, int] = {}
    told: set[int] = set()
    kept = []
    for cue, where in found:
        size = cue.size
        deed = cue.family in DEEDS
        for at in where:
            if taken.get(at, 0) > size or (not deed and people.get(at, 0) > size):
                break
        else:
            kept.append(cue)
            if size > 1 and cue.family not in _OPEN:
                mine = people if cue.family in _WHO else taken
                for at in where:
                    mine.setdefault(at, size)
                if deed:
                    told.update(where)
    told.difference_update(people)
    return kept, taken.keys() | people.keys(), told


def _follow(
    keys: list[str],
    where: tuple[int, ...],
    entry: Entry,
    found: list[tuple[Cue, tuple[int, ...]]],
) -> None:
    """Note an entry if the rest of its words stand behind those that it begins with."""
    at = where[-1]
    for gap, forms in entry.steps:
        at += 1
        last = min(at + gap, len(keys) - 1)
        while at <= last and keys[at] not in forms:
            if keys[at] in BREAKS:
                return
            at += 1
        if at > last:
            return
        where = (*where, at)
    where = where[entry.skipped :]
    found.append((Cue(where[0], at, entry.family, len(where)), where))


@cache
def lexicon() -> Lexicon:
    """Read the lexicon, once a process."""
    sections = _sections()
    classes = {
        name[1:]: frozenset(word for entry in entries for word in entry.split())
        for name, entries in sections.items()
        if name.startswith("=")
    }
    single: dict[str, dict[str, None]] = {}
    double: dict[str, dict[str, tuple[Entry, ...]]] = {}
    apart: dict[str, tuple[Entry, ...]] = {}
    forms: dict[str, list[list[frozenset[str]]]] = {}
    for name, entries in sections.items():
        for entry in () if name.startswith("=") else entries:
            steps = _steps(entry, classes)
            (_, head), *rest = steps
            skipped = int(entry.startswith("("))
            forms.setdefault(name, []).append(_by_weight(steps))
            for word in head:
                if not rest:
                    single.setdefault(word, {})[name] = None
                elif rest[0].gap:
                    apart[word] = (*apart.get(word, ()), Entry(tuple(rest), name, skipped))
                else:
                    behind = double.setdefault(word, {})
                    for second in rest[0].forms:
                        known = behind.get(second, ())
                        behind[second] = (*known, Entry(tuple(rest[1:]), name, skipped))
    longer = {
        word: Longer(double.get(word, {}), apart.get(word, ())) for word in {**double, **apart}
    }
    return Lexicon(
        {word: tuple(names) for word, names in single.items()},
        longer,
        classes,
        forms,
    )


def _by_weight(steps: list[Step]) -> list[frozenset[str]]:
    """Give the forms of the words of an entry, the most telling one first."""

    def cost(forms: frozenset[str]) -> tuple[int, int, int]:
        return len(forms & _SMALL), len(forms & _FREQUENT), len(forms)

    return sorted((step.forms for step in steps), key=cost)


def _steps(entry: str, classes: dict[str, frozenset[str]]) -> list[Step]:
    """Read the words of an entry, each with the gap before it."""
    steps = []
    gap = 0
    for word in entry.split():
        if word.startswith(".."):
            gap = int(word[2:])
        else:
            steps.append(Step(gap, _forms(word.strip("()"), classes)))
            gap = 0
    return steps


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


def _forms(word: str, classes: dict[str, frozenset[str]]) -> frozenset[str]:
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
