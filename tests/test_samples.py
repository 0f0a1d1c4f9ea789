"""The sample reports are understood at least as well as they were."""

from __future__ import annotations

import json
from pathlib import Path

import geo
from benchmarks.articles import score
from geo import documents

SEEDS = Path(__file__).parents[1] / "seeds"


def test_what_a_careful_reader_finds_is_found_often_enough(gazetteer: geo.Gazetteer) -> None:
    found = score(SEEDS, gazetteer)
    assert found.counts["wanted"] > 100
    assert found.precision > 0.48
    assert found.recall > 0.45


def test_each_expected_quote_stands_in_its_report() -> None:
    for report in documents.read([SEEDS / "reports"]):
        stem = Path(str(report.path)).stem
        for event in json.loads((SEEDS / "expected" / f"{stem}.json").read_text(encoding="utf-8")):
            assert event["quote"] in report.text
