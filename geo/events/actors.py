"""Who is named in a sentence as one that may act or suffer: armies, groups, states, crowds.

Known names come from ``actors.tsv``; others are told by their words: an adjective of
nationality or allegiance with a noun ("Turkish-backed rebels"), or a noun that may stand
alone ("gunmen"). Which of them acts in an event is told by :func:`geo.events.voice.roles`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.events import actor_words as lists
from geo.events.roster import (
    ARMY,
    CIVILIANS,
    MILITIA,
    POLITICAL,
    PROTESTERS,
    REBELS,
    STATE,
    UNIDENTIFIED,
    roster,
)
from geo.events.verbs import COORDINATORS, PREPOSITIONS, predicates
from geo.events.voice import roles

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Actor", "acting", "find", "roles"]

_WORD = re.compile(r"(?:[A-Z]\.){2,}|(?<!\w['’ʼ])[^\W_]+(?:['’ʼ](?!s\b)[^\W_]+)*")
_MARKS = str.maketrans("", "", "'’ʼ.")
_JOINTS = frozenset({"", "-", "‑", "'s", "’s", "'", "’", "/", "&"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_LONGEST = 9
"""How many words a phrase may have."""
_AHEAD = 4
"""How many words from an adjective its noun of attack is looked for."""
_CROWD_AHEAD = 8

_NOUN, _ALONE, _GUARDED, _MODIFIER, _PEOPLE, _SIDE, _CROWD, _UNIT, _GROUP, _DOUBLE = (
    1 << at for at in range(10)
)
_TAIL = ""
"""Key of a node under which the names that end there stand."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of one that may act or suffer."""

    start: int
    """In code points of the sentence."""
    end: int
    """Exclusive."""
    text: str
    """As written, without article or possessive."""
    name: str
    """Of a known one the name it goes by here; else the words with a capital."""
    kind: str
    """One of :data:`geo.events.roster.KINDS`."""


class _Name(NamedTuple):
    name: str
    kind: str
    alias: str
    exact: bool
    """An acronym counts only in its own capitals."""


class _Entry:
    """What is known of a word: the names that begin with it, and how it serves in phrases."""

    __slots__ = ("doubles", "kind", "name", "names", "role")

    def __init__(self) -> None:
        self.names: dict[str, object] = {}
        """A tree by the keys of the words that follow; under "" the names that end there."""
        self.role = 0
        self.kind = ""
        self.name = ""
        self.doubles: dict[str, str] = {}
        """Second words of adjectives ("North Korean"), with the state."""


class _Found(NamedTuple):
    first: int
    stop: int
    """Words, exclusive."""
    name: str
    """Empty: as written."""
    kind: str


def find(sentence: str) -> list[Actor]:
    """Find the actors that a sentence names.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Actor
        In order, not overlapping; where several could be read, the longest.

    Examples
    --------
    >>> [actor.name for actor in find("The YPG said Turkish jets had bombed its posts.")]
    ['YPG', 'Turkish jets']
    """
    page = _Page(sentence)
    at, free = 0, 0
    while at < page.count:
        entry = page.lexicon.get(page.keys[at])
        hit = page.read(at, free, entry) if entry is not None else None
        if hit is None:
            at += 1
        else:
            page.take(hit)
            at = free = max(hit.stop, at + 1)
    return page.actors


def acting(sentence: str, trigger_start: int) -> tuple[str, ...]:
    """Name the actors of a sentence's event.

    Parameters
    ----------
    sentence : str
    trigger_start : int
        Where the words that report the event begin.

    Returns
    -------
    tuple of str
        The one who acts, then the one who is acted upon, as far as they are named.
    """
    word = _WORD.search(sentence, trigger_start) if trigger_start < len(sentence) else None
    if word is None:
        return ()
    both = roles(sentence, find(sentence), word.start(), word.end())
    return tuple(dict.fromkeys(actor.name for actor in both if actor is not None))


