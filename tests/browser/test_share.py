"""The state in the page's address, the link, the files that it writes, its height in a frame."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import quote

import geopandas as gpd
import pytest
from loopback import listening, serving
from playwright.sync_api import Page, expect
from watching import Watched, open_map

import geo
from geo import documents, export
from geo.frame import from_rows
from geo.tables.events import read_events
from geo.timemap import SANDBOX

_SEEDS = Path(__file__).parents[2] / "seeds" / "reports"
_SIZES = {"wide": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
_HOSTILE = [
    "=SUM(A1)", "+1", "-1", "@x", "\tx", "'=x", "＝1", 'say "no", twice\r\nand leave',
    "</script><b>x", "{{ 7*7 }}", "١٢ آذار", "💥", "\u202eabc", " a ", "null", "' '",
]  # fmt: skip


def _event(number: int, **values: Any) -> dict[str, Any]:
    day = date(2020, 1, 1 + number)
    return {
        "event_id": f"e{number}", "event_type": "Battles", "sub_event_type": "Armed clash",
        "status": "reported", "date_start": day, "date_end": day, "document_id": "d",
        "quote": "A clash.", "lat": 35.9, "lon": 36.6 + number / 10, **values,
    }  # fmt: skip


@pytest.fixture(scope="module")
def events() -> gpd.GeoDataFrame:
    return geo.parse(documents.read([_SEEDS]), mentions=True)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, events: gpd.GeoDataFrame) -> Iterator[str]:
    """The sample map on loopback, and a page that embeds it as the README says."""
    folder = tmp_path_factory.mktemp("share")
    geo.event_map(events).save(folder / "map.html")
    (folder / "host.html").write_text(
        "<!doctype html><link rel=icon href='data:,'><body style='margin:0'>"
        f'<iframe id=map src="map.html" width="100%" height="400" sandbox="{SANDBOX}"></iframe>'
        "<script>window.heard = [];"
        "addEventListener('message', (event) => {"
        "  const heights = event.data['datawrapper-height'];"
        "  if (heights === undefined) return;"
        "  window.heard.push(heights);"
        "  for (const frame of document.querySelectorAll('iframe'))"
        "    for (const name in heights)"
        "      if (frame.contentWindow === event.source)"
        "        frame.style.height = heights[name] + 'px';"
        "});</script>",
        encoding="utf-8",
    )
    with serving(folder) as address:
        yield address


def _fragment(page: Page) -> str:
    address: str = page.evaluate("location.href")
    return address.partition("#")[2]


def _written(page: Page, part: str) -> str:
    """Wait until the address holds a part, and give it whole."""
    page.wait_for_function("(part) => location.hash.includes(part)", arg=part)
    address: str = page.evaluate("location.href")
    return address


def _rested(page: Page) -> None:
    """Wait for longer than the address does."""
    page.wait_for_timeout(700)


def _panel(page: Page, *, is_open: bool) -> None:
    toggle = page.get_by_test_id("panel-toggle")
    if (toggle.get_attribute("aria-expanded") == "true") != is_open:
        toggle.click()


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_address_holds_the_state_and_brings_it_back(
    watched: Watched, served: str, size: str
) -> None:
    page = watched.page
    page.set_viewport_size(_SIZES[size])
    open_map(watched, served + "map.html")
    _rested(page)
    assert "#" not in page.url
    was_open = size == "wide"
    _panel(page, is_open=True)
    page.locator("[data-testid^='legend-explosions'] input").uncheck()
    page.get_by_test_id("layer-hexagons").locator("input").check()
    page.get_by_test_id("status-planned").locator("input").check()
    _panel(page, is_open=was_open)
    handle = page.get_by_test_id("range-to")
    for _ in range(6):
        handle.press("PageDown")
    page.get_by_test_id("theme").click()
    page.get_by_role("button", name="Zoom in").click()
    _written(page, "theme=")
    _rested(page)
    told = dict(part.split("=", 1) for part in _fragment(page).split("&"))
    assert set(told) >= {"time", "view", "layer", "types", "status", "theme"}
    assert told["layer"] == "hexagons"
    assert "explosions" not in told["types"]
    assert told["status"] == "reported,planned"
    before = watched.state()
    theme = page.locator(".dl").get_attribute("data-theme")
    link = page.evaluate("location.href")

    page.goto("about:blank")
    open_map(watched, link)
    _rested(page)
    assert watched.state() == before
    assert page.locator(".dl").get_attribute("data-theme") == theme
    assert page.evaluate("location.href") == link
    expect(page.get_by_test_id("layer-hexagons").locator("input")).to_be_checked()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.cookie") == ""
    watched.assert_quiet()


def test_the_open_card_and_the_words_chosen_are_in_the_address(
    watched: Watched, served: str, events: gpd.GeoDataFrame
) -> None:
    page = watched.page
    there = (events["country"] == "SY") & (events["status"] == "reported")
    event_id = events["event_id"][there & (events["event_type"] == "Battles")].iloc[0]
    open_map(watched, f"{served}map.html#event={event_id}&lang=fr&countries=SY")
    expect(page.get_by_test_id("card")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    _rested(page)
    assert watched.state()["selected"] == event_id
    page.get_by_test_id("card-close").click()
    page.wait_for_function("() => !location.hash.includes('event=')")
    assert "countries=SY" in _fragment(page)
    watched.assert_quiet()


def test_a_link_pasted_into_the_open_page_is_followed_and_back_leads_back(
    watched: Watched, served: str
) -> None:
    page = watched.page
    open_map(watched, served + "map.html")
    first = watched.state()
    pasted = "mode=cumulative&types=battles&time=2015-04-01/2018-01-01"
    page.evaluate("(pasted) => { location.hash = pasted; }", pasted)
    page.wait_for_function("() => window.dateline.state().mode === 'cumulative'")
    _rested(page)
    assert watched.state()["shown"] < first["shown"]
    page.go_back()
    page.wait_for_function("() => window.dateline.state().mode === 'window'")
    page.wait_for_function("() => location.hash === ''")
    assert watched.state() == first
    watched.assert_quiet()


@pytest.mark.parametrize(
    "fragment",
    [
        "time=2020-13-45&view=9e9/NaN/x&layer=__proto__&types=%&event=%E0%A4%A",
        "event=<img src=x onerror=alert(1)>&lang=<script>alert(1)</script>&theme=javascript:1",
        "=&&==&%&actors=constructor,toString&confidence=-1&precision=99&story=7",
        "view=2/89.9/179.9&time=0001-01-01/9999-12-31",
        "x" * 250_000,
    ],
    ids=["broken", "markup", "unknown", "far", "endless"],
)
def test_a_hostile_address_is_only_left_unread(
    watched: Watched, served: str, fragment: str
) -> None:
    open_map(watched, served + "map.html")
    usual = watched.state()
    open_map(watched, f"{served}map.html?again#{fragment}")
    _rested(watched.page)
    assert watched.state() == usual
    watched.assert_quiet()


def test_a_search_in_the_address_is_text_and_nothing_else(watched: Watched, served: str) -> None:
    probe = "<script>alert(1)</script>{{6*7*11}}"
    open_map(watched, f"{served}map.html#text={quote(probe, safe='')}")
    watched.page.wait_for_function("() => window.dateline.state().shown === 0")
    assert watched.page.locator(".dl-header input").first.input_value() == probe
    open_map(watched, f"{served}map.html?again#text=idlib")
    watched.page.wait_for_function("() => window.dateline.state().shown > 0")
    state = watched.state()
    assert state["shown"] < state["total"]
    watched.assert_quiet()


def test_a_story_opens_at_the_step_that_the_address_names(watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    story: list[dict[str, Any]] = [
        {"caption": "First.", "to": "2020-01-03"},
        {"caption": "Then.", "from": "2020-01-05", "zoom": 9, "center": [35.9, 36.6]},
        {"caption": "One.", "select": "e2"},
    ]
    path = tmp_path / "map.html"
    geo.event_map(from_rows([_event(number) for number in range(9)]), story=story).save(path)
    open_map(watched, path.as_uri())
    _rested(page)
    assert "#" not in page.url
    page.get_by_test_id("story-next").click()
    link = _written(page, "story=2")
    before = watched.state()
    page.goto("about:blank")
    open_map(watched, link)
    expect(page.get_by_test_id("story-caption")).to_have_text("Then.")
    assert watched.state() == before
    page.get_by_test_id("story-leave").click()
    page.get_by_role("button", name="Show the whole span").click()
    # The step that the story opens with has another range than the whole.
    link = _written(page, "time=*")
    page.goto("about:blank")
    open_map(watched, link)
    assert watched.state()["shown"] == 9
    expect(page.get_by_test_id("story")).to_be_hidden()
    watched.assert_quiet()


def test_playing_writes_the_address_only_at_rest(watched: Watched, served: str) -> None:
    page = watched.page
    open_map(watched, served + "map.html")
    page.evaluate(
        """() => {
            const write = history.replaceState.bind(history);
            window.writes = 0;
            history.replaceState = (...all) => { window.writes += 1; write(...all); };
        }"""
    )
    page.get_by_test_id("play").click()
    page.wait_for_timeout(2500)
    assert page.evaluate("window.writes") == 0
    page.get_by_test_id("play").click()
    _written(page, "time=")
    _rested(page)
    assert page.evaluate("window.writes") == 1


def test_the_link_is_copied(watched: Watched, served: str) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served[:-1])
    open_map(watched, served + "map.html")
    page.get_by_test_id("layer-heat").locator("input").check()
    page.get_by_test_id("copy-link").click()
    expect(page.get_by_test_id("share-said")).to_have_text("Link copied")
    # Also before the address itself was written.
    assert page.evaluate("navigator.clipboard.readText()") == served + "map.html#layer=heat"
    watched.assert_quiet()


def test_without_the_clipboard_the_link_can_be_copied_by_hand(
    watched: Watched, sample_map: Path
) -> None:
    page = watched.page
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false;"
    )
    open_map(watched, sample_map.as_uri() + "#layer=heat")
    page.get_by_test_id("copy-link").click()
    field = page.get_by_test_id("share-link")
    expect(field).to_have_value(sample_map.as_uri() + "#layer=heat")
    expect(field).to_be_focused()
    assert field.evaluate("(field) => field.selectionEnd - field.selectionStart") > 10
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(page.get_by_test_id("copy-link")).to_be_focused()
    watched.assert_quiet()


def test_a_page_without_an_address_has_no_link_and_writes_none(
    watched: Watched, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text(
        geo.event_map(from_rows([_event(0), _event(9)])).html(), encoding="utf-8"
    )
    (tmp_path / "host.html").write_text(
        "<!doctype html><link rel=icon href='data:,'>"
        f"<iframe sandbox='{SANDBOX}' name='dateline-app' width=900 height=600></iframe><script>"
        "window.heard = []; addEventListener('message', (event) => heard.push(event.data));"
        "fetch('page.txt').then((r) => r.text()).then((t) =>"
        " { document.querySelector('iframe').srcdoc = t; });</script>",
        encoding="utf-8",
    )
    with serving(tmp_path) as address:
        watched.page.goto(address + "host.html")
        frame = watched.page.frame_locator("iframe")
        expect(frame.get_by_test_id("count")).to_contain_text("2 of 2 events")
        frame.get_by_test_id("range-to").press("PageDown")
        _rested(watched.page)
        expect(frame.get_by_test_id("copy-link")).to_be_hidden()
        assert watched.page.frames[1].evaluate("location.href") == "about:srcdoc"
        # The app's own frame has the height that the app gave it.
        assert watched.page.evaluate("window.heard") == []
        with watched.page.expect_download() as found:
            frame.get_by_test_id("download").click()
            frame.get_by_test_id("download-csv").click()
        assert found.value.suggested_filename == "events.csv"
    watched.assert_quiet()


def test_in_a_sandboxed_frame_link_and_files_work(watched: Watched, served: str) -> None:
    page = watched.page
    page.goto(served + "host.html")
    frame = page.frame_locator("#map")
    expect(frame.get_by_test_id("count")).to_contain_text("events")
    frame.get_by_test_id("range-to").press("PageDown")
    page.frames[1].wait_for_function("() => location.hash.includes('time=')")
    frame.get_by_test_id("copy-link").click()
    expect(frame.get_by_test_id("share-said")).to_have_text("Link copied")
    for kind in ("geojson", "png"):
        with page.expect_download() as found:
            frame.get_by_test_id("download").click()
            frame.get_by_test_id(f"download-{kind}").click()
        assert found.value.suggested_filename == f"events.{kind}"
    watched.assert_quiet()


def test_a_host_with_datawrappers_script_gives_the_frame_its_height(
    watched: Watched, served: str
) -> None:
    page = watched.page
    page.goto(served + "host.html")
    expect(page.frame_locator("#map").get_by_test_id("count")).to_contain_text("events")
    page.wait_for_function("() => window.heard.length > 0")
    frame = page.locator("#map")
    expect(frame).to_have_css("height", "620px")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(frame).to_have_css("height", "560px")
    page.wait_for_timeout(500)
    # A message for the width at the beginning and one for the other: heights bring no more of them.
    assert page.evaluate("window.heard") == [{"dateline": 620}, {"dateline": 560}]
    watched.assert_quiet()


def test_a_small_frame_leads_to_the_whole_map(
    watched: Watched, tmp_path: Path, served: str
) -> None:
    (tmp_path / "host.html").write_text(
        "<!doctype html><link rel=icon href='data:,'><title>Host</title>"
        f"<iframe title=Map src='{served}map.html' width=400 height=320></iframe>",
        encoding="utf-8",
    )
    with serving(tmp_path) as address:
        watched.page.goto(f"{address}host.html")
        frame = watched.page.frame_locator("iframe")
        frame.get_by_test_id("range-to").press("PageDown")
        expect(frame.get_by_test_id("download")).to_be_hidden()
        with watched.page.context.expect_page() as opened:
            frame.get_by_test_id("open-whole").click()
        whole = opened.value
        whole.wait_for_function("() => window.dateline?.state()")
        assert "time=" in whole.url
        expect(whole.get_by_test_id("download")).to_be_visible()
    watched.assert_quiet()


def _download(page: Page, kind: str, path: Path) -> Path:
    with page.expect_download() as found:
        page.get_by_test_id("download").click()
        page.get_by_test_id(f"download-{kind}").click()
    assert found.value.suggested_filename == f"events.{kind}"
    target = path / found.value.suggested_filename
    found.value.save_as(target)
    expect(page.get_by_test_id("share-said")).to_have_text(f"events.{kind} is written")
    return target


def _as_the_page_has_them(frame: gpd.GeoDataFrame, ids: list[str]) -> gpd.GeoDataFrame:
    """Give the rows of some ids in the page's order, without what the page does not hold."""
    table = frame.sort_values("date_start", kind="stable", na_position="last")
    table = table[table["event_id"].isin(ids)].drop(columns="spans")
    return table.assign(
        confidence=table["confidence"].round(4), radius_km=table["radius_km"].round(3)
    )


