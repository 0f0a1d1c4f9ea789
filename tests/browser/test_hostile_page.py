"""Text that tries to be code stands on the map as typed and runs nowhere."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from probes import PROBES
from watching import Watched, open_map

import geo
from geo import schema
from geo.frame import from_rows

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd

TEXT_FIELDS = tuple(
    name
    for name, column in schema.COLUMNS.items()
    if column.dtype == schema.TEXT and not column.choices and name != "event_id"
)


def _events() -> gpd.GeoDataFrame:
    rows = [
        {
            "event_id": f"e{number}", "event_type": "Battles", "sub_event_type": "Armed clash",
            "status": "reported", "date_start": date(2020, 1, 1 + number),
            "date_end": date(2020, 1, 1 + number), "confidence": 0.5, "geo_precision": 1,
            "radius_km": 1.0, "lat": 35.0 + number / 10, "lon": 36.0,
            **dict.fromkeys(TEXT_FIELDS, probe), "document_id": f"d{number}",
        }
        for number, probe in enumerate(PROBES)
    ]  # fmt: skip
    return from_rows(rows)


def test_the_page_holds_each_probe_as_data_only() -> None:
    page = geo.event_map(_events()).html()
    around = page[: page.index("<script")] + page[page.rindex("</script>") :]
    # A hash in the page's policy may hold any figures.
    assert "462" not in re.sub(r"'sha256-[^']*'", "", around)
    for probe in PROBES:
        assert len(probe) < 9 or probe not in page


def test_each_card_shows_the_probe_as_typed_and_runs_nothing(
    watched: Watched,
    tmp_path: Path,
) -> None:
    target = tmp_path / "map.html"
    geo.event_map(_events()).save(target)
    open_map(watched, target.as_uri())
    first = watched.page.evaluate("window.dateline.pixel('e0')")
    watched.page.mouse.click(first["x"], first["y"])
    for number, probe in enumerate(PROBES):
        watched.page.wait_for_function(
            "id => window.dateline.state().selected === id", arg=f"e{number}"
        )
        watched.page.wait_for_function(
            "probe => document.querySelector('[data-testid=card]').textContent.includes(probe)",
            arg=probe,
        )
        if number + 1 < len(PROBES):
            watched.page.get_by_test_id("next").click()
    assert watched.page.evaluate("window.ran") is None
    watched.assert_quiet()
