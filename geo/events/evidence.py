"""What a sentence says, as named features: its families, and how they hang together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from geo.events.families import (
    BY_CROWDS,
    BY_SOMEONE,
    DEEDS,
    FIRST,
    GROUND,
    HARM,
    PARTS,
    SIDES,
    SUFFERERS,
    relations,
)
from geo.events.inflecting import IRREGULAR_PASTS
from geo.events.lexicon import BREAKS, Cue, Words, lexicon
from geo.events.naming import places_won, without_names
from geo.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BACKGROUND = listed(
    """
    amid amidst during despite after following since wake before until previous earlier if
    against over alleged possible potential future recent part under
    """
)
_PAST = frozenset(("last", "previous"))
_PERIODS = frozenset(("month", "months", "year", "years", "decade"))
_LATER = 0.7
"""What a report's later sentences count."""
_FAINT = 0.5
"""What stands behind "amid" or "despite" counts half."""
_BE = frozenset(("was", "were", "been", "being", "be", "are", "is", "got", "left"))
_OTHER_SIDE = {"rebels": "state", "gunmen": "state", "state": "rebels"}
_LOSE = "lose ground"

_FOUND = ("arms", "grenade", "device", "bomb", "projectile")
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my"))
_NO_NOUN = listed("in by on at with and or from to of for had have has as")
"""Behind a participle these say that it stands for people by itself."""
_FIND_REACH = 8
"""So near to weapons "seized" is said of them."""
_FROM = frozenset(("from", "against", "of"))
_ENDS = frozenset(".;")
_TOPIC_REACH = 30
"""As many words may tell what a protest is about."""
_TOPIC_MARK_REACH = 12
"""So far behind "protest" may a word such as "against" stand."""
_TOPICAL = frozenset(("protest", "disperse", "riot", "topic mark", "live fire"))
"""Families that are never what a protest is about."""
_TOPIC_ENDS = frozenset(("and", "as", "when", "while"))
_FALL = frozenset(("fell", "fall", "falls", "fallen"))
_NO_GROUND = SUFFERERS.keys() - {"target"} | {"projectile", "disaster hint", "metaphor"}
"""What stands before "fell" without being ground."""


