"""The time map: one HTML page from a table of events.

``payload`` packs the table for the page's script, ``page`` puts it into a
folium map of its own, ``layer`` into anyone's; ``policy`` says what the page may load.
"""

from geo.timemap.layer import EventLayer
from geo.timemap.page import SANDBOX, TimeMap, event_map
from geo.timemap.payload import LANGUAGES
from geo.timemap.story import told
from geo.timemap.tiles import OPENSTREETMAP

__all__ = [
    "LANGUAGES",
    "OPENSTREETMAP",
    "SANDBOX",
    "EventLayer",
    "TimeMap",
    "event_map",
    "told",
]
