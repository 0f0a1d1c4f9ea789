"""The sidebar: which reports to read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
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
    digests: list[str] = field(default_factory=list)
    """Of the tables' content, to tell one upload from another."""
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
    if source == SAMPLES:
        _read_samples(chosen)
    elif source == UPLOAD:
        _read_uploads(chosen)
    else:
        _read_pasted(chosen)
    _note(chosen)
    return chosen


def _read_samples(chosen: Chosen) -> None:
    folder = data_folder("seeds") / "reports"
    samples = list(documents.read([folder], on_error=chosen.refuse))
    every = f"All {len(samples)} reports"
    titles = [document.title or _name(document) for document in samples]
    picked = st.selectbox("Sample", [every, *titles], key="sample")
    st.caption("Short reports in our own words about the conflict in Syria, 2015 to 2022.")
    pairs = zip(samples, titles, strict=True)
    chosen.documents = [each for each, title in pairs if picked in {every, title}]
    chosen.hint = "The sample reports are missing from this installation."


def _published(key: str) -> date | None:
    """Ask for the publication date; each way in has a date of its own, so none is left over."""
    day: date | None = st.date_input(
        "Publication date",
        value=None,
        format="YYYY-MM-DD",
        key=key,
        help="For reports that state none. Without it “on Sunday” stays open.",
    )
    return day


def _read_uploads(chosen: Chosen) -> None:
    kinds = [suffix.removeprefix(".") for suffix in (*documents.KINDS, *tables.SUFFIXES)]
    files = st.file_uploader(
        "Reports, or an events file that Dateline wrote",
        type=kinds,
        accept_multiple_files=True,
        key="uploads",
    )
    published = _published("published_uploads")
    chosen.hint = "Choose files in the sidebar: reports, saved web pages, or an events file."
    found: list[Document] = []
    for file in files:
        data = file.getvalue()
        if not tables.is_events_file(file.name):
            found += documents.from_bytes(
                file.name, data, published=published, on_error=chosen.refuse
            )
            continue
        try:
            chosen.tables.append(tables.from_bytes(file.name, data, on_error=chosen.refuse))
            chosen.digests.append(hashlib.sha256(data).hexdigest())
        except GeoError as error:
            chosen.refuse(error)
    chosen.documents = list(documents.distinct(found, on_error=chosen.refuse))


def _read_pasted(chosen: Chosen) -> None:
    # A form, so that a text and its date are read together and never one without the other.
    with st.form("paste", border=False):
        text = st.text_area("Text of a report", height=240, key="pasted")
        published = _published("published_pasted")
        st.form_submit_button("Read", type="primary", width="stretch")
    chosen.hint = "Paste the text of a report in the sidebar, with its publication date."
    if text.strip():
        try:
            pasted = documents.from_text(text, published=published, title="Pasted text")
        except GeoError as error:
            chosen.refuse(error)
        else:
            chosen.documents = [pasted]


def _name(document: Document) -> str:
    """Name a document by its file, without the folders it lies in."""
    return Path(document.path).name if document.path else document.title or document.id


def _note(chosen: Chosen) -> None:
    for document in chosen.documents:
        name = _name(document)
        chosen.notes += [f"{name}: {note}" for note in document.notes]
        if document.published is None:
            chosen.notes.append(f"{name}: no publication date, so relative dates stay open")
