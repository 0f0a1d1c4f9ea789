"""The layout of an index on disk, which its writer and its reader share.

``places.bin``
    One fixed-size row a place; strings are offsets into ``strings.bin``.
``strings.bin``
    UTF-8 strings, each ended by a zero byte.
``names-N.marisa``
    Tries from name key to (place number, role of the name), by the hash of the first word.
``loose-N.marisa``
    Tries of "loose key, tab, sound, tab, name key", of the names in the trie of that number.
``cells.npy`` and ``order.npy``
    Cells of a tenth of a degree in ascending order, and the place that lies in each.
``info.json``
    What the index was built from; written last, so that its presence means a whole index.
"""

from __future__ import annotations

from typing import Any
from zlib import crc32

import numpy as np

from geo.sphere import EARTH_RADIUS_KM

FORMAT = 2
"""Raised whenever an index written before can no longer be read."""
NAME_FORMAT = "<IB"
"""Place number and role, as :mod:`struct` packs them."""
ROW = np.dtype(
    [
        ("id", "<u4"), ("name", "<u4"), ("kind", "<u4"), ("country", "<u4"),
        ("admin1", "<u4"), ("admin2", "<u4"), ("population", "<u4"),
        ("lat_e6", "<i4"), ("lon_e6", "<i4"), ("radius_m", "<u4"),
        ("noted", "u1"),
    ]
)  # fmt: skip
CELLS_PER_DEGREE = 10
ROW_OF_CELLS = 360 * CELLS_PER_DEGREE


def shard_of(text: str, shards: int) -> int:
    """Give the number of the file that a text stands in."""
    return crc32(text.encode()) % shards if shards > 1 else 0


def cells(lat_e6: np.ndarray[Any, Any], lon_e6: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Give the cell of each point.

    Parameters
    ----------
    lat_e6, lon_e6 : numpy.ndarray of int32, shape (n,)
        Millionths of a degree.

    Returns
    -------
    numpy.ndarray of int32, shape (n,)
        Row of cells from the south pole times :data:`ROW_OF_CELLS` plus column from 180° W.
    """
    size = 1_000_000 // CELLS_PER_DEGREE
    row = (lat_e6.astype(np.int64) + 90_000_000) // size
    column = (lon_e6.astype(np.int64) + 180_000_000) // size % ROW_OF_CELLS
    return (row * ROW_OF_CELLS + column).astype(np.int32)


def distances_km(
    lat: float, lon: float, lats: np.ndarray[Any, Any], lons: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    """As :func:`geo.sphere.distance_km`, from one point to many.

    Parameters
    ----------
    lat, lon : float
    lats, lons : numpy.ndarray, shape (n,)
        Degrees.

    Returns
    -------
    numpy.ndarray of float, shape (n,)
        Kilometres.
    """
    phi, phis = np.radians(lat), np.radians(lats)
    half = np.sin((phis - phi) / 2) ** 2
    half += np.cos(phi) * np.cos(phis) * np.sin(np.radians(lons - lon) / 2) ** 2
    distances: np.ndarray[Any, Any] = (
        2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    )
    return distances
