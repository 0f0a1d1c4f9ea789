"""One event a sentence: a trigger, the place it happened at, its day, its counts.

The place is looked for in the sentence, then earlier in the paragraph; the day in the
sentence, then in the paragraph, then in the first paragraph, each step at a lower
confidence and with its reason. A country or a capital that acts ("Ankara said") is no
place of an event. Words that say only that people were harmed ("nine were killed in
the attack") take the type of the violence that the report last told of.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.events.actors import acting
from geo.events.casualties import count
from geo.events.ontology import BATTLES, CIVILIANS, EXPLOSIONS, SUB_EVENT_TYPES
from geo.events.places import Located, Stance, locate
from geo.events.status import CLAUSE_BREAK, status_of
from geo.events.triggers import Trigger, triggers
from geo.model import Casualties, Document, Event, Resolution, When
from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VIOLENCE = frozenset({BATTLES, EXPLOSIONS, CIVILIANS})
_KNOWN_ONE = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|his|any|no)\s+(?:(?!the\b|these\b|those\b)\w+\s+)?$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:s|ing|ike|ack|ive|aign|raid|ash|ush|ade|ire|deal|ment|ion|uce)$", re.IGNORECASE
)
_BEFORE = 100
"""How many characters before a date are looked at."""
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|disclosed|confirmed|added|claimed|wrote"
    r"|according\s+to)\b[^,;:.]{0,30}?\s+(?:(?:late|early)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)


def extract(
    document: Document, resolutions: Sequence[Resolution], whens: Sequence[When]
) -> list[Event]:
    """Find the events of a document, one a sentence at most.

    Parameters
    ----------
    document : Document
    resolutions : sequence of Resolution
        The document's places, in order.
    whens : sequence of When
        The document's dates, in order.

    Returns
    -------
    list of Event
        In order. Each has a place; its quote is the sentence as written.
    """
    places = locate(document.text, resolutions)
    found = []
    story = _Story()
    for start, end in sentences(document.text):
        sentence = _Sentence(
            document.text[start:end],
            start,
            [place for place in places if start <= place.start < end],
            [when for when in whens if start <= when.start < end],
        )
        candidates = triggers(sentence.text)
        story = story.in_paragraph(document.text.count("\n", 0, start))
        event = _event(document, sentence, candidates, story)
        if event is not None:
            found.append(event)
        story = story.after(sentence, candidates)
    return found


def unused(resolutions: Sequence[Resolution], events: Sequence[Event]) -> Iterator[Resolution]:
    """Yield the places that no event stands at: mentions."""
    taken = {(event.resolution.toponym.start, event.resolution.toponym.end) for event in events}
    for resolution in resolutions:
        if (resolution.toponym.start, resolution.toponym.end) not in taken:
            yield resolution


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    start: int
    places: list[Located]
    whens: list[When]

    @property
    def days(self) -> list[When]:
        """The dates that may be an event's; the day of a statement only if no other is."""
        own = [when for when in self.whens if when.role == "event"]
        return [when for when in own if not self.is_of_statement(when)] or own

    @property
    def day(self) -> When | None:
        """The first of those that is known."""
        return next((when for when in self.days if when.first), None)

    def is_of_statement(self, when: When) -> bool:
        """Tell whether a date says when something was said: "she said on Sunday"."""
        end = when.start - self.start
        return bool(_SAID.search(self.text[max(0, end - _BEFORE) : end]))


@dataclass(frozen=True, slots=True)
class _Story:
    """What the report has said so far, for sentences that leave it out."""

    paragraph: int = -1
    place: Located | None = None
    """Of this paragraph."""
    day: When | None = None
    """Of this paragraph."""
    first_day: When | None = None
    """Of the whole report."""
    violence: Trigger | None = None
    """The last words that said what kind of violence it was."""

    def in_paragraph(self, number: int) -> _Story:
        if number == self.paragraph:
            return self
        return replace(self, paragraph=number, place=None, day=None)

    def after(self, sentence: _Sentence, candidates: list[Trigger]) -> _Story:
        # A country is too wide to be lent.
        stated = [
            place for place in sentence.places if place.stance is Stance.STATED and place.fineness
        ]
        telling = sorted(candidates, key=lambda trigger: (trigger.generic, trigger.start))
        violent = [
            trigger
            for trigger in telling
            if SUB_EVENT_TYPES[trigger.sub_event_type] in _VIOLENCE
            and not (trigger.generic and (self.violence or trigger.sub_event_type == "Attack"))
        ]
        return replace(
            self,
            place=max(stated, key=lambda place: place.fineness, default=None) or self.place,
            day=sentence.day or self.day,
            first_day=self.first_day or sentence.day,
            violence=violent[0] if violent else self.violence,
        )