class _Page:
    """The words of a sentence and the actors found so far."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.lexicon = _lexicon()
        spans = [match.span() for match in _WORD.finditer(sentence)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.keys = [_key(sentence[start:end]) for start, end in spans]
        self.count = len(spans)
        self.actors: list[Actor] = []

    def take(self, hit: _Found) -> None:
        start, end = self.starts[hit.first], self.ends[hit.stop - 1]
        text = self.sentence[start:end]
        name = hit.name or text[:1].upper() + text[1:]
        self.actors.append(Actor(start, end, text, name, hit.kind))

    def gap(self, at: int) -> str:
        """Give what stands between a word and the next; a mark of its own at the ends."""
        if not 0 <= at < self.count - 1:
            return "."
        return self.sentence[self.ends[at] : self.starts[at + 1]].strip(" \u00a0")

    def key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < self.count else ""

    def capital(self, at: int) -> bool:
        return 0 <= at < self.count and self.sentence[self.starts[at]].isupper()

    def role(self, at: int) -> int:
        """Give how a word serves; adjectives of nations count with a capital only."""
        entry = self.lexicon.get(self.key(at))
        if entry is None:
            return 0
        role = entry.role
        if role & _PEOPLE and not self.is_people(at):
            role &= ~_PEOPLE
        if role & _DOUBLE and self.capital(at) and self.key(at + 1) in entry.doubles:
            role |= _PEOPLE
        return role

    def is_people(self, at: int) -> bool:
        if not self.capital(at):
            return False
        short = self.ends[at] - self.starts[at] <= 4 and self.keys[at] in {"us", "uk", "uae"}  # noqa: PLR2004  ("U.S.")
        return not short or self.sentence[self.starts[at] : self.ends[at]].isupper()

    # Each reading gives None where the words do not bear it.

    def read(self, at: int, free: int, entry: _Entry) -> _Found | None:
        """Read the longest actor that begins at a word (or, owned, at the one before)."""
        role = self.role(at)
        named = self.named(at, entry) if entry.names else None
        described = None
        if role & (_NOUN | _MODIFIER | _PEOPLE) or (named and self.gap(named.stop - 1) == "-"):
            described = self.described(at, free, named)
        taken = self.as_named(named) if named else None
        longer = described is not None and (named is None or described.stop > named.stop)
        if taken is not None and not (longer and described and described.stop > taken.stop):
            return taken
        if longer:
            return described
        if role & (_PEOPLE | _SIDE):
            return self.attributive(at, entry, role)
        if role & _CROWD:
            return self.crowd(at)
        if role & (_UNIT | _GROUP):
            return self.unit(at, free) if role & _UNIT else self.group(at)
        return None

    def named(self, at: int, entry: _Entry) -> _Found | None:
        """Read the longest known name."""
        best: _Found | None = None
        node: dict[str, object] = entry.names
        stop = at + 1
        while True:
            for name in node.get(_TAIL, ()):  # type: ignore[attr-defined]
                if self.spells(at, stop, name):
                    best = _Found(at, stop, name.name, name.kind)
                    break
            following = node.get(self.key(stop))
            if following is None or self.key(stop) == "" or self.gap(stop - 1) not in _JOINTS:
                return best
            node = following  # type: ignore[assignment]
            stop += 1

    def spells(self, at: int, stop: int, name: _Name) -> bool:
        text = self.sentence[self.starts[at] : self.ends[stop - 1]]
        if not name.exact:
            return text[0].isupper() or not name.alias[0].isupper()
        if text.replace(".", "") != name.alias.replace(".", ""):
            return False
        return not (self.keys[at] in lists.NOT_SHOUTED and self.sentence.isupper())

    def as_named(self, named: _Found) -> _Found | None:
        """Take a name with the noun behind it; a state only where it acts."""
        after = self.gap(named.stop - 1)
        if after in {"-", "‑"} and self.key(named.stop) in lists.HOLDING | lists.LINKING:
            return None
        if named.kind == STATE:
            return named if self.is_party(named.first, named.stop) else None
        stop = named.stop
        for ahead in range(stop, min(stop + 3, self.count)):
            if self.gap(ahead - 1) != "":
                break
            role = self.role(ahead)
            if role & _NOUN and not role & _GUARDED and self.keys[ahead] not in lists.SINGULAR_ARMS:
                if named.kind == POLITICAL or self.keys[ahead] == "police":
                    break
                return named._replace(stop=ahead + 1)
            if not role & _MODIFIER:
                break
        return named

    def is_arm_of_attack(self, at: int) -> bool:
        """Tell whether a weapon belongs to an attack: "a Turkish drone strike"."""
        return (
            self.keys[at] in lists.SINGULAR_ARMS
            and self.gap(at) in {"", "-"}
            and self.key(at + 1) in lists.ATTACKS
        )

    def described(self, at: int, free: int, named: _Found | None) -> _Found | None:
        """Read an adjective of side or nation with a noun, or a noun that may stand alone."""
        stop, head = self.phrase(at, named)
        if head < 0:
            return self.led(at, stop) if stop > at + 1 else None
        if not self.is_enough(at, head):
            return None
        role = self.role(head)
        owned = at > free and self.is_owned(at, head)
        if head == at and not owned and not role & _ALONE and not self.is_loyal(head):
            return None
        if role & _GUARDED and not self.is_free(head):
            return None
        name = ""
        if owned:
            name = self.of_state(at, head + 1)
            at -= 1
        return _Found(at, head + 1, name, self.kind(at, head))

    def is_enough(self, at: int, head: int) -> bool:
        """Tell whether the words before a vague noun say of which side its people are."""
        noun = self.keys[head]
        if noun in lists.STATESMEN:
            return any(self.role(word) & _PEOPLE for word in range(at, head))
        if noun in lists.VAGUE:
            return any(self.keys[word] not in lists.WEAK for word in range(at, head))
        return True

    def is_owned(self, at: int, head: int) -> bool:
        """Tell whether the word before a phrase owns it: "Assad's forces"."""
        return (
            self.gap(at - 1) in _OWNING
            and self.capital(at - 1)
            and self.keys[head] in lists.OWNED
            and self.keys[at - 1] not in lists.CALENDAR
        )

    def kind(self, at: int, head: int) -> str:
        """Give the kind of the head, or what a word before it says of "forces"."""
        entry = self.lexicon.get(self.keys[head])
        if entry is None:
            return ARMY  # the number of an aircraft
        kind = entry.kind
        if kind in {ARMY, UNIDENTIFIED, CIVILIANS}:
            for modifier in self.keys[at:head]:
                if modifier in lists.KIND_BY_MODIFIER:
                    return lists.KIND_BY_MODIFIER[modifier]
        return kind

    def phrase(self, at: int, named: _Found | None) -> tuple[int, int]:
        """Give where a run of modifiers and nouns stops, and its last noun (-1: none)."""
        head, stop = -1, at
        if named and self.gap(named.stop - 1) == "-" and self.key(named.stop) in lists.LINKING:
            stop = named.stop + 1
        while stop < min(at + _LONGEST, self.count):
            if stop > at and self.gap(stop - 1) not in {"", "-", "‑"}:
                break
            if self.is_model(stop):
                head, stop = stop + 1, stop + 2
                continue
            role = self.role(stop)
            if not role & (_NOUN | _MODIFIER | _PEOPLE):
                if not self.pairs(at, stop):
                    break
            elif stop > at and self.begins_name(stop):
                break
            if role & _NOUN and not self.is_arm_of_attack(stop):
                head = stop
            stop += 1
        return stop, head

    def is_model(self, at: int) -> bool:
        """Tell whether a type of aircraft stands here: "F-16s"."""
        return (
            self.keys[at] in lists.MODELS
            and self.capital(at)
            and self.gap(at) == "-"
            and self.key(at + 1)[:1].isdigit()
        )

    def pairs(self, at: int, stop: int) -> bool:
        """Tell whether a word links two adjectives: "and", or the "backed" of "SDF-backed"."""
        if stop == at:
            return False
        if self.keys[stop] == "and":
            return bool(
                self.role(stop - 1) & _PEOPLE
                and self.role(stop + 1) & _PEOPLE
                and not self.role(stop - 1) & _NOUN
            )
        return self.keys[stop] in lists.LINKING and self.gap(stop - 1) in {"-", "‑"}

    def begins_name(self, at: int) -> bool:
        entry = self.lexicon.get(self.keys[at])
        if entry is None or not entry.names or not self.capital(at):
            return False
        named = self.named(at, entry)
        return named is not None and named.kind != STATE

    def is_loyal(self, head: int) -> bool:
        """Tell whether "forces" are said to be somebody's."""
        return self.key(head) in {"forces", "troops", "units"} and self.key(head + 1) in {
            "loyal", "allied", "backed", "supported", "led",
        }  # fmt: skip

    def is_free(self, head: int) -> bool:
        """Tell whether no noun follows that a word like "government" would describe."""
        if self.gap(head) != "":
            return self.gap(head) not in {"-", "‑", "/"}
        following = self.key(head + 1)
        return (
            following in PREPOSITIONS
            or following in COORDINATORS
            or following in {"that", "which", "who", "when", "while", "after", "before", "as"}
            or predicates(following)
        )

    def of_state(self, at: int, stop: int) -> str:
        """Name "Turkey's army" as "Turkish army" is named."""
        owner = self.lexicon.get(self.keys[at - 1])
        if owner is None or not owner.name:
            return ""
        node: object = None
        adjective = self.lexicon.get(_key(owner.name))
        if adjective is not None:
            node = adjective.names
        for ahead in range(at, stop):
            node = node.get(self.keys[ahead]) if isinstance(node, dict) else None
        names = node.get(_TAIL) if isinstance(node, dict) else None
        return names[0].name if names else ""

    def led(self, at: int, stop: int) -> _Found | None:
        """Read "US-led" and "Iran-backed" before an attack."""
        for link in range(at + 1, stop):
            if self.keys[link] in lists.LINKING and self.gap(link - 1) in {"-", "‑"}:
                if not self.attacks(link + 1):
                    return None
                text = self.sentence[self.starts[at] : self.ends[link]]
                name = f"{text} {'coalition' if self.keys[link] == 'led' else 'forces'}"
                return _Found(at, link + 1, name.replace("U.S.", "US"), ARMY)
        return None

    def attacks(self, at: int, *, paired: bool = False) -> bool:
        """Tell whether a noun of attack stands at a word or just behind."""
        for ahead in range(at, min(at + _AHEAD, self.count)):
            if self.gap(ahead - 1) not in {"", "-", "‑", "'s", "’s"}:
                return False
            if self.keys[ahead] in lists.ATTACKS:
                return True
            if self.keys[ahead] not in lists.BETWEEN:
                # "Russian and Syrian air strikes"
                pairs = self.keys[ahead] == "and" and self.role(ahead + 1) & _PEOPLE
                return bool(pairs) and not paired and self.attacks(ahead + 2, paired=True)
        return False

    def attributive(self, at: int, entry: _Entry, role: int) -> _Found | None:
        """Read an adjective as the actor of the attack that it describes."""
        double = entry.doubles.get(self.key(at + 1)) if role & _DOUBLE else None
        stop = at + 1 + bool(double)
        if not self.attacks(stop):
            return None
        if double:
            return _Found(at, stop, double, STATE)
        if role & _PEOPLE:
            return _Found(at, stop, entry.name, entry.kind)
        name, kind = lists.SIDES[self.keys[at]]
        return _Found(at, stop, name, kind)

    def crowd(self, at: int) -> _Found | None:
        """Read "thousands of people" as protesters if they protest."""
        stop = at + 1
        for ahead in range(at + 1, min(at + _CROWD_AHEAD, self.count)):
            key = self.keys[ahead]
            if key in lists.PROTESTING or self.takes_to_streets(ahead):
                return _Found(at, stop, "Protesters", PROTESTERS)
            if key in {"of", "people"} and stop == ahead:
                stop = ahead + 1
            elif key not in lists.CROWD_FILLERS and not self.capital(ahead):
                return None
            if self.gap(ahead) != "":
                return None
        return None

    def takes_to_streets(self, at: int) -> bool:
        return self.keys[at] in {"took", "taken", "take"} and self.keys[at + 1 : at + 4] == [
            "to", "the", "streets",
        ]  # fmt: skip

    def unit(self, at: int, free: int) -> _Found | None:
        """Read an unlisted group by the last word of its name: "3rd Assault Brigade"."""
        if not self.capital(at):
            return None
        first = at
        while first > max(free, at - _LONGEST) and self.gap(first - 1) in {"", "-"}:
            start = self.starts[first - 1]
            if not (self.capital(first - 1) or self.sentence[start].isdigit()):
                break
            if self.keys[first - 1] in {"the", "a", "in", "on"}:
                break
            first -= 1
        return _Found(first, at + 1, "", MILITIA) if first < at else None

    def group(self, at: int) -> _Found | None:
        """Read an unlisted group by the first word of its name: "Liwa al-Haqq"."""
        stop = at + 1
        while self.capital(at) and stop < min(at + _LONGEST, self.count):
            article = self.keys[stop] in {"al", "ash", "an", "ul", "ad"} and self.gap(stop) == "-"
            if self.gap(stop - 1) not in {"", "-"} or not (article or self.capital(stop)):
                break
            stop += 1
        return _Found(at, stop, "", REBELS) if stop > at + 1 else None

    def is_party(self, first: int, stop: int) -> bool:
        """Tell whether the name of a state stands for one who acts or is dealt with."""
        before, after = self.key(first - 1), self.gap(stop - 1)
        if before == "the":
            first, before = first - 1, self.key(first - 2)
        if after in {"'s", "’s"}:
            return self.attacks(stop)
        if after in {"-", "‑", "/"} or self.gap(first - 1) in {"-", "‑"}:
            return False
        if self.gap(first - 1) == "" and self.is_dealt_with(first, before):
            return True
        if self.gap(first - 1) == "," and self.is_listed(first):
            return True
        if before in lists.PLACE_PREPOSITIONS and self.gap(first - 1) == "":
            return False
        following = self.key(stop)
        if after == "" and following == "and":
            return self.leads_to_party(stop + 1)
        if after == "," and following == "which":
            return True
        return after == "" and predicates(following) and following != "including"

    def leads_to_party(self, at: int) -> bool:
        """Tell whether what "and" adds is a state that acts."""
        entry = self.lexicon.get(self.key(at + (self.key(at) == "the")))
        named = self.named(at + (self.key(at) == "the"), entry) if entry else None
        if named is None or self.gap(named.stop - 1) != "":
            return False
        return predicates(self.key(named.stop))

    def is_dealt_with(self, first: int, before: str) -> bool:
        """Tell whether the words before a state make it a party: "by", "between", "against"."""
        earlier = self.key(first - 2)
        if before in {"by", "between"} or before in lists.BLAMED | lists.STRUCK:
            return True
        if before == "of" and earlier in lists.STATESMEN:
            return True
        if before == "with":
            return earlier in lists.DEALINGS
        if before in {"on", "at"}:
            return earlier in lists.ATTACKS or earlier in {"war", "fired", "blamed"}
        return before == "and" and self.is_listed(first)

    def is_listed(self, first: int) -> bool:
        """Tell whether another state that is a party stands right before: "Russia and"."""
        if not self.actors or self.actors[-1].kind != STATE:
            return False
        between = self.sentence[self.actors[-1].end : self.starts[first]].strip()
        return between in {"and", "and the", ",", ", and", ", the"}


