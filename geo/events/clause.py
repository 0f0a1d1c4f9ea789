"""The clause as it is read: its subject, what stands aside, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.events import quantity
from geo.events.enumerations import MOST_LISTED, Listed, settled, share_article, suffers
from geo.events.function_words import (
    ADVERBS,
    BE,
    CHAINED,
    HAVE,
    JOINS,
)
from geo.events.groups import Group
from geo.events.harm import (
    BEFELL,
    BROKEN,
    CASUALTY,
    DISPLACED,
    HARM,
    INJURED,
    INJURY,
    KILLED,
    PHRASES,
    STATE,
    SUFFER,
    Harm,
)
from geo.events.names import MAYBE, NO_PEOPLE, PEOPLE
from geo.events.quantity import Count
from geo.events.tokens import Token
from geo.model import Toll

BACK = 8
"""How many words before a word of harm its verbs may stand."""
REACH = 16
"""How many words may stand between "the death toll" and its number."""
_SEVERAL = frozenset({"were", "are", "have"})
_PHRASES_BY: dict[str, dict[str, list[tuple[str, ...]]]] = {}
for _words in sorted(PHRASES, key=len, reverse=True):
    _PHRASES_BY.setdefault(_words[0], {}).setdefault(_words[1], []).append(_words)
_NO_PHRASES: list[tuple[str, ...]] = []
_SENTENCED = frozenset({"sentenced", "condemned", "scared", "frightened", "bored"})
"""Before "to death" they kill nobody."""
_APART = 3
_ESCAPED = frozenset({"escaped", "survived", "hospital", "up", "away"})
"""Between them and "with burns" stands nobody."""


@dataclass(slots=True)
class Found:
    """A group and what befell it."""

    kind: str
    group: Group
    first: int
    end: int
    part: bool = False
    count: Count | None = None
    """Where it is not the group's own."""
    claimant: str | None = None
    """Who owns the number: "the monitor’s own figure"."""


