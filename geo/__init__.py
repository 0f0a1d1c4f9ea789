"""Dateline: news text in, dated events on a map out, offline.

Examples
--------
>>> import geo
>>> events = geo.parse("A car bomb killed six people in Azaz on 7 January 2017.")
>>> print(*events.loc[0, ["sub_event_type", "location", "fatalities"]], sep=", ")
Remote explosive/landmine/IED, Azaz, 6
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo import documents
    from geo.api import explain, geocode, parse
    from geo.export import to_csv, to_geojson
    from geo.gazetteer import Gazetteer
    from geo.tables import geocode_frame, read_events
    from geo.timemap import event_map

_HOMES = {
    "Gazetteer": "geo.gazetteer",
    "event_map": "geo.timemap",
    "explain": "geo.api",
    "geocode": "geo.api",
    "geocode_frame": "geo.tables",
    "parse": "geo.api",
    "read_events": "geo.tables",
    "to_csv": "geo.export",
    "to_geojson": "geo.export",
}

__all__ = [
    "Gazetteer",
    "documents",
    "event_map",
    "explain",
    "geocode",
    "geocode_frame",
    "parse",
    "read_events",
    "to_csv",
    "to_geojson",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401  (any public name)
    """Load a public name when it is first asked for, so that ``import geo`` is quick."""
    if name == "documents":
        return import_module("geo.documents")
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
