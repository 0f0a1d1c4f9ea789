"""Our own events and those that a language model adds, each of its values checked."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from geo.events.extractor import extract
from geo.events.llm.answers import MOST_EVENTS, read
from geo.events.llm.cache import Answers
from geo.events.llm.checking import Checker
from geo.events.llm.endpoint import Endpoint, NoAnswerError
from geo.events.llm.joining import joined
from geo.events.llm.page import Page, Refused
from geo.events.llm.pieces import Piece, pieces
from geo.events.llm.prompt import messages, question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from geo.events.neighbours import SecondLook
    from geo.model import Document, Event, Resolution, When

TIMEOUT = 120.0
"""Seconds for one answer."""
RETRIES = 2
PATIENCE = 3
"""After so many documents in a row without an answer, it is not asked any more."""

_LOG = logging.getLogger(__name__)


class LlmExtractor:
    """What finds events with our own words and a language model of the user's.

    It stands in for :func:`geo.events.extract`. httpx is imported when it is first called
    or loaded, and nothing is sent before it is called.

    Parameters
    ----------
    endpoint : str
        Base address of a server that speaks OpenAI's chat completions, such as
        ``http://localhost:11434/v1``.
    model : str
        The model's name, as the server knows it.
    cache : pathlib.Path, optional
        Folder in which answers are kept, so that a question is asked once; without it
        none is.
    key : str, optional
        Sent to the endpoint, and to nobody else, as a bearer token.
    timeout : float, optional
        Seconds for one answer, from the first byte sent to the last one read.
    retries : int, optional
        How often a question is asked again after a failure that may pass.
    on_refusal : callable, optional
        Called with each value of the model's that the text does not bear out; by default
        they are logged.
    on_warning : callable, optional
        Called with a sentence when a document is read without the model; by default it is
        logged.

    Raises
    ------
    ModelError
        If the address is none that can be asked.

    Examples
    --------
    >>> extractor = LlmExtractor("http://localhost:11434/v1", "some-model")
    >>> extractor.host, extractor.on_this_machine
    ('localhost:11434', True)
    """

    def __init__(  # noqa: PLR0913  (settings, each a word, all but two with defaults)
        self,
        endpoint: str,
        model: str,
        *,
        cache: Path | None = None,
        key: str | None = None,
        timeout: float = TIMEOUT,
        retries: int = RETRIES,
        on_refusal: Callable[[Refused], None] | None = None,
        on_warning: Callable[[str], None] | None = None,
    ) -> None:
        self._endpoint = Endpoint(endpoint, model, timeout=timeout, retries=retries, key=key)
        self._answers = Answers(cache, model) if cache else None
        self._on_refusal = on_refusal or _log_refusal
        self._on_warning = on_warning or _LOG.warning
        self._failures = 0
        self.model = model
        self.refused = 0
        """How many values of the model's were refused."""
        self.without = 0
        """How many documents were read without the model."""

    @property
    def host(self) -> str:
        """The endpoint's host, with the port if one is given."""
        return self._endpoint.host

    @property
    def on_this_machine(self) -> bool:
        """Whether the text of the documents stays on this machine, as far as is known."""
        return self._endpoint.on_this_machine

    @property
    def encrypted(self) -> bool:
        """Whether the text is encrypted on its way."""
        return self._endpoint.encrypted

    def load(self) -> None:
        """Load what it needs, if it is not loaded yet; nothing is sent.

        Raises
        ------
        ModelError
            If httpx is not installed.
        """
        self._endpoint.load()

    def __call__(
        self,
        document: Document,
        resolutions: Sequence[Resolution],
        whens: Sequence[When],
        second_look: SecondLook | None = None,
    ) -> list[Event]:
        """Find the events of a document.

        Parameters
        ----------
        document : Document
        resolutions : sequence of Resolution
            The document's places, in order.
        whens : sequence of When
            The document's dates, in order.
        second_look : callable, optional
            As for :func:`geo.events.extract`; it serves our own extractor.

        Returns
        -------
        list of Event
            Our own if the endpoint fails.

        Raises
        ------
        ModelError
            As :meth:`load` does.
        """
        self.load()
        own = extract(document, resolutions, whens, second_look)
        try:
            answers = [(piece, self._answer(document, piece)) for piece in pieces(document.text)]
        except NoAnswerError as error:
            self._go_without(document, str(error))
            return own
        checker = Checker(Page(document, resolutions, whens), self.model, self._refuse)
        proposed: list[Event] = []
        for piece, items in answers:
            for item in items[:MOST_EVENTS]:
                event = checker.event(item, piece)
                if event is not None:
                    proposed.append(event)
            if len(items) > MOST_EVENTS:
                left = f"{len(items) - MOST_EVENTS:,} events"
                checker.refuse("event", left, f"a piece has {MOST_EVENTS} events at most")
        return joined(own, proposed, self.model, checker.refuse)

    def _answer(self, document: Document, piece: Piece) -> list[object]:
        """Give what the model says of a piece, from the cache if it was asked before."""
        asked = question(document, piece.text)
        known = self._answers.get(asked) if self._answers else None
        if known is not None:
            return known
        if self._failures >= PATIENCE:
            raise NoAnswerError
        found = self._endpoint.ask(messages(asked), read)
        self._failures = 0
        self._keep(asked, found)
        return found

    def _keep(self, asked: str, found: list[object]) -> None:
        if self._answers is None:
            return
        try:
            self._answers.put(asked, found)
        except (OSError, RecursionError) as error:
            self._answers = None
            self._on_warning(f"the language model's answers cannot be kept: {error}")

    def _go_without(self, document: Document, reason: str) -> None:
        self.without += 1
        if not reason:
            return  # it was said that no more is asked
        self._failures += 1
        self._on_warning(
            f"{document.path or document.id}: read without the language model at {self.host}:"
            f" {reason}"
        )
        if self._failures >= PATIENCE:
            self._on_warning(
                f"the language model at {self.host} failed {PATIENCE} times in a row and is not"
                " asked any more; the documents that follow are read without it"
            )

    def _refuse(self, refused: Refused) -> None:
        self.refused += 1
        self._on_refusal(refused)


def _log_refusal(refused: Refused) -> None:
    _LOG.info(
        "%s: %s %r refused: %s", refused.document, refused.field, refused.value, refused.reason
    )
