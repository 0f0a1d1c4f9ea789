"""The one contract of a table of events: columns, dtypes, bounds and CRS.

The names follow ACLED and UCDP GED where they have one. ``time_precision`` is ACLED's
(1 day, 2 week, 3 month or longer), ``geo_precision`` is UCDP's ``where_prec`` (1 the place
itself, 2 within about 25 km, 3 district, 4 province, 5 vague region, 6 country, 7 sea).
``reports`` counts the tellings of an event, ``other_reports`` holds those beside the quote
as a JSON list, and ``spans`` the words of each value as a JSON object: column name to start
and end in the document, and the document's id if it is another than the row's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.errors import SchemaError
from geo.events import ALL_TYPES, MENTION, STATUSES, SUB_EVENT_TYPES
from geo.settings import CRS

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

TEXT = "string"
DAY = "datetime64[s]"
COUNT = "Int64"
REAL = "float64"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds."""

    dtype: str
    required: bool = False
    """Whether every row must have a value."""
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()


COLUMNS: dict[str, Column] = {
    "event_id": Column(TEXT, required=True),
    "event_type": Column(TEXT, required=True, choices=(*ALL_TYPES, MENTION)),
    "sub_event_type": Column(TEXT, choices=tuple(SUB_EVENT_TYPES)),
    "status": Column(TEXT, required=True, choices=STATUSES),
    "date_start": Column(DAY),
    "date_end": Column(DAY),
    "date_precision": Column(TEXT),
    "date_text": Column(TEXT),
    "time_precision": Column(COUNT, low=1, high=3),
    "location": Column(TEXT),
    "place_text": Column(TEXT),
    "place_id": Column(TEXT),
    "country": Column(TEXT),
    "admin1": Column(TEXT),
    "admin2": Column(TEXT),
    "geo_precision": Column(COUNT, low=1, high=7),
    "radius_km": Column(REAL, low=0),
    "actor1": Column(TEXT),
    "actor2": Column(TEXT),
    "fatalities": Column(COUNT, low=0),
    "fatalities_low": Column(COUNT, low=0),
    "fatalities_high": Column(COUNT, low=0),
    "injured": Column(COUNT, low=0),
    "displaced": Column(COUNT, low=0),
    "missing": Column(COUNT, low=0),
    "captured": Column(COUNT, low=0),
    "source": Column(TEXT),
    "title": Column(TEXT),
    "url": Column(TEXT),
    "document_id": Column(TEXT, required=True),
    "published": Column(DAY),
    "quote": Column(TEXT, required=True),
    "quote_start": Column(COUNT, low=0),
    "quote_end": Column(COUNT, low=0),
    "reports": Column(COUNT, low=1),
    "other_reports": Column(TEXT),
    "spans": Column(TEXT),
    "confidence": Column(REAL, low=0, high=1),
    "reason": Column(TEXT),
}
"""Every column but ``geometry``, in order."""

GEOMETRY = "geometry"

_HINT = (
    "A table of events comes from geo.parse(text), from geo.read_events(path) for a GeoJSON or"
    " CSV file of events, and from geo.geocode_frame(table, place=…).placed for any other table."
)


def faults(frame: gpd.GeoDataFrame) -> tuple[str, ...]:
    """List everything in which a table breaks the contract.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        Further columns are allowed behind the contract's own.

    Returns
    -------
    tuple of str
        One sentence a fault, in the order of the columns; empty if all is well.
    """
    found: list[str] = []
    sound: set[str] = set()
    for name, column in COLUMNS.items():
        times = list(frame.columns).count(name)
        if times != 1:
            found.append(f"column {name!r} {'stands twice' if times else 'is missing'}")
        elif str(frame[name].dtype) not in _same_dtypes(column.dtype):
            found.append(f"column {name!r} has dtype {frame[name].dtype}, not {column.dtype}")
        else:
            sound.add(name)
            found += _column_faults(name, column, frame[name])
    found += _row_faults(frame, sound)
    found += _geometry_faults(frame)
    return tuple(found)


