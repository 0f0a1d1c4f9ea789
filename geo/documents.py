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
from dataclasses import dataclass, replace
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

_PAGES = (".html", ".htm")

STDIN = "-"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WINDOWS = ("cp1252", "cp1256", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1257")
"""Guessed at first: among all the encodings there are, one "á" passes for Chinese."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_FIELDS = ("id", "title", "source", "url", "published", "language")
_LEADING_DATE = re.compile(r"\s*date:?\s+(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july",
           "august", "september", "october", "november", "december")  # fmt: skip
_DATELINE = re.compile(
    # Such as "BEIRUT, March 2, 2020 —" or "ALEPPO, Syria (AP), 2 March 2020 -".
    r"\s*(?P<place>[A-ZÀ-Þ][^\n.—–:]{1,60}?,?)\s+"
    r"(?:(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2}),?\s+(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})\s+(?P<m2>[A-Z][a-z]{2,8})\.?,?\s+(?P<y2>\d{4}))"
    r"\s*(?:\([^)\n]{1,30}\)\s*)?[—–-]"
)
_PARTICLES = ("al", "and", "as", "at", "az", "da", "de", "do", "del", "el", "la", "of", "the")
"""What is written small within a place's name."""
_NO_PLACE = ("after", "at", "before", "by", "during", "from", "in", "on", "since", "the", "until")


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
        text, notes = _decoded(path, data)
        origin = _Origin(path, published, notes)
        documents = (
            _json_lines(origin, text, refuse)
            if kind == ".jsonl"
            else iter([_web_page(origin, text) if kind in _PAGES else _report(origin, text)])
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
    text, halves = _whole(text)
    if published is None:
        published, notes = _date_in_text(text)
    return Document(
        id=_identity(text, published, url),
        text=text,
        title=title,
        source=source or _host(url),
        url=url,
        published=published,
        notes=halves + notes,
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


def _decoded(path: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode by byte order mark, then as UTF-8, then by a guess that is noted."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(path, _as(path, data, encoding)), ()
    try:
        return _checked(path, data.decode("utf-8")), ()
    except UnicodeDecodeError:
        pass
    guess = (
        charset_normalizer.from_bytes(data, cp_isolation=list(_WINDOWS)).best()
        or charset_normalizer.from_bytes(data).best()
    )
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
# --- what the kinds hold


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a report stands, and what was known of it before it was read."""

    path: str
    published: date | None
    """As the caller gave it."""
    notes: tuple[str, ...]
    line: int | None = None

    def fault(self, reason: str, *, field: str | None = None) -> DocumentError:
        return DocumentError(reason, path=self.path, line=self.line, field=field)


def _report(origin: _Origin, text: str) -> Document:
    """Read a text with optional front matter: lines of ``name: value``."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return _document(origin, text, {})
    fields, odd = _front_matter(origin, match.group(1))
    body = text[match.end() :].strip("\n")
    return _document(replace(origin, notes=origin.notes + odd), body, fields)


def _front_matter(origin: _Origin, block: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    fields: dict[str, Any] = {}
    odd = []
    for line, text in enumerate(block.split("\n"), start=2):
        name, colon, value = (part.strip() for part in text.partition(":"))
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if not colon:
            raise replace(origin, line=line).fault("is not of the form 'name: value'")
        if name not in _FIELDS:
            odd.append(f"front matter field {name!r} is not used")
            continue
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        fields[name] = value[1:-1] if quoted else value
    return fields, tuple(odd)


def _json_lines(origin: _Origin, text: str, refuse: OnError) -> Iterator[Document]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            document = _json_line(replace(origin, line=number), line)
        except DocumentError as error:
            refuse(error)
        else:
            yield document


def _json_line(origin: _Origin, line: str) -> Document:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = f"is not JSON: {error}"
        raise origin.fault(reason) from None
    if not isinstance(fields, dict):
        raise origin.fault("is not a JSON object")
    text = fields.get("text")
    if not isinstance(text, str):
        raise origin.fault("has to be a text", field="text")
    return _document(origin, text, fields)


def _web_page(origin: _Origin, text: str) -> Document:
    """Read the article out of a saved web page, with trafilatura."""
    # Loaded here since it takes a second, and most folders hold no web page.
    import trafilatura  # noqa: PLC0415

    page: Any = trafilatura.bare_extraction(
        text,
        with_metadata=True,
        include_comments=False,
        # A wide search takes the year of a copyright line for the day of publication.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    body = getattr(page, "text", None)
    if not body:
        raise origin.fault("no article was found in this page")
    fields = {
        "title": page.title,
        "source": page.sitename or page.hostname,
        "url": page.url,
        "language": page.language,
    }
    return _document(origin, body, fields, page_date=page.date)


def _document(
    origin: _Origin, text: str, fields: dict[str, Any], *, page_date: str | None = None
) -> Document:
    if not text.strip():
        raise origin.fault("it holds no text")
    text, notes = _whole(text)
    given = {name: _text_field(origin, fields, name) for name in _FIELDS}
    day, more = _published(origin, given["published"], text, page_date)
    url = given["url"]
    return Document(
        id=given["id"] or _identity(text, day, url),
        text=text,
        title=given["title"],
        source=given["source"] or _host(url),
        url=url,
        published=day,
        language=given["language"],
        path=origin.path,
        notes=origin.notes + notes + more,
    )


def _published(
    origin: _Origin, stated: str | None, text: str, page_date: str | None
) -> tuple[date | None, tuple[str, ...]]:
    """Take the publication date from the first that gives one, with a note on which."""
    if stated:
        try:
            return parse_day(stated), ()
        except ValueError as error:
            raise origin.fault(str(error), field="published") from None
    day, notes = _date_in_text(text)
    if day is None and page_date:
        day, notes = parse_day(page_date), ("publication date from the page's metadata",)
    if day is None and origin.published is not None:
        day, notes = origin.published, ("publication date as given by you",)
    return day, notes


def _whole(text: str) -> tuple[str, tuple[str, ...]]:
    """Replace halves of characters, which JSON may hold and no file can."""
    whole = _SURROGATE.sub("\ufffd", text)
    return whole, () if whole == text else ("half characters (lone surrogates) were replaced",)


def _text_field(origin: _Origin, fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise origin.fault("has to be a text", field=name)
    return _SURROGATE.sub("\ufffd", value)


def _date_in_text(text: str) -> tuple[date | None, tuple[str, ...]]:
    """Find a publication date at the head of a text."""
    if match := _LEADING_DATE.match(text):
        try:
            return parse_day(match.group(1)), ("publication date from the text's first words",)
        except ValueError:
            return None, ()
    match = _DATELINE.match(text[:200])
    if match is None or not _is_place(match["place"]):
        return None, ()
    found = match.groupdict()
    name = (found["m1"] or found["m2"]).lower()
    month = next((at for at, full in enumerate(_MONTHS, 1) if full.startswith(name)), None)
    try:
        year, day = int(found["y1"] or found["y2"]), int(found["d1"] or found["d2"])
        return date(year, month or 0, day), ("publication date from the dateline",)
    except ValueError:
        return None, ()


def _is_place(head: str) -> bool:
    """Tell a dateline's place from the head of a sentence ("The truce of", "On")."""
    parts = head.split()
    if parts[0].lower() in _NO_PLACE or not (head.endswith((",", ")")) or parts[0].isupper()):
        return False
    return all(
        part[0].isupper() or part[0] == "(" or part.split("-")[0] in _PARTICLES for part in parts
    )


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
