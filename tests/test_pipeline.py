"""Documents through the stages: each for itself, in order, with failures contained."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from geo import pipeline
from geo.errors import DocumentError
from geo.frame import to_frame
from geo.model import Annotation, Document

TODAY = date(2020, 3, 2)
TEXTS = [
    "Warplanes bombed Saraqib on Sunday. Nine people were killed in the raid.",
    "Shops in Tripoli stayed shut. Lebanon has no fuel.",
    "Mortar fire killed eight people in Nusaybin on Friday.",
    "",
    "Nothing happened in Qwertzville.",
    "Floods hit Paris, Texas, at night.",
]


@pytest.fixture
def documents():
    return [
        Document(id=f"d{number}", text=text, published=TODAY) for number, text in enumerate(TEXTS)
    ]


def test_every_document_comes_back_in_order(documents, gazetteer):
    assert [seen.document for seen in pipeline.run(documents, gazetteer)] == documents


def test_each_stage_adds_its_part(documents, gazetteer):
    seen = pipeline.annotate(documents[0], pipeline.stages(gazetteer))
    assert [toponym.text for toponym in seen.toponyms] == ["Saraqib"]
    assert [each.toponym for each in seen.resolutions] == list(seen.toponyms)
    assert [when.text for when in seen.whens] == ["Sunday"]
    assert [event.document_id for event in seen.events] == ["d0"] * len(seen.events)
    assert seen.events


def test_without_stages_a_document_stays_as_it_is(documents):
    assert pipeline.annotate(documents[0], ()) == Annotation(documents[0])


def test_one_document_alone_gives_what_it_gives_among_others(documents, gazetteer):
    together = list(pipeline.run(documents, gazetteer))
    for document, among in zip(documents, together, strict=True):
        assert list(pipeline.run([document], gazetteer)) == [among]


@pytest.mark.parametrize("left_out", range(len(TEXTS)))
def test_removing_one_document_changes_nothing_in_the_others(documents, gazetteer, left_out):
    before = [
        each for each in pipeline.run(documents, gazetteer) if each.document.id != f"d{left_out}"
    ]
    rest = [document for document in documents if document.id != f"d{left_out}"]
    assert list(pipeline.run(rest, gazetteer)) == before


def test_the_same_input_gives_the_same_bytes(documents, gazetteer):
    first = pickle.dumps(list(pipeline.run(documents, gazetteer)))
    assert pickle.dumps(list(pipeline.run(documents, gazetteer))) == first


def test_a_stream_is_read_one_document_at_a_time(documents, gazetteer):
    taken = []

    def stream():
        for document in documents:
            taken.append(document.id)
            yield document

    running = pipeline.run(stream(), gazetteer)
    next(running)
    assert taken == ["d0"]


class FailsOn:
    """A gazetteer that fails on one name and else answers as the real one."""

    def __init__(self, gazetteer, name):
        self._gazetteer = gazetteer
        self._name = name

    def bearers(self, key):
        if key == self._name:
            raise RuntimeError("torn page")
        return self._gazetteer.bearers(key)

    def __getattr__(self, name):
        return getattr(self._gazetteer, name)


def test_a_stage_that_fails_costs_only_its_document(documents, gazetteer):
    refused = []
    broken = FailsOn(gazetteer, "nusaybin")
    seen = list(pipeline.run(documents, broken, on_error=refused.append))
    assert [each.document.id for each in seen] == ["d0", "d1", "d3", "d4", "d5"]
    assert len(refused) == 1
    assert isinstance(refused[0], DocumentError)
    assert "d2" in str(refused[0])
    assert "torn page" in str(refused[0])
    untouched = [each for each in pipeline.run(documents, gazetteer) if each.document.id != "d2"]
    assert seen == untouched


def test_without_a_handler_the_failure_is_raised_with_its_cause(documents, gazetteer):
    with pytest.raises(DocumentError, match="RuntimeError: torn page") as caught:
        list(pipeline.run(documents, FailsOn(gazetteer, "nusaybin")))
    assert isinstance(caught.value.__cause__, RuntimeError)


def test_the_refusal_names_the_file_where_there_is_one(gazetteer):
    document = Document(id="x", text=TEXTS[2], path="reports/border.txt")
    refused = []
    list(pipeline.run([document], FailsOn(gazetteer, "nusaybin"), on_error=refused.append))
    assert "reports/border.txt" in str(refused[0])


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\ud800", "🙂" * 50, "Aleppo " * 500, "\x00"])
def test_odd_texts_pass_through(gazetteer, text):
    (seen,) = pipeline.run([Document(id="odd", text=text)], gazetteer)
    assert seen.document.text == text


def test_keeping_adjectives_changes_no_event(documents, gazetteer):
    told = Document(
        id="x", text="Syrian rebels left Idlib. French jets bombed Raqqa.", published=TODAY
    )
    plain = list(pipeline.run([*documents, told], gazetteer))
    kept = list(pipeline.run([*documents, told], gazetteer, demonyms=True))
    assert [seen.events for seen in kept] == [seen.events for seen in plain]
    assert len(to_frame(kept, mentions=True)) == len(to_frame(plain, mentions=True))
    assert any(toponym.demonym for seen in kept for toponym in seen.toponyms)
    assert not any(toponym.demonym for seen in plain for toponym in seen.toponyms)


def test_no_event_stands_at_a_name_that_means_a_government(gazetteer):
    text = "Damascus rejected the offer and warplanes bombed Saraqib on Sunday."
    (seen,) = pipeline.run([Document(id="x", text=text, published=TODAY)], gazetteer)
    assert [toponym.metonymic for toponym in seen.toponyms] == [True, False]
    assert [event.resolution.toponym.text for event in seen.events] == ["Saraqib"]


def test_the_reason_says_from_what_a_day_was_counted(gazetteer):
    text = "Rebels took Saraqib on 3 May 2019. Two days later jets bombed Saraqib."
    (seen,) = pipeline.run([Document(id="x", text=text, published=date(2019, 5, 9))], gazetteer)
    told = [event.reason for event in seen.events if "Two days later" in event.quote]
    assert len(told) == 1
    assert "“Two days later” dates it, counted from 2019-05-03" in told[0]
