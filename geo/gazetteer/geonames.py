"""GeoNames' dumps, streamed: countries' files, allCountries, and the tables beside them.

Files are read in their official layout [1]_, plain or zipped, line by line, so that
thirteen million places need no more memory than their ids.

.. [1] https://download.geonames.org/export/dump/readme.txt
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from array import array
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geo.errors import GazetteerError
from geo.gazetteer.hierarchy import ADM1, ADM2, Hierarchy
from geo.gazetteer.record import LaterName, Record, Role, Supply
from geo.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OnError = Callable[[GazetteerError], None]
"""What is called with each line that is refused."""

_COLUMNS = 19
_ALTERNATE_COLUMNS = 4
_PEOPLE_PER_KM2 = 3000.0
_BYTES_A_PLACE = 110
_ZIPPED = 4
"""How much smaller a zipped dump is, roughly."""
_RADIUS_KM = {
    "A.PCLI": 300.0, "A.ADM1": 80.0, "A.ADM2": 30.0, "A.ADM3": 15.0, "A.ADM4": 8.0,
    "L": 20.0, "H": 20.0, "T": 10.0, "R": 10.0, "S": 1.0, "V": 10.0, "U": 50.0,
}  # fmt: skip
"""By kind, else by class; a dump tells no extent."""
_ID = re.compile("[0-9]{1,9}")
_NO_NAMES = {"link", "wkdt", "post", "unlc", "phon", "piny"}
"""Codes of the language column that mark something other than a name to read."""
_CODES = {"iata", "icao", "faac", "tcid"}


@dataclass
class Dumps:
    """The files of a build; all but `places` may be missing.

    Parameters
    ----------
    places : list of pathlib.Path
        ``allCountries``, ``SY`` … as ``.txt`` or ``.zip``.
    alternate_names, admin1, admin2, country_info, hierarchy : pathlib.Path, optional
        ``alternateNamesV2``, ``admin1CodesASCII.txt``, ``admin2Codes.txt``,
        ``countryInfo.txt``, ``hierarchy``. The last one names the divisions of a place
        whose codes do not, if those divisions stand in the dumps; they are then read twice.
    on_error : callable, optional
        Called with each refused line; by default the first one is raised.
    """

    places: list[Path]
    alternate_names: Path | None = None
    admin1: Path | None = None
    admin2: Path | None = None
    country_info: Path | None = None
    hierarchy: Path | None = None
    on_error: OnError | None = None
    _ids: array[int] = field(default_factory=lambda: array("I"), repr=False)

    @property
    def about(self) -> int:
        """How many places there may be, by the size of the files."""
        sizes = (
            path.stat().st_size * (_ZIPPED if path.suffix.lower() == ".zip" else 1)
            for path in self.places
        )
        return sum(sizes) // _BYTES_A_PLACE + 1

    def records(self) -> Iterator[Record]:
        """Yield a record a line, in the order of the files.

        Raises
        ------
        GazetteerError
            If a file cannot be read, or at the first bad line without `on_error`.
        """
        del self._ids[:]
        chains = _code_names(self.admin1), _code_names(self.admin2)
        radii = _country_radii(self.country_info)
        hierarchy = self._hierarchy()
        for path in self.places:
            for number, line in _lines(path):
                try:
                    record = _record(path, number, line, chains, radii)
                except GazetteerError as error:
                    self._refuse(error)
                    continue
                identity = int(record.place.id.removeprefix("gn:"))
                self._ids.append(identity)
                if hierarchy is not None:
                    record.place = _placed(record.place, hierarchy.divisions(identity))
                yield record

    def supply(self) -> Supply:
        """Give what an index of these dumps is written from."""
        facts = {
            "sources": {path.name: str(path.stat().st_size) for path in self.places},
            "attribution": [{"text": "GeoNames (CC BY 4.0)", "url": "https://www.geonames.org/"}],
        }
        return Supply(self.records(), self.about, facts, self.later_names)

    def later_names(self) -> Iterator[LaterName]:
        """Yield names of the alternate-names file, with the number of their record.

        To be read after :meth:`records`, which tells the numbers.
        """
        if self.alternate_names is None:
            return
        ids = np.frombuffer(self._ids, dtype=np.uint32) if self._ids else np.zeros(0, np.uint32)
        order = np.argsort(ids, kind="stable")
        ordered = ids[order]
        for number, line in _lines(self.alternate_names):
            fields = line.rstrip("\n").split("\t")
            if len(fields) < _ALTERNATE_COLUMNS or not _ID.fullmatch(fields[1]):
                reason = "is no line of alternateNamesV2"
                self._refuse(GazetteerError(reason, path=str(self.alternate_names), line=number))
                continue
            language = fields[2]
            if language in _NO_NAMES or not fields[3]:
                continue
            at = int(np.searchsorted(ordered, int(fields[1])))
            if at < len(ordered) and ordered[at] == int(fields[1]):
                yield int(order[at]), fields[3], _role(language)

    def _hierarchy(self) -> Hierarchy | None:
        """Read who lies in whom, and the names of the divisions in the dumps."""
        if self.hierarchy is None:
            return None
        found = Hierarchy()
        for number, line in _lines(self.hierarchy):
            if not found.read(line):
                reason = "is no line of hierarchy.txt"
                self._refuse(GazetteerError(reason, path=str(self.hierarchy), line=number))
        for path in self.places:
            for _, line in _lines(path):
                # Looked at before it is split: one line in a hundred is a division.
                if "\tADM1\t" in line or "\tADM2\t" in line:
                    fields = line.split("\t")
                    kind = ".".join(fields[6:8])
                    if kind in {ADM1, ADM2} and _ID.fullmatch(fields[0]):
                        found.names[int(fields[0])] = kind, fields[1]
        return found

    def _refuse(self, error: GazetteerError) -> None:
        if self.on_error is None:
            raise error
        self.on_error(error)


def _role(language: str) -> Role:
    if language in _CODES:
        return Role.CODE
    return Role.SHORT if language == "abbr" else Role.ALTERNATE


def _record(
    path: Path,
    number: int,
    line: str,
    chains: tuple[dict[str, str], dict[str, str]],
    radii: dict[str, float],
) -> Record:
    fields = line.rstrip("\n").split("\t")
    if len(fields) != _COLUMNS:
        reason = f"{len(fields)} fields where GeoNames has {_COLUMNS}"
        raise GazetteerError(reason, path=str(path), line=number)
    identity, name, ascii_name, others = fields[:4]
    if not _ID.fullmatch(identity) or not (name or ascii_name) or "\0" in line or "\ufffd" in name:
        reason = "has no id, no readable name, or a zero byte"
        raise GazetteerError(reason, path=str(path), line=number)
    kind = f"{fields[6]}.{fields[7]}" if fields[7] else f"{fields[6] or 'U'}.UNK"
    country = fields[8] or None
    first, second = f"{fields[8]}.{fields[10]}", f"{fields[8]}.{fields[10]}.{fields[11]}"
    try:
        population = int(fields[14] or 0)
        place = Place(
            id=f"gn:{int(identity)}",
            name=name or ascii_name,
            kind=kind,
            country=country,
            admin1=chains[0].get(first),
            admin2=chains[1].get(second),
            lat=_degrees(fields[4], 90),
            lon=_degrees(fields[5], 180),
            population=min(max(population, 0), 2**32 - 1),
            radius_km=_radius(kind, population, radii.get(country or "")),
        )
    except ValueError as error:
        raise GazetteerError(str(error), path=str(path), line=number) from None
    names = [(place.name, Role.PRIMARY), (ascii_name, Role.ALTERNATE)]
    names += [(other, Role.ALTERNATE) for other in others.split(",") if other]
    return Record(place, names)


def _placed(place: Place, divisions: tuple[str | None, str | None]) -> Place:
    """Name the divisions of a place that its codes leave open."""
    if place.admin1 not in {None, divisions[0]}:
        # Codes and hierarchy disagree; a district of another division would be worse than none.
        return place
    return replace(place, admin1=divisions[0], admin2=place.admin2 or divisions[1])


def _degrees(text: str, most: float) -> float:
    value = float(text)
    if not -most <= value <= most:
        message = f"{text} is outside {-most:g}…{most:g} degrees"
        raise ValueError(message)
    return value


def _radius(kind: str, population: int, country_radius: float | None) -> float:
    if kind.startswith("A.PCL") and country_radius:
        return country_radius
    if kind[0] == "P":
        return round(max(1.0, math.sqrt(max(population, 0) / _PEOPLE_PER_KM2 / math.pi)), 1)
    return _RADIUS_KM.get(kind, _RADIUS_KM.get(kind[0], 5.0))


def _code_names(path: Path | None) -> dict[str, str]:
    """Read ``admin1CodesASCII.txt`` or ``admin2Codes.txt``: names by dotted code."""
    if path is None:
        return {}
    pairs = (line.rstrip("\n").split("\t") for _, line in _lines(path))
    return {fields[0]: fields[1] for fields in pairs if len(fields) > 1}


def _country_radii(path: Path | None) -> dict[str, float]:
    """Read ``countryInfo.txt``: the radius of a circle of each country's area."""
    if path is None:
        return {}
    radii = {}
    for number, line in _lines(path):
        if line.startswith("#") or not line.strip():
            continue
        fields = line.rstrip("\n").split("\t")
        try:
            area = float(fields[6] or 0)
            radii[fields[0]] = round(math.sqrt(area / math.pi), 1) if math.isfinite(area) else 0.0
        except (IndexError, ValueError):
            reason = "is no line of countryInfo.txt"
            raise GazetteerError(reason, path=str(path), line=number) from None
    return radii


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file, plain or zipped, with their numbers."""
    try:
        with _opened(path) as file:
            yield from enumerate(file, start=1)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise GazetteerError(f"cannot be read: {error}", path=str(path)) from error


@contextmanager
def _opened(path: Path) -> Iterator[Iterable[str]]:
    if path.suffix.lower() != ".zip":
        with path.open(encoding="utf-8-sig", errors="replace", newline="\n") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        members = [name for name in archive.namelist() if name.endswith(".txt")]
        # Countries' archives bring their readme along.
        wanted = [name for name in members if not name.lower().startswith("readme")]
        if len(wanted) != 1:
            reason = f"holds {len(wanted)} tables where one is expected"
            raise GazetteerError(reason, path=str(path))
        with archive.open(wanted[0]) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="\n")
