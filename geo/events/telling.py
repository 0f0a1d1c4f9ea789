"""One sentence's happenings written down as events, with the words behind each value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.events.actors import Cast
from geo.events.casualties import sum_up
from geo.events.dating import Dated, coming, day
from geo.events.happenings import Happening, harks_back
from geo.events.ontology import SUB_EVENT_TYPES
from geo.events.passages import Passage
from geo.events.placing import Placed, place
from geo.events.quoting import Span, evidence
from geo.events.stances import Stance
from geo.events.status import status_of
from geo.events.story import Story
from geo.events.triggers import Trigger
from geo.model import Casualties, Document, Event
from geo.text import content_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.model import Toll, When

_SAYS_ENOUGH = 0.65
"""So strong words need no earlier sentence to say which kind of violence it was."""
_MONTH_DAYS = 27
_OTHER_CAUSE = re.compile(
    r"\b(?:after|in|from)\s+(?:a|an|the)\s+(?:fall|crash|accident|collision|fire|stampede)\b",
    re.IGNORECASE,
)
"""What harmed someone else than the event before did."""
_NOT_YET = frozenset({"planned", "threatened", "hypothetical"})
"""What has not happened has not the day of what has."""
_AHEAD = frozenset({"planned", "threatened"})
"""What someone is said to mean to do tells of itself."""


@dataclass(frozen=True, slots=True)
class _Account:
    """What is known of a happening wherever it was."""

    happening: Happening
    cast: Cast
    typed: Trigger
    """The words that say what happened, with the document's offsets."""
    why_typed: str
    dated: Dated
    status: str
    status_words: Span | None
    """With the document's offsets."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes down what a sentence tells of."""

    document: Document
    passage: Passage
    story: Story
    """What was said before."""

    def events(self, told: Sequence[Happening]) -> list[Event]:
        """Give the events of the sentence.

        Parameters
        ----------
        told : sequence of Happening
            All that :func:`geo.events.happenings.happenings` gives for it.

        Returns
        -------
        list of Event
            One for each place of a happening that says enough.
        """
        if self._only_counts(told):
            return [self._counted(told, self.story.last)] if self.story.last else []
        cast = Cast(self.passage.text)
        return [
            event
            for happening in told
            for event in self._at_each_place(happening, cast, alone=len(told) == 1)
        ]

    def _at_each_place(self, happening: Happening, cast: Cast, *, alone: bool) -> Iterator[Event]:
        account = self._account(happening, cast)
        seen: set[str] = set()
        for placed in place(happening, self.passage, self.story, alone=alone):
            casualties = self._casualties(placed.tolls)
            if not self._says_too_little(account, placed, casualties):
                event = self._event(account, placed, casualties)
                if event.id in seen:  # "five in Homs on Saturday and three in Homs on Sunday"
                    event = replace(event, id=content_id(event.id, placed.place.start))
                seen.add(event.id)
                yield event

    def _only_counts(self, told: Sequence[Happening]) -> bool:
        """Tell whether a sentence says no more than how many came to harm in what went before.

        "Two lorry drivers died, and the road remains closed."
        """
        if not all(each.trigger.generic and each.tolls for each in told):
            return False
        if _OTHER_CAUSE.search(self.passage.text):
            return False
        if all(each.trigger.strength == 0.0 for each in told):
            return True
        stated = any(each.fineness and each.stance >= Stance.OPEN for each in self.passage.places)
        dated = any(not self.passage.is_of_statement(when) for when in self.passage.days)
        return self.story.last is not None and not (stated or dated or self.passage.unplaced)

    def _counted(self, told: Sequence[Happening], last: Event) -> Event:
        """Give the event of an earlier sentence again, with this one's counts."""
        passage = self.passage
        tolls = dict.fromkeys(toll for happening in told for toll in happening.tolls)
        casualties = self._casualties(list(tolls))
        typed = next(each for each in last.evidence if each.field == "sub_event_type")
        return replace(
            last,
            id=content_id(last.id, passage.start),
            actors=(),
            casualties=casualties,
            quote=passage.text,
            quote_start=passage.start,
            quote_end=passage.start + len(passage.text),
            place_lent=True,
            confidence=round(last.confidence * 0.8, 3),
            reason=f"{last.reason}. Counts: this sentence says who came to harm in it",
            evidence=evidence(
                self.document,
                sub_event_type=(typed.start, typed.end),
                status=None,
                resolution=last.resolution,
                when=last.when,
                actors=(),
                casualties=casualties,
            ),
        )

    def _account(self, happening: Happening, cast: Cast) -> _Account:
        trigger = happening.trigger
        typed, why = self._typed(trigger, cast)
        dated = day(happening, self.passage, self.story, typed.sub_event_type)
        dated = self._not_after(dated, trigger)
        status, words = status_of(self.passage.text, trigger, dated.when, self.document.published)
        if status in _NOT_YET:
            dated = self._ahead(dated, status)
        return _Account(happening, cast, typed, why, dated, status, self._shifted(words))

    def _typed(self, trigger: Trigger, cast: Cast) -> tuple[Trigger, str]:
        """Give the words that say what happened: "nine were killed" needs earlier ones.

        Who is named as the one that acts does a thing of their own: "gunmen killed nine".
        """
        why = f"“{trigger.text}” reports the event"
        vague = trigger.generic and trigger.strength < _SAYS_ENOUGH
        earlier = self.story.violence
        if earlier and vague:
            agent, _ = cast.roles(trigger.start, trigger.end)
            if agent is None or agent.name == self.story.agent:
                return earlier, f"{why}, “{earlier.text}” before it says of what type"
        start, end = trigger.start + self.passage.start, trigger.end + self.passage.start
        return replace(trigger, start=start, end=end), why

    def _not_after(self, dated: Dated, trigger: Trigger) -> Dated:
        """Take no day after the publication for what is told as done, nor a lent one at all."""
        when, published = dated.when, self.document.published
        if when is None or when.first is None or published is None or when.first <= published:
            return dated
        if when in self.passage.whens and not trigger.text.lower().endswith("ed"):
            return dated
        return Dated(None, f"“{when.text}” lies after the publication, and it is told as done", 0.5)

    def _ahead(self, dated: Dated, status: str) -> Dated:
        """Date what has not happened yet: never by the day of what has."""
        when = dated.when
        if when is None:
            return dated
        planned = status == "planned"
        if when not in self.passage.whens or (planned and self.passage.is_of_statement(when)):
            return Dated(None, "no day is named for it", 0.8)
        return dated._replace(when=coming(when, self.document.published)) if planned else dated

    def _casualties(self, tolls: Sequence[Toll]) -> Casualties:
        start = self.passage.start
        found = sum_up(
            [replace(toll, start=toll.start + start, end=toll.end + start) for toll in tolls]
        )
        if found.injured == 0 and found.fatalities_low is None:
            # "No one was hurt": nor killed.
            return replace(found, fatalities=0, fatalities_low=0, fatalities_high=0)
        return found

    def _says_too_little(  # noqa: PLR0911  (a ladder)
        self, account: _Account, placed: Placed, casualties: Casualties
    ) -> bool:
        """Tell whether words alone make no event: "since the airstrikes"."""
        trigger, dated = account.happening.trigger, self.passage.day is not None
        tolls = account.happening.tolls
        if account.status == "denied" and self.story.violence and placed.named:
            return False
        if tolls and all(toll.total for toll in tolls):
            return True  # "10 million have been displaced since 2023"
        if trigger.generic and _is_long(account.dated.when):
            agent, _ = account.cast.roles(trigger.start, trigger.end)
            if agent is None:
                return True  # "600 people were killed in April"
        if _harmed(casualties):
            return False
        if harks_back(self.passage.text, trigger):
            return True
        stated = placed.named and not placed.lent and placed.place.stance is Stance.STATED
        if stated and account.status in _AHEAD and account.status_words and not trigger.bare:
            return False  # "plans to attack the town"
        if trigger.generic and self.story.violence is None:
            return True
        if placed.lent or not placed.named:
            return not dated or trigger.generic or trigger.bare
        exact = placed.place.stance is Stance.STATED and dated
        return (trigger.generic or trigger.bare) and not exact

    def _event(self, account: _Account, placed: Placed, casualties: Casualties) -> Event:
        resolution, dated = placed.place.resolution, account.dated
        trigger = account.happening.trigger
        at = trigger.start + self.passage.start
        actors = account.cast.roles(trigger.start, trigger.end)
        sub_type = account.typed.sub_event_type
        where = resolution.place.id if resolution.place else ""
        named = tuple(each.name if each else None for each in actors)
        where_why = "; ".join(filter(None, (resolution.reason, placed.why)))
        reasons = (f"Place: {where_why}", f"Event: {account.why_typed}", f"Day: {dated.why}")
        return Event(
            id=content_id(self.document.id, at, sub_type, where),
            event_type=SUB_EVENT_TYPES[sub_type],
            sub_event_type=sub_type,
            status=account.status,
            when=dated.when,
            resolution=replace(resolution, confidence=round(resolution.confidence, 3)),
            place_lent=placed.lent,
            actors=named if any(named) else (),
            casualties=casualties,
            quote=self.passage.text,
            quote_start=self.passage.start,
            quote_end=self.passage.start + len(self.passage.text),
            document_id=self.document.id,
            confidence=round(resolution.confidence * placed.share * dated.share, 3),
            reason=". ".join(reasons),
            evidence=evidence(
                self.document,
                sub_event_type=(account.typed.start, account.typed.end),
                status=account.status_words,
                resolution=resolution,
                when=dated.when,
                actors=[self._shifted((each.start, each.end) if each else None)
                        for each in actors],
                casualties=casualties,
            ),
        )  # fmt: skip

    def _shifted(self, span: Span | None) -> Span | None:
        return (
            None if span is None else (span[0] + self.passage.start, span[1] + self.passage.start)
        )


def _is_long(when: When | None) -> bool:
    """Tell whether a time is too long to be that of one event."""
    if when is None or when.first is None or when.last is None:
        return False
    return (when.last - when.first).days >= _MONTH_DAYS


def _harmed(casualties: Casualties) -> bool:
    """Tell whether anyone was; "no one was killed" counts, but tells of no event."""
    return any((casualties.fatalities_low, casualties.fatalities_high, casualties.injured,
                casualties.displaced, casualties.missing, casualties.captured))  # fmt: skip
