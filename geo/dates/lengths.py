"""Readers of what is no point in time: lengths, what is repeated, the vague; and hours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.dates.almanac import point_of
from geo.dates.reading import (
    LENGTH,
    NO_DATE,
    REPEATED,
    VAGUE,
    Reading,
    Scene,
    at_part,
    of_point,
    published_on,
    told_on,
)
from geo.dates.relative import unit_of
from geo.dates.words import (
    DUALS,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    WEEKDAYS,
    number_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Parts = dict[str, str]

_CODES = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W",
          "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"}  # fmt: skip
_NOON = 12


def length_value(unit: str, number: float | None) -> str:
    """Give the TIMEX3 value of a length: ``P3D``, ``PT2H``, ``P2.5Y``, ``PXW``."""
    if unit == "fortnight":
        unit, number = "week", None if number is None else 2 * number
    told = "X" if number is None else f"{number:g}" if number < 10**6 else str(int(number))
    clock = "T" if unit in {"second", "minute", "hour"} else ""
    return f"P{clock}{told}{_CODES[unit]}"


def _length(parts: Parts, _scene: Scene) -> Reading | None:
    word = parts["unit"].lower()
    unit = DUALS.get(word) or unit_of(word)
    number = _how_many(parts, word)
    value = length_value(unit, number)
    return Reading(value, None, unit, LENGTH, type="DURATION", context=True)


def _how_many(parts: Parts, unit: str) -> float | None:
    if "vague" in parts:
        return None
    if unit in DUALS:
        return 2
    number = number_of(parts.get("number", ""))
    number = 1 if number is None else number
    return number + 0.5 if "plushalf" in parts else 0.5 if "half" in parts else number


_SET_VALUES = {"hour": "XXXX-XX-XXTXX", "day": "XXXX-XX-XX", "night": "XXXX-XX-XXTNI",
               "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
               "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX"}  # fmt: skip
_ADVERBS = {"hourly": "hour", "daily": "day", "everyday": "day", "nightly": "night",
            "weekly": "week", "fortnightly": "week", "monthly": "month", "quarterly": "quarter",
            "yearly": "year", "annually": "year", "annual": "year"}  # fmt: skip


def _set(parts: Parts, _scene: Scene) -> Reading | None:
    """Read "daily", "every Friday", "each year", "twice a month"."""
    if "word" in parts:
        value = _SET_VALUES[_ADVERBS[parts["word"].lower()]]
        return Reading(value, None, "set", REPEATED, type="SET", context=True)
    word = parts["unit"].lower().rstrip(".")
    single = word if word in WEEKDAYS or word in MONTHS else word.rstrip("s")
    how = parts["how"].lower()
    if single in WEEKDAYS:
        value = f"XXXX-WXX-{WEEKDAYS[single] + 1}"
    elif single in MONTHS:
        value = f"XXXX-{MONTHS[single]:02}"
    elif single in SEASONS:
        value = f"XXXX-{SEASONS[single]}"
    elif single in PARTS_OF_DAY:
        value = f"XXXX-XX-XX{PARTS_OF_DAY[single]}"
    elif how in {"every", "each"} and "other" not in parts and single in _SET_VALUES:
        value = _SET_VALUES[single]
    else:
        other = parts.get("other", "").lower()
        value = length_value(unit_of(single), 2 if other == "other" else number_of(other) or 1)
    return Reading(value, None, "set", REPEATED, type="SET", context=True)


def _vague(parts: Parts, _scene: Scene) -> Reading | None:
    value = next(f"{way.upper()}_REF" for way in ("present", "past", "future") if way in parts)
    return Reading(value, None, "vague", VAGUE, context=True)


def _thetime(parts: Parts, scene: Scene) -> Reading | None:
    """Read "the same time", "this period", which point at the story told."""
    if not scene.style.narrative:
        return None  # in news "at the same time" mostly says "however"
    said = parts["same"].lower()
    latest = scene.story.latest
    if "same" in said and latest:
        reading = of_point(latest, told_on(latest.value))
        return reading and Reading(
            reading.value, reading.days, reading.precision, reading.anchor, context=True
        )
    return Reading("PRESENT_REF", None, "vague", VAGUE, context=True)


def _clock(parts: Parts, scene: Scene) -> Reading | None:
    """Read "3:00 a.m.", "14:30", "noon": at the day told of in the clause, or last."""
    code = PARTS_OF_DAY[parts["part"].lower()] if "part" in parts else hour_code(parts["clock"])
    if code is None:
        return None
    day = scene.story.day or (None if scene.style.narrative else scene.published)
    if day is None:
        return Reading(f"XXXX-XX-XX{code}", None, "day", NO_DATE, type="TIME", context=True)
    anchor = told_on(day.isoformat()) if scene.story.day else published_on(day)
    reading = of_point(point_of(day), anchor, context=True)
    return reading and at_part(reading, code)


def hour_code(text: str) -> str | None:
    """Read an hour: ``T15:00`` for "3 p.m."; None where no clock shows it."""
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) == 4:  # noqa: PLR2004  (0530 hours)
        digits = [digits[0][:2], digits[0][2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    half = re.search(r"([ap])\.?m", text, re.IGNORECASE)
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.group(1).lower() == "p" else 0)
    if hour > 24 or minute > 59:  # noqa: PLR2004  (hours and minutes)
        return None
    return f"T{hour:02}:{minute:02}"


READERS: dict[str, Callable[[Parts, Scene], Reading | None]] = {
    "length": _length, "set": _set, "vague": _vague, "thetime": _thetime, "clock": _clock,
}  # fmt: skip
