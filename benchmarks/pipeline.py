"""How fast reports become events on one core: ``python -m benchmarks.pipeline``.

The sample reports are read again and again; figures are in articles of 500 words, so that
they compare with other tools' whatever the length of a report. dateparser's search runs
over the same text in the same run, as the peer that a Python project would reach for.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import dateparser.search
from rich.console import Console
from rich.table import Table

from geo import dates, documents, events, pipeline, toponyms
from geo.gazetteer import Gazetteer
from geo.resolve import resolve
from geo.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
REPEATS = 10
ARTICLE_WORDS = 500


def main() -> None:
    """Print the table."""
    reports = list(documents.read([data_folder("seeds") / "reports"]))
    articles = REPEATS * sum(len(report.text.split()) for report in reports) / ARTICLE_WORDS
    gazetteer = Gazetteer.open()
    seen = [pipeline.annotate(report, pipeline.stages(gazetteer)) for report in reports]

    def rate(work: Callable[[], object], share: float = 1.0) -> float:
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
        return share * articles / statistics.median(times)

    def each(step: Callable[[int], object]) -> Callable[[], object]:
        return lambda: [step(at) for _ in range(REPEATS) for at in range(len(reports))]

    found = dates.find
    rows = {
        "names": rate(each(lambda at: toponyms.recognise(reports[at], gazetteer))),
        "places": rate(each(lambda at: resolve(reports[at], seen[at].toponyms, gazetteer))),
        "dates": rate(each(lambda at: found(reports[at]))),
        "events": rate(
            each(lambda at: events.extract(reports[at], seen[at].resolutions, seen[at].whens))
        ),
        "all stages": rate(
            each(lambda at: pipeline.annotate(reports[at], pipeline.stages(gazetteer)))
        ),
    }
    peer = rate(
        lambda: [
            dateparser.search.search_dates(report.text, languages=["en"]) for report in reports
        ],
        share=1 / REPEATS,
    )
    table = Table("stage", "articles of 500 words a second", title="One core")
    for name, speed in rows.items():
        table.add_row(name, f"{speed:,.0f}")
    table.add_row("dateparser.search_dates (peer)", f"{peer:,.1f}")
    table.add_row("our dates against it", f"{rows['dates'] / peer:,.0f} times as fast")
    Console().print(table)


if __name__ == "__main__":
    main()
