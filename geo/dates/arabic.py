"""The rules of Arabic, over a text whose alifs are plain (:func:`geo.dates.words.folded`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.dates.grammar import PARTS, Rule, rule
from geo.dates.words import DUALS, MONTHS, NUMBERS, UNITS, WEEKDAYS, either

if TYPE_CHECKING:
    from collections.abc import Iterable

_ARABIC = re.compile(r"[\u0600-\u06ff\s]+")


def _own(table: Iterable[str]) -> str:
    return either(word for word in table if _ARABIC.fullmatch(word)) + r"(?!\w)"


PARTS.update(
    AMONTH=_own(MONTHS),
    AWEEKDAY=_own(WEEKDAYS),
    AUNIT=_own(UNITS | DUALS),
    ANUMBER=r"(?:\d{1,3}|" + _own(NUMBERS) + ")",
    APART=r"(?:صباح|مساء|فجر|ظهر|عصر|ليلة|ليل)",
    AWAY=r"(?:الماضية?|المقبلة?|القادمة?|الجاري|الحالي|التالي|المنصرم)(?!\w)",
    AMOD=r"(?:(?:مطلع|اوائل|بداية|منتصف|اواخر|نهاية) )",
)

ARABIC: list[Rule] = [
    rule("arabic first of days", "day",
         r"{day:DAY}(?=(?: ?[-–] ?| الى | حتى | و){DAY}(?: من)?(?: شهر)? {month:AMONTH}"
         r"(?:،?(?: من)?(?: عام| سنة)? {year:YEAR})?)"),
    rule("arabic day", "day",
         r"(?:{part:APART} )?(?:(?:يوم )?{weekday:AWEEKDAY}،? )?{day:DAY}(?: من)?(?: شهر)?"
         r" {month:AMONTH}"
         r"(?: ?[/(] ?{AMONTH}\)?)?(?:،?(?: من)?(?: عام| سنة)? {year:YEAR}|{way: AWAY})?"),
    rule("arabic month", "month",
         r"(?:{mod:AMOD})?(?:شهر )?{month:AMONTH}(?: ?/ ?{AMONTH})?(?:(?: من)?(?: عام|"
         r" سنة)? {year:YEAR})?"
         r"(?: {way:AWAY})?"),
    rule("arabic weekday", "weekday",
         r"(?:{part:APART} )?(?:يوم )?{weekday:AWEEKDAY}(?: {way:AWAY})?"),
    rule("arabic deictic", "deictic",
         r"(?:{part:APART} )?{word:(?:اول امس|امس|اليوم|غداً|غدًا|غدا)}(?!\w| "
         r"(?:التالي|الاول|نفسه))(?: {AWEEKDAY})?"),
    rule("arabic story day", "storyday", r"اليوم {way:التالي}(?!\w)"),
    rule("arabic unit", "unit",
         r"(?:{mod:AMOD})?{unit:(?:الاسبوع|الشهر|العام|السنة)} {way:AWAY}"),
    rule("arabic shift", "shift",
         r"{step:(?:قبل|منذ|بعد)} (?:نحو |حوالي )?(?:{number:ANUMBER} |{single:(?=\w)})"
         r"{unit:AUNIT}(?! \d)"),
    rule("arabic year", "year", r"(?:{mod:AMOD})?(?:عام|سنة|العام) {year:YEAR}"),
    rule("arabic length", "length", r"{number:ANUMBER} {unit:AUNIT}"),
    rule("arabic two", "length", r"(?P<number>)" + "{unit:" + either(DUALS) + r"}(?!\w)"),
]  # fmt: skip