def _key(text: str) -> str:
    """Give the comparable form of a word or several."""
    return text.lower() if text.isalpha() else text.lower().translate(_MARKS)


@cache
def _lexicon() -> dict[str, _Entry]:
    """Give all words that may begin or make up an actor, built at the first call."""
    lexicon: dict[str, _Entry] = {}
    for kind, block in lists.MODIFIED.items():
        _mark(lexicon, block.split(), _NOUN, kind)
    for kind, block in lists.BARE.items():
        _mark(lexicon, block.split(), _NOUN | _ALONE, kind)
    _mark(lexicon, lists.GUARDED, _GUARDED)
    _mark(lexicon, lists.MODIFIERS, _MODIFIER)
    _mark(lexicon, lists.SIDES, _SIDE)
    _mark(lexicon, lists.CROWDS, _CROWD)
    _mark(lexicon, lists.UNITS, _UNIT)
    _mark(lexicon, lists.GROUPS, _GROUP)
    _mark(lexicon, lists.PLURALS.split(), _NOUN | _ALONE, CIVILIANS)
    for phrase, kind in lists.PHRASES.items():
        _grow(lexicon, phrase, phrase.capitalize(), kind)
    for adjective, (name, kind) in lists.PEOPLES.items():
        _mark_people(lexicon, adjective, name, kind)
    for actor in roster():
        for alias in (actor.name, *actor.aliases):
            _grow(lexicon, alias, actor.name, actor.kind)
        for adjective in actor.adjectives:
            _mark_people(lexicon, adjective, actor.name, actor.kind)
        if actor.adjectives:
            for alias in (actor.name, *actor.aliases):
                if " " not in alias:
                    _entry(lexicon, alias).name = _entry(lexicon, alias).name or actor.adjectives[0]
    return lexicon


