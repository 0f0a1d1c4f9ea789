"""EventLayer on a plain folium map, beside other layers, in one page with others, in a notebook."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import folium
import pytest
from playwright.sync_api import Frame, Page, Route, expect
from probes import PROBES
from watching import Watched

from geo import schema
from geo.frame import from_rows
from geo.timemap import EventLayer

_LEAFLET = Path(__file__).parents[2] / "geo" / "web" / "node_modules" / "leaflet" / "dist"
_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63"
    "64f8cf500f0003860180a0a6ae7d0000000049454e44ae426082"
)
_TEXT_FIELDS = tuple(
    name
    for name, column in schema.COLUMNS.items()
    if column.dtype == schema.TEXT and not column.choices and name != "event_id"
)


def _row(number: int, **values: Any) -> dict[str, Any]:
    return {
        "event_id": f"e{number}", "event_type": "Battles", "sub_event_type": "Armed clash",
        "status": "reported", "date_start": date(2020, 1, 1 + number),
        "date_end": date(2020, 1, 1 + number), "document_id": "d", "quote": f"Clash {number}.",
        "location": f"Place {number}", "geo_precision": 1, "radius_km": 1.0,
        "lat": 35.0 + number / 10, "lon": 36.0 + number / 4, **values,
    }  # fmt: skip


_EVENTS = from_rows([_row(number) for number in range(6)])


@pytest.fixture
def outside(watched: Watched) -> Watched:
    """A page whose Leaflet comes from this machine and says whose it is, and empty other files."""
    if not _LEAFLET.is_dir():
        pytest.skip("Leaflet is not there (cd geo/web && npm ci --ignore-scripts)")
    script = (_LEAFLET / "leaflet.js").read_text(encoding="utf-8") + "\n;L.whose = 'the page';"

    def serve(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[-1]
        if name == "leaflet.js":
            route.fulfill(body=script, content_type="text/javascript")
        elif name == "leaflet.css":
            route.fulfill(path=_LEAFLET / "leaflet.css")
        elif name.endswith(".png"):
            route.fulfill(body=_DOT, content_type="image/png")
        else:
            kind = "text/css" if name.endswith(".css") else "text/javascript"
            route.fulfill(body="", content_type=kind)

    watched.page.route(re.compile("^https://"), serve)
    return watched


def _map(**options: Any) -> folium.Map:
    return folium.Map([35.3, 36.6], zoom_start=8, **options)


def _open(outside: Watched, html: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    outside.page.goto((tmp_path / "page.html").as_uri())
    outside.page.wait_for_function(
        """() => document.querySelectorAll("script[type='application/json'][id$='-data']").length
        <= document.querySelectorAll(".dl-guest, .dl-guest-failure").length"""
    )
    outside.page.wait_for_timeout(500)


def _saved(outside: Watched, map_: folium.Map, tmp_path: Path) -> None:
    _open(outside, map_.get_root().render(), tmp_path)


def _ask(page: Page | Frame, layer: EventLayer, call: str) -> Any:
    return page.evaluate(f"window.{layer.get_name()}.{call}")


def _guests(outside: Watched) -> Any:
    return outside.page.locator(".dl-guest")


def test_the_page_keeps_its_own_leaflet_and_its_other_layers(
    outside: Watched, tmp_path: Path
) -> None:
    map_ = _map(control_scale=True)
    folium.Marker([35.2, 36.3], tooltip="A marker").add_to(map_)
    layer = EventLayer(_EVENTS)
    assert layer.add_to(map_) is layer
    folium.Circle([35.6, 36.9], radius=9000, fill=True, tooltip="A circle").add_to(map_)
    folium.LayerControl().add_to(map_)
    _saved(outside, map_, tmp_path)
    page = outside.page
    assert page.evaluate("L.whose") == "the page"
    assert _ask(page, layer, "state()")["shown"] == 6
    expect(page.locator("img.leaflet-marker-icon")).to_have_count(1)
    page.locator("path.leaflet-interactive").hover()
    expect(page.get_by_text("A circle")).to_be_visible()
    # Tiles of the map's own are its ground; ours would cover them or be covered.
    expect(page.locator(".leaflet-tile-pane canvas")).to_have_count(0)
    assert page.locator(".leaflet-tile-pane img").count() > 0
    expect(page.locator(".leaflet-control-zoom")).to_be_visible()
    outside.assert_quiet()


def test_a_map_without_tiles_gets_land_and_coasts(outside: Watched, tmp_path: Path) -> None:
    map_ = _map(tiles=None)
    EventLayer(_EVENTS).add_to(map_)
    _saved(outside, map_, tmp_path)
    assert outside.page.locator(".leaflet-tile-pane canvas").count() > 0
    outside.assert_quiet()


def test_it_stays_within_a_small_map_and_covers_nothing_around_it(
    outside: Watched, tmp_path: Path
) -> None:
    map_ = _map(width=600, height=400)
    layer = EventLayer(_EVENTS).add_to(map_)
    html = map_.get_root().render()
    _open(outside, html.replace("<body>", "<body><p id=above>Above</p>"), tmp_path)
    page = outside.page
    guest = page.locator(".dl-guest").bounding_box()
    assert guest == page.locator(".folium-map").bounding_box()
    assert guest is not None
    assert (guest["width"], guest["height"]) == (600, 400)
    attribution = page.locator(".leaflet-control-attribution").bounding_box()
    time = page.locator(".dl-time").bounding_box()
    assert attribution is not None
    assert time is not None
    assert attribution["y"] + attribution["height"] <= time["y"]
    assert page.evaluate("getComputedStyle(document.querySelector('#above')).marginTop") == "16px"
    spot = _ask(page, layer, "pixel('e2')")
    page.mouse.click(spot["x"], spot["y"])
    card = page.get_by_test_id("card")
    expect(card).to_contain_text("Clash 2.")
    # The card's text scrolls in a map as low as this; its buttons stay.
    page.get_by_test_id("next").click()
    expect(card).to_contain_text("Clash 3.")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    outside.assert_quiet()


def test_what_is_done_to_the_time_bar_does_not_move_the_map(
    outside: Watched, tmp_path: Path
) -> None:
    map_ = _map(width=900, height=600)
    layer = EventLayer(_EVENTS).add_to(map_)
    _saved(outside, map_, tmp_path)
    page = outside.page
    view = f"[{map_.get_name()}.getCenter().lat, {map_.get_name()}.getZoom()]"
    before = page.evaluate(view)
    box = page.locator(".dl-brush").bounding_box()
    assert box is not None
    left, middle = box["x"] + box["width"] * 0.3, box["y"] + 24
    page.mouse.move(left, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, middle, steps=5)
    page.mouse.up()
    page.mouse.dblclick(left, box["y"] + box["height"] + 6)
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(400)
    assert page.evaluate(view) == before
    assert 0 < _ask(page, layer, "state()")["shown"] < 6
    outside.assert_quiet()


def test_the_layer_control_takes_it_off_and_puts_it_back(outside: Watched, tmp_path: Path) -> None:
    map_ = _map()
    layer = EventLayer(_EVENTS, name="What happened").add_to(map_)
    folium.LayerControl(collapsed=False).add_to(map_)
    _saved(outside, map_, tmp_path)
    page = outside.page
    spot = _ask(page, layer, "pixel('e2')")
    box = page.get_by_label("What happened")
    box.uncheck()
    expect(_guests(outside)).to_be_hidden()
    expect(page.get_by_test_id("events")).to_be_hidden()
    page.mouse.click(spot["x"], spot["y"])
    assert _ask(page, layer, "state()")["selected"] is None
    box.check()
    expect(_guests(outside)).to_be_visible()
    page.mouse.click(spot["x"], spot["y"])
    expect(page.get_by_test_id("card")).to_be_visible()
    outside.assert_quiet()


def test_two_maps_on_a_page_do_not_disturb_each_other(outside: Watched, tmp_path: Path) -> None:
    figure = folium.Figure()
    layers = []
    for number in (1, 2):
        map_ = _map()
        layers.append(EventLayer(_EVENTS).add_to(map_))
        figure.add_subplot(1, 2, number).add_child(map_)
    html = figure.render()
    assert html.count("window.dateline=") == 1
    _open(outside, html, tmp_path)
    page = outside.page
    first, second = layers
    handle = _guests(outside).nth(0).get_by_test_id("range-to")
    handle.press("Home")
    assert _ask(page, first, "state()")["shown"] == 1
    assert _ask(page, second, "state()")["shown"] == 6
    spot = _ask(page, second, "pixel('e2')")
    page.mouse.click(spot["x"], spot["y"])
    expect(page.get_by_test_id("card").nth(1)).to_be_visible()
    expect(page.get_by_test_id("card").nth(0)).to_be_hidden()
    page.keyboard.press("Escape")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert len(ids) == len(set(ids))
    outside.assert_quiet()


def test_it_displays_in_a_notebook(outside: Watched, tmp_path: Path) -> None:
    map_ = _map()
    layer = EventLayer(_EVENTS).add_to(map_)
    html = f"<!doctype html><meta charset=utf-8><div style='width:800px'>{map_._repr_html_()}</div>"
    _open(outside, html, tmp_path)
    frame = outside.page.frames[1]
    frame.wait_for_function(f"() => window.{layer.get_name()}?.state()")
    handle = frame.get_by_test_id("range-to")
    handle.press("Home")
    assert _ask(frame, layer, "state()")["shown"] == 1
    outside.assert_quiet()


@pytest.mark.parametrize("within", [False, True], ids=["alone", "in a figure"])
def test_hostile_texts_stand_on_the_card_as_typed(
    outside: Watched, tmp_path: Path, *, within: bool
) -> None:
    rows = [
        _row(number, **{**dict.fromkeys(_TEXT_FIELDS, probe), "document_id": f"d{number}"})
        for number, probe in enumerate(PROBES)
    ]
    map_ = _map()
    layer = EventLayer(from_rows(rows)).add_to(map_)
    if within:
        # Then folium renders what it has rendered once again.
        figure = folium.Figure()
        figure.add_subplot(1, 1, 1).add_child(map_)
        _open(outside, figure.render(), tmp_path)
    else:
        _saved(outside, map_, tmp_path)
    page = outside.page
    spot = _ask(page, layer, "pixel('e0')")
    page.mouse.click(spot["x"], spot["y"])
    for number, probe in enumerate(PROBES):
        page.wait_for_function(
            f"id => window.{layer.get_name()}.state().selected === id", arg=f"e{number}"
        )
        page.wait_for_function(
            "probe => document.querySelector('[data-testid=card]').textContent.includes(probe)",
            arg=probe,
        )
        if number + 1 < len(PROBES):
            page.get_by_test_id("next").click()
    assert page.evaluate("window.ran") is None
    outside.assert_quiet()
