"""Where an expression of time may begin: a cheap look at every word before the grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.dates import words
from geo.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[QH][1-4](?!\w)|[^\W\d_]+|\d+|['’‘]\d\d")
_NEAR = 9
"""How many words after its first one the telling word of an expression may stand."""


class Kind:
    """What a word tells; a rule is asked only where a word that it needs is near."""

    DIGIT = 1
    MONTH = 2
    WEEKDAY = 4
    SEASON = 8
    UNIT = 16
    PART = 32
    OTHER = 64


_ANY = 127
_LEADS = 128
"""Of a word that tells nothing itself, but may open an expression."""
_SECOND_LETTER = 256
"""Of a word that tells something from its second letter on."""
_OTHER = listed(
    """
    now nowadays currently current present recently recent formerly former future lately today
    yesterday tomorrow tonight hourly daily nightly weekly fortnightly monthly quarterly yearly
    annually annual everyday once twice past modern moment being easter christmas boxing halloween
    valentine bastille ad twenties thirties forties fifties sixties seventies eighties nineties
    century centuries half quarter quarters weekend weekends time period date
    q1 q2 q3 q4 h1 h2
    dün bugün yarın gün امس اليوم غدا غدًا غداً اول
    """
)
_LEADING = (
    listed(
        """
        the a an this that these those early late later earlier mid beginning start end middle
        close last next following coming previous preceding past same every each per few several
        some many about around almost nearly roughly only just over under approximately more less
        at as barely up close well little mere exactly another couple numerous final opening
        closing first latter very rest turn one half old long not right until ca circa new may
        good holy palm ash maundy hence years year
        قبل منذ بعد مطلع اوائل بداية منتصف اواخر نهاية يوم صباح مساء فجر ظهر
        عصر ليلة ليل geçen geçtiğimiz bu gelecek önümüzdeki ertesi önceki
        """
    )
    | frozenset(words.NUMBERS)
    | frozenset(words.ORDINALS)
)
_ATTACHED = "وفبلك"
"""Arabic words of one letter, written together with the next."""


def _telling() -> dict[str, int]:
    tables = (
        (words.MONTHS, Kind.MONTH),
        (words.WEEKDAYS, Kind.WEEKDAY),
        (words.SEASONS, Kind.SEASON),
        (words.UNITS | words.DUALS, Kind.UNIT),
        (words.PARTS_OF_DAY, Kind.PART),
        (_OTHER, Kind.OTHER),
    )
    found: dict[str, int] = {}
    for table, kind in tables:
        for word in (word for name in table for word in re.split(r"[\s-]", name)):
            for form in (word, word + "s"):
                found[form] = found.get(form, 0) | kind
    return found


_TELLING = _telling()

_NEEDS = {
    "day": Kind.MONTH, "month": Kind.MONTH, "nthday": Kind.MONTH, "weekof": Kind.MONTH,
    "weekday": Kind.WEEKDAY, "season": Kind.SEASON, "overnight": Kind.PART, "sameday": Kind.UNIT,
    "unit": Kind.UNIT | Kind.OTHER, "shift": Kind.UNIT, "recent": Kind.UNIT | Kind.OTHER,
    "length": Kind.UNIT | Kind.OTHER, "partof": Kind.PART,
    "storyday": Kind.UNIT | Kind.OTHER | Kind.PART,
    "iso": Kind.DIGIT, "numeric": Kind.DIGIT, "ancient": Kind.DIGIT, "year": Kind.DIGIT,
    "nth": Kind.DIGIT, "clock": Kind.DIGIT | Kind.PART, "vague": Kind.OTHER | Kind.UNIT,
    "thetime": Kind.OTHER, "deictic": Kind.OTHER, "century": Kind.OTHER | Kind.UNIT,
    "decade": Kind.DIGIT | Kind.OTHER,
}  # fmt: skip


def needs(reader: str) -> int:
    """Give the kinds of word of which a rule of a reader has at least one."""
    return _NEEDS.get(reader, _ANY)


@lru_cache(maxsize=65_536)
def _kind(word: str) -> int:
    """Give what a word, as it is written, tells."""
    plain = word.lower()
    kind = _TELLING.get(plain) or (0 if word[0].isalpha() else Kind.DIGIT)
    if not kind and word[0] in _ATTACHED:
        kind = _TELLING.get(plain[1:], 0)
        kind |= kind and _SECOND_LETTER
    return kind or (_LEADS if plain in _LEADING else 0)


def _joins(before: str, kind: int) -> bool:
    """Tell whether a word is written together with what stands before it."""
    if kind == Kind.DIGIT and before in _ATTACHED:
        return False  # "and 26" in Arabic
    return before.isalnum() or before == "_"


def starts(text: str) -> Iterator[tuple[int, int]]:
    """Give the offsets at which it is worth asking the grammar, in order.

    Parameters
    ----------
    text : str

    Returns
    -------
    iterator of (int, int)
        The offset, and what the words there and behind it tell, as a sum of :class:`Kind`.
    """
    found = [
        (at, match.start(), kind)
        for at, match in enumerate(_WORD.finditer(text))
        if (kind := _kind(match.group()))
    ]
    seen: dict[int, int] = {}
    kept: list[tuple[int, int]] = []
    for at, start, kind in reversed(found):
        if kind != _LEADS:
            seen[kind & _ANY] = at
        near = 0
        for each, where in seen.items():
            if where - at <= _NEAR:
                near |= each
        if not near:
            continue
        if kind & _SECOND_LETTER:
            kept.append((start + 1, near))
        elif not start or not _joins(text[start - 1], kind):
            kept.append((start, near))
    return reversed(kept)
