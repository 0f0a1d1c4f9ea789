"""A map file of the reader's own below the events, and one that is read from a server in parts."""

from __future__ import annotations

import re
import struct
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import geopandas as gpd
import pytest
from archives import Colour, archive, png, varint
from loopback import listening
from playwright.sync_api import Frame, Page, expect
from watching import Watched, open_map

import geo
from geo.frame import from_rows
from geo.timemap import SANDBOX

_RED, _GREEN, _BLUE, _OCHRE, _GREY = (
    (200, 40, 40), (40, 160, 60), (40, 70, 190), (200, 150, 40), (120, 120, 120),
)  # fmt: skip
_TILES = {
    (0, 0, 0): png(_GREY),
    (1, 0, 0): png(_RED), (1, 1, 0): png(_GREEN), (1, 0, 1): png(_BLUE), (1, 1, 1): png(_OCHRE),
}  # fmt: skip
_CREDIT = '<a href="https://a.example">&copy; Makers</a> of <b>maps</b>'
_WIDTHS = [(1280, 800), (390, 844)]

# What lies below the events, in the canvases of the tiles, at a point of the map's box.
_GROUND = """([left, top]) => {
    const box = document.querySelector(".leaflet-container").getBoundingClientRect();
    const [x, y] = [box.left + left * box.width, box.top + top * box.height];
    let top_ = null;
    for (const layer of document.querySelectorAll(".leaflet-tile-pane > .leaflet-layer")) {
        for (const tile of layer.querySelectorAll("canvas.leaflet-tile")) {
            const at = tile.getBoundingClientRect();
            if (x < at.left || x >= at.right || y < at.top || y >= at.bottom) continue;
            const scale = tile.width / at.width;
            const [r, g, b, a] = tile.getContext("2d")
                .getImageData((x - at.left) * scale, (y - at.top) * scale, 1, 1).data;
            const z = Number(getComputedStyle(layer).zIndex);
            if (a > 0 && (!top_ || z >= top_.z)) top_ = { z, colour: [r, g, b] };
        }
    }
    return top_ && top_.colour;
}"""
_COLOURED = f"([at, wanted]) => String(({_GROUND})(at)) === String(wanted)"


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("map") / "map.html"
    geo.event_map(_events(), tiles=None).save(path)
    return path


def _events() -> gpd.GeoDataFrame:
    rows = [
        {
            "event_id": f"e{number}", "event_type": "Battles", "sub_event_type": "Armed clash",
            "status": "reported", "date_start": date(2020, 2, 27), "date_end": date(2020, 2, 27),
            "document_id": "d", "quote": "A clash.", "lat": 35.9, "lon": 36.6 + number / 5,
        }
        for number in range(3)
    ]  # fmt: skip
    return from_rows(rows)


