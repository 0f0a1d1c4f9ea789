"""Events out: GeoJSON (RFC 7946) and CSV, each complete or not written at all.

References
----------
.. [1] H. Butler et al., "The GeoJSON Format", RFC 7946, 2016.
.. [2] OWASP, "CSV Injection".
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.polygon import orient

from geo.errors import GeoError
from geo.files import replacing
from geo.frame import plain_rows
from geo.text import inert_cell

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

DECIMALS = 7
"""About a centimetre; more would pretend (RFC 7946, section 11.2)."""

SUFFIXES = (".geojson", ".json", ".csv")
"""Kinds of files that :func:`write` makes, by suffix."""


def to_geojson(frame: gpd.GeoDataFrame, *, indent: int | None = None) -> str:
    """Write a table of events as a GeoJSON FeatureCollection.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        As :mod:`geo.schema` says; another CRS is turned into WGS 84.
    indent : int, optional
        Spaces to indent by; by default one line.

    Returns
    -------
    str
        Conforms to RFC 7946: WGS 84, longitude first, at most 7 decimals, right-hand
        rule, shapes cut at the antimeridian, a ``bbox``, no NaN. Days are
        ``YYYY-MM-DD``. Rows without a place, or with one that is nowhere on earth,
        have a null geometry.

    Examples
    --------
    >>> import geo
    >>> events = geo.parse("A bomb killed two people in Idlib on 3 May 2019.")
    >>> '"Point"' in geo.to_geojson(events)
    True
    """
    head, features = _collection(frame)
    return json.dumps(
        head | {"features": features}, ensure_ascii=False, allow_nan=False, indent=indent
    )


def _collection(frame: gpd.GeoDataFrame) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Give the members of a FeatureCollection before its features, and these."""
    shapes = [_cut(shape) for shape in _in_degrees(frame)]
    features = [
        {
            "type": "Feature",
            "id": properties["event_id"],
            "geometry": _geometry(shape),
            "properties": properties,
        }
        for properties, shape in zip(plain_rows(frame), shapes, strict=True)
    ]
    head: dict[str, Any] = {"type": "FeatureCollection"}
    box = _bbox([shape for shape in shapes if shape is not None])
    if box is not None:
        head["bbox"] = box
    return head, features


def _feature_a_line(frame: gpd.GeoDataFrame) -> str:
    """As :func:`to_geojson`, in lines that a person and a version control can compare."""
    head, features = _collection(frame)
    encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    lines = ",\n".join(map(encoded, features))
    return f'{encoded(head)[:-1]}, "features": [\n{lines}\n]}}\n'


def to_csv(frame: gpd.GeoDataFrame) -> str:
    """Write a table of events as CSV (RFC 4180), with ``lat`` and ``lon`` columns.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        As :mod:`geo.schema` says; another CRS is turned into WGS 84.

    Returns
    -------
    str
        UTF-8 text with a header. Text that a spreadsheet would run as a formula gets
        an apostrophe before it; numbers stay numbers, so -35.5 is written as it is.
    """
    names = [name for name in frame.columns if name not in {frame.geometry.name, "lat", "lon"}]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(_cell(str(name)) for name in names), "lat", "lon"])
    for properties, shape in zip(plain_rows(frame), _in_degrees(frame), strict=True):
        point = _cut(None if shape is None else shape.centroid)
        spot = ("", "") if point is None else (round(point.y, DECIMALS), round(point.x, DECIMALS))
        writer.writerow([*(_cell(properties[name]) for name in names), *spot])
    return out.getvalue()


def write(frame: gpd.GeoDataFrame, path: str | os.PathLike[str]) -> None:
    """Write a table of events to a file, GeoJSON or CSV by its suffix.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
    path : str or os.PathLike
        Ends in one of :data:`SUFFIXES`. What stands there is replaced only when the
        new content is complete. GeoJSON is written with a feature a line.

    Raises
    ------
    GeoError
        If the suffix is another.
    OSError
        If the file cannot be written.
    """
    check_suffix(path)
    text = to_csv(frame) if str(path).lower().endswith(".csv") else _feature_a_line(frame)
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="")


def check_suffix(path: str | os.PathLike[str]) -> None:
    """Raise a GeoError if :func:`write` does not know the kind of a file."""
    if not str(path).lower().endswith(SUFFIXES):
        message = f"{path}: the kind of file is told by its suffix: {', '.join(SUFFIXES)}"
        raise GeoError(message)


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, (list, dict)):
        value = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return inert_cell(value) if isinstance(value, str) else value


