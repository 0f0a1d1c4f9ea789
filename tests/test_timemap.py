"""The standalone page: constant markup, inert data, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import folium
import folium.plugins
import numpy as np
import pytest
import xyzservices
from hypothesis import given
from hypothesis import strategies as st
from unpacking import unpacked

import geo
from geo import documents
from geo.errors import FrontEndError, LayerError, SchemaError, StoryError, TilesError
from geo.events.ontology import ALL_TYPES, SUB_EVENT_TYPES
from geo.frame import from_rows
from geo.timemap import EventLayer, frontend, payload, told
from geo.timemap.policy import policy
from geo.timemap.tiles import connections, described, origins

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


def _numbers(packed: dict[str, Any]) -> list[int]:
    values = np.frombuffer(unpacked(packed["data"]), dtype=packed["type"])
    return (np.cumsum(values, dtype=values.dtype) if packed.get("steps") else values).tolist()


def _texts(packed: dict[str, Any]) -> list[str | None]:
    values = [None, *json.loads(unpacked(packed["values"]))]
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
    assert json.loads(unpacked(columns["event_id"]["data"])) == ["one", "three", "two"]
    assert _texts(columns["event_type"]) == ["Battles"] * 3
    assert _numbers(columns["date_start"])[:2] == [18319, 18628]
    assert _numbers(columns["date_end"]) == [18319, 18658, payload.NONE]
    assert _numbers(sites["of_row"]) == [1, 1, 0]
    assert (_numbers(sites["lon"]), _numbers(sites["lat"])) == ([366_300_000], [359_300_000])
    assert json.loads(unpacked(packed.blocks[0]))["quote"] == ["A clash."] * 3
    assert packed.head["reports"] == 1


def test_what_no_row_of_a_block_has_is_not_sent() -> None:
    rows = [_row(event_id=f"e{i}", fatalities=3 if i == 600 else None) for i in range(700)]
    blocks = [json.loads(unpacked(block)) for block in _payload(*rows).blocks]
    assert [len(block["quote"]) for block in blocks] == [
        payload.BLOCK_ROWS,
        700 - payload.BLOCK_ROWS,
    ]
    assert ["fatalities" in block for block in blocks] == [False, True]


def test_hashes_travel_as_their_bytes() -> None:
    rows = [_row(event_id=id_) for id_ in ("00ff", "a1b2")]
    packed = _payload(*rows).head["columns"]["event_id"]
    assert packed["length"] == 4
    assert unpacked(packed["data"]).hex() == "00ffa1b2"


def test_a_name_that_a_place_has_again_is_sent_as_nothing_new() -> None:
    names = ["Idlib", "Idlib", "Hama", "Idlib", None, "Idlib"]
    lats = [35.93, 35.93, 35.13, 35.93, 35.93, 35.93]
    rows = [
        _row(event_id=f"e{n}", location=name, lat=lat)
        for n, (name, lat) in enumerate(zip(names, lats, strict=True))
    ]
    packed = _payload(*rows).head["columns"]["location"]
    assert _numbers(packed) == [2, 0, 3, 0, 1, 2]
    assert json.loads(unpacked(packed["values"])) == ["Idlib", "Hama"]


@pytest.mark.parametrize("size", range(12))
def test_packed_bytes_come_back_and_no_digit_means_anything_to_a_page(size: int) -> None:
    content = bytes(range(size))
    text = payload.packed(content)
    assert unpacked(text) == content
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
    files = Path(payload.__file__).parents[1] / "web" / "src" / "languages"
    assert {path.stem for path in files.glob("*.ts")} == set(payload.LANGUAGES)


@pytest.mark.parametrize("names", [ALL_TYPES, SUB_EVENT_TYPES])
def test_each_type_of_event_has_a_name_to_be_shown_by(names: dict[str, Any]) -> None:
    english = Path(payload.__file__).parents[1] / "web" / "src" / "languages" / "en.ts"
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


_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def _policy(html: str) -> dict[str, str]:
    found = _META.search(html)
    assert found is not None
    rules = [rule.partition(" ") for rule in found.group(1).split("; ")]
    return {name: value for name, _, value in rules}


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_stands_before_all_that_it_rules() -> None:
    html = geo.event_map(from_rows([_row()])).html()
    head = html[: html.index("<meta http-equiv")]
    assert head.split("\n")[1:3] == ['<html lang="en" dir="ltr">', "<head>"]
    # Only the encoding, which has to be among the first 1024 bytes, goes before it.
    assert re.findall(r"<[^/!][^>]*>", head)[2:] == ['<meta charset="utf-8">']


def test_the_policy_allows_the_page_its_own_scripts_and_nothing_else() -> None:
    html = geo.event_map(from_rows([_row()])).html()
    rules = _policy(html)
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert rules["script-src"].split() == [_hash(script) for script in scripts]
    assert rules["style-src"].split() == [_hash(style) for style in styles]
    for name in ("default-src", "connect-src", "base-uri", "form-action", "object-src", "font-src"):
        assert rules[name] == "'none'"
    assert "unsafe" not in str(rules)


def test_what_an_event_says_can_never_be_allowed() -> None:
    quiet = _policy(geo.event_map(from_rows([_row()])).html())
    script = "</script><script>alert(1)</script>"
    assert _policy(geo.event_map(from_rows([_row(quote=script)]), title=script).html()) == quiet


def test_the_scripts_of_other_layers_are_allowed_too() -> None:
    timemap = geo.event_map(from_rows([_row()]))
    folium.Circle([35, 36], radius=1000).add_to(timemap)
    html = timemap.html()
    last = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)[-1]
    assert "L.circle(" in last
    assert _hash(last) in _policy(html)["script-src"]


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        (folium.TileLayer("OpenStreetMap"), "tiles="),
        (folium.Marker([35, 36], popup="x"), "jQuery"),
        (folium.Marker([35, 36], icon=folium.Icon()), "EventLayer"),
        (folium.plugins.Fullscreen(), r"cdn\.jsdelivr\.net.*EventLayer"),
    ],
)
def test_a_layer_that_needs_something_from_elsewhere_is_refused(layer: Any, said: str) -> None:
    timemap = geo.event_map(from_rows([_row()]))
    layer.add_to(timemap)
    with pytest.raises(LayerError, match=said):
        timemap.html()


def test_a_browser_reads_line_ends_as_the_policy_does() -> None:
    assert policy("<script>a\r\nb\rc</script>") == policy("<script>a\nb\nc</script>")


def test_pictures_come_from_the_chosen_tiles_only() -> None:
    tiles = {"url": "https://{s}.a.example/{z}/{x}/{y}{r}.png", "attribution": "A"}
    html = geo.event_map(from_rows([_row()]), tiles=tiles).html()
    hosts = " ".join(f"https://{letter}.a.example" for letter in "abc")
    assert _policy(html)["img-src"] == f"data: blob: {hosts}"
    assert _data(html)["tiles"]["subdomains"] == ["a", "b", "c"]
    none = geo.event_map(from_rows([_row()]), tiles=None).html()
    assert _policy(none)["img-src"] == "data: blob:"
    assert _data(none)["tiles"] is None


@pytest.mark.parametrize(
    "given_",
    [
        "OpenTopoMap", "open topo map", xyzservices.providers.OpenTopoMap,
        dict(xyzservices.providers.OpenTopoMap),
    ],
)  # fmt: skip
def test_tiles_are_named_or_a_provider(given_: Any) -> None:
    found = described(given_)
    assert found is not None
    assert found["url"] == "https://{s}.tile.opentopomap.org/{z}/{x}/{y}.png"
    assert found["subdomains"] == ["a", "b", "c"]
    assert found["max_zoom"] == 17
    assert "OpenStreetMap contributors" in found["attribution"]
    assert origins(found)[0] == "https://a.tile.opentopomap.org"


@pytest.mark.filterwarnings("ignore:CartoDB tiles now require")
def test_a_provider_keeps_the_signs_that_leaflet_fills_in() -> None:
    found = described("CartoDB.Positron")
    assert found is not None
    assert "{s}" in found["url"]
    assert "{r}" in found["url"]
    assert found["subdomains"] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ("CartoDB.Positrom", "Known are CartoDB.Positron"),
        ("https://a.example/{z}/{x}/{y}.png", "whom to credit"),
        ("Thunderforest.Outdoors", "apikey"),
        ({"url": "https://a.example/{z}/{x}/{y}.png"}, "attribution"),
        ({"url": "https://a.example/{z}/{x}.png", "attribution": "A"}, "lacks {y}"),
        ({"url": "https://a.example/{z}/{x}/{y}?k={key}", "attribution": "A"}, "{key}, which"),
        ({"url": "ftp://a.example/{z}/{x}/{y}", "attribution": "A"}, "http or https"),
        ({"url": "https://a.example; x/{z}/{x}/{y}", "attribution": "A"}, "http or https"),
        ({"url": "https://a.example/{z}/{x}/{y}", "attribution": "<b>A</b>"}, "plain text"),
        ({"url": "https://a/{z}/{x}/{y}", "attribution": "A", "subdomains": ["a b"]}, "a b"),
        ({"url": "https://a/{z}/{x}/{y}", "attribution": "A", "max_zoom": "9"}, "whole number"),
        (7, "not int"),
    ],
)
def test_tiles_that_cannot_be_used_say_why(given_: Any, said: str) -> None:
    with pytest.raises(TilesError, match=re.escape(said)):
        described(given_)


@pytest.mark.parametrize(
    ("given_", "credited"),
    [
        ("https://a.example:8443/maps/syria.pmtiles?v=2", ""),
        (
            {
                "url": "https://a.example:8443/maps/syria.pmtiles?v=2",
                "attribution": "© Makers",
            },
            "© Makers",
        ),
    ],
)
def test_an_archive_of_tiles_is_read_from_its_host_and_no_other(given_: Any, credited: str) -> None:
    html = geo.event_map(from_rows([_row()]), tiles=given_).html()
    assert _policy(html)["connect-src"] == "https://a.example:8443"
    assert _policy(html)["img-src"] == "data: blob:"
    assert _data(html)["tiles"] == {
        "url": "https://a.example:8443/maps/syria.pmtiles?v=2",
        "attribution": credited,
        "archive": True,
    }
    assert connections(described("OpenTopoMap")) == []
    plain = geo.event_map(from_rows([_row()]), tiles="OpenTopoMap").html()
    assert _policy(plain)["connect-src"] == "'none'"


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ("maps/syria.pmtiles", "Choose the file in the page"),
        (Path("maps") / "syria.PMTiles", "serve it"),
        ("file:///maps/syria.pmtiles", "cannot read a file beside it"),
        ({"url": "syria.pmtiles", "attribution": "A"}, "Choose the file in the page"),
        ("https://a.example;x/syria.pmtiles", "http or https"),
        ("https://user:word@a.example/syria.pmtiles", "http or https"),
        ({"url": "https://a.example/syria.pmtiles", "attribution": "<b>A</b>"}, "plain text"),
    ],
)
def test_an_archive_that_a_page_cannot_read_is_refused(given_: Any, said: str) -> None:
    with pytest.raises(TilesError, match=re.escape(said)):
        described(given_)


_STORY = """title: Two towns
steps:
  - caption: "First: a town"
    from: 2020-02-27
    to: "2020-02-28"
    center: [35.9, -36]
    zoom: 8
    mode: cumulative
    select: e1
  - caption: |
      Second.
