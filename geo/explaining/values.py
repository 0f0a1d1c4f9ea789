"""What an explanation is made of: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import Document, Place, Resolution, Toponym, When

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Argument:
    """What one feature counted for."""

    feature: str
    """As the model's file of weights names it; of a number in steps the highest step."""
    weight: float
    """In log odds: 1 makes it 2.7 times as likely; below 0 it speaks against."""
    words: str
    """The feature for a person."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A place that a name may mean."""

    place: Place
    kind: str
    """What it is, in words."""
    country: str | None
    """Its country's name."""
    belief: float
    """0 to 1; those of all readings of a name add up to 1."""
    same: bool
    """Whether it would put an event at the point of the likeliest one, or nearly."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What told one reading from another."""

    winner: Place
    other: Place
    lead: float
    """The logarithm of how many times as likely the winner is."""
    arguments: tuple[Argument, ...]
    """Weight times difference of evidence, the strongest first; they add up to the lead."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a name is, among the places that bear it."""

    resolution: Resolution
    """As the pipeline gives it, with the reason that stands in the event's card."""
    readings: tuple[Reading, ...]
    """The likeliest first."""
    comparisons: tuple[Comparison, ...]
    """The likeliest reading with the second; if that is as good as the same place, also
    with the likeliest one elsewhere. Empty if there is no other."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words that some place bears as its name."""

    toponym: Toponym
    """Its place in the text, with its flags."""
    taken: bool
    """Whether it was taken as a place name."""
    belief: float
    """How likely it is one, 0 to 1."""
    why_not: str
    """Why it was not taken; empty if it was."""
    arguments: tuple[Argument, ...]
    """For and against, the strongest first; with :attr:`Explanation.start` they add up to
    the log odds of the belief."""
    whereabouts: Whereabouts | None = None
    """None for one that was not taken."""
    by_rule: bool = False
    """Whether it was found by the rules for Arabic or Turkish, which count no arguments."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the place names and dates of a document were understood."""

    document: Document
    start: float
    """The log odds of a place name that every candidate starts with."""
    spans: tuple[Span, ...]
    """In order of their first word, the longest first."""
    whens: tuple[When, ...]
    """The time expressions; each tells what it was counted from, or why it stays open."""


def strongest_first(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Put arguments in order of what they count for, whichever way."""
    return tuple(sorted(arguments, key=lambda each: (-abs(each.weight), each.feature)))
