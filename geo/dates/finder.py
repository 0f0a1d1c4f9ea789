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
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from geo.dates import absolute, clocks, lengths, ranges, relative
from geo.dates.arabic import ARABIC
from geo.dates.english import ENGLISH
from geo.dates.grammar import parts_of
from geo.dates.guards import is_time
from geo.dates.heads import is_head
from geo.dates.reading import HEAD, PACE, Pace, Reading, Scene, Story, Style
from geo.dates.roles import is_label, looks_ahead, looks_back
from geo.dates.starts import Kind, needs, starts
from geo.dates.style import Dated, style_of
from geo.dates.turkish import TURKISH, is_turkish
from geo.dates.words import folded
from geo.model import Document, When
from geo.text import Spans, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.dates.grammar import Rule

_BEFORE = 200
"""How many characters of the sentence before an expression are looked at."""
_AFTER = 80
_READERS = absolute.READERS | relative.READERS | lengths.READERS
_IN_ARABIC = re.compile("[\u0621-\u064a]{2}")


class Found(NamedTuple):
    """An expression and what it was read as."""

    start: int
    end: int
    rule: str
    reader: str
    reading: Reading
    scene: Scene


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
    style = replace(style_of(text, document.published, order), pace=pace)
    found = list(_expressions(text, document, style))
    return ranges.joined(text, clocks.dated(text, [_when(document.text, each) for each in found]))


def _expressions(text: str, document: Document, style: Style) -> Iterator[Found]:
    dated = Dated(text)
    story = Story()
    spans = Spans(sentences(text))
    rules = _rules(text, document)
    asked: dict[Kind, list[Rule]] = {}
    last: Found | None = None
    for start, near in starts(text):
        if last and start < last.end:
            continue
        at = spans.at(start)
        opening = max(spans[at][0] if at is not None else start, start - _BEFORE)
        before = text[opening:start]
        scene = Scene(document.published, story, style, before, coming=dated.after(start))
        if near not in asked:
            asked[near] = [rule for rule in rules if needs(rule.reader) & near]
        found = _follow_up(text, start, last, scene) or _longest(text, start, scene, asked[near])
        if found is None:
            continue
        last = found
        _tell(story, found)
        yield found


def _rules(text: str, document: Document) -> list[Rule]:
    """Give the rules of the languages that a text is written in."""
    rules = ENGLISH
    if _IN_ARABIC.search(text):
        rules = ARABIC + rules
    if is_turkish(document):
        rules = TURKISH + rules
    return rules


def _longest(text: str, start: int, scene: Scene, rules: list[Rule]) -> Found | None:
    """Give the longest expression that begins at a word and can be read."""
    matches = [(match, rule) for rule in rules if (match := rule.pattern.match(text, start))]
    matches.sort(key=lambda each: -each[0].end())
    for match, rule in matches:
        if match.end() > start and (found := _read(match, rule, scene)):
            return found
    return None


def _read(match: re.Match[str], rule: Rule, scene: Scene) -> Found | None:
    after = match.string[match.end() : match.end() + _AFTER]
    scene = replace(scene, after=after, ahead=looks_ahead(scene.before, after))
    parts = parts_of(match)
    if not is_time(rule.reader, parts, match, scene):
        return None
    reading = _READERS[rule.reader](parts, scene)
    if reading is None:
        return None
    if _is_own(match, rule.reader, reading, scene):
        reading = replace(reading, anchor=HEAD, context=True)
    elif (reading.type != "TIME" and looks_back(scene.before, scene.after)) or (
        rule.reader == "year" and is_label(scene.before, scene.after)
    ):
        reading = replace(reading, context=True)
    return Found(match.start(), match.end(), rule.name, rule.reader, reading, scene)


def _follow_up(text: str, start: int, last: Found | None, scene: Scene) -> Found | None:
    """Read a bare number that ends a range: the 22 of "Nov. 20-22"."""
    if last is None or not text[start].isdigit():
        return None
    told = ranges.second_end(text, last.end, start, last.reading)
    if told is None:
        return None
    end, reading = told
    reading = replace(reading, context=last.reading.context)
    return Found(start, end, "end of a range", last.reader, reading, scene)


def _is_own(match: re.Match[str], reader: str, reading: Reading, scene: Scene) -> bool:
    """Tell whether a date is the text's own, which says when it was written."""
    head = is_head(reader, match)
    if head != "line" or reading.days is None or scene.published is None:
        return bool(head)
    # "3 March: ..." may also begin a chronicle.
    return abs((scene.published - reading.days[0]).days) <= 1


def _tell(story: Story, found: Found) -> None:
    """Let the story go on to what was found."""
    reading, narrative = found.reading, found.scene.style.narrative
    if reading.point is None or reading.anchor == HEAD:
        return
    if not narrative and (reading.context or found.scene.ahead):
        return
    if narrative and not _moves(story, reading, found.scene.style.pace):
        return
    story.latest = reading.point
    if day := reading.point.whole:
        story.day = day


def _moves(story: Story, reading: Reading, pace: Pace) -> bool:
    """Tell whether a story goes on to a date, or only mentions it."""
    point, latest = reading.point, story.latest
    if point is None or latest is None or point.month is not None:
        return True
    if reading.context:
        return False
    # A year of its own does not unsay the month; and one far off is a digression.
    return point.year != latest.year and abs(point.year - latest.year) <= pace.aside


def _when(text: str, found: Found) -> When:
    reading = found.reading
    first, last = reading.days or (None, None)
    return When(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=reading.type,
        value=reading.value,
        first=first,
        last=last,
        precision=reading.precision,
        role="context" if reading.context else "event",
        anchor=reading.anchor,
        rule=found.rule,
    )
