"""``--llm``: a language model beside our own words, and what a person is told of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer

from geo import events
from geo.cli.telling import counted, say
from geo.events.llm import LlmExtractor, Refused
from geo.gazetteer.store import default_cache

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Extractor

_KEY = "DATELINE_LLM_KEY"


class Asking:
    """What finds the events: our own words alone, or a language model too.

    Parameters
    ----------
    url, model : str or None
        Both or neither.
    timeout : float
        Seconds for one answer.
    cache : pathlib.Path or None
        Folder of what is built and kept; the user's by default.
    verbose : bool
        Whether each refused value is told.

    Raises
    ------
    typer.BadParameter
        If only one of address and name is given.
    ModelError
        If the model cannot be asked.
    """

    def __init__(
        self,
        url: str | None,
        model: str | None,
        *,
        timeout: float,
        cache: Path | None,
        verbose: bool,
    ) -> None:
        self._verbose = verbose
        self._llm: LlmExtractor | None = None
        if url is None and model is None:
            return
        if not url or not model:
            message = "--llm URL and --llm-model NAME are given together"
            raise typer.BadParameter(message)
        self._llm = LlmExtractor(
            url,
            model,
            cache=(cache or default_cache()) / "llm",
            key=os.environ.get(_KEY),
            timeout=timeout,
            on_refusal=self._refuse,
            on_warning=lambda text: say(text, style="yellow"),
        )
        self._llm.load()
        if not self._llm.on_this_machine:
            openly = "" if self._llm.encrypted else ", unencrypted"
            say(
                f"The text of the reports leaves this machine: it is sent to"
                f" {self._llm.host} for {model}{openly}.",
                style="yellow",
            )

    @property
    def extractor(self) -> Extractor:
        """What the pipeline calls."""
        return self._llm or events.extract

    def finish(self) -> None:
        """Say how much of what the model proposed was not believed."""
        if self._llm is None:
            return
        if self._llm.refused:
            were = "was" if self._llm.refused == 1 else "were"
            more = "" if self._verbose else "; -v names them"
            say(f"{counted(self._llm.refused, 'value')} of the model's {were} refused{more}")
        if self._llm.without:
            were = "was" if self._llm.without == 1 else "were"
            say(f"{counted(self._llm.without, 'report')} {were} read without the language model")

    def _refuse(self, refused: Refused) -> None:
        if self._verbose:
            say(
                f"{refused.document}: the model's {refused.field} “{refused.value}” was refused:"
                f" {refused.reason}",
                style="dim",
            )
