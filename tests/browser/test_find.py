"""Filters by value, search, the list of any length and the table of events."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Locator, expect
from probes import PROBES
from watching import Watched, open_map

import geo
from geo.frame import from_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIZES = {"wide": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
MANY = 3000
"""More events than a list would hold as elements."""


def _row(number: int, **values: Any) -> dict[str, Any]:
    day = date(2020, 1, 1) + timedelta(days=number)
    return {
        "event_id": f"e{number}", "event_type": "Battles", "sub_event_type": "Armed clash",
        "status": "reported", "date_start": day, "date_end": day, "date_precision": "day",
        "location": "Idlib", "place_text": "the town", "admin1": "Idlib", "country": "SY",
        "geo_precision": 1, "radius_km": 2.0, "actor1": f"Group {number}", "fatalities": number,
        "source": "A paper", "document_id": "d1", "quote": f"Clash number {number} began.",
        "confidence": 0.9, "lat": 35.9 + number % 7 / 10, "lon": 36.6, **values,
    }  # fmt: skip


ROWS = [
    *(_row(number) for number in range(1, 13)),
    _row(13, location="Diyarbakır", admin1=None, country="IQ", quote="İki kişi öldü.",
         actor1="Group 1", actor2="Army", geo_precision=4, radius_km=60.0, confidence=0.5),
    _row(14, location="حلب", admin1=None, quote="سقطت قذائف قرب إِدْلِب.", actor1=None,
         source=None, event_type="Riots", sub_event_type="Mob violence"),
    _row(15, date_start=None, date_end=None, date_precision=None, actor1="Army"),
]  # fmt: skip


def _open(
    watched: Watched,
    folder: Path,
    rows: Sequence[dict[str, Any]] = ROWS,
    *,
    language: str = "en",
    size: str = "wide",
) -> None:
    watched.page.set_viewport_size(SIZES[size])  # type: ignore[arg-type]
    target = folder / "map.html"
    geo.event_map(from_rows(list(rows)), language=language).save(target)
    open_map(watched, target.as_uri())


def _panel(watched: Watched, *, opened: bool = True) -> None:
    if watched.page.locator(".dl-panel").is_visible() != opened:
        watched.page.get_by_test_id("panel-toggle").click()


def _facet(watched: Watched, name: str) -> Locator:
    """Unfold a group of filters."""
    _panel(watched)
    group = watched.page.get_by_test_id(f"facet-{name}")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    expect(group.locator(".dl-value").first).to_be_visible()
    return group


def _counts(group: Locator) -> dict[str, int]:
    """The values of a group with the counts beside them, as they are after the next frame."""
    group.page.wait_for_timeout(100)
    found: list[list[str]] = group.locator(".dl-value").evaluate_all(
        "rows => rows.map(row => [row.querySelector('bdi').textContent,"
        " row.querySelector('.dl-row-count').textContent])"
    )
    return {name: int(count.replace(",", "")) for name, count in found}


def _search(watched: Watched, text: str) -> None:
    _panel(watched, opened=watched.page.viewport_size == SIZES["wide"])
    opener = watched.page.get_by_test_id("search-open")
    if opener.is_visible() and not watched.page.get_by_test_id("search").is_visible():
        opener.click()
    watched.page.get_by_test_id("search").fill(text)
    watched.page.wait_for_timeout(250)
    expect(watched.page.get_by_test_id("search-progress")).to_be_hidden()


def _list(watched: Watched) -> Locator:
    _panel(watched, opened=watched.page.viewport_size == SIZES["wide"])
    if watched.page.locator(".dl-search[data-open]").count():
        watched.page.get_by_test_id("search").press("Enter")
    watched.page.get_by_test_id("list").click()
    tray = watched.page.get_by_test_id("tray")
    expect(tray).to_be_visible()
    return tray


@pytest.mark.parametrize("size", SIZES)
def test_a_long_group_shows_the_most_frequent_and_finds_the_others(
    watched: Watched, tmp_path: Path, size: str
) -> None:
    _open(watched, tmp_path, size=size)
    actors = _facet(watched, "actors")
    assert list(_counts(actors).items())[:1] == [("Group 1", 2)]
    assert actors.locator(".dl-value").count() == 8
    expect(actors.locator(".dl-note")).to_contain_text("and 6 more")
    actors.get_by_test_id("narrow-actors").fill("ARMY")
    assert _counts(actors) == {"Army": 1}
    actors.locator(".dl-value input").uncheck()
    expect(actors.locator(".dl-facet-chosen")).to_have_text("13 of 14")
    actors.get_by_test_id("none-actors").click()
    assert watched.state()["shown"] == 0
    actors.locator(".dl-value input").check()
    assert watched.state()["shown"] == 1
    actors.get_by_test_id("all-actors").click()
    assert watched.state()["shown"] == 14
    watched.assert_quiet()


def test_only_one_value_and_counts_of_the_other_groups(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path)
    countries = _facet(watched, "countries")
    sources = _facet(watched, "sources")
    assert _counts(countries) == {"Syria": 13, "Iraq": 1}
    assert _counts(sources) == {"A paper": 13, "No source given": 1}
    sources.locator(".dl-value").nth(1).hover()
    sources.get_by_role("button", name="Only No source given").click()
    assert watched.state()["shown"] == 1
    assert _counts(sources) == {"A paper": 13, "No source given": 1}
    assert _counts(countries)["Iraq"] == 0
    assert _counts(countries)["Syria"] == 1


def test_counts_follow_the_range(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path)
    precisions = _facet(watched, "precisions")
    assert _counts(precisions) == {"town known": 13, "province only": 1}
    for _ in range(4):
        watched.page.get_by_test_id("range-to").press("ArrowLeft")
    watched.page.wait_for_function("() => window.dateline.state().shown === 10")
    assert _counts(precisions) == {"town known": 10, "province only": 0}


@pytest.mark.parametrize("size", SIZES)
def test_filters_are_counted_and_cleared(watched: Watched, tmp_path: Path, size: str) -> None:
    _open(watched, tmp_path, size=size)
    clear = watched.page.get_by_test_id("clear-filters")
    badge = watched.page.locator(".dl-badge")
    expect(clear).to_be_hidden()
    expect(badge).to_be_hidden()
    _facet(watched, "sources").locator(".dl-value input").first.uncheck()
    watched.page.locator("[data-testid=legend-battles] input").uncheck()
    least = watched.page.get_by_test_id("confidence")
    least.focus()
    for _ in range(12):
        least.press("ArrowRight")
    expect(least).to_have_attribute("aria-valuetext", "fair, 60 % or more")
    expect(badge).to_have_text("3")
    name = watched.page.get_by_test_id("panel-toggle").get_attribute("aria-label")
    assert name == "Filters and legend · 3 filters on"
    clear.click()
    expect(clear).to_be_hidden()
    expect(badge).to_be_hidden()
    assert watched.state()["shown"] == 14
    assert watched.page.evaluate("document.activeElement.closest('.dl-panel') !== null")


@pytest.mark.parametrize("size", SIZES)
def test_search_finds_place_actor_and_quote(watched: Watched, tmp_path: Path, size: str) -> None:
    _open(watched, tmp_path, size=size)
    for text, shown in (
        ("DIYARBAKIR", 1), ("ادلب", 1), ("group 12", 1), ("began", 12), ("iki kisi army", 1),
        ("nothing such", 0), ("", 14),
    ):  # fmt: skip
        _search(watched, text)
        assert watched.state()["shown"] == shown, text
    watched.assert_quiet()


@pytest.mark.parametrize("size", SIZES)
def test_escape_takes_the_search_away_and_nothing_else(
    watched: Watched, tmp_path: Path, size: str
) -> None:
    _open(watched, tmp_path, size=size)
    _search(watched, "diyarbakir")
    box = watched.page.get_by_test_id("search")
    box.press("Escape")
    expect(box).to_have_value("")
    assert watched.state()["shown"] == 14
    if size == "phone":
        box.press("Escape")
        expect(box).to_be_hidden()
        expect(watched.page.get_by_test_id("search-open")).to_be_focused()


def test_a_search_without_a_find_says_so(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path)
    _search(watched, "<b>xyz</b>")
    notice = watched.page.get_by_test_id("empty")
    expect(notice).to_contain_text("No event names “<b>xyz</b>”")
    notice.get_by_role("button", name="Clear the search").click()
    expect(watched.page.get_by_test_id("search")).to_have_value("")
    assert watched.state()["shown"] == 14


def test_what_was_found_is_marked(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path)
    _search(watched, "ادلب")
    tray = _list(watched)
    expect(tray.locator("mark")).to_have_text(["إِدْلِب"])
    _search(watched, "iki army")
    expect(tray.locator("mark")).to_have_text(["Army", "İki"])
    tray.get_by_test_id("as-table").click()
    expect(tray.locator("td mark")).to_have_text(["Army", "İki"])


def test_another_way_to_an_event_ends_the_search(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path)
    _search(watched, "diyarbakir")
    watched.page.get_by_test_id("undated").count()
    tray = _list(watched)
    tray.locator("li button").first.click()
    expect(watched.page.get_by_test_id("card")).to_contain_text("Diyarbakır")
    assert watched.state()["selected"] == "e13"
    watched.page.get_by_test_id("search-clear").click()
    watched.page.get_by_test_id("previous").click()
    assert watched.state()["selected"] == "e12"
    expect(tray.locator("[aria-current=true]")).to_contain_text("13 Jan 2020")


def _many() -> list[dict[str, Any]]:
    return [
        _row(n, date_start=date(2010, 1, 1) + timedelta(days=n),
             date_end=date(2010, 1, 1) + timedelta(days=n))
        for n in range(MANY)
    ]  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_the_list_holds_every_event_in_few_elements(
    watched: Watched, tmp_path: Path, size: str
) -> None:
    _open(watched, tmp_path, _many(), size=size)
    tray = _list(watched)
    entries = tray.locator("li")
    focused = watched.page.locator(":focus")
    for key, position in (("ArrowDown", 2), ("End", MANY), ("ArrowUp", MANY - 1), ("Home", 1)):
        watched.page.keyboard.press(key)
        expect(focused.locator("xpath=..")).to_have_attribute("aria-posinset", str(position))
        expect(focused.locator("xpath=..")).to_have_attribute("aria-setsize", str(MANY))
        expect(focused).to_contain_text(f"Clash number {position - 1} began.")
        expect(focused).to_be_in_viewport(ratio=0.9)
        assert entries.count() < 30
    watched.page.keyboard.press("PageDown")
    assert int(focused.locator("xpath=..").get_attribute("aria-posinset") or 0) > 2
    tray.get_by_test_id("event-list").evaluate("each => each.scrollTo(0, each.scrollHeight / 2)")
    expect(tray.get_by_text("Clash number 1500 began.")).to_be_visible()
    assert entries.count() < 30
    watched.assert_quiet()


def test_list_card_and_range_go_together(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path, _many())
    tray = _list(watched)
    watched.page.keyboard.press("End")
    watched.page.keyboard.press("Enter")
    card = watched.page.get_by_test_id("card")
    expect(card).to_contain_text(f"Clash number {MANY - 1} began.")
    expect(tray.locator("[aria-current=true]")).to_contain_text(f"number {MANY - 1} ")
    watched.page.get_by_test_id("previous").click()
    expect(tray.locator("[aria-current=true]")).to_contain_text(f"number {MANY - 2} ")
    watched.page.get_by_test_id("range-from").press("End")
    shown = watched.state()["shown"]
    assert shown < MANY
    expect(tray.locator(".dl-tray-count")).to_have_text(str(shown))
    expect(tray.locator("li").first).to_have_attribute("aria-setsize", str(shown))


@pytest.mark.parametrize("size", SIZES)
def test_the_table_is_a_table(watched: Watched, tmp_path: Path, size: str) -> None:
    _open(watched, tmp_path, _many(), size=size)
    tray = _list(watched)
    tray.get_by_test_id("as-table").click()
    table = watched.page.get_by_role("table")
    expect(table).to_be_visible()
    expect(table).to_have_accessible_name("Events in the range · 1 to 100 of 3,000 events")
    heads = table.get_by_role("columnheader")
    expect(heads).to_have_text(["Date", "Type", "Place", "Actors", "Killed", "Source", "Quote"])
    assert table.locator("tbody tr").count() == 100
    first = table.locator("tbody tr").first
    expect(first.get_by_role("rowheader")).to_have_text("1 Jan 2010")
    expect(first.get_by_role("cell")).to_have_text(
        ["Armed clash", "Idlib", "Group 0", "no one killed", "A paper", "Clash number 0 began."]
    )
    tray.get_by_test_id("page-next").click()
    expect(first).to_contain_text("Clash number 100 began.")
    tray.get_by_test_id("sort-date").click()
    expect(heads.first).to_have_attribute("aria-sort", "descending")
    expect(first).to_contain_text(f"Clash number {MANY - 1} began.")
    first.get_by_role("button").click()
    expect(watched.page.get_by_test_id("card")).to_contain_text(f"Clash number {MANY - 1} began.")
    assert watched.page.evaluate("document.activeElement.closest('.dl-card') !== null")
    watched.page.keyboard.press("Escape")
    _list(watched)
    expect(table).to_be_visible()
    tray.get_by_test_id("as-table").click()
    expect(tray.get_by_test_id("event-list")).to_be_visible()
    watched.assert_quiet()


@pytest.mark.parametrize("size", SIZES)
def test_it_all_speaks_arabic(watched: Watched, tmp_path: Path, size: str) -> None:
    _open(watched, tmp_path, language="ar", size=size)
    expect(_facet(watched, "countries").locator("bdi")).to_have_text(["سوريا", "العراق"])
    expect(_facet(watched, "sources").locator("bdi")).to_have_text(["A paper", "لم يُذكر مصدر"])
    own = watched.page.locator(".dl-facet :is(h2, .dl-note, button), .dl-search button")
    labels = own.evaluate_all("all => all.map(each => each.ariaLabel || each.textContent)")
    own_words = [re.sub("A paper|Group \\d+|Army", "", label) for label in labels]
    assert [words for words in own_words if re.search("[A-Za-z]", words)] == []
    _search(watched, "حلب")
    assert watched.state()["shown"] == 1
    tray = _list(watched)
    expect(tray.locator("mark")).to_have_text(["حلب"])
    expect(tray.locator(".dl-entry-quote bdi")).to_have_css("direction", "rtl")
    tray.get_by_test_id("as-table").click()
    expect(tray.get_by_role("columnheader").first).to_have_text("التاريخ")
    assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    watched.assert_quiet()


def test_another_language_keeps_groups_search_and_table(watched: Watched, tmp_path: Path) -> None:
    _open(watched, tmp_path)
    _facet(watched, "actors")
    _search(watched, "army")
    tray = _list(watched)
    tray.get_by_test_id("as-table").click()
    watched.page.get_by_test_id("language").select_option("fr")
    expect(watched.page.get_by_test_id("search")).to_have_value("army")
    expect(watched.page.get_by_test_id("facet-actors").locator(".dl-value").first).to_be_visible()
    expect(watched.page.get_by_role("columnheader", name="Acteurs")).to_be_visible()
    assert watched.state()["shown"] == 1


def test_probes_stand_in_groups_list_and_table_as_typed(watched: Watched, tmp_path: Path) -> None:
    rows = [
        _row(number, actor1=probe, actor2=f"{probe} too", source=probe, location=probe,
             place_text=probe, country=None, quote=probe)
        for number, probe in enumerate(PROBES)
    ]  # fmt: skip
    _open(watched, tmp_path, rows)
    for name in ("actors", "sources"):
        group = _facet(watched, name)
        box = group.get_by_test_id(f"narrow-{name}")
        for probe in PROBES:
            box.fill(probe)
            assert probe in group.locator("bdi").all_text_contents(), probe
        box.fill("")
    tray = _list(watched)
    for number, probe in enumerate(PROBES):
        entry = tray.locator(f"li[aria-posinset='{number + 1}']")
        expect(entry).to_be_attached()
        watched.page.wait_for_function(
            """([number, probe]) => {
                const entry = document.querySelector(`li[aria-posinset='${number}']`);
                return entry.querySelector(".dl-entry-quote").textContent === probe
                    && entry.querySelector(".dl-entry-below").textContent.includes(probe);
            }""",
            arg=[number + 1, probe],
        )
        watched.page.keyboard.press("ArrowDown")
    tray.get_by_test_id("as-table").click()
    lines = tray.locator("tbody tr")
    expect(lines.last.locator("td").last).to_have_text(PROBES[-1])
    for number, probe in enumerate(PROBES):
        cells = lines.nth(number).locator("td").all_text_contents()
        assert [cells[1], cells[2], cells[4], cells[5]] == [
            probe, f"{probe}, {probe} too", probe, probe,
        ]  # fmt: skip
    for probe in PROBES:
        _search(watched, probe)
        assert watched.state()["shown"] >= 1, probe
    assert watched.page.evaluate("window.ran") is None
    theirs = watched.page.locator(":is(.dl-tray, .dl-facet, .dl-card, .dl-notice)")
    assert theirs.locator("b, img, svg[onload]").count() == 0
    watched.assert_quiet()
