"""Fetching GeoNames' dumps, where a network allows: the one module that uses one."""

from __future__ import annotations

import re
import zipfile
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import Request, urlopen

from geo.errors import GazetteerError
from geo.files import replacing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from geo.gazetteer.writer import Progress

BASE_URL = "https://download.geonames.org/export/dump/"
TABLES = ("admin1CodesASCII.txt", "admin2Codes.txt", "countryInfo.txt")
"""Files that every build is better for."""

_COUNTRY = re.compile("[A-Z]{2}|allCountries")
_CHUNK = 1 << 16
_PATIENCE_S = 60


def download(
    countries: Sequence[str],
    folder: Path,
    *,
    base_url: str = BASE_URL,
    progress: Progress | None = None,
) -> list[Path]:
    """Fetch countries' dumps and the tables beside them.

    Parameters
    ----------
    countries : sequence of str
        ISO 3166-1 alpha-2 codes, or ``allCountries``.
    folder : pathlib.Path
        Where the files go; each takes its place when it is complete.
    base_url : str, optional
        Where GeoNames' files are, ``http`` or ``https``.
    progress : callable, optional
        Called with the file's name and the share done.

    Returns
    -------
    list of pathlib.Path
        The dumps, then the tables.

    Raises
    ------
    GazetteerError
        If a code is none, or a file cannot be had.
    """
    if not countries:
        raise GazetteerError("no country is named")
    for code in countries:
        if not _COUNTRY.fullmatch(code):
            raise GazetteerError(f"{code!r} is no ISO 3166-1 alpha-2 code, nor allCountries")
    if not base_url.startswith(("https://", "http://")):
        raise GazetteerError(f"{base_url!r} is no http address")
    names = [*(f"{code}.zip" for code in countries), *TABLES]
    return [_fetch(f"{base_url.rstrip('/')}/{name}", folder / name, progress) for name in names]


def _fetch(url: str, path: Path, progress: Progress | None) -> Path:
    request = Request(url, headers={"User-Agent": "dateline"})  # noqa: S310  (http or https, as checked)
    try:
        with (
            urlopen(request, timeout=_PATIENCE_S) as answer,  # noqa: S310
            replacing(path) as temporary,
            temporary.open("wb") as file,
        ):
            total = int(answer.headers.get("Content-Length") or 0)
            done = 0
            while chunk := answer.read(_CHUNK):
                file.write(chunk)
                done += len(chunk)
                if progress:
                    progress(path.name, done / total if total else 0.0)
            if total and done != total:
                raise GazetteerError(f"broke off after {done} of {total} bytes", path=url)
            file.flush()
            if path.suffix == ".zip" and not zipfile.is_zipfile(temporary):
                raise GazetteerError("answered with something that is no zip file", path=url)
    except (URLError, HTTPException, ValueError, OSError) as error:
        reason = f"cannot be fetched ({error}); is there a network?"
        raise GazetteerError(reason, path=url) from error
    return path
