"""The time map as a folium map and one HTML page.

The same bytes are the app's map, the standalone file and the embed. folium renders
constants only: it evaluates what it is given as a template, and news text must never
be one. The events are put beside the rendered page as inert JSON, which the page's
script shows as plain text; by then the page's content security policy is written.

Other folium layers may be added as long as they need nothing from elsewhere: lines,
circles, GeoJSON, groups, plain markers. Those that need a script, a style sheet or pictures
of their own are refused with an error, since the page has to work without a network;
:class:`geo.timemap.EventLayer` stands beside them on a :class:`folium.Map`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure
from jinja2 import Template

from geo import schema
from geo.errors import LayerError
from geo.files import replacing
from geo.timemap.frontend import front_end
from geo.timemap.payload import DIRECTIONS, Payload, inert_json, payload
from geo.timemap.policy import policy
from geo.timemap.story import told
from geo.timemap.tiles import OPENSTREETMAP, connections, described, origins

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    import geopandas as gpd

_SLOT = "<!--dateline-->"
_POLICY_SLOT = "<!--dateline-policy-->"

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
"""What a frame that shows the page has to allow; its host's origin is not among it."""

_REFUSED = {
    folium.TileLayer: "loads pictures from its host; online tiles are named by tiles=",
    folium.WmsTileLayer: "loads pictures from its host",
    folium.Icon: "draws with a script and fonts from elsewhere",
    folium.Popup: "needs jQuery from elsewhere (a tooltip does not)",
}
"""Layers that break on a page which loads nothing, and why."""


def event_map(
    frame: gpd.GeoDataFrame,
    *,
    title: str | None = None,
    tiles: str | os.PathLike[str] | dict[str, Any] | None = OPENSTREETMAP,
    language: str = "en",
    story: str | os.PathLike[str] | Sequence[Mapping[str, Any]] | None = None,
) -> TimeMap:
    """Put a table of events on a map that can be slid through time.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        As :mod:`geo.schema` says; rows of type ``Mention`` can be shown too.
    title : str, optional
        "Events in time and place", in the page's language, where none is given.
    tiles : dict, str or xyzservices.TileProvider, optional
        ``url`` (with ``{z}``, ``{x}``, ``{y}``) and ``attribution`` of online tiles that
        a reader may switch on, a provider of ``xyzservices`` or its name, such as
        "CartoDB.Positron"; or the address of a PMTiles archive (``https://….pmtiles``).
        None offers none. They are off at first. A PMTiles file on a reader's own disk is
        chosen in the page.
    language : str, optional
        Of the page's own words: ``en``, ``ar``, ``tr`` or ``fr``. A reader may choose
        another one on the page. What a report says is never translated.
    story : path or list of dict, optional
        A YAML file with captions, ranges and views, or its steps (docs/story.md).

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
    TilesError
        If the tiles are unknown or lack something.
    StoryError
        If the story has faults; it names them all.
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
    table = schema.validate(frame)
    content = payload(table, title=title, tiles=described(tiles), language=language)
    content.head["story"] = told(story, event_ids=set(table["event_id"]) if story else set())
    return TimeMap(content)


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
        """Give the whole page.

        Raises
        ------
        LayerError
            If a layer was added that needs something from elsewhere.
        """
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
        # What says how the page is encoded has to stand among its first 1024 bytes.
        self.header.add_child(Element('<meta charset="utf-8">'), name="meta_http")
        self.header.add_child(Element(_POLICY_SLOT), name="policy")

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401  (branca's signature)
        added = list(_below(self))
        _refuse(added)
        rendered: str = super().render(**kwargs)
        head, _, rest = rendered.partition(_POLICY_SLOT)
        before, _, after = rest.partition(_SLOT)
        language = self._content.head["language"]
        opening = f'<html lang="{language}" dir="{DIRECTIONS[language]}">'
        head = head.replace("<html>", opening, 1)
        script, style = front_end()
        before += f"<style>{style}</style>\n<script>{script}</script>\n"
        allowed = policy(
            head + before + after,
            pictures=origins(self._content.head["tiles"]),
            connections=connections(self._content.head["tiles"]),
            styled=len(added) > 1,
        )
        return "".join((head, allowed, before, _data(self._content), after))


def _data(content: Payload) -> str:
    """Give the elements that hold the data: the head, and one for each block of rows."""
    head = f'<script type="application/json" id="dateline-data">{inert_json(content.head)}</script>'
    blocks = (
        f'<script type="text/plain" class="dateline-block">{block}</script>'
        for block in content.blocks
    )
    return "\n".join((head, *blocks))


def _below(element: Element) -> Iterator[Element]:
    for child in element._children.values():  # noqa: SLF001  (branca has no other way to them)
        yield child
        yield from _below(child)


def _refuse(elements: list[Element]) -> None:
    """Stop at layers that would be broken on the page, before a reader finds out."""
    for element in elements:
        name = type(element).__name__
        for kind, reason in _REFUSED.items():
            if isinstance(element, kind):
                raise LayerError(
                    f"folium's {name} cannot stand on the time map: it {reason}. On a folium.Map"
                    " with geo.timemap.EventLayer(events) it can."
                )
