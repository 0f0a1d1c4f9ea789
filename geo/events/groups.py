"""Noun phrases for people: "two Turkish soldiers", "a family of five", "three of them".

A phrase is a determiner or a quantity, what modifies, and the noun that counts. The
parser looks only forward and never beyond a dozen words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.events import quantity
from geo.events.function_words import (
    CHAINED,
    DEFINITE,
    DETERMINERS,
    INDEFINITE,
    MANY_PRONOUN,
    ONE_PRONOUN,
    PARTICLES,
    PLURAL_DETERMINERS,
    STOPS,
    THOSE,
)
from geo.events.harm import (
    ATTRIBUTIVE,
    CONTAINERS,
    HARM,
    HARM_NOUNS,
    LIFE,
    NUMBERED,
    ONE_PERSON,
    PERSON_ENDINGS,
    PERSONS,
    THINGS,
)
from geo.events.names import (
    MAYBE,
    NO_PEOPLE,
    PEOPLE,
    capital,
    is_age,
    is_compound,
    mark_name,
    title,
    upper,
)
from geo.events.quantity import Count

if TYPE_CHECKING:
    from geo.events.tokens import Token

MORE = frozenset({"more", "other", "others", "further", "additional", "else"})
_HARMED = frozenset({"dead", "killed", "wounded", "injured", "missing", "victims", "casualties"})
_ATTRIBUTES = frozenset({"wounded", "injured", "missing", "dead", "captured", "kidnapped",
                         "abducted", "detained", "displaced", "murdered", "slain", "trapped",
                         "arrested"})  # fmt: skip
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "latest",
                       "next", "only"})  # fmt: skip
_NOT_ADVERBS = frozenset({"elderly", "family", "assembly", "july", "italy", "early", "holy"})
_NOT_PARTICIPLES = frozenset({"armed", "unarmed", "suspected", "masked", "retired", "uniformed",
                              "alleged", "united", "hooded", "unidentified", "hundred", "wanted",
                              "seed", "infrared", "sacred", "red", "medical"})  # fmt: skip
_LONGEST = 9
"""No phrase takes more words before its noun."""


@dataclass(slots=True)
class Group:
    """A noun phrase, and how many people it is."""

    first: int
    end: int
    """Index of the token behind it."""
    count: Count | None = None
    """None where it does not count: "soldiers"."""
    people: int = MAYBE
    head: str = ""
    """The noun, in lower case; "" for a bare number."""
    name: bool = False
    determiner: str = ""
    quantified: bool = False
    """Whether a number stands there, not only "a" or "the"."""
    partitive: bool = False
    """Whether it is "three of them"."""
    of_harmed: bool = False
    """Whether it is "two of the wounded"."""
    kind: str | None = None
    """Of nouns that say it themselves ("deaths") or bear it ("wounded men")."""
    noun: bool = False
    """Whether the noun says it, not an attribute."""
    nonsense: bool = False
    """Whether its number words make no number."""
    word: str = ""
    """The first word of the number."""
    nouns_from: int = 0
    """Index of the first token behind the number."""

    @property
    def bare(self) -> bool:
        """Whether a number stands without a noun."""
        return self.quantified and not self.head and not self.partitive

    @property
    def many(self) -> bool:
        """Whether it is more than one."""
        return self.count is None or self.count.best != 1


def begins(words: list[Token], at: int) -> bool:
    """Tell whether a noun phrase may begin at a token."""
    token = words[at]
    low = token.low
    if low in DETERMINERS or low in ONE_PRONOUN or low in MANY_PRONOUN or quantity.begins(token):
        return low != "that" or _noun_follows(words, at + 1)
    return low[0].isalpha() and not _stops(words, at)


def parse(words: list[Token], at: int) -> Group | None:  # noqa: PLR0911  (a ladder of kinds)
    """Parse the noun phrase that begins at a token, if one does."""
    token = words[at]
    number = quantity.read(words, at) if quantity.begins(token) else None
    if number is not None:
        return _counted(words, at, number)
    low = token.low
    if low in ONE_PRONOUN and not (low == "her" and _owned_follows(words, at + 1)):
        return Group(at, at + 1, Count(1, 1, 1), PEOPLE, low)
    if low in MANY_PRONOUN:
        return Group(at, at + 1, None, MAYBE, low)
    if low in DETERMINERS:
        return _determined(words, at)
    if low[0].isdigit() and not is_compound(low):  # a date, an age, a distance
        return Group(at, at + 1, None, NO_PEOPLE, low)
    if low in quantity.STARTS:
        return None
    if _stops(words, at):
        return None
    group = Group(at, at)
    _noun(words, at, group)
    return _bare(words, group)


def _counted(words: list[Token], at: int, number: quantity.Quantity) -> Group:
    group = Group(at, number.end, number.count, MAYBE, quantified=True, word=number.word)
    group.nonsense = number.count is None
    group.nouns_from = number.end
    _of_or_noun(words, group)
    return group


def _of_or_noun(words: list[Token], group: Group) -> None:
    """Read what a number counts: "three of them", "dozens of people", "two more men"."""
    at = group.end
    while at < len(words) and words[at].low in MORE:
        if words[at].low in {"others", "else"}:
            group.head, group.people = "others", PEOPLE
        at += 1
        group.end = at
    if at + 1 < len(words) and words[at].low == "of":
        _of(words, at + 1, group)
    elif not group.head or group.head == "others":
        _noun(words, at, group)
    if group.head in CONTAINERS:
        _contained(words, group)
    elif group.head:
        _complement(words, group)


def _of(words: list[Token], at: int, group: Group) -> None:
    low = words[at].low
    if low in THOSE and (low not in DETERMINERS or not _noun_follows(words, at + 1)):
        group.partitive, group.people, group.end = True, PEOPLE, at + 1
        return
    start = at + (low in DETERMINERS)
    if start < len(words) and words[start].low in _HARMED and not _noun_follows(words, start + 1):
        group.of_harmed, group.people, group.end = low in DETERMINERS, PEOPLE, start + 1
        group.head = words[start].low
        return
    if start < len(words) and quantity.begins(words[start]):
        inner = quantity.read(words, start)  # "one of four soldiers"
        start = inner.end if inner else start
        if start < len(words) and words[start].low in HARM:
            return  # "seven of the 14 killed": the whole counts for itself
    before = group.end
    _noun(words, start, group)
    if group.end == before and low not in DETERMINERS:
        return
    group.end = max(group.end, start)


def _determined(words: list[Token], at: int) -> Group | None:
    low = words[at].low
    start = at + 1
    while start < len(words) and words[start].low in _ORDINALS:
        start += 1
    if start < len(words) and quantity.begins(words[start]) and words[start].low != "a":
        number = quantity.read(words, start)
        if number is not None:  # "his three sons"
            group = _counted(words, start, number)
            group.first, group.determiner = at, low
            return group
    group = Group(at, at + 1, determiner=low)
    group.nouns_from = start
    if (
        start < len(words)
        and words[start].low in _HARMED
        and (not _noun_follows(words, start + 1) or words[start + 1].low in NUMBERED)
    ):
        group.head, group.end = words[start].low, start + 1
        return group
    _noun(words, start, group)
    if group.end <= start and not group.head:
        if low == "another" or (low == "a" and start > at + 1):  # "a third was wounded"
            return Group(at, start, Count(1, 1, 1), PEOPLE, "others", determiner=low)
        return Group(at, start, None, NO_PEOPLE, determiner=low) if start > at + 1 else None
    if group.head in CONTAINERS and _contained(words, group):
        return group
    _complement(words, group)
    if group.head == "couple":
        group.count = Count(2, 2, 2)
    elif low not in PLURAL_DETERMINERS and _is_one(words, group, definite=low in DEFINITE):
        group.count = Count(1, 1, 1)
    return group


def _is_one(words: list[Token], group: Group, *, definite: bool) -> bool:
    """Tell whether a determiner and a noun are one person: "a shepherd", "the mayor"."""
    if group.name and group.people == PEOPLE:
        return True
    head = group.head
    if head in PERSONS or head in THINGS or group.noun:
        return False
    if head in ONE_PERSON or is_age(head):
        return True
    if group.people != PEOPLE or definite:
        return False
    # "a Kurd": nothing else is capitalised behind an article and ends a phrase.
    return not head.endswith("s") or words[group.end - 1].low == head


def _contained(words: list[Token], group: Group) -> bool:
    """Count "a family of five" and "a group of 12 soldiers" by the number within."""
    at = group.end
    if at + 1 >= len(words) or words[at].low not in {"of", "with"}:
        return False
    number = quantity.read(words, at + 1) if quantity.begins(words[at + 1]) else None
    if number is None or words[at].low == "with" or number.count is None:
        return False
    group.count, group.people, group.quantified = number.count, PEOPLE, True
    group.end, group.word = number.end, number.word
    family = group.head
    group.head = ""
    _noun(words, number.end, group)
    group.head = group.head or family
    return True


def _complement(words: list[Token], group: Group) -> None:
    """Take in "of the district council", "of five", "to Norway" behind a person."""
    at = group.end
    if group.people != PEOPLE or at + 1 >= len(words) or words[at].low not in {"of", "to", "aged"}:
        return
    if words[at].low == "to" and group.head not in {"ambassador", "envoy", "adviser", "aide"}:
        return
    start = at + 1 + (words[at + 1].low in DETERMINERS)
    if start >= len(words) or words[start].low in THOSE:
        return
    if quantity.begins(words[start]) and (inner := quantity.read(words, start)):
        start = inner.end  # "a boy of five", "a mother of two"
        group.end = start
        if words[at].low == "of" and (start >= len(words) or words[start].low not in ONE_PERSON):
            return
    elif words[start].low[0].isdigit():
        group.end = start + 1
        return
    inner_group = Group(start, start)
    _noun(words, start, inner_group)
    group.end = max(group.end, inner_group.end)


def _bare(words: list[Token], group: Group) -> Group | None:
    """Judge a phrase without determiner and number: a name, a title and a name, a headline's."""
    if group.end == group.first:
        return None
    first = words[group.first]
    if group.name or (group.head in ONE_PERSON and group.end < len(words)):
        _complement(words, group)
    if group.name or is_age(group.head):
        group.count = Count(1, 1, 1)
    elif group.head in ONE_PERSON and group.people == PEOPLE:
        before = words[group.first - 1].low if group.first else ""
        harm = HARM.get(before)
        headline = not group.first or (harm is not None and harm.voice in {"doing", "done"})
        small = not group.first or not first.text[0].isupper() or group.end > 1
        if before == "whose" or (headline and small):
            group.count = Count(1, 1, 1)
    return group


