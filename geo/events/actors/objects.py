"""Who stands behind a verb or a noun of attack: its object, or the one behind "by" or "on"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events.actors import verbs
from geo.events.actors.clauses import Clause, Tag
from geo.text import listed

if TYPE_CHECKING:
    from geo.events.actors.roster import Actor

Pair = tuple["Actor | None", "Actor | None"]
"""Who acts, and who suffers or takes part."""
NONE: Pair = (None, None)

_PARTICLES = frozenset({"off", "down", "up", "out", "back", "over"})
_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_TO_PATIENT = frozenset({"", "of", "on", "at", "against", "into", "including", "upon"})
_HOLDING = listed(
    """
    held controlled manned run guarded carrying used occupied belonging operated carried
    transporting housing sheltering hosting targeting
    """
)
"""Participles behind an object that say whose it is."""
_KILLING = frozenset({"killing", "wounding", "injuring"})
_ASCRIBED = frozenset({"blamed", "attributed", "ascribed"})
_HARM = "killed"
_FAR = 7
"""How many words a noun phrase may have before its actor."""
_FAR_VERB = 16
"""How many words before a noun its verb is looked for."""


class Objects(Clause):
    """What stands to the right of a word."""

    def next_actor(self, at: int, *stops: int) -> Actor | None:
        """Give the first actor from a word on, up to a mark."""
        while at < self.count and self.tag(at) not in {Tag.STOP, Tag.COMMA, Tag.VERB, *stops}:
            if self.tag(at) == Tag.ACTOR:
                return self.mention(at)
            at += 1
        return None

    def object(self, verb: int) -> Actor | None:
        """Give whom an active verb is done to."""
        at = self.behind_verb(verb)
        word, owned = "", False
        while at < self.count:
            tag = self.tag(at)
            if tag == Tag.ACTOR:
                if self.suffers(verb, at, word, owned=owned) and self.mention(at) is not None:
                    return self.mention(at)
            elif tag == Tag.COMMA and self.key(at + 1) in _KILLING:
                return self.object(at + 1)
            elif tag == Tag.VERB:
                if self.key(at) not in _HOLDING and not (word == "" and at == verb + 1):
                    return None
                owned, word = True, ""
            elif self.ends_object(at):
                return None
            elif tag in {Tag.PREPOSITION, Tag.TO}:
                word = self.governing_word(at, word)
            at += 1
        return None

    def behind_verb(self, verb: int) -> int:
        """Give where the object of a verb may begin: "raped, beat and killed civilians"."""
        at, ing = verb + 1, self.key(verb).endswith("ing")
        while self.tag(at) in {Tag.COMMA, Tag.AND} and self.tag(at + 1) == Tag.VERB:
            if self.key(at + 1).endswith("ing") != ing:
                break
            at += 2
        return at + 1 if self.key(at) in _PARTICLES else at

    def suffers(self, verb: int, at: int, word: str, *, owned: bool) -> bool:
        """Tell whether a verb is done to an actor, by the preposition before it."""
        key = self.key(verb)
        if word in _TO_PATIENT or (owned and word == "by"):
            return True
        if word == "from":
            return key in verbs.CAPTURING
        if word == "to":
            return key in {"surrendered", "handed"}
        if word not in {"with", "against"}:
            return False
        near = (verb, *range(max(0, at - 4), at))
        return any(self.key(nearby) in verbs.CLASHING | verbs.TALKING for nearby in near)

    def governing_word(self, at: int, word: str) -> str:
        """Give the preposition that governs from here on; "in support of" stays "in"."""
        if (self.key(at) == "of" and word) or self.key(at + 1) in _WEEKDAYS:
            return word
        return self.key(at)

    def ends_object(self, at: int) -> bool:
        """Tell whether what a verb is done to ends before a word."""
        tag, after = self.tag(at), self.tag(at + 1)
        if tag == Tag.COMMA:
            return self.key(at + 1) != "including"
        if tag == Tag.AND:
            return after == Tag.VERB
        if tag == Tag.TO:
            return after != Tag.ACTOR
        return tag in {Tag.STOP, Tag.CONJUNCTION, Tag.RELATIVE, Tag.AUXILIARY}

    def behind(self, at: int, *words: str) -> Actor | None:
        """Give the actor behind one of some prepositions, up to the end of the clause."""
        at += 1
        ends = {Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.RELATIVE}
        while at < self.count and self.tag(at) not in ends:
            if self.key(at) in words:
                found = self.in_phrase(at + 1)
                if found is not None:
                    return found
            elif self.tag(at) == Tag.VERB and self.tag(at - 1) in {Tag.PRONOUN, Tag.ACTOR}:
                return None
            at += 1
        return None

    def in_phrase(self, at: int) -> Actor | None:
        """Give the actor of the noun phrase that begins at a word."""
        inside = {Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADVERB, Tag.AND, Tag.TO}
        for ahead in range(at, min(at + _FAR, self.count)):
            if self.tag(ahead) == Tag.ACTOR:
                return self.mention(ahead)
            linked = self.key(ahead) in {"from", "by", "of", "fired", "driven", "planted"}
            if self.tag(ahead) not in inside and not linked:
                return None
        return None

    def after_noun(self, noun: int, *, both: bool) -> Pair:
        """Give who is named behind a noun, by what stands before each."""
        found: dict[str, Actor | None] = {"agent": None, "patient": None}
        word, blamed = "", False
        for at in range(noun + 1, self.count):
            tag, key = self.tag(at), self.key(at)
            if tag == Tag.ACTOR:
                if word == "between":
                    return self.mention(at), self.partner(at)
                side = self.side(at, word, both=both, blamed=blamed)
                found[side] = found.get(side) or self.mention(at)
                if word == _HARM:
                    break
            elif tag in {Tag.PREPOSITION, Tag.TO}:
                word = key
            elif tag == Tag.VERB or key in verbs.STANDING:
                word = _after_verb(key, word)
                blamed = blamed or key in _ASCRIBED
                if word == "end":
                    break
            elif self.ends_noun(at):
                break
        return found["agent"], found["patient"]

    def side(self, at: int, word: str, *, both: bool, blamed: bool) -> str:
        """Tell which part an actor has by the preposition before it; empty for none."""
        if word in {"by", "from"} or (blamed and word in {"on", "to"}):
            return "agent"
        if word == "of" and "work" in {self.key(at - 2), self.key(at - 3)}:
            return "agent"
        if word in {"with", "against"} and both:
            return "patient"
        return "patient" if word in {"on", "against", "of", "at", "into", _HARM} else ""

    def ends_noun(self, at: int) -> bool:
        """Tell whether what is told of a noun of attack ends before a word."""
        tag = self.tag(at)
        if tag == Tag.COMMA:
            return self.key(at + 1) not in _KILLING
        if tag == Tag.RELATIVE:
            # "a strike that the army blamed on X" goes on
            return not any(self.key(near) in _ASCRIBED for near in range(at + 1, at + 6))
        return tag in {Tag.STOP, Tag.CONJUNCTION}

    def governing(self, low: int) -> int:
        """Give the verb whose object or circumstance a noun is, or -1."""
        ends = {Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.RELATIVE}
        for at in range(low - 1, max(-1, low - _FAR_VERB), -1):
            if self.tag(at) == Tag.VERB or self.is_having(at):
                return at
            if self.key(at) == "after" and self.key(low) in verbs.CLASHING:
                # "took the base after days of fighting"
                verb = self.verb_before(at)
                return verb if self.key(verb) in verbs.CAPTURING else -1
            if self.tag(at) in ends:
                return -1
        return -1

    def owns_up(self, verb: int, low: int) -> bool:
        """Tell whether who is said to do a verb has to do with the deed that is its object."""
        key = self.key(verb)
        if key in {"claimed", "claims", "denied", "denies", "admitted"}:
            return True
        if key in {"announced", "announces", "declared"}:
            return self.key(low) in verbs.TALKING
        return key not in verbs.JUDGING

    def blamed(self, at: int) -> Actor | None:
        """Give whom the rest of the sentence blames: "killed nine, he said, blaming X"."""
        for later in range(at, self.count):
            if self.key(later) in {"blaming", "accusing"}:
                return self.next_actor(later + 1, Tag.PREPOSITION)
        return None


def _after_verb(key: str, word: str) -> str:
    """Give what governs behind a verb that follows a noun of attack; "end" where it does not."""
    if key in {"targeting", "targeted"}:
        return "on"
    if key in verbs.HARMING or key in _KILLING or key == "cost":
        return _HARM
    return word if key in verbs.STANDING else "end"
