"""One value after the other of what a model proposes: in the text, and read so by us too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from geo.events.llm.page import NotSoError, Page, Quote, own_places
from geo.events.stances import Stance
from geo.model import Casualties, Evidence, Resolution, Toll, When
from geo.text import name_key, words

_LONGEST_ACTOR = 80
_SHORTEST_ACTOR = 2
"""Characters of a name."""
KINDS = ("killed", "injured")
"""Of people harmed, as far as a model is asked."""
_COLUMNS = {"killed": "fatalities", "injured": "injured"}


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place that stood the check."""

    resolution: Resolution
    lent: bool
    """Whether the quote names none and its paragraph had to lend it."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date that stood the check."""

    when: When
    lent: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CountFound:
    """A count that stood the check."""

    casualties: Casualties
    """All that its sentence counts."""
    tolls: tuple[Toll, ...]
    """Those of its kind; offsets are the document's."""
    evidence: Evidence


def place(given: object, quote: Quote, page: Page) -> PlaceFound:
    """Find the place that a value means among those that we resolved.

    Raises
    ------
    NotSoError
        If its words are not there, or we read another place, or none, out of them.
    """
    value, said = _text(given, "value"), _text(given, "words")
    within = _named(said, quote.start, quote.end, page)
    lent = not within
    if lent:
        within = _named(said, *page.paragraph(quote), page)
        if within and (own := own_places(quote)):
            raise NotSoError(f"the quote itself names {own[0].resolution.toponym.text}")
    if not within:
        raise NotSoError("its words are no place name that we read in the quote or its paragraph")
    fitting = [each for each in within if _is_named(value, each)]
    if not fitting:
        raise NotSoError(f"we read {within[0].toponym.text} there")
    faults: list[str] = []
    for each in sorted(fitting, key=lambda found: abs(found.toponym.start - quote.start)):
        if fault := _place_fault(given, each, page):
            faults.append(fault)
            continue
        toponym = each.toponym
        return PlaceFound(each, lent, _evidence("location", toponym.start, toponym.end, page))
    raise NotSoError(faults[0])


def _named(said: str, start: int, end: int, page: Page) -> list[Resolution]:
    spans = page.occurrences(said, start, end)
    return [each for at, stop in spans for each in page.resolutions(at, stop)]


def _is_named(value: str, resolution: Resolution) -> bool:
    """Tell whether a value names a place, with or without what it lies in."""
    names = {name_key(resolution.toponym.text)}
    if resolution.place is not None:
        names.add(name_key(resolution.place.name))
    return bool(names & {name_key(value), name_key(value.partition(",")[0])} - {""})


def _place_fault(given: object, resolution: Resolution, page: Page) -> str | None:
    """Say what speaks against a place; None if nothing does."""
    toponym, found = resolution.toponym, resolution.place
    if toponym.demonym:
        return f"“{toponym.text}” is an adjective or a people"
    if toponym.metonymic:
        return f"“{toponym.text}” means those who govern there"
    if found is None:
        return f"we leave “{toponym.text}” open: {resolution.reason}"
    country = given.get("country") if isinstance(given, dict) else None
    if (
        isinstance(country, str)
        and len(country) == 2  # noqa: PLR2004  (ISO 3166-1 alpha-2)
        and found.country
        and country.upper() != found.country
    ):
        return f"we read {found.name} in {found.country}, not in {country.upper()}"
    if page.stance(resolution) is Stance.ELSEWHERE:
        return f"“{toponym.text}” acts, speaks, or is where something came from or went to"
    return None


