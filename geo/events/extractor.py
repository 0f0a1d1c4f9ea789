"""One event a sentence: a trigger, the place it happened at, its day, its counts.

The place is looked for in the sentence, then earlier in the paragraph; the day in the
sentence, then in the paragraph, then in the first paragraph, each step at a lower
confidence and with its reason. A country or a capital that acts ("Ankara said") is no
place of an event.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.events.actors import acting
from geo.events.casualties import count
from geo.events.ontology import SUB_EVENT_TYPES
from geo.events.triggers import Trigger, triggers
from geo.model import Casualties, Document, Event, Resolution, When
from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_DIRECTIONS = (
    r"(?:north|south|east|west|northern|southern|eastern|western|central|north-?east(?:ern)?"
    r"|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?|rebel-held|besieged|nearby|neighbou?ring"
    r"|government-held|opposition-held|coastal|rural|war-torn)"
)
_NOUNS = r"(?:city|town|village|province|governorate|district|region|port|countryside|outskirts|suburbs?|area|camp|island|neighbou?rhood)s?"
_AT = re.compile(
    # "in", "in the northern city of", "near Sarmin and" …
    rf"\b(?:in|at|near|on|around|outside|inside|across|over|within|throughout|off|between|of|hit|struck|strike|strikes"
    rf"|bombed|shelled|captured|seized|retook|recaptured|entered|attacked|targeted|stormed|pounded|overran|besieged|left|raided|hitting|striking|targeting)"
    rf"\s+(?:the\s+)?(?:{_DIRECTIONS}(?:\s+and\s+|,?\s+)?){{0,3}}(?:\w+(?:ian|ish|i|ese)\s+)?(?:{_DIRECTIONS}\s+)?(?:(?:{_NOUNS})\s+of\s+)?$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"^\s*(?:,|,?\s+and|\s+or|,?\s+as\s+well\s+as)\s+(?:the\s+)?(?:nearby\s+|neighbou?ring\s+)?$", re.IGNORECASE)
_AWAY = re.compile(rf"\b(?:from|toward|towards|to|via|backed by|against|bound for)\s+(?:the\s+)?(?:{_DIRECTIONS}\s+)?(?:(?:{_NOUNS})\s+of\s+)?$", re.IGNORECASE)
_SPEAKS = re.compile(
    r"^(?:[’']s)?\s+(?:said|says|has|had|have|was|is|were|and \w+ (?:said|agreed)|accused|denied|demanded|asked|called|wants|wanted|claimed"
    r"|agreed|backed|backs|insisted|blamed|vowed|threatened|warned|began|launched|shot|carried|responded|would|will|can|could|may|might)\b"
)
_ORGANISATION = re.compile(
    r"^(?:[’']s)?\s+(?:regime|government|authorities|officials|police|University|Observatory|Center|Centre|Times|Post|Institute|Ministry|Council|Army|Red|National|Democratic"
    r"|Defen[cs]e|Broadcasting|Agency|Journal|Network|Front|Party|Workers)\b"
)
_NEGATED = re.compile(r"\b(?:den(?:y|ies|ied)|rejected (?:claims|reports|accusations)|no evidence|did not|was not|were not|never)\b", re.IGNORECASE)
_THREAT = re.compile(r"\b(?:threaten(?:ed|s|ing)?|vow(?:ed|s|ing)?|warn(?:ed|s|ing) (?:that|it|they|of))\b", re.IGNORECASE)
_PLAN = re.compile(r"\b(?:will|shall|plan(?:s|ned)? to|planning|scheduled|due to|set to|preparing to|would begin|ahead of)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|could|might|may|would|whether|risk\w*|fear(?:s|ed)?|call(?:ed|s|ing)? (?:for|on)|urg(?:ed|es|ing)|demand\w*|asked|wants?)\b", re.IGNORECASE)
_BARE = frozenset(
    "attack attacks offensive battle hit struck raid died assault attacker attackers fighting kills"
    " dead missiles missile rockets artillery mortars".split()  # noqa: SIM905
)
"""Triggers that say too little unless people are counted."""
_KNOWN_ONE = re.compile(r"\b(?:the|this|that|these|those|such|its|their|his|any|no)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NOUN = re.compile(r"(?:s|ing|ike|ack|ive|aign|raid|ash|ush|ade|ire|deal|ment|ion|uce)$", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?<!began )(?<!managed )(?<!able )(?<!forced )(?<!started )\bto\s+$", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(r"[,;:–—]|\b(?:while|after|as|which|when|but|although|because)\b", re.IGNORECASE)


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
    places = _located(document.text, resolutions)
    found = []
    paragraph = _Paragraph(-1, None, None)
    lead: When | None = None
    for start, end in sentences(document.text):
        number = document.text.count("\n", 0, start)
        if number != paragraph.number:
            paragraph = _Paragraph(number, None, None)
        sentence = _Sentence(
            document.text[start:end],
            start,
            [place for place in places if start <= place.start < end],
            [when for when in whens if start <= when.start < end],
        )
        event = _event(document, sentence, paragraph, lead)
        if event is not None:
            found.append(event)
        paragraph = paragraph.after(sentence)
        lead = lead or sentence.day
    return found


@dataclass(frozen=True, slots=True)
class _Located:
    """A resolved mention, with how it stands in its sentence."""

    resolution: Resolution
    start: int
    end: int
    stance: int
    """2: said to be where it happens, 1: open, 0: acts, speaks or is elsewhere."""

    @property
    def fineness(self) -> int:
        kind = self.resolution.place.kind if self.resolution.place else ""
        return {"A.PCLI": 0, "L.CONT": 0, "A.ADM1": 2, "A.ADM2": 3}.get(kind, 4 if kind[:1] in "PS" else 1)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    start: int
    places: list[_Located]
    whens: list[When]

    @property
    def day(self) -> When | None:
        """The first date that may be an event's."""
        return next((when for when in self.whens if when.role == "event" and when.first), None)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What the paragraph has said so far, for sentences that leave it out."""

    number: int
    place: _Located | None
    day: When | None

    def after(self, sentence: _Sentence) -> _Paragraph:
        stated = [place for place in sentence.places if place.stance == 2]  # noqa: PLR2004  (see _Located)
        finest = max(stated, key=lambda place: place.fineness, default=None)
        return _Paragraph(self.number, finest or self.place, sentence.day or self.day)


def _located(text: str, resolutions: Sequence[Resolution]) -> list[_Located]:
    found: list[_Located] = []
    for resolution in resolutions:
        if resolution.place is None:
            continue
        start, end = resolution.toponym.start, resolution.toponym.end
        found.append(_Located(resolution, start, end, _stance(text, resolution, found)))
    return found


def _stance(text: str, resolution: Resolution, earlier: list[_Located]) -> int:
    start, end = resolution.toponym.start, resolution.toponym.end
    before, behind = text[max(0, start - 80) : start], text[end : end + 40]
    if _ORGANISATION.match(behind):
        return 0
    if _AT.search(before):
        return 2
    if earlier and earlier[-1].stance == 2 and _ALSO.match(text[earlier[-1].end : start]):  # noqa: PLR2004
        return 2
    if _AWAY.search(before):
        return 0
    coarse = resolution.place is not None and resolution.place.kind in {"A.PCLI", "L.CONT"}
    capital = resolution.place is not None and resolution.place.population > 500_000  # noqa: PLR2004  (capitals speak for states)
    if coarse or (capital and _SPEAKS.match(behind)):
        return 0
    return 1


def _event(
    document: Document, sentence: _Sentence, paragraph: _Paragraph, lead: When | None
) -> Event | None:
    candidates = triggers(sentence.text)
    if not candidates:
        return None
    located, inherited = _place(sentence, paragraph)
    if located is None or located.resolution.place is None:
        return None
    trigger = _nearest(candidates, sentence, None if inherited else located)
    when, day_reason, day_confidence = _day(sentence, paragraph, lead, trigger)
    casualties = count(sentence.text)
    place = located.resolution.place
    counted = casualties != Casualties()
    if not counted and (_says_too_little(sentence, trigger) or (inherited and sentence.day is None)):
        return None
    confidence = located.resolution.confidence * (0.6 if inherited else 1.0) * day_confidence
    where = "in the paragraph" if inherited else "in the sentence"
    reason = (
        f"{located.resolution.reason}; it stands {where}; “{trigger.text}” reports the event;"
        f" {day_reason}"
    )
    return Event(
        id=_identity(document.id, sentence.start, trigger.sub_event_type, place.id),
        event_type=SUB_EVENT_TYPES[trigger.sub_event_type],
        sub_event_type=trigger.sub_event_type,
        status=_status(sentence.text, trigger, when, document.published),
        when=when,
        resolution=replace(located.resolution, confidence=round(located.resolution.confidence, 3)),
        actors=acting(sentence.text, trigger.start),
        casualties=casualties,
        quote=sentence.text,
        quote_start=sentence.start,
        quote_end=sentence.start + len(sentence.text),
        document_id=document.id,
        confidence=round(confidence, 3),
        reason=reason,
    )


def _says_too_little(sentence: _Sentence, trigger: Trigger) -> bool:
    """Tell whether a trigger without a count only harks back: "since the airstrikes"."""
    if trigger.text.lower() in _BARE or trigger.sub_event_type == "Other":
        return True
    return bool(_KNOWN_ONE.search(sentence.text[: trigger.start]) and _NOUN.search(trigger.text))


def _place(sentence: _Sentence, paragraph: _Paragraph) -> tuple[_Located | None, bool]:
    """Give the place of the sentence's event, and whether the paragraph had to lend it."""
    stated = [place for place in sentence.places if place.stance == 2]  # noqa: PLR2004
    open_ones = [place for place in sentence.places if place.stance == 1]
    finest = max(stated or open_ones, key=lambda place: (place.fineness, -place.start), default=None)
    lent = paragraph.place
    if finest is not None and (finest.fineness > 0 or lent is None):
        return finest, False
    if finest is not None and lent is not None and lent.resolution.place and finest.resolution.place:
        same_country = lent.resolution.place.country == finest.resolution.place.country
        return (lent, True) if same_country else (finest, False)
    return lent, lent is not None