@pytest.mark.parametrize("kind", ["geojson", "csv"])
def test_the_files_hold_what_is_shown_as_the_package_writes_it(
    watched: Watched, served: str, events: gpd.GeoDataFrame, tmp_path: Path, kind: str
) -> None:
    page = watched.page
    types = "battles,protests,explosions-remote-violence"
    open_map(watched, f"{served}map.html#mentions=1&types={types}")
    page.get_by_test_id("range-to").press("PageDown")
    target = _download(page, kind, tmp_path)
    found = read_events(target)
    shown = found[found["event_type"] != "Mention"]
    assert set(shown["event_id"]) == set(page.evaluate("dateline.ids()"))
    assert len(shown) == watched.state()["shown"] > 20
    assert len(found) > len(shown)
    wanted = _as_the_page_has_them(events, list(found["event_id"]))
    export.write(wanted, tmp_path / f"wanted.{kind}")
    assert target.read_bytes() == (tmp_path / f"wanted.{kind}").read_bytes()
    assert export.to_geojson(found.drop(columns="spans")) == export.to_geojson(wanted)
    watched.assert_quiet()


@pytest.mark.parametrize("kind", ["geojson", "csv"])
def test_hostile_texts_go_through_the_files_as_they_are(
    watched: Watched, tmp_path: Path, kind: str
) -> None:
    rows = [
        _event(
            number, quote=text, actor1=text, title=text, location=text, place_text=text,
            source=text, reason=text, url=text, confidence=0.5, fatalities=number,
        )
        for number, text in enumerate(_HOSTILE)
    ]  # fmt: skip
    rows += [_event(20, lat=None, lon=None), _event(21, lat=-0.0000001, lon=-180.0)]
    frame = from_rows(rows)
    geo.event_map(frame).save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    target = _download(watched.page, kind, tmp_path)
    found = read_events(target)
    assert export.to_geojson(found) == export.to_geojson(frame)
    for text, each in zip(_HOSTILE, found["quote"], strict=False):
        assert each == text
    watched.assert_quiet()


