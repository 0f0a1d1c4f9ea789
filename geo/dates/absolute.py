"""Readers of what stands on the calendar: days, months, seasons, years and longer."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.dates.almanac import (
    Point,
    easter,
    months_of,
    point_of,
    season_days,
    span_days,
    span_value,
    week_days,
    week_value,
    year_value,
)
from geo.dates.reading import (
    NO_DATE,
    TEXT,
    TOO_EARLY,
    Reading,
    Scene,
    at_part,
    of_point,
    part_of,
    published_on,
)
from geo.dates.words import EASTER_DAYS, HOLIDAYS, MONTHS, ORDINALS, PARTS_OF_DAY, SEASONS, WEEKDAYS
from geo.dates.years import relative_year, season_year, year_for

if TYPE_CHECKING:
    from collections.abc import Callable

    Parts = dict[str, str]

_MONTHS_OF_YEAR = 12
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(weeks=1)
_CENTURY = 100
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
            "seventies": 70, "eighties": 80, "nineties": 90}  # fmt: skip
_FISCAL = re.compile(r"\bfiscal\s+$", re.IGNORECASE)
_OWN_YEAR = "a fiscal year, whose months the text does not tell"
_NUMERIC_CHOICE = "day and month cannot be told apart; an order settles it"


def month_of(parts: Parts) -> int:
    """Give the number of a month by its name."""
    name = re.sub(r"\s+", " ", parts["month"].lower().rstrip("."))
    return MONTHS[name] if name in MONTHS else MONTHS[name.partition("/")[0].strip()]


def part_code(parts: Parts) -> str:
    """Give the code of the part of the day that is told, or ""."""
    word = parts.get("part", "").lower()
    return PARTS_OF_DAY.get(word, "") or PARTS_OF_DAY.get(word.rstrip("s"), "")


def year_in(parts: Parts, scene: Scene) -> tuple[int | None, str]:
    """Give the year that an expression names or points at, and what says so."""
    if "year" in parts:
        year = int(parts["year"])
        era = parts.get("era", "").upper()
        return (-year if era.startswith("B") else year), TEXT
    if "short" in parts:
        return full_year(int(re.sub(r"\D", "", parts["short"])), scene), TEXT
    if "rel" in parts:
        return relative_year(parts["rel"], scene)
    return None, ""


def full_year(short: int, scene: Scene) -> int:
    """Give the year that two digits mean: the story's century, else the last such year."""
    latest = scene.story.latest
    if scene.style.narrative and latest and latest.year > 0:
        return latest.year - latest.year % _CENTURY + short
    today = scene.published.year if scene.published else 2029
    year = today - today % _CENTURY + short
    return year if year <= today + 1 else year - _CENTURY


def _iso(parts: Parts, _scene: Scene) -> Reading | None:
    reading = of_point(Point(*(int(parts[name]) for name in ("year", "month", "day"))))
    return reading and at_part(reading, f"T{parts['clock']}" if "clock" in parts else "")


def _numeric(parts: Parts, scene: Scene) -> Reading | None:
    one, two, year = int(parts["one"]), int(parts["two"]), int(parts["year"])
    if parts["year"] == parts["year"][:2]:
        if parts["sep"] != "/":
            return None  # 1.2.10 is a version or a paragraph
        year = full_year(year, scene)
    order = scene.style.order
    if max(one, two) > _MONTHS_OF_YEAR:
        order = "mdy" if two > _MONTHS_OF_YEAR else "dmy"
    elif order is None and one != two:
        if parts["sep"] != ".":
            days = (date(year, 1, 1), date(year, 12, 31)) if year else None
            return days and Reading(f"{year}-XX-XX", None, "day", _NUMERIC_CHOICE)
        order = "dmy"  # with full stops the day comes first wherever it is written so
    day, month = (two, one) if order == "mdy" else (one, two)
    return of_point(Point(year, month, day))


def _day(parts: Parts, scene: Scene) -> Reading | None:
    month, day = month_of(parts), int(re.sub(r"\D", "", parts["day"]))
    year, anchor = year_in(parts, scene)
    if year is None:
        weekday = WEEKDAYS.get(_weekday_key(parts))
        year, anchor = year_for(month, day, scene, weekday)
    if year is None:
        return Reading(f"XXXX-{month:02}-{day:02}", None, "day", anchor or NO_DATE)
    reading = of_point(Point(year, month, day), anchor)
    return reading and at_part(reading, part_code(parts))


def _weekday_key(parts: Parts) -> str:
    return parts.get("weekday", "").lower().rstrip(".")


