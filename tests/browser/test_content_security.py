"""What the page's content security policy lets pass, and what it stops."""

from __future__ import annotations

import re
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import folium
import pytest
from loopback import listening, serving
from playwright.sync_api import expect
from watching import Watched, open_map

import geo
from geo.frame import from_rows
from geo.timemap import SANDBOX

_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63"
    "64f8cf500f0003860180a0a6ae7d0000000049454e44ae426082"
)
_EVENTS = [
    {
        "event_id": "e1", "event_type": "Battles", "sub_event_type": "Armed clash",
        "status": "reported", "date_start": date(2020, 2, 27), "date_end": date(2020, 2, 27),
        "document_id": "d", "quote": "A clash.", "lat": 35.9, "lon": 36.6,
    }
]  # fmt: skip
_TRIED = """async () => {
    const tried = {};
    const script = document.createElement("script");
    script.textContent = "window.tried = 1";
    document.head.append(script);
    tried.inline = window.tried === 1;
    const box = document.createElement("div");
    box.innerHTML = "<button onclick='window.tried = 2'>x</button>";
    document.body.append(box);
    box.firstChild.click();
    tried.handler = window.tried === 2;
    // A string for a timer is evaluated when the debugger, which may evaluate, is away.
    setTimeout("window.tried = 3");
    await new Promise((done) => setTimeout(done, 50));
    tried.eval = window.tried === 3;
    try { await fetch("data:text/plain,x"); tried.fetch = true; } catch { tried.fetch = false; }
    const base = document.createElement("base");
    base.href = "http://127.0.0.1:1/";
    document.head.append(base);
    tried.base = document.baseURI.startsWith("http://127.0.0.1:1/");
    const style = document.createElement("style");
    style.textContent = "body { outline: 3px solid red }";
    document.head.append(style);
    tried.style = getComputedStyle(document.body).outlineStyle === "solid";
    return tried;
}"""


def test_nothing_runs_or_loads_that_the_page_did_not_bring(
    watched: Watched, sample_map: Path
) -> None:
    open_map(watched, sample_map.as_uri())
    watched.assert_quiet()
    tried = watched.page.evaluate(_TRIED)
    assert tried == dict.fromkeys(tried, False)
    assert len(tried) == 6
    assert len(watched.complaints) >= 5


def test_other_folium_layers_stand_on_the_page(watched: Watched, tmp_path: Path) -> None:
    page = geo.event_map(from_rows(_EVENTS))
    folium.Circle([35.9, 36.6], radius=3000, tooltip="A circle", fill=True).add_to(page)
    folium.GeoJson(
        {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": "n"},
             "geometry": {"type": "Point", "coordinates": [36.7, 35.9]}}]},
        marker=folium.CircleMarker(radius=6),
        tooltip=folium.GeoJsonTooltip(["name"]),
    ).add_to(page)  # fmt: skip
    folium.LayerControl().add_to(page)
    page.save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    expect(watched.page.locator("path.leaflet-interactive")).to_have_count(2)
    watched.page.locator("path.leaflet-interactive").first.hover()
    expect(watched.page.get_by_text("A circle")).to_be_visible()
    watched.assert_quiet()


def test_a_plain_marker_is_drawn_without_a_picture_from_elsewhere(
    watched: Watched, tmp_path: Path
) -> None:
    page = geo.event_map(from_rows(_EVENTS))
    folium.Marker([35.95, 36.65], tooltip="Here").add_to(page)
    page.save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    marker = watched.page.locator("img.leaflet-marker-icon")
    assert marker.evaluate("(image) => image.complete && image.naturalWidth > 0")
    watched.assert_quiet()


def test_tiles_come_from_the_host_that_was_chosen_once_they_are_on(
    watched: Watched, tmp_path: Path
) -> None:
    asked: list[str] = []

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(_DOT)

        def log_message(self, *_args: object) -> None:
            pass

    with listening(Tiles) as address:
        tiles = {
            "url": address.replace("127.0.0.1", "{s}host") + "t/{z}/{x}/{y}{r}.png",
            "attribution": "© Makers of tiles", "subdomains": ["local"],
        }  # fmt: skip
        geo.event_map(from_rows(_EVENTS), tiles=tiles).save(tmp_path / "map.html")
        open_map(watched, (tmp_path / "map.html").as_uri())
        assert asked == []
        watched.page.get_by_test_id("tiles").locator("input").check()
        expect(watched.page.locator("img.leaflet-tile-loaded").first).to_be_attached()
        expect(watched.page.get_by_test_id("tiles-credit")).to_contain_text("Makers of tiles")
        watched.page.set_viewport_size({"width": 390, "height": 844})
        expect(watched.page.get_by_test_id("tiles-credit")).to_be_visible()
        assert all(re.fullmatch(r"/t/\d+/-?\d+/-?\d+\.png", path) for path in asked)
        watched.page.wait_for_load_state("networkidle")
    watched.assert_quiet()


@pytest.mark.parametrize("extra", ["", " allow-same-origin"])
def test_the_page_works_in_a_srcdoc_frame(watched: Watched, tmp_path: Path, extra: str) -> None:
    """As the app shows it, and as a host without a sandbox of its own may."""
    page = geo.event_map(from_rows(_EVENTS)).html()
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    (tmp_path / "host.html").write_text(
        f"<!doctype html><iframe sandbox='{SANDBOX}{extra}' width=900 height=600></iframe><script>"
        "fetch('page.txt').then((r) => r.text()).then((t) =>"
        " { document.querySelector('iframe').srcdoc = t; });</script>",
        encoding="utf-8",
    )
    (tmp_path / "favicon.ico").write_bytes(_DOT)
    with serving(tmp_path) as address:
        watched.page.goto(address + "host.html")
        frame = watched.page.frame_locator("iframe")
        expect(frame.get_by_test_id("count")).to_contain_text("1 of 1 event")
    watched.assert_quiet()


def test_it_displays_in_a_notebook(watched: Watched, tmp_path: Path) -> None:
    shown = geo.event_map(from_rows(_EVENTS))._repr_html_()
    (tmp_path / "notebook.html").write_text(
        f"<!doctype html><meta charset=utf-8><div style='width:900px'>{shown}</div>",
        encoding="utf-8",
    )
    watched.page.goto((tmp_path / "notebook.html").as_uri())
    frame = watched.page.frame_locator("iframe")
    expect(frame.get_by_test_id("count")).to_contain_text("1 of 1 event")
    spot = watched.page.frames[1].evaluate("dateline.pixel('e1')")
    box = watched.page.locator("iframe").bounding_box()
    assert box is not None
    watched.page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(frame.get_by_test_id("card")).to_be_visible()
    watched.assert_quiet()
