"""Who acts and who suffers in an event, told by voice: active, passive, or a noun of attack.

A small parse over words and actors, no grammar of English. From the words that report the
event it goes left to the subject, through commas, "and", relatives and chains of verbs
("Rebels stormed the base, killing nine"), and right to the object, to "by", or to what
follows a noun ("shelling of", "clashes between"). Who only says so never acts, and who
only watches neither acts nor suffers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events.actors import verbs
from geo.events.actors.agents import Agents
from geo.events.actors.clauses import Tag, items, without_asides
from geo.events.actors.objects import NONE
from geo.events.actors.roster import CIVILIANS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.events.actors.clauses import Item
    from geo.events.actors.objects import Pair
    from geo.events.actors.roster import Actor

_REACH = 40
"""How many words around the event are looked at."""


def roles(
    sentence: str,
    actors: Sequence[Actor],
    start: int,
    end: int,
    *,
    clause: tuple[int, int] | None = None,
) -> tuple[Actor | None, Actor | None]:
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

    Examples
    --------
    >>> from geo.events.actors import find
    >>> sentence = "Nine soldiers were killed when rebels shelled the base."
    >>> [role.name for role in roles(sentence, find(sentence), 19, 25)]
    ['Rebels', 'Soldiers']
    """
    return among(items(sentence, actors), start, end, clause=clause)


def among(
    found: list[Item], start: int, end: int, *, clause: tuple[int, int] | None = None
) -> Pair:
    """Tell what :func:`roles` tells, among the words and actors of a sentence."""
    if clause is not None:
        found = [item for item in found if clause[0] <= item.start < clause[1]]
    found = without_asides(found, start, end)
    touched = [at for at, item in enumerate(found) if item.start < end and item.end > start]
    if not touched:
        return NONE
    low, high = touched[0], touched[-1]
    first = max(0, low - _REACH)
    reading = _Reading(found[first : high + 1 + _REACH])
    agent, patient = reading.event(low - first, high - first)
    if agent is None:
        agent = reading.blamed(high - first + 1)
    if agent is not None and agent is patient:
        patient = None
    return agent, patient


class _Reading(Agents):
    """A sentence's words around an event, and its roles."""

    def event(self, low: int, high: int) -> Pair:
        """Give both roles for the words of an event, the last one included."""
        for at in range(low, high + 1):
            if self.is_verbal(at):
                return self.verbal(at)
        for at in range(low, high + 1):
            if self.mention(at) is not None:
                return self.of_actor(at)
        if self.key(high) == "dead":
            return self.left_dead(high)
        agent, patient = self.nominal(low, high, 0)
        if agent is None and patient is None:
            return self.told_after(high)
        return agent, patient

    def left_dead(self, at: int) -> Pair:
        """Give both roles of "left nine soldiers dead" and "were found dead"."""
        verb = self.verb_before(at)
        if verb < 0:
            return None, self.mention(at - 1)
        if self.is_passive(verb):
            return self.behind_by(verb, 0), self.subject(verb, 0)[0]
        return self.subject(verb, 0)[0], self.object(verb)

    def of_actor(self, at: int) -> Pair:
        """Give both roles where the event is told by its actor: "suicide bombers killed"."""
        verb = at + 1
        while self.tag(verb) in {Tag.AUXILIARY, Tag.ADVERB}:
            verb += 1
        if self.is_verbal(verb):
            agent, patient = self.verbal(verb)
            if agent is self.mention(at):
                return agent, patient
        return self.mention(at), None

    def told_after(self, noun: int) -> Pair:
        """Give the roles of the clause that tells more: "fighting began after X attacked Y"."""
        at = noun + 1
        while self.tag(at) not in {Tag.STOP, Tag.COMMA, Tag.RELATIVE}:
            if self.key(at) in {"after", "when", "as"}:
                verb = self.following_verb(at)
                return self.verbal(verb) if verb >= 0 else NONE
            if self.tag(at) == Tag.VERB and self.key(at) not in verbs.STANDING | {"came"}:
                return NONE
            at += 1
        return NONE

    def verbal(self, verb: int) -> Pair:
        """Give both roles of a verb."""
        key = self.key(verb)
        if key in {"fell", "fallen", "fall"}:
            return self.behind(verb, "to"), None
        main, other = self.subject(verb, 0)
        if self.is_passive(verb) or key in verbs.UNDERGOING:
            return self.behind_by(verb, 0), main
        if key in {"came", "come", "comes"} and self.key(verb + 1) == "under":
            return self.behind(verb, "from", "by"), main
        if key in verbs.FLEEING and main is not None and main.kind == CIVILIANS:
            return None, main
        patient = None if key in verbs.MOVING else self.object(verb)
        if patient is None and other is not None and self.is_mutual(verb):
            patient = other
        if patient is None and key.endswith("ing") and self.tag(verb - 1) == Tag.COMMA:
            # "Rebels attacked soldiers, killing nine"
            earlier = self.verb_before(verb - 1)
            active = earlier >= 0 and not self.is_passive(earlier)
            patient = self.object(earlier) if active else None
        return main, patient
