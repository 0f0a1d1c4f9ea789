"""Names, versions and folders that the rest of the package agrees on."""

from __future__ import annotations

from pathlib import Path

APP_NAME = "dateline"
CRS = "EPSG:4326"

_PACKAGE = Path(__file__).parent


def data_folder(name: str) -> Path:
    """Folder of data that ships with the package.

    Parameters
    ----------
    name : str
        ``gazetteer`` or ``seeds``.

    Returns
    -------
    pathlib.Path
        Inside an installed wheel the copy within the package, in a checkout the
        folder of that name at its top level.
    """
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def front_end_folder() -> Path:
    """Folder of the built front end (``timemap.js`` and ``timemap.css``)."""
    return _PACKAGE / "web" / "dist"
