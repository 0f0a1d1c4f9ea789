"""One reader for each kind of time expression.

Each takes the words and what they can hang on, and gives a reading, or None where the
words are no date after all.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.dates.grammar import MONTH, NUMBER, UNIT, VAGUE, WEEKDAY, YEAR
from geo.dates.reading import (
    Reading,
    Scene,
    day_of,
    moved,
    one_day,
    open_reading,
    part_of,
    published_on,
    unit_around,
    whole_month,
    year_for,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve")  # fmt: skip
_SEASONS = {"spring": ("SP", 3, 5), "summer": ("SU", 6, 8), "autumn": ("FA", 9, 11),
            "winter": ("WI", 12, 2)}  # fmt: skip
_SHIFT = re.compile(rf"(?P<n>{NUMBER}|{VAGUE})\s+(?P<unit>{UNIT})s?\s+(?P<way>\w+)", re.IGNORECASE)
_MOST_MONTHS = 12
_MOST_DAYS = 31


def _iso(text: str, _scene: Scene) -> Reading | None:
    try:
        return one_day(date.fromisoformat(text), "the text")
    except ValueError:
        return None


def _numeric(text: str, _scene: Scene) -> Reading | None:
    first, second, year = (int(part) for part in re.split(r"[/.]", text))
    smaller, larger = sorted((first, second))
    if not 1 <= smaller <= _MOST_MONTHS or larger > _MOST_DAYS:
        return None
    if larger <= _MOST_MONTHS and first != second:
        return open_reading(f"{year}-XX-XX", "day", "day and month cannot be told apart")
    return day_of(year, smaller, larger, "the text")


def _span(text: str, scene: Scene) -> Reading | None:
    days = [int(number) for number in re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text)]
    month, year = _month_in(text), _year_in(text)
    if len(days) != 2 or month is None or days[0] >= days[1]:  # noqa: PLR2004  (first and last day)
        return None
    anchor = "the text"
    if year is None:
        year, anchor = year_for(month, days[0], scene)
    if year is None:
        value = f"XXXX-{month:02}-{days[0]:02}/XXXX-{month:02}-{days[1]:02}"
        return open_reading(value, "day", anchor)
    try:
        first, last = date(year, month, days[0]), date(year, month, days[1])
    except ValueError:
        return None
    return Reading(f"{first}/{last}", first, last, "day", anchor)


def _full(text: str, _scene: Scene) -> Reading | None:
    day, month, year = _day_in(text), _month_in(text), _year_in(text)
    if day is None or month is None or year is None:
        return None
    return day_of(year, month, day, "the text")


def _monthday(text: str, scene: Scene) -> Reading | None:
    day, month = _day_in(text), _month_in(text)
    if day is None or month is None:
        return None
    year, anchor = year_for(month, day, scene)
    if year is None:
        return open_reading(f"XXXX-{month:02}-{day:02}", "day", anchor)
    return day_of(year, month, day, anchor)


def _month(text: str, scene: Scene) -> Reading | None:
    month, year = _month_in(text), _year_in(text)
    if month is None:
        return None
    anchor = "the text"
    if year is None:
        year, anchor = year_for(month, 1, scene)
        if year is not None and scene.published:
            if re.search(r"\blast\s+year\b", text, re.IGNORECASE):
                year = scene.published.year - 1
            elif re.match(r"next\b", text, re.IGNORECASE) and (
                (year, month) <= (scene.published.year, scene.published.month)
            ):
                year += 1
    if year is None:
        return open_reading(f"XXXX-{month:02}", "month", anchor)
    if year > date.max.year:
        return None
    return part_of(text, Reading(f"{year}-{month:02}", *whole_month(year, month), "month", anchor))


def _season(text: str, scene: Scene) -> Reading | None:
    name = next(name for name in _SEASONS if name in text.lower())
    code, start, end = _SEASONS[name]
    year, anchor = _year_in(text), "the text"
    if year is None:
        if scene.published is None:
            return open_reading(f"XXXX-{code}", "season")
        today = scene.published
        year, anchor = today.year, published_on(today)
        if re.search(r"\blast\b", text, re.IGNORECASE) and not today.month > max(start, end):
            year -= 1
    last_year = year + 1 if end < start else year
    if not 1 <= year <= last_year <= date.max.year:
        return None
    first, last = date(year, start, 1), whole_month(last_year, end)[1]
    return part_of(text, Reading(f"{year}-{code}", first, last, "season", anchor))


def _decade(text: str, _scene: Scene) -> Reading | None:
    year = int(re.findall(r"\d{4}", text)[0])
    first, last = date(year, 1, 1), date(year + 9, 12, 31)
    return part_of(text, Reading(f"{year // 10}", first, last, "decade", "the text"))


def _shift(text: str, scene: Scene) -> Reading | None:
    """Read "two days earlier", "20 years ago", "a week later"."""
    match = _SHIFT.match(text)
    if match is None or match["way"].lower() in {"before", "after"}:
        return None  # "two days after the strike" hangs on an event, not on a date
    way, unit, number = match["way"].lower(), match["unit"].lower(), _number(match["n"])
    start = scene.published if way == "ago" else scene.told or scene.published
    if start is None:
        return open_reading("PAST_REF", unit)
    if number is None:
        value = "FUTURE_REF" if way == "later" else "PAST_REF"
        return Reading(value, None, None, unit, "the text is vague", context=True)
    day = moved(start, unit, number if way == "later" else -number)
    if day is None:
        return None
    anchor = published_on(start) if start == scene.published else f"counted from {start}"
    background = way == "ago" and unit in {"year", "decade"}
    return unit_around(day, unit, anchor, context=background)


def _recent(text: str, scene: Scene) -> Reading | None:
    """Read "in recent weeks", "the past few days": a stretch up to now."""
    if scene.published is None:
        return open_reading("PRESENT_REF", "vague")
    ahead = "coming" in text.lower()
    unit = re.findall(UNIT, text.lower())[-1]
    reach = moved(scene.published, unit, 3 if ahead else -3) or scene.published
    return Reading(
        "FUTURE_REF" if ahead else "PAST_REF",
        min(reach, scene.published),
        max(reach, scene.published),
        unit,
        published_on(scene.published),
        context=ahead or unit in {"year", "decade"},
    )


def _nextday(text: str, scene: Scene) -> Reading | None:
    base = scene.told or scene.published
    if base is None:
        return open_reading("XXXX-XX-XX", "day")
    lowered = text.lower()
    step = 1 if "following" in lowered or "next" in lowered else -1 if "previous" in lowered else 0
    day = moved(base, "day", step)
    return None if day is None else one_day(day, f"counted from {base}")


def _weekday(text: str, scene: Scene) -> Reading | None:
    word = re.search(WEEKDAY, text, re.IGNORECASE)
    wanted = _WEEKDAYS.index(word.group()[:3].lower()) if word else 0
    if scene.published is None:
        return open_reading(f"XXXX-WXX-{wanted + 1}", "day")
    today = scene.published
    lowered = text.lower()
    back = (today.weekday() - wanted) % 7
    if "next " in lowered:
        steps = 7 - back
    elif "last " in lowered:
        steps = -(back or 7)
    elif scene.ahead:
        steps = (7 - back) % 7
    else:
        steps = -back
    day = moved(today, "day", steps)
    return None if day is None else one_day(day, published_on(today))


def _deictic(text: str, scene: Scene) -> Reading | None:
    if scene.published is None:
        return open_reading("XXXX-XX-XX", "day")
    lowered = text.lower()
    step = -1 if "yesterday" in lowered else 1 if "tomorrow" in lowered else 0
    day = moved(scene.published, "day", step)
    return None if day is None else one_day(day, published_on(scene.published))


def _unit(text: str, scene: Scene) -> Reading | None:
    """Read "last week", "earlier this month", "next year", "this morning"."""
    *_, way, unit = text.lower().split()
    if scene.published is None:
        return open_reading("PAST_REF", unit)
    step = {"last": -1, "this": 0, "next": 1}[way]
    anchor = published_on(scene.published)
    if unit in {"night", "morning", "afternoon", "evening"}:
        unit = "day"
    if unit == "weekend":
        return _weekend(scene.published, step, anchor)
    day = moved(scene.published, unit, step)
    if day is None:
        return None
    whole = unit_around(day, unit, anchor, context=unit in {"year", "decade"})
    if step == 0 and text.lower().startswith("earlier"):
        return Reading(whole.value, whole.first, scene.published, whole.precision, anchor)
    return whole


def _weekend(today: date, step: int, anchor: str) -> Reading | None:
    saturday = moved(today, "day", 5 - today.weekday() + 7 * step)
    if saturday is None or saturday == date.max:
        return None
    year, week, _ = saturday.isocalendar()
    sunday = saturday + timedelta(days=1)
    return Reading(f"{year}-W{week:02}-WE", saturday, sunday, "weekend", anchor)


def _year(text: str, _scene: Scene) -> Reading | None:
    year = _year_in(text)
    if year is None:
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    return part_of(text, Reading(str(year), first, last, "year", "the text"))


READERS: dict[str, Callable[[str, Scene], Reading | None]] = {
    "iso": _iso, "numeric": _numeric, "span": _span, "full": _full, "monthday": _monthday,
    "month": _month, "season": _season, "decade": _decade, "shift": _shift,
    "recent": _recent, "nextday": _nextday, "weekday": _weekday, "deictic": _deictic,
    "unit": _unit, "year": _year,
}  # fmt: skip


def _number(text: str) -> int | None:
    words = text.lower().split()
    if words[0].isdigit():
        return int(words[0])
    if "couple" in words:
        return 2
    if len(words) > 1:
        return None
    if words[0] in {"a", "an"}:
        return 1
    return _NUMBERS.index(words[0]) if words[0] in _NUMBERS else None


def _month_in(text: str) -> int | None:
    match = re.search(MONTH, text, re.IGNORECASE)
    return _MONTHS.index(match.group()[:3].lower()) + 1 if match else None


def _day_in(text: str) -> int | None:
    match = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text)
    return int(match.group(1)) if match else None


def _year_in(text: str) -> int | None:
    match = re.search(rf"\b{YEAR}\b", text)
    return int(match.group()) if match else None
