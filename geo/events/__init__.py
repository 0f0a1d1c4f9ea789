"""Events: what happened, where and when, each with the sentence that says so."""

from geo.events.extractor import extract
from geo.events.merging import merge, split
from geo.events.neighbours import SecondLook
from geo.events.ontology import ALL_TYPES, CIVIL, MENTION, STATUSES, SUB_EVENT_TYPES, TYPES

__all__ = [
    "ALL_TYPES",
    "CIVIL",
    "MENTION",
    "STATUSES",
    "SUB_EVENT_TYPES",
    "TYPES",
    "SecondLook",
    "extract",
    "merge",
    "split",
]
