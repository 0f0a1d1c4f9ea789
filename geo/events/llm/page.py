"""What our own parsers read in a document; a model's values are held against it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.events.casualties import count
from geo.events.passages import Passage, passages
from geo.events.places import Located, locate
from geo.events.stances import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.model import Casualties, Document, Resolution, When

_MOST_FOUND = 20
"""So many places where the same words stand are looked at."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A value of the model's that the document does not bear out."""

    document: str
    """The file, else the id."""
    field: str
    """What it was to be: ``event``, ``quote``, ``place``, ``date``, ``killed`` …"""
    value: str
    """What the model gave, cut to a line."""
    reason: str
    """Why it is not believed."""


class NotSoError(Exception):
    """A value does not stand in the text, or our parsers read it otherwise."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Whole sentences of a document, in which the model's quote stands."""

    start: int
    end: int
    passages: tuple[Passage, ...]


class Page:
    """A document with our reading of it.

    Parameters
    ----------
    document : Document
    resolutions : sequence of Resolution
        In order.
    whens : sequence of When
        In order.
    """

    def __init__(
        self, document: Document, resolutions: Sequence[Resolution], whens: Sequence[When]
    ) -> None:
        self.document = document
        self.text = document.text
        self._resolutions = resolutions
        self._whens = whens
        self._names = [each.toponym.start for each in resolutions]
        self._days = [each.start for each in whens]
        places = locate(self.text, resolutions)
        self._stances = {(each.start, each.end): each.stance for each in places}
        self._passages = list(passages(self.text, resolutions, whens))
        self._ends = [each.start + len(each.text) for each in self._passages]
        self._counts: dict[int, Casualties] = {}

    def quote(self, start: int, end: int) -> Quote:
        """Give the whole sentences of a stretch: what is cut off may say that it is denied."""
        at = bisect_left(self._ends, start + 1)
        found = []
        while at < len(self._passages) and self._passages[at].start < end:
            found.append(self._passages[at])
            at += 1
        if not found:
            message = "it holds no sentence"
            raise NotSoError(message)
        first, last = found[0], found[-1]
        return Quote(first.start, last.start + len(last.text), tuple(found))

    def paragraph(self, quote: Quote) -> tuple[int, int]:
        """Give the stretch of the paragraph, or paragraphs, of a quote."""
        stop = self.text.find("\n", quote.end)
        end = len(self.text) if stop < 0 else stop
        return self.text.rfind("\n", 0, quote.start) + 1, end

    def occurrences(self, words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where words stand within a stretch."""
        at = self.text.find(words, start, end)
        found = 0
        while at >= 0 and found < _MOST_FOUND:
            yield at, at + len(words)
            found += 1
            at = self.text.find(words, at + len(words), end)

    def resolutions(self, start: int, end: int) -> list[Resolution]:
        """Give the place names within a stretch."""
        first, stop = (bisect_left(self._names, at) for at in (start, end))
        return [each for each in self._resolutions[first:stop] if each.toponym.end <= end]

    def whens(self, start: int, end: int) -> list[When]:
        """Give the time expressions within a stretch."""
        first, stop = (bisect_left(self._days, at) for at in (start, end))
        return [each for each in self._whens[first:stop] if each.end <= end]

    def stance(self, resolution: Resolution) -> Stance:
        """Say how a place stands in its sentence."""
        toponym = resolution.toponym
        return self._stances.get((toponym.start, toponym.end), Stance.ELSEWHERE)

    def counted(self, passage: Passage) -> Casualties:
        """Count the harmed of a sentence; its offsets are the sentence's."""
        if passage.start not in self._counts:
            self._counts[passage.start] = count(passage.text)
        return self._counts[passage.start]


def own_places(quote: Quote) -> list[Located]:
    """Give the places that a quote itself names as possible scenes, but for countries."""
    return [
        each
        for passage in quote.passages
        for each in passage.places
        if each.fineness and each.stance is not Stance.ELSEWHERE
    ]
