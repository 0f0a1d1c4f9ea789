"""The map's own words in four languages, and from right to left in Arabic."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from watching import Watched, open_map

import geo
from geo import schema
from geo.frame import from_rows

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {"wide": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
LANGUAGES = ("en", "ar", "tr", "fr")
ENGLISH = "“Shells fell on the town,” he said (Idlib)."
ARABIC = "قال المتحدث: سقطت قذائف على المدينة (Idlib)."

_OWN_WORDS = """() => {
    // What reports, sources and hosts are called is theirs; each language is named in itself.
    const theirs = "[dir=auto], b[dir=ltr], option[lang], script, style";
    const words = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest(theirs)) words.push(walker.currentNode.data);
    }
    for (const each of document.querySelectorAll(".dl *")) {
        for (const name of ["aria-label", "aria-valuetext", "title", "placeholder", "alt"]) {
            if (each.hasAttribute(name)) words.push(each.getAttribute(name));
        }
    }
    return words;
}"""

_TOO_WIDE = """() => {
    const name = each => each.className + ": " + each.textContent.slice(0, 40);
    const seen = each => each.checkVisibility() && each.getClientRects().length > 0;
    const parts = [...document.querySelectorAll(".dl *")].filter(each =>
        seen(each) && !each.closest(".dl-map"));
    const outside = parts.filter(each => {
        const { left, right } = each.getBoundingClientRect();
        return left < -0.5 || right > innerWidth + 0.5;
    });
    const cut = parts.filter(each =>
        each.matches(".dl-header, .dl-panel, .dl-card-body, .dl-tray, .dl-time, button, dd, dt")
        && each.scrollWidth > each.clientWidth + 1);
    const axis = document.querySelector(".dl-brush").getBoundingClientRect();
    const over = parts.filter(each => each.matches(".dl-time > :not(.dl-brush) *")).filter(each => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return right > axis.left && left < axis.right && bottom > axis.top && top < axis.bottom;
    });
    return [...outside, ...cut, ...over].map(name);
}"""

_RECORD_CANVAS = """
window.written = [];
const fillText = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    window.written.push(text);
    return fillText.call(this, text, ...rest);
};
"""


def _row(number: int, **values: Any) -> dict[str, Any]:
    day = date(2020, 2, number)
    return {
        "event_id": f"e{number}", "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike", "status": "reported", "date_start": day,
        "date_end": day, "date_precision": "day", "date_text": "on Sunday", "location": "Idlib",
        "place_text": "the town", "admin1": "Idlib", "country": "SY", "geo_precision": 1,
        "radius_km": 2.0, "actor1": "Government", "fatalities": 36, "fatalities_low": 36,
        "injured": 81, "source": "A paper", "title": "A report", "published": day,
        "url": "https://example.org/a", "document_id": "d1", "quote": ENGLISH,
        "confidence": 0.9, "reason": "its name", "lat": 35.93, "lon": 36.63, **values,
    }  # fmt: skip


ROWS = [
    _row(1),
    _row(2, quote=ARABIC, event_type="Battles", sub_event_type="Armed clash"),
    *(_row(3 + n, event_type=kind, sub_event_type=subs[0], lat=35.0 + n)
      for n, (kind, subs) in enumerate((("Protests", ("Peaceful protest",)),
                                        ("Diplomacy and relief", ("Talks",))))),
    *(_row(6 + n, status=status) for n, status in enumerate(schema.STATUSES[1:])),
    _row(12, date_start=None, date_end=None, date_precision=None, date_text=None),
    _row(13, lat=None, lon=None, geo_precision=None),
    _row(14, geo_precision=4, radius_km=60.0, date_precision="month"),
    _row(15, event_type="Mention", sub_event_type=None),
]  # fmt: skip


def _open(watched: Watched, folder: Path, language: str, size: str = "wide") -> None:
    watched.page.set_viewport_size(SIZES[size])  # type: ignore[arg-type]
    watched.page.add_init_script(_RECORD_CANVAS)
    target = folder / "map.html"
    geo.event_map(from_rows(ROWS), language=language).save(target)
    open_map(watched, target.as_uri())


def _english(watched: Watched) -> list[str]:
    """Words in Latin letters among the page's own; the name of a format is one everywhere."""
    found: list[str] = watched.page.evaluate(_OWN_WORDS)
    return [words for words in found if re.search("[A-Za-z]", words.replace("PMTiles", ""))]


def _states(watched: Watched) -> Any:
    """Go through what the page can show, stopping at each."""
    page = watched.page
    yield
    if not page.locator(".dl-panel").is_visible():
        page.get_by_test_id("panel-toggle").click()
        yield
    page.locator(".dl-panel").evaluate("each => each.scrollTo(0, 1e6)")
    page.get_by_test_id("status-planned").click()
    yield
    if page.viewport_size == SIZES["phone"]:
        page.get_by_test_id("panel-toggle").click()
    for opener in ("unplaced", "undated", "list"):
        page.get_by_test_id(opener).click()
        yield
    page.get_by_test_id("tray").locator("li button").first.click()
    for _ in range(5):
        expect(page.get_by_test_id("card")).to_be_visible()
        yield
        page.get_by_test_id("next").click()
    page.keyboard.press("Escape")
    watched.page.mouse.move(SIZES["wide"]["width"] / 2, 300)
    page.get_by_test_id("play").click()
    yield
    page.get_by_test_id("play").click()


