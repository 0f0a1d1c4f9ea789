"""The words of a sentence, and the known names and states that stand among them."""

from __future__ import annotations

from typing import NamedTuple

from geo.events.actors import words as lists
from geo.events.actors.lexicon import WORD, Entry, Name, Node, Role, lexicon, word_key
from geo.events.actors.roster import STATE, Actor
from geo.events.actors.verbs import DETERMINERS, NOUN_OR_VERB, predicates

HYPHENS = frozenset({"-", "‑"})
OWNING = frozenset({"'s", "’s", "'", "’"})
JOINTS = frozenset({"", "/", "&"}) | HYPHENS | OWNING
"""What may stand between the words of a name."""
_AHEAD = 4
"""How many words from an adjective its noun of attack is looked for."""
_PEOPLE, _DOUBLE = int(Role.PEOPLE), int(Role.DOUBLE)


class Found(NamedTuple):
    """Words that name an actor."""

    first: int
    stop: int
    """Words, exclusive."""
    name: str
    """Empty: as written."""
    kind: str


class Page:
    """The words of a sentence and the actors found so far."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.lexicon = lexicon()
        words = list(WORD.finditer(sentence))
        self.starts = [word.start() for word in words]
        self.ends = [word.end() for word in words]
        self.keys = [word_key(word.group()) for word in words]
        self.count = len(words)
        self.actors: list[Actor] = []

    def take(self, hit: Found) -> None:
        """Add an actor."""
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
        """Give the comparable form of a word; empty beyond the ends."""
        return self.keys[at] if 0 <= at < self.count else ""

    def capital(self, at: int) -> bool:
        """Tell whether a word is written with a capital."""
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
        """Tell whether an adjective of nation is written as one: "Polish", "US"."""
        if not self.capital(at):
            return False
        short = self.keys[at] in {"us", "uk", "uae"}
        return not short or self.sentence[self.starts[at] : self.ends[at]].isupper()

    def named(self, at: int, entry: Entry) -> Found | None:
        """Read the longest known name."""
        best: Found | None = None
        node: Node | None = entry
        stop = at + 1
        while node is not None:
            for name in node.ends:
                if self.spells(at, stop, name):
                    best = Found(at, stop, name.name, name.kind)
                    break
            node = node.following.get(self.key(stop)) if node.following else None
            if node is not None and self.gap(stop - 1) not in JOINTS:
                node = None
            stop += 1
        return best

    def spells(self, at: int, stop: int, name: Name) -> bool:
        """Tell whether a name has its capitals here."""
        text = self.sentence[self.starts[at] : self.ends[stop - 1]]
        if self.keys[at] in lists.SURNAMES and self.gap(at - 1) == "" and self.capital(at - 1):
            return False
        if not name.exact:
            return text[0].isupper() or not name.alias[0].isupper()
        if text.replace(".", "") != name.alias.replace(".", ""):
            return False
        return not (self.keys[at] in lists.NOT_SHOUTED and self.sentence.isupper())

    def is_party(self, first: int, stop: int) -> bool:
        """Tell whether the name of a state stands for one who acts or is dealt with."""
        if self.key(first - 1) == "the":
            first -= 1
        before, after = self.gap(first - 1), self.gap(stop - 1)
        if after in OWNING:
            return self.attacks(stop)
        if after == "/" or after in HYPHENS or before in HYPHENS:
            return False
        if after == "" and self.capital(stop):
            # "by the United States Secret Service"
            return False
        if before == "" and self.is_dealt_with(first):
            return True
        if before == "," and self.is_listed(first):
            return True
        in_place = before == "" and self.key(first - 1) in lists.PLACE_PREPOSITIONS
        return not in_place and self.is_subject(stop, after)

    def is_subject(self, stop: int, after: str) -> bool:
        """Tell whether what follows the name of a state says what it does."""
        following = self.key(stop)
        if after == ",":
            return following == "which"
        if after == "" and following == "and":
            return self.leads_to_party(stop + 1)
        if following in NOUN_OR_VERB:
            # "Israel strikes a convoy", not "Israel strikes on"
            return after == "" and (self.capital(stop + 1) or self.key(stop + 1) in DETERMINERS)
        return after == "" and predicates(following) and following != "including"

    def leads_to_party(self, at: int) -> bool:
        """Tell whether what "and" adds is a state that acts."""
        entry = self.lexicon.get(self.key(at + (self.key(at) == "the")))
        named = self.named(at + (self.key(at) == "the"), entry) if entry else None
        if named is None or self.gap(named.stop - 1) != "":
            return False
        return predicates(self.key(named.stop))

    def is_dealt_with(self, first: int) -> bool:
        """Tell whether the words before a state make it a party: "by", "between", "against"."""
        before, earlier = self.key(first - 1), self.key(first - 2)
        if before in {"by", "between"} or before in lists.BLAMED or before in lists.STRUCK:
            return True
        if before == "of":
            return earlier in lists.STATESMEN
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
