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

from rich.table import Table

from geo import documents, pipeline
from geo.events.places import fineness
from geo.settings import data_folder
from geo.sphere import distance_km
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

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

    @property
    def precision_placed(self) -> float:
        """Share of those put on the map that are right."""
        return self.counts["right and placed"] / max(1, self.counts["placed"])

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
    counts["placed"] += sum(event.resolution.place is not None for event in found)
    counts["right and placed"] += sum(event.resolution.place is not None for event, _ in pairs)
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


FOLDERS = {
    "a": "tuned on",
    "b": "held out",
    "c": "tuned on, unusual wordings",
    "d": "tuned on, plain wordings",
    "e": "tuned on, places and days",
}
"""Folders of ``tests/gold`` and what they are for."""
_PRESS = {
    "000": None,
    "003": date(2022, 12, 13),
    "004": date(2020, 3, 4),
}
"""Articles of the press, by the beginning of their file's name, with the day to be supplied."""


def show(out: Console, gazetteer: Gazetteer, *, misses: bool) -> None:
    """Print what is found in our own articles and in the sample reports."""
    gold = Path(__file__).parent.parent / "tests" / "gold"
    folders = {f"articles {name}, {use}": gold / name for name, use in FOLDERS.items()}
    folders["sample reports"] = data_folder("seeds")
    table = Table("measure", *folders, title="Events of whole articles")
    tallies = [score(folder, gazetteer) for folder in folders.values()]
    for measure, figure in (
        ("events that a careful reader finds", lambda each: str(each.counts["wanted"])),
        ("events that the tool finds", lambda each: str(each.counts["found"])),
        ("precision (type, place and day right)", lambda each: f"{each.precision:.2f}"),
        ("recall", lambda each: f"{each.recall:.2f}"),
        ("F1", lambda each: f"{each.f1:.2f}"),
        ("precision of those on the map", lambda each: f"{each.precision_placed:.2f}"),
        ("of the found: sub-type right", lambda each: each.share("sub-type right", "right")),
        ("status right", lambda each: each.share("status right", "right")),
        (
            "killed exactly right, where told",
            lambda each: each.share("killed right", "killed told"),
        ),
        ("injured exactly right", lambda each: each.share("injured right", "injured told")),
        ("values with their exact words", lambda each: each.share("exact", "values")),
    ):
        table.add_row(measure, *map(figure, tallies))
    out.print(table)
    # What is held out is not to be read.
    for name, tally in zip(folders, tallies, strict=True) if misses else ():
        if "held out" not in name:
            out.print(name, *tally.lines, sep="\n")


def show_press(out: Console, folder: Path, gazetteer: Gazetteer) -> None:
    """Print what three articles of the press tell of, and what is found of it."""
    gold = Path(__file__).parent.parent / "tests" / "gold" / "press"
    for name, published in _PRESS.items():
        (path,) = folder.glob(f"{name}_*.txt")
        wanted: list[Wanted] = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))
        (seen,) = pipeline.run(documents.read([path], published=published), gazetteer)
        pairs = _pairs(list(seen.events), wanted)
        table = Table("a careful reader", "the tool", title=f"{path.stem}: {len(pairs)} of "
                      f"{len(wanted)} found, {len(seen.events) - len(pairs)} others")  # fmt: skip
        for each in wanted:
            found = next((event for event, other in pairs if other is each), None)
            table.add_row(_named(each), _told(found) if found else "missed")
        for event in seen.events:
            if not any(event is other for other, _ in pairs):
                table.add_row("", _told(event))
        out.print(table)
