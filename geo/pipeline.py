"""Documents through the stages: one loop, for one document and for a stream.

A stage takes an annotation and gives it back with more in it. A document that makes a
stage fail is reported and counted; the others go on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo import dates, events, toponyms
from geo.errors import DocumentError, ModelError
from geo.model import Annotation, Document, Event, Resolution, Toponym, When
from geo.resolve import look_up, resolve

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from geo.documents import OnError
    from geo.gazetteer import Gazetteer

Stage = Callable[[Annotation], Annotation]
Recogniser = Callable[[Document, "Gazetteer"], list[Toponym]]
"""Finds place names, in order and not overlapping."""
Extractor = Callable[
    [Document, Sequence[Resolution], Sequence[When], events.SecondLook], list[Event]
]
"""Finds events, given the document's places and dates, and what looks up further names."""

_DOUBT = 0.7
"""How sure a name is that only its place in a sentence tells to be one."""
_LOG = logging.getLogger(__name__)


def stages(
    gazetteer: Gazetteer,
    *,
    demonyms: bool = False,
    recogniser: Recogniser = toponyms.recognise,
    extractor: Extractor = events.extract,
) -> tuple[Stage, ...]:
    """Give the stages in their order, each with the gazetteer it needs.

    Parameters
    ----------
    gazetteer : Gazetteer
    demonyms : bool, optional
        Whether adjectives and peoples ("Syrian", "Syrians") are kept among the names.
    recogniser : callable, optional
        What finds the names, such as :class:`geo.toponyms.spacy_names.SpacyRecogniser`;
        our own model by default.
    extractor : callable, optional
        What finds the events, such as :class:`geo.events.llm.LlmExtractor`; our own words
        by default.
    """

    def find_toponyms(seen: Annotation) -> Annotation:
        return replace(seen, toponyms=tuple(recogniser(seen.document, gazetteer)))

    def resolve_toponyms(seen: Annotation) -> Annotation:
        # Adjectives tell where a text plays, whether they are kept or not.
        found = resolve(seen.document, seen.toponyms, gazetteer)
        kept = tuple(each for each in found if demonyms or not each.toponym.demonym)
        return replace(seen, toponyms=tuple(each.toponym for each in kept), resolutions=kept)

    def find_dates(seen: Annotation) -> Annotation:
        return replace(seen, whens=tuple(dates.find(seen.document)))

    def extract_events(seen: Annotation) -> Annotation:
        countries = {each.place.country for each in seen.resolutions if each.place}

        def second_look(name: Toponym) -> Resolution:
            return _doubted(name, gazetteer, {code for code in countries if code})

        found = extractor(seen.document, seen.resolutions, seen.whens, second_look)
        return replace(seen, events=tuple(found))

    return find_toponyms, resolve_toponyms, find_dates, extract_events


def _doubted(name: Toponym, gazetteer: Gazetteer, countries: Collection[str]) -> Resolution:
    """Look for a name that was not recognised, in the countries that the text speaks of."""
    if not countries:
        return Resolution(name, None, 0.0, "")
    found = look_up(name.text, gazetteer, country=countries, misspelt=False)
    reason = f"{found.reason}; only where it stands says that it is a place"
    return replace(found, toponym=name, confidence=found.confidence * _DOUBT, reason=reason)


def annotate(document: Document, steps: Iterable[Stage]) -> Annotation:
    """Take one document through the stages."""
    seen = Annotation(document)
    for step in steps:
        seen = step(seen)
    return seen


def run(  # noqa: PLR0913  (each stage that can be another, by its name)
    documents: Iterable[Document],
    gazetteer: Gazetteer,
    *,
    demonyms: bool = False,
    recogniser: Recogniser = toponyms.recognise,
    extractor: Extractor = events.extract,
    on_error: OnError | None = None,
) -> Iterator[Annotation]:
    """Annotate documents one after the other.

    Parameters
    ----------
    documents : iterable of Document
    gazetteer : Gazetteer
    demonyms, recogniser, extractor : optional
        As for :func:`stages`.
    on_error : callable, optional
        Called with a :class:`~geo.errors.DocumentError` for a document that a stage
        fails on, which is a fault of this program; by default it is raised.

    Yields
    ------
    Annotation
        One for each document that did not fail, in order.

    Raises
    ------
    ModelError
        If the recogniser or the extractor cannot work at all, which is no document's fault.
    """
    steps = stages(gazetteer, demonyms=demonyms, recogniser=recogniser, extractor=extractor)
    for document in documents:
        try:
            yield annotate(document, steps)
        except ModelError:
            raise
        except Exception as error:
            _LOG.exception("document %s", document.id)
            reason = (
                f"this program failed on it ({type(error).__name__}: {error}); please report it"
            )
            refusal = DocumentError(reason, path=document.path or document.id)
            if on_error is None:
                raise refusal from error
            on_error(refusal)
