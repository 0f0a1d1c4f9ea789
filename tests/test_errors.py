from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from geo import errors
from geo.errors import (
    DocumentError,
    FrontEndError,
    GazetteerError,
    GeoError,
    LayerError,
    ModelError,
    PassedOverError,
    SchemaError,
    StoryError,
    TableError,
    TilesError,
)

SAMPLES = [
    GeoError("a reason"),
    DocumentError("is not JSON", path="a.jsonl", line=3, field="text"),
    PassedOverError("the same report as in b.txt", path="a.txt"),
    GazetteerError("is no number", path="places.tsv", line=7, field="lat"),
    ModelError("spaCy is not installed"),
    SchemaError(("column 'quote' is missing", "the CRS is None, not EPSG:4326")),
    TableError("is out of range", path="events.csv", line=2, field="lat"),
    FrontEndError("build the front end first"),
    LayerError("folium's Popup cannot stand on the time map"),
    TilesError("The tiles need a url."),
    StoryError(("story.yaml, line 3, field 'zoom': this is a number from 1 to 14, not 99.",)),
]


def test_every_error_of_the_module_is_sampled_here():
    kinds = {kind for _, kind in inspect.getmembers(errors, inspect.isclass)}
    assert {type(error) for error in SAMPLES} == {
        kind for kind in kinds if issubclass(kind, Exception)
    }


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (DocumentError, ValueError),
        (PassedOverError, DocumentError),
        (GazetteerError, LookupError),
        (ModelError, LookupError),
        (SchemaError, ValueError),
        (TableError, ValueError),
        (FrontEndError, FileNotFoundError),
    ],
)
def test_each_error_is_the_root_and_the_builtin_that_fits(kind, builtin):
    assert issubclass(kind, GeoError)
    assert issubclass(kind, builtin)


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("remake", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))])  # noqa: S301  (our own bytes)
def test_errors_cross_processes_whole(error, remake):
    again = remake(error)
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_document_error_names_file_line_and_field():
    error = DocumentError("has to be a text", path="a.jsonl", line=3, field="title")
    assert str(error) == "a.jsonl, line 3, field 'title': has to be a text"
    assert (error.path, error.line, error.field) == ("a.jsonl", 3, "title")


def test_document_error_without_line_names_the_file_alone():
    assert str(DocumentError("it holds no text", path="a.txt")) == "a.txt: it holds no text"


def test_gazetteer_error_says_as_much_as_is_known():
    assert str(GazetteerError("cannot be built")) == "cannot be built"
    error = GazetteerError("is no number", path="places.tsv", line=7, field="lat")
    assert str(error) == "places.tsv, line 7, field 'lat': is no number"


def test_schema_error_lists_all_faults():
    error = SchemaError(("one is wrong", "another is wrong"))
    assert error.faults == ("one is wrong", "another is wrong")
    assert "2 fault(s)" in str(error)
    assert all(f"- {fault}" in str(error) for fault in error.faults)


def test_table_error_names_row_and_field():
    error = TableError("is out of range", path="events.csv", line=2, field="lat")
    assert str(error) == "events.csv, row 2, field 'lat': is out of range"
