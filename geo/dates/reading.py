"""What an expression hangs on, and what it was read as."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from geo.dates.roles import tells_of_past

if TYPE_CHECKING:
    from geo.dates.almanac import Point

NO_DATE = "no publication date"
"""The anchor of a relative expression in a document of unknown date."""

HEAD = "the head of the text"
"""The anchor of the date that a text gives for itself: its dateline, "date 2020-03-02"."""

TEXT = "the text"
"""The anchor of an expression that says everything itself."""

LENGTH = "a length of time, which is no day"
REPEATED = "it happens again and again"
VAGUE = "the text is vague"
TOO_EARLY = "the text, before the calendar's first year"
AN_EVENT = "an event of the text, not a date"
NO_STORY = "no day told of before"


class Story(NamedTuple):
    """What a text has told so far."""

    latest: Point | None = None
    """The date last named, of any precision."""
    day: date | None = None
    """The day last named."""

    def on_to(self, point: Point) -> Story:
        """Let the story go on to a date."""
        if point == self.latest:
            return self
        _, _, days = _known(point)
        return Story(point, days[0] if days and point.day is not None else self.day)


class Pace(NamedTuple):
    """How far a story steps; the numbers were chosen by measure."""

    back: float = 1.5
    """What a month back costs beside a month on, when a year is chosen."""
    coming: float = 1.0
    """What a month to the next dated day costs beside one from the last."""
    near: int = 2
    """How many years off the next dated day may lie to be heeded."""
    aside: int = 5
    """From how many years off a bare year is only a look aside."""


PACE = Pace()


class Style(NamedTuple):
    """What holds for the whole of a text."""

    narrative: bool = False
    """Whether its dates hang on the story told before, not on the publication date."""
    ancient: bool = False
    """Whether plain numbers of three digits are years before Christ."""
    order: str | None = None
    """How dates in numbers are written, "dmy" or "mdy"; None where nothing tells."""
    years: tuple[int, int] | None = None
    """The first and the last year that the text names."""
    pace: Pace = PACE


class Scene(NamedTuple):
    """What an expression can hang on."""

    published: date | None
    story: Story
    style: Style
    before: str = ""
    """The last words of the sentence before the expression."""
    after: str = ""
    """The words that follow."""
    ahead: bool = False
    """Whether the clause looks into the future."""
    background: bool = False
    """Whether the words beside it make a background of it."""
    sentence: str = ""
    """More of the sentence before the expression."""
    coming: Point | None = None
    """The next date of the paragraph that names its year."""
    named: int | None = None
    """The year that the text named last, by its number."""
    looked_back: Point | None = None
    """A date of years before that the paragraph has just told of, in news."""

    @property
    def past(self) -> bool:
        """Whether the clause tells of what has happened."""
        return tells_of_past(self.sentence, self.after)

    @property
    def rebased(self) -> bool:
        """Whether "last year" is that of the story; without a publication date it stays open."""
        return self.style.narrative and self.published is not None

    @property
    def today(self) -> date | None:
        """The day that weekdays, "yesterday" and the like are counted from."""
        return self.story.day if self.rebased and self.story.day else self.published

    @property
    def now(self) -> str:
        """The name of :attr:`today` as an anchor."""
        if self.rebased and self.story.day:
            return told_on(self.story.day.isoformat())
        return published_on(self.published) if self.published else NO_DATE


class Reading(NamedTuple):
    """An expression as read: its TIMEX3 value and its interval of days."""

    value: str
    days: tuple[date, date] | None = None
    precision: str = "vague"
    anchor: str = VAGUE
    type: str = "DATE"
    context: bool = False
    """Whether it is background by its own words."""
    point: Point | None = None
    """Where it takes the story, if anywhere."""


class Found(NamedTuple):
    """An expression, where it stands in the text, and what it was read as."""

    start: int
    end: int
    rule: str
    reader: str
    reading: Reading
    scene: Scene


def published_on(day: date) -> str:
    """Name the publication date as an anchor."""
    return f"publication date {day}"


def told_on(value: str) -> str:
    """Name the date that the story last told of as an anchor."""
    return f"counted from {value}"


def of_point(point: Point, anchor: str = TEXT, *, context: bool = False) -> Reading | None:
    """Give the reading of a year, month or day; None where no calendar has it."""
    exists, value, days = _known(point)
    if not exists:
        return None
    if point.year < 1 and anchor == TEXT:
        anchor = TOO_EARLY
    return Reading(value, days, point.precision, anchor, context=context, point=point)


@lru_cache(maxsize=4096)
def _known(point: Point) -> tuple[bool, str, tuple[date, date] | None]:
    """Look a point up in the calendar, once."""
    return point.exists, point.value, point.days


def at_part(reading: Reading, code: str) -> Reading:
    """Add a part of the day, such as ``TMO``, or an hour to a reading of a day."""
    if not code:
        return reading
    value = reading.value
    if reading.point is not None and reading.point.day is None:
        value += "-XX" if reading.point.month else "-XX-XX"
    return reading._replace(value=value + code, type="TIME")


def part_of(modifier: str | None, whole: Reading) -> Reading:
    """Narrow an interval to its early, middle or late third where the text says so."""
    said = re.search(
        r"(early|beginning|start|dawn|opening|مطلع|اوائل|بداية)|(mid|منتصف)"
        r"|(late\b|end|close|latter|اواخر|نهاية)", modifier or "",
        re.IGNORECASE,
    )  # fmt: skip
    if said is None or whole.days is None:
        return whole
    first, last = whole.days
    third = timedelta(days=((last - first).days + 1) // 3)
    begins = (first, first + third, last - third)[(said.lastindex or 1) - 1]
    ends = (first + third, last - third, last)[(said.lastindex or 1) - 1]
    return whole._replace(days=(begins, max(begins, ends)))
