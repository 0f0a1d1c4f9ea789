"""The words that dates are made of, in English, Arabic and Turkish.

Every table is keyed by lower-case forms, so that one reader serves all three languages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDED = str.maketrans(
    dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True))
    | {"أ": "ا", "إ": "ا", "آ": "ا", "İ": "i"}
)


def folded(text: str) -> str:
    """Give a text with western digits and plain alifs, each character in its place."""
    return text if text.isascii() else text.translate(_FOLDED)


_ENGLISH_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
                   "september", "october", "november", "december")  # fmt: skip
TURKISH_MONTHS = ("ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos",
                   "eylül", "ekim", "kasım", "aralık")  # fmt: skip
_LEVANTINE_MONTHS = ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب",
                     "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول")  # fmt: skip
_ARABIC_MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس",
                  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")  # fmt: skip
_OTHER_SPELLINGS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
    "كانون ثاني": 1, "اذار": 3, "ايار": 5, "اب": 8, "ايلول": 9, "تشرين أول": 10,
    "تشرين الاول": 10, "تشرين ثاني": 11, "كانون أول": 12, "كانون الاول": 12, "ابريل": 4,
    "إبريل": 4, "اغسطس": 8, "اكتوبر": 10, "يونية": 6, "يولية": 7,
}  # fmt: skip

MONTHS: dict[str, int] = {
    folded(name): number
    for names in (_ENGLISH_MONTHS, TURKISH_MONTHS, _LEVANTINE_MONTHS, _ARABIC_MONTHS)
    for number, name in enumerate(names, start=1)
} | {folded(name): number for name, number in _OTHER_SPELLINGS.items()}
"""Number of each month by its lower-case name, without a full stop."""

_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TURKISH_DAYS = ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar")
_ARABIC_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
WEEKDAYS: dict[str, int] = {
    folded(name): number
    for names in (_ENGLISH_DAYS, TURKISH_DAYS, _ARABIC_DAYS)
    for number, name in enumerate(names)
} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6, "الإثنين": 0, "الاربعاء": 2, "الاحد": 6,
}  # fmt: skip
"""Monday is 0."""

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
         "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: dict[str, int] = (
    {word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, start=2)}
    | {"a": 1, "an": 1, "single": 1, "dozen": 12, "hundred": 100, "couple": 2}
    | {"bir": 1, "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8,
       "dokuz": 9, "on": 10, "yirmi": 20}
    | {"ثلاثة": 3, "ثلاث": 3, "اربعة": 4, "اربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6,
       "سبعة": 7, "سبع": 7, "ثمانية": 8, "ثماني": 8, "تسعة": 9, "تسع": 9, "عشرة": 10, "عشر": 10}
)  # fmt: skip
ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
         "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
         "seventeenth", "eighteenth", "nineteenth", "twentieth"), start=1)
} | {"twenty-first": 21}  # fmt: skip

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
           "ilkbahar": "SP", "yaz": "SU", "sonbahar": "FA", "kış": "WI",
           "الربيع": "SP", "الصيف": "SU", "الخريف": "FA", "الشتاء": "WI",
           "ربيع": "SP", "صيف": "SU", "خريف": "FA", "شتاء": "WI"}  # fmt: skip
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month; a winter is named by the year in which it begins."""

UNITS = {"second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night",
         "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
         "year": "year", "decade": "decade", "century": "century", "centurie": "century",
         "gün": "day", "hafta": "week", "ay": "month", "yıl": "year", "sene": "year",
         "saat": "hour",
         "يوم": "day", "يوما": "day", "ايام": "day", "اسبوع": "week", "اسابيع": "week",
         "شهر": "month", "اشهر": "month", "شهور": "month", "عام": "year", "اعوام": "year",
         "عاما": "year", "سنة": "year", "سنوات": "year", "ساعات": "hour", "ساعة": "hour",
         "الاسبوع": "week", "الشهر": "month", "العام": "year", "السنة": "year",
         "اليوم": "day"}  # fmt: skip
"""What a word for a length of time means; English plurals are looked up without their s."""
DUALS = {"يومين": "day", "اسبوعين": "week", "شهرين": "month", "عامين": "year", "سنتين": "year",
         "ساعتين": "hour"}  # fmt: skip
"""Arabic words that mean two of a unit."""

PARTS_OF_DAY = {"early hours": "TMO", "small hours": "TMO",
                "morning": "TMO", "mornings": "TMO", "dawn": "TMO", "daybreak": "TMO",
                "sunrise": "TMO", "afternoon": "TAF", "afternoons": "TAF", "evening": "TEV",
                "evenings": "TEV", "dusk": "TEV", "sunset": "TEV", "night": "TNI", "nights": "TNI",
                "nighttime": "TNI", "night-time": "TNI", "overnight": "TNI", "tonight": "TNI",
                "daytime": "TDT", "noon": "T12:00", "midday": "T12:00", "midnight": "T00:00",
                "sabah": "TMO", "akşam": "TEV", "gece": "TNI", "öğleden sonra": "TAF",
                "صباح": "TMO", "مساء": "TEV", "ليل": "TNI", "ليلة": "TNI", "فجر": "TMO",
                "عصر": "TAF", "ظهر": "T12:00"}  # fmt: skip

HOLIDAYS = {"christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
            "new year's eve": (12, 31), "new year's": (1, 1), "valentine's": (2, 14),
            "halloween": (10, 31), "may day": (5, 1), "bastille day": (7, 14)}  # fmt: skip
"""Days of a fixed date; longer names first."""
EASTER_DAYS = {"ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "holy thursday": -3,
               "good friday": -2, "holy saturday": -1, "easter sunday": 0, "easter": 0,
               "easter monday": 1}  # fmt: skip
"""How many days after Easter Sunday."""


def either(words: Iterable[str]) -> str:
    """Give the pattern of any of some words, the longest first."""
    ranked = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ranked) + ")"


def number_of(text: str) -> float | None:
    """Read a number written in digits or words; None where it is vague ("several").

    Examples
    --------
    >>> number_of("twenty-five"), number_of("a couple of"), number_of("several")
    (25, 2, None)
    """
    plain = text.lower().replace(",", "").strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain) if "." in plain else int(plain)
    total = 0.0
    for word in re.findall(r"[^\W_]+", plain):
        if word in {"half", "buçuk"}:
            total += 0.5
        elif word in {"hundred", "dozen"}:
            total = max(total, 1) * NUMBERS[word]
        elif word in NUMBERS and not (word in {"a", "an"} and total):  # "two and a half"
            total = NUMBERS[word] if word == "couple" else total + NUMBERS[word]
        elif word not in {"and", "of", "a", "an"}:
            return None
    if not total:
        return None
    return int(total) if total == int(total) else total