def validate(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the table back if it keeps the contract.

    Raises
    ------
    SchemaError
        With all faults, if it does not.
    """
    if kind := _no_table(frame):
        raise SchemaError((kind,), hint=_HINT)
    if found := faults(frame):
        # Other readers guess types, so that an empty column is no text and a count is no Int64.
        untyped = any(" has dtype " in fault or fault.endswith("is missing") for fault in found)
        raise SchemaError(found, hint=_HINT if untyped else "")
    return frame


def _no_table(given: object) -> str:
    """Say what was given in the place of a GeoDataFrame; nothing if it is one."""
    if hasattr(given, "active_geometry_name"):
        return ""
    if isinstance(given, str) or hasattr(given, "__fspath__"):
        return f"this is a path or a text, {str(given)[:80]!r}, not a geopandas.GeoDataFrame"
    kind = type(given)
    module = kind.__module__.partition(".")[0]
    name = kind.__name__ if module == "builtins" else f"{module}.{kind.__name__}"
    return f"this is a {name}, not a geopandas.GeoDataFrame"


def _column_faults(name: str, column: Column, values: pd.Series[Any]) -> list[str]:
    found = []
    present = values.dropna()
    if column.required and len(present) < len(values):
        found.append(f"column {name!r} is empty in {_rows(values.isna())}")
    if column.choices:
        odd = present[~present.isin(column.choices)]
        if len(odd):
            listed = ", ".join(map(repr, odd.unique()[:5]))
            found.append(f"column {name!r} has unknown values: {listed}")
    if column.dtype == REAL and present.isin([math.inf, -math.inf]).any():
        endless = values.isin([math.inf, -math.inf])
        found.append(f"column {name!r} is infinite in {_rows(endless)}")
    if column.dtype == DAY:
        found += _clock_faults(name, values)
    if column.low is not None and (present < column.low).any():
        found.append(f"column {name!r} is below {column.low:g} in {_rows(values < column.low)}")
    if column.high is not None and (present > column.high).any():
        found.append(f"column {name!r} is above {column.high:g} in {_rows(values > column.high)}")
    return found


def _clock_faults(name: str, values: pd.Series[Any]) -> list[str]:
    """Find days with a clock time, which are another day elsewhere."""
    timed = values.notna() & (values != values.dt.normalize())
    return [f"column {name!r} holds clock times in {_rows(timed)}"] if timed.any() else []


def _row_faults(frame: gpd.GeoDataFrame, sound: set[str]) -> list[str]:
    """List what is wrong between columns, as far as these are sound themselves."""
    checks: dict[str, pd.Series[Any]] = {}
    if "event_id" in sound:
        repeated = frame["event_id"].duplicated(keep=False) & frame["event_id"].notna()
        checks["column 'event_id' repeats itself"] = repeated
    if {"date_start", "date_end"} <= sound:
        first, last = frame["date_start"], frame["date_end"]
        checks["date_end lies before date_start"] = last < first
        checks["only one of date_start and date_end is given"] = first.isna() != last.isna()
    if {"event_type", "sub_event_type"} <= sound:
        untyped = frame["sub_event_type"].isna() & (frame["event_type"] != MENTION)
        checks["column 'sub_event_type' is empty for an event"] = untyped
    return [f"{fault} in {_rows(rows)}" for fault, rows in checks.items() if rows.any()]


def _geometry_faults(frame: gpd.GeoDataFrame) -> list[str]:
    active = frame.active_geometry_name
    if active is None:
        return [f"column {GEOMETRY!r} is missing"]
    found = []
    if active != GEOMETRY:
        found.append(f"the active geometry is {active!r}, not {GEOMETRY!r}")
    if frame.crs is None or frame.crs.to_epsg() != 4326:  # noqa: PLR2004  (EPSG:4326)
        found.append(f"the CRS is {frame.crs}, not {CRS}")
    points = frame.geometry.dropna()
    points = points[~points.is_empty]
    if (points.geom_type != "Point").any():
        found.append("column 'geometry' holds shapes other than points")
    elif not ((points.x.abs() <= 180) & (points.y.abs() <= 90)).all():  # noqa: PLR2004  (degrees)
        found.append("column 'geometry' holds points outside 180 degrees east and 90 north")
    return found


def _same_dtypes(dtype: str) -> set[str]:
    """Dtypes that hold the same: pandas 3 calls its own strings ``str``."""
    if dtype == TEXT:
        return {"string", "str"}
    if dtype == DAY:
        return {"datetime64[s]", "datetime64[ms]", "datetime64[us]", "datetime64[ns]"}
    return {dtype}


def _rows(mask: pd.Series[Any]) -> str:
    rows = [str(index) for index in mask.index[mask.fillna(value=False)]]
    shown = ", ".join(rows[:5])
    more = f" and {len(rows) - 5} more" if len(rows) > 5 else ""  # noqa: PLR2004  (enough to look at)
    return f"row {shown}" if len(rows) == 1 else f"rows {shown}{more}"