@dataclass
class Sentence:
    """A sentence, its words and what the lexicon finds in it."""

    text: str
    words: Words
    cues: list[Cue]
    topics: set[int] = field(default_factory=set)
    """Words that tell what a protest is about: they report nothing that happens there."""
    finds: set[int] = field(default_factory=set)
    """Verbs such as "seized" whose object is weapons, not ground."""

    @classmethod
    def of(cls, words: Words) -> Sentence:
        """Read the words of a sentence."""
        cues = without_names(lexicon().cues(words), words)
        won = _no_people(list(places_won(words)), cues, words.keys)
        sentence = cls(words.text, words, sorted(cues + won) if won else cues)
        families = {cue.family for cue in sentence.cues}
        if "protest" in families and "topic mark" in families:
            sentence.topics = set(sentence._topics())
        if "find" not in families:
            return sentence
        arms = [c for c in sentence.cues if c.family in _FOUND and not sentence.describes(c)]
        starts = [cue.first for cue in arms]
        for cue in sentence.cues:
            if cue.family == "find" and _any_within(starts, cue, _FIND_REACH):
                sentence.finds.add(cue.first)
        return sentence

    def _topics(self) -> Iterator[int]:
        """Yield what stands behind "protest against", as far as the clause goes."""
        last, keys = len(self.words.keys), self.words.keys
        for cue in self.cues:
            if cue.family == "protest":
                last = cue.last
            elif cue.family == "topic mark" and 0 < cue.first - last < _TOPIC_MARK_REACH:
                for at in range(cue.last + 1, min(len(keys), cue.last + _TOPIC_REACH)):
                    if keys[at] in BREAKS or keys[at] in _TOPIC_ENDS:
                        break
                    yield at

    def features(self, within: range | None = None) -> dict[str, float]:
        """Give the features of the sentence, or of some of its words."""
        cues = self.cues if within is None else self.cues_of(within)
        seen: dict[str, list[Cue]] = {}
        for cue in cues:
            if self._counts(cue):
                seen.setdefault(cue.family, []).append(cue)
        found = {family: self._most(each) for family, each in seen.items() if family not in PARTS}
        for names in (_near(seen), _beside(seen), self._sides(seen)):
            found.update(dict.fromkeys(names, 1.0))
        if not any(cue.first in self.finds for cue in seen.get("find", ())):
            found.pop("arms found", None)
        if self.topics and any(cue.first in self.topics for cue in cues):
            found["topic of protest"] = 1.0
        if "protest" in seen and "attack by state" in found:
            found["protest × attack by state"] = 1.0
        return found

    def _counts(self, cue: Cue) -> bool:
        """Tell whether a cue tells of what happens, and is not what a protest is about."""
        if cue.family == "take" and cue.first in self.finds:
            return False
        return cue.first not in self.topics or cue.family in _TOPICAL

    @cached_property
    def whole(self) -> dict[str, float]:
        """The features of all of it."""
        return self.features()

    def cues_of(self, part: range) -> list[Cue]:
        """Give the cues that begin within some of the words."""
        low = bisect_left(self.cues, (part.start,))
        return self.cues[low : bisect_left(self.cues, (part.stop,))]

    def first_deed(self) -> str | None:
        """Give the family of the first deed that is told for its own sake."""
        for cue in self.cues:
            if cue.family in DEEDS and cue.first not in self.topics and self._weight(cue) == 1.0:
                return cue.family
        return None

    def describes(self, cue: Cue) -> bool:
        """Tell whether words only describe the next one: "bombing suspect", "the jailed man"."""
        keys, after = self.words.keys, cue.last + 1
        if after >= len(keys):
            return False
        told = keys[cue.last]
        past = told.endswith("ed")
        if keys[after] in lexicon().classes["heads"]:
            return not past and told not in IRREGULAR_PASTS
        if (
            not past
            or cue.first != cue.last
            or not cue.first
            or keys[cue.first - 1] not in _DETERMINERS
        ):
            return False
        return keys[after].isalpha() and keys[after] not in _NO_NOUN and keys[after] not in _BE

    def gains_ground(self, cue: Cue) -> bool:
        """Tell whether it is ground that is taken: by someone, or somewhere."""
        seen: dict[str, list[Cue]] = {}
        for each in self.cues_of(range(cue.first - 22, cue.last + 15)):
            seen.setdefault(each.family, []).append(each)
        if self._doer(cue, _People.of(seen, SIDES)):
            return True
        ground, words = lexicon().classes["ground"], self.words
        return any(
            words.keys[at] in ground or words.capital(at)
            for at in range(cue.first, min(len(words.keys), cue.last + 7))
            if at != cue.first or cue.first != cue.last
        )

    def _most(self, cues: list[Cue]) -> float:
        """Give how much the weightiest of some cues counts."""
        for cue in cues:
            if self._weight(cue) == 1.0:
                return 1.0
        return _FAINT

    def _weight(self, cue: Cue) -> float:
        """Give how much a cue counts: less behind "amid" and the like."""
        if self.describes(cue):
            return _FAINT
        keys = self.words.keys
        for at in range(cue.first - 1, max(-1, cue.first - 4), -1):
            if keys[at] in BREAKS:
                break
            if keys[at] in _BACKGROUND:
                return _FAINT
        after = keys[cue.last + 1 : cue.last + 7]
        for at, key in enumerate(after[:-1]):
            if key in BREAKS:
                break
            if key in _PAST and after[at + 1] in _PERIODS:
                return _FAINT
        return 1.0

    def _sides(self, seen: dict[str, list[Cue]]) -> Iterator[str]:
        """Yield who does it, to whom, and who gains ground."""
        forces = _People.of(seen, SIDES)
        yield from self._gains(seen, forces)
        for deed, name in BY_SOMEONE.items():
            for cue in seen.get(deed, ()):
                doer = self._doer(cue, forces)
                if doer:
                    yield f"{name} by {doer}"
        yield from self._by_crowds(seen)
        if not seen.keys().isdisjoint(HARM):
            yield from self._harms(seen)

    def _gains(self, seen: dict[str, list[Cue]], forces: _People) -> Iterator[str]:
        """Yield who gains ground."""
        for deed in GROUND:
            for cue in seen.get(deed, ()):
                winner = self._doer(cue, forces)
                if winner is None and deed == "retake" and self._passive(cue):
                    # "Rebels were driven out": the other side did it.
                    losers = forces.between(cue.first - 12, cue.first - 1)
                    winner = _OTHER_SIDE.get(losers[-1][2]) if losers else None
                yield f"{deed}: {winner or 'unknown'}"

    def _harms(self, seen: dict[str, list[Cue]]) -> Iterator[str]:
        """Yield who is harmed."""
        sufferers = _People.of(seen, SUFFERERS)
        for deed in HARM:
            for cue in seen.get(deed, ()):
                whom = self._sufferer(cue, sufferers)
                if whom:
                    yield f"harm to {whom}"

    def _by_crowds(self, seen: dict[str, list[Cue]]) -> Iterator[str]:
        """Yield what protesters or crowds do themselves."""
        marchers, keys = lexicon().classes["marchers"], self.words.keys
        protesters = [c for c in seen.get("protest", ()) if keys[c.last] in marchers]
        if not protesters and "crowd" not in seen:
            return
        some = {**seen, "protest": protesters}
        people = _People.of(some, {**SIDES, "protest": "protesters", "crowd": "crowd"})
        for deed in BY_CROWDS:
            for cue in seen.get(deed, ()):
                doer = self._doer(cue, people)
                if doer in {"protesters", "crowd"}:
                    yield f"rage by {doer}"

    def _passive(self, cue: Cue) -> bool:
        keys = self.words.keys
        return not _BE.isdisjoint(keys[max(0, cue.first - 3) : cue.first]) or (
            cue.last + 1 < len(keys) and keys[cue.last + 1] == "by"
        )

    def _doer(self, cue: Cue, forces: _People) -> str | None:
        """Give who does something: before an active verb, or else behind "by"."""
        keys = self.words.keys
        taking_of = keys[cue.last] == "of" and keys[cue.last - 1] != "out"
        if keys[cue.first] in _FALL or taking_of:
            return next((side for _, _, side in forces.between(cue.first, cue.last + 5)), None)
        nearest = None
        for first, last, side in forces.between(cue.first - 22, cue.first - 1):
            # "from rebels": the one it is taken from does not take it.
            taken_from = first and nearest and keys[first - 1] in _FROM
            if not taken_from and _ENDS.isdisjoint(keys[last + 1 : cue.first]):
                nearest = side
        if nearest is not None and not self._passive(cue):
            return nearest
        for first, _, side in forces.between(cue.last + 1, cue.last + 14):
            if "by" in keys[max(cue.last + 1, first - 5) : first]:
                return side
        return None

    def _sufferer(self, cue: Cue, people: _People) -> str | None:
        """Give who is harmed: behind the verb, or before one in the passive."""
        if self._passive(cue):
            before = people.between(cue.first - 9, cue.first - 1)
            return before[-1][2] if before else None
        behind = people.between(cue.last + 1, cue.last + 7)
        return behind[0][2] if behind else None


