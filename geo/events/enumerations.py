"""Enumerations: where they end, and whether they add up or break a number down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events.function_words import (
    ADVERBS,
    BE,
    DO,
    HAVE,
    MODALS,
    THOSE,
    VERBS,
)
from geo.events.groups import Group, begins, parse
from geo.events.harm import (
    AGENTS,
    CAPTURED,
    DISPLACED,
    GENERIC,
    ONE_PERSON,
)
from geo.events.names import NO_PEOPLE, PEOPLE

if TYPE_CHECKING:
    from geo.events.clause import Clause

Listed = list[tuple[Group, str]]
"""Groups of one enumeration, each with what joins it to the one before: "", "," or "and"."""
MOST_LISTED = 12
"""No enumeration has more groups."""
_NEVER_AN_OBJECT = frozenset({"last", "next", "late", "early", "this", "that", "jan", "feb",
                              "march", "may", "today", "half"})  # fmt: skip
"""They begin no one harmed but a time: "killed last week"."""
SHARES = frozenset({"most", "many", "some", "all", "half", "several", "both", "none", "two-thirds"})
"""With "of them" they tell of a part without a number."""
ADDING = frozenset({"as", "along", "together", "in"})
"""They begin "as well as", "along with" and the like."""
_AFTER_AGE = frozenset({",", "and", ".", ";", ""})
_DIGITS_OF_AGE = 3
_FEW = 20
"""Fewer who flee without being called residents or the like are fugitives."""


def objects(clause: Clause, start: int) -> tuple[Listed, int]:
    """Read the enumeration behind a verb, and where it ends."""
    at = start
    while clause.low(at) in ADVERBS and at < start + 3:
        at += 1
    if at >= len(clause.words) or clause.low(at) in _NEVER_AN_OBJECT:
        return [], start
    listed: Listed = []
    joined = ""
    end = start
    while at < len(clause.words) and begins(clause.words, at):
        group = parse(clause.words, at)
        if group is None or (group.head and group.head[0].isdigit()):
            break
        if listed and (group.partitive or _own_verb(clause, group) or not joined):
            break
        if len(listed) == MOST_LISTED or (listed and shares(clause, at)):
            break
        if listed:
            share_article(listed[-1][0], group)
        listed.append((group, joined))
        end = past_age(clause, group.end)
        clause.nearest = group
        joined, at = _joint(clause, end)
        if not joined:
            break
    if (
        len(listed) > 1
        and joined == "and"
        and all(group.quantified for group, _ in listed)
        and (listed[0][0].head not in GENERIC)
    ):  # "killed ten soldiers, three policemen and wounded 12"
        listed[-1] = (listed[-1][0], "and")
    return listed, end


def past_age(clause: Clause, at: int) -> int:
    """Step over ", 45" in "a man, 45, and 3 children"."""
    if clause.low(at) != ",":
        return at
    age = at + 1 + (clause.low(at + 1) in {"age", "aged"})
    number = clause.low(age)
    if not number.isdecimal() or len(number) > _DIGITS_OF_AGE:
        return at
    if clause.low(age + 1) == "and" and clause.low(age + 3) == ",":
        second = clause.low(age + 2)  # "two brothers, 8 and 11,"
        if second.isdecimal() and len(second) <= _DIGITS_OF_AGE:
            return age + 3
    return age + 1 if clause.low(age + 1) in _AFTER_AGE else at


def _joint(clause: Clause, at: int) -> tuple[str, int]:
    comma = clause.low(at) == ","
    at += comma
    if clause.low(at) == "and":
        return "and", at + 1
    mark, clause.at = clause.at, at
    adds, at = past_addition(clause), clause.at
    clause.at = mark
    return ("and" if adds else "," if comma else ""), at


def _own_verb(clause: Clause, group: Group) -> bool:
    """Tell whether another tale begins: "and two boys were hurt"."""
    at = group.end
    while clause.low(at) in ADVERBS:
        at += 1
    low = clause.low(at)
    if low in BE or low in HAVE or low in MODALS or low in DO or low in VERBS:
        return True
    return clause.harm_at(at) is not None if at < len(clause.words) else False


def past_addition(clause: Clause) -> bool:
    """Step over "as well as" and "along with"."""
    if clause.low(clause.at) not in ADDING:
        return False
    three = (clause.low(clause.at), clause.low(clause.at + 1), clause.low(clause.at + 2))
    if three == ("as", "well", "as"):
        clause.at += 3
        return True
    if three[:2] in {("along", "with"), ("together", "with"), ("in", "addition")}:
        clause.at += 3 if three[2] == "to" else 2
        return True
    return False


def shares(clause: Clause, at: int) -> bool:
    """Tell whether "most of them" stands here."""
    return clause.low(at) in SHARES and clause.low(at + 1) == "of" and clause.low(at + 2) in THOSE


def share_article(first: Group, group: Group) -> None:
    """Count "wife" in "a husband and wife"."""
    alone = group.count is None and not group.determiner and group.head in ONE_PERSON
    if alone and first.determiner and first.count is not None and first.count.best == 1:
        group.count = first.count


def suffers(group: Group, kind: str, *, strict: bool, alone: bool) -> bool:
    """Tell whether a group counts people whom that may befall."""
    if group.count is None or group.people == NO_PEOPLE or group.word in {"anyone", "anybody"}:
        return False
    if kind == DISPLACED:
        few = group.count.low < _FEW and group.head in AGENTS | {""}
        return group.quantified and not few
    if group.people == PEOPLE:
        return True
    if group.name:  # one word: "Ahmad was killed", but not "Aleppo was captured"
        return alone and not strict
    return group.quantified and not (strict and (group.head or kind == CAPTURED))


def settled(listed: Listed) -> tuple[list[Group], list[Group]]:
    """Tell those whom an enumeration adds up from those that only break a number down.

    "A man, a woman and two boys" adds up; "Abu Musa, a commander," is one; "21 people, 14
    civilians and seven soldiers," are 21. A bare number before another ("five and six
    people") is no enumeration, nor is one with a number that makes no sense.
    """
    groups = [group for group, _ in listed]
    if not groups or any(group.nonsense for group in groups):
        return [], []
    closed = any(joined == "and" for _, joined in listed)
    if not closed:
        return groups[:1], []
    if groups[0].bare and groups[0].word != "one" and groups[1].quantified and (
        groups[1].head not in GENERIC - {"people"} and listed[1][1] == "and"
    ):  # fmt: skip
        return [], []
    first, rest = groups[0], groups[1:]
    if first.name and len(rest) > 1 and not rest[0].quantified and rest[0].determiner:
        groups.remove(rest[0])  # "Hamza Darwish, a field commander, and two guards"
        rest = rest[1:]
    low = sum(group.count.low for group in rest if group.count is not None)
    if (
        first.head in GENERIC
        and listed[1][1] == ","
        and first.count is not None
        and first.count.low >= low > 0
    ):
        return [first], rest
    return groups, []
