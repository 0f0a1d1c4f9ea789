"""The app's page: reports on the left, the time map, the table of events, downloads.

Text from reports is shown by ``st.text``, ``st.dataframe`` and ``st.code`` only: what
goes through Streamlit's markdown can fetch images from elsewhere.
"""

from __future__ import annotations

import streamlit as st

from geo.app.inputs import Chosen, choose
from geo.app.parsing import Parsed, parse
from geo.app.results import show


def main() -> None:
    """Draw the page; Streamlit calls this at every change."""
    st.set_page_config(page_title="Dateline", page_icon=":material/map:", layout="wide")
    st.html(_STYLE)
    with st.sidebar:
        chosen = choose()
    parsed = parse(chosen)
    _tell_refusals(chosen, parsed)
    if chosen.is_empty:
        st.info(chosen.hint)
        return
    show(parsed)


def _tell_refusals(chosen: Chosen, parsed: Parsed) -> None:
    refusals = [*chosen.refusals, *parsed.refusals]
    if refusals:
        count = "One input was refused" if len(refusals) == 1 else f"{len(refusals)} inputs were refused"
        st.warning(f"{count}; the others went on.")
        for refusal in refusals:
            st.text(refusal)
    if chosen.notes:
        with st.expander("What was assumed while reading", expanded=False):
            for note in chosen.notes:
                st.text(note)


_STYLE = """
<style>
  .block-container { padding-top: 2.5rem; padding-bottom: 1rem; }
  [data-testid="stSidebarHeader"] { height: 2rem; margin-bottom: 0; }
  iframe { border: 0; }
</style>
"""