def _noun(words: list[Token], at: int, group: Group) -> None:  # noqa: C901, PLR0912  (one ladder)
    """Read modifiers and the noun into a group; leave it as it is where none follows."""
    start, last = at, min(len(words), at + _LONGEST)
    capitals = 0
    while at < last:
        token = words[at]
        low = token.low
        harm = HARM.get(low)
        if harm is not None and low in _ATTRIBUTES and not group.noun:
            if group.head in THINGS or not _person_follows(words, at + 1):
                break
            group.kind = harm.kind
        elif low in CHAINED and at + 1 < len(words) and words[at + 1].low in HARM_NOUNS:
            pass  # "no reported casualties"
        elif low in HARM_NOUNS:
            group.head, group.people, group.kind, group.noun = low, MAYBE, HARM_NOUNS[low], True
            at += 1
            break
        elif low in LIFE:
            group.head, group.people, at = low, MAYBE, at + 1
            break
        elif low in PERSONS or low in ONE_PERSON:
            group.head, group.people, capitals = low, PEOPLE, 0
            if not _goes_on(words, at):
                at += 1
                if low in ONE_PERSON:
                    at = title(words, at, group)
                break
        elif _stops(words, at):
            if low not in PARTICLES or not capitals or not capital(words, at + 1):
                break
        else:
            capitals = capitals + 1 if upper(token) else 0
            group.head = low
            group.people = _people(token, group)
        at += 1
    if at == start:
        return
    group.end = at
    mark_name(words, start, group, capitals)


