"""What a report has told so far: it lends what later sentences leave out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.events.places import Located
from geo.events.stances import Stance
from geo.events.triggers import Trigger
from geo.model import Event, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.events.happenings import Happening
    from geo.events.passages import Passage


_TOWN = 5
"""The fineness of towns and sites."""


@dataclass(frozen=True, slots=True)
class Story:
    """What was said before a sentence."""

    paragraph: int = -1
    place: Located | None = None
    """The last place of this paragraph where something happened."""
    last_place: Located | None = None
    """The same of the whole report: "there", "the town"."""
    first_place: Located | None = None
    """The first town of the whole report."""
    capital: Located | None = None
    """The last capital that was named."""
    dateline: Located | None = None
    """Where the report was written, by its own head."""
    there: Located | None = None
    """What "there" means where no other place is lent."""
    last: Event | None = None
    """The last event of this paragraph."""
    day: When | None = None
    """The last of this paragraph."""
    last_day: When | None = None
    """Of the last sentence that had one."""
    first_day: When | None = None
    """Of the whole report."""
    head: When | None = None
    """The date that the report gives for itself: it dates what nothing else dates."""
    days: dict[str, When] = field(default_factory=dict)
    """The last day on which something of a sub-type happened."""
    violence: Trigger | None = None
    """The last words that said what kind of violence it was; offsets are the document's."""
    agent: str | None = None
    """Who was said to do it."""

    @property
    def before(self) -> Located | None:
        """The place that "there" means."""
        return self.there or self.place or self.last_place or self.dateline

    @property
    def unplaced(self) -> Story:
        """The same with no place to lend but the one that "there" means."""
        return replace(self, place=None, last_place=None, dateline=None, there=self.before)

    def in_paragraph(self, number: int) -> Story:
        """Forget what only the last paragraph lent, where a new one begins."""
        if number == self.paragraph:
            return self
        return replace(self, paragraph=number, place=None, day=None, last=None)

    def after(self, passage: Passage, told: Sequence[Happening], events: Sequence[Event]) -> Story:
        """Add what a sentence says, and the events that were made of it."""
        # A country is too wide to be lent.
        fine = [place for place in passage.places if place.fineness]
        stated = [place for place in fine if place.stance is Stance.STATED] or [
            place for place in fine if place.stance is Stance.OPEN
        ]
        # "in Saraqib in Idlib province": the town, not the province behind it.
        here = max(stated, key=lambda place: place.fineness, default=None)
        if passage.unplaced and (here is None or here.fineness < _TOWN):
            # Better no place than that of another sentence.
            here = passage.unplaced[-1]
        violent = next(
            (
                replace(
                    each.trigger,
                    start=each.trigger.start + passage.start,
                    end=each.trigger.end + passage.start,
                )
                for each in told
                if each.violent
                and not (
                    each.trigger.generic
                    and (self.violence or each.trigger.sub_event_type == "Attack")
                )
            ),
            None,
        )
        return replace(
            self,
            place=here or self.place,
            last_place=here or self.last_place,
            first_place=self.first_place or here,
            capital=next((each for each in fine if _is_capital(each)), None) or self.capital,
            dateline=self.dateline
            or next((place for place in passage.places if place.dateline), None),
            last=events[-1] if events else self.last,
            day=passage.day or self.day,
            last_day=passage.day or self.last_day,
            first_day=self.first_day or passage.day,
            head=self.head or passage.head,
            days=self.days | _days(passage, events),
            violence=violent or self.violence,
            agent=_agent(events) if violent else self.agent,
        )


def _is_capital(located: Located) -> bool:
    place = located.resolution.place
    return place is not None and place.kind == "P.PPLC"


def _days(passage: Passage, events: Sequence[Event]) -> dict[str, When]:
    """Give the days of a sentence's events by sub-type, those that it names itself."""
    return {
        event.sub_event_type: event.when
        for event in events
        if event.when and event.when in passage.whens and event.status == "reported"
    }


def _agent(events: Sequence[Event]) -> str | None:
    """Give who acted first."""
    return next((event.actors[0] for event in events if event.actors), None)
