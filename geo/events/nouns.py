"""Nouns that count the harmed: deaths, lives, bodies, deeds, and the toll that is given."""

from __future__ import annotations

from geo.events.clause import BACK, REACH, Clause
from geo.events.enumerations import objects
from geo.events.function_words import BE, INDEFINITE
from geo.events.groups import Group, parse
from geo.events.harm import (
    CASUALTY,
    DEEDS,
    FORCES,
    INJURED,
    INJURY,
    KILLED,
    LIFE,
    LIFE_TAKERS,
    LIMBS,
    NUMBERED,
    RECALLED,
    TOLL_JOINTS,
    TOLL_NOUNS,
    TRIED,
)
from geo.events.names import NO_PEOPLE
from geo.events.quantity import Count

_NUMBER_OF = frozenset({"number", "toll", "figure", "tally", "losses", "count", "numbers"})
COSTS = frozenset({"lost", "cost", "costing", "losing", "costs"})
PUTS = frozenset({"put", "puts", "putting", "sent", "sending", "landed", "landing"})
"""With "in hospital" they injure whom they have between."""
_RECOVERED = frozenset({"washed", "recovered", "found", "pulled", "retrieved", "brought", "counted",
                        "discovered", "dragged", "floating", "lay", "fished", "unearthed", "dug",
                        "identified", "removed", "lying", "hauled", "finding"})  # fmt: skip
"""Near "a body" they say that it is a dead person's."""
_NEAR = 6
_DONE_TO = frozenset({"to", "was", "came", "befell"})
_OWN = frozenset({"their", "his", "her", "a", "an", "both", "one"})


def read_noun(clause: Clause, group: Group, at: int, joined: str) -> bool:
    """Read what nouns count: "three deaths", "12 lives", "the deaths of 12"."""
    if group.head in LIFE:
        return _lives(clause, group, at)
    if (special := _SPECIAL.get(group.head)) and special(clause, group, at):
        return True
    if group.noun and group.kind is not None and not group.quantified and _none(clause, at, joined):
        group.count, group.quantified = Count(0, 0, 0), True
        clause.zero = group.end
    if group.noun and group.kind is not None and group.quantified and group.count is not None:
        part = clause.in_parts
        clause.note(group.kind, group, group.end, part=part)
        clause.last = clause.kind = group.kind
        return not clause.verb
    if group.head in DEEDS and not group.quantified and clause.low(group.end) == "of":
        return deed(clause, DEEDS[group.head], group.end + 1, at)
    if group.head in INJURY and not group.quantified and clause.low(group.end) == "to":
        return deed(clause, INJURED, group.end + 1, at)  # "injuries to eight pedestrians"
    return False


def _nobody(clause: Clause, group: Group, at: int) -> bool:
    """Read "no loss of life", "no harm to anyone", "no victims"."""
    zero = group.count is not None and group.count.high == 0
    if not zero and clause.low(at - 1) != "without":
        return False
    end = group.end
    if group.head == "harm" and clause.low(end) not in _DONE_TO:
        return False
    if group.head == "loss":
        end += 2 + (clause.low(end + 1) == "human")
        if clause.low(group.end) != "of" or clause.low(end - 1) not in LIFE:
            return False
    group.count, group.quantified, group.end = Count(0, 0, 0), True, end
    clause.note(KILLED if group.head == "loss" else CASUALTY, group, end)
    clause.at, clause.last, clause.zero = end, "", end
    return True


def _one_body(clause: Clause, group: Group, at: int) -> bool:
    """Read "a body was washed ashore": one dead, where it was recovered."""
    end = group.end
    if clause.low(end) == "of" or not (group.determiner in INDEFINITE or group.word == "one"):
        return False
    near = (*range(max(at - 3, 0), at), *range(end, end + _NEAR))
    if not any(clause.low(back) in _RECOVERED for back in near):
        return False
    group.count, group.quantified = Count(1, 1, 1), True
    clause.note(KILLED, group, end)
    clause.last = clause.kind = KILLED
    return True


_SPECIAL = {"harm": _nobody, "victims": _nobody, "loss": _nobody, "body": _one_body}


def _none(clause: Clause, at: int, joined: str) -> bool:
    """Tell whether nouns speak of nothing: "without casualties", "did not cause deaths"."""
    before = clause.low(at - 1)
    if before == "without" or (joined == "and" and clause.zero >= at - 2):
        return True
    if before in {"causing", "any"} and clause.low(at - 2) == "without":
        return True
    if before == "of" and clause.zero >= at - 1:  # "no reports of casualties"
        return not any(
            word.low.startswith("immediate") for word in clause.words[max(at - REACH, 0) : at]
        )
    return any(clause.low(back) in {"not", "didn't", "didn’t"} for back in range(at - 3, at))


def _lives(clause: Clause, group: Group, at: int) -> bool:
    taken = any(clause.low(back) in LIFE_TAKERS for back in range(at - 4, at))
    if clause.low(group.end) == "of":
        return taken and deed(clause, KILLED, group.end + 1, at)
    lost = clause.low(group.end) in BE and clause.low(group.end + 1) in {"lost", "claimed"}
    if group.quantified and (taken or lost):
        clause.harmed(KILLED, [(group, "")], -1)
        return True
    return group.quantified


