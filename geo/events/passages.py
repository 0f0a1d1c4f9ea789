"""Sentences of a document, each with the places and the dates that stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from geo.dates import HEAD
from geo.events.places import Located, locate
from geo.events.unplaced import doubted, unplaced
from geo.model import Resolution, When
from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.events.neighbours import Neighbourhood

_LONGEST = 2000
"""A sentence of more characters is cut."""
_BEFORE = 100
"""How many characters before a date are looked at."""
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|disclosed|confirmed|added|claimed|wrote|denied|rejected"
    r"|dismissed|according\s+to)\b[^,;:.]{0,30}?\s+(?:(?:late|early)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)


@dataclass
class Passage:
    """A sentence; its own offsets are the document's, those of what it holds too."""

    text: str
    start: int
    paragraph: int
    """How many line breaks stand before it."""
    places: Sequence[Located]
    whens: Sequence[When]
    document: str
    """The whole text."""
    names: Sequence[Resolution] = ()
    """All names that were recognised in it."""

    @cached_property
    def unplaced(self) -> Sequence[Located]:
        """What it names as places without a known one."""
        end = self.start + len(self.text)
        return list(unplaced(self.document, self.start, end, self.names))

    @cached_property
    def days(self) -> Sequence[When]:
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

    def look_up(self, around: Neighbourhood) -> None:
        """Take those of its names for places that a second look finds.

        Parameters
        ----------
        around : Neighbourhood
            Where the report plays.
        """
        found, left = [*self.places], []
        for each in self.unplaced:
            resolution = around.find(each.resolution.toponym)
            if resolution is None:
                left.append(each)
            else:
                found.append(replace(each, resolution=resolution))
        stand = [*self.names, *(each.resolution for each in self.unplaced)]
        for name in doubted(self.document, self.start, self.start + len(self.text), stand):
            resolution = around.find(name, doubted=True)
            if resolution is not None:
                found += locate(self.document, [resolution])
        self.places = sorted(found, key=lambda place: place.start)
        self.unplaced = left

    def is_of_statement(self, when: When) -> bool:
        """Tell whether a date says when something was said: "she said on Sunday"."""
        end = when.start - self.start
        return bool(_SAID.search(self.text[max(0, end - _BEFORE) : end]))


def passages(
    text: str, resolutions: Sequence[Resolution], whens: Sequence[When]
) -> Iterator[Passage]:
    """Yield the sentences of a text.

    Parameters
    ----------
    text : str
    resolutions : sequence of Resolution
        In order.
    whens : sequence of When
        In order.

    Yields
    ------
    Passage
        In order; one of more than 2,000 characters comes in pieces.
    """
    places = locate(text, resolutions)
    place_starts = [place.start for place in places]
    name_starts = [each.toponym.start for each in resolutions]
    when_starts = [when.start for when in whens]
    paragraph = counted = 0
    for whole_start, whole_end in sentences(text):
        for start, end in _pieces(text, whole_start, whole_end):
            paragraph, counted = paragraph + text.count("\n", counted, start), start
            yield Passage(
                text[start:end],
                start,
                paragraph,
                places[_between(place_starts, start, end)],
                whens[_between(when_starts, start, end)],
                text,
                resolutions[_between(name_starts, start, end)],
            )


def _between(starts: Sequence[int], start: int, end: int) -> slice:
    return slice(bisect_left(starts, start), bisect_left(starts, end))


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
