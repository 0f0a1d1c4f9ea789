"""The local gazetteer: which places bear a name, offline, in microseconds."""

from geo.gazetteer.index import attribution
from geo.gazetteer.lookup import LONGEST_NAME, Gazetteer, Match
from geo.gazetteer.record import Role

__all__ = ["LONGEST_NAME", "Gazetteer", "Match", "Role", "attribution"]
