"""What a person does with the standalone map, from a file and in a frame."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from loopback import serving
from playwright.sync_api import expect
from watching import Watched, open_map, slide_and_play, visible_text

import geo
from geo.frame import from_rows


@pytest.fixture
def opened(watched: Watched, sample_map: Path) -> Watched:
    open_map(watched, sample_map.as_uri())
    return watched


def test_it_opens_from_a_file_without_network_or_complaint(opened: Watched) -> None:
    state = opened.state()
    assert state["total"] > 20
    assert state["shown"] > 0
    expect(opened.page.get_by_test_id("count")).to_contain_text("events from")
    opened.assert_quiet()


def test_the_attribution_is_shown(opened: Watched) -> None:
    text = visible_text(opened.page)
    assert "GeoNames" in text
    assert "Natural Earth" in text
    assert "Places were found by a program" in text


def test_moving_the_slider_changes_what_is_shown(opened: Watched) -> None:
    before = opened.state()
    handle = opened.page.get_by_test_id("range-to")
    handle.focus()
    for _ in range(12):
        handle.press("PageDown")
    after = opened.state()
    assert after["to"] < before["to"]
    assert after["shown"] < before["shown"]
    opened.assert_quiet()


def test_dragging_a_handle_changes_what_is_shown(opened: Watched) -> None:
    before = opened.state()
    box = opened.page.locator("[data-testid=range-to]").bounding_box()
    assert box is not None
    opened.page.mouse.move(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] / 2, steps=6)
    opened.page.mouse.up()
    assert opened.state()["to"] < before["to"]


def test_playing_moves_time_on_and_pauses(opened: Watched) -> None:
    opened.page.get_by_test_id("play").click()
    opened.page.wait_for_function("() => window.dateline.state().playing")
    first = opened.state()
    opened.page.wait_for_function(
        "to => window.dateline.state().to > to", arg=first["to"], timeout=10_000
    )
    opened.page.get_by_test_id("play").click()
    assert not opened.state()["playing"]
    opened.assert_quiet()


def test_a_mark_opens_its_card_and_escape_closes_it(opened: Watched) -> None:
    spot = _some_mark(opened)
    opened.page.mouse.click(spot["x"], spot["y"])
    card = opened.page.get_by_test_id("card")
    expect(card).to_be_visible()
    expect(card.locator("blockquote").first).not_to_be_empty()
    assert opened.state()["selected"]
    opened.page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    opened.assert_quiet()


def test_a_type_can_be_switched_off_and_on(opened: Watched) -> None:
    before = opened.state()["shown"]
    toggle = opened.page.locator("[data-testid^='legend-battles'] input")
    toggle.uncheck()
    assert opened.state()["shown"] < before
    toggle.check()
    assert opened.state()["shown"] == before


def test_a_range_without_events_says_where_they_are(watched: Watched, tmp_path: Path) -> None:
    days = (date(2015, 1, 1), date(2020, 1, 1), date(2020, 1, 2))
    rows = [
        {
            "event_id": str(day), "event_type": "Battles", "sub_event_type": "Armed clash",
            "status": "reported", "date_start": day, "date_end": day, "document_id": "d",
            "quote": "A clash.", "lat": 35.9, "lon": 36.6,
        }
        for day in days
    ]  # fmt: skip
    geo.event_map(from_rows(rows)).save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    watched.page.get_by_test_id("range-to").press("Home")
    for name in ("range-to", "range-from"):
        for _ in range(9 if name == "range-to" else 3):
            watched.page.get_by_test_id(name).press("ArrowRight")
    notice = watched.page.get_by_test_id("empty")
    expect(notice).to_contain_text("No events in this range. 1 lies before, 2 after.")
    notice.get_by_role("button", name="Go to those after").click()
    assert watched.state()["shown"] > 0


def test_the_count_beside_a_place_opens_its_first_event(watched: Watched, tmp_path: Path) -> None:
    rows = [
        {
            "event_id": f"e{number}", "event_type": "Battles", "sub_event_type": "Armed clash",
            "status": "reported", "date_start": date(2020, 1, number), "document_id": "d",
            "date_end": date(2020, 1, number), "quote": "A clash.", "lat": 35.9, "lon": 36.6,
        }
        for number in (1, 2, 3)
    ]  # fmt: skip
    geo.event_map(from_rows(rows)).save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    mark = watched.page.evaluate("window.dateline.pixel('e1')")
    watched.page.mouse.click(mark["x"] + 13, mark["y"] - 14)
    expect(watched.page.get_by_test_id("card")).to_be_visible()


def test_the_theme_can_be_changed(opened: Watched) -> None:
    before = opened.page.evaluate(
        "getComputedStyle(document.querySelector('[data-testid=count]')).color"
    )
    opened.page.get_by_test_id("theme").click()
    assert (
        opened.page.evaluate(
            "getComputedStyle(document.querySelector('[data-testid=count]')).color"
        )
        != before
    )


def test_every_control_has_a_name(opened: Watched) -> None:
    nameless = opened.page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, a[href]")]
        .filter(each => each.offsetParent !== null)
        .filter(each => !(each.ariaLabel || each.textContent.trim() || each.title
            || (each.labels && [...each.labels].some(label => label.textContent.trim()))))
        .map(each => each.outerHTML.slice(0, 100))"""
    )
    assert nameless == []


