"""Where a report plays, as far as its own places tell: a namesake far off is not meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.events.places import fineness
from geo.model import Resolution, Toponym
from geo.resolve.deciding import SPELLED
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Place

SecondLook = Callable[[Toponym], Resolution]
"""Looks for a name that was not recognised, but stands where a place would."""
_NEAR_KM = 300.0
"""How far from all that a report names a place may be that only a second look finds."""
_ALIKE_KM = 100.0
"""The same for a name in another spelling."""
_MOST = 100
"""So many names of a report are asked for that nothing but a gazetteer speaks for."""


class Neighbourhood:
    """The places that a report names, and what a second look finds near them.

    Parameters
    ----------
    resolutions : sequence of Resolution
        The report's places.
    second_look : callable, optional
    """

    def __init__(
        self, resolutions: Sequence[Resolution], second_look: SecondLook | None = None
    ) -> None:
        named = {
            each.place.id: each.place
            for each in resolutions
            if each.place and not each.toponym.metonymic and fineness(each.place)
        }
        self._places: list[Place] = list(named.values())
        self._look = second_look
        self._found: dict[str, Resolution | None] = {}
        """What was found for each name that was asked for."""
        self._doubted = 0

    def find(self, name: Toponym, *, doubted: bool = False) -> Resolution | None:
        """Look for a name near what the report names.

        Parameters
        ----------
        name : Toponym
        doubted : bool, default False
            Whether only its being in a gazetteer speaks for it: it has to be written so.

        Returns
        -------
        Resolution or None
        """
        if name.text not in self._found:
            self._doubted += doubted
            if self._look is None or (doubted and self._doubted > _MOST):
                return None
            found = self._look(name)
            self._found[name.text] = found if self._may_hold(found) else None
        known = self._found[name.text]
        if known is None or (doubted and not _is_exact(known)):
            return None
        return replace(known, toponym=name)

    def _may_hold(self, found: Resolution) -> bool:
        """Tell whether a place was found, and lies near those that are named."""
        place = found.place
        if place is None or not self._places:
            return place is not None
        most = _NEAR_KM if _is_exact(found) else _ALIKE_KM
        return any(
            distance_km(place.lat, place.lon, each.lat, each.lon) <= most + each.radius_km
            for each in self._places
        )


def _is_exact(found: Resolution) -> bool:
    """Tell whether a gazetteer writes a name as the text does."""
    return not any(words in found.reason for words in SPELLED.values())
