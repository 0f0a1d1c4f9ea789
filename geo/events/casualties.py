"""How many were killed, injured and displaced, as a sentence counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.model import Casualties

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2  # noqa: SIM905
    )
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}
"""The least that each word claims; the number itself stays unknown."""

_WORD_NUMBER = "|".join([*_UNITS, *_TENS, *_SCALES])
_BOUND = (
    r"(?P<bound>at\s+least|more\s+than|over|no\s+fewer\s+than|upwards?\s+of|up\s+to|as\s+many\s+as"
    r"|about|around|some|nearly|almost|close\s+to|an\s+estimated|approximately)?\s*"
)
_NUMBER = (
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{_WORD_NUMBER}|a)(?:[\s-]+(?:and\s+)?(?:{_WORD_NUMBER}))*"
    rf"|{'|'.join(_VAGUE)}|no\s+one|nobody|no)(?P<scale>\s+(?:thousand|million))?"
)
_VICTIMS = (
    r"(?:(?:\s+(?:of\s+(?:them|these|those|whom)|others?|more|people|persons?|civilians?|soldiers?|troops|men|women"
    r"|children|fighters?|militants?|rebels?|members?|personnel|policemen|officers?|residents|servicemen|crew"
    r"|gunmen|protesters?|patients|aboard|bodies|man|woman|child|boy|girl|soldier|person|evacuees|prisoners|guards"
    r"|casualties|victims|worshippers|pilgrims|villagers|refugees|insurgents|jihadists|inmates|detainees|airmen"
    r"|[A-Z][\w'’-]+|(?:of|from|and|the|on|aboard|in|its|their|his|were|pro-government|government|regime|young|other|including"
    r"|military|army|paramedics?|medics?|aid|workers?|journalists?|pro-Iranian|Iran-backed|foreign|allied|local))){0,8})"
)
_KILLED = r"(?:killed|dead|died|slain|lost\s+their\s+lives|perished|executed|massacred|shot\s+dead)"
_HURT = r"(?:wounded|injured|hurt|maimed)"
_MOVED = r"(?:displaced|uprooted|forced\s+(?:to\s+flee|from\s+their\s+homes)|fled)"
_ASIDE = r"(?:,\s+(?:including|among\s+them|most(?:\s+of\s+them|ly)|many\s+of\s+them)[^,.;]{0,60},)?"
_PASSIVE = rf"(?<!\band){_ASIDE}" r"(?:\s+(?:were|was|have\s+been|had\s+been|has\s+been|are|is|lay|being|have|had)\s*(?:reportedly|also|later|confirmed|reported|believed)?)?\s+"
_ACTIVE = {
    "killed": r"\b(?:kill(?:ed|ing|s)|claimed\s+the\s+lives\s+of|death\s+toll\s+(?:of|to|at|rose\s+to|stood\s+at)"
    r"|left|leaving|deaths\s+of|killed\s+at)",
    "injured": r"\b(?:injur(?:ed|ing)|wound(?:ed|ing)|hurting)",
    "displaced": r"\b(?:displac(?:ed|ing)|uproot(?:ed|ing))",
}
_AFTER_QUANTITY = {
    "killed": re.compile(rf"\b{_BOUND}\b{_NUMBER}\b{_VICTIMS}{_PASSIVE}{_KILLED}\b", re.IGNORECASE),
    "injured": re.compile(rf"\b{_BOUND}\b{_NUMBER}\b{_VICTIMS}{_PASSIVE}{_HURT}\b", re.IGNORECASE),
    "displaced": re.compile(rf"\b{_BOUND}\b{_NUMBER}\b{_VICTIMS}{_PASSIVE}{_MOVED}\b", re.IGNORECASE),
}
_BEFORE_QUANTITY = {
    kind: re.compile(
        rf"{verb}\s+(?:and\s+(?:injur|wound)(?:ed|ing)\s+)?{_BOUND}\b{_NUMBER}\b"
        rf"(?P<rest>{_VICTIMS}(?:\s+dead)?)",
        re.IGNORECASE,
    )
    for kind, verb in _ACTIVE.items()
}
_SUBSET = re.compile(r"\b(?:including|among\s+them|of\s+whom|them)\s*,?\s*$", re.IGNORECASE)
_NOT_PEOPLE = re.compile(
    r"\s+(?:days?|weeks?|months?|years?|hours?|kilomet\w+|km|miles?|drones?|planes?|war\s?planes?"
    r"|tanks?|vehicles?|aircraft|jets?|villages|towns|homes|houses|percent|per\s+cent|%)\b",
    re.IGNORECASE,
)


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
    killed = _quantity(sentence, "killed")
    injured = _quantity(sentence, "injured")
    displaced = _quantity(sentence, "displaced")
    return Casualties(
        fatalities=killed.best if killed else None,
        fatalities_low=killed.low if killed else None,
        fatalities_high=killed.high if killed else None,
        injured=injured.best if injured else None,
        displaced=displaced.best if displaced else None,
    )


def _quantity(sentence: str, kind: str) -> _Count | None:
    found = []
    for pattern in (_AFTER_QUANTITY[kind], _BEFORE_QUANTITY[kind]):
        for match in pattern.finditer(sentence):
            if _SUBSET.search(sentence, 0, match.start("number")) or _subset(sentence, match):
                continue
            if _NOT_PEOPLE.match(sentence, match.end("number")):
                continue
            if kind == "killed" and match.group().lower().startswith(("left", "leaving")) and not (
                re.search(r"\bdead\b", sentence[match.start() : match.end() + 12])
            ):
                continue
            number = _read(match)
            if number is not None:
                found.append((match.start(), number))
    return min(found, key=lambda each: each[0])[1] if found else None


def _subset(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start("number")].rstrip()
    bound = match["bound"]
    if bound:
        before = sentence[: match.start("bound")].rstrip()
    return bool(_SUBSET.search(before + " "))


def _read(match: re.Match[str]) -> _Count | None:
    written = re.sub(r"\s+", " ", match["number"].lower())
    if written in _VAGUE:
        return _Count(None, _VAGUE[written], None)
    number = _number(written)
    if number is None:
        return None
    if match["scale"]:
        number *= _SCALES[match["scale"].strip().lower()]
    bound = re.sub(r"\s+", " ", (match["bound"] or "").lower())
    if bound in {"at least", "more than", "over", "no fewer than", "upwards of", "upward of"}:
        return _Count(number, number, None)
    if bound in {"up to", "as many as"}:
        return _Count(number, 0, number)
    return _Count(number, number, number)


def _number(written: str) -> int | None:
    if written in {"no", "no one", "nobody"}:
        return 0
    if written[0].isdigit():
        return int(written.replace(",", ""))
    total, current = 0, 0
    for word in re.split(r"[\s-]+", written):
        if word in {"a", "and"}:
            current = current or (1 if word == "a" else 0)
        elif word in _UNITS or word in _TENS:
            # "a" before a number word is an article that was taken along.
            current += _UNITS.get(word, 0) + _TENS.get(word, 0)
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        else:
            return None
    return total + current
