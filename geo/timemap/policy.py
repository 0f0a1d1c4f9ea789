"""The content security policy of the standalone page.

The page says itself what a browser may run and load for it: the scripts and styles that
stand in it, by their hashes, and pictures, or parts of an archive, from the tiles' host.
Whatever else came into the page would be refused. The hashes are of the page as rendered
and before the data is put in, so that nothing which a report says can ever be among them.
What a layer brings that the program itself added is the program's own, and allowed: news
text does not belong into folium's tooltips.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from geo.errors import LayerError

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCRIPTS = {"", "text/javascript", "application/javascript", "module"}
"""Types of script elements that are run; others are data."""

_LOADING = {"script", "link", "img", "iframe", "object", "embed", "video", "audio"}


def policy(
    markup: str,
    *,
    pictures: Iterable[str] = (),
    connections: Iterable[str] = (),
    styled: bool = False,
) -> str:
    """Give the meta element that goes first in the head of a page.

    Parameters
    ----------
    markup : str
        The whole page, as it will be saved except for its data.
    pictures : iterable of str
        Origins (``https://host``) that tiles come from.
    connections : iterable of str
        Origins that the page's script may read from: that of an archive of tiles.
    styled : bool, optional
        Allow ``style`` attributes, which folium's layers write.

    Raises
    ------
    LayerError
        If the page asks for a script, a style sheet, a frame or a picture from elsewhere.
    """
    found = _Inline(markup)
    if found.outside:
        listed = ", ".join(found.outside)
        raise LayerError(
            f"A layer on this page needs {listed}. The page loads nothing from elsewhere, so that"
            " it works without a network. Put the layer on a folium.Map instead, with"
            " geo.timemap.EventLayer(events) beside it."
        )
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(found.scripts) or "'none'",
        "style-src": " ".join(found.styles) or "'none'",
        "img-src": " ".join(("data:", "blob:", *pictures)),
        "font-src": "'none'",
        "connect-src": " ".join(connections) or "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    if styled:
        rules["style-src-attr"] = "'unsafe-inline'"
    content = "; ".join(f"{name} {value}" for name, value in rules.items())
    # A quote would have to be written otherwise in an attribute with such quotes around it.
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(content, quote=False)}">'


class _Inline(HTMLParser):
    """Hashes of the scripts and styles that stand in a page, and what it asks for elsewhere."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self._scripts: dict[str, None] = {}
        self._styles: dict[str, None] = {}
        self.outside: list[str] = []
        self._into: dict[str, None] | None = None
        self._text: list[str] = []
        # A browser reads every line end as a line feed before it hashes.
        self.feed(markup.replace("\r\n", "\n").replace("\r", "\n"))
        self.close()

    @property
    def scripts(self) -> list[str]:
        return list(self._scripts)

    @property
    def styles(self) -> list[str]:
        return list(self._styles)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        named = values.get("href" if tag == "link" else "data" if tag == "object" else "src", "")
        if tag in _LOADING and named and not named.lower().startswith("data:"):
            self.outside.append(named)
        self._text = []
        self._into = None
        if tag == "script" and "src" not in values:
            if values.get("type", "").strip().lower() in _SCRIPTS:
                self._into = self._scripts
        elif tag == "style":
            self._into = self._styles

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._into is not None and tag in {"script", "style"}:
            digest = hashlib.sha256("".join(self._text).encode()).digest()
            self._into[f"'sha256-{base64.b64encode(digest).decode()}'"] = None
            self._into = None
