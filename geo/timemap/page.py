"""The time map as a folium map and one HTML page.

The same bytes are the app's map, the standalone file and the embed. folium renders
constants only: it evaluates what it is given as a template, and news text must never
be one. The events are put beside the rendered page as inert JSON, which the page's
script shows as plain text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Figure
from jinja2 import Template

from geo import schema
from geo.errors import FrontEndError
from geo.files import replacing
from geo.settings import front_end_folder
from geo.timemap.payload import DIRECTIONS, Payload, inert_json, payload

if TYPE_CHECKING:
    import os

    import geopandas as gpd

_SLOT = "<!--dateline-->"

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
"""What a frame that shows the page has to allow; its host's origin is not among it."""

OPENSTREETMAP = {
    "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "attribution": "© OpenStreetMap contributors",
}
"""Online tiles that a reader may switch on; nothing is loaded before."""


def event_map(
    frame: gpd.GeoDataFrame,
    *,
    title: str | None = None,
    tiles: dict[str, str] | None = OPENSTREETMAP,
    language: str = "en",
) -> TimeMap:
    """Put a table of events on a map that can be slid through time.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        As :mod:`geo.schema` says; rows of type ``Mention`` can be shown too.
    title : str, optional
        "Events in time and place", in the page's language, where none is given.
    tiles : dict, optional
        ``url`` (with ``{z}``, ``{x}``, ``{y}``) and ``attribution`` of online tiles that
        a reader may switch on; None offers none. They are off at first.
    language : str, optional
        Of the page's own words: ``en``, ``ar``, ``tr`` or ``fr``. A reader may choose
        another one on the page. What a report says is never translated.

    Returns
    -------
    TimeMap
        A folium map; ``save`` writes the standalone page, Jupyter displays it.

    Raises
    ------
    SchemaError
        If the table breaks the schema.
    ValueError
        If the page does not speak the language.
    FrontEndError
        If the package was installed without its front end.

    Examples
    --------
    >>> import geo
    >>> events = geo.parse("A bomb killed two people in Idlib on 3 May 2019.")
    >>> page = geo.event_map(events).html()
    >>> "Idlib" in page
    True
    """
    return TimeMap(payload(schema.validate(frame), title=title, tiles=tiles, language=language))


class TimeMap(folium.Map):
    """A folium map that carries the time bar, the legend and the event card.

    Parameters
    ----------
    content : Payload
        As :func:`payload` gives it.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  (folium's CDN links, taken out)
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    _template = Template(
        """
        {% macro header(this, kwargs) %}
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <title>Dateline</title>
            {{ this.slot }}
        {% endmacro %}
        {% macro html(this, kwargs) %}
            <div class="folium-map" id="{{ this.get_name() }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {
                center: {{ this.location|tojson }}, zoom: 5, crs: L.CRS.EPSG3857,
                zoomControl: false, attributionControl: false
            });
            dateline.start({{ this.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, content: Payload) -> None:
        super().__init__(location=[35.0, 38.0], tiles=None)
        # A fixed id, so that the same events give the same bytes.
        self._id = "dateline"
        self.slot = _SLOT
        _Page(content).add_child(self)

    def html(self) -> str:
        """Give the whole page."""
        page: str = self.get_root().render()
        return page

    def save(self, path: str | os.PathLike[str]) -> None:  # type: ignore[override]  # a file, whole or not at all
        """Write the standalone page; what stood there goes when the new one is complete."""
        page = self.html()
        with replacing(path) as temporary:
            temporary.write_text(page, encoding="utf-8", newline="\n")


class _Page(Figure):
    """A folium figure whose data arrives after the templates have run."""

    def __init__(self, content: Payload) -> None:
        super().__init__()
        self._id = "dateline"
        self._content = content

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401  (branca's signature)
        rendered: str = super().render(**kwargs)
        before, _, after = rendered.partition(_SLOT)
        language = self._content.head["language"]
        opening = f'<html lang="{language}" dir="{DIRECTIONS[language]}">'
        before = before.replace("<html>", opening, 1)
        script, style = _front_end()
        return "".join(
            (
                before,
                f"<style>{style}</style>\n<script>{script}</script>\n",
                _data(self._content),
                after,
            )
        )


def _data(content: Payload) -> str:
    """Give the elements that hold the data: the head, and one for each block of rows."""
    head = f'<script type="application/json" id="dateline-data">{inert_json(content.head)}</script>'
    blocks = (
        f'<script type="text/plain" class="dateline-block">{block}</script>'
        for block in content.blocks
    )
    return "\n".join((head, *blocks))


@lru_cache(maxsize=1)
def _front_end() -> tuple[str, str]:
    folder = front_end_folder()
    try:
        script = (folder / "timemap.js").read_text(encoding="utf-8")
        style = (folder / "timemap.css").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message = (
            f"The map's front end is missing in {folder}. Install the package (pip install .),"
            " which builds it."
        )
        raise FrontEndError(message) from error
    return script, style
