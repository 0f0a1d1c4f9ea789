"""Who acts and who suffers in an event, told by voice: active, passive, or a noun of attack.

A small parse over words and actors, no grammar of English. From the words that report the
event it goes left to the subject, through commas, "and", relatives and chains of verbs
("Rebels stormed the base, killing nine"), and right to the object, to "by", or to what
follows a noun ("shelling of", "clashes between"). Who only says so never acts, and who
only watches neither acts nor suffers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.events import verbs
from geo.events.actor_words import ATTACKS, BLAMED
from geo.events.roster import CIVILIANS, MONITOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.events.actors import Actor

Pair = tuple["Actor | None", "Actor | None"]

_ITEM = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼ-][^\W_]+)*|[,;:—–()]|[.!?]+(?=\s|$)")
_REACH = 40
"""How many words around the event are looked at."""
_ASIDE = 12
"""How many words may stand in brackets to be passed over."""
_DEEP = 6
"""How many verbs a chain may have."""
_STEPS = 60
"""How many verbs and nouns are looked at for one event."""
_NONE: Pair = (None, None)

(_NOUN, _ACTOR, _VERB, _AUX, _ADV, _PREP, _SUB, _REL, _AND, _PRON, _POSS, _DET, _COMMA, _STOP,
 _TO) = range(15)  # fmt: skip
_TAGS: dict[str, int] = {
    **dict.fromkeys(verbs.DETERMINERS, _DET),
    **dict.fromkeys(verbs.PREPOSITIONS, _PREP),
    **dict.fromkeys(verbs.CONJUNCTIONS, _SUB),
    **dict.fromkeys(verbs.RELATIVES, _REL),
    **dict.fromkeys(verbs.COORDINATORS, _AND),
    **dict.fromkeys(verbs.PRONOUNS, _PRON),
    **dict.fromkeys(verbs.POSSESSIVES, _POSS),
    **dict.fromkeys(verbs.ADVERBS, _ADV),
    **dict.fromkeys(verbs.AUXILIARIES, _AUX),
    ",": _COMMA,
    "to": _TO,
}
_PLACE_OR_TIME = frozenset(
    "province city town village area district region countryside morning evening afternoon night"
    " day week month year camp front highway border side".split()
)
_ABOUT = {
    "at": frozenset({"least", "most"}),
    "up": frozenset({"to"}),
}
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PATIENT_PREPOSITIONS = frozenset({"", "of", "on", "at", "against", "into", "including", "upon"})
_OWNED_BY = frozenset(
    "held controlled manned run guarded carrying used occupied belonging operated carrying"
    " transporting housing sheltering hosting targeting".split()
)


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    key: str
    """In small letters; empty for an actor."""
    tag: int
    actor: Actor | None = None
    capital: bool = False


def roles(
    sentence: str,
    actors: Sequence[Actor],
    start: int,
    end: int,
    *,
    clause: tuple[int, int] | None = None,
) -> Pair:
    """Tell who acts and who suffers in an event.

    Parameters
    ----------
    sentence : str
    actors : sequence of Actor
        All that :func:`geo.events.actors.find` gives for the sentence.
    start, end : int
        Where the words that report the event stand, `end` exclusive.
    clause : (int, int), optional
        Bounds that are not to be left.

    Returns
    -------
    (Actor or None, Actor or None)
        The one who acts and the one who suffers. Of two that clash or talk, the one
        named first and the other.
    """
    items = _items(sentence, tuple(actors))
    if clause is not None:
        items = tuple(item for item in items if clause[0] <= item.start < clause[1])
    items = _without_asides(items, start, end)
    touched = [at for at, item in enumerate(items) if item.start < end and item.end > start]
    if not touched:
        return _NONE
    low, high = touched[0], touched[-1]
    first = max(0, low - _REACH)
    reading = _Reading(items[first : high + 1 + _REACH])
    agent, patient = reading.event(low - first, high - first)
    if agent is not None and patient is not None and agent.start == patient.start:
        patient = None
    return agent, patient


@lru_cache(maxsize=64)
def _items(sentence: str, actors: tuple[Actor, ...]) -> tuple[_Item, ...]:
    """Give words, marks and actors of a sentence in order, each actor as one."""
    items: list[_Item] = []
    coming = iter(actors)
    actor = next(coming, None)
    for match in _ITEM.finditer(sentence):
        while actor is not None and match.start() >= actor.end:
            actor = next(coming, None)
        if actor is not None and match.end() > actor.start:
            if not items or items[-1].actor is not actor:
                items.append(_Item(actor.start, actor.end, "", _ACTOR, actor))
            continue
        items.append(_item(match.start(), match.end(), match.group()))
    return tuple(items)


def _without_asides(items: tuple[_Item, ...], start: int, end: int) -> tuple[_Item, ...]:
    """Leave out what stands in short brackets, unless the event does."""
    opened = [at for at, item in enumerate(items) if item.key == "("]
    if not opened:
        return items
    kept: list[_Item] = []
    at = 0
    for mark in opened:
        if mark < at:
            continue
        closed = next((n for n in range(mark, min(mark + _ASIDE, len(items))) if items[n].key == ")"), -1)
        if closed < 0 or (items[mark].start < end and items[closed].end > start):
            continue
        kept += items[at:mark]
        at = closed + 1
    return (*kept, *items[at:])


def _item(start: int, end: int, text: str) -> _Item:
    key = text.lower()
    tag = _TAGS.get(key)
    if tag is None:
        if not (text[0].isalnum()):
            tag = _STOP
        elif text.islower() and text.endswith("ly"):
            tag = _ADV
        else:
            tag = _VERB if (text.islower() and verbs.is_verb(key)) else _NOUN
    return _Item(start, end, key, tag, capital=text[0].isupper())


class _Reading:
    """A sentence's words around an event."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self.items = list(items)
        self.steps = _STEPS
        for at, item in enumerate(self.items):
            if item.tag == _VERB and self.is_adjective(at):
                self.items[at] = replace(item, tag=_NOUN)
            elif item.key in _ABOUT and self.key(at + 1) in _ABOUT[item.key]:
                # "at least 33", "up to 20": no preposition
                self.items[at] = replace(item, tag=_DET)

    def tag(self, at: int) -> int:
        return self.items[at].tag if 0 <= at < len(self.items) else _STOP

    def key(self, at: int) -> str:
        return self.items[at].key if 0 <= at < len(self.items) else ""

    def is_adjective(self, at: int) -> bool:
        """Tell whether a participle describes the noun behind it: "the besieged town"."""
        before, after = self.tag(at - 1), self.tag(at + 1)
        if self.key(at).endswith("ing"):
            return before in {_DET, _POSS} and after in {_NOUN, _ACTOR}
        return before in {_DET, _POSS, _PREP} and after in {_NOUN, _ACTOR}

    # The event.

    def event(self, low: int, high: int) -> Pair:
        """Give both roles for the words of an event, the last one included."""
        for at in range(low, high + 1):
            if self.is_verbal(at):
                return self.verbal(at)
        for at in range(low, high + 1):
            actor = self.items[at].actor
            if actor is not None and actor.kind != MONITOR:
                return self.of_actor(at)
        agent, patient = self.nominal(low, high, 0)
        if agent is None and patient is None:
            return self.told_after(high)
        return agent, patient

    def of_actor(self, at: int) -> Pair:
        """Give both roles where the event is told by its actor: "suicide bombers killed"."""
        verb = at + 1
        while self.tag(verb) in {_AUX, _ADV}:
            verb += 1
        if self.is_verbal(verb):
            agent, patient = self.verbal(verb)
            if agent is self.items[at].actor:
                return agent, patient
        return self.items[at].actor, None

    def told_after(self, noun: int) -> Pair:
        """Give the roles of the clause that tells more: "fighting broke out after X attacked Y"."""
        at = noun + 1
        while at < len(self.items) and self.tag(at) not in {_STOP, _COMMA, _REL}:
            if self.tag(at) == _SUB and self.key(at) in {"after", "when", "as"}:
                for verb in range(at + 1, len(self.items)):
                    if self.tag(verb) in {_STOP, _COMMA}:
                        break
                    if self.is_verbal(verb):
                        return self.verbal(verb)
                return _NONE
            if self.tag(at) == _VERB and self.key(at) not in verbs.STANDING | {"came"}:
                return _NONE
            at += 1
        return _NONE

    def is_verbal(self, at: int) -> bool:
        """Tell whether a word is a verb where it stands."""
        key, tag = self.key(at), self.tag(at)
        if key in verbs.GERUND_OR_NOUN:
            return self.is_gerund(at)
        if key in verbs.NOUN_OR_VERB:
            return self.is_finite(at)
        return tag == _VERB

    def is_gerund(self, at: int) -> bool:
        before, after = at - 1, at + 1
        if self.key(after) in {"of", "by", "on", "at", "between", "with"}:
            return False
        if self.tag(before) == _AUX or self.key(before) in verbs.CATENATIVE:
            return True
        takes_object = self.tag(after) in {_DET, _ACTOR, _POSS} or self.is_number(after)
        if self.tag(before) in {_COMMA, _SUB}:
            return takes_object
        return self.tag(before) in {_PREP, _AND, _ACTOR} and takes_object

    def is_finite(self, at: int) -> bool:
        before, after = at - 1, at + 1
        while self.tag(before) == _ADV:
            before -= 1
        if self.tag(before) in {_TO, _AUX, _PRON}:
            return self.key(before) not in verbs.BEING
        if self.tag(before) != _ACTOR:
            return False
        if self.key(after) in {"with", "against"}:
            return self.key(at) in verbs.CLASHING
        follows = self.tag(after)
        return follows in {_DET, _ACTOR, _POSS} or self.is_number(after) or self.is_capital(after)

    def is_number(self, at: int) -> bool:
        return self.key(at)[:1].isdigit()

    def is_capital(self, at: int) -> bool:
        return self.tag(at) == _NOUN and self.items[at].capital

    def verbal(self, verb: int) -> Pair:
        key = self.key(verb)
        if self.is_passive(verb):
            patient = self.subject(verb, 0)[0]
            return self.behind_by(verb, 0), patient
        main, other = self.subject(verb, 0)
        if key in verbs.UNDERGOING:
            return self.behind_by(verb, 0), main
        if key in verbs.FLEEING and main is not None and main.kind == CIVILIANS:
            return None, main
        if key in {"fell", "fallen", "fall"}:
            return self.behind(verb, frozenset({"to"})), None
        if key in {"came", "come", "comes"} and self.key(verb + 1) == "under":
            return self.behind(verb, frozenset({"from", "by"})), main
        patient = None if key in verbs.MOVING else self.object(verb)
        if patient is None and other is not None and self.is_mutual(verb):
            patient = other
        if patient is None and self.tag(verb - 1) == _COMMA and key.endswith("ing"):
            earlier = self.verb_before(verb - 1)
            patient = self.object(earlier) if earlier >= 0 and self.is_active(earlier) else None
        return main, patient

    def is_mutual(self, verb: int) -> bool:
        """Tell whether both subjects do it to each other: "signed a deal", "clashed"."""
        near = range(verb - 7, verb + 6)
        return any(self.key(at) in verbs.TALKING for at in near) or self.key(verb) in verbs.CLASHING

    def is_active(self, verb: int) -> bool:
        return not self.is_passive(verb)

    def is_passive(self, verb: int) -> bool:
        """Tell whether a verb is done to its subject."""
        key = self.key(verb)
        if key.endswith("ing") or key in verbs.UNDERGOING or key in verbs.FLEEING - {"displaced"}:
            return False
        at = self.before_verb(verb)
        while self.tag(at) == _AND and self.tag(at - 1) == _VERB and key in verbs.HARMING:
            # "were killed and wounded"
            at = self.before_verb(at - 1)
        if self.key(at) in verbs.BEING:
            return True
        if self.tag(at) not in {_NOUN, _ACTOR, _COMMA}:
            return False
        after = verb + 1
        if self.key(after) in {"dead", "down", "up", "hostage"}:
            after += 1
        if self.key(after) == "by":
            return True
        bare = key in verbs.HARMED and self.tag(at) != _COMMA and not self.is_object_relative(at)
        return bare and self.has_no_object(after)

    def before_verb(self, verb: int) -> int:
        at = verb - 1
        while self.tag(at) == _ADV:
            at -= 1
        return at

    def has_no_object(self, after: int) -> bool:
        """Tell whether the words behind a participle are none that it could be done to."""
        if self.tag(after) == _AND and self.key(after + 1) in verbs.HARMING:
            after += 2
        timed = self.key(after) in {"that", "this", "last"} and self.key(after + 1) in _PLACE_OR_TIME
        return timed or self.tag(after) in {_STOP, _COMMA, _SUB, _PREP}

    def is_object_relative(self, at: int) -> bool:
        """Tell whether "that" stands before a noun phrase: "the men that rebels killed"."""
        while self.tag(at) in {_NOUN, _ACTOR, _DET, _AND}:
            at -= 1
        return self.tag(at) == _REL

    # To the left.

    def subject(self, verb: int, deep: int) -> Pair:
        """Give the subject of a verb, and what "and" adds to it."""
        self.steps -= 1
        if deep > _DEEP or verb < 0 or self.steps < 0:
            return _NONE
        at = verb - 1
        while self.tag(at) in {_ADV, _AUX}:
            at -= 1
        tag = self.tag(at)
        if tag == _TO:
            return self.before_to(at - 1, deep)
        if tag == _PRON:
            return self.meant(at, deep), None
        if tag == _COMMA:
            return self.across_comma(at, verb, deep)
        if tag == _AND:
            return self.chained(at, verb, deep)
        if tag == _REL:
            return self.antecedent(at, deep)
        if tag in {_SUB, _PREP}:
            return self.of_main_clause(at, verb, deep)
        if tag == _VERB:
            return self.subject(at, deep + 1)
        return _NONE if tag == _STOP else self.noun_phrase(at, deep)

    def before_to(self, at: int, deep: int) -> Pair:
        """Give who does what stands behind "to"."""
        while self.tag(at) == _ADV:
            at -= 1
        if self.tag(at) == _VERB:
            return self.subject(at, deep + 1)
        if self.tag(at) == _ACTOR:
            ordered = self.verb_before(at)
            if ordered >= 0 and self.key(ordered) in {"ordered", "told", "urged", "allowed"}:
                return self.mention(at), None
        earlier = self.verb_before(at)
        if earlier >= 0:
            agent = self.agent(earlier, deep + 1)
            return agent, None
        return self.noun_phrase(at, deep)

    def across_comma(self, at: int, verb: int, deep: int) -> Pair:
        """Go over an aside ("Rebels, who had fled, attacked") or along a chain."""
        if not self.key(verb).endswith("ing"):
            opened = at - 1
            while opened >= 0 and self.tag(opened) not in {_COMMA, _STOP}:
                opened -= 1
            if self.tag(opened) == _COMMA and opened >= 1 and self.tag(opened - 1) in {_ACTOR, _NOUN}:
                main, other = self.noun_phrase(opened - 1, deep)
                if main is not None:
                    return main, other
        return self.chained(at, verb, deep)

    def chained(self, at: int, verb: int, deep: int) -> Pair:
        """Give the subject of the verb before, or whoever stands there."""
        if self.tag(at) == _AND and self.tag(at - 1) == _COMMA:
            at -= 1
        earlier = self.verb_before(at)
        if earlier < 0:
            return self.noun_phrase(at - 1, deep) if at > 0 else self.after_opening(verb, deep)
        if self.key(verb).endswith("ing") and self.tag(at) == _COMMA:
            return self.agent(earlier, deep + 1), None
        return self.subject(earlier, deep + 1)

    def of_main_clause(self, at: int, verb: int, deep: int) -> Pair:
        """Give who does what stands behind "after" or "by" without a subject of its own."""
        earlier = self.verb_before(at)
        if earlier >= 0 and self.key(earlier) in {"accused", "accuses", "accusing", "blamed"}:
            return self.next_actor(earlier + 1, {_STOP, _COMMA, _VERB}), None
        if earlier >= 0:
            agent = self.agent(earlier, deep + 1)
            return (agent, None) if agent else self.subject(earlier, deep + 1)
        return self.after_opening(verb, deep)

    def after_opening(self, verb: int, deep: int) -> Pair:
        """Give the subject of the clause behind "After capturing the town,"."""
        at = verb + 1
        while self.tag(at) not in {_COMMA, _STOP}:
            at += 1
        if self.tag(at) != _COMMA:
            return _NONE
        for later in range(at + 1, len(self.items)):
            if self.tag(later) in {_STOP, _COMMA}:
                return _NONE
            if self.tag(later) == _VERB:
                return self.subject(later, deep + 1) if self.tag(later - 1) != _COMMA else _NONE
        return _NONE

    def antecedent(self, at: int, deep: int) -> Pair:
        """Give whom a relative pronoun means."""
        at -= 1
        if self.tag(at) == _PREP:
            at -= 1
        if self.tag(at) == _COMMA:
            at -= 1
        return self.noun_phrase(at, deep) if self.tag(at) != _VERB else _NONE

    def noun_phrase(self, at: int, deep: int) -> Pair:
        """Give the actor of the noun phrase that ends at a word, and its partner."""
        seen: list[int] = []
        noun = at
        while at >= 0:
            tag = self.tag(at)
            if tag == _ACTOR:
                seen.append(at)
            elif tag in {_STOP, _SUB, _PRON}:
                break
            elif tag == _COMMA and not (self.tag(at - 1) == _ACTOR and self.tag(at + 1) == _ACTOR):
                break
            elif tag == _AND and seen and self.tag(at - 1) != _ACTOR:
                break
            elif tag == _VERB:
                at = self.over_relative(at)
                if at < 0:
                    break
            elif tag == _REL:
                break
            elif tag == _POSS and not seen:
                return self.meant(at, deep), None
            at -= 1
        return self.chosen(seen[::-1], noun, deep)

    def over_relative(self, verb: int) -> int:
        """Give where the relative or participle that a verb belongs to begins; -1 if to none."""
        at = verb - 1
        while self.tag(at) in {_AUX, _ADV}:
            at -= 1
        if self.tag(at) == _REL:
            return at
        key = self.key(verb)
        bare = self.tag(verb - 1) in {_ACTOR, _NOUN} and key not in verbs.SAYING
        follows = self.key(verb + 1) in {"by", "from", "with", "in", "to", "out", "at", "near"}
        return verb if bare and (key.endswith("ing") or follows) else -1

    def chosen(self, seen: Sequence[int], noun: int, deep: int) -> Pair:
        """Choose among the actors of a noun phrase: its head, or whose it is."""
        prepositions = [self.preposition(at) for at in seen]
        for number, (at, word) in enumerate(zip(seen, prepositions, strict=True)):
            if word == "":
                following = number + 1
                if following < len(seen) and prepositions[following] in {"of", "from"}:
                    owner = self.mention(seen[following])
                    if owner is not None and seen[following] - at <= 3 and owner.text[0].isupper():  # noqa: PLR2004
                        return owner, None
                return self.mention(at), self.partner(at)
        event = self.event_noun(noun)
        if event >= 0:
            agent = self.nominal(event, event, deep + 1)[0]
            if agent is not None:
                return agent, None
        for at, word in zip(seen, prepositions, strict=True):
            if word in {"of", "from", "by", "between", "carrying"}:
                return self.mention(at), self.partner(at)
        return _NONE

    def event_noun(self, noun: int) -> int:
        """Give the noun of attack of the noun phrase that ends at a word, or -1."""
        at = noun
        while at >= 0 and self.tag(at) not in {_STOP, _COMMA, _SUB, _REL, _VERB}:
            if self.key(at) in ATTACKS or self.key(at) in verbs.CLASHING:
                return at
            at -= 1
        return -1

    def preposition(self, at: int) -> str:
        """Give the preposition that governs an actor, if any."""
        at -= 1
        while self.tag(at) == _NOUN and self.key(at) not in _PLACE_OR_TIME and self.is_small(at):
            at -= 1
        while self.tag(at) in {_DET, _POSS} or self.is_number(at):
            at -= 1
        if self.tag(at) == _AND and self.tag(at - 1) == _ACTOR:
            return self.preposition(at - 1)
        if self.tag(at) == _PREP:
            return self.key(at)
        return "to" if self.tag(at) == _TO else ""

    def is_small(self, at: int) -> bool:
        return not self.items[at].capital and not self.is_number(at)

    def partner(self, at: int) -> Actor | None:
        """Give the actor that "and" adds to one."""
        at += 1
        if self.tag(at) != _AND and not (self.tag(at) == _COMMA and self.tag(at + 1) == _ACTOR):
            return None
        at += 1
        while self.tag(at) in {_DET, _POSS}:
            at += 1
        return self.mention(at)

    def mention(self, at: int) -> Actor | None:
        """Give the actor at a word unless it only watches."""
        actor = self.items[at].actor if 0 <= at < len(self.items) else None
        return None if actor is None or actor.kind == MONITOR else actor

    def meant(self, pronoun: int, deep: int) -> Actor | None:
        """Give whom "it" or "they" means: who speaks, else who acted before."""
        if self.key(pronoun) in {"he", "she", "him", "his", "her", "we", "us", "our"}:
            return None
        at = pronoun - 1
        while at >= 0 and self.tag(at) != _STOP:
            if self.tag(at) == _VERB:
                speaks = self.key(at) in verbs.SAYING
                found = self.subject(at, deep + 1)[0]
                if found is not None or speaks:
                    return found
            at -= 1
        return None

    def verb_before(self, at: int) -> int:
        """Give the nearest verb to the left in the same sentence, or -1."""
        at -= 1
        while at >= 0 and self.tag(at) != _STOP:
            if self.tag(at) == _VERB:
                return at
            at -= 1
        return -1

    def agent(self, verb: int, deep: int) -> Actor | None:
        """Give who does what a verb says, in either voice."""
        if deep > _DEEP:
            return None
        if self.is_passive(verb):
            return self.behind_by(verb, deep)
        return self.subject(verb, deep)[0]

    # To the right.

    def next_actor(self, at: int, stops: set[int]) -> Actor | None:
        while at < len(self.items) and self.tag(at) not in stops:
            if self.tag(at) == _ACTOR:
                return self.mention(at)
            at += 1
        return None

    def object(self, verb: int) -> Actor | None:
        """Give whom an active verb is done to."""
        key, word, owner = self.key(verb), "", False
        against = key in verbs.CLASHING or key in verbs.TALKING
        at = verb + 1
        same = key.endswith("ing")
        while self.tag(at) in {_COMMA, _AND} and self.is_verb_like(at + 1, ing=same):
            # "raped, beat and killed civilians"
            at += 2
        if self.key(at) in {"off", "down", "up", "out", "back", "over"}:
            at += 1
        while at < len(self.items):
            tag = self.tag(at)
            if tag == _ACTOR:
                taken = word == "from" and key in verbs.CAPTURING
                faced = word in {"with", "against"} and (against or self.clashes_before(at))
                if word in _PATIENT_PREPOSITIONS or taken or faced or (owner and word == "by"):
                    if self.mention(at) is not None:
                        return self.mention(at)
                elif word == "to":
                    return self.mention(at) if key in {"surrendered", "handed", "fell"} else None
            elif tag == _PREP:
                # "in support of", "on Sunday" lead to no one
                if not (self.key(at) == "of" and word) and self.key(at + 1) not in _WEEKDAYS:
                    word = self.key(at)
            elif tag == _TO:
                if self.tag(at + 1) != _ACTOR:
                    return None
                word = "to"
            elif tag == _VERB:
                if self.key(at) not in _OWNED_BY and not (word == "" and at == verb + 1):
                    return None
                owner, word = True, ""
            elif tag in {_STOP, _SUB, _REL, _AUX}:
                return None
            elif tag == _COMMA and self.key(at + 1) in {"killing", "wounding", "injuring"}:
                return self.object(at + 1)
            elif tag == _COMMA and self.key(at + 1) != "including":
                return None
            elif tag == _AND and self.tag(at + 1) == _VERB:
                return None
            at += 1
        return None

    def is_verb_like(self, at: int, *, ing: bool) -> bool:
        return self.tag(at) == _VERB and self.key(at).endswith("ing") == ing

    def clashes_before(self, at: int) -> bool:
        """Tell whether the words just before name a clash: "in clashes with"."""
        near = range(max(0, at - 4), at)
        return any(self.key(word) in verbs.CLASHING | verbs.TALKING for word in near)

    def behind_by(self, verb: int, deep: int) -> Actor | None:
        """Give who does it in the passive: behind "by", in an attack, or "when" he attacks."""
        found = self.behind(verb, frozenset({"by"}))
        if found is not None or deep > _DEEP:
            return found
        at = verb + 1
        while at < len(self.items) and self.tag(at) not in {_STOP, _REL, _VERB}:
            if self.tag(at) == _COMMA and self.tag(at + 1) != _SUB:
                return None
            if self.key(at) in ATTACKS or self.key(at) in verbs.CLASHING:
                return self.nominal_agent_of_harm(at, deep)
            if self.key(at) in {"when", "after", "as"}:
                return self.of_following(at, deep)
            at += 1
        return None

    def nominal_agent_of_harm(self, noun: int, deep: int) -> Actor | None:
        if self.key(noun) in verbs.CLASHING:
            other = self.behind(noun, frozenset({"with", "against"}))
            return other or self.nominal(noun, noun, deep + 1, light=False)[0]
        return self.nominal(noun, noun, deep + 1, light=False)[0]

    def of_following(self, at: int, deep: int) -> Actor | None:
        """Give who acts in the clause that a conjunction begins."""
        for verb in range(at + 1, len(self.items)):
            if self.tag(verb) in {_STOP, _COMMA}:
                return None
            if self.is_verbal(verb) and self.tag(verb) in {_VERB, _NOUN}:
                return self.agent(verb, deep + 1)
        return None

    def behind(self, at: int, words: frozenset[str]) -> Actor | None:
        """Give the actor behind one of some prepositions, up to the end of the clause."""
        at += 1
        while at < len(self.items) and self.tag(at) not in {_STOP, _COMMA, _SUB, _REL}:
            if self.key(at) in words:
                found = self.in_phrase(at + 1)
                if found is not None:
                    return found
            elif self.tag(at) == _VERB and self.tag(at - 1) in {_PRON, _ACTOR}:
                return None
            at += 1
        return None

    def in_phrase(self, at: int) -> Actor | None:
        """Give the actor of the noun phrase that begins at a word."""
        for ahead in range(at, min(at + 7, len(self.items))):
            tag = self.tag(ahead)
            if tag == _ACTOR:
                return self.mention(ahead)
            linked = self.key(ahead) in {"from", "by", "of", "fired", "driven", "planted"}
            if tag in {_VERB, _PREP, _COMMA, _STOP, _SUB, _REL, _PRON} and not linked:
                return None
        return None

    # A noun of attack.

    def nominal(self, low: int, high: int, deep: int, *, light: bool = True) -> Pair:
        """Give both roles of a noun: "an air strike by X on Y", "clashes between X and Y"."""
        self.steps -= 1
        if deep > _DEEP or self.steps < 0:
            return _NONE
        key = self.key(high)
        both = key in verbs.CLASHING or key in verbs.TALKING
        agent = self.attributive(low, deep)
        found, patient = self.after_noun(high, both=both)
        if found is not None and agent is not None and both and patient is None:
            patient = found
        agent = agent or found
        if light and agent is None:
            agent, suffers = self.light_verb(low, deep)
            patient = patient or suffers
        elif light and patient is None:
            patient = self.of_light_verb(low, deep)
        return agent, patient

    def attributive(self, low: int, deep: int) -> Actor | None:
        """Give the actor right before a noun: "Russian air strikes", "the army's shelling"."""
        at = low - 1
        while at > low - 5 and self.tag(at) == _NOUN:
            at -= 1
        if self.key(at) == "and" and self.tag(at - 1) == _NOUN:
            # "air and artillery strikes"
            at -= 2
        if self.tag(at) == _POSS:
            return self.meant(at, deep + 1)
        return self.mention(at) if self.tag(at) == _ACTOR else None

    def after_noun(self, noun: int, *, both: bool) -> Pair:
        """Give who is named behind a noun, by what stands before each."""
        agent: Actor | None = None
        patient: Actor | None = None
        word, blamed = "", False
        at = noun + 1
        while at < len(self.items):
            tag, key = self.tag(at), self.key(at)
            if tag == _ACTOR:
                actor = self.mention(at)
                if word == "between":
                    return actor, self.partner(at)
                if word in {"by", "from"} or (blamed and word in {"on", "to"}):
                    agent = agent or actor
                elif word in {"with", "against"} and both:
                    if agent is None and word == "with":
                        return None, actor
                    patient = patient or actor
                elif word == "of" and self.key(at - 1 - (self.tag(at - 1) == _DET) - 1) == "work":
                    agent = agent or actor
                elif word in {"on", "against", "of", "at", "into", "targeting"}:
                    patient = patient or actor
                elif word in {"killed", "hit"}:
                    patient = patient or actor
                    break
            elif tag == _PREP:
                word = key
            elif tag == _VERB or key in verbs.STANDING:
                if key in {"targeting", "targeted"}:
                    word = "targeting"
                elif key in verbs.HARMING or key in {"killing", "wounding"}:
                    word = "killed"
                elif key not in verbs.STANDING:
                    break
                blamed = blamed or key in {"blamed", "attributed", "ascribed"}
            elif tag == _COMMA and self.key(at + 1) not in {"killing", "wounding"}:
                break
            elif tag in {_STOP, _SUB} or (tag == _REL and not self.is_ascribed(at)):
                break
            at += 1
        return agent, patient

    def is_ascribed(self, relative: int) -> bool:
        """Tell whether a relative says whose deed it is held to be: "that it blamed on X"."""
        near = range(relative + 1, relative + 6)
        return any(self.key(at) in {"blamed", "attributed", "ascribed"} for at in near)

    def light_verb(self, low: int, deep: int) -> Pair:
        """Give who "launched" an attack, or was hit in one."""
        verb = self.governing(low)
        if self.key(verb) in BLAMED:
            return self.next_actor(verb + 1, {_STOP, _COMMA, _VERB, _PREP}), None
        if verb < 0 or self.key(verb) in verbs.JUDGING - {"claimed"}:
            return _NONE
        main, other = self.subject(verb, deep + 1)
        key = self.key(verb)
        if key in verbs.REPELLING:
            return None, main
        if self.is_passive(verb) or key in verbs.UNDERGOING or key in {"came", "faced", "faces"}:
            return None, main
        direct = self.key(low) in verbs.TALKING or self.key(low) in verbs.CLASHING
        return main, (other if direct and other else self.object(verb))

    def of_light_verb(self, low: int, deep: int) -> Actor | None:
        """Give who was harmed by an attack whose actor is known: "were killed in Russian raids"."""
        at = low - 1
        while self.tag(at) in {_NOUN, _ACTOR}:
            at -= 1
        verb = self.governing(at + 1)
        if verb < 0 or self.key(verb) in verbs.JUDGING:
            return None
        key = self.key(verb)
        if self.is_passive(verb) or key in verbs.UNDERGOING or key in verbs.REPELLING or key == "came":
            return self.subject(verb, deep + 1)[0]
        return None

    def governing(self, low: int) -> int:
        """Give the verb whose object or circumstance a noun is, or -1."""
        at = low - 1
        while at >= 0 and at > low - 10:
            tag = self.tag(at)
            if tag == _VERB:
                return at
            if tag == _SUB and self.key(at) == "after" and self.key(low) in verbs.CLASHING:
                # "took the base after days of fighting"
                verb = self.verb_before(at)
                return verb if self.key(verb) in verbs.CAPTURING else -1
            if tag in {_STOP, _COMMA, _SUB, _REL}:
                return -1
            at -= 1
        return -1
