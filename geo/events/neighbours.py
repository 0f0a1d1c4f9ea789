"""Where a report plays, as far as its own places tell: a name's namesake far off is not meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events.places import fineness
from geo.events.unplaced import is_exact
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Place, Resolution

_NEAR_KM = 300.0
_ALIKE_KM = 100.0
"""The same for a name in another spelling."""


class Neighbourhood:
    """The places that a report names.

    Parameters
    ----------
    resolutions : sequence of Resolution
        The report's places.
    """

    def __init__(self, resolutions: Sequence[Resolution]) -> None:
        named = {
            each.place.id: each.place
            for each in resolutions
            if each.place and not each.toponym.metonymic and fineness(each.place)
        }
        self._places: list[Place] = list(named.values())

    def may_hold(self, resolution: Resolution) -> bool:
        """Tell whether a place that was found for a name lies near those that are named."""
        place = resolution.place
        if place is None or not self._places:
            return True
        most = _NEAR_KM if is_exact(resolution) else _ALIKE_KM
        nearest = min(
            distance_km(place.lat, place.lon, each.lat, each.lon) - each.radius_km
            for each in self._places
        )
        return nearest <= most
