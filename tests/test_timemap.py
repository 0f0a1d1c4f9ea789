"""The standalone page: constant markup, inert data, nothing from elsewhere."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import folium
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo import documents
from geo.errors import FrontEndError, SchemaError
from geo.frame import from_rows
from geo.timemap import frontend, payload

SEEDS = Path(__file__).parents[1] / "seeds" / "reports"


def _row(**values: Any) -> dict[str, Any]:
    return {
        "event_id": "e1", "event_type": "Battles", "sub_event_type": "Armed clash",
        "status": "reported", "date_start": date(2020, 2, 27), "date_end": date(2020, 2, 27),
        "location": "Idlib", "document_id": "d1", "quote": "A clash.", "confidence": 0.9,
        "lat": 35.93, "lon": 36.63, **values,
    }  # fmt: skip


class _Page(HTMLParser):
    """What a browser would load by itself, and the data block."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.data = ""
        self._in_data = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        for name in ("src", "href", "srcset", "data", "poster"):
            if given_.get(name) and tag != "a":
                self.loads.append(str(given_[name]))
        self._in_data = given_.get("id") == "dateline-data"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data += data

    def handle_endtag(self, _tag: str) -> None:
        self._in_data = False


def _data(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_Page(page).data)
    return found


def test_the_page_carries_every_event_by_column() -> None:
    rows = [_row(), _row(event_id="e2", date_start=None, date_end=None, lat=None, lon=None)]
    data = _data(geo.event_map(from_rows(rows)).html())
    assert data["columns"]["event_id"] == ["e1", "e2"]
    assert data["columns"]["lon"] == [36.63, None]
    assert data["columns"]["lat"] == [35.93, None]
    assert data["reports"] == 1


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(1970, 1, 1), 0), (date(1969, 12, 31), -1), (date(2020, 2, 29), 18321)],
)
def test_days_travel_as_numbers_of_days(day: date, number: int) -> None:
    data = _data(geo.event_map(from_rows([_row(date_start=day, date_end=day)])).html())
    assert data["columns"]["date_start"] == [number]


def test_the_same_events_give_the_same_bytes() -> None:
    rows = [_row(), _row(event_id="e2")]
    assert geo.event_map(from_rows(rows)).html() == geo.event_map(from_rows(rows)).html()


def test_the_page_loads_nothing_by_itself() -> None:
    page = geo.event_map(from_rows([_row(url="https://example.org/a")])).html()
    assert all(load.startswith("data:") for load in _Page(page).loads)
    styles = "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    assert not re.search(r"@import|url\(\s*['\"]?(?!data:|#)", styles)


def test_the_page_of_the_samples_is_small(gazetteer: geo.Gazetteer) -> None:
    events = geo.parse(documents.read([SEEDS]), gazetteer=gazetteer, mentions=True)
    assert len(geo.event_map(events).html().encode()) < 1_500_000


def test_the_map_is_a_folium_map_that_takes_other_layers() -> None:
    page = geo.event_map(from_rows([_row()]))
    assert isinstance(page, folium.Map)
    folium.Circle([35, 36], radius=1000).add_to(page)
    assert "L.circle(" in page.html()


def test_attribution_of_the_gazetteer_goes_with_the_data() -> None:
    data = _data(geo.event_map(from_rows([_row()])).html())
    assert any("GeoNames" in given_["text"] for given_ in data["attribution"])


def test_an_empty_table_makes_a_page_too() -> None:
    data = _data(geo.event_map(from_rows([])).html())
    assert data["columns"]["event_id"] == []
    assert data["reports"] == 0


def test_a_table_that_breaks_the_schema_is_refused() -> None:
    broken = from_rows([_row()]).drop(columns=["quote"])
    with pytest.raises(SchemaError, match="quote"):
        geo.event_map(broken)


def test_saving_replaces_the_file_only_when_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "map.html"
    target.write_text("old", encoding="utf-8")
    page = geo.event_map(from_rows([_row()]))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", _full_disk)
        with pytest.raises(OSError, match="full"):
            page.save(target)
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]
    page.save(target)
    assert target.read_text(encoding="utf-8") == page.html()


def _full_disk(*_args: object, **_options: object) -> None:
    raise OSError("the disk is full")


def test_a_missing_front_end_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frontend.front_end.cache_clear()
    monkeypatch.setattr(frontend, "front_end_folder", lambda: tmp_path)
    with pytest.raises(FrontEndError, match="pip install"):
        geo.event_map(from_rows([_row()])).html()
    frontend.front_end.cache_clear()


@given(st.text())
def test_any_text_comes_back_as_it_was_and_ends_no_script(text: str) -> None:
    encoded = payload.inert_json({"quote": text.encode("utf-8", "replace").decode()})
    assert json.loads(encoded)["quote"] == text.encode("utf-8", "replace").decode()
    assert not set("<>&\u2028\u2029") & set(encoded)
