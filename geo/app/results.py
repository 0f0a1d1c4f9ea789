"""What was found: the map, the table in step with it, and the downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from geo import export
from geo.app.mapframe import HEIGHT, show_page
from geo.events import MENTION
from geo.timemap import SANDBOX

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.app.parsing import Parsed

_SHOWN = (
    "date_start", "date_end", "event_type", "sub_event_type", "status", "location", "admin1",
    "country", "fatalities", "injured", "quote", "source", "confidence",
)  # fmt: skip
_EMBED = (
    '<iframe src="dateline-map.html" title="Dateline time map" width="100%"'
    f' height="{HEIGHT}" style="border:0" loading="lazy"\n'
    f'  sandbox="{SANDBOX}"></iframe>'
)


def show(parsed: Parsed) -> None:
    """Draw the map, the table and the downloads."""
    events = parsed.table[parsed.table["event_type"] != MENTION]
    events = events.sort_values(["date_start", "event_id"], ignore_index=True)
    show_page(parsed.page, selected=st.session_state.get("selected"))
    if events.empty:
        st.info("No events were found in these reports. Places they name can be shown on the map.")
    else:
        _table(events)
    _downloads(parsed, events)


def _table(events: gpd.GeoDataFrame) -> None:
    """Show the events as a table; a chosen row opens its card on the map, and the reverse."""
    turn = st.session_state.get("table_turn", 0)
    key = f"events_table_{turn}"
    selected = st.session_state.get("selected")
    rows = events.index[events["event_id"] == selected].tolist()

    def take_selection() -> None:
        chosen = st.session_state[key]["selection"]["rows"]
        st.session_state["selected"] = events["event_id"].iloc[chosen[0]] if chosen else None

    st.dataframe(
        events[list(_SHOWN)],
        hide_index=True,
        placeholder="",
        height=320,
        key=key,
        on_select=take_selection,
        selection_mode="single-row",
        selection_default={"selection": {"rows": rows, "columns": [], "cells": []}},
        column_config=_columns(),
    )


def _columns() -> dict[str, Any]:
    day = "YYYY-MM-DD"
    return {
        "date_start": st.column_config.DateColumn("From", format=day, width=110),
        "date_end": st.column_config.DateColumn("To", format=day, width=110),
        "event_type": st.column_config.TextColumn("Type"),
        "sub_event_type": st.column_config.TextColumn("Sub-type"),
        "status": st.column_config.TextColumn("Status"),
        "location": st.column_config.TextColumn("Place"),
        "admin1": st.column_config.TextColumn("Province"),
        "country": st.column_config.TextColumn("Country", width="small"),
        "fatalities": st.column_config.NumberColumn("Killed", width="small"),
        "injured": st.column_config.NumberColumn("Injured", width="small"),
        "quote": st.column_config.TextColumn("Quote", width="large"),
        "source": st.column_config.TextColumn("Source"),
        "confidence": st.column_config.NumberColumn("Confidence", format="%.2f", width="small"),
    }


def _downloads(parsed: Parsed, events: gpd.GeoDataFrame) -> None:
    geojson, table, page = st.columns(3)
    geojson.download_button(
        "GeoJSON", lambda: export.to_geojson(events), "dateline-events.geojson",
        "application/geo+json", icon=":material/download:", width="stretch", on_click="ignore",
    )  # fmt: skip
    table.download_button(
        "CSV", lambda: export.to_csv(events), "dateline-events.csv", "text/csv",
        icon=":material/download:", width="stretch", on_click="ignore",
    )  # fmt: skip
    page.download_button(
        "Standalone map", parsed.page, "dateline-map.html", "text/html",
        icon=":material/download:", width="stretch", on_click="ignore",
    )  # fmt: skip
    with st.expander("Embed the map in a dashboard or an article"):
        st.write("Put the standalone map beside your page and add:")
        st.code(_EMBED, language="html", wrap_lines=True)
