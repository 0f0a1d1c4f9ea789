"""What the tool finds in the sample reports, beside what a careful reader finds.

Run ``python -m benchmarks.samples``; ``--misses`` lists what was missed and made up. An
event is found if one of the same type stands within 25 km of it with a day in common.
The samples were looked at while the rules were written: the figures say how much of them
is understood, not how good the tool is on text it has never seen.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from geo import documents, pipeline
from geo.gazetteer import Gazetteer
from geo.settings import data_folder
from geo.sphere import distance_km

if TYPE_CHECKING:
    from geo.model import Event

NEAR_KM = 25.0
_OUT = Console(markup=False, highlight=False, soft_wrap=True)


def same(event: Event, wanted: dict[str, Any]) -> bool:
    """Tell whether an event is the one that was wanted: type, place and day."""
    place, when = event.resolution.place, event.when
    if event.event_type != wanted["event_type"] or place is None:
        return False
    if when is None or when.first is None or when.last is None:
        return False
    first, last = (date.fromisoformat(wanted[name]) for name in ("date_start", "date_end"))
    apart = distance_km(place.lat, place.lon, wanted["lat"], wanted["lon"])
    return apart <= NEAR_KM and when.first <= last and first <= when.last


def pairs(events: list[Event], wanted: list[dict[str, Any]]) -> list[tuple[Event, dict[str, Any]]]:
    """Pair each wanted event with one found, those with the same death toll first."""
    left = list(events)
    found = []
    for each in wanted:
        fit = [event for event in left if same(event, each)]
        if fit:
            best = max(fit, key=lambda event: event.casualties.fatalities == each["fatalities"])
            left.remove(best)
            found.append((best, each))
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what was missed and made up")
    misses = parser.parse_args().misses
    folder = data_folder("seeds")
    gazetteer = Gazetteer.open()
    found = wanted = right = killed = killed_right = 0
    for seen in pipeline.run(documents.read([folder / "reports"]), gazetteer):
        stem = str(seen.document.path).rsplit("/", 1)[-1].rsplit(".", 1)[0]
        gold = json.loads((folder / "expected" / f"{stem}.json").read_text(encoding="utf-8"))
        matched = pairs(list(seen.events), gold)
        found, wanted, right = found + len(seen.events), wanted + len(gold), right + len(matched)
        counted = [(event, each) for event, each in matched if each["fatalities"] is not None]
        killed += len(counted)
        killed_right += sum(e.casualties.fatalities == g["fatalities"] for e, g in counted)
        if misses:
            _list_misses(stem, list(seen.events), gold, matched)
    precision, recall = right / found, right / wanted
    table = Table("measure", "figure", title=f"{wanted} events in the sample reports")
    for name, figure in (
        ("events that the tool finds", f"{found}"),
        ("precision (type, place and day right)", f"{precision:.2f}"),
        ("recall", f"{recall:.2f}"),
        ("F1", f"{2 * precision * recall / (precision + recall):.2f}"),
        ("killed exactly right, where found and counted", f"{killed_right} of {killed}"),
    ):
        table.add_row(name, figure)
    _OUT.print(table)


def _list_misses(
    stem: str,
    events: list[Event],
    gold: list[dict[str, Any]],
    matched: list[tuple[Event, dict[str, Any]]],
) -> None:
    _OUT.print(stem)
    for each in gold:
        if not any(each is other for _, other in matched):
            _OUT.print(
                f"  missed   {each['sub_event_type']}, {each['location']},", each["date_start"]
            )
    for event in events:
        if not any(event is other for other, _ in matched):
            place = event.resolution.place
            day = event.when.first if event.when else None
            _OUT.print(f"  made up  {event.sub_event_type}, {place.name if place else None}, {day}")


if __name__ == "__main__":
    main()
