"""What a sentence says, as named features: its families, and how they hang together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.events.lexicon import BREAKS, Cue, Words, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FORCES = ("state", "police", "rebels", "gunmen")
_SIDES = {"state": "state", "police": "state", "rebels": "rebels", "gunmen": "gunmen"}
_SUFFERERS = {
    "state": "force", "police": "force", "target": "force", "rebels": "rebels",
    "gunmen": "rebels", "civilians": "civilians", "protest": "protesters",
}  # fmt: skip
_HARM = ("attack", "kill", "wound", "shooting", "murder", "storm", "hit", "fire at")
_DEEDS = ("attack", "shooting", "murder", "storm", "abduct", "torture")
PARTS = frozenset(
    ("treaty made", "find", "send", "establish", "property", "topic mark", "hit", "throw", "metaphor",
     "officials", "target", "base", "gather")
)
"""Families that mean something only beside another one."""
DEEDS = frozenset(
    ("air strike", "bombed", "bomb", "device", "explosion", "suicide bomb", "grenade", "chemical",
     "shelling", "projectile", "shooting", "murder", "torture", "kill", "wound", "attack", "storm",
     "clash", "offensive", "abduct", "sexual violence", "protest", "riot", "mob", "disperse", "break up",
     "live fire", "take", "retake", "lose ground", "withdraw", "hand over", "move force", "regroup",
     "treaty", "swap", "surrender", "breach", "defuse", "intercept", "foil", "loot", "arrest",
     "coup deed", "mass grave", "displace", "return home", "disaster", "accident", "diplomatic step", "talks",
     "statement", "denial", "claim", "aid", "missile test")
)
"""Families that report something by themselves."""
_BACKGROUND = frozenset(
    ("amid", "amidst", "during", "despite", "after", "following", "since", "wake", "before", "until",
     "previous", "earlier", "if", "against", "over", "alleged", "possible", "potential", "future", "recent", "part", "under")
)
_PAST = frozenset(("last", "previous"))
_PERIODS = frozenset(("month", "months", "year", "years", "decade"))
_LATER = 0.7
"""What a report's later sentences count."""
_FAINT = 0.5
"""What stands behind "amid" or "despite" counts half."""
_BE = frozenset(("was", "were", "been", "being", "be", "are", "is", "got", "left"))
_LOSE = "lose ground"

_FOUND = ("arms", "grenade", "device", "bomb", "projectile")
_FROM = frozenset(("from", "against", "of"))
_ENDS = frozenset(".;")
_TOPIC_ENDS = frozenset(("and", "as", "when", "while"))
_FALL = frozenset(("fell", "fall", "falls", "fallen"))
_NEAR: tuple[tuple[str, tuple[str, ...], tuple[str, ...], int], ...] = (
    ("arms found", ("find", "arrest"), ("arms", "grenade", "device", "bomb", "projectile"), 12),
    ("arms made safe", ("defuse",), ("arms", "grenade", "device", "bomb", "explosion", "projectile"), 10),
    ("aircraft strikes", ("aircraft",), ("hit", "bombed", "kill", "attack", "explosion", "shooting", "fire at"), 10),
    ("projectile hits", ("projectile", "rocket grenade"), ("hit", "throw", "kill", "wound", "explosion", "fire at", "attack"), 8),
    ("grenade thrown", ("grenade",), ("throw", "explosion", "attack", "kill", "wound", "hit"), 8),
    ("bomb goes off", ("bomb", "device", "arms"), ("explosion", "kill", "wound"), 10),
    ("base built", ("establish",), ("base",), 8),
    ("force moves", ("send", "move force"), ("state", "rebels", "arms", "aircraft", "projectile"), 7),
    ("property hit", ("attack", "hit", "explosion"), ("property",), 6),
    ("property burns", ("loot",), ("property",), 6),
    ("force leaves", ("withdraw",), ("state", "rebels", "target"), 8),
    ("people leave", ("withdraw",), ("civilians",), 5),
    ("ground left", ("withdraw",), ("take", "retake", "hand over"), 25),
    ("people flee", ("displace",), ("civilians",), 8),
    ("deal made", ("treaty",), ("treaty made",), 8),
    ("arrest of officials", ("arrest",), ("officials",), 8),
    ("arrest of civilians", ("arrest",), ("civilians",), 8),
    ("gas used", ("chemical",), ("hit", "attack", "choke", "bomb", "aircraft", "projectile", "kill", "wound"), 12),
    ("crowd gathers", ("gather",), ("civilians", "protest", "topic mark"), 8),
    ("mob kills", ("mob",), ("kill", "torture", "attack", "loot", "wound"), 10),
)  # fmt: skip
"""Features of two families that stand within so many words of each other."""

