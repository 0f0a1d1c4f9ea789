"""Exports of ACLED, UCDP GED and GDELT 2.0, mapped to the schema.

They bring their own points; nothing is looked up but the countries' codes.

- ACLED's ``geo_precision`` becomes UCDP's ``where_prec``: 1 (the place is known) → 1,
  2 (a part of a region, told by a town there) → 3, since it says no more than a
  district does, 3 (a larger region, told by its chief town) → 4. ``time_precision`` 2
  is the week (Monday to Sunday) around the day that stands for it, 3 its month.
- UCDP's ``where_prec`` and days are taken as they are. ``type_of_violence`` 1 and 2 are
  armed clashes, 3 is an attack on civilians: GED does not say by what means.
- GDELT's ``ActionGeo_Type`` 3 and 4 (cities) → 1, 2 and 5 (states) → 4, 1 (countries) → 6.
  CAMEO codes become ACLED's types where one fits, else "Strategic developments".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from geo.frame import time_precision
from geo.tables import days
from geo.tables.cameo import act
from geo.tables.cells import RowError, real, whole
from geo.tables.countries import Countries

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Values = dict[str, Any]
"""A row by column; what is empty is left out."""


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of export that is known by its header."""

    name: str
    needed: frozenset[str]
    """Columns that tell it from other tables, in lower case."""
    id: str
    """The column with a row's own id."""
    said: Callable[[Values, Countries], Values]
    """Gives a row's fields of the schema, but for its point and its days."""
    dated: Callable[[Values], Values]
    """Gives the fields of a row's days; raises ValueError if they cannot be read."""
    point: tuple[str, str]
    """The columns of latitude and longitude, in lower case."""


def recognise(header: Collection[str]) -> Export | None:
    """Tell which export a table is, by its header, or None."""
    names = {name.lower() for name in header}
    return next((export for export in EXPORTS if export.needed <= names), None)


def mapped(export: Export, values: Mapping[str, Any], countries: Countries) -> Values:
    """Give the fields of the schema for a row of an export.

    Parameters
    ----------
    export : Export
    values : mapping
        The row, by column, in any case of the names.
    countries : Countries

    Returns
    -------
    dict
        Fields of the schema, ``lat`` and ``lon``; None where the row says nothing.

    Raises
    ------
    RowError
        If the row has no point.
    """
    lowered = {name.lower(): value for name, value in values.items()}
    fields = {**_point(lowered, *export.point), **export.said(lowered, countries)}
    try:
        return fields | export.dated(lowered)
    except ValueError as error:
        return fields | {"reason": f"{fields['reason']}; no day taken: {error}"}


def is_gdelt_line(line: str) -> bool:
    """Tell a line of a GDELT 2.0 export: it has 61 columns and no header."""
    cells = line.rstrip("\r").split("\t")
    return len(cells) == len(GDELT_COLUMNS) and cells[0].isdigit() and cells[1].isdigit()


def _point(values: Values, lat: str, lon: str) -> Values:
    if lat not in values or lon not in values:
        raise RowError("it has no coordinates")
    try:
        north, east = real(values[lat]), real(values[lon])
    except (TypeError, ValueError):
        message = f"“{values[lat]}, {values[lon]}” are no coordinates"
        raise RowError(message) from None
    if abs(north) > 90 or abs(east) > 180:  # noqa: PLR2004  (degrees)
        message = f"{north}, {east} is nowhere on earth"
        raise RowError(message)
    if north == east == 0:
        raise RowError("0, 0 is where points land that were never filled in")
    return {"lat": north, "lon": east}


def _count(values: Values, name: str) -> int | None:
    try:
        number = whole(values[name])
    except (KeyError, TypeError, ValueError):
        return None
    return number if number >= 0 else None


def _text(values: Values, *names: str) -> str | None:
    """Give the first of some columns that says anything."""
    return next((str(values[name]) for name in names if name in values), None)


def _dated(found: days.Days, written: str, level: int | None = None) -> Values:
    return {
        "date_start": found.first,
        "date_end": found.last,
        "date_precision": found.precision,
        "date_text": written,
        "time_precision": level or time_precision(found.first, found.last),
    }


_ACLED_SAME = ("event_type", "sub_event_type", "admin1", "admin2", "actor1", "actor2")


def _acled(values: Values, countries: Countries) -> Values:
    level = _count(values, "geo_precision")
    number = _count(values, "iso")
    country = countries.numeric(number) if number else None
    if country is None and "country" in values:
        country = countries.code(str(values["country"]))
    return {
        **{name: _text(values, name) for name in _ACLED_SAME},
        "fatalities": _count(values, "fatalities"),
        "location": _text(values, "location"),
        "place_text": _text(values, "location"),
        "country": country,
        "geo_precision": {1: 1, 2: 3, 3: 4}.get(level or 0),
        "source": _text(values, "source"),
        "quote": _text(values, "notes", "location"),
        "reason": f"the point and the day are ACLED’s own, with its geo_precision {level}",
    }


