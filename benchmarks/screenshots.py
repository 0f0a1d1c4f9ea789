"""Pictures of the time map, for a person to look at: what it shows, at which size, in which theme.

``python -m benchmarks.screenshots FOLDER`` writes them. It needs Debian's ``chromium`` and, for the
layer on a map of folium's, ``npm ci`` in ``geo/web``.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import folium
from playwright.sync_api import sync_playwright
from rich.console import Console

import geo
from benchmarks.made_up import events as made_up
from geo import documents
from geo.timemap import EventLayer

if TYPE_CHECKING:
    from collections.abc import Callable

    import geopandas as gpd
    from playwright.sync_api import Browser, Page, Route, ViewportSize

    Act = Callable[[Page], None]

_ROOT = Path(__file__).parents[1]
_SEEDS = _ROOT / "seeds" / "reports"
_LEAFLET = _ROOT / "geo" / "web" / "node_modules" / "leaflet" / "dist"

SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 800},
    "phone": {"width": 390, "height": 844},
}
MANY = 20_000
"""Rows of the made-up table."""

_THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_SETTLED_MS = 500
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
_EMPTY_DAY = """async () => {
    const input = document.querySelector("[data-testid=range-from]");
    const [first, last] = [Number(input.min), Number(input.max)];
    const set = (end, day) => {
        const input = document.querySelector(`[data-testid=range-${end}]`);
        input.value = day;
        input.dispatchEvent(new Event("input", {bubbles: true}));
    };
    for (let day = first; day <= last; day += 1) {
        set("to", day); set("from", day); set("to", day);
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        if (window.dateline.state().shown === 0) return;
    }
    throw new Error("every day has an event");
}"""


def _panel(page: Page) -> None:
    """Open the filters where they are a drawer."""
    toggle = page.get_by_test_id("panel-toggle")
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()


def _card(page: Page) -> None:
    # From the list, which does not hang on where marks stand.
    page.get_by_test_id("list").click()
    entries = page.locator(".dl-list .dl-entry")
    entries.nth(entries.count() // 2).click()


def _list(page: Page) -> None:
    page.get_by_test_id("list").click()


def _layer(name: str) -> Act:
    def act(page: Page) -> None:
        toggle = page.get_by_test_id("panel-toggle")
        drawer = toggle.get_attribute("aria-expanded") != "true"
        _panel(page)
        page.get_by_test_id(f"layer-{name}").click()
        if drawer:
            toggle.click()

    return act


def _empty(page: Page) -> None:
    page.evaluate(_EMPTY_DAY)


def _cumulative(page: Page) -> None:
    page.get_by_test_id("mode-cumulative").click()
    handle = page.get_by_test_id("range-to")
    for _ in range(4):
        handle.press("PageDown")


def _nothing(page: Page) -> None:
    del page


_VIEWS: dict[str, Act] = {
    "opening": _nothing,
    "card": _card,
    "filters": _panel,
    "list": _list,
    "heat": _layer("heat"),
    "hexagons": _layer("hexagons"),
    "countries": _layer("countries"),
    "empty-range": _empty,
    "cumulative": _cumulative,
}


def _open(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_function("() => window.dateline && window.dateline.state()")
    page.wait_for_timeout(_SETTLED_MS)


def _story(events: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Tell of three events that have a day and a point."""
    known = events[events["date_start"].notna() & (events["geo_precision"] == 1)]
    known = known[known["event_type"] != "Mention"]
    told = [known.iloc[int(share * (len(known) - 1))] for share in (0, 0.5, 1)]
    return [
        {"caption": "What these reports tell of, in time and place."},
        *(
            {
                "caption": row["quote"],
                "select": row["event_id"],
                "center": [row.geometry.y, row.geometry.x],
                "zoom": 8,
            }
            for row in told
        ),
    ]


def _serve_leaflet(route: Route) -> None:
    """Answer what a page of folium's asks for from this machine, the rest with nothing."""
    name = route.request.url.rsplit("/", 1)[-1]
    if name in {"leaflet.js", "leaflet.css"}:
        route.fulfill(path=_LEAFLET / name)
    else:
        route.fulfill(
            body="", content_type="text/css" if name.endswith(".css") else "text/javascript"
        )


