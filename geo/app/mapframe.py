"""The time map in the app: the standalone page in a frame of its own.

The page runs without the app's origin, so nothing in it could reach the app. The two
speak through messages that name an event and nothing else.
"""

from __future__ import annotations

import hashlib

import streamlit as st

from geo.timemap import SANDBOX

HEIGHT = 680

_SCRIPT = """
const frames = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  let frame = frames.get(parentElement);
  if (!frame) {
    frame = document.createElement("iframe");
    frame.setAttribute("sandbox", data.sandbox);
    frame.title = "Time map";
    frame.name = "dateline-app";
    frame.style.cssText = "display:block;width:100%;border:0;height:" + data.height + "px";
    parentElement.appendChild(frame);
    frames.set(parentElement, frame);
  }
  const select = (id) =>
    frame.contentWindow?.postMessage({ type: "dateline:select", event_id: id }, "*");
  frame.onload = () => { if (frame.wanted) select(frame.wanted); };
  if (frame.shown !== data.digest) {
    frame.shown = data.digest;
    frame.wanted = data.selected;
    frame.current = data.selected;
    frame.srcdoc = data.page;
  } else if (frame.current !== data.selected) {
    frame.wanted = data.selected;
    frame.current = data.selected;
    select(data.selected);
  }
  const listen = (event) => {
    if (event.source !== frame.contentWindow || event.data?.type !== "dateline:select") return;
    const id = typeof event.data.event_id === "string" ? event.data.event_id : null;
    if (id === frame.current) return;
    frame.current = id;
    setStateValue("selected", id);
  };
  window.addEventListener("message", listen);
  return () => window.removeEventListener("message", listen);
}
"""

_mount = st.components.v2.component("dateline_map", js=_SCRIPT, isolate_styles=False)


def show_page(page: str, *, selected: str | None) -> None:
    """Show the standalone page, and keep ``st.session_state["selected"]`` in step.

    Parameters
    ----------
    page : str
        As :meth:`geo.timemap.TimeMap.html` gives it.
    selected : str or None
        Id of the event whose card is to be open.
    """
    digest = hashlib.sha256(page.encode()).hexdigest()
    _mount(
        key="time_map",
        data={
            "page": page,
            "digest": digest,
            "selected": selected,
            "height": HEIGHT,
            "sandbox": SANDBOX,
        },
        default={"selected": None},
        height=HEIGHT,
        on_selected_change=_take_selection,
    )


def _take_selection() -> None:
    st.session_state["selected"] = st.session_state["time_map"].get("selected")
    # The table is made anew with this row chosen: its choice cannot be set from outside.
    st.session_state["table_turn"] = st.session_state.get("table_turn", 0) + 1
