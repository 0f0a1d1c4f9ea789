"""The words behind each value of an event, by column of the table of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.model import Casualties, Document, Resolution, When

Span = tuple[int, int]
"""Start and end in the document."""
_COUNTED = {
    "fatalities": ("killed", ("fatalities", "fatalities_low", "fatalities_high")),
    "injured": ("injured", ("injured",)),
    "displaced": ("displaced", ("displaced",)),
    "missing": ("missing", ("missing",)),
    "captured": ("captured", ("captured",)),
}
"""By column: the kind of its counts, and the values that they give."""


def evidence(  # noqa: PLR0913  (a value each, by name)
    document: Document,
    *,
    sub_event_type: Span,
    status: Span | None,
    resolution: Resolution,
    when: When | None,
    actors: Sequence[Span | None],
    casualties: Casualties,
) -> tuple[Evidence, ...]:
    """Collect the words of each value that is known.

    Parameters
    ----------
    document : Document
    sub_event_type : (int, int)
        The words that say what happened.
    status : (int, int) or None
        Those that say that it is no plain report.
    resolution : Resolution
    when : When or None
    actors : sequence of (int, int) or None
        Those who act and are acted upon.
    casualties : Casualties

    Returns
    -------
    tuple of Evidence
        In the order of the table's columns. A value counted from several words has one
        stretch for each.
    """

    def spans() -> Iterator[tuple[str, Span | None]]:
        yield "sub_event_type", sub_event_type
        yield "status", status
        if when is not None and when.first is not None:
            yield "date_start", (when.start, when.end)
        if resolution.place is not None:
            yield "location", (resolution.toponym.start, resolution.toponym.end)
        yield from zip(("actor1", "actor2"), actors, strict=False)
        for column, (kind, values) in _COUNTED.items():
            if any(getattr(casualties, value) is not None for value in values):
                own = [toll for toll in casualties.tolls if toll.kind == kind]
                # "No one was hurt" says that no one was killed.
                for toll in own or [toll for toll in casualties.tolls if toll.best == 0]:
                    yield column, (toll.start, toll.end)

    return tuple(
        Evidence(field, span[0], span[1], document.text[span[0] : span[1]], document.id)
        for field, span in spans()
        if span is not None
    )
