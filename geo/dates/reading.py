"""What an expression hangs on, what it was read as, and the sums of the calendar."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

NO_DATE = "no publication date"
"""The anchor of a relative expression in a document of unknown date."""

HEAD = "the head of the text"
"""The anchor of the date that a text gives for itself: its dateline, "date 2020-03-02"."""

_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|plans?\s+to|planned\s+for|expected|set\s+to|upcoming|is\s+to|are\s+to)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since\s+(?:[a-z]+\s+){0,5}"
    r"|(?:until|before(?!\s+(?:dawn|sunrise|daybreak|noon|midday|dusk|sunset|midnight|long))"
    r"|scheduled\s+for|due\s+in|ahead\s+of)\s+(?:[a-z]+\s+){0,2})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression can hang on."""

    published: date | None
    told: date | None
    """The day that the story last named."""
    before: str
    """The sentence up to the expression."""

    @property
    def ahead(self) -> bool:
        """Whether the clause looks into the future."""
        return bool(_FUTURE.search(self.before))

    @property
    def looks_back(self) -> bool:
        """Whether the words before make a background of it: "since", "ahead of"."""
        return bool(_SINCE.search(self.before))


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression as read: its TIMEX3 value and its interval of days."""

    value: str
    first: date | None
    last: date | None
    precision: str
    anchor: str
    context: bool = False
    """Whether it is background by its own words."""


def open_reading(value: str, precision: str, why: str = NO_DATE) -> Reading:
    """Give a reading without days, and why it has none."""
    return Reading(value, None, None, precision, why)


def published_on(day: date) -> str:
    """Name the publication date as an anchor."""
    return f"publication date {day}"


def one_day(day: date, anchor: str) -> Reading:
    """Give the reading of a single day."""
    return Reading(day.isoformat(), day, day, "day", anchor)


def day_of(year: int, month: int, day: int, anchor: str) -> Reading | None:
    """Give the reading of a day by its numbers; None where no calendar has it."""
    try:
        return one_day(date(year, month, day), anchor)
    except ValueError:
        return None


def whole_month(year: int, month: int) -> tuple[date, date]:
    """Give the first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def part_of(text: str, whole: Reading) -> Reading:
    """Narrow an interval to its early, middle or late third where the text says so."""
    said = re.match(r"(?:the\s+)?(early|mid|late)\b", text, re.IGNORECASE)
    if said is None or whole.first is None or whole.last is None:
        return whole
    first, last = whole.first, whole.last
    third = timedelta(days=((last - first).days + 1) // 3)
    part = said.group(1).lower()
    if part != "early":
        first = (last - third) if part == "late" else first + third
    if part != "late":
        last = (whole.first + third) if part == "early" else last - third
    return Reading(whole.value, first, last, whole.precision, whole.anchor, whole.context)


def unit_around(day: date, unit: str, anchor: str, *, context: bool) -> Reading:
    """Give the day, week, month, year or decade that a day lies in."""
    if unit == "day":
        return Reading(day.isoformat(), day, day, "day", anchor, context)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        sunday = moved(monday, "day", 6) or date.max
        return Reading(f"{year}-W{week:02}", monday, sunday, "week", anchor, context)
    if unit == "month":
        first, last = whole_month(day.year, day.month)
        return Reading(f"{day.year}-{day.month:02}", first, last, "month", anchor, context)
    start = day.year if unit == "year" else day.year - day.year % 10
    end = start if unit == "year" else start + 9
    value = str(start) if unit == "year" else str(start // 10)
    return Reading(value, date(max(start, 1), 1, 1), date(end, 12, 31), unit, anchor, context)


def moved(day: date, unit: str, steps: int) -> date | None:
    """Move a day by whole units; None beyond the calendar."""
    try:
        if unit == "day":
            return day + timedelta(days=steps)
        if unit == "week":
            return day + timedelta(days=7 * steps)
        months = {"month": 1, "year": 12, "decade": 120}[unit] * steps
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def year_for(month: int, day: int, scene: Scene) -> tuple[int | None, str]:
    """Give the year of a month and day: the last one up to now, unless it looks ahead."""
    today = scene.published
    if today is None:
        return None, NO_DATE
    if scene.ahead:
        year = today.year if (month, day) >= (today.month, 1) else today.year + 1
    else:
        year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    return year, published_on(today)
