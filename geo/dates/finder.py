"""Time expressions of a text, normalised against the publication date and the story.

The grammar finds the expressions, the longest of those that begin at a word; a small
reader for each kind turns it into a TIMEX3 type and value [1]_ and an interval of days.
What an expression hangs on depends on the style of the text: in news on the publication
date, or, where its words point into the story ("two days later"), on the day told of
last; in a narrative on the story alone. Where the anchor is missing the expression
stays open, with the reason.

.. [1] J. Pustejovsky et al., "TimeML", 2003; ISO 24617-1.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from geo.dates import absolute, clocks, lengths, live, ranges, relative
from geo.dates.arabic import ARABIC
from geo.dates.english import ENGLISH
from geo.dates.grammar import parts_of
from geo.dates.guards import is_time
from geo.dates.heads import LONGEST_HEAD, is_head
from geo.dates.openings import opening
from geo.dates.reading import HEAD, PACE, TEXT, Found, Pace, Reading, Scene, Story, Style
from geo.dates.roles import cues, is_label
from geo.dates.starts import Kind, needs, starts
from geo.dates.style import Dated, style_of
from geo.dates.turkish import TURKISH, is_turkish
from geo.dates.words import PARTS_OF_DAY, folded
from geo.model import Document, When
from geo.text import Spans, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.dates.almanac import Days, Point
    from geo.dates.grammar import Rule

_SENTENCE = 120
"""How many characters of the sentence before an expression are looked at for what it hangs on."""
_BEFORE = 26
"""How many of them the guards look at."""
_AFTER = 80
_JUST = 600
"""So many characters an old date is remembered in news."""
_WINDOW = 120
"""Most characters of an expression, with what it looks ahead to."""
_ARABIC, _TURKISH = 1, 2
_YEARLESS = Kind.MONTH | Kind.UNIT | Kind.OTHER
"""Words whose expressions may leave out their year, so that the next one tells."""
_LISTED = frozenset({"day", "nth", "year", "iso"})
"""Readers of what a bare number may go on: "Nov. 20-22", "1939-45"."""
_READERS = absolute.READERS | relative.READERS | lengths.READERS
_IN_ARABIC = re.compile("[\u0621-\u064a]{2}")


def find(document: Document, *, order: str | None = None, pace: Pace = PACE) -> list[When]:
    """Find the time expressions of a document.

    Parameters
    ----------
    document : Document
    order : {"dmy", "mdy"}, optional
        How dates in numbers are written. Else what the text itself shows decides, and
        where it shows nothing "03/04/2020" stays open and says why.
    pace : Pace, optional
        How far a story steps between its dates.

    Returns
    -------
    list of When
        In order, not overlapping. Those that need a publication date that the
        document lacks have no days and say so in `anchor`. The date that the text gives
        for itself ("date 2020-03-02", "BEIRUT, March 2, 2020 —") is context, with the
        anchor :data:`geo.dates.HEAD`. The two ends of a range are two expressions, each
        with its own value, and with the days of the whole range.
    """
    text = folded(document.text)
    style = style_of(text, document.published, order)._replace(pace=pace)
    read = clocks.dated(text, list(_Reader(text, document, style)))
    found = ranges.in_order(text, live.entries(text, read, document.published, style))
    days = ranges.days_of(text, found)
    return [_when(document.text, *each) for each in zip(found, days, strict=True)]


class Place(NamedTuple):
    """Where an expression may begin."""

    text: str
    """The stretch of the text around it that can matter."""
    at: int
    near: int
    """What the words there tell, a sum of :class:`geo.dates.starts.Kind`."""
    languages: int


class _Reader:
    """Reads the expressions of one text, one after the other."""

    def __init__(self, text: str, document: Document, style: Style) -> None:
        self._text = text
        self._published = document.published
        self._style = style
        self._languages = _languages(text, document)
        self._sentences = Spans(sentences(text))
        self._dated = Dated(text) if style.narrative else None
        self._story = Story()
        self._named: int | None = None
        """The year that the text named last, by its number."""
        self._old: tuple[int, Point] | None = None
        """Where news last named a date of years before, if nothing newer came since."""

    def __iter__(self) -> Iterator[Found]:
        last: Found | None = None
        for start, near in starts(self._text):
            if last and start < last.end:
                continue
            found = self._follow_up(start, last) or self._longest(start, near)
            if found:
                last = found
                self._tell(found)
                yield found

    def _longest(self, start: int, near: int) -> Found | None:
        """Give the longest expression that begins at a word and can be read."""
        behind = min(start, _SENTENCE)
        around = self._text[start - behind : start + _WINDOW + _AFTER]
        place = Place(around, behind, near, self._languages)
        if not _matches(place):
            return None
        sentence = self._sentences.at(start)
        opening = start if sentence is None else self._sentences[sentence][0]
        scene = Scene(
            self._published,
            self._story,
            self._style,
            coming=self._dated.after(start) if self._dated and near & _YEARLESS else None,
            named=self._named,
            looked_back=self._looked_back(start) if self._old else None,
        )
        found = _read(place, max(opening - start + behind, 0), scene)
        if found is None:
            return None
        _, end, rule, reader, reading, scene = found
        end += start - behind
        if start <= LONGEST_HEAD and self._is_own(start, end, reader, reading):
            reading = reading._replace(anchor=HEAD, context=True)
        return Found(start, end, rule, reader, reading, scene)

    def _looked_back(self, start: int) -> Point | None:
        """Give the old date that the paragraph told of just before, in news."""
        if self._old is None:
            return None
        at, point = self._old
        return None if start - at > _JUST or "\n\n" in self._text[at:start] else point

    def _follow_up(self, start: int, last: Found | None) -> Found | None:
        """Read a bare number that ends a range: the 22 of "Nov. 20-22"."""
        if last is None or last.reader not in _LISTED or not self._text[start].isdigit():
            return None
        between = self._text[last.end : start]
        if not (ranges.link(between) or between == ", "):
            return None
        following = self._text[start : start + ranges.LOOK_AHEAD]
        told = ranges.second_end(between, following, last.reading)
        if told is None:
            return None
        length, reading = told
        return Found(start, start + length, "end of a range", last.reader, reading, last.scene)

    def _is_own(self, start: int, end: int, reader: str, reading: Reading) -> bool:
        """Tell whether a date is the text's own, which says when it was written."""
        head = is_head(reader, self._text, start, end)
        if head != "line" or reading.days is None or self._published is None:
            return bool(head)
        # "3 March: ..." may also begin a chronicle.
        return abs((self._published - reading.days[0]).days) <= 1

    def _tell(self, found: Found) -> None:
        """Let the story go on to what was found."""
        reading, scene = found.reading, found.scene
        point = reading.point
        if point is None or reading.anchor == HEAD:
            return
        if reading.anchor == TEXT:
            self._named = point.year
        if scene.style.narrative:
            if not _moves(self._story, reading, scene.style.pace):
                return
        elif reading.context or scene.ahead:
            return
        else:
            self._old = _old(found, point)
        self._story = self._story.on_to(point)


