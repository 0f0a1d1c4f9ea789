"""The curated TSV files of ``gazetteer/``: read, and every fault named.

The columns are explained in ``gazetteer/README.md``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.errors import GazetteerError
from geo.gazetteer.record import Record, Role
from geo.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KIND = re.compile(r"[ACHLPRSTUV]\.[A-Z0-9]{2,5}")


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Read a tab-separated file with a header line and no quoting.

    Parameters
    ----------
    path : pathlib.Path
        UTF-8 text.

    Yields
    ------
    (int, dict of str to str)
        The line's number, counted from 1 with the header, and its fields.

    Raises
    ------
    GazetteerError
        If a line has more or fewer fields than the header.
    """
    with path.open(encoding="utf-8", newline="\n") as lines:
        header = next(lines, "").rstrip("\n").split("\t")
        for number, line in enumerate(lines, start=2):
            if not line.strip():
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) != len(header):
                reason = f"{len(fields)} fields where the header has {len(header)}"
                raise GazetteerError(reason, path=str(path), line=number)
            yield number, dict(zip(header, fields, strict=True))


def countries(path: Path) -> Iterator[Record]:
    """Read ``countries.tsv``: countries and dependent territories."""
    for line, row in rows(path):
        field = _Fields(path, line, row)
        names = [(field.text("name"), Role.PRIMARY), (row["official"], Role.ALTERNATE)]
        names += [(name, _country_role(name)) for name in _listed(row["names"])]
        names += [(row["iso3"], Role.CODE)]
        names += [(name, Role.DEMONYM) for name in _listed(row["demonyms"])]
        place = Place(
            id=f"iso:{field.text('iso2')}",
            name=field.text("name"),
            kind="A.PCLI",
            country=row["iso2"],
            admin1=None,
            admin2=None,
            lat=field.number("lat", -90, 90),
            lon=field.number("lon", -180, 180),
            radius_km=field.number("radius_km", 0, 10_000),
        )
        yield Record(place, names)


def places(path: Path) -> Iterator[Record]:
    """Read ``theatre.tsv`` or ``regions.tsv``: places with their neighbour."""
    for line, row in rows(path):
        field = _Fields(path, line, row)
        kind = field.text("kind")
        if not _KIND.fullmatch(kind):
            reason = f"{kind!r} is no GeoNames feature class and code, such as P.PPL"
            raise GazetteerError(reason, path=str(path), line=line, field="kind")
        names = [(field.text("name"), Role.PRIMARY)]
        names += [(name, Role.ALTERNATE) for name in _listed(row["names"])]
        place = Place(
            id=field.text("id"),
            name=row["name"],
            kind=kind,
            country=row["country"] or None,
            admin1=row["admin1"] or None,
            admin2=row["admin2"] or None,
            lat=field.number("lat", -90, 90),
            lon=field.number("lon", -180, 180),
            radius_km=field.number("radius_km", 0, 10_000),
        )
        yield Record(place, names)


def _country_role(name: str) -> Role:
    """Names of two or three capitals (US, U.K., UAE) count only as written so."""
    bare = name.replace(".", "")
    return Role.SHORT if bare.isascii() and bare.isupper() and len(bare) <= 4 else Role.ALTERNATE  # noqa: PLR2004  (the longest is CAR with a dot or two)


def _listed(field: str) -> list[str]:
    return [part.strip() for part in field.split("|") if part.strip()]


class _Fields:
    """One row's fields, read with checks that name file, line and field."""

    def __init__(self, path: Path, line: int, row: dict[str, str]) -> None:
        self._path = str(path)
        self._line = line
        self._row = row

    def text(self, name: str) -> str:
        value = self._row[name]
        if not value:
            raise GazetteerError("is empty", path=self._path, line=self._line, field=name)
        return value

    def number(self, name: str, low: float, high: float) -> float:
        try:
            value = float(self._row[name])
        except ValueError:
            reason = f"{self._row[name]!r} is not a number"
            raise GazetteerError(reason, path=self._path, line=self._line, field=name) from None
        if not low <= value <= high:
            reason = f"{value} is outside {low}…{high}"
            raise GazetteerError(reason, path=self._path, line=self._line, field=name)
        return value
