"""The rules of Turkish; case endings behind an apostrophe stay outside ("Şubat'ta")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.dates.grammar import PARTS, Rule, rule
from geo.dates.words import TURKISH_DAYS, TURKISH_MONTHS, either

if TYPE_CHECKING:
    from geo.model import Document

_SIGNS = re.compile(r"[ışğİŞĞ]|\b(?:sonra|önce|için|günü|oldu|edildi)\b")
"""Letters and words that no other language read here has. A name in an English text may have
them too, and its months and weekdays still differ."""

_NUMBERS = ("bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on", "yirmi")

PARTS.update(
    TMONTH=either(TURKISH_MONTHS) + r"(?!\w)",
    TWEEKDAY=either(TURKISH_DAYS) + r"(?!\w)",
    TWAY=r"(?:geçen|geçtiğimiz|bu|gelecek|önümüzdeki)",
    TNUMBER=r"(?:\d{1,3}|" + either(_NUMBERS) + ")",
    TPART=r"{part:(?:sabah|akşam|gece|öğleden sonra)}(?:leyin|ı|i|si)?(?!\w)",
)

TURKISH: list[Rule] = [
    rule("turkish first of days", "day",
         r"{day:DAY}(?=(?: ?[-–] ?| ile | ve ){DAY} {month:TMONTH}(?: {year:YEAR})?)"),
    rule("turkish day", "day",
         r"{day:DAY} {month:TMONTH}(?: {year:YEAR})?(?: {weekday:TWEEKDAY})?(?:"
         r" günü(?!\w))?(?: {TPART})?"),
    rule("turkish month", "month",
         r"(?:{way:TWAY} )?(?:{year:YEAR}(?: yılı(?:nın)?)? )?{month:TMONTH}(?: "
         r"{year:YEAR})?(?: ay(?:ı|ında|ının)(?!\w))?"),
    rule("turkish weekday", "weekday",
         r"(?:{way:TWAY} )?{weekday:TWEEKDAY}(?: günü(?!\w)(?: {TPART})?| {TPART})"),
    rule("turkish deictic", "deictic",
         r"{word:(?:dün|bugün|yarın|önceki gün)}(?!\w)(?: {TPART})?"),
    rule("turkish part", "partof", r"{way:bu} {TPART}"),
    rule("turkish story day", "storyday", r"{way:ertesi} gün(?!\w)"),
    rule("turkish unit", "unit", r"{way:TWAY} {unit:(?:hafta|ay|yıl|sene)}(?!\w)"),
    rule("turkish shift", "shift",
         r"{number:TNUMBER} {unit:(?:gün|hafta|ay|yıl|sene)} {step:(?:önce|sonra)}(?!\w)"),
    rule("turkish year", "year", r"{year:YEAR} yıl(?:ı|ında|ından|ının)(?!\w)"),
    rule("turkish length", "length", r"{number:TNUMBER} {unit:(?:saat|gün|hafta|ay|yıl)}(?!\w)"),
]  # fmt: skip


def is_turkish(document: Document) -> bool:
    """Tell whether a text may be Turkish, by its source or its letters."""
    if document.language is not None:
        return document.language == "tr"
    return bool(_SIGNS.search(document.text))
