"""Events of a document: each happening with its place, its day, its counts and its actors.

A country or a capital that acts ("Ankara said") is no place of an event. Words that say
only that people were harmed ("nine were killed in the attack") take the type of the
violence that the report last told of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.events.actors import Actor, find, roles
from geo.events.casualties import sum_up
from geo.events.dating import coming, day
from geo.events.happenings import Happening, happenings, harks_back
from geo.events.merging import merge
from geo.events.ontology import SUB_EVENT_TYPES
from geo.events.passages import Passage, passages
from geo.events.places import Stance
from geo.events.placing import Placed, place
from geo.events.quoting import evidence
from geo.events.status import status_of
from geo.events.story import Story
from geo.model import Casualties, Document, Event, Resolution, Toll, Toponym, When
from geo.text import content_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.events.triggers import Trigger


SecondLook = Callable[[Toponym], Resolution]
"""Looks for a name that was not recognised, but stands where a place would."""


def extract(
    document: Document,
    resolutions: Sequence[Resolution],
    whens: Sequence[When],
    second_look: SecondLook | None = None,
) -> list[Event]:
    """Find the events of a document.

    Parameters
    ----------
    document : Document
    resolutions : sequence of Resolution
        The document's places, in order.
    whens : sequence of When
        The document's dates, in order.
    second_look : callable, optional
        Asked for names in the sentences of events that stand where a place would
        ("a landslide in Rosas") and were not believed to be one.

    Returns
    -------
    list of Event
        In the order of the text; the quote of each is its sentence as written. One
        that no place is known of has a resolution that says so.
    """
    found: list[Event] = []
    story = Story()
    for each in passages(document.text, resolutions, whens):
        story = story.in_paragraph(each.paragraph)
        told, passage = happenings(each), each
        if told and passage.unplaced and second_look is not None:
            passage = passage.looked_at(second_look)
        named = find(passage.text) if told else []
        before = len(found)
        for happening in told:
            alone = len(told) == 1
            found += _events(document, passage, happening, story, named, alone=alone)
        days = {
            event.sub_event_type: event.when
            for event in found[before:]
            if event.when and event.when in passage.whens and event.status == "reported"
        }
        agents = [event.actors[0] for event in found[before:] if event.actors]
        story = story.after(passage, told, days, agents[0] if agents else None)
    return merge(found)


def unused(resolutions: Sequence[Resolution], events: Sequence[Event]) -> Iterator[Resolution]:
    """Yield the places that no event stands at: mentions, but for adjectives and peoples."""
    taken = {(event.resolution.toponym.start, event.resolution.toponym.end) for event in events}
    for resolution in resolutions:
        toponym = resolution.toponym
        if not toponym.demonym and (toponym.start, toponym.end) not in taken:
            yield resolution


def _events(
    document: Document,
    passage: Passage,
    happening: Happening,
    story: Story,
    named: Sequence[Actor],
    *,
    alone: bool,
) -> Iterator[Event]:
    trigger = happening.trigger
    actors = roles(passage.text, named, trigger.start, trigger.end)
    type_words, type_reason = _shifted(trigger, passage), f"“{trigger.text}” reports the event"
    if _hangs_on_before(trigger, actors[0], story) and story.violence is not None:
        type_words = story.violence
        type_reason += f", “{type_words.text}” before it says of what type"
    sub_type = type_words.sub_event_type
    when, day_reason, day_share = day(happening, passage, story, story.days.get(sub_type))
    status, status_words = status_of(passage.text, trigger, when, document.published)
    if status in _NOT_YET and when is not None:
        if when not in passage.whens or (status == "planned" and passage.is_of_statement(when)):
            when, day_reason, day_share = None, "no day is named for it", 0.8
        elif status == "planned":
            when = coming(when, document.published)
    placed: list[Placed | None] = [*place(happening, passage, story, alone=alone)]
    for each in placed or [None]:
        casualties = _casualties(passage, each.tolls if each else happening.tolls)
        if not (status == "denied" and story.violence and each) and _says_too_little(
            passage, happening, story, each, casualties
        ):
            continue
        resolution = each.place.resolution if each else _nowhere(passage, trigger)
        confidence = resolution.confidence * (each.share if each else 1.0) * day_share
        where = each.why if each else "the report names no place for it"
        yield Event(
            id=content_id(
                document.id,
                passage.start + trigger.start,
                sub_type,
                resolution.place.id if resolution.place else "",
            ),
            event_type=SUB_EVENT_TYPES[sub_type],
            sub_event_type=sub_type,
            status=status,
            when=when,
            resolution=replace(resolution, confidence=round(resolution.confidence, 3)),
            place_lent=bool(each and each.lent),
            actors=tuple(each.name if each else None for each in actors) if any(actors) else (),
            casualties=casualties,
            quote=passage.text,
            quote_start=passage.start,
            quote_end=passage.start + len(passage.text),
            document_id=document.id,
            confidence=round(confidence, 3),
            reason="; ".join(filter(None, (resolution.reason, where, type_reason, day_reason))),
            evidence=evidence(
                document,
                sub_event_type=(type_words.start, type_words.end),
                status=_in_document(status_words, passage),
                resolution=resolution,
                when=when,
                actors=[
                    _in_document((each.start, each.end), passage) if each else None
                    for each in actors
                ],
                casualties=casualties,
            ),
        )


def _hangs_on_before(trigger: Trigger, agent: Actor | None, story: Story) -> bool:
    """Tell whether an earlier sentence says of what type it was: "nine people were killed".

    Who is named as the one that acts does a thing of their own: "gunmen killed nine".
    """
    vague = trigger.generic and trigger.strength < _SAYS_ENOUGH
    return vague and (agent is None or agent.name == story.agent)


def _in_document(span: tuple[int, int] | None, passage: Passage) -> tuple[int, int] | None:
    return None if span is None else (span[0] + passage.start, span[1] + passage.start)


def _shifted(trigger: Trigger, passage: Passage) -> Trigger:
    """Give a trigger with the offsets of the document."""
    start, end = trigger.start + passage.start, trigger.end + passage.start
    return replace(trigger, start=start, end=end)


def _nowhere(passage: Passage, trigger: Trigger) -> Resolution:
    """Give the open place of an event whose report names none."""
    at = passage.start + trigger.start
    return Resolution(Toponym(at, at, ""), None, 0.0, "")


def _casualties(passage: Passage, tolls: Sequence[Toll]) -> Casualties:
    shifted = [
        replace(toll, start=toll.start + passage.start, end=toll.end + passage.start)
        for toll in tolls
    ]
    return sum_up(shifted)


_SAYS_ENOUGH = 0.65
"""So strong words need no earlier sentence to say which kind of violence it was."""
_NOT_YET = frozenset({"planned", "threatened", "hypothetical"})
"""What has not happened has not the day of what has."""


def _harmed(casualties: Casualties) -> bool:
    """Tell whether anyone was; "no one was killed" counts, but tells of no event."""
    return any((casualties.fatalities_low, casualties.fatalities_high, casualties.injured,
                casualties.displaced, casualties.missing, casualties.captured))  # fmt: skip


def _says_too_little(
    passage: Passage,
    happening: Happening,
    story: Story,
    placed: Placed | None,
    casualties: Casualties,
) -> bool:
    """Tell whether words alone make no event: "since the airstrikes"."""
    trigger, dated = happening.trigger, passage.day is not None
    if happening.tolls and all(toll.total for toll in happening.tolls):
        return True  # "10 million have been displaced since 2023"
    if _harmed(casualties):
        return False
    if harks_back(passage.text, trigger) or (trigger.generic and story.violence is None):
        return True
    if placed is None or placed.lent:
        return not dated or trigger.generic or trigger.bare
    exact = placed.place.stance is Stance.STATED and dated
    return (trigger.generic or trigger.bare) and not exact