def _in_degrees(frame: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Give the shapes of a table in WGS 84."""
    if frame.crs is None or frame.crs.to_epsg() == 4326:  # noqa: PLR2004  (EPSG:4326)
        return frame.geometry
    return frame.geometry.to_crs(4326)


def _cut(shape: BaseGeometry | None) -> BaseGeometry | None:
    """Bring a shape into RFC 7946's form: in range, cut at 180°, counter-clockwise."""
    if shape is None or shape.is_empty or not np.isfinite(shapely.get_coordinates(shape)).all():
        return None
    west, south, east, north = shape.bounds
    if south < -90 or north > 90:  # noqa: PLR2004  (degrees)
        return None
    if west >= -180 and east <= 180:  # noqa: PLR2004  (degrees)
        return _oriented(shape)
    if shape.geom_type == "GeometryCollection":
        return shapely.GeometryCollection([_cut(part) for part in shape.geoms])
    if shape.geom_type == "Point":
        return shapely.Point((shape.x + 180) % 360 - 180, shape.y)
    shape = shapely.make_valid(shape)
    parts: list[BaseGeometry] = []
    for turn in range(math.floor((west + 180) / 360), math.floor((east + 180) / 360) + 1):
        inside = shape.intersection(shapely.box(-180 + 360 * turn, -90, 180 + 360 * turn, 90))
        # What only touches the line there (an edge of a polygon) is no part of the shape.
        parts += [
            shapely.transform(part, lambda xy, turn=turn: xy - [360 * turn, 0])
            for part in shapely.get_parts(inside)
            if not part.is_empty and shapely.get_dimensions(part) == shapely.get_dimensions(shape)
        ]
    return _oriented(parts[0] if len(parts) == 1 else shapely.unary_union(parts))


def _oriented(shape: BaseGeometry) -> BaseGeometry:
    if shape.geom_type == "Polygon":
        return orient(shape, 1.0)
    if shape.geom_type == "MultiPolygon":
        return shapely.MultiPolygon([orient(part, 1.0) for part in shape.geoms])
    if shape.geom_type == "GeometryCollection":
        return shapely.GeometryCollection([_oriented(part) for part in shape.geoms])
    # GeoJSON knows no rings by themselves.
    return shapely.LineString(shape) if shape.geom_type == "LinearRing" else shape


def _geometry(shape: BaseGeometry | None) -> dict[str, Any] | None:
    if shape is None:
        return None
    if shape.geom_type == "GeometryCollection":
        return {"type": shape.geom_type, "geometries": [_geometry(part) for part in shape.geoms]}
    found = mapping(shape)
    return {"type": found["type"], "coordinates": _positions(found["coordinates"])}


def _positions(coordinates: float | Iterable[Any]) -> float | list[Any]:
    if isinstance(coordinates, (int, float)):
        return _rounded(coordinates)
    return [_positions(part) for part in coordinates]


def _rounded(degrees: float) -> float:
    value = round(float(degrees), DECIMALS)
    return int(value) if value.is_integer() else value


def _bbox(shapes: list[BaseGeometry]) -> list[float] | None:
    """Give west, south, east, north; west > east where the box spans 180° (section 5.2)."""
    if not shapes:
        return None
    # Part by part, since the halves of a shape that was cut lie at both ends of the map.
    bounds = [part.bounds for shape in shapes for part in shapely.get_parts(shape)]
    south, north = min(each[1] for each in bounds), max(each[3] for each in bounds)
    west, east = _narrowest([(each[0], each[2]) for each in bounds])
    return [_rounded(each) for each in (west, south, east, north)]


def _narrowest(ranges: list[tuple[float, float]]) -> tuple[float, float]:
    """Give the shortest stretch of longitudes that holds all ranges."""
    merged: list[tuple[float, float]] = []
    for west, east in sorted(ranges):
        if merged and west <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(east, merged[-1][1]))
        else:
            merged.append((west, east))
    across = (360 - (merged[-1][1] - merged[0][0]), merged[0][0], merged[-1][1])
    between = [
        (after[0] - before[1], after[0], before[1]) for before, after in itertools.pairwise(merged)
    ]
    # The stretch is what the widest gap leaves; of equals, the one that spans no 180°.
    _, west, east = max([across, *between], key=lambda gap: gap[0])
    return west, east
