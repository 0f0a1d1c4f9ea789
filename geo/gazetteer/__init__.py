"""The local gazetteer: which places bear a name, offline, in microseconds."""

from geo.gazetteer.bearers import CITY, TOWNS, Bearers, Sort, among
from geo.gazetteer.lookup import EXACT, FUZZY, LONGEST_NAME, LOOSE, Gazetteer, Match
from geo.gazetteer.record import Role
from geo.gazetteer.sources import attribution

__all__ = [
    "CITY",
    "EXACT",
    "FUZZY",
    "LONGEST_NAME",
    "LOOSE",
    "TOWNS",
    "Bearers",
    "Gazetteer",
    "Match",
    "Role",
    "Sort",
    "among",
    "attribution",
]  # fmt: skip
