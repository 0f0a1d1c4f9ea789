"""Readers of what is counted from another day: "yesterday", "two days later", "last week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.dates.absolute import part_code
from geo.dates.almanac import (
    Point,
    moved,
    point_of,
    shifted,
    span_days,
    span_value,
    week_days,
    week_value,
)
from geo.dates.reading import (
    AN_EVENT,
    NO_DATE,
    NO_STORY,
    REPEATED,
    VAGUE,
    Reading,
    Scene,
    at_part,
    of_point,
    part_of,
    published_on,
    told_on,
)
from geo.dates.words import DUALS, UNITS, WEEKDAYS, number_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Parts = dict[str, str]

_WEEK = 7
_SATURDAY = 5
_FORWARD = frozenset({"next", "following", "coming", "gelecek", "önümüzdeki", "المقبل", "المقبلة",
                      "القادم", "القادمة", "التالي", "ertesi"})  # fmt: skip
_BACK = frozenset({"last", "past", "previous", "preceding", "geçen", "geçtiğimiz", "الماضي",
                   "الماضية", "المنصرم"})  # fmt: skip
_TOLD = frozenset({"that", "same", "very", "following", "previous", "preceding", "the"})
"""Words that point into the story, not at the day of writing."""
_DEICTIC_WAYS = frozenset({"last", "this", "next", "this past", "this coming", "the current",
                           "geçen", "geçtiğimiz", "bu", "gelecek", "önümüzdeki", "الماضي",
                           "الماضية", "المنصرم", "المقبل", "المقبلة", "القادم", "القادمة",
                           "الجاري", "الحالي"})  # fmt: skip
"""Words that point at the day of writing, except in a narrative."""
_ROOM = {"day": "-XX-XX", "month": "-XX", "week": "-WXX"}


def unit_of(word: str) -> str:
    """Give the unit that a word means."""
    folded = word.lower()
    return UNITS.get(folded) or UNITS.get(folded.rstrip("s")) or {"centuries": "century"}[folded]


def step_of(way: str) -> int:
    """Tell whether a word leads back (-1), on (1) or stays (0)."""
    words = way.lower().split()
    if any(word in _FORWARD for word in words):
        return 1
    return -1 if any(word in _BACK for word in words) else 0


def _weekday(parts: Parts, scene: Scene) -> Reading | None:
    wanted = WEEKDAYS[re.sub(r"s$", "", parts["weekday"].lower().rstrip("."))]
    today = scene.today
    if parts["weekday"].lower().endswith("days"):
        value = f"XXXX-WXX-{wanted + 1}{part_code(parts)}"
        return Reading(value, None, "set", REPEATED, type="SET", context=True)
    if today is None:
        return Reading(f"XXXX-WXX-{wanted + 1}", None, "day", NO_DATE)
    back = (today.weekday() - wanted) % _WEEK
    way = parts.get("way", "").lower()
    step = step_of(way)
    told = scene.rebased and scene.story.day is not None
    if way == "week ago":
        steps = -back - _WEEK
    elif way in {"week", "week from"}:
        # "Monday week", "a week from Monday"
        steps = (_WEEK - back) % _WEEK + _WEEK
    elif way.endswith("week"):
        steps = _WEEK * step - today.weekday() + wanted
    elif step > 0:
        steps = _WEEK - back
    elif step < 0:
        steps = -(back or _WEEK)
    elif scene.ahead or (told and back):
        steps = (_WEEK - back) % _WEEK
    elif way in {"this", "bu"}:
        # "Said this Monday" on a Friday was four days ago.
        steps = wanted - today.weekday()
    else:
        steps = -back
    return _on_day(moved(today, "day", steps), scene.now, part_code(parts))


def _on_day(day: date | None, anchor: str, code: str = "") -> Reading | None:
    reading = of_point(point_of(day), anchor) if day else None
    return reading and at_part(reading, code)


def _deictic(parts: Parts, scene: Scene) -> Reading | None:
    word = parts["word"].lower()
    if word in {"today", "bugün", "اليوم"} and scene.style.narrative:
        return Reading("PRESENT_REF", None, "vague", VAGUE, context=True)
    if scene.today is None:
        return Reading("XXXX-XX-XX", None, "day", NO_DATE)
    step = _DEICTIC_STEPS.get(word, 0)
    code = "TNI" if word == "tonight" else part_code(parts)
    return _on_day(moved(scene.today, "day", step), scene.now, code)


_DEICTIC_STEPS = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
                  "the day after tomorrow": 2, "dün": -1, "yarın": 1, "önceki gün": -2,
                  "امس": -1, "غدا": 1, "غدًا": 1, "غداً": 1, "اول امس": -2}  # fmt: skip


def _partof(parts: Parts, scene: Scene) -> Reading | None:
    """Read "that evening", "the next morning", "last night", "at night"."""
    code = part_code(parts)
    way = parts.get("way", "").lower()
    told = set(way.split()) & _TOLD
    if not way or way == "one":
        return Reading(f"XXXX-XX-XX{code}", None, "day", VAGUE, type="TIME", context=True)
    day = scene.story.day if told else None
    anchor = told_on(day.isoformat()) if day else scene.now
    day = day or scene.today
    if day is None:
        return Reading(f"XXXX-XX-XX{code}", None, "day", NO_DATE, type="TIME")
    return _on_day(moved(day, "day", step_of(way)), anchor, code)


def _overnight(parts: Parts, scene: Scene) -> Reading | None:
    """Read "were hurt overnight": in the night to the day of writing, or the one to come."""
    if scene.style.narrative:
        return None
    if scene.published is None:
        return Reading("XXXX-XX-XXTNI", None, "day", NO_DATE, type="TIME")
    today = scene.published
    other = moved(today, "day", 1 if scene.ahead else -1) or today
    reading = _on_day(today, published_on(today), part_code(parts))
    return reading and reading._replace(days=(min(today, other), max(today, other)))


def _sameday(parts: Parts, scene: Scene) -> Reading | None:
    """Read "the same day last year": a year before the day told of, else that of writing."""
    day = scene.story.day or scene.published
    before = moved(day, "year", -1) if day else None
    if day is None or before is None:
        return Reading("XXXX-XX-XX", None, "day", NO_DATE)
    anchor = told_on(day.isoformat()) if scene.story.day else published_on(day)
    unit = parts["unit"].lower()
    point = point_of(before)
    if unit == "week":
        return Reading(week_value(before), week_days(before), "week", anchor, point=point)
    return of_point(point if unit == "day" else point._replace(day=None), anchor)


def _storyday(parts: Parts, scene: Scene) -> Reading | None:
    """Read "the following day", "that same day", "the day before", "the evening before"."""
    word = parts.get("step", "").lower()
    if word in {"before", "after"} and _AN_EVENT.match(scene.after):
        return Reading("XXXX-XX-XX", None, "day", AN_EVENT, context=True)
    step = {"before": -1, "earlier": -1}.get(word, 1) if word else step_of(parts["way"])
    found = _counted("day", step, scene)
    if found is None or found.days is None or not parts.get("part"):
        return found
    return found._replace(type="TIME", value=found.value + part_code(parts))


def _counted(unit: str, steps: int, scene: Scene) -> Reading | None:
    """Count from what the story told last, else from the publication date."""
    latest = scene.story.latest
    if unit in {"day", "week", "night"} and scene.story.day:
        start: Point | None = point_of(scene.story.day)
        if scene.style.narrative and latest and latest.day is None and latest.month is not None:
            # The story has gone on since that day: in which month, is all that is known.
            start = latest if not _within(scene.story.day, latest) else start
    else:
        start = latest
    if start is None:
        if scene.published is None:
            return Reading("XXXX" + _ROOM.get(unit, ""), None, unit, NO_DATE)
        start, anchor = point_of(scene.published), published_on(scene.published)
    else:
        anchor = told_on(start.value)
    return _moved(start, unit, steps, anchor)


def _within(day: date, month: Point) -> bool:
    return (day.year, day.month) == (month.year, month.month)


def _moved(start: Point, unit: str, steps: int, anchor: str) -> Reading | None:
    """Give the day, week, month, year … that lies some units from a point."""
    if unit in {"week", "fortnight"}:
        return _week(start, unit, steps, anchor)
    if unit in {"decade", "century"}:
        size = 10 if unit == "decade" else 100
        point = shifted(start, unit, steps)
        if point is None:
            return None
        days = span_days(point.year, size)
        return Reading(span_value(point.year, size), days, unit, anchor)
    point = shifted(start, "day" if unit == "night" else unit, steps)
    if point is None:
        room = _ROOM.get(unit, "-XX-XX")[(3 if start.month and unit != "week" else 0) :]
        return Reading(start.value[: len(start.value)] + room, None, unit, anchor)
    return of_point(point, anchor)


def _week(start: Point, unit: str, steps: int, anchor: str) -> Reading | None:
    if start.whole is None:
        return Reading(f"{Point(start.year).value}-WXX", None, "week", anchor)
    day = moved(start.whole, unit, steps)
    if day is None:
        return None
    return Reading(week_value(day), week_days(day), "week", anchor, point=point_of(day))


def _unit(parts: Parts, scene: Scene) -> Reading | None:
    """Read "last week", "the end of the year", "the same month", "this weekend"."""
    way = parts.get("way", "").lower()
    step = step_of(way)
    word = parts["unit"].lower()
    deictic = way in _DEICTIC_WAYS
    if way in {"the past", "the last", "the coming"}:
        return _past_unit(unit_of(word), scene)
    if word.startswith("weekend"):
        if way == "the" and scene.today and scene.today.weekday() < _SATURDAY and not scene.ahead:
            step = -1  # told of on a weekday, "the weekend" is the one before
        return _weekend(scene, step)
    unit = unit_of(word)
    if unit == "quarter":
        return _quarter(scene, step)
    told = scene.story.latest is not None and (scene.rebased or not deictic)
    if told:
        reading = _counted(unit, step, scene)
    else:
        if scene.published is None:
            return Reading("XXXX" + _ROOM.get(unit, ""), None, unit, NO_DATE)
        reading = _moved(point_of(scene.published), unit, step, published_on(scene.published))
    if reading is None:
        return None
    background = unit in {"year", "decade", "century"} and not told
    return _up_to_now(parts, part_of(parts.get("mod"), reading._replace(context=background)), scene)


def _up_to_now(parts: Parts, whole: Reading, scene: Scene) -> Reading:
    """End "earlier this month" with the day it was written on."""
    today = scene.published
    said = parts.get("mod", "").lower().split()
    if not said or whole.days is None or today is None:
        return whole
    first, last = whole.days
    if first <= today <= last and said[0] == "earlier":
        return whole._replace(days=(whole.days[0], today))
    return whole


def _past_unit(unit: str, scene: Scene) -> Reading | None:
    """Read "the past week": a length that ends now."""
    value = {"week": "P1W", "month": "P1M", "year": "P1Y", "decade": "P1DE", "day": "P1D",
             "century": "P1CE", "fortnight": "P2W"}.get(unit)  # fmt: skip
    if value is None:
        return None
    end = scene.today
    start = moved(end, unit, -1) if end else None
    days = (start, end) if start and end else None
    anchor = scene.now
    return Reading(value, days, unit, anchor, type="DURATION", context=True)


def _weekend(scene: Scene, step: int) -> Reading | None:
    if scene.today is None:
        return Reading("XXXX-WXX-WE", None, "weekend", NO_DATE)
    saturday = moved(scene.today, "day", 5 - scene.today.weekday() + _WEEK * step)
    sunday = moved(saturday, "day", 1) if saturday else None
    if saturday is None or sunday is None:
        return None
    return Reading(f"{week_value(saturday)}-WE", (saturday, sunday), "weekend", scene.now)


def _quarter(scene: Scene, step: int) -> Reading | None:
    day = moved(scene.today, "quarter", step) if scene.today else None
    if day is None:
        return Reading("XXXX-QX", None, "quarter", NO_DATE)
    number = (day.month - 1) // 3
    first = day.replace(month=3 * number + 1, day=1)
    after = moved(first, "quarter", 1)
    last = moved(after, "day", -1) if after else None
    days = (first, last) if last else None
    return Reading(f"{day.year}-Q{number + 1}", days, "quarter", scene.now)


def _shift(parts: Parts, scene: Scene) -> Reading | None:
    """Read "two days earlier", "20 years ago", "a few weeks later"."""
    step = parts["step"].lower()
    unit = DUALS.get(parts["unit"].lower()) or unit_of(parts["unit"])
    ahead = step in _LATER
    number = 2 if parts["unit"].lower() in DUALS else number_of(parts.get("number", ""))
    number = 1 if "single" in parts and number is None else number
    if step in {"before", "after", "prior"} and _AN_EVENT.match(scene.after):
        return None  # "two days after the strike" hangs on an event, not on a date
    if number is None or number != int(number):
        value = "FUTURE_REF" if ahead else "PAST_REF"
        return Reading(value, None, unit, VAGUE, context=True)
    steps = int(number) if ahead else -int(number)
    if unit in {"hour", "minute", "second"}:
        return _hours(unit, scene)
    deictic = step in {"ago", "from now", "hence", "önce", "قبل", "منذ"}
    if deictic and not (scene.rebased and scene.story.latest):
        if scene.published is None:
            return Reading("XXXX" + _ROOM.get(unit, ""), None, unit, NO_DATE)
        return _ago(unit, steps, scene.published, exact="exact" in parts)
    return _told_shift(unit, steps, scene)


def _ago(unit: str, steps: int, published: date, *, exact: bool) -> Reading | None:
    """Read "ten years ago", and, to the day, "ten years ago today"."""
    told = published_on(published)
    if exact:
        return _on_day(moved(published, unit, steps), told)
    reading = _moved(point_of(published), unit, steps, told)
    background = unit in {"year", "decade", "century"}
    return reading and reading._replace(context=background)


def _told_shift(unit: str, steps: int, scene: Scene) -> Reading | None:
    """Read "two days later", "a year earlier", which are counted from a day told of."""
    latest, published = scene.story.latest, scene.published
    if unit == "year" and latest and latest.month and _COMPARED.search(scene.before):
        # "in January from a year earlier": that of the year before
        point = Point(latest.year + steps, latest.month)
        return of_point(point, told_on(latest.value), context=True)
    reading = _counted(unit, steps, scene)
    if scene.style.narrative or scene.ahead or not (reading and reading.days and published):
        return reading
    if steps > 0 and reading.days[0] > published:
        # What news tells of has happened, so the day it is counted from is not told.
        return Reading("XXXX" + _ROOM.get(unit, ""), None, unit, NO_STORY, context=True)
    return reading


_COMPARED = re.compile(r"\b(?:from|than|with|to|versus|over)\s+$")
_LATER = frozenset({"later", "after", "afterward", "afterwards", "hence", "from now", "thereafter",
                    "sonra", "بعد"})  # fmt: skip
_AN_EVENT = re.compile(r"\s+(?!that[.,;]|which\b|and\b|but\b|in\b|on\b|with\b|by\b)[\w“\"']")


def _hours(unit: str, scene: Scene) -> Reading | None:
    """Read "two hours later": on the day told of, at no known hour."""
    day = scene.story.day or scene.published
    if day is None:
        return Reading("XXXX-XX-XXTXX", None, unit, NO_DATE, type="TIME")
    anchor = told_on(day.isoformat()) if scene.story.day else published_on(day)
    reading = _on_day(day, anchor, "TXX")
    return reading and reading._replace(context=True)


def _recent(parts: Parts, scene: Scene) -> Reading | None:
    """Read "in recent weeks", "the past few days": a stretch up to now."""
    unit = unit_of(parts["unit"])
    way = parts.get("way", "").lower()
    ahead = step_of(way) > 0
    if scene.published is None or scene.style.narrative:
        why = NO_DATE if scene.published is None else NO_STORY
        value = "PAST_REF" if "recent" in way else _LENGTHS.get(unit, "PXD")
        return Reading(value, None, unit, why, context=True)
    vague = "FUTURE_REF" if ahead else "PAST_REF"
    value = vague if "recent" in way else _LENGTHS.get(unit, vague)
    today = scene.published
    length = unit if unit in _LENGTHS and not unit.startswith(("h", "mi", "s")) else "day"
    reach = moved(today, length, 3 if ahead else -3) or today
    days = (min(reach, today), max(reach, today))
    type_ = "DATE" if "recent" in way else "DURATION"
    background = ahead or type_ == "DURATION" or unit in {"year", "decade", "century"}
    anchor = published_on(today)
    return Reading(value, days, unit, anchor, type=type_, context=background)


_LENGTHS = {"day": "PXD", "week": "PXW", "month": "PXM", "year": "PXY", "decade": "PXDE",
            "century": "PXCE", "hour": "PTXH", "minute": "PTXM", "night": "PXD"}  # fmt: skip

READERS: dict[str, Callable[[Parts, Scene], Reading | None]] = {
    "weekday": _weekday, "deictic": _deictic, "partof": _partof, "storyday": _storyday,
    "unit": _unit, "shift": _shift, "recent": _recent, "overnight": _overnight,
    "sameday": _sameday,
}  # fmt: skip
