"""The sample reports are understood at least as well as they were."""

from __future__ import annotations

import json
from pathlib import Path

import geo
from benchmarks.samples import pairs
from geo import documents, pipeline

SEEDS = Path(__file__).parents[1] / "seeds"


def test_what_a_careful_reader_finds_is_found_often_enough(gazetteer: geo.Gazetteer) -> None:
    found = wanted = right = 0
    for seen in pipeline.run(documents.read([SEEDS / "reports"]), gazetteer):
        stem = Path(str(seen.document.path)).stem
        gold = json.loads((SEEDS / "expected" / f"{stem}.json").read_text(encoding="utf-8"))
        found += len(seen.events)
        wanted += len(gold)
        right += len(pairs(list(seen.events), gold))
    assert wanted > 100
    assert right / found > 0.5
    assert right / wanted > 0.33


def test_each_expected_quote_stands_in_its_report() -> None:
    for report in documents.read([SEEDS / "reports"]):
        stem = Path(str(report.path)).stem
        for event in json.loads((SEEDS / "expected" / f"{stem}.json").read_text(encoding="utf-8")):
            assert event["quote"] in report.text
