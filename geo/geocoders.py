"""The gazetteer as a geopy geocoder, and so as a provider for geopandas.

>>> import geopandas
>>> from geo.geocoders import LocalGazetteer
>>> places = geopandas.tools.geocode(["Idlib", "Aleppo"], provider=LocalGazetteer)
>>> len(places)
2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geo import resolve
from geo.gazetteer import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Place


class LocalGazetteer(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Geocode and reverse without a network.

    Parameters
    ----------
    gazetteer : Gazetteer, optional
        The default one is opened if none is given.
    timeout, user_agent : optional
        Taken for geopy's sake; nothing waits and nobody is told.

    Examples
    --------
    >>> where = LocalGazetteer().geocode("Hmeimim", country_codes="sy")
    >>> round(where.latitude, 1), round(where.longitude, 1)
    (35.4, 35.9)
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        *,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401  (geopy's own)
        user_agent: str | None = None,
    ) -> None:
        super().__init__(timeout=timeout, user_agent=user_agent)
        self._gazetteer = gazetteer or Gazetteer.open()

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        country_codes: str | Sequence[str] | None = None,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401
    ) -> Location | list[Location] | None:
        """Give the place of a name.

        Parameters
        ----------
        query : str
            "Aleppo", "Tripoli, Lebanon".
        exactly_one : bool, default True
            Whether to give the likeliest place only, else a list, the likeliest first.
        country_codes : str or sequence of str, optional
            ISO 3166-1 alpha-2 codes; only places there are given.
        timeout : optional
            Not used.

        Returns
        -------
        geopy.location.Location, list of Location, or None
            None if no place is found, or none likely enough to be told from others.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If the query is empty.
        """
        del timeout
        if not isinstance(query, str) or not query.strip():
            raise GeocoderQueryError("the query is no name")
        codes = [country_codes] if isinstance(country_codes, str) else country_codes or ()
        wanted = {code.strip() for codes_ in codes for code in codes_.split(",") if code.strip()}
        answer = resolve.look_up(query, self._gazetteer, country=wanted)
        found: list[tuple[float, Place, str]] = []
        if answer.place is not None:
            found.append((answer.confidence, answer.place, answer.reason))
            found += [(0.0, other, "another reading") for other in answer.alternatives]
        locations = [_location(place, reason, share) for share, place, reason in found]
        if exactly_one:
            return locations[0] if locations else None
        return locations or None

    def reverse(
        self,
        query: Point | tuple[float, float] | str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401
    ) -> Location | list[Location] | None:
        """Give the nearest town of a point, with its divisions and the distance.

        Parameters
        ----------
        query : geopy.point.Point, (float, float) or str
            Latitude, then longitude, in degrees.
        exactly_one : bool, default True
            Else a list of one.
        timeout : optional
            Not used.

        Returns
        -------
        geopy.location.Location, list of Location, or None
            ``raw["distance_km"]`` tells how far the town is from the point. None if
            nothing is within about 1,800 km.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If the query is no point.
        """
        del timeout
        if query is None or (not isinstance(query, (Point, str)) and len(query) == 0):
            raise GeocoderQueryError("the query is no point")
        try:
            point = query if isinstance(query, Point) else Point(query)
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(str(error)) from error
        found = self._gazetteer.reverse(point.latitude, point.longitude)
        if found is None:
            return None
        place, distance = found
        location = _location(place, "the nearest town", 1.0)
        location.raw["distance_km"] = round(distance, 3)
        return location if exactly_one else [location]


def _location(place: Place, reason: str, confidence: float) -> Location:
    chain = dict.fromkeys(
        part for part in (place.name, place.admin2, place.admin1, place.country) if part
    )
    raw = {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "radius_km": place.radius_km,
        "confidence": confidence,
        "reason": reason,
    }
    return Location(", ".join(chain), (place.lat, place.lon), raw)
