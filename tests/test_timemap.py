"""The standalone page: constant markup, inert data, nothing from elsewhere."""

from __future__ import annotations

import json
import re
import zlib
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import folium
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo import documents
from geo.errors import FrontEndError, SchemaError
from geo.events.ontology import ALL_TYPES, SUB_EVENT_TYPES
from geo.frame import from_rows
from geo.timemap import page, payload

SEEDS = Path(__file__).parents[1] / "seeds" / "reports"


def _row(**values: Any) -> dict[str, Any]:
    return {
        "event_id": "e1", "event_type": "Battles", "sub_event_type": "Armed clash",
        "status": "reported", "date_start": date(2020, 2, 27), "date_end": date(2020, 2, 27),
        "location": "Idlib", "document_id": "d1", "quote": "A clash.", "confidence": 0.9,
        "lat": 35.93, "lon": 36.63, **values,
    }  # fmt: skip


class _Page(HTMLParser):
    """What a browser would load by itself, and the head of the data."""

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


def _unpacked(text: str) -> bytes:
    """Undo :func:`geo.timemap.payload.packed` digit by digit, as the page does."""
    digits = [payload.ALPHABET.index(code) for code in text[1:].encode("ascii")]
    words = [
        sum(d * 85 ** (4 - n) for n, d in enumerate(digits[i : i + 5]))
        for i in range(0, len(digits), 5)
    ]
    content = b"".join(word.to_bytes(4, "big") for word in words)
    return zlib.decompress(content[: len(content) - int(text[0])])


def _numbers(packed: dict[str, Any]) -> list[int]:
    values = np.frombuffer(_unpacked(packed["data"]), dtype=packed["type"])
    return (np.cumsum(values, dtype=values.dtype) if packed.get("steps") else values).tolist()


def _texts(packed: dict[str, Any]) -> list[str | None]:
    values = [None, *json.loads(_unpacked(packed["values"]))]
    return [values[code] for code in _numbers(packed)]


def _payload(*rows: dict[str, Any]) -> payload.Payload:
    return payload.payload(from_rows(list(rows)), title="T", tiles=None)


def test_the_page_carries_every_event_in_the_order_of_its_day() -> None:
    packed = _payload(
        _row(event_id="two", date_start=None, date_end=None, lat=None, lon=None),
        _row(event_id="three", date_start=date(2021, 1, 1), date_end=date(2021, 1, 31)),
        _row(event_id="one"),
    )
    columns, sites = packed.head["columns"], packed.head["sites"]
    assert json.loads(_unpacked(columns["event_id"]["data"])) == ["one", "three", "two"]
    assert _texts(columns["event_type"]) == ["Battles"] * 3
    assert _numbers(columns["date_start"])[:2] == [18319, 18628]
    assert _numbers(columns["date_end"]) == [18319, 18658, payload.NONE]
    assert _numbers(sites["of_row"]) == [1, 1, 0]
    assert (_numbers(sites["lon"]), _numbers(sites["lat"])) == ([366_300_000], [359_300_000])
    assert json.loads(_unpacked(packed.blocks[0]))["quote"] == ["A clash."] * 3
    assert packed.head["reports"] == 1


def test_what_no_row_of_a_block_has_is_not_sent() -> None:
    rows = [_row(event_id=f"e{i}", fatalities=3 if i == 600 else None) for i in range(700)]
    blocks = [json.loads(_unpacked(block)) for block in _payload(*rows).blocks]
    assert [len(block["quote"]) for block in blocks] == [
        payload.BLOCK_ROWS,
        700 - payload.BLOCK_ROWS,
    ]
    assert ["fatalities" in block for block in blocks] == [False, True]


def test_hashes_travel_as_their_bytes() -> None:
    rows = [_row(event_id=id_) for id_ in ("00ff", "a1b2")]
    packed = _payload(*rows).head["columns"]["event_id"]
    assert packed["length"] == 4
    assert _unpacked(packed["data"]).hex() == "00ffa1b2"


def test_a_name_that_a_place_has_again_is_sent_as_nothing_new() -> None:
    names = ["Idlib", "Idlib", "Hama", "Idlib", None, "Idlib"]
    lats = [35.93, 35.93, 35.13, 35.93, 35.93, 35.93]
    rows = [
        _row(event_id=f"e{n}", location=name, lat=lat)
        for n, (name, lat) in enumerate(zip(names, lats, strict=True))
    ]
    packed = _payload(*rows).head["columns"]["location"]
    assert _numbers(packed) == [2, 0, 3, 0, 1, 2]
    assert json.loads(_unpacked(packed["values"])) == ["Idlib", "Hama"]


@pytest.mark.parametrize("size", range(12))
def test_packed_bytes_come_back_and_no_digit_means_anything_to_a_page(size: int) -> None:
    content = bytes(range(size))
    text = payload.packed(content)
    assert _unpacked(text) == content
    assert not set(text) & set("\"'<>&\\{}`")


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(1970, 1, 1), 0), (date(1969, 12, 31), -1), (date(2020, 2, 29), 18321)],
)
def test_days_travel_as_numbers_of_days(day: date, number: int) -> None:
    columns = _payload(_row(date_start=day, date_end=day)).head["columns"]
    assert _numbers(columns["date_start"]) == [number]


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


def test_the_language_stands_in_the_data_and_on_the_root() -> None:
    made = geo.event_map(from_rows([_row()]), language="ar").html()
    assert '<html lang="ar" dir="rtl">' in made
    assert _data(made)["language"] == "ar"
    assert '<html lang="en" dir="ltr">' in geo.event_map(from_rows([_row()])).html()


def test_an_unknown_language_is_refused_and_the_known_are_named() -> None:
    with pytest.raises(ValueError, match=r"'de'.* en, ar, tr, fr"):
        geo.event_map(from_rows([_row()]), language="de")


def test_each_language_has_its_file_of_strings() -> None:
    files = Path(page.__file__).parents[1] / "web" / "src" / "languages"
    assert {path.stem for path in files.glob("*.ts")} == set(payload.LANGUAGES)


@pytest.mark.parametrize("names", [ALL_TYPES, SUB_EVENT_TYPES])
def test_each_type_of_event_has_a_name_to_be_shown_by(names: dict[str, Any]) -> None:
    english = Path(page.__file__).parents[1] / "web" / "src" / "languages" / "en.ts"
    written = english.read_text(encoding="utf-8")
    assert [name for name in names if f'"{name}": "{name}"' not in written] == []


def test_an_empty_table_makes_a_page_too() -> None:
    data = _data(geo.event_map(from_rows([])).html())
    assert data["rows"] == 0
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
    page._front_end.cache_clear()
    monkeypatch.setattr(page, "front_end_folder", lambda: tmp_path)
    with pytest.raises(FrontEndError, match="pip install"):
        geo.event_map(from_rows([_row()])).html()
    page._front_end.cache_clear()


@given(st.text())
def test_any_text_comes_back_as_it_was_and_ends_no_script(text: str) -> None:
    encoded = payload.inert_json({"quote": text.encode("utf-8", "replace").decode()})
    assert json.loads(encoded)["quote"] == text.encode("utf-8", "replace").decode()
    assert not set("<>&\u2028\u2029") & set(encoded)
