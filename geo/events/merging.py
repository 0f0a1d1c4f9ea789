"""The same event told twice becomes one, with all its quotes; nothing of either is lost.

Two tellings are of one event if their sub-type and status are the same, their days at most
one apart, their places within 25 km or one inside the other, and their counts of the dead
may both be true. Within one report, which names its places with care, two towns are two
events however near they lie.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from geo.events.places import fineness, inside
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from geo.model import Casualties, Event, Evidence


NEAR_KM = 25.0
"""How far apart two reports may put the same event."""
_ANOTHER = re.compile(
    r"\b(?:(?:a|the)\s+(?:second|third|fourth|further|separate|new|later)|another|separately)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_LONGEST_DAYS = 7
"""A longer interval is of another event unless it is the very same."""
_STILL_ONE = 3
"""Tellings of one event may differ by so many dead, or by as many again."""
_CANDIDATES = 200
_TELLINGS = 16
"""How many groups a telling is compared with, and how many tellings of each: the latest."""


def merge(events: Iterable[Event]) -> list[Event]:
    """Merge tellings of the same event.

    Parameters
    ----------
    events : iterable of Event
        Of one report or of many.

    Returns
    -------
    list of Event
        In the order of their first tellings. One that was merged holds its tellings in
        ``merged`` and the reason in ``merge_reason``; :func:`split` gives them back.
    """
    groups = _Groups()
    for event in events:
        groups.add(split(event))
    return [_joined(group) for group in groups]


def split(event: Event) -> tuple[Event, ...]:
    """Give the tellings of an event as they were before :func:`merge`."""
    return event.merged or (event,)


class _Groups:
    """Tellings by event; only those of like kind, day and country are compared."""

    def __init__(self) -> None:
        self._all: list[list[Event]] = []
        self._drawers: dict[tuple[object, ...], list[list[Event]]] = defaultdict(list)

    def __iter__(self) -> Iterator[list[Event]]:
        return iter(self._all)

    def add(self, tellings: tuple[Event, ...]) -> None:
        """Put tellings that are one event to others of it, or else by themselves.

        What was merged before stays together: to deal its tellings out again could give
        another answer, since each of them went to the nearest of the events of its time.
        """
        keys = dict.fromkeys(chain.from_iterable(map(_keys, tellings)))
        drawers = [self._drawers[key] for key in keys]
        group = self._found(tellings, drawers)
        if group is None:
            group = []
            self._all.append(group)
        group.extend(tellings)
        for drawer in drawers:
            if not any(each is group for each in drawer[-_CANDIDATES:]):
                drawer.append(group)

    @staticmethod
    def _found(tellings: tuple[Event, ...], drawers: list[list[list[Event]]]) -> list[Event] | None:
        """Give the nearest group that tellings fit, the first one of several."""
        found, least = None, float("inf")
        seen: set[int] = set()
        for group in chain.from_iterable(drawer[-_CANDIDATES:] for drawer in drawers):
            if id(group) in seen:
                continue
            seen.add(id(group))
            # The latest first: what stands in the same sentence is told apart at once.
            latest = (*group[: -_TELLINGS - 1 : -1], group[0])
            if all(_alike(one, other) for one in tellings for other in latest):
                apart = _apart(tellings[0], group[0])
                if apart < least:
                    found, least = group, apart
                if not apart:
                    break
        return found


def _keys(event: Event) -> Iterator[tuple[object, ...]]:
    """Yield the drawers in which a telling may meet another of its event."""
    place = event.resolution.place
    for day in _days(event):
        kind = (event.sub_event_type, _standing(event), day)
        if place is None:
            yield (*kind, event.document_id)
        else:
            yield (*kind, place.id)
            yield (*kind, place.country)


def _days(event: Event) -> Iterator[int | None]:
    when = event.when
    if when is None or when.first is None or when.last is None:
        yield None
        return
    first, last = when.first.toordinal(), when.last.toordinal()
    if last - first >= _LONGEST_DAYS:
        yield first
    else:
        yield from range(first - 1, last + 2)


def _standing(event: Event) -> str:
    """Give what two tellings must have in common: an old event stays the same one."""
    return "reported" if event.status == "historical" else event.status


def _alike(one: Event, other: Event) -> bool:
    same_report = one.document_id == other.document_id
    if same_report and (_is_another(one) or _is_another(other)):
        return False
    if same_report and one.quote_start == other.quote_start:
        return False  # listed side by side
    return (
        _same_time(one, other, same_report=same_report)
        and _same_place(one, other, same_report=same_report)
        and _both_true(one.casualties, other.casualties)
    )


def _is_another(event: Event) -> bool:
    """Tell whether its sentence says that it is one more: "a second bomb", "another raid"."""
    words = next((each for each in event.evidence if each.field == "sub_event_type"), None)
    if words is None or not event.quote_start <= words.start < event.quote_end:
        return False
    return _ANOTHER.search(event.quote, 0, words.start - event.quote_start) is not None


def _same_time(one: Event, other: Event, *, same_report: bool) -> bool:
    left, right = _interval(one), _interval(other)
    if left is None or right is None:
        return same_report and left == right
    if max((end - start).days for start, end in (left, right)) >= _LONGEST_DAYS:
        return left == right
    own_days = same_report and _names_its_day(one) and _names_its_day(other)
    return max((left[0] - right[1]).days, (right[0] - left[1]).days) <= (0 if own_days else 1)


def _names_its_day(event: Event) -> bool:
    return any(
        each.field == "date_start" and event.quote_start <= each.start < event.quote_end
        for each in event.evidence
    )


def _interval(event: Event) -> tuple[date, date] | None:
    when = event.when
    if when is None or when.first is None or when.last is None:
        return None
    return when.first, when.last


def _same_place(one: Event, other: Event, *, same_report: bool) -> bool:
    left, right = one.resolution.place, other.resolution.place
    if left is None or right is None:
        return left is right and same_report
    if left.id == right.id:
        return True
    if inside(left, right) or inside(right, left):
        if same_report:
            return _tells_more(one, other) if inside(left, right) else _tells_more(other, one)
        # "In Syria" may be any of a day's events.
        return min(fineness(left), fineness(right)) > 0
    return not same_report and distance_km(left.lat, left.lon, right.lat, right.lon) <= NEAR_KM


def _tells_more(part: Event, whole: Event) -> bool:
    """Tell whether a part of a place is where it all was, not one of several scenes."""
    counted = _bounds(whole.casualties)
    return counted is None or _bounds(part.casualties) == counted or part.place_lent


def _both_true(one: Casualties, other: Casualties) -> bool:
    left, right = _bounds(one), _bounds(other)
    if left is None or right is None:
        return True
    low, high = sorted((left, right))
    return low[1] >= high[0] or high[0] <= 2 * low[1] + _STILL_ONE


def _bounds(harmed: Casualties) -> tuple[float, float] | None:
    if harmed.fatalities is None and harmed.fatalities_low is None:
        return None
    low = harmed.fatalities_low if harmed.fatalities_low is not None else harmed.fatalities or 0
    return low, float("inf") if harmed.fatalities_high is None else harmed.fatalities_high


def _apart(one: Event, other: Event) -> float:
    left, right = one.resolution.place, other.resolution.place
    if left is None or right is None or left.id == right.id:
        return 0.0
    return distance_km(left.lat, left.lon, right.lat, right.lon)


def _joined(tellings: list[Event]) -> Event:
    """Make one event of its tellings, the surest in front."""
    if len(tellings) == 1:
        return tellings[0]
    lead = max(tellings, key=_sureness)
    finest = max([lead, *tellings], key=lambda event: (not event.place_lent, _fineness(event)))
    dated = next((each for each in (lead, *tellings) if _interval(each)), lead)
    reports = len({event.document_id for event in tellings})
    return replace(
        lead,
        when=dated.when,
        resolution=finest.resolution,
        place_lent=finest.place_lent,
        actors=_actors([lead, *tellings]),
        casualties=_combined([lead, *(each for each in tellings if each is not lead)]),
        evidence=_evidence(lead, dated, finest, tellings),
        merged=tuple(tellings),
        merge_reason=(
            f"told {len(tellings)} times in {reports} report{'s' * (reports > 1)}: the same type, "
            f"{_distance(tellings)}, days at most one apart"
        ),
    )


def _actors(tellings: list[Event]) -> tuple[str | None, ...]:
    """Take each actor from the first telling that names one."""
    slots = [(*each.actors, None, None)[:2] for each in tellings]
    agent, patient = (
        next((slot[at] for slot in slots if slot[at] is not None), None) for at in (0, 1)
    )
    return (agent, patient) if agent or patient else ()


def _evidence(
    lead: Event, dated: Event, finest: Event, tellings: list[Event]
) -> tuple[Evidence, ...]:
    """Keep the words of each value from the telling that the value was taken of."""
    words = {
        "date_start": [each for each in dated.evidence if each.field == "date_start"],
        "location": [each for each in finest.evidence if each.field == "location"],
    }
    for telling in (lead, *tellings):
        told: dict[str, list[Evidence]] = {}
        for each in telling.evidence:
            told.setdefault(each.field, []).append(each)
        for field, spans in told.items():
            known = words.setdefault(field, [])
            # A range has its ends from several tellings.
            if not known or (field == "fatalities" and telling is not lead):
                known += spans
    return tuple(dict.fromkeys(each for spans in words.values() for each in spans))


def _sureness(event: Event) -> tuple[bool, bool, float]:
    return not event.place_lent, bool(event.casualties.tolls), event.confidence


def _fineness(event: Event) -> int:
    place = event.resolution.place
    return -1 if place is None else fineness(place)


def _distance(tellings: list[Event]) -> str:
    first = tellings[0]
    farthest = max(_apart(first, each) for each in tellings)
    return "the same place" if not farthest else f"places {farthest:.0f} km apart"


def _combined(tellings: list[Event]) -> Casualties:
    """Put the counts of several tellings together: where they differ, as a range."""
    counts = [each.casualties for each in tellings]
    known = [each for each in counts if _bounds(each)]
    merged = _first_known(counts)
    if len(known) < 2 or len({_numbers(each) for each in known}) == 1:  # noqa: PLR2004  (a pair)
        return merged
    lows, highs = zip(*(bounds for each in known if (bounds := _bounds(each))), strict=True)
    named = [each.fatalities for each in known if each.fatalities is not None]
    agreed = [number for number in named if max(lows) <= number <= min(highs)]
    return replace(
        merged,
        fatalities=max(agreed, default=None),
        fatalities_low=int(min(lows)),
        fatalities_high=None if max(highs) == float("inf") else int(max(highs)),
    )


def _numbers(harmed: Casualties) -> tuple[int | None, ...]:
    return harmed.fatalities, harmed.fatalities_low, harmed.fatalities_high


def _first_known(counts: list[Casualties]) -> Casualties:
    """Take of each kind the first telling that counts it."""
    killed = next((each for each in counts if _bounds(each)), counts[0])
    others = {
        kind: next((value for each in counts if (value := getattr(each, kind)) is not None), None)
        for kind in ("injured", "displaced", "missing", "captured")
    }
    return replace(killed, **others, tolls=counts[0].tolls)
