"""The library's front door: texts in, a GeoDataFrame out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from geo import documents, explaining, pipeline, resolve
from geo.errors import DocumentError
from geo.frame import to_frame
from geo.gazetteer import Gazetteer
from geo.model import Document, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    import geopandas as gpd


def parse(  # noqa: PLR0913  (all but the text by name)
    text_or_documents: str | Document | Iterable[str | Document],
    *,
    published: date | str | None = None,
    gazetteer: Gazetteer | None = None,
    mentions: bool = False,
    merged: bool = True,
    on_error: documents.OnError | None = None,
) -> gpd.GeoDataFrame:
    """Find the events of a text, a document or a stream of either.

    Parameters
    ----------
    text_or_documents : str, Document or iterable of these
        Reports as texts, or documents as :func:`geo.documents.read` gives them from
        files and folders.
    published : datetime.date or str, optional
        Publication date of each text that states none itself ("2020-03-02"); relative
        dates hang on it. Without it they stay open. Documents bring their own.
    gazetteer : Gazetteer, optional
        The default one is opened (and on first use built) if none is given.
    mentions : bool, default False
        Whether places named without an event become rows too.
    merged : bool, default True
        Whether an event that is told several times is one row, with all its tellings.
    on_error : callable, optional
        Called with a :class:`~geo.errors.DocumentError` for each document that is
        refused, such as one that came before; by default the first one is raised.

    Returns
    -------
    geopandas.GeoDataFrame
        One row an event, with the columns of :mod:`geo.schema`; points are EPSG:4326,
        x = longitude, y = latitude in degrees.

    Raises
    ------
    ValueError
        If `published` is not a day.
    DocumentError
        If a text is empty or names a file or folder, which has to be read first.
    GazetteerError
        If the gazetteer cannot be built or opened.

    Examples
    --------
    >>> events = parse("Two people were killed in Idlib on Sunday.", published="2020-03-02")
    >>> events.loc[0, "location"], str(events.loc[0, "date_start"].date())
    ('Idlib', '2020-03-01')
    """
    day = _day(published)
    if isinstance(text_or_documents, (str, os.PathLike)):
        reports: Iterable[Document] = [_document(text_or_documents, day)]
    elif isinstance(text_or_documents, Document):
        reports = [text_or_documents]
    else:
        found = _documents(text_or_documents, day, on_error)
        reports = documents.distinct(found, on_error=on_error)
    places = gazetteer or Gazetteer.open()
    seen = pipeline.run(reports, places, on_error=on_error)
    return to_frame(seen, mentions=mentions, merged=merged)


def explain(
    text: str | Document,
    *,
    published: date | str | None = None,
    source: str | None = None,
    gazetteer: Gazetteer | None = None,
) -> explaining.Explanation:
    """Say why words of a text are place names, and why each name is the place it is.

    Parameters
    ----------
    text : str or Document
    published : datetime.date or str, optional
        As for :func:`parse`.
    source : str, optional
        The host name of who published it. Documents bring their own.
    gazetteer : Gazetteer, optional

    Returns
    -------
    Explanation
        Every candidate with what spoke for and against it; of those taken also the places
        that may be meant, ranked, and what told the first from the next.

    Raises
    ------
    ValueError
        If `published` is not a day, or the text is empty.

    Examples
    --------
    >>> (name,) = (span for span in explain("Snow fell in Tripoli.").spans if span.taken)
    >>> [reading.country for reading in name.whereabouts.readings[:2]]
    ['Libya', 'Lebanon']
    """
    if isinstance(text, str):
        text = documents.from_text(text, published=_day(published), source=source)
    return explaining.explain(text, gazetteer or Gazetteer.open())


def geocode(
    name: str, *, country: str | None = None, gazetteer: Gazetteer | None = None
) -> Resolution:
    """Find where a place is by its name.

    Parameters
    ----------
    name : str
        "Aleppo", "Tripoli, Lebanon", in any spelling that the gazetteer knows.
    country : str, optional
        ISO 3166-1 alpha-2 code; only places there are considered.
    gazetteer : Gazetteer, optional

    Returns
    -------
    Resolution
        With a reason and alternatives; its place is None if there is none.

    Examples
    --------
    >>> place = geocode("Aleppo").place
    >>> round(place.lat, 1), round(place.lon, 1)
    (36.2, 37.2)
    """
    return resolve.look_up(name, gazetteer or Gazetteer.open(), country=country)


def _documents(
    given: Iterable[str | Document], day: date | None, on_error: documents.OnError | None
) -> Iterator[Document]:
    """Make documents of the texts in a stream; an empty text is refused, a path stops it."""
    if isinstance(given, Mapping) or hasattr(given, "columns"):
        # Going through these gives keys, and names of columns, which are no reports.
        reason = "is no report; give its column of texts, or a list of texts"
        raise DocumentError(reason, path=type(given).__name__)
    for each in given:
        try:
            yield _document(each, day)
        except DocumentError as error:
            if on_error is None or error.path != _TEXT:
                raise
            on_error(error)


_TEXT = "the text"
"""What errors of :func:`geo.documents.from_text` call it."""


def _document(given: object, day: date | None) -> Document:
    if isinstance(given, Document):
        return given
    if isinstance(given, str) and not _names_a_file(given):
        return documents.from_text(given, published=day)
    if isinstance(given, (str, os.PathLike)):
        path = os.fspath(given)
        how = f"geo.parse(geo.documents.read([{path!r}]))"
        if str(path).lower().endswith((".csv", ".geojson", ".json")):
            how = f"geo.read_events({path!r}), if it is a table of events"
        reason = f"this is a path, not the text of a report; read what is there with {how}"
        raise DocumentError(reason, path=str(path))
    reason = "is no report; give texts, or documents as geo.documents.read gives them"
    raise DocumentError(reason, path=type(given).__name__)


def _names_a_file(text: str) -> bool:
    # Unlike Path.exists it takes any text: one too long for a name is no path.
    return len(text.splitlines()) == 1 and os.path.exists(text)  # noqa: PTH110


def _day(given: date | str | None) -> date | None:
    day = documents.parse_day(given) if isinstance(given, str) else given
    return day.date() if isinstance(day, datetime) else day
