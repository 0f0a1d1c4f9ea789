"""The features of a GeoJSON text, by the standard library: GDAL would follow references."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geo.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Callable


def features_of(
    path: str, text: str, *, parse_constant: Callable[[str], object] | None = None
) -> list[Any]:
    """Give the features of a FeatureCollection, as they are.

    Parameters
    ----------
    path : str
        The file's name, for errors.
    text : str
    parse_constant : callable, optional
        What to make of NaN and Infinity, which JSON does not have.

    Raises
    ------
    TableError
        If the text is not JSON, or no FeatureCollection.
    """
    try:
        collection = json.loads(text, parse_constant=parse_constant)
    except (ValueError, RecursionError) as error:
        reason = f"is not JSON: {error}"
        raise TableError(reason, path=path) from None
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        raise TableError("is no GeoJSON FeatureCollection", path=path)
    return features
