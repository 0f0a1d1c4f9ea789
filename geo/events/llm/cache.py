"""Answers kept on disk, so that the same question is asked once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from geo.events.llm.answers import events_of
from geo.events.llm.prompt import VERSION
from geo.files import replacing
from geo.text import content_id

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 4_000_000
"""A larger file is none that was written here."""


class Answers:
    """A folder of answers by model and question, whichever endpoint gave them.

    Parameters
    ----------
    folder : pathlib.Path
        Made when the first answer is kept.
    model : str
    """

    def __init__(self, folder: Path, model: str) -> None:
        self._folder = folder
        self._model = model

    def get(self, question: str) -> list[object] | None:
        """Give the events that were answered; None if there are none, or the file is damaged."""
        path = self._path(question)
        try:
            if path.stat().st_size > _MOST_BYTES:
                return None
            kept = json.loads(path.read_bytes())
            if kept["question"] != question or kept["model"] != self._model:
                return None
            return events_of(kept)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def put(self, question: str, events: list[object]) -> None:
        """Keep an answer.

        Raises
        ------
        OSError
            If the folder cannot be written.
        """
        data = json.dumps({"model": self._model, "question": question, "events": events})
        with replacing(self._path(question)) as temporary:
            temporary.write_text(data, encoding="ascii")

    def _path(self, question: str) -> Path:
        key = content_id(VERSION, self._model, question)
        return self._folder / key[:2] / f"{key}.json"
