"""How quickly the time map is made, opens and moves, beside folium's own time layers.

Run ``python -m benchmarks.timemap`` (10,000 and 100,000 events, the peers too; some ten
minutes) or ``--rows 1000000 --peers 0``. Chromium draws in software and without a limit
of frames, so that a step takes as long as its work. The peers' JavaScript comes from npm
and is handed to the browser in place of their CDN; nothing else is loaded.

A step is timed from the input to the second frame after it, when it has been painted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import folium
from folium.plugins import Timeline, TimelineSlider, TimestampedGeoJson
from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

import geo
from benchmarks.made_up import events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import geopandas as gpd
    from playwright.sync_api import Page, Route

SIZES = (10_000, 100_000)
WINDOW_DAYS = 30
CUMULATIVE_AT = 0.95
STEPS, PEER_STEPS = 60, 5
PLAY_SECONDS = 3
TARGETS = {
    10_000: (0.5, 2.5, 1.0, 17, 60),
    100_000: (2, 12, 2.0, 17, 50),
    1_000_000: (15, 110, 5.0, 33, 30),
}
"""Seconds to build, MB, seconds to first render, ms a step, frames a second, by rows."""

_MODULES = {
    "leaflet@": "leaflet/dist/",
    "jquery.min.js": "jquery/dist/jquery.min.js",
    "iso8601.min.js": "iso8601-js-period/iso8601.js",
    "leaflet.timedimension.min.js": "leaflet-timedimension/dist/leaflet.timedimension.min.js",
    "leaflet.timeline.min.js": "leaflet.timeline/dist/leaflet.timeline.js",
    "moment.min.js": "moment/min/moment.min.js",
    "leaflet.js": "leaflet/dist/leaflet.js",
}
_PACKAGES = (
    "leaflet@1.9.4", "jquery@3.7.1", "iso8601-js-period@0.2.1",
    "leaflet-timedimension@1.1.1", "leaflet.timeline@1.6.0", "moment@2.18.1",
)  # fmt: skip
_CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync",
]  # fmt: skip

_TIMED = """async ({step, values}) => {
    const set = eval(step);
    const frame = () => new Promise(done => requestAnimationFrame(done));
    const took = [];
    for (const value of values) {
        await frame();
        const begun = performance.now();
        await set(value);
        await frame(); await frame();
        took.push(performance.now() - begun);
    }
    return took;
}"""
_OURS = {
    "window": f"""async day => {{
        const [from, to] = ["from", "to"].map(
            end => document.querySelector(`[data-testid=range-${{end}}]`));
        for (const [input, value] of [[to, day], [from, day - {WINDOW_DAYS}]]) {{
            input.value = value; input.dispatchEvent(new Event("input", {{bubbles: true}}));
        }}
    }}""",
    "cumulative": """async day => {
        const to = document.querySelector("[data-testid=range-to]");
        to.value = day; to.dispatchEvent(new Event("input", {bubbles: true}));
    }""",
}
_FRAMES = """async seconds => {
    let frames = 0;
    const end = performance.now() + 1000 * seconds;
    while (performance.now() < end) {
        await new Promise(done => requestAnimationFrame(done));
        frames += 1;
    }
    return frames / seconds;
}"""


@dataclass
class Measured:
    """What was measured of one map."""

    name: str
    rows: int
    build: float
    megabytes: float
    first: float
    window: float
    cumulative: float
    fps: float | None = None


@contextmanager
def chromium(modules: Path | None) -> Iterator[Page]:
    """Open a page that reads addresses of CDNs from npm's packages and reaches no host."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        raise SystemExit("Chromium is not installed (Debian: apt-get install chromium).")

    def answer(route: Route) -> None:
        url = route.request.url
        if url.startswith("file:"):
            route.continue_()
            return
        found = next((file for end, file in _MODULES.items() if url.endswith(end)), None)
        if modules is not None and found is not None:
            route.fulfill(path=modules / found)
        elif url.endswith(".css"):
            route.fulfill(body="", content_type="text/css")
        elif url.endswith(".js"):
            route.fulfill(body="", content_type="text/javascript")
        else:
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_CHROMIUM)
        page = browser.new_context(
            viewport={"width": 1280, "height": 800}, bypass_csp=True
        ).new_page()
        page.set_default_timeout(600_000)
        page.route("**/*", answer)
        yield page
        browser.close()


