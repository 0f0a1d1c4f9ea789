"""Numbers as reports write them: "at least 81", "two dozen", "between 20 and 30", "dozens".

Of a sentence that was cut into tokens, :func:`read` tells whether a number of people
begins at one of them. It reads words and digits, scales, ranges and bounds, and
knows what only looks like a count: dates, ages, years, clock times, distances.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.events.tokens import Token

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
_SHORT_SCALES = frozenset({"dozen", "hundred"})
_NUMBER_WORDS = frozenset({*_UNITS, *_TENS, *_SCALES})
_VAGUE = {
    ("tens", "of", "thousands"): 20_000, ("hundreds", "of", "thousands"): 200_000,
    ("a", "large", "number", "of"): 2,
    ("a", "number", "of"): 2, ("a", "handful"): 3, ("a", "few"): 2, ("a", "small", "number"): 2,
    ("dozens",): 24, ("scores",): 40, ("hundreds",): 200, ("thousands",): 2000,
    ("millions",): 2_000_000, ("several",): 3, ("many",): 3, ("tens",): 20,
}  # fmt: skip
"""The least that each claims; the number itself stays unknown."""
_SET = {
    ("a", "couple", "of"): 2, ("a", "couple"): 2, ("a", "pair", "of"): 2, ("both",): 2,
    ("half", "a", "dozen"): 6, ("a", "half", "dozen"): 6, ("half", "a", "million"): 500_000,
    ("no", "one"): 0, ("nobody",): 0, ("no",): 0, ("none",): 0, ("not", "one"): 0,
    ("not", "a", "single"): 0, ("anyone",): 1, ("anybody",): 1,
}  # fmt: skip
"""Phrases that are one number; "anyone" is counted only where "not" makes it nobody."""
LEAST, MOST, BELOW, ABOUT = "least", "most", "below", "about"
_BOUNDS = {
    ("at", "least"): LEAST, ("more", "than"): LEAST, ("over",): LEAST, ("well", "over"): LEAST,
    ("no", "fewer", "than"): LEAST, ("no", "less", "than"): LEAST, ("not", "less", "than"): LEAST,
    ("upwards", "of"): LEAST, ("upward", "of"): LEAST, ("in", "excess", "of"): LEAST,
    ("a", "minimum", "of"): LEAST, ("above",): LEAST, ("far", "more", "than"): LEAST,
    ("well", "more", "than"): LEAST, ("much", "more", "than"): LEAST,
    ("up", "to"): MOST, ("as", "many", "as"): MOST, ("at", "most"): MOST,
    ("no", "more", "than"): MOST, ("not", "more", "than"): MOST, ("a", "maximum", "of"): MOST,
    ("fewer", "than"): BELOW, ("less", "than"): BELOW, ("under",): BELOW,
    ("about",): ABOUT, ("around",): ABOUT, ("some",): ABOUT, ("nearly",): ABOUT,
    ("almost",): ABOUT, ("close", "to"): ABOUT, ("an", "estimated"): ABOUT, ("roughly",): ABOUT,
    ("approximately",): ABOUT, ("a", "total", "of"): ABOUT, ("just", "over"): LEAST,
    ("just", "under"): BELOW, ("exactly",): ABOUT, ("only",): ABOUT, ("just",): ABOUT,
    ("a", "further"): ABOUT, ("an", "additional"): ABOUT, ("another",): ABOUT, ("all",): ABOUT,
    ("the", "other"): ABOUT, ("a", "group", "of"): ABOUT, ("anywhere",): ABOUT,
}  # fmt: skip
"""What stands before a number; "about" and the like leave it as it is."""
_BEHIND = {("or", "more"): LEAST, ("or", "fewer"): MOST, ("or", "so"): ABOUT, ("plus",): LEAST}
_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
     "sept", "oct", "nov", "dec"}
)  # fmt: skip
_LABELS = frozenset(
    {"day", "aged", "age", "year", "number", "no", "route", "highway", "unit", "brigade",
     "battalion", "division", "regiment", "article", "section", "chapter", "page", "phase",
     "week", "flight", "checkpoint", "zone", "camp", "sector", "district", "#", "$", "€", "£"}
)  # fmt: skip
"""What a number behind it names or measures: "day 12", "Brigade 92"."""
_POINTING = frozenset({"the", "a", "this", "that", "last", "next", "same", "each", "every", "past",
                       "whole", "one", "his", "its", "their", "another", "dead", "wounded",
                       "injured", "missing"})  # fmt: skip
"""Behind them a label is a noun like others: "that day 12 people died"."""
_MEASURES = frozenset(
    {"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
     "minute", "minutes", "second", "seconds", "kilometer", "kilometers", "kilometre",
     "kilometres", "km", "kms", "mile", "miles", "metre", "metres", "meter", "meters", "m",
     "percent", "per", "%", "times", "am", "pm", "a.m", "p.m", "o'clock", "tonnes", "tons", "kg",
     "kilograms", "decades", "decade", "degrees", "dollars", "euros", "pounds", "rounds"}
)  # fmt: skip
_YEARLY = frozenset({"in", "since", "during", "until", "by", "from", "of", "the", "early", "late"})
_ASKING = frozenset({"how", "so", "too", "as"})
"""Before "many" they count nobody."""
_MOST = 10_000_000
"""A larger number is no count of people harmed by one event."""
_MOST_DIGITS = 9
_MOST_WORDS = 12
"""No number takes more words."""

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, and the least and the most that the words allow."""

    best: int | None
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count and the tokens that make it."""

    count: Count | None
    """None for a heap of number words that is no number, and for what is too large."""
    first: int
    end: int
    """Index of the token behind it."""
    word: str
    """The number's first word, in lower case."""
    bounded: bool
    """Whether "at least" or the like stands before it."""


