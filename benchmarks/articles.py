"""Events of whole articles beside what a careful reader finds in them.

An event is found if one of the same type stands within 25 km of it, or in the very country
or province where no more is known, with a day in common;
where the reader knows no day, it must have none. Statements are left out on both sides:
which of them are news is a matter of taste.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo import documents, pipeline
from geo.events.places import fineness
from geo.sphere import distance_km
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.gazetteer import Gazetteer
    from geo.model import Document, Event, Place

NEAR_KM = 25.0
_PROVINCE = 2
"""The fineness of first-order divisions."""
_AREA = re.compile(r"\b(?:governorate|province|oblast|state|region|department)\b")
Wanted = dict[str, Any]
"""An event as the files in ``expected/`` give it."""


@dataclass
class Tally:
    """What was counted over a folder of articles."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    """What was missed, made up or found with a fault, article by article."""

    @property
    def precision(self) -> float:
        """Share of the found that are right."""
        return self.counts["right"] / max(1, self.counts["found"])

    @property
    def recall(self) -> float:
        """Share of the wanted that were found."""
        return self.counts["right"] / max(1, self.counts["wanted"])

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.counts["right"] / max(1, self.counts["found"] + self.counts["wanted"])

    def share(self, name: str, of: str) -> str:
        """Give one count as a share of another, with both."""
        some, all_ = self.counts[name], self.counts[of]
        return f"{some / max(1, all_):.2f} ({some} of {all_})"


def score(folder: Path, gazetteer: Gazetteer) -> Tally:
    """Run the pipeline over a folder and compare.

    Parameters
    ----------
    folder : Path
        With ``reports/`` and, of the same stems, ``expected/*.json``.
    gazetteer : Gazetteer
    """
    tally = Tally()
    for seen in pipeline.run(documents.read([folder / "reports"]), gazetteer):
        stem = Path(str(seen.document.path)).stem
        expected = (folder / "expected" / f"{stem}.json").read_text(encoding="utf-8")
        wanted = [each for each in json.loads(expected) if each["sub_event_type"] != "Statement"]
        found = [event for event in seen.events if event.sub_event_type != "Statement"]
        pairs = _pairs(found, wanted)
        _count(tally.counts, found, wanted, pairs, seen.document)
        tally.lines += [stem, *_faults(found, wanted, pairs)]
    return tally


def facets(event: Event, wanted: Wanted) -> dict[str, bool]:
    """Tell in what an event is as it was wanted: type, place and day."""
    place, when = event.resolution.place, event.when
    first, last = (None, None) if when is None else (when.first, when.last)
    if wanted["date_start"] is None:
        day = first is None
    else:
        start, end = (date.fromisoformat(wanted[name]) for name in ("date_start", "date_end"))
        day = first is not None and last is not None and first <= end and start <= last
    near = wanted["lat"] is None or (
        place is not None
        and (
            distance_km(place.lat, place.lon, wanted["lat"], wanted["lon"]) <= NEAR_KM
            or _same_area(place, wanted["location"])
        )
    )
    return {"type": event.event_type == wanted["event_type"], "place": near, "day": day}


def _same_area(place: Place, location: str) -> bool:
    """Tell whether a country or a province is the one wanted: where its middle is, is taste."""
    if fineness(place) > _PROVINCE:
        return False
    name, wanted = (_AREA.sub("", name_key(each)).strip() for each in (place.name, location))
    return name == wanted


def _pairs(found: list[Event], wanted: list[Wanted]) -> list[tuple[Event, Wanted]]:
    """Pair each wanted event with one found, the one most like it."""
    left, pairs = list(found), []
    for each in wanted:
        fit = [event for event in left if all(facets(event, each).values())]
        if fit:
            best = max(fit, key=lambda event: _likeness(event, each))
            left.remove(best)
            pairs.append((best, each))
    return pairs


def _likeness(event: Event, wanted: Wanted) -> int:
    return (
        2 * (event.casualties.fatalities == wanted["fatalities"])
        + (event.sub_event_type == wanted["sub_event_type"])
        + (event.status == wanted["status"])
    )


def _count(
    counts: Counter[str],
    found: list[Event],
    wanted: list[Wanted],
    pairs: list[tuple[Event, Wanted]],
    document: Document,
) -> None:
    counts["found"] += len(found)
    counts["wanted"] += len(wanted)
    counts["right"] += len(pairs)
    for event, each in pairs:
        counts["sub-type right"] += event.sub_event_type == each["sub_event_type"]
        counts["status right"] += event.status == each["status"]
        for kind, number in (
            ("killed", event.casualties.fatalities),
            ("injured", event.casualties.injured),
        ):
            if (told := each["fatalities" if kind == "killed" else "injured"]) is not None:
                counts[f"{kind} told"] += 1
                counts[f"{kind} right"] += number == told
    for event in found:
        for evidence in event.evidence:
            counts["values"] += 1
            counts["exact"] += document.text[evidence.start : evidence.end] == evidence.text


def _faults(
    found: list[Event], wanted: list[Wanted], pairs: list[tuple[Event, Wanted]]
) -> Iterator[str]:
    for event, each in pairs:
        if event.casualties.fatalities != each["fatalities"] or not (
            event.sub_event_type == each["sub_event_type"] and event.status == each["status"]
        ):
            yield f"  found    {_named(each)}; but as {_told(event)}"
    for each in wanted:
        if not any(each is other for _, other in pairs):
            near = next((event for event in found if _same_words(event, each)), None)
            wrong = (
                [name for name, right in facets(near, each).items() if not right] if near else []
            )
            beside = f"; beside it ({', '.join(wrong)} differ) {_told(near)}" if near else ""
            yield f"  missed   {_named(each)}{beside}\n             {each['quote'][:160]}"
    for event in found:
        if not any(event is other for other, _ in pairs):
            yield f"  made up  {_told(event)}\n             {event.quote[:160]}"


def _same_words(event: Event, wanted: Wanted) -> bool:
    return event.quote in wanted["quote"] or wanted["quote"] in event.quote


def _named(wanted: Wanted) -> str:
    return (
        f"{wanted['sub_event_type']}, {wanted['location']}, {wanted['date_start']}, "
        f"{wanted['status']}, killed {wanted['fatalities']}"
    )


def _told(event: Event) -> str:
    place, when = event.resolution.place, event.when
    return (
        f"{event.sub_event_type}, {place.name if place else None}, {when.first if when else None}, "
        f"{event.status}, killed {event.casualties.fatalities}, confidence {event.confidence}"
    )
