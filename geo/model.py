"""The values that flow through the pipeline: frozen, comparable, picklable.

Offsets count code points of :attr:`Document.text`; ends are exclusive. Coordinates
are WGS 84 degrees (EPSG:4326). Day intervals include their last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it was read."""

    id: str
    """Given by the source, else a hash of the content."""
    text: str
    """The body; all offsets point into it."""
    title: str | None = None
    source: str | None = None
    """Who published it: a name, else a host, else None."""
    url: str | None = None
    published: date | None = None
    """None when nothing gives it; then relative dates stay open."""
    language: str | None = None
    """ISO 639-1 code, where the source says so."""
    path: str | None = None
    """The file it came from, as the caller named it."""
    notes: tuple[str, ...] = ()
    """What was assumed while reading: the encoding, where the date came from."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as written."""

    start: int
    end: int
    text: str
    demonym: bool = False
    """Whether it is an adjective or a people: "Syrian", "Syrians"."""
    metonymic: bool = False
    """Whether it means those who govern there: "Ankara said"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A record of the gazetteer."""

    id: str
    """``gn:`` GeoNames, ``icao:`` airports, ``iso:`` countries, ``dl:`` curated here."""
    name: str
    kind: str
    """GeoNames feature class and code, such as ``P.PPL`` or ``A.ADM1``."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    admin1: str | None
    admin2: str | None
    lat: float
    """Degrees north, WGS 84."""
    lon: float
    """Degrees east, WGS 84."""
    population: int = 0
    radius_km: float = 0.0
    """How far from the point the place may extend, or the point may be wrong."""
    noted: bool = False
    """Whether reports are known to write of it: listed by hand here, or by the user."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a toponym is, or why that stays open."""

    toponym: Toponym
    place: Place | None
    confidence: float
    """0 to 1."""
    reason: str
    """A sentence that a person understands."""
    alternatives: tuple[Place, ...] = ()
    """Other readings, the likeliest first."""


@dataclass(frozen=True, slots=True)
class When:
    """A time expression, normalised."""

    start: int
    end: int
    text: str
    type: str
    """TIMEX3 type: DATE, TIME, DURATION or SET."""
    value: str
    """TIMEX3 value, such as ``2020-02-27``; ``XXXX-WXX-4`` while open."""
    first: date | None
    """First day of the interval; None while open."""
    last: date | None
    """Last day, included."""
    precision: str
    """``day``, ``week``, ``month``, ``season``, ``year`` …"""
    role: str
    """``event``, or ``context`` for background that dates no event."""
    anchor: str
    """What it was counted from, or why it stays open."""
    rule: str = ""
    """The rule of the grammar that found it."""


@dataclass(frozen=True, slots=True)
class Toll:
    """One count of people harmed, as the text gives it."""

    kind: str
    """``killed``, ``injured``, ``missing``, ``captured`` or ``displaced``."""
    best: int | None
    """None where only bounds are told: "dozens", "between 20 and 30"."""
    low: int
    high: int | None
    """None also when the text says "at least"."""
    start: int
    end: int
    text: str
    """The words that count, exactly as written."""
    victims: str | None = None
    """Who they were, as written: "civilians"."""
    part: bool = False
    """Whether they belong to another count and must not be added: "including five children"."""
    total: bool = False
    """Whether it sums up many events: "5,000 have died since 2011"."""
    claimant: str | None = None
    """Who gives the number, as written, where several do: "the Observatory"."""


@dataclass(frozen=True, slots=True)
class Casualties:
    """People harmed, as the quote counts them; None is unknown, 0 is stated."""

    fatalities: int | None = None
    fatalities_low: int | None = None
    fatalities_high: int | None = None
    """None also when the text says "at least"."""
    injured: int | None = None
    displaced: int | None = None
    missing: int | None = None
    captured: int | None = None
    tolls: tuple[Toll, ...] = ()
    """The counts behind the numbers, in the order of the text; offsets are the document's."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a value of an event comes from."""

    field: str
    """A column of the table of events, such as ``fatalities``."""
    start: int
    end: int
    text: str
    """Exactly as written."""
    document_id: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with the words that say so."""

    id: str
    """A hash of the document, the quote, the type and the place."""
    event_type: str
    """One of ACLED's six types."""
    sub_event_type: str
    """One of ACLED's 25 sub-types."""
    status: str
    """reported, planned, threatened, hypothetical, denied or historical."""
    when: When | None
    resolution: Resolution
    actors: tuple[str | None, ...]
    """Who acts, then who is acted upon, None where the text does not say; empty if neither."""
    casualties: Casualties
    quote: str
    """The sentence, exactly as written."""
    quote_start: int
    quote_end: int
    document_id: str
    confidence: float
    """0 to 1: of the place, the date and the type together."""
    reason: str
    """Why this type, this place and this day."""
    place_lent: bool = False
    """Whether the sentence names no place and its paragraph had to lend one."""
    evidence: tuple[Evidence, ...] = ()
    """The words behind each value that is known."""
    merged: tuple[Event, ...] = ()
    """The tellings of which it was merged, as they were; empty if it was told once."""
    merge_reason: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was found in one document; the value that the stages pass on."""

    document: Document
    toponyms: tuple[Toponym, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    whens: tuple[When, ...] = ()
    events: tuple[Event, ...] = ()