@lru_cache(maxsize=4096)
def _read(place: Place, opening: int, scene: Scene) -> Found | None:
    """Read the longest expression that begins at a place and can be read.

    Parameters
    ----------
    place : Place
    opening : int
        Where in its text the sentence begins.
    scene : Scene
        What the text has told so far.

    Returns
    -------
    Found or None
        With offsets in the text of the place.
    """
    around, at, *_ = place
    before = around[opening:at]
    for end, rule, parts in _matches(place):
        after = around[end : end + _AFTER]
        ahead, background = cues(before, after)
        here = scene._replace(
            before=before[-_BEFORE:],
            after=after,
            ahead=ahead,
            background=background,
            sentence=before,
            looked_back=None if ahead else scene.looked_back,
        )
        if not is_time(rule.reader, parts, around[at:end], here):
            continue
        reading = _READERS[rule.reader](parts, here)
        if reading is not None:
            if _is_background(around[at:end], rule, here):
                reading = reading._replace(context=True)
            return Found(at, end, rule.name, rule.reader, reading, here)
    return None


def _is_background(words: str, rule: Rule, scene: Scene) -> bool:
    """Tell whether the words beside an expression make a background of it."""
    if rule.reader == "year" and is_label(scene.before, scene.after):
        return True
    # "before dawn on Friday" still tells of that dawn.
    return scene.background and words.split(maxsplit=1)[0].lower() not in PARTS_OF_DAY


@lru_cache(maxsize=4096)
def _matches(place: Place) -> tuple[tuple[int, Rule, dict[str, str]], ...]:
    """Match the rules at a place, the longest match first.

    Wordings come again and again, in news as in hostile texts; a window bounds what one
    look at the grammar may cost.
    """
    found = []
    for rule in _asked(place.near, place.languages, opening(place.text[place.at])):
        match = rule.pattern.match(place.text, place.at, place.at + _WINDOW)
        if match and match.end() > place.at:
            found.append((match.end(), rule, parts_of(match)))
    found.sort(key=lambda each: -each[0])
    return tuple(found)


@lru_cache(maxsize=4096)
def _asked(near: int, languages: int, char: str) -> list[Rule]:
    """Give the rules of some languages that the words near a place may satisfy.

    Those that cannot begin with its character are left out, if one is given.
    """
    rules = (TURKISH if languages & _TURKISH else []) + (ARABIC if languages & _ARABIC else [])
    return [
        rule
        for rule in rules + ENGLISH
        if needs(rule.reader) & near and (not char or char in rule.begins)
    ]


def _languages(text: str, document: Document) -> int:
    """Tell which languages besides English a text is written in."""
    arabic = _ARABIC if not text.isascii() and _IN_ARABIC.search(text) else 0
    return arabic | (_TURKISH if is_turkish(document) else 0)


def _old(found: Found, point: Point) -> tuple[int, Point] | None:
    """Give a date that takes news years back, for the months that follow it."""
    published = found.scene.published
    before = published is None or point.year < published.year - 1
    if found.reading.anchor == TEXT and point.month is not None and before:
        return found.start, point
    return (found.start, point) if found.scene.looked_back and before else None


def _moves(story: Story, reading: Reading, pace: Pace) -> bool:
    """Tell whether a story goes on to a date, or only mentions it."""
    point, latest = reading.point, story.latest
    if point is None or latest is None or point.month is not None:
        return True
    if reading.context:
        return False
    # A year of its own does not unsay the month; and one far off is a digression.
    return point.year != latest.year and abs(point.year - latest.year) <= pace.aside


def _when(text: str, found: Found, days: Days | None) -> When:
    reading = found.reading
    first, last = days or (None, None)
    # By position, which is quicker: a text may be nothing but dates.
    return When(
        found.start,
        found.end,
        text[found.start : found.end],
        reading.type,
        reading.value,
        first,
        last,
        reading.precision,
        "context" if reading.context else "event",
        reading.anchor,
        found.rule,
    )
