"""A model's events beside our own: what both tell of is one event, and ours leads.

The model adds events that our words for events miss, and fills in what ours leave unknown.
It never changes a value that we read ourselves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.events.merging import merge, split
from geo.events.places import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.model import Casualties, Event, Evidence

    Refuse = Callable[[str, object, str], None]

_NUMBERS = (
    "fatalities", "fatalities_low", "fatalities_high", "injured", "displaced", "missing",
    "captured",
)  # fmt: skip


def joined(own: list[Event], proposed: Iterable[Event], model: str, refuse: Refuse) -> list[Event]:
    """Put a model's events to our own of the same document.

    Parameters
    ----------
    own : list of Event
        As :func:`geo.events.extract` gives them.
    proposed : iterable of Event
        Checked.
    model : str
        Its name, for the reasons.
    refuse : callable
        Called with the field, the value and the reason where the model differs from us.

    Returns
    -------
    list of Event
        Those that tell the same merged, as :func:`geo.events.merging.merge` does it.
    """
    tellings = [telling for event in own for telling in split(event)]
    before = list(tellings)
    for each in proposed:
        at = next((at for at, ours in enumerate(tellings) if _is_same(ours, each)), None)
        if at is None:
            tellings.append(each)
        else:
            _tell_differences(tellings[at], each, refuse)
            tellings[at] = _filled(tellings[at], each, model)
    if tellings == before:
        return own
    return merge(sorted(tellings, key=lambda event: event.quote_start))


def _is_same(ours: Event, other: Event) -> bool:
    """Tell whether two events of one document are one: the same people, or the same deed."""
    if ours.quote_start >= other.quote_end or other.quote_start >= ours.quote_end:
        return False
    if _counts_the_same(ours.casualties, other.casualties):
        return True  # no one is counted twice, whatever the deed is called
    here, there = ours.resolution.place, other.resolution.place
    return ours.sub_event_type == other.sub_event_type and (
        here is None
        or there is None
        or here.id == there.id
        or inside(here, there)
        or inside(there, here)
    )


def _counts_the_same(one: Casualties, other: Casualties) -> bool:
    if not (_counts(one) and _counts(other)):
        return False
    if not (one.tolls and other.tolls):
        return True
    return any(
        left.start < right.end and right.start < left.end
        for left in one.tolls
        for right in other.tolls
    )


def _counts(harmed: Casualties) -> bool:
    return bool(harmed.tolls) or any(getattr(harmed, name) is not None for name in _NUMBERS)


def _tell_differences(ours: Event, other: Event, refuse: Refuse) -> None:
    if other.sub_event_type != ours.sub_event_type:
        refuse("sub_event_type", other.sub_event_type, f"we read the same as {ours.sub_event_type}")
    here, there = ours.resolution.place, other.resolution.place
    if here and there and here.id != there.id:
        refuse("place", there.name, f"we place the same event at {here.name}")
    if ours.when and other.when and _days(ours) != _days(other):
        refuse("date", other.when.text, f"we date the same event by “{ours.when.text}”")
    for column, field in (("fatalities", "killed"), ("injured", "injured")):
        value = getattr(other.casualties, column)
        if (
            value is not None
            and _counts(ours.casualties)
            and value != getattr(ours.casualties, column)
        ):
            refuse(field, value, "we count otherwise for the same event")


def _days(event: Event) -> tuple[object, object]:
    when = event.when
    return (when.first, when.last) if when else (None, None)


def _filled(ours: Event, other: Event, model: str) -> Event:
    """Fill what we do not know of an event with what the model does, evidence included."""
    filled, names, columns = ours, list[str](), set[str]()
    if ours.resolution.place is None and other.resolution.place is not None:
        filled = replace(
            filled,
            resolution=other.resolution,
            place_lent=other.place_lent,
            confidence=other.confidence,
        )
        names.append("place")
        columns.add("location")
    if ours.when is None and other.when is not None:
        filled = replace(filled, when=other.when)
        names.append("date")
        columns.add("date_start")
    if not _counts(ours.casualties) and _counts(other.casualties):
        filled = replace(filled, casualties=other.casualties)
        names.append("counts")
        columns |= {"fatalities", "injured"}
    if not ours.actors and other.actors:
        filled = replace(filled, actors=other.actors)
        names.append("actors")
        columns |= {"actor1", "actor2"}
    if not names:
        return ours
    reason = f"{' and '.join(names)} proposed by {model}, checked against the text"
    return replace(
        filled,
        reason="; ".join(filter(None, (ours.reason, reason))),
        evidence=_with(ours.evidence, [each for each in other.evidence if each.field in columns]),
    )


def _with(known: tuple[Evidence, ...], more: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted({*known, *more}, key=lambda each: (each.start, each.field)))