_BESIDE: dict[str, tuple[str, ...]] = {
    "protest": ("disperse", "break up", "less lethal", "live fire", "kill", "wound", "shooting", "riot", "arrest",
                "clash", "loot", "police", "state", "attack", "peaceful", "coup", "mob", "storm", "gather",
                "abduct", "torture", "violence"),
    "crime": ("arrest", "find", "kill", "grenade", "shooting", "abduct", "police", "arms", "loot", "take"),
    "accident": ("kill", "wound", "explosion", "chemical", "industry"),
    "industry": ("explosion", "kill"),
    "disaster": ("kill", "wound", "displace"),
    "riot": ("police", "loot", "disperse", "clash", "kill", "violence"),
    "clash": ("kill", "state", "rebels", "police", "civilians"),
    "state": ("rebels", "gunmen"),
    "police": ("rebels", "gunmen"),
    "bomb": ("explosion",),
    "mob": ("kill", "loot", "clash", "mob hint", "murder", "crime"),
    "mob hint": ("clash", "kill", "loot", "attack", "violence", "torture", "riot", "rebels"),
    "air strike": ("chemical",),
    "shelling": ("chemical",),
    "projectile": ("chemical",),
    "aircraft": ("projectile",),
    "live fire": ("disperse", "police", "state"),
    "grenade": ("clash",),
    "treaty": ("withdraw", "surrender", "swap", "displace", "hand over"),
    "take": ("withdraw", "hand over", "no fight", "retake", "clash"),
    "diplomacy": ("talks", "statement", "blame", "diplomatic step"),
    "suicide bomb": ("device", "explosion", "bomb"),
    "accident hint": ("kill", "wound", "explosion", "accident"),
    "disaster hint": ("disaster", "kill"),
    "blame": ("attack", "chemical", "kill", "air strike"),
    "chemical": ("industry",),
    "arms": ("crime",),
    "court": ("arrest", "kill", "sexual violence"),
}  # fmt: skip
"""Features of two families of one sentence, wherever they stand."""


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
    def of(cls, text: str) -> Sentence:
        """Read a sentence."""
        words = Words.of(text)
        sentence = cls(text, words, lexicon().cues(words))
        sentence.topics = set(sentence._topics())
        arms = [c for c in sentence.cues if c.family in _FOUND and not sentence.describes(c)]
        finds = [cue for cue in sentence.cues if cue.family == "find"]
        sentence.finds = {cue.first for cue in finds if _within([cue], arms, 8)} if arms else set()
        return sentence

    def _topics(self) -> Iterator[int]:
        """Yield what stands behind "protest against", as far as the clause goes."""
        last, keys = None, self.words.keys
        for cue in self.cues:
            if cue.family == "protest":
                last = cue.last
            elif cue.family == "topic mark" and last is not None and 0 < cue.first - last < 12:
                for at in range(cue.last + 1, len(keys)):
                    if keys[at] in BREAKS or keys[at] in _TOPIC_ENDS:
                        break
                    yield at

    def features(self, within: range | None = None) -> dict[str, float]:
        """Give the features of the sentence, or of some of its words."""
        seen: dict[str, list[Cue]] = {}
        found: dict[str, float] = {}
        for cue in self.cues:
            if within is not None and not (within.start <= cue.first < within.stop):
                continue
            if cue.family == "take" and cue.first in self.finds:
                continue
            if cue.first in self.topics:
                found["topic of protest"] = 1.0
                if cue.family not in {"protest", "disperse", "riot", "topic mark", "live fire"}:
                    continue
            seen.setdefault(cue.family, []).append(cue)
        for family, cues in seen.items():
            if family not in PARTS:
                found[family] = max(self._weight(cue) for cue in cues)
        for name in _near(seen):
            found[name] = 1.0
        for family, others in _BESIDE.items():
            if family in seen:
                for other in others:
                    if other in seen:
                        found[f"{family} × {other}"] = 1.0
        for name in self._sides(seen):
            found[name] = 1.0
        if "protest" in seen and "attack by state" in found:
            found["protest × attack by state"] = 1.0
        return found

    def first_deed(self) -> str | None:
        """Give the family of the first deed that is told for its own sake."""
        for cue in self.cues:
            if cue.family in DEEDS and cue.first not in self.topics and self._weight(cue) == 1.0:
                return cue.family
        return None

    def describes(self, cue: Cue) -> bool:
        """Tell whether a noun only describes the next one: "bombing suspect"."""
        after = cue.last + 1
        keys = self.words.keys
        return after < len(keys) and keys[after] in lexicon().classes["heads"]

    def _weight(self, cue: Cue) -> float:
        """Give how much a cue counts: less behind "amid" and the like."""
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
        forces = sorted(
            (cue.first, cue.last, _SIDES[name]) for name in _FORCES for cue in seen.get(name, ())
        )
        for deed in ("take", "retake"):
            for cue in seen.get(deed, ()):
                winner = self._doer(cue, forces)
                yield f"{deed}: {winner or 'unknown'}"
        for cue in seen.get(_LOSE, ()):
            yield f"{_LOSE}: {self._doer(cue, forces) or 'unknown'}"
        for deed in _DEEDS:
            for cue in seen.get(deed, ()):
                doer = self._doer(cue, forces)
                if doer:
                    yield f"{'abduct' if deed == 'abduct' else 'attack'} by {doer}"
        sufferers = sorted(
            (cue.first, cue.last, side)
            for name, side in _SUFFERERS.items()
            for cue in seen.get(name, ())
        )
        for deed in _HARM:
            for cue in seen.get(deed, ()):
                whom = self._sufferer(cue, sufferers)
                if whom:
                    yield f"harm to {whom}"

    def _passive(self, cue: Cue) -> bool:
        keys = self.words.keys
        return not _BE.isdisjoint(keys[max(0, cue.first - 3) : cue.first]) or (
            cue.last + 1 < len(keys) and keys[cue.last + 1] == "by"
        )

    def _doer(self, cue: Cue, forces: list[tuple[int, int, str]]) -> str | None:
        """Give who does something: behind "by", or else the nearest before it."""
        keys = self.words.keys
        if keys[cue.first] in _FALL:
            at = bisect_left(forces, (cue.first, 0, ""))
            near = at < len(forces) and forces[at][0] <= cue.last + 4
            return forces[at][2] if near else None
        for first, _, side in forces:
            near = cue.last < first <= cue.last + 14
            if near and "by" in keys[max(cue.last + 1, first - 5) : first]:
                return side
        if self._passive(cue):
            return None
        nearest = None
        for first, last, side in forces:
            if last < cue.first and cue.first - last <= 20:
                # "from rebels": the one it is taken from does not take it.
                if first and nearest and keys[first - 1] in _FROM:
                    continue
                if not _ENDS.isdisjoint(keys[last + 1 : cue.first]):
                    continue
                nearest = side
        return nearest

    def _sufferer(self, cue: Cue, people: list[tuple[int, int, str]]) -> str | None:
        """Give who is harmed: behind the verb, or before one in the passive."""
        if not self._passive(cue):
            at = bisect_left(people, (cue.last + 1, 0, ""))
            if at < len(people) and people[at][0] - cue.last <= 7:
                return people[at][2]
        before = [side for first, last, side in people if last < cue.first and cue.first - last <= 7]
        if self._passive(cue) and before:
            return before[-1]
        return None


