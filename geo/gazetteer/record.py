"""What a source of the gazetteer hands to the index."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

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