def test_it_fits_a_phone(watched: Watched, sample_map: Path) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    open_map(watched, sample_map.as_uri())
    wider = watched.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wider
    box = watched.page.get_by_test_id("play").bounding_box()
    assert box is not None
    assert box["y"] < 844
    watched.assert_quiet()


@pytest.fixture
def host(tmp_path: Path, sample_map: Path) -> Iterator[str]:
    """A page on loopback that embeds the map as the app's snippet says."""
    (tmp_path / "map.html").write_bytes(sample_map.read_bytes())
    (tmp_path / "index.html").write_text(
        "<!doctype html><link rel=icon href='data:,'><h1>Dashboard</h1>"
        '<iframe id="map" src="map.html" title="Dateline time map" width="100%" height="600"'
        ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads">'
        "</iframe><script>window.heard = [];"
        "addEventListener('message', e =>"
        " { if (e.data.type === 'dateline:select') window.heard.push(e.data); });</script>",
        encoding="utf-8",
    )
    with serving(tmp_path) as address:
        yield f"{address}index.html"


def test_it_works_in_a_sandboxed_frame_and_speaks_with_its_host(
    watched: Watched, host: str
) -> None:
    watched.page.goto(host)
    frame = watched.page.frame_locator("#map")
    expect(frame.get_by_test_id("count")).to_contain_text("events")
    inner = watched.page.frames[1]
    event_id = inner.evaluate("window.dateline.ids().then(ids => ids[0])")
    watched.page.evaluate(
        "id => document.getElementById('map').contentWindow"
        ".postMessage({type: 'dateline:select', event_id: id}, '*')",
        event_id,
    )
    expect(frame.get_by_test_id("card")).to_be_visible()
    frame.get_by_test_id("next").click()
    watched.page.wait_for_function("() => window.heard.length > 0")
    heard = watched.page.evaluate("window.heard.at(-1)")
    assert heard["type"] == "dateline:select"
    assert heard["event_id"] != event_id
    frame.get_by_test_id("card-close").click()
    expect(frame.get_by_test_id("card")).to_be_hidden()
    watched.assert_quiet()


def test_slider_and_play_work_in_a_frame(watched: Watched, host: str) -> None:
    watched.page.goto(host)
    frame = watched.page.frame_locator("#map")
    expect(frame.get_by_test_id("count")).to_contain_text("events")
    slide_and_play(watched.page.frames[1])
    watched.assert_quiet()


def _some_mark(opened: Watched) -> dict[str, float]:
    """Give where the mark of an event that is shown stands in the window."""
    spot: dict[str, float] | None = opened.page.evaluate(
        """async () => {
            for (const id of await window.dateline.ids()) {
                const spot = await window.dateline.pixel(id);
                const there = spot && document.elementFromPoint(spot.x, spot.y);
                if (there?.closest(".leaflet-container")) return spot;
            }
            return null;
        }"""
    )
    assert spot is not None
    return spot