def _by_first(phrases: dict[tuple[str, ...], int] | dict[tuple[str, ...], str]) -> dict[
    str, list[tuple[str, ...]]
]:  # fmt: skip
    """Arrange phrases by their first word, the longest first."""
    arranged: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        arranged.setdefault(phrase[0], []).append(phrase)
    return arranged


_BOUNDS_BY, _BEHIND_BY = _by_first(_BOUNDS), _by_first(_BEHIND)
_VAGUE_BY, _SET_BY = _by_first(_VAGUE), _by_first(_SET)
STARTS = frozenset({*_NUMBER_WORDS, *_BOUNDS_BY, *_VAGUE_BY, *_SET_BY, "between", "half", "a"})
"""Words in lower case that may begin a quantity; digits and "twenty-two" may, too."""


def _phrase(
    words: list[Token], at: int, arranged: dict[str, list[tuple[str, ...]]]
) -> tuple[str, ...] | None:
    if at >= len(words):
        return None
    follow = words[at + 1].low if at + 1 < len(words) else ""
    for phrase in arranged.get(words[at].low, ()):
        if len(phrase) == 1 or (phrase[1] == follow and _lows(words, at, len(phrase)) == phrase):
            return phrase
    return None


def begins(token: Token) -> bool:
    """Tell cheaply whether a quantity may begin at a token."""
    low = token.low
    return low in STARTS or low[0].isdigit() or ("-" in low and low.split("-")[0] in _TENS)


def read(words: list[Token], at: int) -> Quantity | None:
    """Read the quantity that begins at a token.

    Parameters
    ----------
    words : list of Token
    at : int

    Returns
    -------
    Quantity or None
        None where no number begins, or one that counts something else: a date, an age,
        a year, a distance. A range ("between 20 and 30") has its ends and no best number:
        nothing says where in it the truth lies.
    """
    bound, start = None, at
    if phrase := _phrase(words, at, _BOUNDS_BY):
        bound, at = _BOUNDS[phrase], at + len(phrase)
        if second := _phrase(words, at, _BOUNDS_BY):  # "at least some", "another at least"
            bound, at = _stricter(bound, _BOUNDS[second]), at + len(second)
    quantity = _vague(words, at, start) or _exact(words, at, start)
    if quantity is None or _measures(words, at, quantity):
        return None
    count, end = quantity.count, quantity.end
    if behind := _phrase(words, end, _BEHIND_BY):
        bound, end = _stricter(bound, _BEHIND[behind]), end + len(behind)
    elif _lows(words, end, 1) == ("+",):
        bound, end = LEAST, end + 1
    return Quantity(_bounded(count, bound), start, end, quantity.word, start < at)