@pytest.mark.parametrize(("size", "theme"), [("wide", "light"), ("phone", "dark")])
def test_the_picture_is_the_map_at_twice_its_pixels_with_a_strip_below(
    watched: Watched, served: str, tmp_path: Path, size: str, theme: str
) -> None:
    page = watched.page
    page.set_viewport_size(_SIZES[size])
    open_map(watched, f"{served}map.html#theme={theme}")
    width, height = _png_size(_download(page, "png", tmp_path))
    box = page.locator(".dl-stage").bounding_box()
    assert box is not None
    assert width == 2 * box["width"]
    assert height > 2 * box["height"] + 150
    watched.assert_quiet()


def test_tiles_of_others_stay_out_of_the_picture(watched: Watched, tmp_path: Path) -> None:
    dot = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63"
        "64f8cf500f0003860180a0a6ae7d0000000049454e44ae426082"
    )

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(dot)

        def log_message(self, *_args: object) -> None:
            pass

    page = watched.page
    with listening(Tiles) as address:
        tiles = {"url": address + "{z}/{x}/{y}.png", "attribution": "© Makers of tiles"}
        geo.event_map(from_rows([_event(0), _event(1)]), tiles=tiles).save(tmp_path / "map.html")
        open_map(watched, (tmp_path / "map.html").as_uri())
        plain = _download(page, "png", tmp_path).read_bytes()
        page.get_by_test_id("tiles").locator("input").check()
        expect(page.locator("img.leaflet-tile-loaded").first).to_be_attached()
        page.wait_for_load_state("networkidle")
        assert _download(page, "png", tmp_path).read_bytes() == plain
    watched.assert_quiet()