def deed(clause: Clause, kind: str, start: int, at: int) -> bool:
    """Read the harmed behind "the deaths of"."""
    recalled = any(clause.low(back) in RECALLED for back in range(at - BACK, at))
    recalled = recalled or tried(clause, at)
    listed, end = objects(clause, start)
    if not listed or recalled or clause.unreal or clause.low(start - 3) == "net":
        return False
    if all(group.count is None for group, _ in listed):
        return False
    clause.harmed(kind, listed, -1, strict=clause.low(start - 2) == "loss")
    clause.at = end
    return True


def tried(clause: Clause, at: int) -> bool:
    """Tell whether a court was spoken of before."""
    return any(clause.low(back) in TRIED for back in range(max(at - REACH, 0), at))


def speak_of_toll(clause: Clause, group: Group) -> None:
    """Notice "the death toll" and "the number of wounded": a number is to come."""
    if group.quantified:
        return
    head, follow = group.head, clause.low(group.end)
    if clause.tolled and head in TOLL_NOUNS and group.determiner == "the":
        # "put the dead at nine and the wounded at 30"
        clause.toll = (TOLL_NOUNS[head], group.first, None)
        return
    if _numbers(clause, group) or (head not in _NUMBER_OF and follow != "toll"):
        return
    kind = KILLED if KILLED in clause.seen else clause.kind
    if head == "losses" or "toll" in {head, follow}:
        kind = KILLED
    elif follow in {"of", "for"}:
        ahead = range(group.end + 1, min(group.end + 6, len(clause.words)))
        named = next((n for n in ahead if clause.low(n) in TOLL_NOUNS), None)
        if named is not None:
            kind, clause.at = TOLL_NOUNS[clause.low(named)], named + 1
        elif head != "figure":
            return
    if not kind:
        return
    if follow == "toll":
        clause.at = group.end + 1
    clause.toll = (kind, group.first, _owner(clause, group))


def _numbers(clause: Clause, group: Group) -> bool:
    """Notice "the dead numbered" and "loss of life:"."""
    head, follow = group.head, clause.low(group.end)
    if follow in NUMBERED and head in TOLL_NOUNS:
        clause.toll, clause.at = (TOLL_NOUNS[head], group.first, None), group.end + 1
        return True
    if head == "loss" and follow == "of" and clause.low(group.end + 1) in LIFE:
        clause.toll, clause.at = (KILLED, group.first, None), group.end + 2
        return True
    return False


def _owner(clause: Clause, group: Group) -> str | None:
    """Give whose number it is: "the monitor’s own figure"."""
    for token in clause.words[group.first : group.end]:
        if token.low.endswith(("’s", "'s")):
            return clause.sentence[clause.words[group.first].start : token.end - 2]
    return None


def toll_number(clause: Clause, group: Group, at: int) -> bool:
    """Take the number of "the death toll rose to 41"."""
    if clause.toll is None or not group.quantified or group.count is None:
        return False
    kind, spoken, owner = clause.toll
    before = clause.low(at - 1)
    if at - spoken > REACH or group.people == NO_PEOPLE or clause.unreal:
        return False
    if before == "from" and group.count.best is None and group.count.high is not None:
        top = group.count.high  # "rose from 12 to 41"
        group.count = Count(top, top, top)
    elif before not in TOLL_JOINTS and not (clause.tolled and before in TOLL_NOUNS):
        return False
    clause.toll, clause.tolled = None, True
    clause.note(kind, group, group.end)
    clause.found[-1].first = min(spoken, group.first)
    clause.found[-1].claimant = owner
    clause.kind = clause.last = kind
    return True


def read_cost(clause: Clause) -> None:
    """Read "lost 12 men", "cost the army 11 men", "cost two their lives", "put six in hospital"."""
    at = clause.at + 1
    if clause.low(at) == "of":
        at += 1  # "at a cost of 40 men"
    listed, end = objects(clause, at)
    if listed and (kind := _priced(clause, end)):
        clause.harmed(kind, listed, clause.at)
        if clause.low(end + 2) == "and":  # "and nine their limbs"
            listed, after = objects(clause, end + 3)
            if listed and (kind := _priced(clause, after)):
                clause.harmed(kind, listed, -1)
                end = after
        clause.at = end + 2
        return
    if clause.words[clause.at].low in PUTS:
        return
    for _ in range(2):
        group = parse(clause.words, at) if at < len(clause.words) else None
        if group is None or group.end <= at:
            return
        if group.quantified and group.head in FORCES:
            clause.harmed(KILLED, [(group, "")], clause.at)
            clause.at, clause.nearest = group.end - 1, group
            return
        at = group.end


def _priced(clause: Clause, at: int) -> str | None:
    """Tell what it cost them: "their lives", "their limbs", or a stay "in hospital"."""
    first, second = clause.low(at), clause.low(at + 1)
    if clause.words[clause.at].low in PUTS:
        stay = second in {"hospital", "intensive"} and first in {"in", "to", "into"}
        return INJURED if stay else None
    if first not in _OWN:
        return None
    return KILLED if second in LIFE else INJURED if second in LIMBS else None