def _month(parts: Parts, scene: Scene) -> Reading | None:
    month = month_of(parts)
    year, anchor = year_in(parts, scene)
    if year and "until" in parts and month > month_of({"month": parts["until"]}):
        year -= 1  # "from November to February 1941"
    if year is None:
        year, anchor = year_for(month, None, scene, way=parts.get("way", ""))
    if year is None:
        return Reading(f"XXXX-{month:02}", None, "month", anchor or NO_DATE)
    reading = of_point(Point(year, month), anchor)
    return reading and part_of(parts.get("mod"), reading)


def _season(parts: Parts, scene: Scene) -> Reading | None:
    code = SEASONS[parts["season"].lower()]
    year, anchor = year_in(parts, scene)
    if year is None:
        year, anchor = season_year(code, parts.get("way", "").lower(), scene)
    if year is None:
        return Reading(f"XXXX-{code}", None, "season", anchor or NO_DATE)
    days = season_days(year, code)
    reading = Reading(f"{year_value(year)}-{code}", days, "season", anchor, point=Point(year))
    return part_of(parts.get("mod"), reading)


def _year(parts: Parts, scene: Scene) -> Reading | None:
    year, anchor = year_in(parts, scene)
    reading = of_point(Point(year), anchor) if year else None
    return reading and part_of(parts.get("mod"), reading)


def _ancient(parts: Parts, scene: Scene) -> Reading | None:
    if not scene.style.ancient:
        return None
    reading = of_point(Point(-int(parts["year"])))
    return reading and reading._replace(
        anchor=f"{TOO_EARLY}; the text tells of years before Christ"
    )


def _decade(parts: Parts, scene: Scene) -> Reading | None:
    if "word" in parts:
        year = full_year(_DECADES[parts["word"].lower()], scene)
    elif "short" in parts:
        year = full_year(int(parts["short"]), scene)
    else:
        year = int(parts["year"])
    if parts.get("era", "").upper().startswith("B"):
        year = -year
    days = span_days(year, 10)
    reading = Reading(span_value(year, 10), days, "decade", TEXT if days else TOO_EARLY)
    return part_of(parts.get("mod"), reading)


def _century(parts: Parts, _scene: Scene) -> Reading | None:
    nth = nth_of(parts["nth"])
    if not 1 <= nth <= _CENTURY // 2:
        return None
    early = parts.get("era", "").upper().startswith("B")
    year = (nth - 1) * _CENTURY
    value = f"BC{nth - 1:02}" if early else f"{nth - 1:02}"
    days = None if early else span_days(year, _CENTURY)
    return part_of(parts.get("mod"), Reading(value, days, "century", TOO_EARLY if early else TEXT))


def nth_of(word: str) -> int:
    """Read an ordinal; 0 if it is none."""
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else ORDINALS.get(word.lower(), 0)


def _half(parts: Parts, scene: Scene) -> Reading | None:
    """Read "the second half of 2008", "third quarter", "Q1 2009"."""
    half = parts["half"].lower().startswith("h")
    nth = nth_of(parts["nth"]) or (2 if half else 4)
    if nth > (2 if half else 4):
        return None
    size = 6 if half else 3
    if "month" in parts:
        return half_of(nth, _month(parts, scene)) if half else None
    year, anchor = year_in(parts, scene)
    if year is None and "unit" in parts:
        year, anchor = relative_year(parts["unit"], scene)
    if year is None:
        if half:
            return None  # half of a match, of a loan: nothing says that it is a year's
        if _FISCAL.search(scene.before):
            return Reading(f"XXXX-Q{nth}", None, "quarter", _OWN_YEAR, context=True)
        year, anchor = year_for(nth * size, None, scene)
    if year is None:
        return Reading(f"XXXX-Q{nth}", None, "quarter", anchor or NO_DATE)
    code, name = ("H", "half") if half else ("Q", "quarter")
    days = months_of(year, size * (nth - 1) + 1, size * nth) if year > 0 else None
    return Reading(f"{year_value(year)}-{code}{nth}", days, name, anchor, point=Point(year))


def half_of(nth: int, whole: Reading | None) -> Reading | None:
    """Give the first or the second half of a month, which keeps the month's value."""
    if whole is None or whole.days is None:
        return whole
    first, last = whole.days
    middle = first + (last - first) / 2
    return whole._replace(days=(first, middle) if nth == 1 else (middle, last))


