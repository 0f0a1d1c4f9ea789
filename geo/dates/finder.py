"""Time expressions of a text, normalised against the publication date and the story.

One compiled grammar finds the expressions; a small reader for each kind turns it into
a TIMEX3 type and value [1]_ and an interval of days. Relative expressions hang on the
publication date, or, in a story ("two days later"), on the day that the story last
named. Where the anchor is missing the expression stays open, with the reason.

.. [1] J. Pustejovsky et al., "TimeML", 2003; ISO 24617-1.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.dates.grammar import EXPRESSION, is_date, is_head, is_label
from geo.dates.readers import READERS
from geo.dates.reading import HEAD, Reading, Scene
from geo.model import Document, When
from geo.text import Spans, sentences

if TYPE_CHECKING:
    from datetime import date

_PART_OF_DAY = re.compile(r"\b(?:morning|afternoon|evening|night|tonight)\b", re.IGNORECASE)

_BEFORE = 200
"""How many characters of the sentence before an expression are looked at."""


def find(document: Document) -> list[When]:
    """Find the time expressions of a document.

    Parameters
    ----------
    document : Document

    Returns
    -------
    list of When
        In order, not overlapping. Those that need a publication date that the
        document lacks have no days and say so in `anchor`. The date that the text gives
        for itself ("date 2020-03-02", "BEIRUT, March 2, 2020 —") is context, with the
        anchor :data:`geo.dates.HEAD`.
    """
    text = document.text
    found: list[When] = []
    told: date | None = None
    spans = Spans(sentences(text))
    for match in EXPRESSION.finditer(text):
        at = spans.at(match.start())
        opening = spans[at][0] if at is not None else match.start()
        opening = max(opening, match.start() - _BEFORE)
        scene = Scene(document.published, told, text[opening : match.start()])
        kind = match.lastgroup or ""
        if not is_date(kind, match, scene):
            continue
        reading = READERS[kind](match.group(), scene)
        if reading is None:
            continue
        if _is_own(match, kind, reading, scene):
            reading = replace(reading, anchor=HEAD, context=True)
        when = _when(match, kind, reading, scene)
        found.append(when)
        if when.precision == "day" and when.role == "event" and not scene.ahead:
            told = when.first or told
    return found


def _is_own(match: re.Match[str], kind: str, reading: Reading, scene: Scene) -> bool:
    """Tell whether a date is the text's own, which says when it was written."""
    head = is_head(kind, match)
    if head != "line" or reading.first is None or scene.published is None:
        return bool(head)
    # "3 March: ..." may also begin a chronicle.
    return abs((scene.published - reading.first).days) <= 1


def _when(match: re.Match[str], kind: str, reading: Reading, scene: Scene) -> When:
    text = match.group()
    background = reading.context or scene.looks_back or (kind == "year" and is_label(match))
    is_time = reading.precision == "day" and _PART_OF_DAY.search(text)
    return When(
        start=match.start(),
        end=match.end(),
        text=text,
        type="TIME" if is_time else "DATE",
        value=reading.value,
        first=reading.first,
        last=reading.last,
        precision=reading.precision,
        role="context" if background else "event",
        anchor=reading.anchor,
    )
