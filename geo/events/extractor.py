"""One event a sentence: a trigger, the place it happened at, its day, its counts.

The place is looked for in the sentence, then earlier in the paragraph; the day in the
sentence, then in the paragraph, then in the first paragraph, each step at a lower
confidence and with its reason. A country or a capital that acts ("Ankara said") is no
place of an event. Words that say only that people were harmed ("nine were killed in
the attack") take the type of the violence that the report last told of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.dates import HEAD
from geo.events.actors import acting
from geo.events.casualties import count
from geo.events.ontology import BATTLES, CIVILIANS, EXPLOSIONS, SUB_EVENT_TYPES
from geo.events.places import Located, Stance, locate
from geo.events.status import CLAUSE_BREAK, status_of
from geo.events.triggers import Trigger, triggers
from geo.model import Casualties, Document, Event, Resolution, When
from geo.text import content_id, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_VIOLENCE = frozenset({BATTLES, EXPLOSIONS, CIVILIANS})
_KNOWN_ONE = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|his|any|no)\s+(?:(?!the\b|these\b|those\b)\w+\s+)?$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:s|ing|ike|ack|ive|aign|raid|ash|ush|ade|ire|deal|ment|ion|uce)$", re.IGNORECASE
)
_LONGEST = 2000
"""A sentence of more characters is cut."""
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
    found = []
    story = _Story()
    for sentence in _sentences(document.text, locate(document.text, resolutions), whens):
        candidates = triggers(sentence.text)
        story = story.in_paragraph(sentence.paragraph)
        event = _event(document, sentence, candidates, story)
        if event is not None:
            found.append(event)
        story = story.after(sentence, candidates)
    return found


def unused(resolutions: Sequence[Resolution], events: Sequence[Event]) -> Iterator[Resolution]:
    """Yield the places that no event stands at: mentions, but for adjectives and peoples."""
    taken = {(event.resolution.toponym.start, event.resolution.toponym.end) for event in events}
    for resolution in resolutions:
        toponym = resolution.toponym
        if not toponym.demonym and (toponym.start, toponym.end) not in taken:
            yield resolution


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    start: int
    paragraph: int
    """How many line breaks stand before it."""
    places: Sequence[Located]
    whens: Sequence[When]

    @property
    def days(self) -> list[When]:
        """The dates that may be an event's; the day of a statement only if no other is."""
        own = [when for when in self.whens if when.role == "event"]
        return [when for when in own if not self.is_of_statement(when)] or own

    @property
    def day(self) -> When | None:
        """The first of those that is known."""
        return next((when for when in self.days if when.first), None)

    @property
    def head(self) -> When | None:
        """The report's own date, where it stands before the sentence."""
        return next((when for when in self.whens if when.anchor == HEAD and when.first), None)

    def is_of_statement(self, when: When) -> bool:
        """Tell whether a date says when something was said: "she said on Sunday"."""
        end = when.start - self.start
        return bool(_SAID.search(self.text[max(0, end - _BEFORE) : end]))