"""


def _write(tmp_path: Path, text: str) -> Path:
    (tmp_path / "story.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "story.yaml"


def test_a_story_travels_beside_the_events(tmp_path: Path) -> None:
    html = geo.event_map(from_rows([_row()]), story=_write(tmp_path, _STORY)).html()
    assert _data(html)["story"] == {
        "title": "Two towns",
        "steps": [
            {
                "caption": "First: a town", "from": 18319, "to": 18320, "center": [35.9, -36.0],
                "zoom": 8.0, "mode": "cumulative", "select": "e1",
            },
            {"caption": "Second."},
        ],
    }  # fmt: skip
    assert _data(geo.event_map(from_rows([_row()])).html())["story"] is None


def test_the_steps_of_a_story_may_be_handed_over() -> None:
    steps = [{"caption": "One", "from": date(2020, 2, 27), "center": (35, 36)}]
    assert told(steps) == {
        "title": None,
        "steps": [{"caption": "One", "from": 18319, "center": [35.0, 36.0]}],
    }


def test_the_sample_story_is_sound() -> None:
    story = told(SEEDS.parent / "story.yaml")
    assert story is not None
    assert len(story["steps"]) > 3


_FAULTY = """titel: x
steps:
  - caption: One
    from: 2020-02-31
    zoom: 99
    zoom: 3
  - from: 2020-03-02
    to: 2020-03-01
    center: [95, 36]
    mode: both
  - just text
  - caption: yes
    select: nothing
    center: [1, 2, 3]
    to: 12:30
