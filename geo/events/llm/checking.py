"""From what a model proposes to an event, or to the reasons why there is none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from geo.events.llm import values
from geo.events.llm.page import NotSoError, Page, Quote, Refused
from geo.events.llm.values import CountFound, DateFound, PlaceFound
from geo.events.ontology import STATUSES, SUB_EVENT_TYPES
from geo.events.status import CLAUSE_BREAK, status_of
from geo.events.triggers import Trigger, triggers
from geo.model import Casualties, Event, Resolution, Toponym
from geo.text import content_id, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geo.events.llm.pieces import Piece
    from geo.model import Evidence, When

_Found = TypeVar("_Found")

_FEWEST_WORDS = 3
_MOST_SENTENCES = 3
"""Of a quote."""
_MOST_ACTORS = 2
_SHOWN = 80
_BELIEF = 0.7
"""No one has measured how often a model is right in what cannot be checked: the type."""
_DATED, _LENT_DATE, _NO_DATE = 1.0, 0.7, 0.5
"""As our own events count it."""
_LENT_PLACE = 0.6


@dataclass(frozen=True, slots=True)
class _Held:
    """The values of a proposal that stood the check."""

    place: PlaceFound | None
    date: DateFound | None
    killed: CountFound | None
    injured: CountFound | None

    @property
    def evidence(self) -> list[Evidence]:
        """The words behind them."""
        found = (self.place, self.date, self.killed, self.injured)
        return [each.evidence for each in found if each]

    @property
    def casualties(self) -> Casualties:
        """Those of the counts, with their bounds."""
        dead = self.killed.casualties if self.killed else Casualties()
        counts = (self.killed, self.injured)
        return Casualties(
            fatalities=dead.fatalities,
            fatalities_low=dead.fatalities_low,
            fatalities_high=dead.fatalities_high,
            injured=self.injured.casualties.injured if self.injured else None,
            tolls=tuple(toll for each in counts if each for toll in each.tolls),
        )

    @property
    def share(self) -> float:
        """How sure place and date are together."""
        if self.place is None:
            return 0.0
        where = self.place.resolution.confidence * (_LENT_PLACE if self.place.lent else 1.0)
        if self.date is None:
            return where * _NO_DATE
        return where * (_LENT_DATE if self.date.lent else _DATED)


class Checker:
    """What a model proposes for one document, held against our reading of it.

    Parameters
    ----------
    page : Page
    model : str
        The model's name, for the reasons.
    refuse : callable
        Called with each :class:`Refused` value.
    """

    def __init__(self, page: Page, model: str, refuse: Callable[[Refused], None]) -> None:
        self._page = page
        self._model = model
        self._refuse = refuse
        self._statuses: dict[tuple[int, int, str, When | None], str] = {}

    def event(self, item: object, piece: Piece) -> Event | None:
        """Check one proposal.

        Parameters
        ----------
        item : object
            As it came out of the answer's JSON.
        piece : Piece
            What the model was shown.

        Returns
        -------
        Event or None
            With those values that stood the check; None if the quote or the type did not,
            or nothing else did.
        """
        if not isinstance(item, dict):
            self.refuse("event", item, "it is not of the form that was asked for")
            return None
        sub_type = item.get("sub_event_type")
        if not isinstance(sub_type, str) or sub_type not in SUB_EVENT_TYPES:
            self.refuse("sub_event_type", sub_type, "it is no sub-event type of ours")
            return None
        try:
            quote = self._quote(item.get("quote"), piece)
        except NotSoError as error:
            self.refuse("quote", item.get("quote"), str(error))
            return None
        held = _Held(
            self._value("place", item, lambda given: values.place(given, quote, self._page)),
            self._value("date", item, lambda given: values.day(given, quote, self._page)),
            *(self._value(kind, item, self._counting(kind, quote)) for kind in values.KINDS),
        )
        if not held.evidence:
            self.refuse("event", item.get("quote"), "no place, date or count of it holds")
            return None
        return self._event(item, sub_type, quote, held)

    def refuse(self, field: str, value: object, reason: str) -> None:
        """Tell that a value is not believed."""
        document = self._page.document
        self._refuse(Refused(document.path or document.id, field, _shown(value), reason))

    def _quote(self, given: object, piece: Piece) -> Quote:
        if not isinstance(given, str) or len(words(given)) < _FEWEST_WORDS:
            raise NotSoError("it is too short to tell of an event")
        wanted = given.strip()
        at = piece.text.find(wanted)
        if at < 0:
            raise NotSoError("it does not stand in the text")
        start = piece.start + at
        quote = self._page.quote(start, start + len(wanted))
        if len(quote.passages) > _MOST_SENTENCES:
            raise NotSoError(f"it goes over more than {_MOST_SENTENCES} sentences")
        return quote

    def _value(
        self, field: str, item: dict[str, object], check: Callable[[object], _Found]
    ) -> _Found | None:
        """Check a value by itself; one that fails is left out, with the reason told."""
        given = item.get(field)
        if given is None:
            return None
        try:
            return check(given)
        except NotSoError as error:
            self.refuse(field, given, str(error))
            return None

    def _counting(self, kind: str, quote: Quote) -> Callable[[object], CountFound]:
        return lambda given: values.harmed(kind, given, quote, self._page)

    def _actors(self, item: dict[str, object], quote: Quote) -> list[Evidence]:
        given = item.get("actors")
        if given is None:
            return []
        if not isinstance(given, list):
            self.refuse("actors", given, "it is no list of names")
            return []
        found: list[Evidence] = []
        for name in given[:_MOST_ACTORS]:
            try:
                evidence = values.actor(name, len(found) + 1, quote, self._page)
            except NotSoError as error:
                self.refuse("actors", name, str(error))
                continue
            if evidence.text not in [each.text for each in found]:
                found.append(evidence)
        for name in given[_MOST_ACTORS:][:_MOST_ACTORS]:
            self.refuse("actors", name, "an event has two actors at most")
        return found

    def _event(self, item: dict[str, object], sub_type: str, quote: Quote, held: _Held) -> Event:
        document, place = self._page.document, held.place
        actors = self._actors(item, quote)
        resolution = place.resolution if place else _nowhere(quote)
        when = held.date.when if held.date else None
        evidence = [*held.evidence, *actors]
        return Event(
            id=content_id(
                document.id,
                quote.start,
                quote.end,
                sub_type,
                resolution.place.id if resolution.place else "",
            ),
            event_type=SUB_EVENT_TYPES[sub_type],
            sub_event_type=sub_type,
            status=self._status(item.get("status"), sub_type, quote, when),
            when=when,
            resolution=resolution,
            place_lent=bool(place and place.lent),
            actors=tuple(each.text for each in actors),
            casualties=held.casualties,
            quote=self._page.text[quote.start : quote.end],
            quote_start=quote.start,
            quote_end=quote.end,
            document_id=document.id,
            confidence=round(_BELIEF * held.share, 3),
            reason=self._reason(held),
            evidence=tuple(sorted(evidence, key=lambda each: each.start)),
        )

    def _status(self, given: object, sub_type: str, quote: Quote, when: When | None) -> str:
        """Give the status: what we read, unless that is no more than "reported"."""
        ours = self._our_status(sub_type, quote, when)
        if not isinstance(given, str) or given not in STATUSES:
            if given is not None:
                self.refuse("status", given, "it is no status of ours")
            return ours
        if ours not in {"reported", given}:
            self.refuse("status", given, f"we read the sentence as {ours}")
        return given if ours == "reported" else ours

    def _our_status(self, sub_type: str, quote: Quote, when: When | None) -> str:
        key = (quote.start, quote.end, sub_type, when)
        if key not in self._statuses:
            published = self._page.document.published
            self._statuses[key] = next(
                (
                    status
                    for passage in quote.passages
                    for trigger in _telling(passage.text, sub_type)
                    if (status := status_of(passage.text, trigger, when, published)[0])
                    != "reported"
                ),
                "reported",
            )
        return self._statuses[key]

    def _reason(self, held: _Held) -> str:
        place, date = held.place, held.date
        parts = [
            place.resolution.reason if place else "no place is known of it",
            f"proposed by {self._model}, checked against the text; the type is its word alone",
        ]
        if place and place.lent:
            parts.append("the paragraph names the place")
        if date is None:
            parts.append("no date is known of it")
        else:
            named = f"“{date.when.text}” dates it"
            parts.append(f"the paragraph's {named}" if date.lent else named)
        return "; ".join(part for part in parts if part)


def _telling(sentence: str, sub_type: str) -> Iterator[Trigger]:
    """Yield the words from which a status is judged: those of the type, of any, or all clauses."""
    found = triggers(sentence)
    own = [each for each in found if each.sub_event_type == sub_type]
    if own or found:
        yield from own or found
        return
    # Whatever the telling word is, it stands in front of the end of some clause.
    for end in (*(match.start() for match in CLAUSE_BREAK.finditer(sentence)), len(sentence)):
        yield Trigger(end, end, "", sub_type)


def _nowhere(quote: Quote) -> Resolution:
    return Resolution(Toponym(quote.start, quote.start, ""), None, 0.0, "")


def _shown(value: object) -> str:
    """Give a value of any form in a line."""
    try:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    except (ValueError, RecursionError):
        text = type(value).__name__
    line = " ".join(text[: 4 * _SHOWN].split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
