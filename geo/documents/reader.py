"""Documents out of files, folders, globs, standard input, uploads and plain texts."""

from __future__ import annotations

import glob
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from geo.documents.decoding import decoded
from geo.documents.kinds import Origin, host, identity, json_lines, report, web_page, whole
from geo.documents.published import date_in_text
from geo.errors import DocumentError, PassedOverError
from geo.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

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
        ``-`` for a text on standard input.
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
    seen: dict[str, Document] = {}
    for path, data in _contents(inputs, refuse):
        for document in from_bytes(path, data, published=published, on_error=refuse):
            known = seen.setdefault(document.id, document)
            if known is document:
                yield document
            elif known.text == document.text:
                reason = f"the same report as in {known.path}; it is counted once"
                refuse(PassedOverError(reason, path=path))
            else:
                reason = f"{document.id!r} is the id of another report in {known.path}"
                refuse(DocumentError(reason, path=path, field="id"))


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
        kind = kind or _kind(path)
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
    """Make a document of a plain text.

    Parameters
    ----------
    text : str
        The report. A date line at its head ("date 2020-03-02", "BEIRUT, March 2,
        2020 —") gives the publication date where `published` is None.
    published : datetime.date, optional
    title, source, url : str, optional

    Returns
    -------
    Document
    """
    notes: tuple[str, ...] = ()
    text, halves = whole(text)
    if published is None:
        published, notes = date_in_text(text)
    return Document(
        id=identity(text, published, url),
        text=text,
        title=title,
        source=source or host(url),
        url=url,
        published=published,
        notes=halves + notes,
    )


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
        if path.suffix.lower() in KINDS:
            yield path
        else:
            reason = f"{path.suffix or 'no suffix'!r} is not one of {', '.join(KINDS)}"
            refuse(DocumentError(reason, path=name))
    elif found := sorted(glob.glob(name, recursive=True)):  # noqa: PTH207  (Path.glob takes no absolute pattern)
        for each in found:
            yield from _files(each, refuse)
    else:
        refuse(DocumentError("there is no such file, folder or match", path=name))


def _folder(folder: Path, refuse: OnError) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if not path.is_file() or any(part.startswith(".") for part in inside):
            continue
        if path.suffix.lower() in KINDS:
            yield path
        else:
            refuse(PassedOverError(f"not one of {', '.join(KINDS)}", path=str(path)))


def _kind(path: str) -> str:
    suffix = Path(path).suffix.lower()
    if path == STDIN or suffix in KINDS:
        return suffix
    reason = f"{suffix or 'no suffix'!r} is not one of {', '.join(KINDS)}"
    raise DocumentError(reason, path=path)