def _people(token: Token, group: Group) -> int:
    """Judge an unknown noun."""
    low = token.low
    if low in THINGS or low.endswith(("’s", "'s")):
        return NO_PEOPLE
    if is_age(low):
        return PEOPLE
    named = token.text[0].isupper() and not (group.quantified or group.determiner)
    if low.endswith(PERSON_ENDINGS) and not named:
        return PEOPLE
    if token.text[0].isupper() and (group.quantified or group.determiner in INDEFINITE):
        return PEOPLE if low.endswith("s") == group.quantified else MAYBE
    return MAYBE


def _goes_on(words: list[Token], at: int) -> bool:
    """Tell whether the noun that counts is still to come: "police | officers"."""
    follow = at + 1
    if follow >= len(words):
        return False
    low, after = words[at].low, words[follow].low
    if words[follow].start != words[at].end + 1 or after in {"hostage", "captive", "prisoner"}:
        return False
    if after in PERSONS or after in ONE_PERSON:
        return not (low in PERSONS and low not in ATTRIBUTIVE)
    if _stops(words, follow) or after.endswith(("ed", "ing")) or after in HARM:
        return after in HARM_NOUNS
    goes_on = low in ATTRIBUTIVE or (low in ONE_PERSON and after in THINGS)
    return goes_on and not words[follow].text[0].isupper()