def opened(page: Page, path: Path, ready: str) -> float:
    """Open a page; give the seconds until it has drawn itself."""
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_function(f"() => {ready}", polling="raf")
    spent: float = page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
        "() => done(performance.now()))))"
    )
    return spent / 1000


def our_map(table: gpd.GeoDataFrame, folder: Path) -> Measured:
    """Measure the time map."""
    path = folder / "ours.html"
    begun = time.perf_counter()
    geo.event_map(table).save(path)
    build = time.perf_counter() - begun
    with chromium(None) as page:
        first = opened(page, path, "window.dateline?.state()")
        low, high = page.evaluate(
            """() => ["min", "max"].map(
                end => +document.querySelector("[data-testid=range-to]")[end])"""
        )
        late = int(low + CUMULATIVE_AT * (high - low))
        days = {
            "window": [low + WINDOW_DAYS + 7 * step for step in range(1, STEPS + 1)],
            "cumulative": [late + step for step in range(1, STEPS + 1)],
        }
        took = {}
        for mode, values in days.items():
            page.get_by_test_id(f"mode-{mode}").click()
            page.evaluate(_TIMED, {"step": _OURS[mode], "values": values[:1]})
            took[mode] = statistics.median(
                page.evaluate(_TIMED, {"step": _OURS[mode], "values": values})
            )
        page.get_by_test_id("mode-window").click()
        page.get_by_test_id("speed").select_option("4")
        page.evaluate(_TIMED, {"step": _OURS["window"], "values": [low + WINDOW_DAYS]})
        page.get_by_test_id("play").click()
        fps: float = page.evaluate(_FRAMES, PLAY_SECONDS)
    return Measured(
        "time map",
        len(table),
        build,
        path.stat().st_size / 1e6,
        first,
        took["window"],
        took["cumulative"],
        fps,
    )


def features(table: gpd.GeoDataFrame, end_days: int | None) -> dict[str, Any]:
    """Give the placed and dated events as the peers want them; no end is the end of time."""
    placed = table[table.date_start.notna() & ~table.geometry.is_empty]
    starts = placed.date_start.to_numpy().astype("datetime64[ms]").astype("int64")
    lasts = starts + (end_days or 40_000) * 86_400_000
    points = zip(placed.geometry.x, placed.geometry.y, starts, lasts, placed.quote, strict=True)
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [lon, lat]},
                "properties": {
                    "time": int(start), "start": int(start), "end": int(end), "quote": quote,
                    "icon": "circle",
                    "iconstyle": {"radius": 4, "stroke": False, "fillColor": "#d55e00"},
                },
            }
            for lon, lat, start, end, quote in points
        ],
    }  # fmt: skip


def timestamped(data: dict[str, Any], end_days: int | None) -> tuple[folium.Map, str]:
    """Give folium's map over Leaflet.TimeDimension, and the script that moves its time."""
    map_ = folium.Map([30, 25], zoom_start=4, tiles=None, prefer_canvas=True, max_zoom=14)
    duration = f"P{end_days}D" if end_days else None
    TimestampedGeoJson(
        data, period="P1D", duration=duration, auto_play=False, add_last_point=False
    ).add_to(map_)
    move = f"""async ms => {{
        const time = {map_.get_name()}.timeDimension;
        await new Promise(done => {{ time.once("timeload", done); time.setCurrentTime(ms); }});
    }}"""
    return map_, move


def timeline(data: dict[str, Any], _end_days: int | None) -> tuple[folium.Map, str]:
    """Give folium's map over Leaflet.timeline, and the script that moves its time."""
    map_ = folium.Map([30, 25], zoom_start=4, tiles=None, prefer_canvas=True, max_zoom=14)
    layer = Timeline(data).add_to(map_)
    TimelineSlider(auto_play=False).add_timelines(layer).add_to(map_)
    return map_, f"async ms => {layer.get_name()}.setTime(ms)"


