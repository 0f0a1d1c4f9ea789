"""The words of a sentence with what each does there, on which the voice is told."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from geo.events.actors import verbs
from geo.events.actors.roster import MONITOR, Actor
from geo.events.actors.words import ATTACKS
from geo.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

_ITEM = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼ-][^\W_]+)*|[,;:—–()]|[.!?]+(?=\s|$)")
_ASIDE = 12
"""How many words may stand in brackets to be passed over."""


class Tag:
    """What a word does in its clause: plain numbers, for they are compared all the time."""

    NOUN = 0
    """Whatever is nothing else: also adjectives, numbers and names."""
    ACTOR = 1
    VERB = 2
    AUXILIARY = 3
    ADVERB = 4
    PREPOSITION = 5
    CONJUNCTION = 6
    """One that begins a clause of its own: "after", "when"."""
    RELATIVE = 7
    AND = 8
    PRONOUN = 9
    POSSESSIVE = 10
    DETERMINER = 11
    COMMA = 12
    STOP = 13
    """A mark that ends a clause, and whatever lies beyond the sentence."""
    TO = 14


_TAGS: dict[str, int] = {
    **dict.fromkeys(verbs.DETERMINERS, Tag.DETERMINER),
    **dict.fromkeys(verbs.PREPOSITIONS, Tag.PREPOSITION),
    **dict.fromkeys(verbs.CONJUNCTIONS, Tag.CONJUNCTION),
    **dict.fromkeys(verbs.RELATIVES, Tag.RELATIVE),
    **dict.fromkeys(verbs.COORDINATORS, Tag.AND),
    **dict.fromkeys(verbs.PRONOUNS, Tag.PRONOUN),
    **dict.fromkeys(verbs.POSSESSIVES, Tag.POSSESSIVE),
    **dict.fromkeys(verbs.ADVERBS, Tag.ADVERB),
    **dict.fromkeys(verbs.AUXILIARIES, Tag.AUXILIARY),
    ",": Tag.COMMA,
    "to": Tag.TO,
}
PLACE_OR_TIME = listed(
    """
    province city town village area district region countryside morning evening afternoon night
    day week month year camp front highway border side
    """
)
_ABOUT = {"at": frozenset({"least", "most"}), "up": frozenset({"to"})}
_DESCRIBING = {Tag.DETERMINER, Tag.POSSESSIVE}


class Item(NamedTuple):
    """A word, a mark or an actor of a sentence."""

    start: int
    end: int
    key: str
    """In small letters; empty for an actor."""
    tag: int
    """One of :class:`Tag`."""
    actor: Actor | None = None
    capital: bool = False


def items(sentence: str, actors: Sequence[Actor]) -> list[Item]:
    """Give the words, marks and actors of a sentence in order, each actor as one."""
    found: list[Item] = []
    coming = iter(actors)
    actor = next(coming, None)
    for match in _ITEM.finditer(sentence):
        start, end = match.span()
        while actor is not None and start >= actor.end:
            actor = next(coming, None)
        if actor is None or end <= actor.start:
            key, tag, capital = _form(match.group())
            found.append(Item(start, end, key, tag, None, capital))
        elif not found or found[-1].actor is not actor:
            found.append(Item(actor.start, actor.end, "", Tag.ACTOR, actor, capital=False))
    return found


@lru_cache(maxsize=16_384)
def _form(text: str) -> tuple[str, int, bool]:
    """Give what a word says by itself: its key, its tag, whether it has a capital."""
    key = text.lower()
    tag = _TAGS.get(key)
    return key, _guess(text, key) if tag is None else tag, text[0].isupper()


def _guess(text: str, key: str) -> int:
    if not text[0].isalnum():
        return Tag.STOP
    if not text.islower():
        return Tag.NOUN
    if key.endswith("ly"):
        return Tag.ADVERB
    return Tag.VERB if verbs.is_verb(key) else Tag.NOUN


def without_asides(found: list[Item], start: int, end: int) -> list[Item]:
    """Leave out what stands in short brackets, unless the event stands there."""
    if not any(item.key == "(" for item in found):
        return found
    kept: list[Item] = []
    at = 0
    for mark, item in enumerate(found):
        if item.key != "(" or mark < at:
            continue
        inside = range(mark, min(mark + _ASIDE, len(found)))
        closed = next((other for other in inside if found[other].key == ")"), -1)
        if closed < 0 or (item.start < end and found[closed].end > start):
            continue
        kept += found[at:mark]
        at = closed + 1
    return kept + found[at:] if at else found


class Clause:
    """Words around an event, and what can be told of each by its neighbours."""

    def __init__(self, found: Sequence[Item]) -> None:
        self.items = found
        self.count = len(found)
        self.keys = [item.key for item in found]
        self.tags = [item.tag for item in found]
        """What each word does, in the light of its neighbours."""
        for at, (key, tag) in enumerate(zip(self.keys, self.tags, strict=True)):
            if tag == Tag.VERB and self.is_adjective(at):
                self.tags[at] = Tag.NOUN
            elif key in _ABOUT and self.key(at + 1) in _ABOUT[key]:
                # "at least 33", "up to 20": no preposition
                self.tags[at] = Tag.DETERMINER
            elif tag == Tag.NOUN and self.key(at - 1) in verbs.MODALS and not found[at].capital:
                self.tags[at] = Tag.VERB

    def tag(self, at: int) -> int:
        """Give what a word does; beyond the ends stands a stop."""
        return self.tags[at] if 0 <= at < self.count else Tag.STOP

    def key(self, at: int) -> str:
        """Give a word in small letters; empty for actors and beyond the ends."""
        return self.keys[at] if 0 <= at < self.count else ""

    def mention(self, at: int) -> Actor | None:
        """Give the actor at a word unless it only watches."""
        actor = self.items[at].actor if 0 <= at < self.count else None
        return None if actor is None or actor.kind == MONITOR else actor

    def is_number(self, at: int) -> bool:
        """Tell whether a word is a number in digits."""
        return self.key(at)[:1].isdigit()

    def is_capital(self, at: int) -> bool:
        """Tell whether a word is a name that is no actor's."""
        return self.tag(at) == Tag.NOUN and self.items[at].capital

    def is_adjective(self, at: int) -> bool:
        """Tell whether a participle describes the noun behind it: "the besieged town"."""
        before, after = self.tag(at - 1), self.tag(at + 1)
        if after not in {Tag.NOUN, Tag.ACTOR}:
            return False
        return before in _DESCRIBING or (
            before == Tag.PREPOSITION and not self.key(at).endswith("ing")
        )

    # Verbs.

    def is_verbal(self, at: int) -> bool:
        """Tell whether a word is a verb where it stands."""
        key = self.key(at)
        if key in verbs.GERUND_OR_NOUN:
            return self.is_gerund(at)
        if key in verbs.NOUN_OR_VERB:
            return self.is_finite(at)
        return self.tag(at) == Tag.VERB

    def is_gerund(self, at: int) -> bool:
        """Tell whether "shelling" is a verb: "began shelling", ", shelling the town"."""
        if self.key(at + 1) in {"of", "by", "on", "at", "between", "with"}:
            return False
        before = self.tag(at - 1)
        if before == Tag.AUXILIARY or self.key(at - 1) in verbs.CATENATIVE:
            return True
        leads = {Tag.COMMA, Tag.CONJUNCTION, Tag.PREPOSITION, Tag.AND, Tag.ACTOR}
        return before in leads and self.takes_object(at)

    def is_finite(self, at: int) -> bool:
        """Tell whether "attacks" is a verb: "rebels attack a base"."""
        before = self.before_adverbs(at)
        if self.tag(before) in {Tag.TO, Tag.AUXILIARY, Tag.PRONOUN}:
            return self.key(before) not in verbs.BEING
        if self.tag(before) != Tag.ACTOR:
            return False
        if self.key(at + 1) in {"with", "against"}:
            return self.key(at) in verbs.CLASHING
        return self.takes_object(at) or self.is_capital(at + 1)

    def takes_object(self, at: int) -> bool:
        """Tell whether a word is followed by what looks like its object."""
        after = self.tag(at + 1)
        return after in {Tag.DETERMINER, Tag.ACTOR, Tag.POSSESSIVE} or self.is_number(at + 1)

    def is_passive(self, verb: int) -> bool:
        """Tell whether a verb is done to its subject."""
        key = self.key(verb)
        if key.endswith("ing") or key in verbs.UNDERGOING or key in verbs.FLEEING - {"displaced"}:
            return False
        at = self.before_adverbs(verb)
        while self.tag(at) == Tag.AND and self.tag(at - 1) == Tag.VERB and key in verbs.HARMING:
            # "were killed and wounded"
            at = self.before_adverbs(at - 1)
        if self.key(at) in verbs.BEING:
            return True
        if self.tag(at) not in {Tag.NOUN, Tag.ACTOR, Tag.COMMA}:
            return False
        after = verb + 1
        if self.key(after) in {"dead", "down", "up", "hostage"}:
            after += 1
        if self.key(after) == "by":
            return True
        bare = key in verbs.HARMED and self.tag(at) != Tag.COMMA
        return bare and not self.is_object_relative(at) and self.has_no_object(after)

    def before_adverbs(self, at: int) -> int:
        """Give the word before a word and the adverbs there."""
        at -= 1
        while self.tag(at) == Tag.ADVERB:
            at -= 1
        return at

    def has_no_object(self, after: int) -> bool:
        """Tell whether the words behind a participle are none that it could be done to."""
        if self.tag(after) == Tag.AND and self.key(after + 1) in verbs.HARMING:
            after += 2
        if self.key(after) in {"that", "this", "last"} and self.key(after + 1) in PLACE_OR_TIME:
            return True
        return self.tag(after) in {Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.PREPOSITION}

    def is_object_relative(self, at: int) -> bool:
        """Tell whether "that" stands before a noun phrase: "the men that rebels killed"."""
        while self.tag(at) in {Tag.NOUN, Tag.ACTOR, Tag.DETERMINER, Tag.AND}:
            at -= 1
        return self.tag(at) == Tag.RELATIVE

    def is_mutual(self, verb: int) -> bool:
        """Tell whether both subjects do it to each other: "signed a deal", "clashed"."""
        near = range(verb - 7, verb + 6)
        return self.key(verb) in verbs.CLASHING or any(self.key(at) in verbs.TALKING for at in near)

    def is_having(self, at: int) -> bool:
        """Tell whether "had" is the verb itself: "had a part in"."""
        return self.key(at) in {"had", "has", "have"} and self.tag(at + 1) in {
            Tag.DETERMINER, Tag.NOUN,
        }  # fmt: skip

    def verb_before(self, at: int) -> int:
        """Give the nearest verb to the left in the same sentence, or -1."""
        at -= 1
        while at >= 0 and self.tag(at) != Tag.STOP:
            if self.tag(at) == Tag.VERB:
                return at
            at -= 1
        return -1

    # Noun phrases.

    def preposition(self, at: int) -> str:
        """Give the preposition that governs an actor, if any."""
        at -= 1
        while self.is_describing(at):
            at -= 1
        while self.tag(at) in _DESCRIBING or self.is_number(at):
            at -= 1
        if self.tag(at) in {Tag.AND, Tag.COMMA} and self.tag(at - 1) == Tag.ACTOR:
            return self.preposition(at - 1)
        return self.key(at) if self.tag(at) in {Tag.PREPOSITION, Tag.TO} else ""

    def is_describing(self, at: int) -> bool:
        """Tell whether a word may be an adjective of the actor behind it."""
        plain = self.tag(at) == Tag.NOUN and not self.items[at].capital
        return plain and not self.is_number(at) and self.key(at) not in PLACE_OR_TIME

    def partner(self, at: int) -> Actor | None:
        """Give the actor that "and" adds to one."""
        at += 1
        listed = self.tag(at) == Tag.COMMA and self.tag(at + 1) == Tag.ACTOR
        if self.tag(at) != Tag.AND and not listed:
            return None
        at += 1
        while self.tag(at) in _DESCRIBING:
            at += 1
        return self.mention(at)

    def over_relative(self, verb: int) -> int:
        """Give where the relative or participle of a verb begins, -1 if it is the main verb."""
        at = verb - 1
        while self.tag(at) in {Tag.AUXILIARY, Tag.ADVERB}:
            at -= 1
        if self.tag(at) == Tag.RELATIVE:
            return at
        key = self.key(verb)
        bare = self.tag(verb - 1) in {Tag.ACTOR, Tag.NOUN} and key not in verbs.SAYING
        follows = self.key(verb + 1) in {"by", "from", "with", "in", "to", "out", "at", "near"}
        return verb if bare and (key.endswith("ing") or follows) else -1

    def event_noun(self, noun: int) -> int:
        """Give the noun of attack of the noun phrase that ends at a word, or -1."""
        ends = {Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.RELATIVE, Tag.VERB}
        at = noun
        while at >= 0 and self.tag(at) not in ends:
            if self.key(at) in ATTACKS or self.key(at) in verbs.CLASHING:
                return at
            at -= 1
        return -1