def _lows(words: list[Token], at: int, size: int) -> tuple[str, ...]:
    return tuple(word.low for word in words[at : at + size])


def _stricter(first: str | None, second: str | None) -> str | None:
    return second if first in {None, ABOUT} else first


def _bounded(count: Count | None, bound: str | None) -> Count | None:
    if count is None or count.best is None:
        return count
    number = count.best
    if bound == LEAST:
        return Count(number, number, None)
    if bound == MOST:
        return Count(number, 0, number)
    if bound == BELOW:
        return Count(None, 0, max(number - 1, 0))
    return count


def _vague(words: list[Token], at: int, start: int) -> Quantity | None:
    """Read "dozens", "several hundred", "a couple of"."""
    if phrase := _phrase(words, at, _VAGUE_BY):
        if at and words[at - 1].low in _ASKING:
            return None
        low, end = _VAGUE[phrase], at + len(phrase)
        if end < len(words) and (scale := _SCALES.get(words[end].low)):
            low, end = low * scale, end + 1
        return Quantity(Count(None, low, None), start, end, phrase[0], bounded=False)
    if phrase := _phrase(words, at, _SET_BY):
        number, end = _SET[phrase], at + len(phrase)
        if number and end < len(words) and (scale := _SCALES.get(words[end].low)):
            number, end = number * scale, end + 1
        return Quantity(Count(number, number, number), start, end, phrase[0], bounded=False)
    return None


def _exact(words: list[Token], at: int, start: int) -> Quantity | None:
    """Read a number or a range."""
    opener = words[at].low if at < len(words) else ""
    opened = opener in {"between", "from"}
    number = _number(words, at + opened)
    if number is None:
        return None
    ranging = _range(words, number, opener)
    if ranging is not None:
        count, end = ranging
        return Quantity(count, start, end, opener, bounded=opener == "between")
    value, _, end = number
    count = Count(value, value, value) if value is not None else None
    return None if opened else Quantity(count, start, end, opener, bounded=False)


def _range(
    words: list[Token], first: tuple[int | None, int, int], opener: str
) -> tuple[Count | None, int] | None:
    """Read on: "between 20 and 30", "20–30", "ten to fifteen", "two or three"."""
    low, scaled, end = first
    joint = words[end].low if end < len(words) else ""
    joints = {"and", "to"} if opener == "between" else {"to", "or", *_DASHES}
    second = _number(words, end + 1) if joint in joints else None
    if second is None or (joint in _DASHES and _lows(words, second[2], 1) in {("-",), ("–",)}):
        return None
    high, high_scale, last = second
    if low is not None and scaled < high_scale and joint in joints and low < high_scale:
        low = low * high_scale  # "two to three thousand"
    good = low is not None and high is not None and low < high
    return (Count(None, low or 0, high) if good else None), last


def _measures(words: list[Token], at: int, quantity: Quantity) -> bool:
    """Tell whether the number dates, names or measures something."""
    end = quantity.end
    following = words[end].low if end < len(words) else ""
    before = words[at - 1].low if at else ""
    named = before in _LABELS and (at < 2 or words[at - 2].low not in _POINTING)  # noqa: PLR2004
    if following in _MEASURES or named:
        return True
    if following in _MONTHS and words[end].text[0].isupper():
        return True
    if following and following in _DASHES and end + 1 < len(words):
        return words[end].start == words[end - 1].end and words[end + 1].start == words[end].end
    return words[at].low[0].isdigit() and _dates(words, at, quantity)