def _event(
    document: Document, sentence: _Sentence, candidates: list[Trigger], story: _Story
) -> Event | None:
    located, lent = _place(sentence, story)
    if not candidates or located is None or located.resolution.place is None:
        return None
    trigger = _nearest(candidates, sentence, None if lent else located)
    casualties = count(sentence.text)
    if casualties == Casualties() and _says_too_little(
        sentence, trigger, story, located, lent=lent
    ):
        return None
    when, day_reason, day_share = _day(sentence, story, trigger)
    sub_type, type_reason = trigger.sub_event_type, f"“{trigger.text}” reports the event"
    if trigger.generic and story.violence is not None:
        sub_type = story.violence.sub_event_type
        type_reason += f", “{story.violence.text}” before it says of what type"
    resolution = located.resolution
    where = "it stands in the paragraph" if lent else "it stands in the sentence"
    confidence = resolution.confidence * (0.6 if lent else 1.0) * day_share
    return Event(
        id=_identity(document.id, sentence.start, sub_type, located.resolution.place.id),
        event_type=SUB_EVENT_TYPES[sub_type],
        sub_event_type=sub_type,
        status=status_of(sentence.text, trigger, when, document.published),
        when=when,
        resolution=replace(resolution, confidence=round(resolution.confidence, 3)),
        actors=acting(sentence.text, trigger.start),
        casualties=casualties,
        quote=sentence.text,
        quote_start=sentence.start,
        quote_end=sentence.start + len(sentence.text),
        document_id=document.id,
        confidence=round(confidence, 3),
        reason=f"{resolution.reason}; {where}; {type_reason}; {day_reason}",
    )


def _says_too_little(
    sentence: _Sentence, trigger: Trigger, story: _Story, located: Located, *, lent: bool
) -> bool:
    """Tell whether a trigger without a count is too little: "since the airstrikes"."""
    day = sentence.day
    if trigger.sub_event_type == "Other" or (lent and day is None):
        return True
    if _harks_back(sentence.text, trigger):
        return True
    if trigger.generic and story.violence is None:
        return True
    exact = located.stance is Stance.STATED and not lent and day is not None
    return (trigger.generic or trigger.bare) and not exact


def _harks_back(sentence: str, trigger: Trigger) -> bool:
    known = _KNOWN_ONE.search(sentence[: trigger.start])
    if known is None or not _NOUN.search(trigger.text):
        return False
    # "said that shells fell": no demonstrative.
    return not (known.group().lower().startswith("that") and trigger.text.lower().endswith("s"))


def _place(sentence: _Sentence, story: _Story) -> tuple[Located | None, bool]:
    """Give the place of the sentence's event, and whether the paragraph had to lend it."""
    stated = [place for place in sentence.places if place.stance is Stance.STATED]
    open_ones = [place for place in sentence.places if place.stance is Stance.OPEN]
    finest = max(
        stated or open_ones, key=lambda place: (place.fineness, -place.start), default=None
    )
    lent = story.place
    if finest is None or lent is None or finest.fineness > 0:
        return (finest, False) if finest else (lent, lent is not None)
    if finest.resolution.place is None or lent.resolution.place is None:
        return finest, False
    # "Nine were killed in Syria" tells less than the town that was named before.
    if lent.resolution.place.country == finest.resolution.place.country:
        return lent, True
    return finest, False


def _nearest(candidates: list[Trigger], sentence: _Sentence, located: Located | None) -> Trigger:
    """Choose the trigger nearest to the place, the more specific of near ones."""
    telling = [trigger for trigger in candidates if not trigger.generic] or candidates
    if located is None:
        return min(telling, key=lambda trigger: trigger.rank)
    at = located.start - sentence.start

    def distance(trigger: Trigger) -> tuple[int, int]:
        gap = max(trigger.start - at, at - trigger.end, 0)
        between = sentence.text[min(trigger.end, at) : max(trigger.start, at)]
        clauses = len(CLAUSE_BREAK.findall(between)) if gap else 0
        return clauses + gap // 25, trigger.rank

    return min(telling, key=distance)


def _day(  # noqa: PLR0911  (a ladder of places to look)
    sentence: _Sentence, story: _Story, trigger: Trigger
) -> tuple[When | None, str, float]:
    """Give the event's date, why it is that one, and how sure that is (0 to 1)."""
    at = sentence.start + trigger.start
    if own := sentence.days:
        when = min(own, key=lambda when: max(when.start - at, at - when.end, 0))
        if when.first is None:
            return when, f"“{when.text}” stays open: {when.anchor}", 0.8
        if sentence.is_of_statement(when):
            return when, f"it was said “{when.text}”, and no other day is named", 0.8
        return when, f"“{when.text}” dates it, from {when.anchor}", 1.0
    if background := [when for when in sentence.whens if when.first]:
        when = background[0]
        return when, f"“{when.text}” is background, and the only date there", 0.6
    if story.day is not None:
        return story.day, f"the paragraph's “{story.day.text}” dates it", 0.7
    if story.first_day is not None:
        when = story.first_day
        return when, f"the report's first date, “{when.text}”, dates it", 0.5
    return None, "nothing in the report dates it", 0.5


def _identity(*parts: object) -> str:
    content = "\0".join(str(part) for part in parts)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
