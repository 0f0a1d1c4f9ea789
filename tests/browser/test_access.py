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
_STORY: list[dict[str, Any]] = [
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
    page.locator(".dl-list .dl-entry").first.wait_for()


def _open_card(page: Page) -> None:
    _open_list(page)
    page.locator(".dl-list .dl-entry").first.click()
    page.get_by_test_id("card").wait_for()


def _open_panel(page: Page) -> None:
    toggle = page.get_by_test_id("panel-toggle")
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()


def _empty_range(page: Page) -> None:
    """Two days after the first event there is none."""
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


# --- The keyboard --------------------------------------------------------------------

_MAP = (
    "Map of events. Arrow keys move it, plus and minus zoom, Enter opens the event nearest to its"
    " middle."
)
_NAME = """() => {
    const each = document.activeElement;
    const label = each.labels?.[0] ?? null;
    return each === document.body ? "" : (each.getAttribute("aria-label")
        ?? (each.textContent.trim() || label?.textContent.trim() || each.title || "?"));
}"""
_FOCUSED = "() => document.activeElement.dataset.testid ?? document.activeElement.className"
_SEEN = """() => {
    const each = document.activeElement;
    if (each === document.body) return true;
    const style = getComputedStyle(each);
    const ring = getComputedStyle(each, "::after");
    if (each.matches(".leaflet-container")) {
        return ring.borderTopWidth === "2px" && Number(ring.zIndex) > 800;
    }
    const box = each.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && style.visibility === "visible"
        && (style.outlineStyle !== "none" || each.matches(".dl-thumb"));
}"""


@pytest.fixture
def few(watched: Watched, pages: dict[str, str]) -> Watched:
    open_map(watched, pages["few"])
    return watched


def _tab_through(page: Page) -> list[str]:
    """Names of all that Tab reaches, in order."""
    names: list[str] = []
    for _ in range(90):
        page.keyboard.press("Tab")
        name = page.evaluate(_NAME)
        if name == "" or (names and name == names[0] and len(names) > 3):
            return names
        assert page.evaluate(_SEEN), f"where the focus is cannot be seen at {name!r}"
        names.append(name)
    message = f"Tab comes to no end: {names}"
    raise AssertionError(message)


@pytest.mark.parametrize("size", list(_SIZES))
def test_tab_reaches_every_control_in_the_order_of_the_page(few: Watched, size: str) -> None:
    width, height = _SIZES[size]
    few.page.set_viewport_size({"width": width, "height": height})
    few.page.wait_for_timeout(300)
    names = _tab_through(few.page)
    assert "?" not in names
    order = [
        "Filters and legend", "List of the events shown", "Download what is shown", "Copy link",
        "Dark colours",
        *(["Battles6", "Marks and clusters", "Language"] if size == "desktop" else []),
        _MAP, "Zoom in", "Zoom out", "Fit the events shown", "Play", "Speed", "Step",
        "Begin anew at the end", "From", "To", "window", "cumulative",
    ]  # fmt: skip
    places = [names.index(name) for name in order]
    assert places == sorted(places)
    few.assert_quiet()


@pytest.mark.parametrize("where", ["[data-testid=range-to]", ".leaflet-container"])
def test_the_ring_of_the_focus_is_not_covered(few: Watched, where: str) -> None:
    page = few.page
    page.keyboard.press("Tab")
    page.locator(where).focus()
    page.wait_for_timeout(100)
    ring = page.screenshot(clip={"x": 284, "y": 40, "width": 996, "height": 760})
    page.get_by_test_id("panel-toggle").focus()
    page.wait_for_timeout(100)
    assert ring != page.screenshot(clip={"x": 284, "y": 40, "width": 996, "height": 760})


def test_the_ends_of_the_range_are_native_range_inputs(few: Watched) -> None:
    start = few.page.get_by_test_id("range-from")
    expect(start).to_have_attribute("type", "range")
    before = few.state()
    start.press("ArrowRight")
    assert few.state()["from"] == before["from"] + 1
    expect(start).to_have_attribute("aria-valuetext", "11 Jan 2020")
    start.press("Home")
    few.page.get_by_test_id("range-to").press("End")
    assert few.state() == before


def _focused(page: Page) -> str:
    page.wait_for_timeout(100)
    found: str = page.evaluate(_FOCUSED)
    return found


def test_the_list_opens_an_event_and_each_gives_the_focus_back(few: Watched) -> None:
    page = few.page
    # On a wider map the list stays, and the focus in it.
    page.set_viewport_size({"width": 800, "height": 700})
    page.wait_for_timeout(300)
    page.get_by_test_id("list").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-tray :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    assert _focused(page) == "list"
    page.keyboard.press("Enter")
    page.locator(".dl-list .dl-entry").nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("card")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("card")).to_be_hidden()
    assert _focused(page) == "list"
    few.assert_quiet()


def test_a_card_that_is_closed_from_within_gives_the_focus_back(few: Watched) -> None:
    page = few.page
    page.locator(".leaflet-container").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("card")).to_be_focused()
    page.get_by_test_id("card-close").press("Enter")
    expect(page.locator(".leaflet-container")).to_be_focused()
    few.assert_quiet()


