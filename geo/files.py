"""Writing files so that a reader sees the old content or the new, never half."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a temporary file beside `path` that takes its place on success.

    Parameters
    ----------
    path : str or os.PathLike
        The file to write or replace. Its folder is made if missing.

    Yields
    ------
    pathlib.Path
        A new empty file in the same folder. When the block ends without an error
        it is flushed to disk and renamed to `path`; otherwise it is removed and
        what stood at `path` stays as it was.

    Raises
    ------
    OSError
        If the folder cannot be made or the file cannot be written.
    """
    # A link stays a link to the file that is replaced.
    target = Path(path).resolve()
    if target.is_dir():
        message = f"{path} is a folder, not a file to write"
        raise IsADirectoryError(message)
    if target.exists() and not target.is_file():
        yield target  # a device such as /dev/stdout takes what it is given
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.tmp")
    temporary.open("xb").close()
    try:
        yield temporary
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