@dataclass(frozen=True, slots=True)
class _People:
    """Who is named in a sentence, in its order."""

    each: list[tuple[int, int, str]]
    """First word, last word, and of which side."""

    @classmethod
    def of(cls, seen: dict[str, list[Cue]], sides: Mapping[str, str]) -> _People:
        return cls(
            sorted(
                (cue.first, cue.last, side)
                for name, side in sides.items()
                for cue in seen.get(name, ())
            )
        )

    def between(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """Give those who begin within a stretch of words."""
        low = bisect_left(self.each, (first, -1, ""))
        return self.each[low : bisect_left(self.each, (last + 1, -1, ""))]


def _no_people(won: list[Cue], cues: list[Cue], keys: list[str]) -> list[Cue]:
    """Drop what is won where people fall, or rain: "Gunmen fell on the post"."""
    if not won:
        return won
    others = {cue.last for cue in cues if cue.family in _NO_GROUND}
    return [
        cue
        for cue in won
        if keys[cue.first] not in _FALL or others.isdisjoint((cue.first - 1, cue.first))
    ]


def _near(seen: dict[str, list[Cue]]) -> Iterator[str]:
    """Yield the features of families that stand near each other."""
    known = relations().near
    for one, cues in seen.items():
        for name, others, reach in known.get(one, ()):
            for other in others:
                if other in seen and other != one and _within(cues, seen[other], reach):
                    yield name
                    break


def _beside(seen: dict[str, list[Cue]]) -> Iterator[str]:
    """Yield the features of families that stand anywhere together."""
    known = relations().beside
    for one in seen:
        for other, name in known.get(one, {}).items():
            if other in seen:
                yield name


def _within(ones: list[Cue], others: list[Cue], reach: int) -> bool:
    starts = [cue.first for cue in others]
    return any(_any_within(starts, cue, reach) for cue in ones)


def _any_within(starts: list[int], cue: Cue, reach: int) -> bool:
    """Tell whether one of some numbers of words is near a cue."""
    at = bisect_left(starts, cue.first - reach)
    return at < len(starts) and starts[at] <= cue.last + reach


def of_report(sentences: Iterable[Sentence]) -> dict[str, float]:
    """Give the features of a short report: its first sentence counts most."""
    first = None
    parts = []
    for number, sentence in enumerate(sentences):
        first = first or sentence.first_deed()
        parts.append((sentence.features(), _LATER if number else 1.0))
    found = merged(parts)
    if first is not None:
        found[f"{FIRST}{first}"] = 1.0
    return found


def merged(parts: Iterable[tuple[dict[str, float], float]]) -> dict[str, float]:
    """Put the features of several stretches together, each at its weight."""
    found: dict[str, float] = {}
    for features, weight in parts:
        for name, value in features.items():
            if value * weight > found.get(name, 0.0):
                found[name] = value * weight
    return found