def _acled_days(values: Values) -> Values:
    written = str(values.get("event_date", ""))
    found = days.read(written)
    level = _count(values, "time_precision")
    if level == 2:  # noqa: PLR2004  (the week is known)
        monday = found.first - timedelta(days=found.first.weekday())
        found = days.Days(monday, monday + timedelta(days=6), "week")
    elif level == 3:  # noqa: PLR2004  (the month is known)
        found = days.whole_month(found.first.year, found.first.month)
    return _dated(found, written, level if level in {1, 2, 3} else None)


_GED_TYPES = {
    1: ("Battles", "Armed clash"),
    2: ("Battles", "Armed clash"),
    3: ("Violence against civilians", "Attack"),
}


def _ged(values: Values, countries: Countries) -> Values:
    kind, sub = _GED_TYPES.get(_count(values, "type_of_violence") or 0, (None, None))
    return {
        "event_type": kind,
        "sub_event_type": sub,
        "location": _text(values, "where_coordinates"),
        "place_text": _text(values, "where_description", "where_coordinates"),
        "country": countries.code(str(values.get("country", ""))),
        "admin1": _text(values, "adm_1"),
        "admin2": _text(values, "adm_2"),
        "geo_precision": _count(values, "where_prec"),
        "actor1": _text(values, "side_a"),
        "actor2": _text(values, "side_b"),
        "fatalities": _count(values, "best"),
        "fatalities_low": _count(values, "low"),
        "fatalities_high": _count(values, "high"),
        "source": _text(values, "source_office", "source_article"),
        "title": _text(values, "source_headline"),
        "quote": _text(
            values, "source_headline", "source_article", "where_description", "where_coordinates"
        ),
        "reason": f"the point and the days are UCDP’s own, with its where_prec"
        f" {values.get('where_prec')} and date_prec {values.get('date_prec')}",
    }


def _ged_days(values: Values) -> Values:
    first, last = (str(values.get(name, "")) for name in ("date_start", "date_end"))
    start, end = days.read(first), days.read(last or first)
    if end.last < start.first:
        message = f"it ends ({last}) before it begins ({first})"
        raise ValueError(message)
    spans = days.Days(start.first, end.last, days.precision(start.first, end.last))
    return _dated(spans, first if first == last else f"{first} – {last}")


_GDELT_LEVELS = {1: 6, 2: 4, 3: 1, 4: 1, 5: 4}
_WITH_DIVISION = 3
"""Parts of a full name such as "Aleppo, Halab, Syria"."""


def _gdelt(values: Values, countries: Countries) -> Values:
    full = _text(values, "actiongeo_fullname") or ""
    parts = [part.strip() for part in full.split(",")]
    code = str(values.get("eventcode", ""))
    kind, sub, status = act(code, str(values.get("eventrootcode", "")))
    level = _GDELT_LEVELS.get(_count(values, "actiongeo_type") or 0)
    division = parts[-2] if len(parts) >= _WITH_DIVISION else None
    if level == 4 and len(parts) > 1:  # noqa: PLR2004  (a province)
        division = parts[0]
    url = _text(values, "sourceurl")
    return {
        "event_type": kind,
        "sub_event_type": sub,
        "status": status,
        "location": parts[0] or None,
        "place_text": full or None,
        "country": countries.fips(str(values.get("actiongeo_countrycode", ""))),
        "admin1": division,
        "geo_precision": level,
        "actor1": _text(values, "actor1name"),
        "actor2": _text(values, "actor2name"),
        "source": _host(url),
        "url": url,
        "quote": full or url,
        "reason": f"the point and the day are GDELT’s own, coded by a program; CAMEO {code or '?'}",
    }


def _gdelt_days(values: Values) -> Values:
    written = str(values.get("sqldate", ""))
    return _dated(days.read(written), written)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
          "Religion2Code", "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{which}Geo_{name}" for which in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The columns of a GDELT 2.0 event export, which has no header."""

EXPORTS = (
    Export(
        "ACLED",
        frozenset(
            {"event_id_cnty", "event_date", "event_type", "sub_event_type", "latitude", "longitude"}
        ),
        "event_id_cnty",
        _acled,
        _acled_days,
        ("latitude", "longitude"),
    ),
    Export(
        "UCDP GED",
        frozenset({"id", "type_of_violence", "where_prec", "date_start", "latitude", "longitude"}),
        "id",
        _ged,
        _ged_days,
        ("latitude", "longitude"),
    ),
    Export(
        "GDELT",
        frozenset({"globaleventid", "sqldate", "eventcode", "actiongeo_lat", "actiongeo_long"}),
        "GLOBALEVENTID",
        _gdelt,
        _gdelt_days,
        ("actiongeo_lat", "actiongeo_long"),
    ),
)
"""The exports that are known."""
