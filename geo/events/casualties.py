"""How many were killed, injured and displaced, as a sentence counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import Casualties

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS = {
    word: number
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
         "eighteen", "nineteen")
    )
}  # fmt: skip
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
    )
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}
"""The least that each word claims; the number itself stays unknown."""
_AT_LEAST = frozenset(
    {"at least", "more than", "over", "no fewer than", "upwards of", "upward of", "no less than"}
)
_AT_MOST = frozenset({"up to", "as many as"})

_WORD_NUMBER = "|".join([*_UNITS, *_TENS, *_SCALES])
_QUANTITY = (
    r"\b(?P<bound>at\s+least|more\s+than|over|no\s+(?:fewer|less)\s+than|upwards?\s+of|up\s+to"
    r"|as\s+many\s+as|about|around|some|nearly|almost|close\s+to|an\s+estimated|approximately)?\s*"
    # Not the last part of "2020-03-02" or "3:20".
    r"(?<![\d/:.-])\b(?P<number>\d{1,3}(?:,\d{3})+|\d+"
    rf"|(?:{_WORD_NUMBER}|a(?=\s+(?:{'|'.join(_SCALES)})\b))"
    rf"(?:[\s-]+(?:and\s+)?(?:{_WORD_NUMBER}))*"
    rf"|{'|'.join(_VAGUE)}|no\s+one|nobody|no)(?P<scale>\s+(?:thousand|million))?\b"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_LINKS = (
    r"of|from|and|the|on|aboard|in|its|their|his|were|was|other|others|more|including|young|whom"
)
_STOPS = (
    r"but|and|or|nor|after|before|when|while|as|who|which|that|was|were|is|are|has|have|had|to|at"
    r"|nobody|none|no|not|later|earlier|ago|days?|hours?|weeks?|months?|years?|killed|died|dead"
    rf"|injured|wounded|hurt|fled|minutes?|times?|{_WORD_NUMBER}"
)
_PEOPLE = (
    r"people|persons?|civilians?|soldiers?|troops|men|women|children|fighters?|militants?|rebels?"
    r"|members?|personnel|policemen|officers?|residents|servicemen|crew|gunmen|protesters?"
    r"|patients|bodies|man|woman|child|boys?|girls?|evacuees|prisoners|guards|casualties|victims"
    r"|worshippers|pilgrims|villagers|refugees|insurgents|jihadists|inmates|detainees|airmen"
    r"|pro-government|government|regime|military|army|paramedics?|medics?|aid|workers?"
    r"|journalists?|pro-Iranian|Iran-backed|foreign|allied|local|family|families|lives"
)
_VICTIMS = (
    # Two words of any kind ("hill farmers"), then people, names and what links them.
    rf"(?:\s+(?!(?:{_STOPS})\b)[^\W\d][\w’'-]*){{0,2}}"
    rf"(?:\s+(?:of\s+(?:them|these|those|whom)|{_LINKS}|{_PEOPLE}|(?-i:[A-Z])[\w’'-]+)\b){{0,8}}"
)
_ASIDE = (
    r"(?:,\s+(?:(?:including|among\s+them|most(?:ly)?|many\s+of|some\s+of|all)\b[^,.;]{0,60}"
    r"|[^,.;]{0,60}\bamong\s+them|[^,.;]{0,60}\bof\s+them\b[^,.;]{0,30}),)?"
)
_AUXILIARY = (
    r"(?:\s+(?:were|was|have\s+been|had\s+been|has\s+been|are|is|lay|being|have|had)"
    r"(?:\s+(?:reportedly|also|later|confirmed|reported|believed))?)?\s+"
)
_PASSIVE = rf"(?<!\band){_ASIDE}{_AUXILIARY}"
_PARTICIPLES = {
    "killed": r"(?:killed|dead|died|slain|lost\s+their\s+lives|perished|executed|massacred"
    r"|shot\s+dead|beheaded)",
    "injured": r"(?:wounded|injured|hurt|maimed)",
    "displaced": r"(?:displaced|uprooted|forced\s+(?:to\s+flee|from\s+their\s+homes)|fled)",
}
_VERBS = {
    "killed": r"(?:kill(?:ed|ing|s)|claim(?:ed|ing)\s+the\s+lives\s+of|deaths\s+of"
    r"|death\s+toll\s+(?:of|to|at|rose\s+to|stood\s+at)"
    r"|number\s+of\s+(?:\w+\s+){0,2}(?:killed|dead|deaths)\b[^.;]{0,60}?\bat)",
    "injured": r"(?:injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurting)",
    "displaced": r"(?:displac(?:ed|ing|es)|uproot(?:ed|ing|s))",
}
_PATTERNS = {
    kind: (
        re.compile(rf"{_QUANTITY}{_VICTIMS}{_PASSIVE}{_PARTICIPLES[kind]}\b", re.IGNORECASE),
        re.compile(
            rf"\b{_VERBS[kind]}\s+(?:and\s+(?:injur|wound)(?:ed|ing)\s+)?{_QUANTITY}"
            rf"(?:(?:\s+(?:{_LINKS}))?\s+(?:{_PEOPLE})\b)*",
            re.IGNORECASE,
        ),
    )
    for kind in _VERBS
}
_MORE_KILLED = (
    # "left 12 villagers dead", "cost the army 11 men", "found 13 bodies"
    re.compile(rf"\b(?:left|leaving)\s+{_QUANTITY}{_VICTIMS}\s+dead\b", re.IGNORECASE),
    re.compile(
        rf"\bcost(?:ing)?(?:\s+[\w’'-]+){{1,4}}?\s+{_QUANTITY}(?:\s+\w+)?\s+"
        r"(?:men|women|soldiers|lives|people|fighters|troops|dead|civilians|children)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"{_QUANTITY}(?:\s+\w+)?\s+(?:bodies|corpses|deaths)\b", re.IGNORECASE),
)
_PERSON = (
    r"(?:man|woman|boy|girl|child|baby|soldier|marine|officer|policeman|policewoman|general"
    r"|colonel|commander|pilot|navigator|serviceman|guard|fighter|gunman|sniper|leader|mayor"
    r"|minister|president|ambassador|envoy|diplomat|politician|activist|journalist|reporter"
    r"|photographer|doctor|nurse|medic|teacher|student|farmer|driver|priest|imam|lawyer|judge"
    r"|civilian|protester|demonstrator|worker|resident|villager|contractor|prisoner|hostage"
    r"|attacker|bomber|person)"
)
_ONE_HARMED = {
    "killed": r"killed|shot\s+dead|beheaded|executed|assassinated|stabbed\s+to\s+death",
    "injured": r"injured|wounded|hurt|maimed",
}
_ONE_PERSON = {
    kind: re.compile(
        rf"\b(?:the|an?|its|their|his|her)\s+(?:[\w’'-]+\s+){{0,3}}?{_PERSON}(?![\w’'-])"
        rf"(?:\s+(?:to|of|in|from|for)\s+(?:the\s+)?(?-i:[A-Z])[\w-]+)?(?:,[^.;]{{1,60}}?,)?\s+"
        rf"(?:(?:was|has\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+)?(?:{words})"
        rf"{'|died' if kind == 'killed' else ''})\b"
        rf"|\b{_VERBS[kind]}\s+(?:the|an?|its|their|his|her)\s+"
        rf"(?:[\w’'-]+\s+){{0,2}}?{_PERSON}(?![\w’'-])",
        re.IGNORECASE,
    )
    for kind, words in _ONE_HARMED.items()
}
_NOT_REALLY = re.compile(
    r"\b(?:if|unless|might|may|could|would|not|never|whether|nearly|almost)\b", re.IGNORECASE
)
_SUBSET = re.compile(r"\b(?:including|among\s+them|of\s+whom|them)\s*,?\s*$", re.IGNORECASE)
_NOT_PEOPLE = re.compile(
    r"\s+(?:days?|weeks?|months?|years?|hours?|minutes?|kilomet\w+|km|miles?|drones?|planes?"
    r"|war\s?planes?|tanks?|vehicles?|aircraft|jets?|villages|towns|homes|houses|percent"
    rf"|per\s+cent|%|times?|(?-i:{_MONTH}))|-|:\d",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:(?-i:{_MONTH})|\b(?:day|aged|age|year|number|(?:boy|girl|man|woman)\s+of))\s+$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\b(?:in|since|during|until|by|from|of)\s+$", re.IGNORECASE)
_PLURAL = re.compile(r"\s+(?:were|are|have)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Count:
    best: int | None
    low: int
    high: int | None


def count(sentence: str) -> Casualties:
    """Count the people that a sentence says were killed, injured and displaced.

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
    killed = _quantity(sentence, "killed") or _one(sentence, "killed")
    injured = _quantity(sentence, "injured") or _one(sentence, "injured")
    displaced = _quantity(sentence, "displaced")
    return Casualties(
        fatalities=killed.best if killed else None,
        fatalities_low=killed.low if killed else None,
        fatalities_high=killed.high if killed else None,
        injured=injured.best if injured else None,
        displaced=displaced.best if displaced else None,
    )


