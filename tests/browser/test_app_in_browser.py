"""The running app, as a person meets it."""

from __future__ import annotations

from playwright.sync_api import Frame, expect
from watching import Watched, slide_and_play


def _open(watched: Watched, url: str) -> None:
    watched.page.set_viewport_size({"width": 1280, "height": 1200})
    watched.page.goto(url)
    frame = watched.page.frame_locator("iframe[title='Time map']")
    expect(frame.get_by_test_id("count")).to_contain_text("events from", timeout=60_000)


def _map(watched: Watched) -> Frame:
    return next(each for each in watched.page.frames if each.parent_frame)


def test_it_opens_on_the_sample_map(watched: Watched, app_url: str) -> None:
    _open(watched, app_url)
    expect(watched.page.get_by_role("heading", name="Dateline")).to_be_visible()
    expect(watched.page.get_by_test_id("stDataFrame")).to_be_visible()
    watched.assert_quiet()


def test_the_map_shows_the_events_and_not_the_empty_sea(watched: Watched, app_url: str) -> None:
    _open(watched, app_url)
    inside = _map(watched).evaluate(
        """async () => {
            let seen = 0;
            for (const id of await window.dateline.ids()) {
                const at = await window.dateline.pixel(id);
                if (at && at.x > 0 && at.y > 40 && at.x < innerWidth && at.y < innerHeight - 96)
                    seen++;
            }
            return seen;
        }"""
    )
    assert inside > 20


def test_slider_play_and_card_work_in_the_app(watched: Watched, app_url: str) -> None:
    _open(watched, app_url)
    slide_and_play(_map(watched))
    frame = watched.page.frame_locator("iframe[title='Time map']")
    frame.get_by_test_id("whole").click()
    frame.get_by_test_id("list").click()
    frame.get_by_test_id("tray").locator("li button").first.click()
    expect(frame.get_by_test_id("card")).to_be_visible()
    watched.assert_quiet()


def test_a_row_of_the_table_opens_its_card_on_the_map(watched: Watched, app_url: str) -> None:
    _open(watched, app_url)
    table = watched.page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    # The first cell of the first row holds its check box; the header is 35 px high.
    watched.page.mouse.click(box["x"] + 16, box["y"] + 52)
    frame = watched.page.frame_locator("iframe[title='Time map']")
    expect(frame.get_by_test_id("card")).to_be_visible(timeout=15_000)
    watched.assert_quiet()


def test_pasted_text_becomes_a_map(watched: Watched, app_url: str) -> None:
    _open(watched, app_url)
    watched.page.get_by_text("Paste text", exact=True).click()
    box = watched.page.get_by_label("Text of a report")
    box.fill("Six people were killed in Idlib on 5 May 2019. {{6*7*11}} ![x](http://a.invalid/x)")
    watched.page.get_by_role("button", name="Read").click()
    frame = watched.page.frame_locator("iframe[title='Time map']")
    expect(frame.get_by_test_id("count")).to_contain_text("1 report", timeout=30_000)
    watched.assert_quiet()


def test_the_whole_map_is_there_on_a_phone(watched: Watched, app_url: str) -> None:
    _open(watched, app_url)
    watched.page.set_viewport_size({"width": 390, "height": 844})
    frame = watched.page.frame_locator("iframe[title='Time map']")
    frame.get_by_test_id("panel-toggle").click()
    expect(frame.get_by_test_id("legend-battles")).to_be_visible()
    watched.assert_quiet()
