"""Tables: events files read back, and other people's tables put on the map."""

from geo.tables.events import SUFFIXES, OnError, from_bytes, is_events_file, read_events
from geo.tables.geocoding import (
    Columns,
    GeocodedTable,
    geocode_frame,
    geocode_table,
)
from geo.tables.reading import is_table, read
from geo.tables.refusals import write as write_refused

__all__ = [
    "SUFFIXES",
    "Columns",
    "GeocodedTable",
    "OnError",
    "from_bytes",
    "geocode_frame",
    "geocode_table",
    "is_events_file",
    "is_table",
    "read",
    "read_events",
    "write_refused",
]