@pytest.mark.parametrize("size", SIZES)
def test_arabic_runs_from_right_to_left_without_an_english_word(
    watched: Watched, tmp_path: Path, size: str
) -> None:
    _open(watched, tmp_path, "ar", size)
    root = watched.page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
    stops = 0
    for _ in _states(watched):
        assert _english(watched) == []
        stops += 1
    assert stops > 8
    watched.assert_quiet()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_its_room(
    watched: Watched, tmp_path: Path, language: str, size: str
) -> None:
    _open(watched, tmp_path, language, size)
    for _ in _states(watched):
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert watched.page.evaluate(_TOO_WIDE) == []
    watched.assert_quiet()


def test_the_parts_change_sides_but_time_does_not(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path, "ar")

    def middle(selector: str) -> float:
        box = watched.page.locator(selector).bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2

    watched.page.get_by_test_id("list").click()
    watched.page.get_by_test_id("tray").locator("li button").first.click()
    expect(watched.page.get_by_test_id("card")).to_be_visible()
    assert middle(".dl-card") < 640 < middle(".dl-panel")
    assert middle("[data-testid=previous]") > middle("[data-testid=next]")
    assert middle("[data-testid=play]") > middle("[data-testid=mode-window]")
    before = watched.state()
    watched.page.get_by_test_id("range-to").press("ArrowLeft")
    assert watched.state()["to"] == before["to"] - 1


def test_names_of_countries_and_days_on_the_canvas_are_arabic(
    watched: Watched, tmp_path: Path
) -> None:
    _open(watched, tmp_path, "ar")
    for _ in range(6):
        watched.page.get_by_role("button", name="تصغير").click()
        watched.page.wait_for_timeout(250)
    written = set(watched.page.evaluate("window.written"))
    assert "العراق" in written
    assert not {"Iraq", "Turkey", "Egypt"} & written
    assert any(re.fullmatch(r"\d+ فبراير", text) for text in written)


def test_a_quote_keeps_its_own_direction(watched: Watched, tmp_path: Path) -> None:
    for language in ("ar", "en"):
        _open(watched, tmp_path, language)
        watched.page.get_by_test_id("list").click()
        watched.page.get_by_test_id("tray").locator("li button").first.click()
        quote = watched.page.get_by_test_id("card").locator("blockquote").first
        expect(quote).to_have_text(ENGLISH)
        expect(quote).to_have_css("direction", "ltr")
        watched.page.get_by_test_id("next").click()
        expect(quote).to_have_text(ARABIC)
        expect(quote).to_have_css("direction", "rtl")


@pytest.mark.parametrize("size", SIZES)
def test_another_language_keeps_everything_else(
    watched: Watched, tmp_path: Path, size: str
) -> None:
    _open(watched, tmp_path, "en", size)
    page = watched.page
    page.get_by_test_id("range-to").press("ArrowLeft")
    page.get_by_test_id("mode-cumulative").click()
    page.get_by_test_id("list").click()
    page.get_by_test_id("tray").locator("li button").nth(1).click()
    if size == "phone":
        page.get_by_test_id("panel-toggle").click()
    page.locator("[data-testid=legend-battles] input").uncheck()

    def seen() -> dict[str, Any]:
        stage = page.locator(".dl-stage").bounding_box()
        at = page.evaluate("window.dateline.pixel('e4')")
        assert stage is not None
        # A card of another height may move the map by a few pixels, to keep its event in sight.
        x, y = (pytest.approx(at[axis] - stage[axis], abs=12) for axis in "xy")
        return {**watched.state(), "x": x, "y": y}

    before = seen()
    assert before["selected"] is not None
    for language in ("ar", "fr", "tr"):
        page.get_by_test_id("language").select_option(language)
        now = seen()
        assert {**now, "x": now["x"].expected, "y": now["y"].expected} == before
        assert page.locator("html").get_attribute("lang") == language
        expect(page.get_by_test_id("language")).to_be_focused()
        expect(page.get_by_test_id("language")).to_have_value(language)
        expect(page.locator("[data-testid=legend-battles] input")).not_to_be_checked()
        for part in ("title", "count", "header", "panel", "card", "tray", "footer", "time-play"):
            assert page.locator(f".dl-{part}").count() == 1, part
    page.get_by_test_id("language").select_option("en")
    expect(page.get_by_test_id("count")).to_contain_text("of 12 events")
    watched.assert_quiet()


def test_an_open_list_stays_open_in_another_language(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path, "en")
    watched.page.get_by_test_id("unplaced").click()
    watched.page.get_by_test_id("language").select_option("ar")
    expect(watched.page.get_by_test_id("tray")).to_be_visible()
    expect(watched.page.get_by_test_id("tray").locator("h2")).to_have_text("أحداث بلا مكان")


def test_an_empty_range_speaks_the_language(watched: Watched, tmp_path: Path) -> None:
    days = (date(2015, 1, 1), date(2020, 1, 1), date(2020, 1, 2))
    rows = [_row(1, event_id=str(day), date_start=day, date_end=day) for day in days]
    geo.event_map(from_rows(rows), language="ar").save(tmp_path / "map.html")
    open_map(watched, (tmp_path / "map.html").as_uri())
    watched.page.get_by_test_id("range-to").press("Home")
    for name in ("range-to", "range-from"):
        for _ in range(9 if name == "range-to" else 3):
            watched.page.get_by_test_id(name).press("ArrowRight")
    notice = watched.page.get_by_test_id("empty")
    expect(notice).to_contain_text("لا أحداث في هذه الفترة. حدث واحد قبلها، واثنان بعدها.")
    assert _english(watched) == []
