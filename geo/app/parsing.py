"""From the chosen reports to a table, with progress, once for each choice."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import streamlit as st

from geo import frame, pipeline, timemap
from geo.gazetteer import Gazetteer, store
from geo.text import content_id

if TYPE_CHECKING:
    from geo.app.inputs import Chosen
    from geo.errors import GeoError
    from geo.model import Annotation


@dataclass
class Parsed:
    """The events of a choice, and the page that shows them."""

    key: str
    table: gpd.GeoDataFrame
    page: str
    refusals: list[str] = field(default_factory=list)


def parse(chosen: Chosen) -> Parsed:
    """Parse what was chosen; the same choice is parsed once a session."""
    key = _key(chosen)
    known = st.session_state.get("parsed")
    if isinstance(known, Parsed) and known.key == key:
        return known
    refusals: list[str] = []

    def refuse(error: GeoError) -> None:
        refusals.append(str(error))

    found: list[Annotation] = []
    if chosen.documents:
        places = _gazetteer()
        total = len(chosen.documents)
        bar = st.progress(0.0, f"Reading {_many(total)}")
        for number, each in enumerate(pipeline.run(chosen.documents, places, on_error=refuse), 1):
            found.append(each)
            bar.progress(number / total, f"Reading reports: {number} of {total}")
        bar.empty()
    table = frame.joined([*chosen.tables, frame.to_frame(found, mentions=True)])
    page = timemap.event_map(table).html()
    parsed = Parsed(key, table, page, refusals)
    st.session_state["parsed"] = parsed
    st.session_state["selected"] = None
    return parsed


def _many(reports: int) -> str:
    return "one report" if reports == 1 else f"{reports} reports"


def _gazetteer() -> Gazetteer:
    """Open the gazetteer, and show the bar while its index is built for the first time."""
    folder = os.environ.get("DATELINE_CACHE")
    cache = Path(folder) if folder else None
    place = st.empty()

    def report(doing: str, share: float) -> None:
        place.progress(share, f"Preparing the gazetteer, once on this machine: {doing}")

    # Not within the cached call: Streamlit would want to draw the bar again from its cache.
    built = store.ensure(cache, progress=report)
    place.empty()
    return _opened(built.name, cache)


@st.cache_resource(show_spinner=False, max_entries=1)
def _opened(name: str, cache: Path | None) -> Gazetteer:
    del name  # a new index is another gazetteer
    return Gazetteer.open(cache=cache)


def _key(chosen: Chosen) -> str:
    """Tell one choice from another by all that the result depends on."""
    return content_id(*map(repr, chosen.documents), *chosen.digests)