def _stops(words: list[Token], at: int) -> bool:
    """Tell whether a word ends a noun phrase."""
    token = words[at]
    low = token.low
    if low in STOPS or not (low[0].isalpha() or is_compound(low)):
        return not (low == "alleged" and _person_follows(words, at + 1))
    if low in HARM or quantity.begins(token):
        return not is_compound(low)
    if low in PERSONS or low in ONE_PERSON:
        return False
    if low.endswith("ly") and token.text[0].islower():
        return low not in _NOT_ADVERBS
    if low.endswith(("ed", "ing")) and low not in _NOT_PARTICIPLES and low not in THINGS:
        # "five retired officers", but "two opened fire"
        return token.text[0].islower() and not _noun_follows(words, at + 1, persons=True)
    return False


def _owned_follows(words: list[Token], at: int) -> bool:
    """Tell whether "her" goes with what follows: "her son", "her two sons"."""
    return (
        _noun_follows(words, at)
        or (at < len(words) and words[at].low in _ATTRIBUTES)
        or (at < len(words) and quantity.begins(words[at]) and quantity.read(words, at) is not None)
    )


def _noun_follows(words: list[Token], at: int, *, persons: bool = False) -> bool:
    if at >= len(words) or not words[at].low[0].isalpha():
        return False
    low = words[at].low
    if low in PERSONS or low in ONE_PERSON:
        return True
    if persons:
        return words[at].text[0].isupper() and _person_follows(words, at)
    return not (low in STOPS or low in HARM or low.endswith("ly") or quantity.begins(words[at]))


def _person_follows(words: list[Token], at: int) -> bool:
    """Tell whether a noun for people stands within the next words."""
    for token in words[at : at + 4]:
        low = token.low
        if low in PERSONS or low in ONE_PERSON:
            return True
        if low in STOPS or not low[0].isalpha() or low in HARM:
            return False
        if token.text[0].isupper() and low.endswith("s") and low not in THINGS:
            return True
    return False
