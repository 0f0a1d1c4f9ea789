"""Reports in: text, Markdown, JSON lines and saved web pages become documents.

One bad file or line never costs another: it is handed to ``on_error`` as a
:class:`~geo.errors.DocumentError` that names file, line and field, and reading goes on.
"""

from __future__ import annotations

import codecs
import glob
import hashlib
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import charset_normalizer

from geo.errors import DocumentError, PassedOverError
from geo.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    OnError = Callable[[DocumentError], None]

KINDS = (".txt", ".md", ".jsonl", ".html", ".htm")
"""Suffixes of the files that are read."""

STDIN = "-"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
"""JSON may hold halves of characters, which no file can."""
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELDS = ("id", "title", "source", "url", "published", "language")
_LEADING_DATE = re.compile(r"\s*date:?\s+(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july",
           "august", "september", "october", "november", "december")  # fmt: skip
_DATELINE = re.compile(
    # "BEIRUT, March 2, 2020 —" or "ALEPPO, Syria (AP), 2 March 2020 -"
    r"\s*[A-ZÀ-Þ][^\n.—–:]{1,60}?,?\s"
    r"(?:(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2}),?\s+(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})\s+(?P<m2>[A-Z][a-z]{2,8})\.?,?\s+(?P<y2>\d{4}))"
    r"\s*(?:\([^)\n]{1,30}\)\s*)?[—–-]"
)


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
        In the order of the inputs. A text that was read before is not given again:
        it is reported as a :class:`~geo.errors.PassedOverError`.

    Raises
    ------
    DocumentError
        At the first refusal, if there is no `on_error`.
    """
    refuse = on_error or _raise
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
    refuse = on_error or _raise
    try:
        text, notes = _decoded(path, data)
        kind = kind or _kind(path)
        if kind == ".jsonl":
            yield from _json_lines(path, text, published, notes, refuse)
        elif kind in {".html", ".htm"}:
            yield _web_page(path, text, published, notes)
        else:
            yield _report(path, text, published, notes)
    except DocumentError as error:
        refuse(error)


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
    if published is None:
        published, notes = _date_in_text(text)
    return Document(
        id=_identity(text, published, url),
        text=text,
        title=title,
        source=source or _host(url),
        url=url,
        published=published,
        notes=notes,
    )


def parse_day(value: str) -> date:
    """Read a calendar day from ``YYYY-MM-DD``, with or without a time behind it.

    Raises
    ------
    ValueError
        If the value does not begin with a real day.
    """
    match = re.match(r"(\d{4}-\d{2}-\d{2})(?:$|[T ])", value.strip())
    if match is None:
        message = f"{value!r} is not a day such as 2020-03-01"
        raise ValueError(message)
    return date.fromisoformat(match.group(1))


def _raise(error: DocumentError) -> None:
    raise error


# --- where the bytes come from


def _contents(
    inputs: Iterable[str | Path], refuse: OnError
) -> Iterator[tuple[str, bytes]]:
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
    if path.is_dir():
        yield from _folder(path, refuse)
    elif path.exists():
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


def _decoded(path: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode by byte order mark, then as UTF-8, then by a guess that is noted."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(path, _as(path, data, encoding)), ()
    try:
        return _checked(path, data.decode("utf-8")), ()
    except UnicodeDecodeError:
        pass
    guess = charset_normalizer.from_bytes(data).best()
    if guess is None:
        raise DocumentError("its encoding is unknown; save it as UTF-8", path=path)
    note = f"read as {guess.encoding}: it is not UTF-8 and does not say what it is"
    return _checked(path, str(guess)), (note,)


def _as(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"its byte order mark says {encoding}, but byte {error.start} is not"
        raise DocumentError(reason, path=path) from None


def _checked(path: str, text: str) -> str:
    if "\0" in text:
        raise DocumentError("it is not a text: it holds zero bytes", path=path)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kind(path: str) -> str:
    suffix = Path(path).suffix.lower()
    if path == STDIN or suffix in KINDS:
        return suffix
    reason = f"{suffix or 'no suffix'!r} is not one of {', '.join(KINDS)}"
    raise DocumentError(reason, path=path)


# --- what the kinds hold


def _report(path: str, text: str, published: date | None, notes: tuple[str, ...]) -> Document:
    """Read a text with optional front matter: lines of ``name: value``."""
    match = _FRONT_MATTER.match(text)
    fields: dict[str, Any] = {}
    body = text
    if match:
        fields, odd = _front_matter(path, match.group(1))
        notes += odd
        body = text[match.end() :].strip("\n")
    return _document(path, body, fields, published, notes)


def _front_matter(path: str, block: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    fields: dict[str, Any] = {}
    odd = []
    for line, text in enumerate(block.split("\n"), start=2):
        name, colon, value = text.partition(":")
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if not colon:
            raise DocumentError("is not of the form 'name: value'", path=path, line=line)
        if name.strip() not in _FIELDS:
            odd.append(f"front matter field {name.strip()!r} is not used")
            continue
        fields[name.strip()] = value.strip().strip("\"'")
    return fields, tuple(odd)


def _json_lines(
    path: str, text: str, published: date | None, notes: tuple[str, ...], refuse: OnError
) -> Iterator[Document]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield _json_line(path, number, line, published, notes)
        except DocumentError as error:
            refuse(error)


def _json_line(
    path: str, number: int, line: str, published: date | None, notes: tuple[str, ...]
) -> Document:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = f"is not JSON: {error}"
        raise DocumentError(reason, path=path, line=number) from None
    if not isinstance(fields, dict):
        raise DocumentError("is not a JSON object", path=path, line=number)
    text = fields.get("text")
    if not isinstance(text, str):
        raise DocumentError("has to be a text", path=path, line=number, field="text")
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        notes += ("half characters (lone surrogates) were replaced",)
    return _document(path, text, fields, published, notes, line=number)


def _web_page(path: str, text: str, published: date | None, notes: tuple[str, ...]) -> Document:
    """Read the article out of a saved web page, with trafilatura."""
    # Loaded here since it takes a second, and most folders hold no web page.
    import trafilatura  # noqa: PLC0415

    page = trafilatura.bare_extraction(text, with_metadata=True, include_comments=False)
    body = getattr(page, "text", None)
    if not body:
        raise DocumentError("no article was found in this page", path=path)
    fields = {
        "title": page.title,
        "source": page.sitename or page.hostname,
        "url": page.url,
        "published": page.date,
        "language": page.language,
    }
    notes += ("publication date from the page's metadata",) if page.date else ()
    return _document(path, body, fields, published, notes)


def _document(
    path: str,
    text: str,
    fields: dict[str, Any],
    published: date | None,
    notes: tuple[str, ...],
    *,
    line: int | None = None,
) -> Document:
    if not text.strip():
        raise DocumentError("it holds no text", path=path, line=line)
    given = {name: _text_field(path, line, fields, name) for name in _FIELDS}
    day: date | None = None
    if given["published"]:
        try:
            day = parse_day(given["published"])
        except ValueError as error:
            raise DocumentError(str(error), path=path, line=line, field="published") from None
    if day is None:
        day, more = _date_in_text(text)
        notes += more
    if day is None and published is not None:
        day = published
        notes += ("publication date as given by you",)
    url = given["url"]
    return Document(
        id=given["id"] or _identity(text, day, url),
        text=text,
        title=given["title"],
        source=given["source"] or _host(url),
        url=url,
        published=day,
        language=given["language"],
        path=path,
        notes=notes,
    )


def _text_field(path: str, line: int | None, fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if name == "id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise DocumentError("has to be a text", path=path, line=line, field=name)
    return _SURROGATE.sub("\ufffd", value)


def _date_in_text(text: str) -> tuple[date | None, tuple[str, ...]]:
    """Find a publication date at the head of a text."""
    if match := _LEADING_DATE.match(text):
        try:
            return parse_day(match.group(1)), ("publication date from the text's first words",)
        except ValueError:
            return None, ()
    match = _DATELINE.match(text[:200])
    if match is None:
        return None, ()
    found = match.groupdict()
    name = (found["m1"] or found["m2"]).lower()
    month = next((at for at, full in enumerate(_MONTHS, 1) if full.startswith(name)), None)
    try:
        year, day = int(found["y1"] or found["y2"]), int(found["d1"] or found["d2"])
        return date(year, month or 0, day), ("publication date from the dateline",)
    except ValueError:
        return None, ()


def _identity(text: str, published: date | None, url: str | None) -> str:
    content = "\0".join((text, published.isoformat() if published else "", url or ""))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _host(url: str | None) -> str | None:
    if not url:
        return None
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