def _quantity(sentence: str, kind: str) -> _Count | None:
    """Give the first count of a kind."""
    found = [
        (match.start("number"), number)
        for match in _matches(sentence, kind)
        if _counts_people(sentence, match) and (number := _read(match)) is not None
    ]
    return min(found, key=lambda each: each[0])[1] if found else None


def _matches(sentence: str, kind: str) -> Iterator[re.Match[str]]:
    for pattern in _PATTERNS[kind] + (_MORE_KILLED if kind == "killed" else ()):
        yield from pattern.finditer(sentence)


def _counts_people(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a number counts the harmed: no date, no age, no part of a whole."""
    start, end = match.span("number")
    if _NOT_PEOPLE.match(sentence, end) or _DATED.search(sentence[:start]):
        return False
    number = match["number"]
    if re.fullmatch(r"(?:19|20)\d\d", number) and _YEARLY.search(sentence[:start]):
        return False
    if number.lower() == "one" and _PLURAL.search(sentence, end, match.end()):
        # "One man and a boy were killed": more than the number says.
        return bool(re.match(r"\s+of\b", sentence[end:]))
    begin = match.start("bound") if match["bound"] else start
    return not _SUBSET.search(sentence[:begin])


def _one(sentence: str, kind: str) -> _Count | None:
    """Give one where a single person was harmed: "the mayor was killed"."""
    match = _ONE_PERSON[kind].search(sentence)
    if match is None or _NOT_REALLY.search(sentence[max(0, match.start() - 40) : match.end()]):
        return None
    return _Count(1, 1, 1)


def _read(match: re.Match[str]) -> _Count | None:
    written = " ".join(match["number"].lower().split())
    if written in _VAGUE:
        return _Count(None, _VAGUE[written], None)
    number = _number(written)
    if match["scale"]:
        number *= _SCALES[match["scale"].strip().lower()]
    bound = " ".join((match["bound"] or "").lower().split())
    if bound in _AT_LEAST:
        return _Count(number, number, None)
    if bound in _AT_MOST:
        return _Count(number, 0, number)
    return _Count(number, number, number)


def _number(written: str) -> int:
    if written in {"no", "no one", "nobody"}:
        return 0
    if written[0].isdigit():
        return int(written.replace(",", ""))
    total, current = 0, 0
    for word in re.split(r"[\s-]+", written):
        if word in _UNITS or word in _TENS:
            current += _UNITS.get(word, 0) + _TENS.get(word, 0)
        elif word in {"dozen", "hundred"}:
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
    return total + current
