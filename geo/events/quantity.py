"""Numbers as reports write them: "at least 81", "two dozen", "between 20 and 30", "dozens"."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
_NONE = frozenset({"no", "no one", "nobody"})
_AT_LEAST = frozenset(
    {"at least", "more than", "over", "no fewer than", "upwards of", "upward of", "no less than"}
)
_AT_MOST = frozenset({"up to", "as many as"})
_MOST = 10_000_000
"""A larger number is no count of people harmed by one event."""
_MOST_DIGITS = 9

NUMBER_WORD = "|".join([*_UNITS, *_TENS, *_SCALES])
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}\.\d{1,2}(?=\s+(?:thousand|million)\b)|\d+"
    rf"|(?:(?:{NUMBER_WORD})\b|a(?=\s+(?:{'|'.join(_SCALES)})\b))"
    rf"(?:[\s-]+(?:and\s+)?(?:{NUMBER_WORD})\b){{0,12}})"
)
QUANTITY = (
    r"\b(?P<bound>at\s+least|more\s+than|over|no\s+(?:fewer|less)\s+than|upwards?\s+of|up\s+to"
    r"|as\s+many\s+as|about|around|some|nearly|almost|close\s+to|an\s+estimated|approximately)?\s*"
    # Not the last part of "2020-03-02" or "3:20".
    r"(?P<between>between\s+)?(?<![\d/:.-])"
    rf"\b(?P<number>{_NUMBER}|{'|'.join(_VAGUE)}|no\s+one|nobody|no)"
    rf"(?(between)\s+and\s+(?P<top>{_NUMBER})"
    rf"|(?:(?:\s?[-–—]\s?|\s+(?:to|or)\s+)(?P<upper>{_NUMBER})(?![-–:/\d]))?)"
    r"(?P<scale>\s+(?:thousand|million))?\b"
)
"""Groups: `bound`, `number`, of a range `top` or `upper`, and `scale`. Case is ignored."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, and the least and the most that the words allow."""

    best: int | None
    low: int
    high: int | None


def read(match: re.Match[str]) -> Count | None:
    """Read a match of :data:`QUANTITY`.

    Parameters
    ----------
    match : re.Match

    Returns
    -------
    Count or None
        A range ("between 20 and 30") has its ends and no best number: nothing says
        where in it the truth lies. None for words and digits that are no number, and
        for more than ten million.
    """
    written = " ".join(match["number"].lower().split())
    if written in _VAGUE:
        return Count(None, _VAGUE[written], None)
    scale = _SCALES[match["scale"].strip().lower()] if match["scale"] else 1
    number = _scaled(written, scale)
    if number is None:
        return None
    if upper := match["top"] or match["upper"]:
        most = _scaled(" ".join(upper.lower().split()), scale)
        return Count(None, number, most) if most is not None and number < most else None
    bound = " ".join((match["bound"] or "").lower().split())
    if bound in _AT_LEAST:
        return Count(number, number, None)
    return Count(number, 0, number) if bound in _AT_MOST else Count(number, number, number)


def total(counts: list[Count]) -> Count:
    """Add up the parts of an enumeration; what is open in one is open in the sum."""
    best = [each.best for each in counts if each.best is not None]
    high = [each.high for each in counts if each.high is not None]
    return Count(
        sum(best) if len(best) == len(counts) else None,
        sum(each.low for each in counts),
        sum(high) if len(high) == len(counts) else None,
    )


def _scaled(written: str, scale: int) -> int | None:
    if written in _NONE:
        return 0
    if not written[0].isdigit():
        number = _spelt(re.split(r"[\s-]+", written))
    elif sum(char.isdigit() for char in written) > _MOST_DIGITS:
        return None
    else:
        # Thousandths would be no people; hundredths of a million are.
        whole, _, part = written.replace(",", "").partition(".")
        number, rest = int(whole), int(part.ljust(2, "0")[:2] or 0)
        number = number * scale + rest * scale // 100
        scale = 1
    return number * scale if number is not None and number * scale <= _MOST else None


def _spelt(words: list[str]) -> int | None:
    """Read a number in words; None for a heap of number words that is none."""
    whole, current, last_scale = 0, 0, _MOST
    room = 100  # what comes next must be smaller: 100 at first, 10 behind "twenty", 0 behind "two"
    for word in words:
        if word in {"and", "a"}:
            continue
        scale = _SCALES.get(word)
        if scale is None:
            value = _UNITS.get(word, _TENS.get(word, 0))
            if value >= room:
                return None
            current += value
            room = 10 if word in _TENS else 0
        elif word in {"dozen", "hundred"}:
            if current >= 100:  # noqa: PLR2004  ("hundred hundred")
                return None
            current = max(current, 1) * scale
            room = 100 if word == "hundred" else 0
        else:
            if scale >= last_scale:
                return None
            whole += max(current, 1) * scale
            current, room, last_scale = 0, 100, scale
    return whole + current