def _nthday(parts: Parts, scene: Scene) -> Reading | None:
    """Read "the first Monday of February", "the last week of January", "the last day of May"."""
    month = _month(parts, scene)
    if month is None or month.days is None:
        return month
    first, last = month.days
    nth = nth_of(parts["nth"])  # 0 is the last
    if parts.get("unit", "").lower() == "week":
        begin = first + _A_WEEK * (nth - 1) if nth else last - _A_WEEK + _A_DAY
        days = (begin, min(begin + _A_WEEK - _A_DAY, last))
        return month._replace(days=days, precision="week") if begin <= last else None
    wanted = WEEKDAYS.get(_weekday_key(parts))
    if wanted is None:
        day = first + _A_DAY * (nth - 1) if nth else last
    elif nth:
        day = first + _A_DAY * ((wanted - first.weekday()) % 7) + _A_WEEK * (nth - 1)
    else:
        day = last - _A_DAY * ((last.weekday() - wanted) % 7)
    return of_point(point_of(day), month.anchor) if day <= last else None


def _weekof(parts: Parts, scene: Scene) -> Reading | None:
    """Read "the week of 17 February", "the week ending May 3", "the weekend of 22 May"."""
    told = _day(parts, scene)
    if told is None or told.days is None:
        return told
    day, way = told.days[0], parts["way"].lower()
    begin, end = week_days(day)
    value, precision = week_value(day), "week"
    if parts["unit"].lower() == "weekend":
        begin, value, precision = end - _A_DAY, f"{value}-WE", "weekend"
    elif way == "ending":
        begin, end = day - _A_WEEK + _A_DAY, day
    elif way != "of":
        begin, end = day, day + _A_WEEK - _A_DAY
    return Reading(value, (begin, end), precision, told.anchor, point=told.point)


def _holiday(parts: Parts, scene: Scene) -> Reading | None:
    name = re.sub(r"\s+", " ", parts["holiday"].lower()).replace("’", "'").removesuffix(" day")
    year, anchor = year_in(parts, scene)
    if name in EASTER_DAYS:
        reading = _by_easter(name, scene, year, anchor)
        return reading and at_part(reading, part_code(parts))
    month, day = HOLIDAYS.get(name.removeprefix("the "), (1, 1))
    if year is None:
        year, anchor = year_for(month, day, scene)
    if year is None:
        return Reading(f"XXXX-{month:02}-{day:02}", None, "day", anchor or NO_DATE)
    reading = of_point(Point(year, month, day), anchor)
    return reading and at_part(reading, part_code(parts))


def _by_easter(name: str, scene: Scene, year: int | None, anchor: str) -> Reading | None:
    """Read "Easter", "Good Friday", "Ash Wednesday"."""
    if year is None:
        latest = scene.story.latest if scene.style.narrative else None
        near = latest.year if latest else scene.published.year if scene.published else 0
        feast = _feast(name, near)
        if feast is None:
            return Reading("XXXX-XX-XX", None, "day", NO_DATE)
        year, anchor = year_for(feast.month, feast.day, scene)
    feast = _feast(name, year) if year is not None else None
    if feast is None:
        return Reading("XXXX-XX-XX", None, "day", anchor or NO_DATE)
    return of_point(point_of(feast), anchor)


def _feast(name: str, year: int) -> date | None:
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, *easter(year)) + EASTER_DAYS[name] * _A_DAY


def _nth(parts: Parts, scene: Scene) -> Reading | None:
    """Read "the 12th", "the 12th of that month": a day of the month last told of."""
    day = int(re.sub(r"\D", "", parts["day"]))
    latest = scene.story.latest
    if latest is None or latest.month is None:
        if scene.published is None or scene.style.narrative:
            return Reading(f"XXXX-XX-{day:02}", None, "day", NO_DATE)
        month = Point(scene.published.year, scene.published.month)
        if day > scene.published.day and not scene.ahead:
            month = Point(*divmod(month.year * 12 + scene.published.month - 2, 12))
            month = Point(month.year, (month.month or 0) + 1)
        anchor = published_on(scene.published)
    else:
        month, anchor = Point(latest.year, latest.month), f"counted from {latest.value}"
    reading = of_point(Point(month.year, month.month, day), anchor)
    return reading and at_part(reading, part_code(parts))


READERS: dict[str, Callable[[Parts, Scene], Reading | None]] = {
    "iso": _iso, "numeric": _numeric, "day": _day, "month": _month, "season": _season,
    "year": _year, "ancient": _ancient, "decade": _decade, "century": _century, "half": _half,
    "holiday": _holiday, "nth": _nth, "nthday": _nthday, "weekof": _weekof,
}  # fmt: skip
