"""What a report has told so far: it lends what later sentences leave out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.events.places import TOWN, Located
from geo.events.stances import Stance
from geo.events.triggers import Trigger
from geo.model import Event, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.events.happenings import Happening
    from geo.events.passages import Passage
    from geo.model import Resolution


_RELATIVE = re.compile(r",\s+(?:where|which|who|whose)\b[^,;]*$")
"""Before a date in a clause that says more of what stands before it."""
_CLAUSE = 120
"""How many characters around the date are looked at."""
_OFTEN = 3
"""How often a report names the town that it is about, at least."""


@dataclass(slots=True)
class Story:
    """What was said before a sentence."""

    home: Located | None = None
    """The town that the report is about, if it is about one."""
    paragraph: int = -1
    place: Located | None = None
    """The last place of this paragraph where something happened."""
    last_place: Located | None = None
    """The same of the whole report: "there", "the town"."""
    first_place: Located | None = None
    """The first town of the whole report."""
    country: str | None = None
    """The one that most of its other towns lie in."""
    capitals: dict[str, Located] = field(default_factory=dict)
    """The capitals that the report names as places, by country."""
    capital: Located | None = None
    """The last of them that was named."""
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

    def capital_of(self, near: Located | None) -> Located | None:
        """Give the capital of the country that is spoken of, if the report names it anywhere."""
        for each in (near, self.place):
            place = None if each is None else each.resolution.place
            if place is not None and place.country and place.kind != "P.PPLC":
                return self.capitals.get(place.country)
        return self.capitals.get(self.country) if self.country else self.capital

    @property
    def unplaced(self) -> Story:
        """The same with no place to lend but the one that "there" means."""
        return replace(self, place=None, last_place=None, dateline=None, there=self.before)

    def begin(self, paragraph: int) -> None:
        """Forget what only the last paragraph lent, where a new one begins."""
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.place = self.day = self.last = None

    def add(
        self, passage: Passage, told: Sequence[Happening] = (), events: Sequence[Event] = ()
    ) -> None:
        """Add what a sentence says, and the events that were made of it."""
        self.begin(passage.paragraph)
        self._add_places(passage)
        if passage.whens:
            self._add_days(passage)
        if events:
            self.last = events[-1]
            self.days.update(_days(passage, events))
        violent = self._violence(told)
        if violent is not None:
            start, end = violent.start + passage.start, violent.end + passage.start
            self.violence = replace(violent, start=start, end=end)
            self.agent = next((event.actors[0] for event in events if event.actors), None)

    def _add_places(self, passage: Passage) -> None:
        # A country is too wide to be lent.
        fine = [place for place in passage.places if place.fineness]
        stated = [place for place in fine if place.stance is Stance.STATED] or [
            place for place in fine if place.stance is Stance.OPEN
        ]
        # "in Saraqib in Idlib province": the town, not the province behind it.
        here = max(stated, key=lambda place: place.fineness, default=None)
        if (here is None or here.fineness < TOWN) and passage.unplaced:
            # Better no place than that of another sentence.
            here = passage.unplaced[-1]
        if here is not None:
            self.place = self.last_place = here
            self.first_place = self.first_place or here
        named = (each for each in fine if is_capital(each.resolution))
        self.capital = next(named, self.capital)
        if self.dateline is None:
            self.dateline = next((place for place in passage.places if place.dateline), None)

    def _add_days(self, passage: Passage) -> None:
        day = passage.day
        if day is not None and not self._is_aside(day, passage):
            self.day = self.last_day = day
        self.head = self.head or passage.head

    def _is_aside(self, day: When, passage: Passage) -> bool:
        """Tell whether a day is not the one that the report goes on with.

        That of a statement is not where another is known, nor that of a memory by the way:
        "Khan Shaykhun, where gas killed 80 people in April 2017, was struck as well".
        """
        if passage.is_of_statement(day) and self.day is not None:
            return True
        before = self.day or self.last_day
        if before is None or before.first is None or day.first is None or day.first >= before.first:
            return False
        at = day.start - passage.start
        opens = _RELATIVE.search(passage.text, max(0, at - _CLAUSE), at)
        return opens is not None and "," in passage.text[at : at + _CLAUSE]

    def _violence(self, told: Sequence[Happening]) -> Trigger | None:
        """Give the first words that say which kind of violence it was."""
        for each in told:
            generic = each.trigger.generic and (
                self.violence or each.trigger.sub_event_type == "Attack"
            )
            if each.violent and not generic:
                return each.trigger
        return None


def is_capital(resolution: Resolution) -> bool:
    """Tell whether a name is that of a capital, and not of those who govern there."""
    place = resolution.place
    return place is not None and place.kind == "P.PPLC" and not resolution.toponym.metonymic


def chief_country(resolutions: Sequence[Resolution]) -> str | None:
    """Give the country in which most towns lie that a report names, its capitals left out.

    Parameters
    ----------
    resolutions : sequence of Resolution
        The report's places.
    """
    countries = Counter(
        each.place.country
        for each in resolutions
        if each.place and each.place.country and each.place.kind in {"P.PPL", "P.PPLA", "P.PPLX"}
    )
    return next((country for country, _ in countries.most_common(1)), None)


def capitals(resolutions: Sequence[Resolution]) -> dict[str, Located]:
    """Give the capitals that a report names as places, by country.

    Parameters
    ----------
    resolutions : sequence of Resolution
        The report's places.
    """
    return {
        each.place.country: Located(each, each.toponym.start, each.toponym.end, Stance.OPEN)
        for each in resolutions
        if each.place and each.place.country and is_capital(each)
    }


def _days(passage: Passage, events: Sequence[Event]) -> dict[str, When]:
    """Give the days of a sentence's events by sub-type, those that it names itself."""
    return {
        event.sub_event_type: event.when
        for event in events
        if event.when and event.when in passage.whens and event.status == "reported"
    }


def home(resolutions: Sequence[Resolution]) -> Located | None:
    """Give the town that a report is about: the one that at least half of its towns are.

    Parameters
    ----------
    resolutions : sequence of Resolution
        The report's places.
    """
    towns = [
        each
        for each in resolutions
        if each.place and each.place.kind.startswith("P.") and not each.toponym.metonymic
    ]
    if not towns:
        return None
    counted = Counter(each.place.id for each in towns if each.place)
    ((chief, times),) = counted.most_common(1)
    if times < _OFTEN or 2 * times < len(towns):
        return None
    named = next(each for each in towns if each.place and each.place.id == chief)
    return Located(named, named.toponym.start, named.toponym.end, Stance.OPEN)
