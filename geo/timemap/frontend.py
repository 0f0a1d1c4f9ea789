"""The built front end, as text to put into a page."""

from __future__ import annotations

from functools import lru_cache

from geo.errors import FrontEndError
from geo.settings import front_end_folder


@lru_cache(maxsize=2)
def front_end(sheet: str = "timemap.css") -> tuple[str, str]:
    """Give the script and a style sheet.

    Raises
    ------
    FrontEndError
        If the package was installed without its front end.
    """
    folder = front_end_folder()
    try:
        script = (folder / "timemap.js").read_text(encoding="utf-8")
        style = (folder / sheet).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message = (
            f"The map's front end is missing in {folder}. Install the package (pip install .),"
            " which builds it."
        )
        raise FrontEndError(message) from error
    return script, style
