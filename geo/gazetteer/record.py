"""What a source of the gazetteer hands to the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from geo.model import Place


class Role(IntEnum):
    """How a name stands for its place; a lower number is a stronger claim."""

    PRIMARY = 0
    ALTERNATE = 1
    SHORT = 2
    """An abbreviation, believed only when it is written as one: "US", "U.K."."""
    DEMONYM = 3
    """An adjective or the people: "Syrian", "Syrians"."""
    CODE = 4
    """An ISO or IATA code: found when asked for, never looked for in a text."""


@dataclass(slots=True)
class Record:
    """A place with all its names, on its way into the index."""

    place: Place
    names: list[tuple[str, Role]]
    """The first one is the place's own name."""


LaterName = tuple[int, str, Role]
"""The number of a record, counted from 0, a further name of it, and the name's role."""


def _none() -> Iterable[LaterName]:
    return ()


@dataclass(frozen=True, slots=True)
class Supply:
    """What an index is written from."""

    records: Iterable[Record]
    """Read once."""
    about: int
    """How many records there may be; decides into how many files names are split."""
    facts: dict[str, Any]
    """What ``info.json`` says beside the counts."""
    later_names: Callable[[], Iterable[LaterName]] = _none
    """Called when the records were read: names that stand in a file of their own."""