def peer_map(
    name: str,
    make: Callable[..., tuple[folium.Map, str]],
    table: gpd.GeoDataFrame,
    folder: Path,
    modules: Path,
) -> Measured:
    """Measure one of folium's layers, once for the window and once cumulative."""
    first_day, last_day = (
        int(day.timestamp()) * 1000 for day in (table.date_start.min(), table.date_start.max())
    )
    took: dict[str, float] = {}
    build = first = megabytes = 0.0
    for mode, days in (("window", WINDOW_DAYS), ("cumulative", None)):
        path = folder / f"{name}-{mode}.html"
        begun = time.perf_counter()
        map_, move = make(features(table, days), days)
        map_.save(path)
        build = time.perf_counter() - begun
        megabytes = path.stat().st_size / 1e6
        at = first_day + (0.0 if mode == "window" else CUMULATIVE_AT) * (last_day - first_day)
        step = 86_400_000 * (7 if mode == "window" else 1)
        values = [
            round(at / 86_400_000) * 86_400_000 + WINDOW_DAYS * 86_400_000 + step * i
            for i in range(PEER_STEPS + 1)
        ]
        with chromium(modules) as page:
            first = opened(
                page, path, f"window.{map_.get_name()} && document.readyState === 'complete'"
            )
            page.evaluate(_TIMED, {"step": move, "values": values[:1]})
            took[mode] = statistics.median(
                page.evaluate(_TIMED, {"step": move, "values": values[1:]})
            )
    return Measured(name, len(table), build, megabytes, first, took["window"], took["cumulative"])


def _figure(value: float, of: float, digits: int, *, alone: bool) -> str:
    """Write a figure, and behind it how many times the time map's it is."""
    ratio = value / of
    behind = "" if alone else f"  ×{ratio:,.0f}" if ratio >= 2 else f"  ×{ratio:.1f}"  # noqa: PLR2004
    return f"{value:,.{digits}f}{behind}"


def show(found: list[Measured]) -> None:
    """Print the table, ratios to the time map of as many rows behind each figure."""
    shown = Table(
        "rows", "map", "build s", "MB", "first render s", "step, window ms",
        "step, cumulative ms", "play fps",
        title="The time map and folium's time layers (figure, times the time map's)",
    )  # fmt: skip
    ours = {each.rows: each for each in found if each.name == "time map"}
    for each in found:
        base = ours[each.rows]
        cells = [
            _figure(value, of, digits, alone=each is base)
            for value, of, digits in (
                (each.build, base.build, 2), (each.megabytes, base.megabytes, 1),
                (each.first, base.first, 2), (each.window, base.window, 1),
                (each.cumulative, base.cumulative, 1),
            )
        ]  # fmt: skip
        shown.add_row(
            f"{each.rows:,}", each.name, *cells, "" if each.fps is None else f"{each.fps:.0f}"
        )
        if each is base and each.rows in TARGETS:
            build, size, first, step, fps = TARGETS[each.rows]
            shown.add_row(
                "",
                "[dim]asked for",
                *(f"[dim]{limit}" for limit in (build, size, first, step, step, fps)),
                end_section=len(found) > 1,
            )
    Console(width=150).print(shown)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, nargs="+", default=list(SIZES))
    parser.add_argument(
        "--peers", type=int, default=100_000, help="most rows that the peers are given"
    )
    given = parser.parse_args()
    found = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        modules = folder / "node_modules"
        if min(given.rows) <= given.peers:
            install = [
                "npm",
                "install",
                "--ignore-scripts",
                "--no-save",
                "--silent",
                "--prefix",
                name,
                *_PACKAGES,
            ]
            subprocess.run(install, check=True)  # noqa: S603  (constants)
        for rows in given.rows:
            table = events(rows)
            found.append(our_map(table, folder))
            if rows <= given.peers:
                found += [
                    peer_map(name, make, table, folder, modules)
                    for name, make in (("TimestampedGeoJson", timestamped), ("Timeline", timeline))
                ]
            show(found[-3:] if rows <= given.peers else found[-1:])


if __name__ == "__main__":
    main()