def test_in_arabic_menu_and_picture_run_from_the_right(
    watched: Watched, served: str, tmp_path: Path
) -> None:
    page = watched.page
    page.set_viewport_size(_SIZES["phone"])
    open_map(watched, served + "map.html#lang=ar")
    button = page.get_by_test_id("download")
    expect(button).to_have_accessible_name("تنزيل المعروض")
    button.click()
    menu = page.get_by_test_id("download-menu").bounding_box()
    assert menu is not None
    assert menu["x"] < 20
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("download-menu")).to_be_hidden()
    expect(button).to_be_focused()
    with page.expect_download() as found:
        button.click()
        page.get_by_test_id("download-png").click()
    found.value.save_as(tmp_path / "arabic.png")
    assert _png_size(tmp_path / "arabic.png")[0] == 780
    expect(page.get_by_test_id("share-said")).to_have_text("كُتب events.png")
    watched.assert_quiet()


def test_the_menu_is_used_by_keyboard(watched: Watched, served: str) -> None:
    page = watched.page
    open_map(watched, served + "map.html")
    button = page.get_by_test_id("download")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.get_by_test_id("download-geojson")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_test_id("copy-link")).to_be_focused()
    expect(page.get_by_test_id("download-menu")).to_be_hidden()
    watched.assert_quiet()


def _png_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    return int(width), int(height)
