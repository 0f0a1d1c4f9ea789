"""The app's page: reports on the left, the time map, the table of events, downloads.

Text from reports is shown by ``st.text``, ``st.dataframe`` and ``st.code`` only: what
goes through Streamlit's markdown can fetch images from elsewhere.
"""

from __future__ import annotations

import numpy as np
import streamlit as st
from PIL import Image

from geo.app.inputs import Chosen, choose
from geo.app.parsing import Parsed, parse
from geo.app.results import show


def main() -> None:
    """Draw the page; Streamlit calls this at every change."""
    st.set_page_config(page_title="Dateline", page_icon=_icon(), layout="wide")
    st.html(_STYLE)
    with st.sidebar:
        chosen = choose()
    parsed = parse(chosen)
    _tell_refusals(chosen, parsed)
    if chosen.is_empty:
        st.info(chosen.hint)
    else:
        show(parsed)
    _tell_notes(chosen)


def _tell_refusals(chosen: Chosen, parsed: Parsed) -> None:
    refusals = [*chosen.refusals, *parsed.refusals]
    if refusals:
        one = len(refusals) == 1
        what = "One input was refused" if one else f"{len(refusals)} inputs were refused"
        st.warning(f"{what}; the others went on.")
        for refusal in refusals:
            st.text(refusal)


def _tell_notes(chosen: Chosen) -> None:
    if chosen.notes:
        with st.expander("What was assumed while reading"):
            for note in chosen.notes:
                st.text(note)


def _icon() -> Image.Image:
    """Draw the page's icon: Streamlit would fetch its own ones from elsewhere."""
    y, x = np.mgrid[-1:1:64j, -1:1:64j]
    picture = np.zeros((64, 64, 4), dtype=np.uint8)
    for radius, colour in ((1.0, (0, 114, 178)), (0.55, (255, 255, 255)), (0.3, (213, 94, 0))):
        picture[np.hypot(x, y) < radius] = (*colour, 255)
    return Image.fromarray(picture)


_STYLE = """
<style>
  .block-container { padding: 3.75rem 1.5rem 1rem; }
  [data-testid="stSidebarHeader"] { height: 2rem; margin-bottom: 0; }
  iframe { border: 0; }
</style>
"""
