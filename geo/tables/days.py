"""The days that a cell of a table gives, and the reason where it gives none for certain."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

ORDERS = ("dmy", "mdy", "ymd")
"""Orders of day, month and year that a column may have."""

_WEEK = 7
_MONTH = 31

_TIME = r"(?:[T ]\s*\d{1,2}:\d{2}.*)?"
_ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){_TIME}", re.ASCII)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_MONTH_ONLY = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR_ONLY = re.compile(r"(\d{4})", re.ASCII)
_NUMBERS = re.compile(rf"(\d{{1,4}})([./-])(\d{{1,2}})\2(\d{{1,4}}){_TIME}", re.ASCII)
_DAY_NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})", re.ASCII)
_NAMED_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})", re.ASCII)
_NAMED_MONTH = re.compile(r"([A-Za-z]{3,9})\.?,? (\d{4})", re.ASCII)


class Days(NamedTuple):
    """An interval of days with how exactly it is known."""

    first: date
    last: date
    """Included."""
    precision: str
    """``day``, ``week``, ``month`` or ``year``."""


@lru_cache(maxsize=10_000)
def read(cell: str, order: str | None = None) -> Days:
    """Read the day, month or year of a cell.

    Parameters
    ----------
    cell : str
        ISO 8601 ("2020-03-01", with or without a time; "20200301"; "2020-03"; "2020"),
        an English month's name ("1 March 2020", "Mar 1, 2020"), or numbers.
    order : str, optional
        One of :data:`ORDERS`, for numbers such as "3/4/2020". Without it they are read
        only if there is one way to.

    Returns
    -------
    Days

    Raises
    ------
    ValueError
        With the reason, if the cell gives no day or may mean two.

    Examples
    --------
    >>> read("13/4/2020").first.isoformat()
    '2020-04-13'
    >>> read("3/4/2020")
    Traceback (most recent call last):
    ValueError: “3/4/2020” may be 2020-04-03 or 2020-03-04; say which with a date order
    """
    written = " ".join(cell.split())
    try:
        found = _iso(written) or _named(written)
        if found is None and (match := _NUMBERS.fullmatch(written)):
            found = _one_day(_by_order(written, (match[1], match[3], match[4]), order))
    except _OpenError as error:
        raise ValueError(*error.args) from None
    except ValueError:
        found = None
    if found is None:
        fits = f" in the order {order}" if order else ""
        message = f"“{written[:60]}” is no day that can be read{fits}"
        raise ValueError(message)
    return found


def precision(first: date, last: date) -> str:
    """Say how exactly an interval of days is known."""
    days = (last - first).days + 1
    if days == 1:
        return "day"
    return "week" if days <= _WEEK else "month" if days <= _MONTH else "year"


class _OpenError(ValueError):
    """The cell can be read in two ways, or lacks a part."""


def _iso(written: str) -> Days | None:
    if match := _ISO.fullmatch(written) or _BASIC.fullmatch(written):
        return _one_day(date(int(match[1]), int(match[2]), int(match[3])))
    if match := _MONTH_ONLY.fullmatch(written):
        return whole_month(int(match[1]), int(match[2]))
    if match := _YEAR_ONLY.fullmatch(written):
        year = int(match[1])
        return Days(date(year, 1, 1), date(year, 12, 31), "year")
    return None


def _named(written: str) -> Days | None:
    if match := _DAY_NAMED.fullmatch(written):
        return _one_day(date(int(match[3]), _month(match[2]), int(match[1])))
    if match := _NAMED_DAY.fullmatch(written):
        return _one_day(date(int(match[3]), _month(match[1]), int(match[2])))
    if match := _NAMED_MONTH.fullmatch(written):
        return whole_month(int(match[2]), _month(match[1]))
    return None


def _month(name: str) -> int:
    """Give the number of a month by its English name; 0, which is none, if it is none."""
    key = "sep" if name.lower() == "sept" else name.lower()
    names = list(calendar.month_name)[1:]
    return next((at for at, full in enumerate(names, 1) if full.lower().startswith(key)), 0)


def _by_order(written: str, parts: tuple[str, str, str], order: str | None) -> date:
    one, two, three = (int(part) for part in parts)
    full = 4  # digits of a year
    if len(parts[0]) == full:  # nobody puts the day behind it
        return date(one, two, three)
    if len(parts[2]) != full:
        message = f"“{written}” has a year of two digits; write all four"
        raise _OpenError(message)
    if order == "ymd":
        raise ValueError(written)
    readings = {
        each: day
        for each, month, number in (("dmy", two, one), ("mdy", one, two))
        if order in {None, each} and (day := _real_day(three, month, number))
    }
    if len(set(readings.values())) > 1:
        either = f"{readings['dmy']} or {readings['mdy']}"
        message = f"“{written}” may be {either}; say which with a date order"
        raise _OpenError(message)
    return next(iter(readings.values())) if readings else date(0, 1, 1)


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one_day(day: date) -> Days:
    return Days(day, day, "day")


def whole_month(year: int, month: int) -> Days:
    """Give all days of a month."""
    first = date(year, month, 1)
    return Days(first, first.replace(day=calendar.monthrange(year, month)[1]), "month")
