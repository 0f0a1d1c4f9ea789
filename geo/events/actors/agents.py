"""Who does a deed: the subject of a verb, found along chains, relatives and attributions.

The steps lean on each other: the subject of a verb may be a noun of attack whose agent
stands behind "by", or a pronoun for the subject of another verb. A budget of steps keeps
that short whatever the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events.actors import verbs
from geo.events.actors.clauses import Tag
from geo.events.actors.objects import NONE, Objects, Pair
from geo.events.actors.words import ATTACKS, BLAMED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.events.actors.clauses import Item
    from geo.events.actors.roster import Actor

_DEEP = 6
"""How many verbs a chain may have."""
_STEPS = 60
"""How many verbs and nouns are looked at for one event."""
_CLOSE = 3
"""How many words from "fighters" the one they are of may stand."""


class Agents(Objects):
    """What stands to the left of a word, and who is behind a noun of attack."""

    def __init__(self, found: Sequence[Item]) -> None:
        super().__init__(found)
        self.steps = _STEPS

    def may_go_on(self, deep: int) -> bool:
        """Take a step, if the budget has one left."""
        self.steps -= 1
        return deep <= _DEEP and self.steps >= 0

    def agent(self, verb: int, deep: int) -> Actor | None:
        """Give who does what a verb says, in either voice."""
        if self.is_passive(verb):
            return self.behind_by(verb, deep)
        return self.subject(verb, deep)[0]

    def subject(self, verb: int, deep: int) -> Pair:  # noqa: C901, PLR0911  (a case for each kind of word)
        """Give the subject of a verb, and what "and" adds to it."""
        if verb < 0 or not self.may_go_on(deep):
            return NONE
        at = verb - 1
        while self.tag(at) in {Tag.ADVERB, Tag.AUXILIARY}:
            at -= 1
        match self.tag(at):
            case Tag.STOP:
                return NONE
            case Tag.TO:
                return self.before_to(self.before_adverbs(at), deep)
            case Tag.PRONOUN:
                return self.meant(at, deep), None
            case Tag.COMMA:
                return self.across_comma(at, verb, deep)
            case Tag.AND:
                return self.chained(at, verb, deep)
            case Tag.RELATIVE:
                return self.antecedent(at, deep)
            case Tag.CONJUNCTION | Tag.PREPOSITION:
                return self.of_main_clause(at, verb, deep)
            case Tag.VERB:
                return self.subject(at, deep + 1)
        if self.is_number(at) and self.tag(at - 1) == Tag.AND:
            # "were killed and 20 hurt"
            return self.chained(at - 1, verb, deep)
        return self.noun_phrase(at, deep)

    def before_to(self, at: int, deep: int) -> Pair:
        """Give who does what stands behind "to"."""
        if self.tag(at) == Tag.VERB:
            return self.subject(at, deep + 1)
        earlier = self.verb_before(at)
        if self.tag(at) == Tag.ACTOR and self.key(earlier) in {"ordered", "told", "urged"}:
            return self.mention(at), None
        if earlier >= 0:
            return self.agent(earlier, deep + 1), None
        return self.noun_phrase(at, deep)

    def across_comma(self, at: int, verb: int, deep: int) -> Pair:
        """Go over an aside ("Rebels, who had fled, attacked") or along a chain."""
        if not self.key(verb).endswith("ing"):
            opened = at - 1
            while self.tag(opened) not in {Tag.COMMA, Tag.STOP}:
                opened -= 1
            if self.tag(opened) == Tag.COMMA and self.tag(opened - 1) in {Tag.ACTOR, Tag.NOUN}:
                main, other = self.noun_phrase(opened - 1, deep)
                if main is not None:
                    return main, other
        return self.chained(at, verb, deep)

    def chained(self, at: int, verb: int, deep: int) -> Pair:
        """Give the subject of the verb before, or whoever stands there."""
        if self.tag(at) == Tag.AND and self.tag(at - 1) == Tag.COMMA:
            at -= 1
        earlier = self.verb_before(at)
        if earlier < 0:
            return self.noun_phrase(at - 1, deep) if at > 0 else self.after_opening(verb, deep)
        if self.tag(at) == Tag.COMMA and self.key(verb).endswith("ing"):
            return self.agent(earlier, deep + 1), None
        if self.tag(at) == Tag.COMMA and self.key(earlier) in verbs.SAYING:
            return NONE
        return self.subject(earlier, deep + 1)

    def of_main_clause(self, at: int, verb: int, deep: int) -> Pair:
        """Give who does what stands behind "after" or "by" without a subject of its own."""
        earlier = self.verb_before(at)
        if earlier < 0:
            return self.after_opening(verb, deep)
        if self.key(earlier) in BLAMED:
            return self.next_actor(earlier + 1), None
        agent = self.agent(earlier, deep + 1)
        return (agent, None) if agent else self.subject(earlier, deep + 1)

    def after_opening(self, verb: int, deep: int) -> Pair:
        """Give the subject of the clause behind "After capturing the town,"."""
        at = verb + 1
        while self.tag(at) not in {Tag.COMMA, Tag.STOP}:
            at += 1
        for later in range(at + 1, self.count):
            if self.tag(later) in {Tag.STOP, Tag.COMMA} or self.tag(at) != Tag.COMMA:
                return NONE
            if self.tag(later) == Tag.VERB:
                return self.subject(later, deep + 1) if later > at + 1 else NONE
        return NONE

    def antecedent(self, at: int, deep: int) -> Pair:
        """Give whom a relative pronoun means."""
        at -= 1
        if self.tag(at) == Tag.PREPOSITION:
            at -= 1
        if self.tag(at) == Tag.COMMA:
            at -= 1
        return self.noun_phrase(at, deep) if self.tag(at) != Tag.VERB else NONE

    def meant(self, pronoun: int, deep: int) -> Actor | None:
        """Give whom "it" or "they" means: who speaks, else who acted before."""
        if self.key(pronoun) in {"he", "she", "him", "his", "her", "we", "us", "our"}:
            return None
        at = self.verb_before(pronoun)
        while at >= 0:
            found = self.subject(at, deep + 1)[0]
            if found is not None or self.key(at) in verbs.SAYING:
                return found
            at = self.verb_before(at)
        return None

    # Noun phrases.

    def noun_phrase(self, noun: int, deep: int) -> Pair:
        """Give the actor of the noun phrase that ends at a word, and its partner."""
        seen: list[int] = []
        at = noun
        while at >= 0:
            tag = self.tag(at)
            if tag == Tag.ACTOR:
                seen.append(at)
            elif tag == Tag.VERB:
                at = self.over_relative(at)
            elif tag == Tag.POSSESSIVE and not seen:
                if self.tag(at - 1) != Tag.AND:
                    return self.meant(at, deep), None
                at -= 1  # "fighters and their families"
            elif self.ends_phrase(at, inside=bool(seen)):
                break
            at -= 1
        return self.chosen(seen[::-1], noun, deep)

    def ends_phrase(self, at: int, *, inside: bool) -> bool:
        """Tell whether a noun phrase, read backwards, ends at a word."""
        tag, before = self.tag(at), self.tag(at - 1)
        if tag == Tag.COMMA:
            return not before == self.tag(at + 1) == Tag.ACTOR
        if tag == Tag.AND:
            return inside and before != Tag.ACTOR
        return tag in {Tag.STOP, Tag.CONJUNCTION, Tag.PRONOUN, Tag.RELATIVE}

    def chosen(self, seen: Sequence[int], noun: int, deep: int) -> Pair:
        """Choose among the actors of a noun phrase: its head, or whose it is."""
        words = [self.preposition(at) for at in seen]
        if "" in words:
            head = words.index("")
            return self.owner(seen[head:], words[head:]) or (
                self.mention(seen[head]), self.partner(seen[head]),
            )  # fmt: skip
        event = self.event_noun(noun)
        agent = self.nominal(event, event, deep + 1)[0] if event >= 0 else None
        if agent is not None:
            return agent, None
        for at, word in zip(seen, words, strict=True):
            if word in {"of", "from", "by", "between"}:
                return self.mention(at), self.partner(at)
        return NONE

    def owner(self, seen: Sequence[int], words: Sequence[str]) -> Pair | None:
        """Give the group that "fighters of" or "fighters from" are of, if it follows."""
        if len(seen) == 1 or words[1] not in {"of", "from"} or seen[1] - seen[0] > _CLOSE:
            return None
        group = self.mention(seen[1])
        return None if group is None or group.text.islower() else (group, None)

    # The agent of what is suffered.

    def behind_by(self, verb: int, deep: int) -> Actor | None:
        """Give who does it in the passive: behind "by", in an attack, or "when" he attacks."""
        found = self.behind(verb, "by")
        if found is not None:
            return found
        at = verb + 1
        while self.tag(at) not in {Tag.STOP, Tag.RELATIVE, Tag.VERB}:
            if self.tag(at) == Tag.COMMA and self.tag(at + 1) != Tag.CONJUNCTION:
                return None
            if self.key(at) in verbs.CLASHING:
                other = self.behind(at, "with", "against")
                return other or self.nominal(at, at, deep + 1, light=False)[0]
            if self.key(at) in ATTACKS:
                return self.nominal(at, at, deep + 1, light=False)[0]
            if self.key(at) in {"when", "after", "as"}:
                return self.of_following(at, deep)
            at += 1
        return None

    def of_following(self, at: int, deep: int) -> Actor | None:
        """Give who acts in the clause that a conjunction begins."""
        verb = self.following_verb(at)
        return self.agent(verb, deep + 1) if verb >= 0 and self.may_go_on(deep) else None

    def following_verb(self, at: int) -> int:
        """Give the first verb of the clause that a conjunction begins, or -1."""
        for verb in range(at + 1, self.count):
            if self.tag(verb) in {Tag.STOP, Tag.COMMA}:
                return -1
            if self.is_verbal(verb):
                return verb
        return -1

    # A noun of attack.

    def nominal(self, low: int, high: int, deep: int, *, light: bool = True) -> Pair:
        """Give both roles of a noun: "an air strike by X on Y", "clashes between X and Y"."""
        if not self.may_go_on(deep):
            return NONE
        both = self.key(high) in verbs.CLASHING or self.key(high) in verbs.TALKING
        agent = self.attributive(low, deep)
        found, patient = self.after_noun(high, both=both)
        if both and agent is not None:
            patient = patient or found
        agent = agent or found
        if agent is None and self.tag(high + 1) == Tag.RELATIVE:
            agent, patient = self.of_relative(high + 1, deep)
        if light and agent is None:
            agent, suffers = self.light_verb(low, deep)
            if both and patient is not None:
                # "were wounded in clashes with X"
                return agent or suffers, patient
            patient = patient or suffers
        elif light and patient is None:
            patient = self.suffering(low, deep)
        return agent, patient

    def of_relative(self, relative: int, deep: int) -> Pair:
        """Give who is said to have done it: "the truce that X and Y arranged"."""
        verb = self.following_verb(relative + 1)
        if verb < 0 or self.key(verb) in verbs.JUDGING or self.is_passive(verb):
            return NONE
        main, other = self.subject(verb, deep + 1)
        return main, (other if self.is_mutual(verb) else None)

    def attributive(self, low: int, deep: int) -> Actor | None:
        """Give the actor right before a noun: "Russian air strikes", "the army's shelling"."""
        at = low - 1
        while at > low - 5 and self.tag(at) == Tag.NOUN:
            at -= 1
        if self.key(at) == "and" and self.tag(at - 1) == Tag.NOUN:
            # "air and artillery strikes"
            at -= 2
        if self.tag(at) == Tag.POSSESSIVE:
            return self.meant(at, deep + 1)
        if self.tag(at) == self.tag(at - 2) == Tag.ACTOR and self.key(at - 1) == "and":
            # "Russian and Syrian air strikes"
            at -= 2
        return self.mention(at)

    def light_verb(self, low: int, deep: int) -> Pair:
        """Give who "launched" an attack, or was hit in one."""
        verb = self.governing(low)
        if self.key(verb) in BLAMED:
            return self.next_actor(verb + 1, Tag.PREPOSITION), None
        if verb < 0 or not self.owns_up(verb, low):
            return NONE
        main, other = self.subject(verb, deep + 1)
        if self.is_suffered(verb):
            return None, main
        mutual = self.key(low) in verbs.TALKING or self.key(low) in verbs.CLASHING
        return main, (other if mutual and other else self.object(verb))

    def suffering(self, low: int, deep: int) -> Actor | None:
        """Give who was harmed in an attack whose actor is known: "died in Russian raids"."""
        at = low - 1
        while self.tag(at) in {Tag.NOUN, Tag.ACTOR}:
            at -= 1
        verb = self.governing(at + 1)
        if verb < 0 or self.key(verb) in verbs.JUDGING or not self.is_suffered(verb):
            return None
        return self.subject(verb, deep + 1)[0]

    def is_suffered(self, verb: int) -> bool:
        """Tell whether the subject of a verb is at the receiving end of the attack behind it."""
        key = self.key(verb)
        return (
            key in verbs.UNDERGOING
            or key in verbs.REPELLING
            or key in {"came", "faced", "faces"}
            or self.is_passive(verb)
        )