def _dates(words: list[Token], at: int, quantity: Quantity) -> bool:
    """Tell whether digits belong to a date: "March 12", "March 12, 2007", "in 2007"."""
    before = words[at - 1].low if at else ""
    if before in _MONTHS and words[at - 1].text[0].isupper():
        return True
    if quantity.end != at + 1 or quantity.first != at or not _YEAR.fullmatch(words[at].low):
        return False
    if before == "," and at > 1 and words[at - 2].low.isdecimal():
        return True
    following = words[at + 1].low if at + 1 < len(words) else ""
    return before in _YEARLY or (not at and following not in {"people", "persons"})


def _number(words: list[Token], at: int) -> tuple[int | None, int, int] | None:
    """Read a number: its value (None for none or too large a one), its scale, its end."""
    if at >= len(words):
        return None
    if words[at].low[0].isdigit():
        return _in_digits(words, at)
    return _in_words(words, at)


def _in_digits(words: list[Token], at: int) -> tuple[int | None, int, int] | None:
    match = _DIGITS.fullmatch(words[at].low)
    if match is None:
        return None
    whole, part, end = match[1].replace(",", ""), match[2], at + 1
    if part is None and len(whole) <= 3:  # noqa: PLR2004  ("5 000": thousands apart)
        while (
            end < len(words)
            and len(words[end].text) == 3  # noqa: PLR2004
            and words[end].text.isdecimal()
            and words[end].start == words[end - 1].end + 1
        ):
            whole, end = whole + words[end].text, end + 1
    scale = 1
    while end < len(words) and words[end].low in _SCALES and scale < _MOST:
        scale, end = scale * _SCALES[words[end].low], end + 1
    if len(whole) > _MOST_DIGITS:
        return None, scale, end
    if part is not None and scale == 1:
        return None
    number = int(whole) * scale + int((part or "").ljust(2, "0")) * scale // 100
    return (number if number <= _MOST else None), scale, end


def _in_words(words: list[Token], at: int) -> tuple[int | None, int, int] | None:
    if not (_is_number(words, at) or words[at].low in {"a", "an"}):
        return None
    parts: list[str] = []
    end = at
    if words[at].low in {"a", "an"} and at + 1 < len(words) and words[at + 1].low in _SCALES:
        end += 1
    while end < len(words) and len(parts) <= _MOST_WORDS:
        low = words[end].low
        split = low.split("-")
        if all(part in _NUMBER_WORDS for part in split):
            parts += split
            end += 1
        elif low == "and" and parts and parts[-1] in _SCALES and _is_number(words, end + 1):
            end += 1
        else:
            break
    if not parts:
        return None
    if _lows(words, end, 3) == ("and", "a", "half") and (
        end + 3 < len(words) and (scale := _SCALES.get(words[end + 3].low))
    ):
        base = _spelt(parts)
        return (None if base is None else base * scale + scale // 2), scale, end + 4
    number = _spelt(parts)
    scale = _SCALES.get(parts[-1], 1)
    return (number if number is not None and number <= _MOST else None), scale, end


def _is_number(words: list[Token], at: int) -> bool:
    """Tell cheaply whether number words may begin at a token."""
    return at < len(words) and words[at].low.split("-")[0] in _NUMBER_WORDS


def _spelt(words: list[str]) -> int | None:
    """Read a number in words; None for a heap of number words that is none."""
    whole, current, last_scale = 0, 0, _MOST
    room = 100  # what comes next must be smaller: 100 at first, 10 behind "twenty", 0 behind "two"
    for word in words:
        scale = _SCALES.get(word)
        if scale is None:
            value = _UNITS.get(word, _TENS.get(word, 0))
            if value >= room:
                return None
            current += value
            room = 10 if word in _TENS else 0
        elif word in _SHORT_SCALES:
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