@dataclass(slots=True)
class Clause:
    """The words of a sentence, and how far and with what in mind they were read."""

    sentence: str
    words: list[Token]
    at: int = 0
    found: list[Found] = field(default_factory=list)
    subject: Listed = field(default_factory=list)
    recent: Listed = field(default_factory=list)
    """Groups since the verb: objects, or the subject of what follows."""
    nearest: Group | None = None
    """The last group, whatever its part in the clause."""
    joined: str = ""
    verb: bool = False
    """Whether the clause has had a verb."""
    oblique: bool = False
    """Whether a preposition stands before the next group."""
    unreal: bool = False
    """Whether the clause only may be so."""
    forced: bool = False
    interrupted: Listed = field(default_factory=list)
    """The subject to return to behind ", who …,"."""
    beside: Listed = field(default_factory=list)
    """What a preposition brought, while it may be enumerated: "with a nun and two boys dead"."""
    parts: list[Group] = field(default_factory=list)
    in_parts: bool = False
    aside: tuple[Listed, Listed, Group] | None = None
    """What to return to behind ", two of them …,"."""
    last: str = ""
    """The kind of the last harm, while more of the same may follow."""
    kind: str = ""
    """The kind of the last harm of the sentence."""
    seen: dict[str, int] = field(default_factory=dict)
    """Where each kind was counted first."""
    toll: tuple[str, int, str | None] | None = None
    """The kind of a toll whose number is still to come, where it was spoken of, whose it is."""
    elliptic: Group | None = None
    """The group that was taken for more of the same, while a verb of its own may follow."""
    several: Group | None = None
    """The last group of more than one: whom "them" may mean."""
    breakdown: bool = False
    """Whether bare numbers break down the last one."""
    tolled: bool = False
    """Whether a toll has had its number."""
    harm_end: int = 0
    """Where the last word of harm ended."""
    zero: int = -1
    """Where the last "no …" ended."""

    def low(self, at: int) -> str:
        """Give a word in lower case; "" where none stands."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def tolls(self) -> list[Toll]:
        """Give what was found as tolls, in the order of the text."""
        self.found.sort(key=lambda each: (each.first, each.kind))
        made = []
        for each in self.found:
            count = each.count or each.group.count
            if count is None:
                continue
            start, end = self.words[each.first].start, self.words[each.end - 1].end
            made.append(
                Toll(
                    each.kind, count.best, count.low, count.high, start, end,
                    self.sentence[start:end], self.victims(each.group), each.part,
                    claimant=each.claimant,
                )
            )  # fmt: skip
        return made

    def touches(self, group: Group | None) -> bool:
        """Tell whether a group ends right here."""
        return group is not None and group.end == self.at

    def touches_people(self, at: int) -> bool:
        """Tell whether those stand before a word of whom "with burns" may be said."""
        group = self.nearest
        return group is not None and group.count is not None and at - group.end <= _APART

    def finite(self) -> None:
        """Take an auxiliary: what stands before it is the subject."""
        if self.low(self.at - 1) in JOINS:
            self.recent = []
        elif self.recent:
            self.subject, self.recent = self.recent, []
        else:
            self.reclaim()
        self.close_list()
        self.in_parts = self.oblique = False
        self.verb, self.joined = True, ""

    def close_list(self) -> None:
        """Take "two soldiers, a civilian were killed" for an enumeration: no comma ends it."""
        listed = self.subject
        if len(listed) > 1 and listed[-1][0].end == self.at and listed[0][0].quantified:
            listed[-1] = (listed[-1][0], "and")

    def reclaim(self) -> None:
        """Take back "three soldiers" in "killed five people and three soldiers were hurt"."""
        if self.elliptic is not None and self.found and self.found[-1].group is self.elliptic:
            self.found.pop()
            self.subject = [(self.elliptic, "")]
            return
        if len(self.found) < 2 or self.last == "":  # noqa: PLR2004
            return
        taken, before = self.found[-1], self.found[-2]
        joint = self.low(taken.group.first - 1)
        several = self.low(self.at) in {"were", "are", "have"}
        if joint in JOINS and taken.kind == before.kind and taken.group.many == several and (
            self.nearest is not None and taken.group.first > before.group.first and not taken.part
            and before.first < before.group.first  # the verb stood before them
        ):  # fmt: skip
            self.found.pop()
            self.subject = [(taken.group, "")]

    def break_off(self) -> None:
        """End the clause; its subject stays until another comes."""
        self.close_aside()
        self.flush(self.kind)
        self.verb = self.oblique = self.unreal = self.forced = self.in_parts = False
        self.recent, self.joined, self.last = [], "", ""
        self.elliptic, self.breakdown, self.beside = None, False, []
        if self.words[self.at].low == ";":
            self.toll = None

    def close_aside(self) -> None:
        """Return to the subject behind "two of them seriously,"."""
        if self.aside is None:
            return
        self.subject, self.recent, group = self.aside
        self.aside, self.verb = None, bool(self.kind)
        if group.end:
            self.parts.append(group)

    def flush(self, kind: str) -> None:
        """Note the parts that were spoken of, once their kind is known."""
        if not kind:
            return
        for group in self.parts:
            if group.count is not None and group.people != NO_PEOPLE and group.count.low:
                self.note(kind, group, group.end, part=True)
        self.parts = []

    def extend(self, group: Group, joined: str) -> None:
        """Make a group the subject, an object, or one more of either."""
        if group.people == PEOPLE and group.many:
            self.several = group
        listed = self.recent if self.verb else self.subject
        if joined == "," and listed and group.count is None and group.people != PEOPLE:
            return  # "six rangers in the park, famous for its gorillas, …"
        continues = bool(joined and listed and (self.joins(group, listed, joined)))
        if continues and len(listed) < MOST_LISTED:
            share_article(listed[-1][0], group)
            listed.append((group, "," if joined == "," else "and"))
        elif self.verb:
            self.recent = [(group, "")]
            if joined != ",":
                self.unreal = self.unreal and self.low(group.end) not in BE
        else:
            self.subject = [(group, "")]

    def stand_beside(self, group: Group, joined: str) -> None:
        """Let a group go on the enumeration that a preposition began."""
        goes_on = joined and self.beside and self.beside[-1][0].end >= group.first - 2
        if goes_on and len(self.beside) < MOST_LISTED:
            self.beside.append((group, "," if joined == "," else "and"))
        else:
            self.beside = []

    def resume(self) -> None:
        """Return to the subject behind ", who spoke for the group,"."""
        if self.interrupted and self.verb:
            self.subject, self.recent, self.interrupted = self.interrupted, [], []

    def joins(self, group: Group, listed: Listed, joined: str) -> bool:
        """Tell whether a group goes on an enumeration."""
        previous = listed[-1][0]
        if self.harm_end > previous.end:
            return False
        if joined == "," and (
            previous.count is None or (previous.name and previous.people == MAYBE)
        ):
            return False
        # A phrase may stand between: "two people in the market and three outside".
        return joined != "," or previous.end >= group.first - 4

    def stands_by(self, at: int) -> bool:
        """Tell whether a group stands right before, but for adverbs and "feared"."""
        group = self.nearest
        if group is None or at - group.end > 3 or group.end > at:  # noqa: PLR2004
            return False
        between = (self.low(n) for n in range(group.end, at))
        return all(low in ADVERBS or low in CHAINED or low.endswith("ly") for low in between)

    def governed(self, at: int, *, strict: bool) -> bool:
        """Tell whether a form of "be" governs a word; strictly, with no other verb between."""
        at -= 1
        start = at
        while at >= 0 and self.low(at) not in BE and start - at < BACK:
            low = self.low(at)
            passed = low in ADVERBS or low in CHAINED or low in HAVE or low.endswith("ly")
            harmed = low in HARM or low == "to"
            loose = not strict and (low in JOINS or low == "," or low.endswith("ed"))
            if not (passed or harmed or loose or low == "down"):
                return False
            at -= 1
        return at >= 0 and self.low(at) in BE

    def before(self, start: int, *, finite: bool = False) -> Listed:
        """Give those before a word of harm: the nearest, or the subject of the clause.

        A finite verb ("died") passes over what a preposition brought: "nine people in
        the port of Aden died". So does any over a name, which may be a place's.
        """
        group = self.nearest
        if self.stands_by(start) and group is not None:
            if len(self.beside) > 1 and self.beside[-1][0] is group and not finite:
                return self.beside
            for listed in (self.recent, self.subject):
                if any(each is group for each, _ in listed):
                    return listed
            counted = any(each.count is not None for each, _ in self.recent or self.subject)
            if not (counted and (finite or group.name)):
                return [(group, "")]
        if self.recent and self.low(start - 1) not in JOINS:
            return self.recent
        return self.subject

    def harm_at(self, at: int) -> tuple[Harm, int] | None:
        """Give the word or phrase of harm that begins at a token, and its length."""
        low = self.words[at].low
        begun = _PHRASES_BY.get(low)
        for phrase in begun.get(self.low(at + 1), _NO_PHRASES) if begun else _NO_PHRASES:
            if all(self.low(at + n) == word for n, word in enumerate(phrase)):
                said = PHRASES[phrase]
                if said.kind == DISPLACED and said.voice == STATE and not self.forced:
                    continue
                if phrase == ("to", "death") and self.low(at - 1) in _SENTENCED:
                    continue
                return said, len(phrase)
        harm = HARM.get(low)
        if harm is None:
            return self.injury(at) if low in SUFFER or low == "with" else None
        return harm, 1

    def injury(self, at: int) -> tuple[Harm, int] | None:
        """Read "sustained life-changing injuries", "treated for burns"."""
        if self.low(at) == "with" and not self.touches_people(at):
            return None
        for end in range(at + 1, min(at + 7, len(self.words))):
            low = self.low(end)
            if low in INJURY or (low in BROKEN and self.low(at) == "with"):
                before = self.low(at) == "treated" or (
                    self.low(at) == "with" and self.low(at - 1) not in _ESCAPED
                )
                strict = self.low(at) == "with"
                return Harm(INJURED, STATE if before else BEFELL, strict=strict), end + 1 - at
            if not low[0].isalpha() or (quantity.begins(self.words[end]) and low != "a"):
                return None
        return None

    def note(self, kind: str, group: Group, end: int, *, part: bool = False) -> None:
        """Note a count; "casualties" are noted as both kinds, from none to all."""
        kinds = (KILLED, INJURED) if kind == CASUALTY else (kind,)
        for each in kinds:
            count = group.count
            if count is None or self.noted(each, group):
                continue
            if kind == CASUALTY and count.high != 0:
                count = Count(None, 0, count.high)
            elif each == DISPLACED and group.head in {"families", "households"}:
                count = Count(count.best, count.low, None)
            self.found.append(Found(each, group, group.first, end, part, count))
            self.seen.setdefault(each, group.first)

    def noted(self, kind: str, group: Group) -> bool:
        """Tell whether a group has that already; the wounded who die are wounded no more."""
        for each in self.found[-MOST_LISTED:]:
            if each.group is group:
                if each.kind == kind:
                    return True
                if kind == KILLED and each.kind == INJURED:
                    self.found.remove(each)
                    return False
        return False

    def meant(self, listed: Listed, kind: str) -> Listed:
        """Put those of whom the sentence spoke before in the place of "them"."""
        if len(listed) != 1 or listed[0][0].head != "them" or self.several is None:
            return listed
        acting = any(group is self.several for group, _ in self.subject)
        return [] if acting or self.noted(kind, self.several) else [(self.several, "")]

    def dead(self, kind: str, group: Group) -> bool:
        """Tell whether those who are to be counted injured were counted killed."""
        return kind == INJURED and any(
            each.group is group and each.kind == KILLED for each in self.found[-MOST_LISTED:]
        )

    def counted_before(self, kind: str, group: Group) -> bool:
        """Tell whether the kind was counted before a group."""
        return self.seen.get(kind, group.first) < group.first

    def harmed(  # noqa: PLR0913
        self, kind: str, listed: Listed, verb: int, *, strict: bool = False, verb_end: int = -1,
        part: bool = False,
    ) -> None:  # fmt: skip
        """Note what befell the people of an enumeration."""
        self.last = self.kind = kind
        whole, breakdown = settled(self.meant(listed, kind))
        if len(whole) == 1 and whole[0].people == PEOPLE and whole[0].many:
            self.several = whole[0]
        for group in whole:
            alone = len(whole) == 1 and verb < 0
            sure = strict and not (group.bare and self.seen)
            if not suffers(group, kind, strict=sure, alone=alone) or self.dead(kind, group):
                continue
            part_of = part or (group.partitive and self.counted_before(kind, group))
            part_of = part_of or any(group is each for each in self.parts)
            end = group.end
            if group is whole[-1] and verb_end > 0 and self.only_verbs(group.end, verb_end):
                end = verb_end
            self.note(kind, group, end, part=part_of)
            if verb >= 0 and group is whole[0]:
                self.found[-1].first = min(verb, group.first)
        for group in breakdown:
            if suffers(group, kind, strict=strict, alone=False):
                self.note(kind, group, group.end, part=True)
        if self.aside is not None and any(group is self.aside[2] for group in whole):
            self.aside = (self.aside[0], self.aside[1], Group(0, 0))
        self.flush(kind)

    def only_verbs(self, start: int, end: int) -> bool:
        """Tell whether nothing but the verbs of harm stands between."""
        return all(
            low in BE or low in HAVE or low in ADVERBS or low in CHAINED or low in HARM
            or low.endswith("ly") or low in {"to", "death", "down", "and", "or", "their", "lives"}
            for low in (self.low(at) for at in range(start, end))
        )  # fmt: skip

    def victims(self, group: Group) -> str | None:
        """Give who a group are, as written, without the number."""
        first = max(group.nouns_from, group.first)
        if first < group.end and self.words[first].low == "of":
            first += 1
        if first >= group.end or (group.quantified and not group.head) or group.partitive:
            return None
        return self.sentence[self.words[first].start : self.words[group.end - 1].end]

    @property
    def has_whole(self) -> bool:
        """Whether there is anything to be a part of."""
        return bool(self.kind or self.subject)
