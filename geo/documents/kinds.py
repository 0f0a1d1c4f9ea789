"""What the kinds of files hold: a report with front matter, JSON lines, a web page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from geo.documents.published import date_in_text, parse_day
from geo.errors import DocumentError
from geo.model import Document
from geo.text import content_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SURROGATE = re.compile("[\ud800-\udfff]")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_FIELDS = ("id", "title", "source", "url", "published", "language")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report stands, and what was known of it before it was read."""

    path: str
    published: date | None
    """As the caller gave it."""
    notes: tuple[str, ...]
    line: int | None = None

    def fault(self, reason: str, *, field: str | None = None) -> DocumentError:
        """Make the error that names this place."""
        return DocumentError(reason, path=self.path, line=self.line, field=field)


def report(origin: Origin, text: str, given: dict[str, Any] | None = None) -> Document:
    """Read a text with optional front matter: lines of ``name: value``.

    What is given stands in for fields that the front matter leaves out.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return _document(origin, text, given or {})
    fields, odd = _front_matter(origin, match.group(1))
    body = text[match.end() :].strip("\n")
    filled = {name: value for name, value in fields.items() if value}
    return _document(replace(origin, notes=origin.notes + odd), body, {**(given or {}), **filled})


def _front_matter(origin: Origin, block: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    fields: dict[str, Any] = {}
    odd = []
    for line, text in enumerate(block.split("\n"), start=2):
        name, colon, value = (part.strip() for part in text.partition(":"))
        # Lists and nested values belong to a field that is not used.
        if not text.strip() or text[0] in "#-" or text[0].isspace():
            continue
        if not colon:
            raise replace(origin, line=line).fault("is not of the form 'name: value'")
        if name not in _FIELDS:
            odd.append(f"front matter field {name!r} is not used")
            continue
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        fields[name] = value[1:-1] if quoted else value
    return fields, tuple(odd)


def json_lines(
    origin: Origin, text: str, refuse: Callable[[DocumentError], None]
) -> Iterator[Document]:
    """Read one document a line; a bad line is refused and the others go on."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            document = _json_line(replace(origin, line=number), line)
        except DocumentError as error:
            refuse(error)
        else:
            yield document


def _json_line(origin: Origin, line: str) -> Document:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = f'is not JSON: {error}; a document a line is wanted, such as {{"text": "…"}}'
        raise origin.fault(reason) from None
    if not isinstance(fields, dict):
        raise origin.fault("is not a JSON object")
    text = fields.get("text")
    if not isinstance(text, str):
        raise origin.fault("has to be a text", field="text")
    return _document(origin, text, fields)


def web_page(origin: Origin, text: str) -> Document:
    """Read the article out of a saved web page, with trafilatura."""
    # Loaded here since it takes a second, and most folders hold no web page.
    import trafilatura  # noqa: PLC0415

    try:
        page: Any = trafilatura.bare_extraction(
            text,
            with_metadata=True,
            include_comments=False,
            # A wide search takes the year of a copyright line for the day of publication.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:
        reason = f"the page cannot be read ({type(error).__name__}: {error})"
        raise origin.fault(reason) from error
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
    origin: Origin, text: str, fields: dict[str, Any], *, page_date: str | None = None
) -> Document:
    if not text.strip():
        raise origin.fault("it holds no text")
    text, notes = whole(text)
    given = {name: _text_field(origin, fields, name) for name in _FIELDS}
    day, more = _published(origin, given["published"], text, page_date)
    url = given["url"]
    return Document(
        id=given["id"] or content_id(text, day or "", url or ""),
        text=text,
        title=given["title"],
        source=given["source"] or host(url),
        url=url,
        published=day,
        language=given["language"],
        path=origin.path,
        notes=origin.notes + notes + more,
    )


def _published(
    origin: Origin, stated: str | None, text: str, page_date: str | None
) -> tuple[date | None, tuple[str, ...]]:
    """Take the publication date from the first that gives one, with a note on which."""
    if stated:
        try:
            return parse_day(stated), ()
        except ValueError as error:
            raise origin.fault(str(error), field="published") from None
    day, notes = date_in_text(text)
    if day is None and page_date:
        day, notes = parse_day(page_date), ("publication date from the page's metadata",)
    if day is None and origin.published is not None:
        day, notes = origin.published, ("publication date as given by you",)
    return day, notes


def whole(text: str) -> tuple[str, tuple[str, ...]]:
    """Replace halves of characters, which JSON may hold and no file can."""
    whole = _SURROGATE.sub("\ufffd", text)
    return whole, () if whole == text else ("half characters (lone surrogates) were replaced",)


def _text_field(origin: Origin, fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise origin.fault("has to be a text", field=name)
    return _SURROGATE.sub("\ufffd", value)


def host(url: str | None) -> str | None:
    """Give the host of an address, as the name of a source that has no other."""
    if not url:
        return None
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
