"""Online tiles that a reader of the map may switch on: by name, by provider or by address."""

from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import urlsplit

import xyzservices

from geo.errors import TilesError

OPENSTREETMAP = {
    "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "attribution": "© OpenStreetMap contributors",
}
"""Online tiles that a reader may switch on; nothing is loaded before."""

_ALWAYS = {"z", "x", "y"}
_LEAFLET = {*_ALWAYS, "-y", "s", "r"}
"""What Leaflet fills in: zoom, column, row (also from below), subdomain, sharper pictures."""
_SUBDOMAINS = "abc"
_SUBDOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}")


_ARCHIVE = ".pmtiles"
"""How the path of an archive of tiles ends."""


def described(
    tiles: str | os.PathLike[str] | dict[str, Any] | None,
) -> dict[str, Any] | None:
    """Give what the page has to know of online tiles.

    Parameters
    ----------
    tiles : str, dict or xyzservices.TileProvider, optional
        A name that ``xyzservices`` knows, such as "CartoDB.Positron"; a provider of that
        package; or a dict with ``url`` and ``attribution``, and where they are needed
        ``subdomains`` and ``max_zoom``. An http or https address that ends in
        ``.pmtiles`` is that of a PMTiles archive, which says itself whom to credit; the
        ``attribution`` of a dict comes before what it says.

    Returns
    -------
    dict or None
        ``url``, ``attribution``, ``subdomains`` and, where it is known, ``max_zoom``; of an
        archive ``url``, ``attribution`` (which may be empty) and ``archive``, true.

    Raises
    ------
    TilesError
        If there is no such name, or a value is missing or of no use.
    """
    if tiles is None:
        return None
    if isinstance(tiles, os.PathLike):
        tiles = os.fspath(tiles)
    if isinstance(tiles, str):
        if _is_archive(tiles):
            return _archive(tiles, None)
        tiles = _named(tiles)
    if isinstance(tiles, xyzservices.TileProvider):
        tiles = {**tiles, "url": _filled(tiles)}
    if not isinstance(tiles, dict):
        raise TilesError(
            "tiles= takes a name, an xyzservices.TileProvider, a dict with url and attribution,"
            f" or None, not {type(tiles).__name__}."
        )
    if isinstance(tiles.get("url"), str) and _is_archive(tiles["url"]):
        return _archive(tiles["url"], tiles.get("attribution"))
    found: dict[str, Any] = {
        "url": _address(tiles.get("url")),
        "attribution": _attribution(tiles.get("attribution")),
        "subdomains": _subdomains(tiles.get("subdomains")),
    }
    zoom = tiles.get("max_zoom")
    if zoom is not None:
        if not isinstance(zoom, int) or isinstance(zoom, bool) or not 0 <= zoom <= 30:  # noqa: PLR2004  (deeper than any tiles there are)
            raise TilesError(f"The tiles' max_zoom is a whole number from 0 to 30, not {zoom!r}.")
        found["max_zoom"] = zoom
    return found


def origins(tiles: dict[str, Any] | None) -> list[str]:
    """Give the addresses, without their paths, that pictures of tiles come from."""
    if tiles is None or "archive" in tiles:
        return []
    each = tiles["subdomains"] if "{s}" in tiles["url"] else [""]
    parts = [urlsplit(tiles["url"].replace("{s}", subdomain)) for subdomain in each]
    return list(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts))


def connections(tiles: dict[str, Any] | None) -> list[str]:
    """Give the address, without its path, of an archive that a page reads parts of."""
    if tiles is None or "archive" not in tiles:
        return []
    parts = urlsplit(tiles["url"])
    return [f"{parts.scheme}://{parts.netloc}"]


def _is_archive(address: str) -> bool:
    # A path on this machine may hold anything; an address has no signs to fill in.
    path = address if "://" not in address else re.split(r"[?#]", address, maxsplit=1)[0]
    return path.lower().endswith(_ARCHIVE) and not re.search(r"\{[xyz]\}", path)


def _archive(url: str, attribution: object) -> dict[str, Any]:
    if not re.match(r"https?://", url, re.IGNORECASE):
        raise TilesError(
            f"The page cannot read a file beside it, so {url!r} cannot be its tiles. Choose the"
            ' file in the page ("Use a PMTiles file…", under Map), or serve it and give its http'
            " or https address."
        )
    if not _has_host(url):
        raise TilesError(f"The tiles' url {url!r} is no http or https address.")
    credited = "" if attribution is None else _attribution(attribution)
    return {"url": url, "attribution": credited, "archive": True}


def _named(name: str) -> xyzservices.TileProvider:
    if "://" in name:
        raise TilesError(
            "An address alone does not say whom to credit. Give"
            f' tiles={{"url": "{name}", "attribution": "© …"}}.'
        )
    if name.strip().lower() == "openstreetmap":
        name = "OpenStreetMap.Mapnik"
    try:
        return xyzservices.providers.query_name(name)
    except ValueError:
        first = re.split(r"[\W_]", name.strip(), maxsplit=1)[0].lower()
        known = xyzservices.providers.flatten()
        near = [each for each in known if first and each.lower().startswith(first)][:6]
        listed = f" Known are {', '.join(near)}." if near else ""
        raise TilesError(
            f"xyzservices knows no tiles named {name!r}.{listed} All names:"
            " list(xyzservices.providers.flatten())."
        ) from None


def _filled(provider: xyzservices.TileProvider) -> str:
    """Give the provider's address with everything filled in that Leaflet would not."""
    try:
        return str(provider.build_url(fill_subdomain=False, scale_factor="{r}"))
    except (ValueError, KeyError) as error:
        wanted = [key for key, value in provider.items() if "<insert your" in str(value)]
        asked = f" Give {' and '.join(wanted)} to the provider." if wanted else ""
        raise TilesError(f"The tiles of {provider.name} cannot be used: {error}{asked}") from error


def _address(url: object) -> str:
    if not isinstance(url, str) or not url:
        raise TilesError("The tiles need a url.")
    fields = set(re.findall(r"\{([^{}]*)\}", url))
    missing = _ALWAYS - {"y" if field == "-y" else field for field in fields}
    if missing:
        names = ", ".join(f"{{{field}}}" for field in sorted(missing))
        raise TilesError(f"The tiles' url {url!r} lacks {names}.")
    if fields - _LEAFLET:
        names = ", ".join(f"{{{field}}}" for field in sorted(fields - _LEAFLET))
        raise TilesError(f"The tiles' url {url!r} holds {names}, which nothing fills in.")
    # A name without a subdomain in it is read as any other.
    if not _has_host(url.replace("{s}", "a")):
        raise TilesError(f"The tiles' url {url!r} is no http or https address.")
    return url


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        fit = parts.scheme in {"http", "https"} and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        return False
    # What would end the host's name in the page's policy is in no host's name.
    return fit and re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", parts.netloc) is not None


def _attribution(text: object) -> str:
    if not isinstance(text, str) or not text.strip():
        raise TilesError("The tiles need an attribution: the words that credit their makers.")
    if re.search(r"<\w|&\w+;", text):
        raise TilesError(
            f"The tiles' attribution is shown as plain text; {text!r} holds markup. Leave it out."
        )
    return text.strip()


def _subdomains(given: object) -> list[str]:
    names = list(given) if isinstance(given, (str, list, tuple)) else []
    if given is None:
        names = list(_SUBDOMAINS)
    if not names or not all(isinstance(n, str) and _SUBDOMAIN.fullmatch(n) for n in names):
        raise TilesError(
            f"The tiles' subdomains are letters ('abc') or a list of names, not {given!r}."
        )
    return names
