"""Sentences of a document, each with the places and the dates that stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.dates import HEAD
from geo.events.places import unknown
from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.events.places import Located
    from geo.model import When

_LONGEST = 2000
"""A sentence of more characters is cut."""
_BEFORE = 100
"""How many characters before a date are looked at."""
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|disclosed|confirmed|added|claimed|wrote"
    r"|according\s+to)\b[^,;:.]{0,30}?\s+(?:(?:late|early)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence; its own offsets are the document's, those of what it holds too."""

    text: str
    start: int
    paragraph: int
    """How many line breaks stand before it."""
    places: Sequence[Located]
    whens: Sequence[When]
    unknown: Located | None = None
    """A place that it names and no gazetteer has."""

    @property
    def days(self) -> list[When]:
        """The dates that may be an event's; the day of a statement only if no other is."""
        own = [when for when in self.whens if when.role == "event"]
        return [when for when in own if not self.is_of_statement(when)] or own

    @property
    def day(self) -> When | None:
        """The first of those that is known."""
        return next((when for when in self.days if when.first), None)

    @property
    def head(self) -> When | None:
        """The report's own date, where it stands before the sentence."""
        return next((when for when in self.whens if when.anchor == HEAD and when.first), None)

    def is_of_statement(self, when: When) -> bool:
        """Tell whether a date says when something was said: "she said on Sunday"."""
        end = when.start - self.start
        return bool(_SAID.search(self.text[max(0, end - _BEFORE) : end]))


def passages(
    text: str, places: Sequence[Located], whens: Sequence[When]
) -> Iterator[Passage]:
    """Yield the sentences of a text.

    Parameters
    ----------
    text : str
    places : sequence of Located
        In order.
    whens : sequence of When
        In order.

    Yields
    ------
    Passage
        In order; one of more than 2,000 characters comes in pieces.
    """
    place_starts = [place.start for place in places]
    when_starts = [when.start for when in whens]
    paragraph = counted = 0
    for whole_start, whole_end in sentences(text):
        for start, end in _pieces(text, whole_start, whole_end):
            paragraph, counted = paragraph + text.count("\n", counted, start), start
            here = slice(bisect_left(place_starts, start), bisect_left(place_starts, end))
            dated = slice(bisect_left(when_starts, start), bisect_left(when_starts, end))
            known = [place.resolution for place in places[here]]
            yield Passage(
                text[start:end],
                start,
                paragraph,
                places[here],
                whens[dated],
                unknown(text, start, end, known),
            )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long to be one sentence, behind a clause or else a word.

    Tables and lists without full stops come as sentences of any length. The search for
    triggers and counts compares all that stands in a sentence with all else there; so
    cut, a text costs no more than its length.
    """
    while end - start > _LONGEST:
        stop = start + _LONGEST
        cut = max(text.rfind(mark, start + _LONGEST // 2, stop) for mark in (",", ";", ":"))
        if cut < 0:
            cut = text.rfind(" ", start + _LONGEST // 2, stop)
        stop = cut + 1 if cut >= 0 else stop
        piece = text[start:stop]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + len(piece.rstrip())
        start = stop
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if start < end:
        yield start, end
