"""One's own places: read from a table, kept as a layer that wins over the others.

The table is CSV, TSV or GeoJSON with ``name``, ``lat`` and ``lon``, and optionally ``id``,
``kind``, ``country``, ``admin1``, ``admin2``, ``population``, ``radius_km`` and ``names``
(separated by ``|``).
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
from filelock import FileLock

from geo.errors import GazetteerError
from geo.files import replacing
from geo.gazetteer import store
from geo.gazetteer.curated import Fields, listed
from geo.gazetteer.record import Record, Role, Supply
from geo.model import Place
from geo.settings import APP_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OnError = Callable[[GazetteerError], None]
"""What is called with each row that is refused."""

FIELDS = ("id", "name", "kind", "lat", "lon", "country", "admin1", "admin2", "population",
          "radius_km", "names")  # fmt: skip
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_COUNTRY = re.compile("[A-Z]{2}")
_NEEDED = ("name", "lat", "lon")
_FILE = "own-places.jsonl"


def add(
    path: Path,
    *,
    cache: Path | None = None,
    on_error: OnError | None = None,
) -> tuple[int, int]:
    """Add the places of a table to one's own; a place of the same id is replaced.

    Parameters
    ----------
    path : pathlib.Path
        ``.csv``, ``.tsv`` or ``.geojson``, UTF-8.
    cache : pathlib.Path, optional
        Folder of built indexes; one's places are then kept there too.
    on_error : callable, optional
        Called with a :class:`~geo.errors.GazetteerError` for each refused row, which
        names row and field; the good rows stay. By default the first one is raised.

    Returns
    -------
    (int, int)
        How many places were added, and how many there are now.

    Raises
    ------
    GazetteerError
        If the file cannot be read, or at the first refusal without `on_error`.
    """
    found = {record["id"]: record for record in read(path, on_error=on_error)}
    target = _kept(cache)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Two that add at once must not lose each other's places.
    with FileLock(target.with_name(f"{target.name}.lock")):
        return len(found), _keep(found, cache)


def _keep(found: dict[str, dict[str, Any]], cache: Path | None) -> int:
    """Add places to those kept, write the layer, and tell how many there are now."""
    kept = {record["id"]: record for record in own(cache)} | found
    with replacing(_kept(cache)) as temporary:
        lines = (json.dumps(record) + "\n" for record in kept.values())
        temporary.write_text("".join(lines), encoding="utf-8")
    supply = Supply(map(_record, kept.values()), len(kept), {"sources": {"own places": ""}})
    store.add_layer(store.OWN, supply, cache=cache)
    return len(kept)


def own(cache: Path | None = None) -> list[dict[str, Any]]:
    """Give the places that were added so far, as they are kept."""
    path = _kept(cache)
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def forget(cache: Path | None = None) -> int:
    """Remove all of one's own places; tell how many there were."""
    count = len(own(cache))
    _kept(cache).unlink(missing_ok=True)
    store.remove_layer(store.OWN, cache)
    return count


def read(path: Path, *, on_error: OnError | None = None) -> Iterator[dict[str, Any]]:
    """Yield the places of a table, checked; see :func:`add`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"cannot be read as UTF-8: {error}", path=str(path)) from error
    suffix = path.suffix.lower()
    if suffix in {".csv", ".tsv"}:
        rows = _table_rows(path, text)
    elif suffix in {".geojson", ".json"}:
        rows = _feature_rows(path, text)
    else:
        raise GazetteerError("is not one of .csv, .tsv, .geojson", path=str(path))
    for number, row in rows:
        try:
            yield _checked(path, number, row)
        except GazetteerError as error:
            if on_error is None:
                raise
            on_error(error)


def _kept(cache: Path | None) -> Path:
    folder = cache or Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
    return folder / _FILE


def _table_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    # Spreadsheets of many countries write semicolons into what they call CSV.
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = list(reader.fieldnames or ())
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise GazetteerError(f"lacks the column(s) {', '.join(missing)}", path=str(path), line=1)
    if len(set(header)) < len(header):
        raise GazetteerError("names a column twice", path=str(path), line=1)
    for row in reader:
        # A row of another length would shift values into other columns.
        if None in row or None in row.values():
            yield reader.line_num, {}
        else:
            yield reader.line_num, row


def _feature_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        features = json.loads(text)["features"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise GazetteerError("is no GeoJSON FeatureCollection", path=str(path)) from None
    if not isinstance(features, list):
        raise GazetteerError("is no GeoJSON FeatureCollection", path=str(path))
    for number, feature in enumerate(features, start=1):
        row: dict[str, Any] = {}
        if isinstance(feature, dict) and isinstance(feature.get("properties"), dict):
            row = dict(feature["properties"])
            geometry = feature.get("geometry")
            if isinstance(geometry, dict) and geometry.get("type") == "Point":
                spot = geometry.get("coordinates")
                if isinstance(spot, list) and len(spot) > 1:
                    row |= {"lon": spot[0], "lat": spot[1]}
        yield number, row


def _checked(path: Path, number: int, row: dict[str, Any]) -> dict[str, Any]:
    """Give a row with every field typed, or refuse it by row and field."""
    if not row:
        raise GazetteerError("has not as many fields as it needs", path=str(path), line=number)
    written = {name: _text(row.get(name)) for name in FIELDS}
    fields = Fields(str(path), number, written)
    for name, text in written.items():
        if _UNWRITABLE.search(text):
            raise fields.fault(name, "holds control characters or halves of characters")
    written["kind"] = (written["kind"] or "P.PPL").upper()
    written["country"] = written["country"].upper()
    if written["country"] and not _COUNTRY.fullmatch(written["country"]):
        raise fields.fault("country", f"{written['country']!r} is no ISO 3166-1 alpha-2 code")
    place: dict[str, Any] = {
        "name": fields.text("name"),
        "kind": fields.kind("kind"),
        "lat": fields.number("lat", -90, 90),
        "lon": fields.number("lon", -180, 180),
        "country": written["country"],
        "admin1": written["admin1"],
        "admin2": written["admin2"],
        "population": int(fields.number("population", 0, 2**32 - 1, default=0)),
        "radius_km": fields.number("radius_km", 0, 10_000, default=1.0),
        "names": listed(written["names"]),
    }
    content = json.dumps([place[field] for field in ("name", "lat", "lon")])
    place["id"] = f"own:{written['id'] or hashlib.sha256(content.encode()).hexdigest()[:12]}"
    return place


def _text(value: object) -> str:
    if isinstance(value, list):
        return "|".join(str(part) for part in value)
    return "" if value is None else str(value).strip()


def _record(row: dict[str, Any]) -> Record:
    place = Place(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        country=row["country"] or None,
        admin1=row["admin1"] or None,
        admin2=row["admin2"] or None,
        lat=row["lat"],
        lon=row["lon"],
        population=row["population"],
        radius_km=row["radius_km"],
        noted=True,
    )
    names: Iterable[tuple[str, Role]] = ((name, Role.ALTERNATE) for name in row["names"])
    return Record(place, [(row["name"], Role.PRIMARY), *names])
