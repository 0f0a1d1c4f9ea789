"""A long document in overlapping pieces, cut between paragraphs or else between sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 4000
"""Characters of a piece: about a thousand tokens, so that small contexts hold the answer too."""
OVERLAP = 1000
"""At most so many characters of a piece are told again by the next, for what they lend."""
_SENTENCE = 2000
"""What is longer is cut; an overlap and a sentence have to fit into a piece."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document."""

    start: int
    """Its offset in the document."""
    text: str
    """Exactly as it stands there."""


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text.

    Parameters
    ----------
    text : str

    Yields
    ------
    Piece
        In order; together they hold every sentence. None if the text is blank.
    """
    units = [part for start, end in sentences(text) for part in _parts(start, end)]
    first = 0
    while first < len(units):
        start = units[first][0]
        stop = first + 1
        while stop < len(units) and units[stop][1] - start <= LONGEST:
            stop += 1
        if stop < len(units):
            stop = _at_paragraph(text, units, first, stop)
        end = units[stop - 1][1]
        yield Piece(start, text[start:end])
        if stop == len(units):
            return
        first = _again_from(text, units, first, stop)


def _parts(start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, _SENTENCE):
        yield at, min(at + _SENTENCE, end)


def _at_paragraph(text: str, units: list[tuple[int, int]], first: int, stop: int) -> int:
    """Move the end of a piece back to the end of a paragraph, if one ends in its second half."""
    for at in range(stop, first + 1, -1):
        if units[at - 1][1] - units[first][0] < LONGEST // 2:
            break
        if _apart(text, units, at):
            return at
    return stop


def _again_from(text: str, units: list[tuple[int, int]], first: int, stop: int) -> int:
    """Say where the next piece begins: at the last paragraph of this one, or within it."""
    end = units[stop - 1][1]
    again = stop
    while again - 1 > first and end - units[again - 1][0] <= OVERLAP:
        again -= 1
        if _apart(text, units, again):
            break
    return again


def _apart(text: str, units: list[tuple[int, int]], at: int) -> bool:
    """Tell whether a paragraph begins with a unit."""
    return "\n" in text[units[at - 1][1] : units[at][0]]