def _near(seen: dict[str, list[Cue]]) -> Iterator[str]:
    """Yield the features of families that stand near each other."""
    for name, ones, others, reach in _NEAR:
        if any(
            _within(seen[one], seen[other], reach)
            for one in ones
            if one in seen
            for other in others
            if other in seen and other != one
        ):
            yield name


def _within(ones: list[Cue], others: list[Cue], reach: int) -> bool:
    starts = [cue.first for cue in others]
    for cue in ones:
        at = bisect_left(starts, cue.first - reach)
        if at < len(starts) and starts[at] <= cue.last + reach:
            return True
    return False


def involved(feature: str) -> tuple[str, ...]:
    """Give the families that a feature tells of."""
    if feature.startswith("first: "):
        return (feature[7:],)
    if " × " in feature:
        return tuple(feature.split(" × "))
    for name, ones, others, _ in _NEAR:
        if name == feature:
            return (*ones, *others)
    return (feature.partition(": ")[0],)


def of_report(sentences: Iterable[Sentence]) -> dict[str, float]:
    """Give the features of a short report: its first sentence counts most."""
    first = None
    parts = []
    for number, sentence in enumerate(sentences):
        first = first or sentence.first_deed()
        parts.append((sentence.features(), _LATER if number else 1.0))
    found = merged(parts)
    if first is not None:
        found[f"first: {first}"] = 1.0
    return found


def merged(parts: Iterable[tuple[dict[str, float], float]]) -> dict[str, float]:
    """Put the features of several stretches together, each at its weight."""
    found: dict[str, float] = {}
    for features, weight in parts:
        for name, value in features.items():
            if value * weight > found.get(name, 0.0):
                found[name] = value * weight
    return found
