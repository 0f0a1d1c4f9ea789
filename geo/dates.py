"""Time expressions of a text: where they stand, and which days they mean.

One compiled grammar finds the expressions; a small reader for each kind turns it into
a TIMEX3 type and value [1]_ and an interval of days. Relative expressions hang on the
publication date, or, in a story ("two days later"), on the last day that the paragraph
named. Where the anchor is missing the expression stays open, with the reason.

.. [1] J. Pustejovsky et al., "TimeML", 2003; ISO 24617-1.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from geo.model import Document, When
from geo.text import Spans, sentences

NO_DATE = "no publication date"
"""The anchor of a relative expression in a document of unknown date."""

_MONTHS = ("january", "february", "march", "april", "may", "june", "july",
           "august", "september", "october", "november", "december")  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1  # noqa: SIM905
    )
} | {"a": 1, "an": 1, "couple": 2}  # fmt: skip
_SEASONS = {"spring": ("SP", 3, 5), "summer": ("SU", 6, 8),
            "autumn": ("FA", 9, 11), "fall": ("FA", 9, 11), "winter": ("WI", 12, 2)}  # fmt: skip

_MON = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_WD = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
)
_N = r"(?:\d{1,3}|an?|a\s+couple\s+of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_VAGUE = r"(?:several|a\s+few|few|recent|some|many|the\s+past\s+few|the\s+last\s+few)"
_UNIT = r"(?:day|week|month|year|decade)"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))"
_DASH = r"\s?[-–—]\s?"

_GRAMMAR = re.compile(
    "|".join(
        (
            rf"(?P<iso>\b{_YEAR}-\d\d-\d\d\b)",
            r"(?P<numeric>\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b)",
            rf"(?P<span>\b(?:between\s+|from\s+)?(?:{_MON}\s+{_DAY}(?:{_DASH}|\s+(?:and|to)\s+){_DAY}"
            rf"|{_DAY}(?:{_DASH}|\s+(?:and|to)\s+){_DAY}\s+{_MON})(?:,?\s+{_YEAR})?\b)",
            rf"(?P<full>\b(?:{_WD},?\s+)?(?:the\s+)?(?:{_DAY}(?:\s+of)?\s+{_MON}|{_MON}\s+(?:the\s+)?{_DAY})"
            rf",?\s+{_YEAR}\b)",
            rf"(?P<monthday>\b(?:{_WD},?\s+)?(?:{_MON}\s+{_DAY}\b(?![:%])|(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MON}(?!\w)))",
            rf"(?P<month>\b(?:(?:early|mid|late)[\s-]+(?:in\s+)?)?(?:(?:last|this|next)\s+)?{_MON}(?!\w)"
            rf"(?:(?:,|\s+of|\s+last)?\s+(?:{_YEAR}|year)\b)?)",
            r"(?P<season>\b(?:(?:early|mid|late)[\s-]+)?(?:(?:last|this|next|the)\s+)?(?:spring|summer|autumn|winter)"
            rf"(?:\s+(?:of\s+)?{_YEAR})?\b)",
            rf"(?P<decade>\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?{_YEAR[:-2]}\d0s\b)",
            rf"(?P<shift>\b(?:{_N}|{_VAGUE})\s+{_UNIT}s?\s+(?:ago|earlier|later|before|after|previously)\b)",
            rf"(?P<recent>\b(?:in\s+)?(?:recent|the\s+(?:last|past|coming)\s+(?:few\s+)?)\s*{_UNIT}s\b)",
            r"(?P<nextday>\b(?:the|that)\s+(?:following|next|previous|same)\s+(?:day|morning|night|evening)"
            r"|that\s+(?:day|morning|night|evening))",
            rf"(?P<weekday>\b(?:(?:early|late)\s+(?:on\s+)?)?(?:(?:last|this|next)\s+)?{_WD}{_PART}?(?!\w))",
            r"(?P<deictic>\b(?:(?:early|late|earlier|later)\s+)?(?:today|yesterday|tomorrow|tonight)"
            rf"{_PART}?\b)",
            r"(?P<unit>\b(?:(?:early|earlier|late|later|mid)\s+)?(?:last|this|next)\s+"
            r"(?:week(?:end)?|month|year|decade|night|morning|afternoon|evening)\b)",
            rf"(?P<year>\b(?:(?:early|mid|late)[\s-]+(?:in\s+)?)?{_YEAR}\b(?![-–/:%.,]\d|\s*%))",
        )
    ),
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:men|women|people|civilians|troops|soldiers|fighters|tonnes|tons|kilomet|met(?:re|er)s|km\b"
    r"|dollars|euros|refugees|children|vehicles|homes|families|prisoners|hours|words|square)"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|during|of|late|early|mid|between|and|to|through|before"
    r"|after|the|an?|year|around|about|back\s+to|its|their|his|her|summer|winter|spring|autumn|as)"
    r"|[(,–-])\s*$",
    re.IGNORECASE,
)
_NOUN_FOLLOWS = re.compile(r"\s+[a-z]{3,}")
_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|plans?\s+to|planned\s+for|expected|set\s+to|upcoming|is\s+to|are\s+to)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|until|before|scheduled\s+for|due\s+in|ahead\s+of)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


def find(document: Document) -> list[When]:
    """Find the time expressions of a document.

    Parameters
    ----------
    document : Document

    Returns
    -------
    list of When
        In order, not overlapping. Those that need a publication date that the
        document lacks have no days and say so in `anchor`.
    """
    text = document.text
    found: list[When] = []
    paragraph_end = -1
    told: date | None = None
    sentence_spans = Spans(sentences(text))
    for match in _GRAMMAR.finditer(text):
        if match.start() > paragraph_end:
            told = None
            paragraph = _PARAGRAPH.search(text, match.start())
            paragraph_end = paragraph.start() if paragraph else len(text)
        at = sentence_spans.at(match.start())
        opening = sentence_spans[at][0] if at is not None else match.start()
        scene = _Scene(document.published, told, text[opening : match.start()])
        kind = match.lastgroup or ""
        if not _guarded(kind, match, scene):
            continue
        reading = _READERS[kind](match.group(), scene)
        if reading is None:
            continue
        found.append(_when(match, kind, reading, scene))
        if reading.precision == "day" and reading.first:
            told = reading.first
    return found


@dataclass(frozen=True, slots=True)
class _Scene:
    """What an expression can hang on."""

    published: date | None
    told: date | None
    """The last definite day of the paragraph."""
    before: str
    """The sentence up to the expression."""

    @property
    def ahead(self) -> bool:
        """Whether the clause looks into the future."""
        return bool(_FUTURE.search(self.before))


@dataclass(frozen=True, slots=True)
class _Reading:
    value: str
    first: date | None
    last: date | None
    precision: str
    anchor: str
    context: bool = False


def _when(match: re.Match[str], kind: str, reading: _Reading, scene: _Scene) -> When:
    text = match.group()
    background = (
        reading.context
        or bool(_SINCE.search(scene.before))
        or (kind == "year" and _is_label(match))
    )
    is_time = bool(re.search(r"\b(?:morning|afternoon|evening|night|tonight)\b", text, re.IGNORECASE))
    return When(
        start=match.start(),
        end=match.end(),
        text=text,
        type="TIME" if is_time and reading.precision == "day" else "DATE",
        value=reading.value,
        first=reading.first,
        last=reading.last,
        precision=reading.precision,
        role="context" if background else "event",
        anchor=reading.anchor,
    )


def _is_label(match: re.Match[str]) -> bool:
    """Tell whether a year names a thing: "the 2018 deal", "a 2019 agreement"."""
    before = match.string[max(0, match.start() - 6) : match.start()].lower()
    article = re.search(r"\b(?:the|an?|its|their)\s+$", before)
    return bool(article and _NOUN_FOLLOWS.match(match.string, match.end()))


def _guarded(kind: str, match: re.Match[str], scene: _Scene) -> bool:
    """Keep out plain words and numbers that look like dates."""
    text = match.group()
    if kind == "month":
        word = re.search(_MON, text, re.IGNORECASE)
        name = word.group() if word else ""
        if not name[:1].isupper():
            return False
        bare = text == name
        if bare and name in {"May", "March", "Mar.", "Jun", "Jan", "Jul"}:
            cue = r"\b(?:in|since|last|of|until|by|from|to|during|between|and|through|for|after|before)\s+$"
            return bool(re.search(cue, scene.before, re.IGNORECASE))
        return bool(re.fullmatch(r"[A-Z][a-z]{3,}|.*[\s.].*", text, re.DOTALL)) or not bare
    if kind == "monthday":
        return bool(re.search(r"[A-Z]", text))
    if kind == "weekday":
        return bool(re.search(r"\b[A-Z]", text))
    if kind == "season":
        return bool(re.search(rf"{_YEAR}|\b(?:last|this|next)\b", text, re.IGNORECASE))
    if kind == "year":
        if _COUNTED.match(match.string, match.end()):
            return False
        return not text[:1].isdigit() or bool(_BEFORE_YEAR.search(scene.before)) or not scene.before
    return True


# --- readers, one a kind; each returns None for what is no date after all


def _iso(text: str, _scene: _Scene) -> _Reading | None:
    try:
        return _day(date.fromisoformat(text), "the text")
    except ValueError:
        return None


def _numeric(text: str, _scene: _Scene) -> _Reading | None:
    first, second, year = (int(part) for part in re.split(r"[/.]", text))
    if max(first, second) > 31 or min(first, second) < 1 or min(first, second) > 12:  # noqa: PLR2004  (days and months)
        return None
    if first <= 12 and second <= 12 and first != second:  # noqa: PLR2004
        why = "day and month cannot be told apart"
        return _Reading(f"{year}-XX-XX", None, None, "day", why)
    day, month = (first, second) if second <= 12 else (second, first)  # noqa: PLR2004
    return _day_of(year, month, day, "the text")


def _span(text: str, scene: _Scene) -> _Reading | None:
    days = [int(number) for number in re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text)]
    month, year = _month_in(text), _year_in(text)
    if len(days) != 2 or month is None or days[0] >= days[1]:  # noqa: PLR2004  (first and last day)
        return None
    anchor = "the text"
    if year is None:
        year, anchor = _year_for(month, days[0], scene)
    if year is None:
        return _Reading(f"XXXX-{month:02}-{days[0]:02}/XXXX-{month:02}-{days[1]:02}",
                        None, None, "day", anchor)  # fmt: skip
    try:
        first, last = date(year, month, days[0]), date(year, month, days[1])
    except ValueError:
        return None
    return _Reading(f"{first}/{last}", first, last, "day", anchor)


def _full(text: str, _scene: _Scene) -> _Reading | None:
    day, month, year = _day_in(text), _month_in(text), _year_in(text)
    if day is None or month is None or year is None:
        return None
    return _day_of(year, month, day, "the text")


def _monthday(text: str, scene: _Scene) -> _Reading | None:
    day, month = _day_in(text), _month_in(text)
    if day is None or month is None:
        return None
    year, anchor = _year_for(month, day, scene)
    if year is None:
        return _Reading(f"XXXX-{month:02}-{day:02}", None, None, "day", anchor)
    return _day_of(year, month, day, anchor)


def _month(text: str, scene: _Scene) -> _Reading | None:
    month, year = _month_in(text), _year_in(text)
    if month is None:
        return None
    anchor = "the text"
    if year is None:
        year, anchor = _year_for(month, 1, scene)
        if year is not None and scene.published:
            if re.search(r"\blast\s+year\b", text, re.IGNORECASE):
                year = scene.published.year - 1
            elif re.match(r"next\b", text, re.IGNORECASE) and (year, month) <= (
                scene.published.year, scene.published.month
            ):  # fmt: skip
                year += 1
    if year is None:
        return _Reading(f"XXXX-{month:02}", None, None, "month", anchor)
    first = date(year, month, 1)
    last = date(year, month, calendar.monthrange(year, month)[1])
    return _part_of(text, f"{year}-{month:02}", first, last, "month", anchor)


def _season(text: str, scene: _Scene) -> _Reading | None:
    word = re.search(r"spring|summer|autumn|fall|winter", text, re.IGNORECASE)
    if word is None:
        return None
    code, start, end = _SEASONS[word.group().lower()]
    year, anchor = _year_in(text), "the text"
    if year is None:
        if scene.published is None:
            return _Reading(f"XXXX-{code}", None, None, "season", NO_DATE)
        year, anchor = scene.published.year, _published(scene.published)
        running = scene.published.month >= start
        if re.search(r"\blast\b", text, re.IGNORECASE) and (not running or start <= scene.published.month <= end):
            year -= 1
    first = date(year, start, 1)
    last_year = year + 1 if end < start else year
    last = date(last_year, end, calendar.monthrange(last_year, end)[1])
    return _part_of(text, f"{year}-{code}", first, last, "season", anchor)


def _decade(text: str, _scene: _Scene) -> _Reading | None:
    year = int(re.findall(r"\d{4}", text)[0])
    value = f"{year // 10}"
    return _part_of(text, value, date(year, 1, 1), date(year + 9, 12, 31), "decade", "the text")


def _shift(text: str, scene: _Scene) -> _Reading | None:
    """Read "two days earlier", "20 years ago", "a week later"."""
    match = re.match(rf"(?P<n>{_N}|{_VAGUE})\s+(?P<unit>{_UNIT})s?\s+(?P<way>\w+)", text, re.IGNORECASE)
    if match is None:
        return None
    way = match["way"].lower()
    if way in {"before", "after"}:
        return None  # "two days after the strike" hangs on an event, not on a date
    anchor_day = scene.published if way == "ago" else scene.told or scene.published
    unit = match["unit"].lower()
    number = _number(match["n"])
    if anchor_day is None:
        return _Reading("PAST_REF", None, None, unit, NO_DATE)
    anchor = _published(anchor_day) if anchor_day == scene.published else f"counted from {anchor_day}"
    if number is None:
        value = "FUTURE_REF" if way == "later" else "PAST_REF"
        return _Reading(value, None, None, unit, "the text is vague", context=True)
    sign = 1 if way == "later" else -1
    background = way == "ago" and unit in {"year", "decade"}
    moved = _moved(anchor_day, unit, sign * number)
    if moved is None:
        return None
    return _unit_around(moved, unit, anchor, context=background)


def _recent(text: str, scene: _Scene) -> _Reading | None:
    ahead = "coming" in text.lower()
    if scene.published is None:
        return _Reading("PRESENT_REF", None, None, "vague", NO_DATE)
    unit_match = re.search(_UNIT, text, re.IGNORECASE)
    unit = unit_match.group().lower() if unit_match else "week"
    reach = _moved(scene.published, unit, 3 if ahead else -3) or scene.published
    first, last = sorted((reach, scene.published))
    # A stretch up to now: it dates an event only vaguely.
    return _Reading("FUTURE_REF" if ahead else "PAST_REF", first, last, unit,
                    _published(scene.published), context=unit in {"year", "decade"} or ahead)  # fmt: skip


def _nextday(text: str, scene: _Scene) -> _Reading | None:
    base = scene.told or scene.published
    if base is None:
        return _Reading("XXXX-XX-XX", None, None, "day", NO_DATE)
    lowered = text.lower()
    step = 1 if "following" in lowered or "next" in lowered else -1 if "previous" in lowered else 0
    return _day(base + timedelta(days=step), f"counted from {base}")


def _weekday(text: str, scene: _Scene) -> _Reading | None:
    word = re.search(_WD, text, re.IGNORECASE)
    name = word.group().lower().rstrip(".")[:3] if word else ""
    wanted = next((at for at, full in enumerate(_WEEKDAYS) if full.startswith(name)), None)
    if wanted is None:
        return None
    if scene.published is None:
        return _Reading(f"XXXX-WXX-{wanted + 1}", None, None, "day", NO_DATE)
    today = scene.published
    lowered = text.lower()
    back = (today.weekday() - wanted) % 7
    if "next " in lowered:
        day = today + timedelta(days=(7 - back) if back else 7)
    elif "last " in lowered:
        day = today - timedelta(days=back or 7)
    elif scene.ahead:
        day = today + timedelta(days=(7 - back) % 7)
    else:
        day = today - timedelta(days=back)
    return _day(day, _published(today))


def _deictic(text: str, scene: _Scene) -> _Reading | None:
    if scene.published is None:
        return _Reading("XXXX-XX-XX", None, None, "day", NO_DATE)
    lowered = text.lower()
    step = -1 if "yesterday" in lowered else 1 if "tomorrow" in lowered else 0
    return _day(scene.published + timedelta(days=step), _published(scene.published))


def _unit(text: str, scene: _Scene) -> _Reading | None:
    """Read "last week", "earlier this month", "next year", "this morning"."""
    unit = re.split(r"\s+", text.lower())[-1]
    way = re.search(r"\b(last|this|next)\b", text.lower())
    if scene.published is None or way is None:
        return _Reading("PAST_REF", None, None, unit, NO_DATE)
    step = {"last": -1, "this": 0, "next": 1}[way.group()]
    anchor = _published(scene.published)
    if unit in {"night", "morning", "afternoon", "evening"}:
        return _day(scene.published + timedelta(days=step), anchor)
    if unit == "weekend":
        saturday = scene.published + timedelta(days=5 - scene.published.weekday() + 7 * step)
        year, week, _ = saturday.isocalendar()
        return _Reading(f"{year}-W{week:02}-WE", saturday, saturday + timedelta(days=1), "weekend", anchor)
    moved = _moved(scene.published, unit, step)
    if moved is None:
        return None
    whole = _unit_around(moved, unit, anchor, context=unit in {"year", "decade"})
    if step == 0 and text.lower().startswith("earlier") and whole.first:
        return _Reading(whole.value, whole.first, scene.published, whole.precision, anchor)
    return whole


def _year(text: str, _scene: _Scene) -> _Reading | None:
    year = _year_in(text)
    if year is None:
        return None
    return _part_of(text, str(year), date(year, 1, 1), date(year, 12, 31), "year", "the text")


_READERS: dict[str, Callable[[str, _Scene], _Reading | None]] = {
    "iso": _iso, "numeric": _numeric, "span": _span, "full": _full, "monthday": _monthday,
    "month": _month, "season": _season, "decade": _decade, "shift": _shift,
    "recent": _recent, "nextday": _nextday, "weekday": _weekday, "deictic": _deictic,
    "unit": _unit, "year": _year,
}  # fmt: skip


# --- the calendar


def _published(day: date) -> str:
    return f"publication date {day}"


def _day(day: date, anchor: str) -> _Reading:
    return _Reading(day.isoformat(), day, day, "day", anchor)


def _day_of(year: int, month: int, day: int, anchor: str) -> _Reading | None:
    try:
        return _day(date(year, month, day), anchor)
    except ValueError:
        return None


def _part_of(text: str, value: str, first: date, last: date, precision: str, anchor: str) -> _Reading:
    """Narrow an interval to its early, middle or late third where the text says so."""
    third = timedelta(days=((last - first).days + 1) // 3)
    lowered = text.lower()
    if lowered.startswith("early"):
        last = first + third
    elif lowered.startswith("late") and not lowered.startswith("later"):
        first = last - third
    elif lowered.startswith("mid"):
        first, last = first + third, last - third
    return _Reading(value, first, last, precision, anchor)


def _unit_around(day: date, unit: str, anchor: str, *, context: bool) -> _Reading:
    """Give the week, month, year or decade that a day lies in."""
    if unit == "day":
        return _Reading(day.isoformat(), day, day, "day", anchor, context)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return _Reading(f"{year}-W{week:02}", monday, monday + timedelta(days=6), "week", anchor, context)
    if unit == "month":
        last = calendar.monthrange(day.year, day.month)[1]
        return _Reading(f"{day.year}-{day.month:02}", day.replace(day=1), day.replace(day=last),
                        "month", anchor, context)  # fmt: skip
    start = day.year if unit == "year" else day.year - day.year % 10
    end = start if unit == "year" else start + 9
    value = str(start) if unit == "year" else str(start // 10)
    return _Reading(value, date(start, 1, 1), date(end, 12, 31), unit, anchor, context)


def _moved(day: date, unit: str, steps: int) -> date | None:
    """Move a day by whole units; None beyond the calendar."""
    try:
        if unit == "day":
            return day + timedelta(days=steps)
        if unit == "week":
            return day + timedelta(days=7 * steps)
        months = {"month": 1, "year": 12, "decade": 120}[unit] * steps
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return None


def _year_for(month: int, day: int, scene: _Scene) -> tuple[int | None, str]:
    """Give the year of a month and day: the last one up to now, unless it looks ahead."""
    today = scene.published
    if today is None:
        return None, NO_DATE
    if scene.ahead:
        year = today.year if (month, day) >= (today.month, 1) else today.year + 1
    else:
        year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    return year, _published(today)


def _number(text: str) -> int | None:
    words = text.lower().split()
    if words[0].isdigit():
        return int(words[0])
    if "couple" in words:
        return 2
    return _NUMBERS.get(words[0]) if len(words) == 1 else None


def _month_in(text: str) -> int | None:
    match = re.search(_MON, text, re.IGNORECASE)
    if match is None:
        return None
    name = match.group().lower().rstrip(".")[:3]
    return next(at for at, full in enumerate(_MONTHS, 1) if full.startswith(name))


def _day_in(text: str) -> int | None:
    match = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text)
    return int(match.group(1)) if match else None


def _year_in(text: str) -> int | None:
    match = re.search(rf"\b{_YEAR}\b", text)
    return int(match.group()) if match else None