def _file(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def _choose(page: Page | Frame, name: str, content: bytes) -> None:
    page.get_by_test_id("archive-file").set_input_files(_file(name, content))  # type: ignore[arg-type]


def _wait_for_ground(page: Page | Frame, colour: Colour | list[int]) -> None:
    page.wait_for_function(_COLOURED, arg=[[0.3, 0.3], list(colour)], timeout=5000)


@pytest.fixture(params=_WIDTHS, ids=["wide", "narrow"])
def opened(request: pytest.FixtureRequest, watched: Watched, events: Path) -> Watched:
    width, height = request.param
    watched.page.set_viewport_size({"width": width, "height": height})
    open_map(watched, events.as_uri())
    return watched


def _open_panel(page: Page) -> None:
    if not page.get_by_test_id("archive-use").is_visible():
        page.get_by_role("button", name="Filters and legend").click()
    page.get_by_test_id("archive-use").scroll_into_view_if_needed()


def test_a_file_of_the_readers_own_lies_below_the_events_until_it_is_removed(
    opened: Watched,
) -> None:
    page = opened.page
    before = page.evaluate(_GROUND, [0.3, 0.3])
    assert before is not None
    _open_panel(page)
    with page.expect_file_chooser() as chooser:
        page.get_by_test_id("archive-use").click()
    chooser.value.set_files(_file("own.pmtiles", archive(_TILES, attribution=_CREDIT)))  # type: ignore[arg-type]
    # Syria lies in the north-east, in the second tile of the deepest zoom.
    _wait_for_ground(page, _GREEN)
    expect(page.get_by_test_id("archive-name")).to_have_text("Below the events: own.pmtiles")
    expect(page.get_by_test_id("tiles-credit")).to_have_text(" · © Makers of maps")
    assert page.get_by_test_id("tiles-credit").locator("a").count() == 0

    # It stays while filters, time and language change.
    page.get_by_test_id("legend-battles").locator("input").uncheck()
    page.get_by_test_id("language").select_option("fr")
    _wait_for_ground(page, _GREEN)
    expect(page.get_by_test_id("archive-name")).to_contain_text("own.pmtiles")
    expect(page.get_by_test_id("tiles-credit")).to_contain_text("© Makers of maps")

    page.get_by_test_id("archive-remove").click()
    _wait_for_ground(page, before)
    expect(page.get_by_test_id("archive-name")).to_be_hidden()
    expect(page.get_by_test_id("tiles-credit")).to_be_empty()
    expect(page.get_by_test_id("archive-use")).to_be_focused()
    opened.assert_quiet()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.pmtiles", b"Some notes of mine", "notes.pmtiles is not a PMTiles file."),
        ("cut.pmtiles", archive(_TILES)[:-9], "cut.pmtiles is cut off"),
        ("new.pmtiles", archive(_TILES, kind=6), "a kind of tiles that this page cannot draw"),
        ("<b>.pmtiles", b"", "<b>.pmtiles is not a PMTiles file."),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_costs_nothing(
    opened: Watched, name: str, content: bytes, said: str
) -> None:
    page = opened.page
    before = page.evaluate(_GROUND, [0.3, 0.3])
    _open_panel(page)
    _choose(page, name, content)
    expect(page.get_by_test_id("archive-trouble")).to_contain_text(said)
    expect(page.get_by_test_id("archive-remove")).to_be_hidden()
    assert page.evaluate(_GROUND, [0.3, 0.3]) == before
    assert opened.state()["shown"] == 3
    # A good one then takes the sentence away.
    _choose(page, "own.pmtiles", archive(_TILES))
    _wait_for_ground(page, _GREEN)
    expect(page.get_by_test_id("archive-trouble")).to_be_empty()
    opened.assert_quiet()


def test_a_file_that_lies_elsewhere_says_so_and_leads_there(opened: Watched) -> None:
    page = opened.page
    red = dict.fromkeys([(13, 1000 + at % 9, 3000 + at // 9) for at in range(81)], png(_RED))
    content = bytearray(archive(red))
    # West, south, east, north of those tiles, in ten-millionths of a degree.
    struct.pack_into("<4i", content, 102, -1360546875, 430367758, -1356591797, 433251777)
    before = page.evaluate(_GROUND, [0.3, 0.3])
    _open_panel(page)
    _choose(page, "far.pmtiles", bytes(content))
    expect(page.get_by_test_id("archive-away")).to_contain_text("Nothing of it is in sight here.")
    assert page.evaluate(_GROUND, [0.3, 0.3]) == before
    page.get_by_test_id("archive-go").click()
    page.wait_for_function(_COLOURED, arg=[[0.5, 0.5], list(_RED)], timeout=5000)
    expect(page.get_by_test_id("archive-away")).to_be_empty()
    opened.assert_quiet()


def test_pictures_that_are_none_say_so_and_leave_the_map(watched: Watched, events: Path) -> None:
    open_map(watched, events.as_uri())
    before = watched.page.evaluate(_GROUND, [0.3, 0.3])
    _choose(watched.page, "own.pmtiles", archive(dict.fromkeys(_TILES, b"no picture")))
    trouble = watched.page.get_by_test_id("archive-trouble")
    expect(trouble).to_contain_text("own.pmtiles is damaged")
    assert watched.page.evaluate(_GROUND, [0.3, 0.3]) == before
    watched.assert_quiet()


def test_vector_tiles_are_drawn_in_the_colours_of_the_page(watched: Watched, events: Path) -> None:
    open_map(watched, events.as_uri())
    water = _layer("water", 3, [9, 0, 0, 26, 8192, 0, 0, 8192, 8191, 0, 15])
    _choose(watched.page, "shapes.pmtiles", archive({(0, 0, 0): water}, kind=1))
    _wait_for_ground(watched.page, [0xDD, 0xE6, 0xEA])
    watched.page.get_by_role("button", name="Dark colours").click()
    _wait_for_ground(watched.page, [0x14, 0x18, 0x1C])
    watched.assert_quiet()


def test_a_file_is_read_in_a_frame_without_an_origin(watched: Watched, events: Path) -> None:
    host = events.with_name("host.html")
    host.write_text(
        f'<iframe src="map.html" sandbox="{SANDBOX}" width="1200" height="760"></iframe>',
        encoding="utf-8",
    )
    watched.page.goto(host.as_uri())
    frame = watched.page.frames[1]
    frame.wait_for_function("() => window.dateline && window.dateline.state()")
    _choose(frame, "own.pmtiles", archive(_TILES))
    _wait_for_ground(frame, _GREEN)
    watched.assert_quiet()


class _Server(BaseHTTPRequestHandler):
    """Gives an archive in parts, to any page."""

    content = archive(_TILES, attribution=_CREDIT)
    asked: list[str]

    def do_GET(self) -> None:
        asked = self.headers.get("Range", "")
        self.asked.append(asked)
        found = re.fullmatch(r"bytes=(\d+)-(\d+)", asked)
        assert found
        first, last = int(found[1]), min(int(found[2]), len(self.content) - 1)
        part = self.content[first : last + 1]
        self.send_response(206)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(self.content)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)

    def log_message(self, *_args: object) -> None:
        pass


def test_an_archive_on_a_server_is_read_in_parts_once_it_is_on(
    watched: Watched, tmp_path: Path
) -> None:
    asked: list[str] = []
    page = watched.page
    with listening(type("Server", (_Server,), {"asked": asked})) as address:
        geo.event_map(_events(), tiles=f"{address}own.pmtiles").save(tmp_path / "map.html")
        open_map(watched, (tmp_path / "map.html").as_uri())
        before = page.evaluate(_GROUND, [0.3, 0.3])
        assert asked == []
        page.get_by_test_id("tiles").locator("input").check()
        _wait_for_ground(page, _GREEN)
        assert asked[0] == "bytes=0-16383"
        expect(page.get_by_test_id("tiles-credit")).to_contain_text("© Makers of maps")
        page.get_by_test_id("tiles").locator("input").uncheck()
        _wait_for_ground(page, before)
        expect(page.get_by_test_id("tiles-credit")).to_be_empty()
        watched.assert_quiet()


def test_an_archive_that_no_one_serves_says_so_and_is_off_again(
    watched: Watched, tmp_path: Path
) -> None:
    geo.event_map(_events(), tiles="http://127.0.0.1:9/own.pmtiles").save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    toggle = watched.page.get_by_test_id("tiles").locator("input")
    toggle.click()
    trouble = watched.page.get_by_test_id("archive-trouble")
    expect(trouble).to_contain_text("127.0.0.1:9 could not be fetched")
    expect(toggle).not_to_be_checked()
    assert watched.state()["shown"] == 3


def _layer(name: str, kind: int, commands: list[int]) -> bytes:
    """A vector tile with one layer and one feature in it, by the field numbers of its format."""
    feature = _field(3, kind) + _field(4, b"".join(map(varint, commands)))
    layer = _field(1, name.encode()) + _field(2, feature) + _field(5, 4096) + _field(15, 2)
    return _field(3, layer)


def _field(number: int, value: bytes | int) -> bytes:
    if isinstance(value, int):
        return varint(number * 8) + varint(value)
    return varint(number * 8 + 2) + varint(len(value)) + value