def day(given: object, quote: Quote, page: Page) -> DateFound:
    """Find the date that a value means among those that we read.

    Raises
    ------
    NotSoError
        If its words are not there, or we reckon other days from them, or none.
    """
    first, last, said = (_text(given, name) for name in ("first", "last", "words"))
    try:
        interval = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        raise NotSoError("it is no day written YYYY-MM-DD") from None
    within = _told(said, quote.start, quote.end, page)
    lent = not within
    if lent:
        within = _told(said, *page.paragraph(quote), page)
        if within and (own := [each for passage in quote.passages for each in passage.days]):
            raise NotSoError(f"the quote itself says “{own[0].text}”")
    if not within:
        raise NotSoError("its words are no date that we read in the quote or its paragraph")
    fitting = [each for each in within if (each.first, each.last) == interval]
    if not fitting:
        read = within[0]
        if read.first is None:
            raise NotSoError(f"we leave “{read.text}” open: {read.anchor}")
        days = f"{read.first}" if read.first == read.last else f"{read.first} to {read.last}"
        raise NotSoError(f"we read “{read.text}” as {days}")
    when = fitting[0]
    if not lent and (better := _days_beside(when, quote)):
        raise NotSoError(f"“{when.text}” dates what was said; “{better.text}” dates the event")
    return DateFound(when, lent, _evidence("date_start", when.start, when.end, page))


def _told(said: str, start: int, end: int, page: Page) -> list[When]:
    spans = page.occurrences(said, start, end)
    return [each for at, stop in spans for each in page.whens(at, stop)]


def _days_beside(when: When, quote: Quote) -> When | None:
    """Give a date of the same sentence that dates an event, if this one does not."""
    for passage in quote.passages:
        if when in passage.whens:
            days = passage.days
            return days[0] if days and when not in days else None
    return None


def harmed(kind: str, given: object, quote: Quote, page: Page) -> CountFound:
    """Find the count that a value means among those that we read.

    Parameters
    ----------
    kind : str
        ``killed`` or ``injured``.
    given : object
    quote : Quote
    page : Page

    Raises
    ------
    NotSoError
        If its words are not in the quote, or we count otherwise there.
    """
    value = given.get("value") if isinstance(given, dict) else None
    said = _text(given, "words")
    if type(value) is not int:
        raise NotSoError("it is no whole number")
    column, reason = _COLUMNS[kind], "its words are not in the quote"
    for passage in quote.passages:
        end = passage.start + len(passage.text)
        for at, stop in page.occurrences(said, passage.start, end):
            counted = page.counted(passage)
            ours = getattr(counted, column)
            tolls = tuple(
                replace(toll, start=toll.start + passage.start, end=toll.end + passage.start)
                for toll in counted.tolls
                if toll.kind == kind
            )
            if ours is None:
                reason = f"we read no number of {kind} in its sentence"
            elif ours != value:
                reason = f"we count {ours:,} {kind} in its sentence"
            elif tolls and not any(_is_counted_by(toll, at, stop) for toll in tolls):
                reason = "its words are not those that count"
            else:
                return CountFound(counted, tolls, _evidence(column, at, stop, page))
    raise NotSoError(reason)


def _is_counted_by(toll: Toll, start: int, end: int) -> bool:
    """Tell whether words are those of a count that stands for itself."""
    return toll.start < end and start < toll.end and not (toll.part or toll.total)


def actor(given: object, number: int, quote: Quote, page: Page) -> Evidence:
    """Find an actor's name in the quote, as whole words.

    Raises
    ------
    NotSoError
        If it does not stand there, or is no name.
    """
    if not isinstance(given, str) or not _SHORTEST_ACTOR <= len(given) <= _LONGEST_ACTOR:
        raise NotSoError("it is no name")
    named = words(given)
    if not named or given != given.strip():
        raise NotSoError("it is no name")
    for at, stop in page.occurrences(given, quote.start, quote.end):
        if not (_joins(page.text, at) or _joins(page.text, stop)):
            return _evidence(f"actor{number}", at, stop, page)
    raise NotSoError("it does not stand in the quote")


def _joins(text: str, at: int) -> bool:
    """Tell whether a word goes on over an offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _text(given: object, name: str) -> str:
    value = given.get(name) if isinstance(given, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise NotSoError(f"it has no “{name}”")
    return value.strip()


def _evidence(column: str, start: int, end: int, page: Page) -> Evidence:
    return Evidence(column, start, end, page.text[start:end], page.document.id)
