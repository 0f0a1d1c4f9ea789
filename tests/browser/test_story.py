"""A story on the map: what each step shows, by mouse and by keyboard, wide and narrow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from probes import PROBES
from watching import Watched, open_map

import geo
from geo.frame import from_rows

_ROWS = [
    {
        "event_id": f"e{month}", "event_type": "Battles", "sub_event_type": "Armed clash",
        "status": "reported", "date_start": date(2020, month, 10), "document_id": "d",
        "date_end": date(2020, month, 10), "quote": "A clash. " * 40, "location": f"Place {month}",
        "lat": 35.0 + month / 4, "lon": 36.5, "geo_precision": 1, "radius_km": 1.0,
    }
    for month in (1, 2, 3, 4, 5, 6)
]  # fmt: skip
_STORY = [
    {"caption": "All of it."},
    {"caption": "February.", "from": date(2020, 2, 1), "to": "2020-02-29", "zoom": 9,
     "center": [35.5, 36.5]},
    {"caption": "One of them.", "select": "e2"},
    {"caption": "Up to May.", "mode": "cumulative", "to": "2020-05-31"},
]  # fmt: skip


@pytest.fixture
def told(watched: Watched, tmp_path: Path) -> Watched:
    geo.event_map(from_rows(_ROWS), story=_STORY).save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    return watched


def _step(watched: Watched, number: int) -> None:
    for _ in range(number):
        watched.page.get_by_test_id("story-next").click()
    watched.page.wait_for_timeout(350)


def test_it_opens_at_its_first_step(told: Watched) -> None:
    expect(told.page.get_by_test_id("story-caption")).to_have_text("All of it.")
    expect(told.page.get_by_test_id("story-place")).to_have_text("1 of 4")
    expect(told.page.get_by_test_id("story-previous")).to_have_attribute("aria-disabled", "true")
    assert told.state()["shown"] == 6
    told.assert_quiet()


def test_a_step_brings_range_view_and_card(told: Watched) -> None:
    _step(told, 1)
    state = told.state()
    assert (state["from"], state["to"]) == (18293, 18321)
    assert state["shown"] == 1
    spot = told.page.evaluate("dateline.pixel('e2')")
    middle = told.page.locator(".leaflet-container").bounding_box()
    assert middle is not None
    assert abs(spot["x"] - middle["x"] - middle["width"] / 2) < 3
    assert abs(spot["y"] - middle["y"] - middle["height"] / 2) < 3
    _step(told, 1)
    assert told.state()["selected"] == "e2"
    expect(told.page.get_by_test_id("card")).to_be_visible()
    _step(told, 1)
    state = told.state()
    assert (state["mode"], state["selected"], state["shown"]) == ("cumulative", None, 5)
    expect(told.page.get_by_test_id("story-next")).to_have_attribute("aria-disabled", "true")
    told.assert_quiet()


def test_going_back_shows_the_same_as_going_forth(told: Watched) -> None:
    _step(told, 1)
    first = (told.state(), told.page.evaluate("dateline.pixel('e2')"))
    _step(told, 2)
    for _ in range(2):
        told.page.get_by_test_id("story-previous").click()
    told.page.wait_for_timeout(350)
    assert (told.state(), told.page.evaluate("dateline.pixel('e2')")) == first


def test_the_keyboard_goes_through_it_and_escape_leaves_it(told: Watched) -> None:
    told.page.get_by_test_id("story-next").focus()
    told.page.keyboard.press("Enter")
    told.page.keyboard.press("ArrowRight")
    told.page.keyboard.press("ArrowRight")
    told.page.keyboard.press("ArrowRight")
    expect(told.page.get_by_test_id("story-place")).to_have_text("4 of 4")
    told.page.keyboard.press("ArrowLeft")
    expect(told.page.get_by_test_id("story-place")).to_have_text("3 of 4")
    told.page.keyboard.press("Escape")
    expect(told.page.get_by_test_id("story")).to_be_hidden()
    reopen = told.page.get_by_test_id("story-open")
    expect(reopen).to_be_focused()
    told.page.keyboard.press("Enter")
    expect(told.page.get_by_test_id("story-place")).to_have_text("3 of 4")
    told.assert_quiet()


def test_on_a_phone_it_lies_between_the_card_and_the_time_bar(told: Watched) -> None:
    told.page.set_viewport_size({"width": 390, "height": 844})
    _step(told, 2)
    story = told.page.get_by_test_id("story").bounding_box()
    card = told.page.get_by_test_id("card").bounding_box()
    time = told.page.locator(".dl-time").bounding_box()
    assert story is not None
    assert card is not None
    assert time is not None
    assert abs(story["y"] + story["height"] - time["y"]) < 2
    assert card["y"] + card["height"] <= story["y"] + 1
    told.page.get_by_test_id("card-close").click(trial=True)
    spot = told.page.evaluate("dateline.pixel('e2')")
    assert 40 < spot["y"] < card["y"]
    told.assert_quiet()


@pytest.mark.parametrize("size", [(1280, 800), (900, 700), (640, 600)])
def test_it_is_never_under_or_over_the_card(told: Watched, size: tuple[int, int]) -> None:
    told.page.set_viewport_size({"width": size[0], "height": size[1]})
    _step(told, 2)
    story = told.page.get_by_test_id("story").bounding_box()
    card = told.page.get_by_test_id("card").bounding_box()
    assert story is not None
    assert card is not None
    assert story["x"] + story["width"] < card["x"]


def test_nothing_moves_for_who_asked_for_less_motion(watched: Watched, tmp_path: Path) -> None:
    geo.event_map(from_rows(_ROWS), story=_STORY).save(tmp_path / "map.html")
    watched.page.emulate_media(reduced_motion="reduce")
    open_map(watched, (tmp_path / "map.html").as_uri())
    spots = watched.page.evaluate(
        """() => {
            document.querySelector('[data-testid=story-next]').click();
            return new Promise((done) => {
                const first = dateline.pixel('e2');
                setTimeout(() => done([first, dateline.pixel('e2')]), 400);
            });
        }"""
    )
    assert spots[0] == spots[1]
    watched.assert_quiet()


def test_hostile_captions_stand_as_typed(watched: Watched, tmp_path: Path) -> None:
    story = [{"caption": probe.strip()} for probe in PROBES]
    geo.event_map(from_rows(_ROWS), story=story).save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    for number, step in enumerate(story, 1):
        expect(watched.page.get_by_test_id("story-place")).to_have_text(f"{number} of {len(story)}")
        said = watched.page.evaluate(
            "document.querySelector('[data-testid=story-caption]').textContent"
        )
        assert said == step["caption"]
        if number < len(story):
            watched.page.get_by_test_id("story-next").click()
    assert watched.page.evaluate("window.ran") is None
    watched.assert_quiet()