def _nearest(candidates: list[Trigger], sentence: _Sentence, located: _Located | None) -> Trigger:
    """Choose the trigger nearest to the place, the more specific of near ones."""
    if located is None:
        return min(candidates, key=lambda trigger: trigger.rank)
    at = located.start - sentence.start

    def distance(trigger: Trigger) -> tuple[int, int]:
        gap = max(trigger.start - at, at - trigger.end, 0)
        between = sentence.text[min(trigger.end, at) : max(trigger.start, at)]
        clauses = len(_CLAUSE_BREAK.findall(between)) if gap else 0
        return clauses + gap // 25, trigger.rank

    return min(candidates, key=distance)


def _day(
    sentence: _Sentence, paragraph: _Paragraph, lead: When | None, trigger: Trigger
) -> tuple[When | None, str, float]:
    """Give the event's date, why it is that one, and how sure that is (0 to 1)."""
    at = sentence.start + trigger.start
    own = [when for when in sentence.whens if when.role == "event"]
    if own:
        when = min(own, key=lambda when: max(when.start - at, at - when.end, 0))
        if when.first is None:
            return when, f"“{when.text}” stays open: {when.anchor}", 0.8
        return when, f"“{when.text}” dates it, from {when.anchor}", 1.0
    if background := [when for when in sentence.whens if when.first]:
        when = background[0]
        return when, f"“{when.text}” is background, and the only date there", 0.6
    if paragraph.day is not None:
        return paragraph.day, f"the paragraph's “{paragraph.day.text}” dates it", 0.7
    if lead is not None:
        return lead, f"the report's first date, “{lead.text}”, dates it", 0.5
    return None, "nothing in the report dates it", 0.5


