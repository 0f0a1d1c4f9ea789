"""A spaCy model in the place of our own recogniser; no model is downloaded for this."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geo import pipeline
from geo.errors import GeoError, ModelError
from geo.model import Document
from geo.toponyms import spacy_names
from geo.toponyms.spacy_names import SpacyRecogniser

ROOT = Path(__file__).parents[1]
PATTERNS = [
    ("GPE", "Homs"),
    ("GPE", "the Netherlands"),
    ("GPE", "Aleppo’s"),
    ("GPE", "Ankara"),
    ("GPE", "The Hague"),
    ("LOC", "the Black Sea"),
    ("FAC", "Aleppo airport"),
    ("FAC", "the"),
    ("NORP", "Syrian"),
    ("NORP", "Democrats"),
    ("PERSON", "Idlib"),
    ("ORG", "Damascus"),
]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """Make a model with rules for names, in a folder."""
    spacy = pytest.importorskip("spacy", reason="spaCy, an optional extra, is not installed")
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": text} for label, text in PATTERNS])
    folder = tmp_path_factory.mktemp("spacy") / "model"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="module")
def named(model, gazetteer):
    recogniser = SpacyRecogniser(model)

    def toponyms(text):
        found = recogniser(Document(id="t", text=text), gazetteer)
        assert all(text[each.start : each.end] == each.text for each in found)
        return found

    return toponyms


NAMES = [
    ("Rain fell in Homs.", ["Homs"]),
    ("🙂 Rain fell in Homs and in Homs.", ["Homs", "Homs"]),
    ("Ships crossed the Black Sea to the Netherlands.", ["Black Sea", "Netherlands"]),
    ("Judges of The Hague met.", ["The Hague"]),
    ("Aleppo’s bakeries closed.", ["Aleppo"]),
    ("Drones struck Aleppo airport.", ["Aleppo airport"]),
    ("Idlib met Damascus and Democrats.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_places_are_taken_without_what_is_no_part_of_the_name(named, text, expected):
    assert [each.text for each in named(text)] == expected


def test_nationalities_are_demonyms(named):
    (syrian,) = named("Syrian troops left.")
    assert (syrian.text, syrian.demonym, syrian.metonymic) == ("Syrian", True, False)


def test_governments_are_told_from_places(named):
    assert [each.metonymic for each in named("Ankara said so. Snow fell in Ankara.")] == [
        True,
        False,
    ]


def test_it_stands_in_for_our_own_in_the_pipeline(model, gazetteer):
    text = "Two people were killed in Homs. Two people were killed in Raqqa."
    steps = pipeline.stages(gazetteer, recogniser=SpacyRecogniser(model))
    seen = pipeline.annotate(Document(id="t", text=text), steps)
    assert [each.place.name for each in seen.resolutions] == ["Homs"]
    assert [event.resolution.toponym.text for event in seen.events][:1] == ["Homs"]


def test_without_spacy_the_error_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(spacy_names, "find_spec", lambda _: None)
    with pytest.raises(ModelError, match="pip install") as caught:
        SpacyRecogniser("en_core_web_sm").load()
    assert isinstance(caught.value, GeoError)


def test_a_model_that_is_not_there_is_named(tmp_path):
    pytest.importorskip("spacy", reason="spaCy, an optional extra, is not installed")
    for name in ("no_such_model", str(tmp_path / "none"), str(tmp_path)):
        with pytest.raises(ModelError, match="cannot be loaded") as caught:
            SpacyRecogniser(name).load()
        assert Path(name).name in str(caught.value)


def test_a_model_without_names_is_refused(tmp_path):
    spacy = pytest.importorskip("spacy", reason="spaCy, an optional extra, is not installed")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "bare")
    with pytest.raises(ModelError, match="finds no names: it has sentencizer"):
        SpacyRecogniser(str(tmp_path / "bare")).load()


def test_a_model_that_fails_is_no_documents_fault(gazetteer, monkeypatch):
    monkeypatch.setattr(spacy_names, "find_spec", lambda _: None)
    documents = [Document(id="t", text="Snow in Homs.")]
    refused = []
    running = pipeline.run(
        documents, gazetteer, recogniser=SpacyRecogniser("x"), on_error=refused.append
    )
    with pytest.raises(ModelError):
        next(running)
    assert refused == []


def test_making_one_loads_nothing():
    code = (
        "import sys, geo.cli; from geo.toponyms.spacy_names import SpacyRecogniser;"
        " SpacyRecogniser('en_core_web_sm'); print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "False"


def _dateline(*arguments, text):
    return subprocess.run(
        [sys.executable, "-m", "geo", *arguments],
        input=text, capture_output=True, text=True, cwd=ROOT, check=False, encoding="utf-8",
    )  # fmt: skip


def test_the_command_line_takes_a_model(model):
    text = "Two people were killed in Homs. Two people were killed in Raqqa."
    done = _dateline("events", "-", "--spacy", model, "--published", "2020-03-02", text=text)
    assert done.returncode == 0, done.stderr
    features = json.loads(done.stdout)["features"]
    assert {each["properties"]["place_text"] for each in features} <= {"Homs", None}
    line = json.dumps({"id": "1", "text": text})
    done = _dateline("annotate", "-", "--spacy", model, text=line)
    assert [each["text"] for each in json.loads(done.stdout)["toponyms"]] == ["Homs"]


@pytest.mark.parametrize("command", ["events", "annotate"])
def test_the_command_line_names_a_model_that_is_not_there(command):
    done = _dateline(command, "-", "--spacy", "no_such_model", text='{"text": "Snow in Homs."}')
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert "spaCy" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