def test_a_button_that_comes_to_its_end_leaves_the_focus_in_the_card(few: Watched) -> None:
    page = few.page
    page.locator(".leaflet-container").focus()
    page.keyboard.press("Enter")
    later = page.get_by_test_id("next")
    later.focus()
    for _ in range(20):
        if later.is_enabled():
            page.keyboard.press("Enter")
            page.wait_for_timeout(60)
    expect(later).to_be_disabled()
    assert page.evaluate("() => !!document.activeElement.closest('.dl-card')")


def test_the_drawer_gives_the_focus_back(few: Watched) -> None:
    page = few.page
    page.set_viewport_size({"width": 390, "height": 844})
    toggle = page.get_by_test_id("panel-toggle")
    toggle.press("Enter")
    page.locator(".dl-panel input").first.focus()
    page.keyboard.press("Escape")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(toggle).to_be_focused()


def test_what_hides_itself_leaves_the_focus_on_the_page(few: Watched) -> None:
    page = few.page
    page.get_by_test_id("range-from").press("PageUp")
    whole = page.get_by_test_id("whole")
    whole.press("Enter")
    assert _focused(page) == "range-from"
    _empty_range(page)
    page.get_by_test_id("empty").locator("button").first.press("Enter")
    expect(page.get_by_test_id("empty")).to_be_hidden()
    assert "leaflet-container" in _focused(page)


def test_escape_closes_the_list_then_the_drawer_then_the_card(few: Watched) -> None:
    page = few.page
    page.set_viewport_size({"width": 390, "height": 844})
    _open_card(page)
    _open_panel(page)
    page.get_by_test_id("list").press("Enter")
    card, tray, toggle = (page.get_by_test_id(name) for name in ("card", "tray", "panel-toggle"))
    page.keyboard.press("Escape")
    expect(tray).to_be_hidden()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


_PIXEL = "() => dateline.pixel('e3')"


def test_the_arrow_keys_move_the_map_and_plus_and_minus_zoom_it(few: Watched) -> None:
    page = few.page
    page.locator(".leaflet-container").focus()
    first = page.evaluate(_PIXEL)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)
    moved = page.evaluate(_PIXEL)
    assert moved["x"] < first["x"] - 40
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(400)
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(400)
    assert page.evaluate(_PIXEL)["y"] < first["y"] - 40
    gap = "async () => (await dateline.pixel('e1')).y - (await dateline.pixel('e6')).y"
    before = page.evaluate(gap)
    page.keyboard.press("+")
    page.wait_for_timeout(500)
    assert page.evaluate(gap) > 1.5 * before
    page.keyboard.press("-")
    page.wait_for_timeout(500)
    assert abs(page.evaluate(gap) - before) < 2
    few.assert_quiet()


def test_enter_opens_a_cluster_into_its_parts(watched: Watched, tmp_path: Path) -> None:
    rows = [
        {**_ROWS[0], "event_id": f"c{at}", "lat": 35 + at % 20 / 100, "lon": 36 + at // 20 / 100}
        for at in range(400)
    ]
    geo.event_map(from_rows(rows)).save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(300)
    page.locator(".leaflet-container").focus()
    presses = 0
    while watched.state()["selected"] is None and presses < 8:
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        presses += 1
        # The keyboard stays at the map until there is a card to read.
        inside = page.get_by_test_id("card") if watched.state()["selected"] else None
        expect(inside or page.locator(".leaflet-container")).to_be_focused()
    assert 1 < presses < 8
    watched.assert_quiet()


# --- Motion, and the system's own colours --------------------------------------------


def test_nothing_glides_for_who_asked_for_less_motion(
    watched: Watched, pages: dict[str, str]
) -> None:
    page = watched.page
    page.emulate_media(reduced_motion="reduce")
    open_map(watched, pages["few"])
    page.locator(".leaflet-container").focus()
    page.evaluate(
        """() => {
            window.ys = new Set(); window.tos = new Set(); window.moving = new Set();
            const look = async () => {
                window.ys.add(Math.round((await dateline.pixel("e3")).x));
                window.tos.add(dateline.state().to);
                for (const each of document.getAnimations()) {
                    if (each.effect.getComputedTiming().duration > 0) {
                        window.moving.add(each.effect.target.className);
                    }
                }
                requestAnimationFrame(look);
            };
            look();
        }"""
    )
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)
    assert len(page.evaluate("() => [...ys]")) == 2
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("card")).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("() => tos.clear()")
    page.get_by_test_id("play").click()
    page.wait_for_timeout(1600)
    # Whole steps of a month, not day by day.
    assert len(page.evaluate("() => [...tos]")) <= 5
    assert page.evaluate("() => [...moving]") == []
    watched.assert_quiet()


def test_it_can_be_used_in_the_systems_own_few_colours(
    opened: Callable[..., Page], pages: dict[str, str]
) -> None:
    page = opened(pages["story"])
    page.emulate_media(forced_colors="active")
    colour = "each => getComputedStyle(each).backgroundColor"
    pressed, other = (
        page.get_by_test_id(f"mode-{mode}").evaluate(colour) for mode in ("window", "cumulative")
    )
    assert pressed != other
    for name in ("panel-toggle", "list", "play", "story-next"):
        border = "each => getComputedStyle(each).borderTopStyle"
        assert page.get_by_test_id(name).evaluate(border) == "solid"
    _open_card(page)
    page.keyboard.press("Tab")
    assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
