"""The time map: one HTML page from a table of events.

``payload`` packs the table for the page's script, ``page`` puts it into a folium map.
"""

from geo.timemap.page import OPENSTREETMAP, SANDBOX, TimeMap, event_map
from geo.timemap.payload import LANGUAGES

__all__ = ["LANGUAGES", "OPENSTREETMAP", "SANDBOX", "TimeMap", "event_map"]
