"""Annotations, places and explanations as JSON, for the commands that print it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from shapely.geometry import mapping

from geo import frame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.explaining import Argument, Explanation, Span, Whereabouts
    from geo.model import Annotation, Place, Resolution, When


def annotation_line(annotation: Annotation) -> dict[str, Any]:
    """Give all that was found in a document: names, dates and events."""
    table = frame.to_frame([annotation])
    return {
        "id": annotation.document.id,
        "toponyms": [
            {**asdict(each.toponym), **resolution_fields(each)} for each in annotation.resolutions
        ],
        "dates": [date_fields(when) for when in annotation.whens],
        "events": [
            {**row, "geometry": mapping(point)}
            for row, point in zip(frame.plain_rows(table), table.geometry, strict=True)
        ],
    }


def date_fields(when: When) -> dict[str, Any]:
    """Give a time expression."""
    return {
        "start": when.start,
        "end": when.end,
        "text": when.text,
        "type": when.type,
        "value": when.value,
        "first": when.first and when.first.isoformat(),
        "last": when.last and when.last.isoformat(),
        "precision": when.precision,
        "role": when.role,
        "anchor": when.anchor,
        "rule": when.rule,
    }


def resolution_fields(resolution: Resolution) -> dict[str, Any]:
    """Give a place with its confidence and reason."""
    return {
        "place": place_fields(resolution.place),
        "confidence": resolution.confidence,
        "reason": resolution.reason,
    }


def place_fields(place: Place | None) -> dict[str, Any] | None:
    """Give a place, or None."""
    if place is None:
        return None
    names = ("id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km")
    return {name: getattr(place, name) for name in names}


def explanation_line(explanation: Explanation) -> dict[str, Any]:
    """Give all that an explanation says, every argument included."""
    document = explanation.document
    return {
        "text": document.text,
        "published": document.published and document.published.isoformat(),
        "source": document.source,
        "start": round(explanation.start, 3),
        "candidates": [_span(span) for span in explanation.spans],
        "dates": [date_fields(when) for when in explanation.whens],
    }


def _span(span: Span) -> dict[str, Any]:
    found = {
        **asdict(span.toponym),
        "taken": span.taken,
        "belief": round(span.belief, 4),
        "why_not": span.why_not,
        "arguments": _arguments(span.arguments),
    }
    return {**found, **_whereabouts(span.whereabouts)} if span.whereabouts else found


def _whereabouts(where: Whereabouts) -> dict[str, Any]:
    return {
        **resolution_fields(where.resolution),
        "readings": [
            {
                "place": place_fields(each.place),
                "kind_in_words": each.kind,
                "country_name": each.country,
                "belief": round(each.belief, 4),
                "same": each.same,
            }
            for each in where.readings
        ],
        "comparisons": [
            {
                "winner": each.winner.id,
                "other": each.other.id,
                "lead": round(each.lead, 3),
                "arguments": _arguments(each.arguments),
            }
            for each in where.comparisons
        ],
    }


def _arguments(arguments: Iterable[Argument]) -> list[dict[str, Any]]:
    return [
        {"feature": each.feature, "weight": round(each.weight, 3), "words": each.words}
        for each in arguments
    ]
