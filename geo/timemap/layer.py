"""Events and their time bar as a layer on any folium map."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any, Literal

import folium
from branca.element import Element, Figure
from folium.map import Layer
from jinja2 import Template

from geo import schema
from geo.errors import LayerError
from geo.timemap.frontend import front_end
from geo.timemap.page import TimeMap
from geo.timemap.payload import inert_json, payload

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd

_SHEET = "layer.css"
"""The front end's style sheet without the rules for a whole page."""

_TEMPLATE_MARK = re.compile(r"\{(?=[{%#])")


class EventLayer(Layer):
    """Dated events on a folium map, with the time bar along the map's lower edge.

    It stands beside tiles, markers and other layers, and can be switched by folium's
    ``LayerControl``. The map's own view, tiles and controls are left as they are; where
    the map has no tiles (``folium.Map(tiles=None)``), land and coasts are drawn.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        As :mod:`geo.schema` says; rows of type ``Mention`` can be shown too.
    name : str, optional
        As ``LayerControl`` lists it.
    theme : {"light", "dark"}, optional
        Colours that go with the map's tiles.
    control, show : bool, optional
        Whether ``LayerControl`` lists the layer, and whether it is on at first.

    Raises
    ------
    SchemaError
        If the table breaks the schema.
    FrontEndError
        If the package was installed without its front end.

    Notes
    -----
    The page's Leaflet stays its own: the layer's script brings another copy along and
    hands the name ``L`` back. There is one layer of events to a map; several maps on a
    page do not know of each other.

    Examples
    --------
    >>> import folium, geo
    >>> from geo.timemap import EventLayer
    >>> events = geo.parse("A bomb killed two people in Idlib on 3 May 2019.")
    >>> map_ = folium.Map([35.9, 36.6], zoom_start=8)
    >>> layer = EventLayer(events).add_to(map_)
    >>> "Idlib" in map_.get_root().render()
    True
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = dateline.layer(
                {{ this.get_name()|tojson }}, {{ this.guest|tojson }}
            );
        {% endmacro %}
        """
    )

    def __init__(
        self,
        frame: gpd.GeoDataFrame,
        *,
        name: str = "Events",
        theme: Literal["light", "dark"] = "light",
        control: bool = True,
        show: bool = True,
    ) -> None:
        if _TEMPLATE_MARK.search(name):
            raise LayerError("folium would run the layer's name as a template; choose another.")
        if theme not in {"light", "dark"}:
            raise LayerError(f'The theme is "light" or "dark", not {theme!r}.')
        super().__init__(name=escape(name), overlay=True, control=control, show=show)
        self._name = "EventLayer"
        table = schema.validate(frame)
        self._content = payload(table, title="", tiles=None)
        placed = table.geometry[~(table.geometry.isna() | table.geometry.is_empty)]
        self._bounds = None if placed.empty else [float(edge) for edge in placed.total_bounds]
        self.guest: dict[str, Any] = {"theme": theme, "ground": False}
        front_end(_SHEET)

    def _get_self_bounds(self) -> list[list[float | None]]:
        """Give [[south, west], [north, east]] for ``map.fit_bounds(layer.get_bounds())``."""
        if self._bounds is None:
            return [[None, None], [None, None]]
        west, south, east, north = self._bounds
        return [[south, west], [north, east]]

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]  # noqa: ANN401  (as folium's layers)
        """Put script, style and data into the map's page."""
        self.guest["ground"] = not any(map(_is_ground, _all_of(self._own_map())))
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise LayerError("The map that the layer was added to is in no page.")
        script, style = front_end(_SHEET)
        parts = f"<style>{style}</style>\n<script>{script}</script>"
        # One name: however many layers a page has, the script stands in it once.
        figure.header.add_child(_Finished(parts), name="dateline_front_end")
        # A page within a page is rendered twice, so no text may look like a template.
        content = {**self._content.head, "blocks": self._content.blocks}
        data = _TEMPLATE_MARK.sub(r"\\u007b", inert_json(content))
        figure.html.add_child(
            _Finished(
                f'<script type="application/json" id="{self.get_name()}-data">{data}</script>'
            ),
            name=self.get_name(),
        )
        super().render(**kwargs)  # type: ignore[no-untyped-call]

    def _own_map(self) -> folium.Map:
        """Give the map that the layer stands on, directly or in a group."""
        above = self._parent
        while above is not None and not isinstance(above, folium.Map):
            above = above._parent  # noqa: SLF001  (branca has no other way up)
        if above is None:
            raise LayerError("An EventLayer is added to a folium.Map, or to a group on one.")
        if isinstance(above, TimeMap):
            raise LayerError("The time map has its events already; put both tables in one.")
        if sum(isinstance(each, EventLayer) for each in _all_of(above)) > 1:
            raise LayerError("A map has one EventLayer, with one time bar; join the tables.")
        return above


class _Finished(Element):
    """Text that no template engine is given."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_kwargs: Any) -> str:  # noqa: ANN401  (branca's signature)
        return self._text


def _all_of(element: Element) -> Iterator[Element]:
    for child in element._children.values():  # noqa: SLF001  (branca has no other way to them)
        yield child
        yield from _all_of(child)


def _is_ground(element: Element) -> bool:
    """Whether a layer fills the map by itself, so that no other ground is wanted."""
    if isinstance(element, (folium.TileLayer, folium.WmsTileLayer)):
        return True
    return isinstance(element, Layer) and not element.overlay
