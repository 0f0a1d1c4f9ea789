"""Documents out of files, folders, globs, standard input, uploads and plain texts."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.documents.decoding import decoded
from geo.documents.kinds import Origin, json_lines, report, web_page
from geo.errors import DocumentError, PassedOverError
from geo.text import content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from geo.model import Document

OnError = Callable[[DocumentError], None]
"""What is called with each refusal."""

KINDS = (".txt", ".md", ".jsonl", ".html", ".htm")
"""Suffixes of the files that are read."""

_PAGES = (".html", ".htm")

STDIN = "-"


def read(
    inputs: Iterable[str | Path],
    *,
    published: date | None = None,
    on_error: OnError | None = None,
) -> Iterator[Document]:
    """Read documents from files, folders, globs and standard input.

    Parameters
    ----------
    inputs : iterable of str or pathlib.Path
        Files of :data:`KINDS`, folders (read through, in order of names), globs, or
        ``-`` for standard input: a text, JSON lines or a web page, told by its head.
    published : datetime.date, optional
        Publication date of every document that states none itself.
    on_error : callable, optional
        Called with each refusal; by default the first one is raised.

    Yields
    ------
    Document
        In the order of the inputs. A report that was read before (the same text, day
        and address) is not given again: it is reported as a
        :class:`~geo.errors.PassedOverError`.

    Raises
    ------
    DocumentError
        At the first refusal, if there is no `on_error`.
    """
    refuse = _raise if on_error is None else on_error
    found = (
        document
        for path, data in _contents(inputs, refuse)
        for document in from_bytes(path, data, published=published, on_error=refuse)
    )
    yield from distinct(found, on_error=refuse)


def distinct(
    documents: Iterable[Document], *, on_error: OnError | None = None
) -> Iterator[Document]:
    """Give each report once, and each under an id of its own.

    Parameters
    ----------
    documents : iterable of Document
    on_error : callable, optional
        Called with a :class:`~geo.errors.PassedOverError` for a report that came
        before; by default it is raised.

    Yields
    ------
    Document
        One whose id another report has taken gets a longer one, with a note: files of
        JSON lines often count from 1.

    Raises
    ------
    PassedOverError
        At the first repetition, if there is no `on_error`.
    """
    refuse = _raise if on_error is None else on_error
    seen: dict[str, Document] = {}
    for document in documents:
        known = seen.get(document.id)
        if known is not None and known.text != document.text:
            note = f"the id {document.id!r} was taken by another report; this one's is longer"
            longer = f"{document.id}-{content_id(document.text)[:8]}"
            document = replace(document, id=longer, notes=(*document.notes, note))  # noqa: PLW2901
            known = seen.get(longer)
        if known is None:
            seen[document.id] = document
            yield document
        else:
            reason = f"the same report as in {known.path or known.id}; it is counted once"
            refuse(PassedOverError(reason, path=document.path or document.id))


def from_bytes(
    path: str,
    data: bytes,
    *,
    kind: str | None = None,
    published: date | None = None,
    on_error: OnError | None = None,
) -> Iterator[Document]:
    """Read the documents of one file's content, such as an upload.

    Parameters
    ----------
    path : str
        The file's name. It is not opened.
    data : bytes
    kind : str, optional
        One of :data:`KINDS`; by default the suffix of `path`.
    published, on_error
        As for :func:`read`.

    Yields
    ------
    Document

    Raises
    ------
    DocumentError
        As for :func:`read`.
    """
    refuse = _raise if on_error is None else on_error
    try:
        kind = kind or _kind(path, data)
        text, notes = decoded(path, data)
        origin = Origin(path, published, notes)
        documents = (
            json_lines(origin, text, refuse)
            if kind == ".jsonl"
            else iter([web_page(origin, text) if kind in _PAGES else report(origin, text)])
        )
    except DocumentError as error:
        refuse(error)
    else:
        yield from documents


def from_text(
    text: str,
    *,
    published: date | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
) -> Document:
    """Make a document of a plain text, read as a file of that content would be.

    Parameters
    ----------
    text : str
        The report, with or without front matter.
    published : datetime.date, optional
        Publication date, if the text states none itself: in its front matter, in a
        first line "date 2020-03-02", or in a dateline "BEIRUT, March 2, 2020 —".
    title, source, url : str, optional
        The same for these.

    Returns
    -------
    Document

    Raises
    ------
    DocumentError
        If the text is empty, or its front matter is faulty.
    """
    given = {"title": title, "source": source, "url": url}
    return replace(report(Origin("the text", published, ()), text, given), path=None)


def _raise(error: DocumentError) -> None:
    raise error


def _contents(inputs: Iterable[str | Path], refuse: OnError) -> Iterator[tuple[str, bytes]]:
    for item in inputs:
        name = str(item)
        if name == STDIN:
            yield STDIN, sys.stdin.buffer.read()
            continue
        for path in _files(name, refuse):
            try:
                data = path.read_bytes()
            except OSError as error:
                reason = f"cannot be read: {error.strerror or error}"
                refuse(DocumentError(reason, path=str(path)))
            else:
                yield str(path), data


def _files(name: str, refuse: OnError) -> Iterator[Path]:
    path = Path(name)
    try:
        exists = path.exists()
    except OSError as error:  # a name longer than the system allows
        refuse(DocumentError(f"cannot be read: {error.strerror}", path=name))
        return
    if path.is_dir():
        yield from _folder(path, refuse)
    elif exists:
        try:
            _kind(name)
        except DocumentError as error:
            refuse(error)
        else:
            yield path
    elif found := sorted(glob.glob(name, recursive=True)):  # noqa: PTH207  (Path.glob takes no absolute pattern)
        for each in found:
            yield from _files(each, refuse)
    else:
        refuse(DocumentError("there is no such file, folder or match", path=name))


def _folder(folder: Path, refuse: OnError) -> Iterator[Path]:
    """Yield a folder's files in order of names, those of its folders after its own."""

    def closed(error: OSError) -> None:
        refuse(DocumentError(f"cannot be read: {error.strerror}", path=str(error.filename)))

    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            path = Path(place, name)
            if path.suffix.lower() in KINDS:
                yield path
            else:
                refuse(PassedOverError(f"not one of {', '.join(KINDS)}", path=str(path)))


def _kind(path: str, data: bytes = b"") -> str:
    """Tell the kind of a file by its suffix, that of standard input by its first words."""
    if path == STDIN:
        head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
        if head.startswith((b"<!doctype html", b"<html")):
            return ".html"
        return ".jsonl" if re.match(rb'\{\s*"', head) else ".txt"
    suffix = Path(path).suffix.lower()
    if suffix in KINDS:
        return suffix
    reason = f"{suffix or 'no suffix'!r} is not one of {', '.join(KINDS)}"
    raise DocumentError(reason, path=path)
