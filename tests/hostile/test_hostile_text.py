"""Text that tries to be code comes through the pipeline as typed."""

from __future__ import annotations

import json

import pytest
from probes import PROBES

import geo
from geo import documents


@pytest.mark.parametrize("probe", PROBES)
def test_a_report_that_holds_a_probe_gives_its_quote_back(
    probe: str, gazetteer: geo.Gazetteer
) -> None:
    text = f"Six people were killed in Idlib {probe} on 5 May 2019"
    events = geo.parse(text, gazetteer=gazetteer, mentions=True)
    features = json.loads(geo.to_geojson(events))["features"]
    quotes = [feature["properties"] for feature in features]
    assert all(text[q["quote_start"] : q["quote_end"]] == q["quote"] for q in quotes)
    assert any(probe in q["quote"] for q in quotes)


@pytest.mark.parametrize("probe", PROBES)
def test_front_matter_and_json_lines_keep_a_probe(probe: str) -> None:
    line = json.dumps({"id": probe, "title": probe, "text": f"In Idlib {probe}"})
    read = next(documents.from_bytes("a.jsonl", line.encode()))
    assert (read.id, read.title) == (probe, probe)
