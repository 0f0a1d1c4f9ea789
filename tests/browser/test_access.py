"""For everyone: what axe finds, what the keyboard reaches, where the focus goes, what moves."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import folium
import pytest
from playwright.sync_api import Browser, Page, Route, expect
from watching import Watched, open_map

import geo
from geo import documents
from geo.frame import from_rows
from geo.timemap import EventLayer

_ROOT = Path(__file__).parents[2]
_MODULES = _ROOT / "geo" / "web" / "node_modules"
_AXE = _MODULES / "axe-core" / "axe.min.js"
_LEAFLET = _MODULES / "leaflet" / "dist"
_SIZES = {"desktop": (1280, 800), "phone": (390, 844)}

_ROWS = [
    {
        "event_id": f"e{month}", "event_type": "Battles", "sub_event_type": "Armed clash",
        "status": "reported", "date_start": date(2020, month, 10), "document_id": "d",
        "date_end": date(2020, month, 10), "quote": f"Clash {month}. " * 30,
        "location": f"Place {month}", "lat": 35.0 + month / 4, "lon": 36.5, "geo_precision": 1,
        "radius_km": 1.0, "source": "Border Courier", "url": "https://courier.example/azaz",
    }
    for month in (1, 2, 3, 4, 5, 6)
]  # fmt: skip
_STORY = [
    {"caption": "All of it."},
    {"caption": "One of them.", "select": "e2", "zoom": 8, "center": [35.5, 36.5]},
]


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, a development dependency of the front end."""
    if not _AXE.is_file():
        reason = "axe-core is not there (cd geo/web && npm ci --ignore-scripts)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return _AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of the maps that are looked at."""
    folder = tmp_path_factory.mktemp("maps")
    sample = geo.parse(documents.read([_ROOT / "seeds" / "reports"]), mentions=True)
    maps = {
        "sample": geo.event_map(sample),
        "arabic": geo.event_map(sample, language="ar"),
        "story": geo.event_map(from_rows(_ROWS), story=_STORY),
        "few": geo.event_map(from_rows(_ROWS)),
    }
    for name, each in maps.items():
        each.save(folder / f"{name}.html")
    map_ = folium.Map([35.3, 36.6], zoom_start=8, tiles=None)
    EventLayer(sample).add_to(map_)
    (folder / "layer.html").write_text(map_.get_root().render(), encoding="utf-8")
    return {each.stem: each.as_uri() for each in folder.glob("*.html")}


def _serve(route: Route) -> None:
    """Answer what a page of folium's asks for from this machine, the rest with nothing."""
    name = route.request.url.rsplit("/", 1)[-1]
    if name in {"leaflet.js", "leaflet.css"}:
        route.fulfill(path=_LEAFLET / name)
    else:
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        route.fulfill(body="", content_type=kind)


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages whose policy gives way to the script of axe."""
    contexts = []

    def open_page(url: str, size: str = "desktop", theme: Any = "light") -> Page:
        width, height = _SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, bypass_csp=True
        )
        contexts.append(context)
        page = context.new_page()
        page.route(re.compile("^https?://"), _serve)
        page.goto(url)
        page.locator(".dl-time [data-testid=play]").wait_for()
        page.wait_for_timeout(400)
        return page

    yield open_page
    for context in contexts:
        context.close()


def _faults(page: Page, axe: str) -> list[str]:
    """Give what axe calls serious or critical, one line for each element."""
    # Leaflet's zoom and the card's arrival are over before colours are measured.
    page.wait_for_timeout(250)
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(content=axe)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{fault['impact']} {fault['id']}: {node['html'][:140]} - {node['failureSummary'][:300]}"
        for fault in found["violations"]
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]


def _open_list(page: Page) -> None:
    page.get_by_test_id("list").first.click()
    page.locator(".dl-entry").first.wait_for()


def _open_card(page: Page) -> None:
    _open_list(page)
    page.locator(".dl-entry").first.click()
    page.get_by_test_id("card").wait_for()


def _open_panel(page: Page) -> None:
    toggle = page.get_by_test_id("panel-toggle")
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()


def _empty_range(page: Page) -> None:
    """The last day but one of June lies after all of them."""
    page.evaluate(
        """() => {
            const at = (end) => document.querySelector(`[data-testid=range-${end}]`);
            const [first, last] = [Number(at("from").min), Number(at("from").max)];
            for (const [end, day] of [["to", first + 3], ["from", first + 2]]) {
                at(end).value = day;
                at(end).dispatchEvent(new Event("input", {bubbles: true}));
            }
        }"""
    )
    page.get_by_test_id("empty").wait_for()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", list(_SIZES))
def test_axe_finds_nothing_serious(
    opened: Callable[..., Page], pages: dict[str, str], axe: str, size: str, theme: str
) -> None:
    page = opened(pages["sample"], size, theme)
    faults = {"opening": _faults(page, axe)}
    _open_list(page)
    faults["list"] = _faults(page, axe)
    page.keyboard.press("Escape")
    _open_card(page)
    faults["card"] = _faults(page, axe)
    page.keyboard.press("Escape")
    _open_panel(page)
    page.get_by_test_id("layer-hexagons").click()
    faults["panel"] = _faults(page, axe)
    page = opened(pages["few"], size, theme)
    _empty_range(page)
    faults["empty range"] = _faults(page, axe)
    page = opened(pages["story"], size, theme)
    page.get_by_test_id("story-next").click()
    faults["story"] = _faults(page, axe)
    assert {state: found for state, found in faults.items() if found} == {}


@pytest.mark.parametrize("size", list(_SIZES))
def test_axe_finds_nothing_serious_in_arabic(
    opened: Callable[..., Page], pages: dict[str, str], axe: str, size: str
) -> None:
    page = opened(pages["arabic"], size)
    faults = _faults(page, axe)
    _open_card(page)
    assert faults + _faults(page, axe) == []


@pytest.mark.parametrize("size", list(_SIZES))
def test_axe_finds_nothing_serious_in_a_layer_on_another_map(
    opened: Callable[..., Page], pages: dict[str, str], axe: str, size: str
) -> None:
    page = opened(pages["layer"], size)
    # Title and language of that page are not the layer's to set.
    page.evaluate("() => { document.title = 'A map'; document.documentElement.lang = 'en'; }")
    faults = _faults(page, axe)
    _open_card(page)
    faults += _faults(page, axe)
    page.keyboard.press("Escape")
    _open_panel(page)
    assert faults + _faults(page, axe) == []
