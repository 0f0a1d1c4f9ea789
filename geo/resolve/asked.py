"""A name that is asked for by itself: typed by a person, or a cell of a table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.gazetteer import EXACT, Gazetteer, Match, Role
from geo.model import Place, Resolution, Toponym
from geo.resolve.areas import contains
from geo.resolve.deciding import SURE, decide
from geo.resolve.mentions import Circumstance, Name
from geo.resolve.weighing import Weighed, weigh
from geo.sphere import distance_km
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_COMMAS = re.compile("[,،，、]")
_OUTSKIRTS_KM = 50.0
"""How far from a town or a region one still says that a place is in it."""
_HINTED = 1e6
"""So many times as likely are places in the division that is hinted at."""
_UNLIKE = 10.0
"""So many points of likeness lost make a reading ten times less likely."""


def look_up(
    name: str,
    gazetteer: Gazetteer,
    *,
    country: str | Collection[str] | None = None,
    admin1: str | None = None,
    misspelt: bool = True,
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
    misspelt : bool, default True
        Whether a name that is only nearly written so counts.

    Returns
    -------
    Resolution
        Its toponym spans the whole `name`. A name with a parent that none of its
        places lies in stays open.
    """
    given = [country] if isinstance(country, str) else country or ()
    codes = {code.upper() for code in given if code}
    whole = Toponym(0, len(name), name)
    found, head, parents = _matches(name, gazetteer, codes, misspelt=misspelt)
    matches = [match for match in found if match.role is not Role.DEMONYM]
    if not matches:
        places = tuple(match.place for match in gazetteer.find(name)[:5]) if codes else ()
        reason = "no place in the gazetteer bears this name"
        if places:
            listed = ", ".join(sorted(codes))
            reason = f"no place in {listed} bears this name, but one elsewhere does"
        return Resolution(whole, None, 0.0, reason, places)
    for parent in parents:
        within = [match.place for match in gazetteer.find(parent) if match.role < Role.DEMONYM]
        kept = [match for match in matches if _may_lie(match.place, within)]
        if not kept:
            reason = f"no place of this name lies in “{parent}”"
            others = tuple(match.place for match in matches[:5])
            return Resolution(whole, None, 0.0, reason, others)
        matches = kept
    among = f" in {', '.join(sorted(codes))}" if codes else ""
    weighed = _weighed(whole, matches, (head, parents), gazetteer, among)
    return _hinted(weighed, admin1, gazetteer) if admin1 else decide(weighed)


def _weighed(
    toponym: Toponym,
    matches: Sequence[Match],
    written: tuple[str, list[str]],
    gazetteer: Gazetteer,
    among: str,
) -> Weighed:
    """Weigh the places that a name may mean, those spelled less alike for less."""
    head, parents = written
    best = matches[0]
    # Of a misspelt name it counts whether it is nearly a place's own.
    meant = head if best.how == EXACT or best.role != Role.PRIMARY else best.place.name
    bearers = gazetteer.side_by_side(name_key(meant), matches)
    told = Circumstance(bearers.key, parent=", ".join(parents), side="behind" if parents else "")
    name = Name(toponym, told, bearers, how=best.how, among=among, mentions=1)
    known = (gazetteer.bearers(name_key(parent)) for parent in parents)
    name.heed_parents([parent for parent in known if parent is not None])
    (weighed,) = weigh([name], None)
    likeness = {match.place.id: match.likeness for match in matches}
    alike = np.array([likeness[place.id] for place in bearers.places])
    return _reweighed(weighed, 10.0 ** ((alike - 100.0) / _UNLIKE))


def _reweighed(weighed: Weighed, factors: np.ndarray[Any, Any]) -> Weighed:
    belief = weighed.belief * factors
    shares = belief / belief.sum()
    return Weighed.of(weighed.name, shares, weighed.evidence, weighed.weights)


def _matches(
    name: str, gazetteer: Gazetteer, codes: Collection[str], *, misspelt: bool
) -> tuple[tuple[Match, ...], str, list[str]]:
    """Give the places of a name, the name itself, and the parents written behind it."""
    head, *parents = (part.strip() for part in _COMMAS.split(name))
    parents = [parent for parent in parents if parent]
    if not parents:
        return gazetteer.search(name, countries=codes, misspelt=misspelt), name, []
    # A name may hold a comma itself: "Washington, D.C.".
    if whole := gazetteer.find(name, countries=codes):
        return whole, name, []
    return gazetteer.search(head, countries=codes, misspelt=misspelt), head, parents


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


def _hinted(weighed: Weighed, admin1: str, gazetteer: Gazetteer) -> Resolution:
    """Decide with a division that the place should lie in."""
    key = name_key(admin1)
    parents = [match.place for match in gazetteer.by_key(key) if match.place.kind == "A.ADM1"]
    inside = np.array(
        [
            name_key(place.admin1 or "") == key
            or any(parent.id == place.id or contains(parent, place) for parent in parents)
            for place in weighed.name.bearers.places
        ]
    )
    found = decide(_reweighed(weighed, np.where(inside, _HINTED, 1.0)))
    if found.place is None or found.place.kind.startswith("A.PCL"):
        return found
    if inside[weighed.name.bearers.places.index(found.place)]:
        return replace(found, reason=f"{found.reason}; it lies in “{admin1}”")
    share = round(found.confidence / 2, 3)
    reason = f"{found.reason}; it is not known to lie in “{admin1}”"
    if share < SURE / 2:
        return replace(found, place=None, confidence=share, reason=reason)
    return replace(found, confidence=share, reason=reason)
