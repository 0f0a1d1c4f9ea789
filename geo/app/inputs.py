"""The sidebar: which reports to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import geopandas as gpd
import streamlit as st

from geo import documents, tables
from geo.errors import GeoError, PassedOverError
from geo.model import Document
from geo.settings import data_folder

if TYPE_CHECKING:
    from datetime import date

SAMPLES, UPLOAD, PASTE = "Sample reports", "Upload files", "Paste text"


@dataclass
class Chosen:
    """What the reader chose in the sidebar, read but not yet parsed."""

    documents: list[Document] = field(default_factory=list)
    tables: list[gpd.GeoDataFrame] = field(default_factory=list)
    """Events files that were uploaded as they are."""
    refusals: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hint: str = ""
    """What to do when nothing is chosen."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.documents and not self.tables

    def refuse(self, error: GeoError) -> None:
        """Keep a refusal; a file that was merely passed over is a note."""
        (self.notes if isinstance(error, PassedOverError) else self.refusals).append(str(error))


def choose() -> Chosen:
    """Draw the sidebar and read what is chosen there."""
    st.header("Dateline", anchor=False)
    st.caption("News text in, dated events on a map out. Nothing leaves this machine.")
    source = st.radio("Reports", (SAMPLES, UPLOAD, PASTE), key="source")
    chosen = Chosen()
    published: date | None = None
    if source != SAMPLES:
        published = st.date_input(
            "Publication date",
            value=None,
            format="YYYY-MM-DD",
            key="published",
            help="For reports that state none. Without it “on Sunday” stays open.",
        )
    if source == SAMPLES:
        _read_samples(chosen)
    elif source == UPLOAD:
        _read_uploads(chosen, published)
    else:
        _read_pasted(chosen, published)
    _note(chosen)
    return chosen


def _read_samples(chosen: Chosen) -> None:
    folder = data_folder("seeds") / "reports"
    samples = list(documents.read([folder], on_error=chosen.refuse))
    every = f"All {len(samples)} reports"
    titles = [document.title or document.id for document in samples]
    picked = st.selectbox("Sample", [every, *titles], key="sample")
    st.caption("Short reports in our own words about the conflict in Syria, 2015 to 2022.")
    pairs = zip(samples, titles, strict=True)
    chosen.documents = [each for each, title in pairs if picked in {every, title}]
    chosen.hint = "The sample reports are missing from this installation."


def _read_uploads(chosen: Chosen, published: date | None) -> None:
    kinds = [suffix.removeprefix(".") for suffix in (*documents.KINDS, *tables.SUFFIXES)]
    files = st.file_uploader(
        "Reports, or an events file that Dateline wrote",
        type=kinds,
        accept_multiple_files=True,
        key="uploads",
    )
    chosen.hint = "Choose files in the sidebar: reports, saved web pages, or an events file."
    seen: set[str] = set()
    for file in files:
        data = file.getvalue()
        if tables.is_events_file(file.name):
            try:
                chosen.tables.append(tables.from_bytes(file.name, data, on_error=chosen.refuse))
            except GeoError as error:
                chosen.refuse(error)
            continue
        for document in documents.from_bytes(
            file.name, data, published=published, on_error=chosen.refuse
        ):
            if document.id in seen:
                reason = "the same report was uploaded twice; it is counted once"
                chosen.refuse(PassedOverError(reason, path=file.name))
            else:
                seen.add(document.id)
                chosen.documents.append(document)


def _read_pasted(chosen: Chosen, published: date | None) -> None:
    text = st.text_area("Text of a report", height=240, key="pasted")
    chosen.hint = "Paste the text of a report in the sidebar, with its publication date."
    if text.strip():
        chosen.documents = [documents.from_text(text, published=published, title="Pasted text")]


def _note(chosen: Chosen) -> None:
    for document in chosen.documents:
        name = document.path or document.title or document.id
        chosen.notes += [f"{name}: {note}" for note in document.notes]
        if document.published is None:
            chosen.notes.append(f"{name}: no publication date, so relative dates stay open")
