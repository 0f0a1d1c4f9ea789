"""Distances and means on the sphere, in kilometres and WGS 84 degrees.

Plain floats, since the resolver asks for a hundred thousand distances a second;
:mod:`geopy.distance` gives the same to a millimetre and is what the tests compare with.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

EARTH_RADIUS_KM = 6371.0088
"""Mean radius, IUGG."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points, by the haversine formula.

    Parameters
    ----------
    lat1, lon1, lat2, lon2 : float
        Degrees, latitude first.

    Returns
    -------
    float
        Kilometres.

    Examples
    --------
    >>> round(distance_km(35.93, 36.63, 36.20, 37.16))
    56
    """
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def mean_point(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """Give the mean of points on the sphere; the antimeridian is no wall.

    Parameters
    ----------
    points : iterable of (float, float)
        Latitude and longitude in degrees; at least one.

    Returns
    -------
    (float, float)
        Latitude and longitude in degrees, rounded to 5 decimals (about a metre).

    Raises
    ------
    ValueError
        If there is no point: no mean is better than one at 0, 0.
    """
    x = y = z = 0.0
    for lat, lon in points:
        phi, lam = math.radians(lat), math.radians(lon)
        x += math.cos(phi) * math.cos(lam)
        y += math.cos(phi) * math.sin(lam)
        z += math.sin(phi)
    if x == y == z == 0:
        message = "there is no point to take the mean of"
        raise ValueError(message)
    return (
        round(math.degrees(math.atan2(z, math.hypot(x, y))), 5),
        round(math.degrees(math.atan2(y, x)), 5),
    )
