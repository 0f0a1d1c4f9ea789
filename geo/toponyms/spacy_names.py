"""Place names found by a spaCy model, for those who have one: an optional extra.

It stands in for :func:`geo.toponyms.recognise`, and spaCy is imported only when it is
first called or loaded.
"""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from geo.errors import ModelError
from geo.gazetteer import Gazetteer, Role
from geo.model import Document, Toponym
from geo.text import name_key
from geo.toponyms.metonyms import is_metonym
from geo.toponyms.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Countries and towns, other places, buildings and roads."""
_PEOPLES = "NORP"
"""Nationalities, but also faiths and parties, which name no place."""
_NAMELESS = frozenset({
    "tok2vec", "transformer", "tagger", "morphologizer", "parser", "senter", "sentencizer",
    "attribute_ruler", "lemmatizer", "textcat", "textcat_multilabel",
})  # fmt: skip
"""Parts of models that find no names."""
_ARTICLE = re.compile(r"the(?:\s+|$)", re.IGNORECASE)
_LEADING = re.compile(r"[\s\"“”'‘’(\[]+")
_TRAILING = re.compile(r"(?:[\s\"“”'‘’)\],;:]|['’]s)+$", re.IGNORECASE)


class SpacyRecogniser:
    """What finds place names with an installed spaCy model.

    Parameters
    ----------
    model : str
        The name of an installed model, such as "en_core_web_sm", or the folder of one.

    Examples
    --------
    >>> from geo.toponyms.spacy_names import SpacyRecogniser
    >>> SpacyRecogniser("en_core_web_sm").model
    'en_core_web_sm'
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self._nlp: Any = None

    def load(self) -> None:
        """Load the model, if it is not loaded yet.

        Raises
        ------
        ModelError
            If spaCy or the model is not installed, or the model cannot be loaded or finds
            no names.
        """
        if self._nlp is not None:
            return
        if find_spec("spacy") is None:
            message = "spaCy is not installed; install it with: pip install 'dateline[spacy]'"
            raise ModelError(message)
        try:
            nlp = import_module("spacy").load(self.model)
        except Exception as error:
            reason = " ".join(str(error).split())
            message = (
                f"the spaCy model {self.model!r} cannot be loaded ({reason}); name an installed"
                " one or its folder, or install one with: python -m spacy download NAME"
            )
            raise ModelError(message) from error
        if _NAMELESS.issuperset(nlp.pipe_names):
            parts = ", ".join(nlp.pipe_names) or "nothing"
            message = (
                f"the spaCy model {self.model!r} finds no names: it has {parts}; choose one with"
                " a part that does, such as “ner”"
            )
            raise ModelError(message)
        self._nlp = nlp

    def __call__(self, document: Document, gazetteer: Gazetteer) -> list[Toponym]:
        """Find the place names of a document.

        Parameters
        ----------
        document : Document
        gazetteer : Gazetteer
            Tells nationalities from faiths and parties, and states from other places.

        Returns
        -------
        list of Toponym
            In order, not overlapping, as :func:`geo.toponyms.recognise` gives them.

        Raises
        ------
        ModelError
            As :meth:`load` does.
        """
        self.load()
        return list(self._toponyms(document.text, gazetteer))

    def _toponyms(self, text: str, gazetteer: Gazetteer) -> Iterator[Toponym]:
        page = Page.of(text, gazetteer)
        acting = {
            (page.words[each.first].start, page.end(each))
            for each in page.candidates
            if is_metonym(page, each)
        }
        for entity in self._nlp(text).ents:
            people = entity.label_ == _PEOPLES
            if not people and entity.label_ not in _PLACES:
                continue
            start, end = _trimmed(text, entity.start_char, entity.end_char, gazetteer)
            name = text[start:end]
            if start < end and (not people or _is_nationality(name, gazetteer)):
                yield Toponym(start, end, name, people, not people and (start, end) in acting)


def _trimmed(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """Leave out a leading "the", a possessive ending, and signs around a name."""
    if trailing := _TRAILING.search(text, start, end):
        end = trailing.start()
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    article = _ARTICLE.match(text, start, end)
    if article and not _has_article(text[start:end], gazetteer):
        start = article.end()
    return start, end


def _has_article(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the article belongs to the name: "The Hague", but not "the Netherlands"."""
    found = gazetteer.by_key(name_key(name))
    return name[0].isupper() and any(match.place.name.startswith("The ") for match in found)


def _is_nationality(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether some place has the name as its adjective or people."""
    return any(match.role is Role.DEMONYM for match in gazetteer.by_key(name_key(name)))