"""


def test_all_faults_of_a_story_are_named_with_line_and_field(tmp_path: Path) -> None:
    path = _write(tmp_path, _FAULTY)
    with pytest.raises(StoryError) as caught:
        told(path, event_ids=["e1"])
    places = [fault.removeprefix(f"{path}, ").partition(": ")[0] for fault in caught.value.faults]
    assert sorted(places) == sorted(
        [
            "line 1, field 'titel'", "line 4, field 'from'", "line 6, field 'zoom'",
            "line 7, field 'caption'", "line 7, field 'from'", "line 9, field 'center'",
            "line 10, field 'mode'", "line 11", "line 12, field 'caption'",
            "line 13, field 'select'", "line 14, field 'center'", "line 15, field 'to'",
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1"), ("- caption: x", "list of steps"), ("title: x", "'steps': is missing"),
        ("steps: []", "not an empty one"), ("steps:\n  - caption: [", "line 2: this is not YAML"),
        ("a: &a [*a]\nsteps: [{caption: x}]", "'a'"), ("[" * 5000, "nested too deeply"),
        ("steps: !!python/object/apply:os.getcwd []", "not an empty one"),
        ("steps:\n- caption: !!python/name:os.getcwd ''", "line 2, field 'caption'"),
        ("steps:\n- caption: x\n  zoom: .nan", "line 3, field 'zoom'"),
        ("steps:\n- caption: x\n  from: 2020-01-01T10:00:00Z", "line 3, field 'from'"),
        ("x: &a [" + "1," * 999 + "]\ny: &b [" + "*a," * 999 + "]", "more than 100,000 values"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_story_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(StoryError, match=re.escape(said)):
        told(_write(tmp_path, text))


def test_a_story_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="cannot be read"):
        told(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"title: caf\xe9")
    with pytest.raises(StoryError, match="is not UTF-8"):
        told(tmp_path / "latin.yaml")


def test_a_layer_leaves_no_template_for_folium_to_run() -> None:
    texts = ("{{6*7*11}}", "{% raise %}", "{# note #}", "{{{{6*7*11}}}}")
    rows = [_row(event_id=f"e{i}", quote=text) for i, text in enumerate(texts)]
    map_ = folium.Map([35, 36])
    layer = EventLayer(from_rows(rows)).add_to(map_)
    figure = folium.Figure()
    figure.add_subplot(1, 1, 1).add_child(map_)
    html = figure.render()
    start = html.index(f'id="{layer.get_name()}-data">') + len(f'id="{layer.get_name()}-data">')
    data = json.loads(html[start : html.index("</script>", start)])
    assert json.loads(unpacked(data["blocks"][0]))["quote"] == list(texts)


def test_a_layer_knows_its_bounds() -> None:
    rows = [
        _row(),
        _row(event_id="e2", lat=34.0, lon=37.0),
        _row(event_id="e3", lat=None, lon=None),
    ]
    assert EventLayer(from_rows(rows)).get_bounds() == [[34.0, 36.63], [35.93, 37.0]]
    assert EventLayer(from_rows([])).get_bounds() == [[None, None], [None, None]]


def test_a_layer_stands_once_on_a_map_of_folium() -> None:
    events = from_rows([_row()])
    group = folium.FeatureGroup().add_to(folium.Map())
    EventLayer(events).add_to(group)
    assert "dateline.layer(" in group.get_root().render()
    EventLayer(events).add_to(group._parent)
    with pytest.raises(LayerError, match="one EventLayer"):
        group.get_root().render()
    timemap = geo.event_map(events)
    EventLayer(events).add_to(timemap)
    with pytest.raises(LayerError, match="events already"):
        timemap.html()
    with pytest.raises(LayerError, match="template"):
        EventLayer(events, name="{{6*7}}")


def test_a_view_may_leave_room_for_the_time_bar_as_the_readme_does() -> None:
    map_ = folium.Map([35, 36])
    layer = EventLayer(from_rows([_row()])).add_to(map_)
    map_.fit_bounds(layer.get_bounds(), padding_bottom_right=(0, 130))
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert "m.fit_bounds(layer.get_bounds(), padding_bottom_right=(0, 130))" in readme
    assert re.search(r'"paddingBottomRight": \[\s*0,\s*130,?\s*\]', map_.get_root().render())


def test_ids_are_checked_once_the_events_are_there(tmp_path: Path) -> None:
    file = tmp_path / "s.yaml"
    file.write_text("steps:\n- {caption: a, select: x}\n- {caption: b, select: y}\n")
    assert told(file)
    with pytest.raises(StoryError, match=r"2 fault\(s\)(.|\n)*'x'(.|\n)*'y'"):
        geo.event_map(from_rows([_row()]), story=file)
