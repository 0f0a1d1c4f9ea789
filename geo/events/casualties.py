"""How many were harmed by one event, as its counts add up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.events.harm import CAPTURED, DISPLACED, GENERIC, INJURED, KILLED, MISSING
from geo.events.quantity import Count
from geo.events.tolls import tolls
from geo.model import Casualties, Toll

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MORE = re.compile(
    r"\b(?:more(?!\s+than)|another|others?|further|additional|also|else|second|third)\b",
    re.IGNORECASE,
)
"""These say that a count comes to an earlier one."""
_OF_THEM = re.compile(r"\bof\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:\w+(?:ed|ing)|dead|died|shot|slain|hurt|missing|fled)\b", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:toll|number|figure|tally|losses|count)\b", re.IGNORECASE)
"""A number given of all the victims, not of some more."""
_SENTENCE = 60
"""So many characters at most stand between a number and what goes on with its noun."""
_VOICES = 8
"""More claimants than these are not heard."""
_GAP = 14
"""So many characters at most stand between what one enumeration joins: ", as well as "."""


def count(sentence: str) -> Casualties:
    """Count the people that a sentence says were harmed.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    Casualties
        Fields that the sentence does not speak of are None; "no one was killed" is 0.
        "At least 81" gives 81 with no upper bound; "dozens" gives only a lower bound.

    Examples
    --------
    >>> count("The blast killed six people and injured at least 81.").injured
    81
    """
    return sum_up(tolls(sentence))


def sum_up(tolls: Sequence[Toll]) -> Casualties:
    """Add up the counts of one event.

    Parameters
    ----------
    tolls : sequence of Toll
        In the order of the text.

    Returns
    -------
    Casualties
        With all the tolls, also those that were not added.

    Notes
    -----
    Running totals and parts are never added. What one enumeration joins is added ("two
    soldiers and three civilians"), and so is what comes to it ("two more", "another") or
    befalls others ("five soldiers … two civilians"). A count of the same people again
    replaces a lower one. Two claimants who disagree give a range from the lowest to the
    highest, with no best number: nothing in the text says who is right.
    """
    if not tolls:
        return Casualties()
    sums = {kind: _sum([toll for toll in tolls if toll.kind == kind]) for kind in _KINDS}
    killed = sums[KILLED]
    best = {kind: each.best if each else None for kind, each in sums.items()}
    return Casualties(
        fatalities=best[KILLED],
        fatalities_low=killed.low if killed else None,
        fatalities_high=killed.high if killed else None,
        injured=best[INJURED],
        displaced=best[DISPLACED],
        missing=best[MISSING],
        captured=best[CAPTURED],
        tolls=tuple(tolls),
    )


_KINDS = (KILLED, INJURED, MISSING, CAPTURED, DISPLACED)


class _Claim:
    """What one voice counts, of one kind of harm."""

    def __init__(self, toll: Toll) -> None:
        self.claimant = toll.claimant
        self.count = Count(toll.best, toll.low, toll.high)
        self.heads = {_head(toll)}
        self.last = toll
        self.whole = bool(_TOLL.search(toll.text))
        """Whether it is said to be all of them."""

    def add(self, toll: Toll) -> None:
        """Add people who are others."""
        self.count = add([self.count, Count(toll.best, toll.low, toll.high)])
        self.heads.add(_head(toll))
        self.last = toll


def add(counts: Iterable[Count]) -> Count:
    """Add up counts; what is open in one is open in the sum."""
    counts = list(counts)
    best = [each.best for each in counts if each.best is not None]
    high = [each.high for each in counts if each.high is not None]
    return Count(
        sum(best) if len(best) == len(counts) else None,
        sum(each.low for each in counts),
        sum(high) if len(high) == len(counts) else None,
    )


def _sum(tolls: list[Toll]) -> Count | None:
    """Sum up the tolls of one kind."""
    claims: list[_Claim] = []
    for toll in tolls:
        if toll.total or toll.part:
            continue
        if not claims:
            claims.append(_Claim(toll))
            continue
        latest = claims[-1]
        if _OF_THEM.search(toll.text) and toll.low <= latest.count.low:
            continue
        if latest.whole and _MORE.search(toll.text):
            continue  # "the toll rose to 23 after two more bodies were found"
        if (
            _joined(latest.last, toll)
            or _MORE.search(toll.text)
            or _elliptic(latest.last, toll)
            or (other := next((each for each in claims if _same_people(each, toll)), None)) is None
        ):
            latest.add(toll)
        elif _disagree(other, toll):
            if len(claims) < _VOICES:
                claims.append(_Claim(toll))
        elif _fuller(toll, other.count):
            replaced = _Claim(toll)
            replaced.claimant = toll.claimant or other.claimant
            claims[claims.index(other)] = replaced
        else:
            other.last = toll
    return _range([each.count for each in claims])


def _joined(before: Toll, toll: Toll) -> bool:
    """Tell whether one enumeration joins two counts: one verb at most, and little between."""
    near = 0 <= toll.start - before.end <= _GAP
    return near and not (_VERB.search(before.text) and _VERB.search(toll.text))


def _elliptic(before: Toll, toll: Toll) -> bool:
    """Tell whether a bare number goes on: "60 were held in Cali and 12 in Leticia"."""
    return (
        toll.victims is None
        and before.victims is not None
        and before.claimant == toll.claimant
        and 0 <= toll.start - before.end <= _SENTENCE
        and not _TOLL.search(toll.text)
    )


def _head(toll: Toll) -> str:
    """Give the noun of the victims; "" where they may be anyone."""
    words = (toll.victims or "").lower().split(" of ")[0].split()
    return "" if not words or words[-1] in GENERIC else words[-1].rstrip("s")


def _same_people(claim: _Claim, toll: Toll) -> bool:
    head = _head(toll)
    return not head or "" in claim.heads or head in claim.heads


def _disagree(claim: _Claim, toll: Toll) -> bool:
    if claim.claimant is None or toll.claimant is None or claim.claimant == toll.claimant:
        return False
    return claim.count != Count(toll.best, toll.low, toll.high)


def _fuller(toll: Toll, count: Count) -> bool:
    """Tell whether a count goes beyond an earlier one, or says it more exactly."""
    if toll.low == count.low:
        return count.best is None and toll.best is not None
    return toll.low > count.low


def _range(counts: list[Count]) -> Count | None:
    if len(counts) < 2:  # noqa: PLR2004
        return counts[0] if counts else None
    lows = [each.low for each in counts]
    highs = [each.high for each in counts if each.high is not None]
    return Count(None, min(lows), max(highs) if len(highs) == len(counts) else None)
