"""How places lie to each other: within, or as good as the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.sphere import distance_km

if TYPE_CHECKING:
    from geo.model import Place

_SAME_PLACE_KM = 10.0
_SAME_PLACE_DEGREES = 0.1
"""A bit more than that, north or south."""


def same_story(a: Place, b: Place) -> bool:
    """Tell whether two places tell one story: the same point, or a town and its division."""
    # Most are far apart, and that is seen at once.
    if abs(a.lat - b.lat) < _SAME_PLACE_DEGREES and (
        distance_km(a.lat, a.lon, b.lat, b.lon) <= _SAME_PLACE_KM
    ):
        return True
    return a.country == b.country and a.admin1 == b.admin1 and "A.ADM1" in {a.kind, b.kind}


def contains(parent: Place, place: Place) -> bool:
    """Tell whether a country or division holds a place."""
    if parent.id == place.id:
        return False
    if parent.kind.startswith("A.PCL"):
        return parent.country == place.country and not place.kind.startswith("A.PCL")
    if parent.kind in {"A.ADM1", "A.ADM2"} and place.kind not in {"A.PCLI", "A.ADM1"}:
        if parent.country != place.country or parent.admin1 != place.admin1:
            return False
        return parent.kind == "A.ADM1" or parent.admin2 == place.admin2
    return False
