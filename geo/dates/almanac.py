"""Sums of the calendar: points in time, the values TIMEX3 gives them, and their days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from geo.dates.words import SEASON_MONTHS

_DECADE, _CENTURY = 10, 100
_LAST_MONTH = 12


Days: TypeAlias = tuple[date, date]
"""First and last day."""


class Point(NamedTuple):
    """A year, a month or a day."""

    year: int
    """Below zero before Christ: -480 is 480 BC."""
    month: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value: ``1941``, ``1941-12``, ``1941-12-07``, ``BC0480``."""
        parts = [year_value(self.year)]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def precision(self) -> str:
        """``year``, ``month`` or ``day``."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def whole(self) -> date | None:
        """The day, where it is one that the calendar has."""
        days = self.days
        return days[0] if days and self.day is not None else None

    @property
    def days(self) -> Days | None:
        """First and last day; None before the year 1 and for days that do not exist."""
        try:
            if self.month is None:
                return date(self.year, 1, 1), date(self.year, 12, 31)
            if self.day is None:
                return months_of(self.year, self.month, self.month)
            only = date(self.year, self.month, self.day)
        except ValueError:
            return None
        return only, only

    @property
    def exists(self) -> bool:
        """Whether the calendar has it, as far as can be told."""
        if self.month is not None and not 1 <= self.month <= _LAST_MONTH:
            return False
        if self.year < 1:
            return True
        return self.days is not None


def point_of(day: date) -> Point:
    """Give a day as a point."""
    return Point(day.year, day.month, day.day)


def year_value(year: int) -> str:
    """Give the TIMEX3 value of a year."""
    return f"BC{-year:04}" if year < 0 else f"{year:04}"


def span_value(year: int, size: int) -> str:
    """Give the value of the decade (size 10) or century (100) that a year lies in."""
    digits = 3 if size == _DECADE else 2
    number = abs(year) // size
    return f"BC{number:0{digits}}" if year < 0 else f"{number:0{digits}}"


def span_days(year: int, size: int) -> tuple[date, date] | None:
    """Give the days of the decade or century that a year lies in."""
    start = year - year % size
    if year < 0 or start + size - 1 > date.max.year:
        return None
    return date(max(start, 1), 1, 1), date(start + size - 1, 12, 31)


def months_of(year: int, first: int, last: int) -> tuple[date, date]:
    """Give the first and last day of a run of months; it may pass the end of the year."""
    last_year = year + 1 if last < first else year
    return date(year, first, 1), date(last_year, last, calendar.monthrange(last_year, last)[1])


def season_days(year: int, code: str) -> tuple[date, date] | None:
    """Give the days of a season of a year."""
    try:
        return months_of(year, *SEASON_MONTHS[code])
    except ValueError:
        return None


def week_value(day: date) -> str:
    """Give the ISO week that a day lies in, such as ``2009-W12``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def week_days(day: date) -> tuple[date, date]:
    """Give Monday and Sunday of the week that a day lies in."""
    monday = moved(day, "day", -day.weekday()) or date.min
    return monday, moved(monday, "day", 6) or date.max


def moved(day: date, unit: str, steps: int) -> date | None:
    """Move a day by whole units; None beyond the calendar."""
    try:
        if unit in {"day", "night"}:
            return day + timedelta(days=steps)
        if unit in {"week", "fortnight"}:
            return day + timedelta(days=(7 if unit == "week" else 14) * steps)
        size = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + size * steps, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def shifted(point: Point, unit: str, steps: int) -> Point | None:
    """Move a point by whole units and keep of it what the unit lets one know.

    Two months after 5 May is a July, and a year after it is a year; days cannot be
    counted from a month.
    """
    if unit == "day":
        day = moved(point.whole, unit, steps) if point.whole else None
        return point_of(day) if day else None
    if unit == "month":
        if point.month is None:
            return None
        year, month = divmod(point.year * 12 + point.month - 1 + steps, 12)
        return Point(year, month + 1)
    years = {"year": 1, "decade": _DECADE, "century": _CENTURY}.get(unit)
    if years is None:
        return None
    year = point.year + years * steps
    if (year < 0) != (point.year < 0) or year == 0:
        year += 1 if steps > 0 else -1  # no year 0 lies between
    return Point(year)


def easter(year: int) -> tuple[int, int]:
    """Give month and day of Easter Sunday (Gauss, as put right by Meeus and Jones)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3
            + 15) % 30  # fmt: skip
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return month, day + 1
