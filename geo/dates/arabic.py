"""The rules of Arabic, over a text whose alifs are plain (:func:`geo.dates.words.folded`)."""

from __future__ import annotations

import re

from geo.dates.grammar import PARTS, Rule, rule
from geo.dates.words import DUALS, MONTHS, NUMBERS, UNITS, WEEKDAYS, either

_ARABIC = re.compile(r"[\u0600-\u06ff\s]+")


def _own(table: dict[str, object]) -> str:
    return either(word for word in table if _ARABIC.fullmatch(word)) + r"(?!\w)"


PARTS.update(
    AMONTH=_own(dict(MONTHS)),
    AWEEKDAY=_own(dict(WEEKDAYS)),
    AUNIT=_own(dict(UNITS) | dict(DUALS)),
    ANUMBER=r"(?:\d{1,3}|" + _own(dict(NUMBERS)) + ")",
    APART=r"(?:صباح|مساء|فجر|ظهر|عصر|ليلة|ليل)",
    AWAY=r"(?:الماضية?|المقبلة?|القادمة?|الجاري|الحالي|التالي|المنصرم)(?!\w)",
    AMOD=r"(?:(?:مطلع|اوائل|بداية|منتصف|اواخر|نهاية) )",
)

ARABIC: list[Rule] = [
    rule("arabic day", "day",
         r"(?:{part:APART} )?(?:(?:يوم )?{weekday:AWEEKDAY}،? )?{day:DAY}(?: من)?(?: شهر)? {month:AMONTH}"
         r"(?: ?[/(] ?{AMONTH}\)?)?(?:،?(?: من)?(?: عام| سنة)? {year:YEAR}|{way: AWAY})?"),
    rule("arabic month", "month",
         r"(?:{mod:AMOD})?(?:شهر )?{month:AMONTH}(?: ?/ ?{AMONTH})?(?:(?: من)?(?: عام| سنة)? {year:YEAR})?"
         r"(?: {way:AWAY})?"),
    rule("arabic weekday", "weekday",
         r"(?:{part:APART} )?(?:يوم )?{weekday:AWEEKDAY}(?: {way:AWAY})?"),
    rule("arabic deictic", "deictic",
         r"(?:{part:APART} )?{word:(?:اول امس|امس|اليوم|غدا|غدًا|غداً)}(?!\w| (?:التالي|الاول|نفسه))(?: {AWEEKDAY})?"),
    rule("arabic story day", "storyday", r"اليوم {way:التالي}(?!\w)"),
    rule("arabic unit", "unit", r"(?:{mod:AMOD})?{unit:(?:الاسبوع|الشهر|العام|السنة)} {way:AWAY}"),
    rule("arabic shift", "shift",
         r"{step:(?:قبل|منذ|بعد)} (?:نحو |حوالي )?(?:{number:ANUMBER} |{single:(?=\w)}){unit:AUNIT}(?! \d)"),
    rule("arabic year", "year", r"(?:{mod:AMOD})?(?:عام|سنة|العام) {year:YEAR}"),
    rule("arabic length", "length", r"{number:ANUMBER} {unit:AUNIT}"),
    rule("arabic two", "length", r"(?P<number>)" + "{unit:" + either(DUALS) + r"}(?!\w)"),
]  # fmt: skip