def _status(sentence: str, trigger: Trigger, when: When | None, published: date | None) -> str:
    before = sentence[: trigger.start]
    broken = list(_CLAUSE_BREAK.finditer(before))
    clause = before[broken[-1].end() :] if broken else before
    near = sentence[max(0, trigger.start - 70) : trigger.end + 30]
    if _NEGATED.search(clause) or re.search(r"\bden(?:y|ies|ied)\b", near, re.IGNORECASE):
        return "denied"
    if _THREAT.search(before):
        return "threatened"
    if _PLAN.search(clause):
        return "planned"
    if _IF.search(clause) or _INFINITIVE.search(before):
        return "hypothetical"
    if when is not None and when.last and published and when.first:
        if when.first > published:
            return "planned"
        if when.role == "context" or (published - when.last).days > 180:  # noqa: PLR2004  (half a year is no news)
            return "historical"
    return "reported"


def _identity(*parts: object) -> str:
    content = "\0".join(str(part) for part in parts)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def unused(resolutions: Sequence[Resolution], events: Sequence[Event]) -> Iterator[Resolution]:
    """Yield the places that no event stands at: mentions."""
    taken = {(event.resolution.toponym.start, event.resolution.toponym.end) for event in events}
    for resolution in resolutions:
        if (resolution.toponym.start, resolution.toponym.end) not in taken:
            yield resolution
