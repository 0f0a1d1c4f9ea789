"""Where indexes are kept: one for the installed sources, one for dumps, one's own places.

Each is a layer of the gazetteer. One's own places come first, then the dumps, then the
default; of two layers that hold the same place the upper one's is taken.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from filelock import FileLock

from geo.errors import GazetteerError
from geo.gazetteer import sources, writer
from geo.settings import APP_NAME

if TYPE_CHECKING:
    from geo.gazetteer.record import Supply
    from geo.gazetteer.writer import Progress

OWN, DUMPS = "own", "geonames"
"""Names of the layers above the default one."""


def default_cache() -> Path:
    """Folder for built indexes: the user's cache folder of this platform."""
    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))


def ensure(cache: Path | None = None, *, progress: Progress | None = None) -> Path:
    """Give the folder of the default index, building it if need be.

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
    folder = _default_folder(cache)
    if (folder / "info.json").is_file():
        return folder
    return _locked(folder, progress, anew=False)


def rebuild(cache: Path | None = None, *, progress: Progress | None = None) -> Path:
    """Build the default index anew, even if there is one; else as :func:`ensure`."""
    return _locked(_default_folder(cache), progress, anew=True)


def add_layer(
    name: str, supply: Supply, *, cache: Path | None = None, progress: Progress | None = None
) -> Path:
    """Write a layer above the default index; one of that name is replaced.

    Raises
    ------
    GazetteerError
        If the folder cannot be written.
    """
    folder = _layer_folder(name, cache)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_name(f"{folder.name}.lock")):
            writer.write(folder, supply, progress=progress)
    except OSError as error:
        raise _unwritable(folder.parent, error) from error
    return folder


def remove_layer(name: str, cache: Path | None = None) -> bool:
    """Remove a layer; tell whether there was one."""
    folder = _layer_folder(name, cache)
    if not folder.is_dir():
        return False
    shutil.rmtree(folder)
    return True


def layers(cache: Path | None = None) -> list[Path]:
    """Give the folders of the layers that were added, the upper one first."""
    found = [_layer_folder(name, cache) for name in (OWN, DUMPS)]
    return [folder for folder in found if (folder / "info.json").is_file()]


def _default_folder(cache: Path | None) -> Path:
    return (cache or default_cache()) / f"gazetteer-{sources.source_key()}"


def _layer_folder(name: str, cache: Path | None) -> Path:
    return (cache or default_cache()) / f"layer-{name}"


def _locked(folder: Path, progress: Progress | None, *, anew: bool) -> Path:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_name(f"{folder.name}.lock")):
            if anew or not (folder / "info.json").is_file():
                writer.write(folder, sources.supply(), progress=progress)
    except OSError as error:
        raise _unwritable(folder.parent, error) from error
    return folder


def _unwritable(folder: Path, error: OSError) -> GazetteerError:
    reason = f"The gazetteer's index cannot be written ({error}); choose another cache folder"
    return GazetteerError(reason, path=str(folder))