def _sentences(text: str, places: Sequence[Located], whens: Sequence[When]) -> Iterator[_Sentence]:
    """Yield the sentences of a text, each with its places and dates."""
    place_starts = [place.start for place in places]
    when_starts = [when.start for when in whens]
    paragraph = counted = 0
    for whole_start, whole_end in sentences(text):
        for start, end in _pieces(text, whole_start, whole_end):
            paragraph, counted = paragraph + text.count("\n", counted, start), start
            here = slice(bisect_left(place_starts, start), bisect_left(place_starts, end))
            dated = slice(bisect_left(when_starts, start), bisect_left(when_starts, end))
            yield _Sentence(text[start:end], start, paragraph, places[here], whens[dated])


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long to be one sentence, behind a clause or else a word.

    Tables and lists without full stops come as sentences of any length. The search for
    triggers and counts compares all that stands in a sentence with all else there; so
    cut, a text costs no more than its length.
    """
    while end - start > _LONGEST:
        stop = start + _LONGEST
        cut = max(text.rfind(mark, start + _LONGEST // 2, stop) for mark in (",", ";", ":"))
        if cut < 0:
            cut = text.rfind(" ", start + _LONGEST // 2, stop)
        stop = cut + 1 if cut >= 0 else stop
        piece = text[start:stop]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + len(piece.rstrip())
        start = stop
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if start < end:
        yield start, end


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
    head: When | None = None
    """The date that the report gives for itself: it dates what nothing else dates."""
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
            head=self.head or sentence.head,
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
    if not _harmed(casualties) and _says_too_little(sentence, trigger, story, located, lent=lent):
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
        id=content_id(document.id, sentence.start, sub_type, located.resolution.place.id),
        event_type=SUB_EVENT_TYPES[sub_type],
        sub_event_type=sub_type,
        status=status_of(sentence.text, trigger, when, document.published),
        when=when,
        resolution=replace(resolution, confidence=round(resolution.confidence, 3)),
        place_lent=lent,
        actors=acting(sentence.text, trigger.start),
        casualties=casualties,
        quote=sentence.text,
        quote_start=sentence.start,
        quote_end=sentence.start + len(sentence.text),
        document_id=document.id,
        confidence=round(confidence, 3),
        reason=f"{resolution.reason}; {where}; {type_reason}; {day_reason}",
    )


def _harmed(casualties: Casualties) -> bool:
    """Tell whether anyone was; "no one was killed" counts, but tells of no event."""
    counts = (casualties.fatalities_low, casualties.fatalities_high, casualties.injured,
              casualties.displaced)  # fmt: skip
    return any(counts)


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
    if finest is not None and finest.fineness == 0:
        # "Syria buried its dead; Idlib burned": a country is no place beside one within it.
        finest = _within(finest, open_ones) or finest
    if finest is None or lent is None or finest.fineness > 0:
        return (finest, False) if finest else (lent, lent is not None)
    if finest.resolution.place is None or lent.resolution.place is None:
        return finest, False
    # "Nine were killed in Syria" tells less than the town that was named before.
    if lent.resolution.place.country == finest.resolution.place.country:
        return lent, True
    return finest, False


def _within(country: Located, others: Sequence[Located]) -> Located | None:
    """Give the finest of other places that lie in a country."""
    code = country.resolution.place.country if country.resolution.place else None
    inner = [
        other
        for other in others
        if other.fineness and other.resolution.place and other.resolution.place.country == code
    ]
    return max(inner, key=lambda place: (place.fineness, -place.start), default=None)


def _nearest(candidates: list[Trigger], sentence: _Sentence, located: Located | None) -> Trigger:
    """Choose the trigger nearest to the place, the more specific of near ones."""
    telling = [trigger for trigger in candidates if not trigger.generic] or candidates
    if located is None:
        return max(telling, key=lambda trigger: trigger.strength)
    at = located.start - sentence.start
    breaks = [match.start() for match in CLAUSE_BREAK.finditer(sentence.text)]

    def distance(trigger: Trigger) -> tuple[int, float]:
        gap = max(trigger.start - at, at - trigger.end, 0)
        left, right = min(trigger.end, at), max(trigger.start, at)
        clauses = bisect_left(breaks, right) - bisect_left(breaks, left) if gap else 0
        return clauses + gap // 25, -trigger.strength

    return min(telling, key=distance)


def _day(  # noqa: PLR0911  (a ladder of places to look)
    sentence: _Sentence, story: _Story, trigger: Trigger
) -> tuple[When | None, str, float]:
    """Give the event's date, why it is that one, and how sure that is (0 to 1)."""
    start, end = sentence.start + trigger.start, sentence.start + trigger.end
    if own := sentence.days:
        when = min(own, key=lambda when: max(when.start - end, start - when.end, 0))
        if when.first is None:
            return when, f"“{when.text}” stays open: {when.anchor}", 0.8
        if sentence.is_of_statement(when):
            return when, f"it was said “{when.text}”, and no other day is named", 0.8
        anchor = when.anchor if when.anchor.startswith("counted") else f"from {when.anchor}"
        return when, f"“{when.text}” dates it, {anchor}", 1.0
    if background := [when for when in sentence.whens if when.first and when.anchor != HEAD]:
        when = background[0]
        return when, f"“{when.text}” is background, and the only date there", 0.6
    if story.day is not None:
        return story.day, f"the paragraph's “{story.day.text}” dates it", 0.7
    if story.first_day is not None:
        when = story.first_day
        return when, f"the report's first date, “{when.text}”, dates it", 0.5
    if head := sentence.head or story.head:
        return head, f"only the report's own date, “{head.text}”, dates it", 0.5
    return None, "nothing in the report dates it", 0.5
