"""Who gives a number, and which numbers sum up more than one event."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.model import Toll

_SEGMENT = re.compile(
    r";|\b(?:but|while|whereas|where|although|though|bringing|raising|taking|pushing|brings|raises"
    r"|takes)\b",
    re.IGNORECASE,
)
"""Where a new part of the sentence begins, with its own claimant and its own span of time."""
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SPAN = r"(?:\w+\s+)?(?:days|weeks?|months?|years?|decades?)"
_RUNNING = re.compile(
    # "since 2011", "since the coup"; but all that happened "since dawn" may be one event
    r"\bsince\s+(?!(?:the\s+)?(?:early\s+)?(?:dawn|morning|midnight|noon|midday|sunrise|then\s+on))"
    # one event goes on since "the boat sank"
    r"(?!the\s+(?:\w+\s+(?:sank|capsized|overturned|collapsed|crashed|exploded|struck|hit)"
    r"|blast|explosion|(?:earth)?quake|crash|sinking|shipwreck|landslide|avalanche)\b)"
    rf"(?:(?:early|late|mid-?|last)\s*)?(?:\d{{4}}|{_MONTH}|{_DAY}|the|\w+\s+(?:began|started|ended)"
    r"|(?:last\s+)?(?:week|month|year|spring|summer|autumn|winter)|it|its|then|fighting|they|his)\b"
    r"|\bso\s+far\s+(?:this|in|since|during)\b|\bto\s+date\b"
    rf"|\b(?:over|in|during|within|for)\s+the\s+(?:past|last|previous|preceding)\s+"
    rf"(?!(?:two|three|2|3|few)\s+days)(?!(?:24|48|72)\b){_SPAN}"
    r"|(?<!earlier\s)(?<!later\s)(?<!early\s)(?<!late\s)\bthis\s+year\b"
    r"|\b(?:each|every|per|people\s+a|killed\s+a|deaths\s+a)\s+(?:day|month|year|week)\b|\bannually\b"
    r"|\bthroughout\s+the\s+(?:war|conflict|year|month|week|uprising|insurgency)\b"
    r"|\b(?:war|conflict|insurgency|uprising|rebellion|genocide)\b[^.;,]{0,40}\b(?:has|have|had)\s+"
    r"(?:\w+\s+)?(?:killed|claimed|displaced|left|cost|wounded|uprooted|forced|taken)\b",
    re.IGNORECASE,
)
_SPANS = ("since", "so far", "to date", "past", "last", "previous", "preceding", "this year",
          "each", "every", "per ", " a day", " a week", " a month", " a year", "annually",
          "throughout", "war", "conflict", "insurgency", "uprising",
          "rebellion", "genocide")  # fmt: skip
"""Without one of these nothing runs; they are looked for first, being quicker to find."""
_BROUGHT = re.compile(
    r"(?:bringing|raising|taking|pushing|brings|raises|takes)\b[^.;,]{0,40}"
    r"\b(?:toll|number|total|tally|count|figure|dead)\b",
    re.IGNORECASE,
)
"""A sum that a new count brings about: "bringing the death toll to 41"."""
_SAID = re.compile(
    r"\b(?:said|says|reported|announced|claimed|confirmed|told|stated|insisted|put|puts"
    r"|gave|counted|recorded|documented|acknowledged|admitted|alleged|added|spoke|tallied)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording\s+to\s+", re.IGNORECASE)
_QUOTED = re.compile(
    r"\b(?:cited|quoted|citing|quoting) ([^,;:.]{1,80}?) as (?:saying|reporting|telling)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[^,;:.()“”\"]{1,80}")
_OPENING = re.compile(
    r"(?:and|but|while|as|that|which|who|whereas|although|though)\s+", re.IGNORECASE
)
_ENDING = re.compile(
    r"\s+(?:on|late|early|in\s+a|by|that|who|which|after|when|while|but|and\s+\w+ed|has|have|had|was"
    r"|were|is|are|later|also|earlier)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_AUXILIARY = re.compile(r"(?:\s+(?:has|have|had|later|also|earlier|however|then))+$", re.IGNORECASE)
_NO_CLAIMANT = frozenset({"", "no one", "nobody", "an", "a", "it",
                          "he", "she", "they", "who", "which", "that", "i", "we", "also",
                          "was", "were", "what", "been", "is", "are", "be"})  # fmt: skip
_NEAR = 120
"""So many characters at most are looked at on either side of "said"."""
_LAST = "\U0010ffff"
_LONGEST = 9
"""More words than these name nobody."""


def attribute(sentence: str, tolls: list[Toll]) -> list[Toll]:
    """Mark the running totals among the tolls of a sentence, and say who gives each.

    Parameters
    ----------
    sentence : str
    tolls : list of Toll
        In order.

    Returns
    -------
    list of Toll

    Notes
    -----
    A total is what was counted over a span that holds many events ("since 2011", "so far
    this year", "over the past week"), what a war has cost, and what a new count brings
    about ("bringing the death toll to 41"). A toll that only rose ("the death toll rose to
    41") is the newer count of one event, and no total. Nor is one person ("the third
    journalist killed this year") or nobody.
    """
    if not tolls:
        return tolls
    cuts = [match.start() for match in _SEGMENT.finditer(sentence)]
    running: set[int] = set()
    low = sentence.lower()
    if any(hint in low for hint in _SPANS):
        running = {bisect_right(cuts, match.start()) for match in _RUNNING.finditer(sentence)}
    running |= {bisect_right(cuts, cut) for cut in cuts if _BROUGHT.match(sentence, cut)}
    voices = _Voices(sentence, cuts)
    marked = []
    for toll in tolls:
        segment = bisect_right(cuts, toll.start)
        total = segment in running and toll.best not in {0, 1}
        claimant = toll.claimant or voices.of(toll.start, segment)
        as_it_was = (total, claimant) == (toll.total, toll.claimant)
        marked.append(toll if as_it_was else replace(toll, total=total, claimant=claimant))
    return marked


class _Voices:
    """Who says what, in each part of a sentence."""

    def __init__(self, sentence: str, cuts: list[int]) -> None:
        self._ahead: dict[int, list[tuple[int, str]]] = {}
        """Those who speak of what follows, with where they stand."""
        self._behind: dict[int, list[tuple[int, str]]] = {}
        """Those who spoke of what stands before."""
        for start, ahead, who in sorted(_claims(sentence)):
            voices = self._ahead if ahead else self._behind
            voices.setdefault(bisect_right(cuts, start), []).append((start, who))

    def of(self, at: int, segment: int) -> str | None:
        """Give the claimant of a number: who said it behind, else who spoke last before."""
        behind, ahead = self._behind.get(segment, []), self._ahead.get(segment, [])
        later = bisect_right(behind, (at, ""))
        if later < len(behind):
            return behind[later][1]
        earlier = bisect_right(ahead, (at, _LAST))
        return ahead[earlier - 1][1] if earlier else None


def _claims(sentence: str) -> Iterator[tuple[int, bool, str]]:
    """Yield where someone is quoted, whether of what follows, and who it is."""
    for match in _ACCORDING.finditer(sentence):
        named = _NAMED.match(sentence, match.end())
        if named and (who := _clean(_ENDING.sub("", named.group()))):
            before = sentence[max(0, match.start() - _NEAR) : match.start()].split()
            last = before[-1].lower() if before else ";"
            yield match.start(), last[-1] in ";:" or last in {"but", "while"}, who
    for match in _QUOTED.finditer(sentence):
        if who := _clean(match[1]):
            yield match.start(), True, who
    for match in _SAID.finditer(sentence):
        near = max(0, match.start() - _NEAR)
        mark = max(sentence.rfind(each, near, match.start()) for each in ',;:“”"(—')
        words = sentence[max(mark + 1, near) : match.start()]
        cut = max((each.end() for each in _SEGMENT.finditer(words)), default=0)
        if who := _clean(words[cut:]):
            trailing = sentence[match.end() : match.end() + _NEAR].strip(' ”"’')
            closed = not trailing or trailing[0] in ".,;" or _closes(trailing)
            behind = mark >= 0 and sentence[mark] == "," and not cut and closed
            yield match.start() - len(words[cut:].lstrip()), not behind, who


def _closes(trailing: str) -> bool:
    """Tell whether nothing is told behind "…, the ministry said": only when, where and how."""
    return bool(re.match(r"(?:on|in|late|early|at|by|to)\s", trailing, re.IGNORECASE))


def _clean(words: str) -> str:
    """Give the name of who speaks; "" for none."""
    who = _AUXILIARY.sub("", words.strip())
    while opening := _OPENING.match(who):
        who = who[opening.end() :]
    who = who.strip()
    size = len(who.split())
    if who.lower() in _NO_CLAIMANT or size > _LONGEST or any(char.isdigit() for char in who):
        return ""
    return who if who.split()[-1].lower() not in _NO_CLAIMANT else ""
