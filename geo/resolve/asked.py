"""A name that is asked for by itself: typed by a person, or a cell of a table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.gazetteer import Gazetteer, Match, Role
from geo.model import Place, Resolution, Toponym
from geo.resolve.mentions import Name
from geo.resolve.readings import contains, readings_of
from geo.resolve.resolver import SURE, decide
from geo.sphere import distance_km
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_COMMAS = re.compile("[,،，、]")
_OUTSKIRTS_KM = 50.0
"""How far from a town or a region one still says that a place is in it."""


def look_up(
    name: str,
    gazetteer: Gazetteer,
    *,
    country: str | Collection[str] | None = None,
    admin1: str | None = None,
) -> Resolution:
    """Say where a place is that is asked for by name alone.

    Parameters
    ----------
    name : str
        "Aleppo", or with its parents, "Tripoli, Lebanon", "Azaz, Aleppo, Syria". If the
        gazetteer does not know it so, other spellings of it are tried.
    gazetteer : Gazetteer
    country : str or collection of str, optional
        ISO 3166-1 alpha-2 codes; only places there are considered.
    admin1 : str, optional
        Name of the first-order division that it should lie in: a hint, which may be
        out of date, so a place elsewhere stays possible and is only less sure.

    Returns
    -------
    Resolution
        Its toponym spans the whole `name`. A name with a parent that none of its
        places lies in stays open.
    """
    given = [country] if isinstance(country, str) else country or ()
    codes = {code.upper() for code in given if code}
    matches, written = _matches(name, gazetteer, codes)
    wanted = Name(Toponym(0, len(name), name), name_key(name))
    wanted.readings = readings_of(wanted.key, matches)
    if codes and not matches and (elsewhere := gazetteer.find(name)):
        places = tuple(match.place for match in elsewhere[:5])
        reason = f"no place in {', '.join(sorted(codes))} bears this name, but one elsewhere does"
        return Resolution(wanted.toponym, None, 0.0, reason, places)
    for parent in written:
        places = tuple(each.place for each in wanted.readings)
        parents = [match.place for match in gazetteer.find(parent) if match.role < Role.DEMONYM]
        wanted.add_parent(f"“{parent}” stands behind it", parents)
        wanted.readings = [each for each in wanted.readings if _may_lie(each.place, parents)]
        if places and not wanted.readings:
            reason = f"no place of this name lies in “{parent}”"
            return Resolution(wanted.toponym, None, 0.0, reason, places[:5])
    return _hinted(wanted, admin1, gazetteer) if admin1 else decide(wanted)


def _matches(
    name: str, gazetteer: Gazetteer, codes: Collection[str]
) -> tuple[tuple[Match, ...], list[str]]:
    """Give the places of a name, and the parents that are written behind it."""
    head, *parents = (part.strip() for part in _COMMAS.split(name))
    parents = [parent for parent in parents if parent]
    if not parents:
        return gazetteer.search(name, countries=codes), []
    # A name may hold a comma itself: "Washington, D.C.".
    if whole := gazetteer.find(name, countries=codes):
        return whole, []
    return gazetteer.search(head, countries=codes), parents


def _may_lie(place: Place, parents: Sequence[Place]) -> bool:
    """Tell whether nothing is known against a place lying in one of those written behind it."""
    return not parents or any(
        parent.kind == "L.CONT"
        or contains(parent, place)
        or (parent.kind.startswith("A.PCL") and parent.country == place.country)
        or (
            # Divisions change, so one may be wrong about a border, but not by a province.
            (parent.kind[0] != "A" or place.admin1 is None)
            and distance_km(parent.lat, parent.lon, place.lat, place.lon)
            <= parent.radius_km + _OUTSKIRTS_KM
        )
        for parent in parents
    )


def _hinted(name: Name, admin1: str, gazetteer: Gazetteer) -> Resolution:
    """Decide with a division that the place should lie in."""
    key = name_key(admin1)
    parents = [match.place for match in gazetteer.by_key(key) if match.place.kind == "A.ADM1"]
    inside = {
        each.place.id
        for each in name.readings
        if name_key(each.place.admin1 or "") == key
        or any(parent.id == each.place.id or contains(parent, each.place) for parent in parents)
    }
    for reading in name.readings:
        if reading.place.id in inside:
            reading.add(6.0, f"it lies in “{admin1}”")
    found = decide(name)
    if found.place is None or found.place.id in inside or found.place.kind.startswith("A.PCL"):
        return found
    share = round(found.confidence / 2, 3)
    reason = f"{found.reason}; it is not known to lie in “{admin1}”"
    if share < SURE / 2:
        return replace(found, place=None, confidence=share, reason=reason)
    return replace(found, confidence=share, reason=reason)