def _entry(lexicon: dict[str, _Entry], word: str) -> _Entry:
    return lexicon.setdefault(_key(word), _Entry())


def _mark(lexicon: dict[str, _Entry], words: Iterable[str], role: int, kind: str = "") -> None:
    for word in words:
        entry = _entry(lexicon, word)
        entry.role |= role
        entry.kind = kind or entry.kind


def _mark_people(lexicon: dict[str, _Entry], adjective: str, name: str, kind: str) -> None:
    first, _, second = adjective.partition(" ")
    entry = _entry(lexicon, first)
    if second:
        entry.role |= _DOUBLE
        entry.doubles[_key(second)] = name
        _entry(lexicon, second).role |= _MODIFIER
        return
    entry.role |= _PEOPLE
    if not entry.name:
        entry.name, entry.kind = name, kind


def _grow(lexicon: dict[str, _Entry], alias: str, name: str, kind: str) -> None:
    """Add a name to the tree of its first word."""
    first, *others = (_key(word) for word in _WORD.findall(alias))
    node = _entry(lexicon, first).names
    for key in others:
        node = node.setdefault(key, {})  # type: ignore[assignment]
    one = not others
    exact = one and sum(map(str.isupper, alias)) > 1 and alias.replace(".", "").isalnum()
    names: list[_Name] = node.setdefault(_TAIL, [])  # type: ignore[assignment]
    names.append(_Name(name, kind, alias, exact))
