"""Annotations and places as JSON: what ``annotate`` and ``geocode --json`` print."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from shapely.geometry import mapping

from geo import frame

if TYPE_CHECKING:
    from geo.model import Annotation, Place, Resolution


def annotation_line(annotation: Annotation) -> dict[str, Any]:
    """Give all that was found in a document: names, dates and events."""
    table = frame.to_frame([annotation])
    return {
        "id": annotation.document.id,
        "toponyms": [
            {**asdict(each.toponym), **resolution_fields(each)} for each in annotation.resolutions
        ],
        "dates": [
            {
                "start": when.start,
                "end": when.end,
                "text": when.text,
                "type": when.type,
                "value": when.value,
                "first": when.first and when.first.isoformat(),
                "last": when.last and when.last.isoformat(),
                "precision": when.precision,
                "role": when.role,
            }
            for when in annotation.whens
        ],
        "events": [
            {**row, "geometry": mapping(point)}
            for row, point in zip(frame.plain_rows(table), table.geometry, strict=True)
        ],
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
