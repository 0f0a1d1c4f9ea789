"""Actors without a proper name: words of nation, side and trade before a noun, and crowds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events.actors import words as lists
from geo.events.actors.lexicon import Node, Role, word_key
from geo.events.actors.naming import HYPHENS, OWNING, Found, Page
from geo.events.actors.roster import (
    ARMY,
    CIVILIANS,
    MILITIA,
    POLITICAL,
    PROTESTERS,
    REBELS,
    STATE,
    UNIDENTIFIED,
)
from geo.events.actors.verbs import CONJUNCTIONS, COORDINATORS, PREPOSITIONS, RELATIVES, predicates

if TYPE_CHECKING:
    from geo.events.actors.lexicon import Entry

_LONGEST = 9
"""How many words a phrase may have."""
_CROWD_AHEAD = 8
_NOUN = int(Role.NOUN)
_ALONE = int(Role.ALONE)
_GUARDED = int(Role.GUARDED)
_MODIFIER = int(Role.MODIFIER)
_PEOPLE = int(Role.PEOPLE)
_SIDE = int(Role.SIDE)
_CROWD = int(Role.CROWD)
_UNIT = int(Role.UNIT)
_GROUP = int(Role.GROUP)
_DOUBLE = int(Role.DOUBLE)


class Phrases(Page):
    """Reads the longest actor at each word; None where the words do not bear one."""

    def read(self, at: int, free: int, entry: Entry) -> Found | None:
        """Read the longest actor that begins at a word (or, owned, at the one before)."""
        role = self.role(at)
        named = self.named(at, entry)
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

    def as_named(self, named: Found) -> Found | None:
        """Take a name with the noun behind it; a state only where it acts."""
        after = self.gap(named.stop - 1)
        if after in HYPHENS and self.key(named.stop) in lists.HOLDING | lists.LINKING:
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

    def described(self, at: int, free: int, named: Found | None) -> Found | None:
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
        return Found(at, head + 1, name, self.kind(at, head))

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
            self.gap(at - 1) in OWNING
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

    def phrase(self, at: int, named: Found | None) -> tuple[int, int]:
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
        return self.keys[stop] in lists.LINKING and self.gap(stop - 1) in HYPHENS

    def begins_name(self, at: int) -> bool:
        """Tell whether a known name begins at a word."""
        entry = self.lexicon.get(self.keys[at])
        if entry is None or not self.capital(at):
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
            or following in RELATIVES
            or following in CONJUNCTIONS
            or predicates(following)
        )

    def of_state(self, at: int, stop: int) -> str:
        """Name "Turkey's army" as "Turkish army" is named."""
        owner = self.lexicon.get(self.keys[at - 1])
        node: Node | None = self.lexicon.get(word_key(owner.adjective)) if owner else None
        for ahead in range(at, stop):
            node = node.following.get(self.keys[ahead]) if node else None
        return node.ends[0].name if node and node.ends else ""

    def led(self, at: int, stop: int) -> Found | None:
        """Read "US-led" and "Iran-backed" before an attack."""
        for link in range(at + 1, stop):
            if self.keys[link] in lists.LINKING and self.gap(link - 1) in HYPHENS:
                if not self.attacks(link + 1):
                    return None
                text = self.sentence[self.starts[at] : self.ends[link]]
                name = f"{text} {'coalition' if self.keys[link] == 'led' else 'forces'}"
                return Found(at, link + 1, name.replace("U.S.", "US"), ARMY)
        return None

    def attributive(self, at: int, entry: Entry, role: int) -> Found | None:
        """Read an adjective as the actor of the attack that it describes."""
        double = entry.doubles.get(self.key(at + 1)) if role & _DOUBLE else None
        stop = at + 1 + bool(double)
        if self.gap(at - 1) in HYPHENS or not self.attacks(stop):
            return None
        if double:
            return Found(at, stop, double, STATE)
        if role & _PEOPLE:
            return Found(at, stop, entry.name, entry.kind)
        name, kind = lists.SIDES[self.keys[at]]
        return Found(at, stop, name, kind)

    def crowd(self, at: int) -> Found | None:
        """Read "thousands of people" as protesters if they protest."""
        stop = at + 1
        for ahead in range(at + 1, min(at + _CROWD_AHEAD, self.count)):
            key = self.keys[ahead]
            if key in lists.PROTESTING or self.takes_to_streets(ahead):
                return Found(at, stop, "Protesters", PROTESTERS)
            if key in {"of", "people"} and stop == ahead:
                stop = ahead + 1
            elif key not in lists.CROWD_FILLERS and not self.capital(ahead):
                return None
            if self.gap(ahead) != "":
                return None
        return None

    def takes_to_streets(self, at: int) -> bool:
        """Tell whether "took to the streets" stands here."""
        return self.keys[at] in {"took", "taken", "take"} and self.keys[at + 1 : at + 4] == [
            "to", "the", "streets",
        ]  # fmt: skip

    def unit(self, at: int, free: int) -> Found | None:
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
        return Found(first, at + 1, "", MILITIA) if first < at else None

    def group(self, at: int) -> Found | None:
        """Read an unlisted group by the first word of its name: "Liwa al-Haqq"."""
        stop = at + 1
        while self.capital(at) and stop < min(at + _LONGEST, self.count):
            article = self.keys[stop] in {"al", "ash", "an", "ul", "ad"} and self.gap(stop) == "-"
            if self.gap(stop - 1) not in {"", "-"} or not (article or self.capital(stop)):
                break
            stop += 1
        return Found(at, stop, "", REBELS) if stop > at + 1 else None
