"""Where an expression of time may begin: a cheap look at every word before the grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.dates import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+|\d+|['’‘]\d\d")
_NEAR = 9
"""How many words after its first one the telling word of an expression may stand."""

_TELLING = frozenset(
    "now nowadays currently current present recently recent formerly former future lately soon "
    "today yesterday tomorrow tonight hourly daily nightly weekly fortnightly monthly quarterly "
    "yearly annually annual everyday once twice past modern moment being easter christmas boxing "
    "halloween valentine bastille ad twenties thirties forties fifties sixties seventies eighties "
    "nineties century centuries half quarter quarters weekend weekends time period point noon "
    "date midday midnight overnight sunset sunrise daybreak dusk dawn dün bugün yarın gün "
    "امس اليوم غدا غدًا غداً اول الاسبوع الشهر العام السنة".split()
) | {
    form
    for table in (words.MONTHS, words.WEEKDAYS, words.SEASONS, words.UNITS, words.PARTS_OF_DAY,
                  words.DUALS)
    for name in table
    for word in name.split()
    for form in (word, word + "s")
}  # fmt: skip
_ATTACHED = "وفبلك"
"""Arabic words of one letter, written together with the next."""
_LEADING = frozenset(
    "the a an this that these those early late later earlier mid beginning start end middle close "
    "last next following coming previous preceding past same every each per few several some many "
    "about around almost nearly roughly only just over under approximately more less at as barely "
    "up close well little mere exactly another couple numerous final opening closing first latter "
    "very rest turn one half old in long not right until ca circa new may hence years year قبل منذ بعد مطلع اوائل بداية "
    "منتصف اواخر نهاية يوم صباح مساء فجر ظهر عصر ليلة ليل geçen geçtiğimiz bu gelecek "
    "önümüzdeki ertesi önceki".split()
) | frozenset(words.NUMBERS) | frozenset(words.ORDINALS)  # fmt: skip


def starts(text: str) -> Iterator[int]:
    """Give the offsets at which it is worth asking the grammar, in order."""
    found = [
        (match.start(), word.isdigit() or not word[0].isalpha() or word in _TELLING, word)
        for match in _WORD.finditer(text)
        for word in [match.group().lower()]
    ]
    telling = -_NEAR  # counted from the end, so that each word sees the next telling one
    kept: list[int] = []
    for at in range(len(found) - 1, -1, -1):
        start, tells, word = found[at]
        if tells:
            telling = at
        before = text[start - 1] if start else " "
        if before.isalnum() or before == "_":
            continue
        if not tells and word[0] in _ATTACHED and word[1:] in _TELLING:
            telling, tells, start = at, True, start + 1
        if tells or (word in _LEADING and 0 < telling - at <= _NEAR):
            kept.append(start)
    return reversed(kept)