class _Photographer:
    """Chromium, and the folder that its pictures go into."""

    def __init__(self, browser: Browser, folder: Path, console: Console) -> None:
        self._browser = browser
        self._folder = folder
        self._console = console

    def page(self, size: ViewportSize, theme: Literal["light", "dark"]) -> Page:
        context = self._browser.new_context(viewport=size, color_scheme=theme)
        page = context.new_page()
        page.route(re.compile("^https?://"), _serve_leaflet)
        return page

    def take(self, page: Page, name: str) -> None:
        page.wait_for_timeout(_SETTLED_MS)
        page.screenshot(path=self._folder / f"{name}.png")
        self._console.print(f"{name}.png", highlight=False)


def _samples(photographer: _Photographer, urls: dict[str, str], only: str) -> None:
    for size, viewport in SIZES.items():
        for theme in _THEMES:
            page = photographer.page(viewport, theme)
            views = {
                **{name: (urls["sample"], act) for name, act in _VIEWS.items()},
                "story": (urls["story"], lambda page: page.get_by_test_id("story-next").click()),
                "arabic": (urls["arabic"], _nothing),
                "arabic-card": (urls["arabic"], _card),
                "many": (urls["many"], _nothing),
            }
            for view, (url, act) in views.items():
                name = f"{view}-{size}-{theme}"
                if only not in name:
                    continue
                _open(page, url)
                act(page)
                photographer.take(page, name)
            page.context.close()


def _guests(photographer: _Photographer, folder: Path, sample: Path, only: str) -> None:
    """Take the small embed and the layer on another map."""
    for theme in _THEMES:
        name = f"embed-460x340-{theme}"
        if only in name:
            (folder / "embed.html").write_text(
                "<!doctype html><style>body{margin:0}iframe{border:0;display:block}</style>"
                f'<iframe src="{sample.name}" width="460" height="340" title="Map"></iframe>',
                encoding="utf-8",
            )
            page = photographer.page({"width": 460, "height": 340}, theme)
            page.goto((folder / "embed.html").as_uri())
            page.wait_for_timeout(3 * _SETTLED_MS)
            photographer.take(page, name)
            page.context.close()
        layer, name = folder / f"layer-{theme}.html", f"folium-layer-700x450-{theme}"
        if only in name and _LEAFLET.is_dir():
            page = photographer.page({"width": 700, "height": 450}, theme)
            page.goto(layer.as_uri())
            page.wait_for_timeout(3 * _SETTLED_MS)
            photographer.take(page, name)
            page.locator(".dl-guest").get_by_test_id("list").click()
            photographer.take(page, name.replace("layer", "layer-list"))
            page.context.close()


def write(folder: Path, *, only: str = "", console: Console | None = None) -> None:
    """Write the pictures.

    Parameters
    ----------
    folder : pathlib.Path
        Made if it is not there; pictures of the same name are replaced.
    only : str, optional
        Words that a picture's name has to hold, such as ``"phone-dark"``.
    console : rich.console.Console, optional
        Where each name is printed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        message = "Chromium is not installed (Debian: apt-get install chromium)."
        raise SystemExit(message)
    events = geo.parse(documents.read([_SEEDS]), mentions=True)
    with tempfile.TemporaryDirectory() as made:
        pages = Path(made)
        maps = {
            "sample": geo.event_map(events),
            "story": geo.event_map(events, story=_story(events)),
            "arabic": geo.event_map(events, language="ar"),
            "many": geo.event_map(made_up(MANY)),
        }
        for name, each in maps.items():
            each.save(pages / f"{name}.html")
        urls = {name: (pages / f"{name}.html").as_uri() for name in maps}
        for theme in _THEMES:
            map_ = folium.Map(tiles=None)
            layer = EventLayer(events, theme=theme).add_to(map_)
            map_.fit_bounds(layer.get_bounds())  # type: ignore[arg-type]
            (pages / f"layer-{theme}.html").write_text(map_.get_root().render(), encoding="utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
            photographer = _Photographer(browser, folder, console or Console(quiet=True))
            _samples(photographer, urls, only)
            _guests(photographer, pages, pages / "sample.html", only)
            browser.close()


def main() -> None:
    """Read the arguments and write the pictures."""
    parser = argparse.ArgumentParser(description="Write screenshots of the time map into a folder.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--only", default="", metavar="WORDS", help="only names that hold this")
    arguments = parser.parse_args()
    write(arguments.folder, only=arguments.only, console=Console())


if __name__ == "__main__":
    main()
