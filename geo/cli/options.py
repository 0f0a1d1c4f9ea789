"""Options and arguments that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from geo import documents, timemap


def _day(value: str) -> date:
    try:
        return documents.parse_day(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _language(value: str) -> str:
    if value not in timemap.LANGUAGES:
        message = f"the map has no language {value!r}; it has {', '.join(timemap.LANGUAGES)}"
        raise typer.BadParameter(message)
    return value


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help=f"Files ({', '.join(documents.KINDS)}), folders, globs, or - for standard input.",
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        parser=_day,
        metavar="DATE",
        help="Publication date (YYYY-MM-DD) of reports that state none.",
    ),
]
Cache = Annotated[
    Path | None,
    typer.Option(
        envvar="DATELINE_CACHE", metavar="FOLDER", help="Where the gazetteer's index is kept."
    ),
]
Mentions = Annotated[
    bool, typer.Option("--mentions", help="Keep places named without an event, as rows too.")
]
Separate = Annotated[
    bool,
    typer.Option("--separate", help="Keep a row for each time that the same event is told."),
]
Spacy = Annotated[
    str | None,
    typer.Option(
        metavar="MODEL",
        help="Find place names with this installed spaCy model, a name or a folder, instead of"
        " our own.",
    ),
]
Language = Annotated[
    str,
    typer.Option(
        parser=_language,
        metavar="LANGUAGE",
        help=f"Of the page's own words: {', '.join(timemap.LANGUAGES)}. Reports stay as they are.",
    ),
]
Llm = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Let a language model behind this OpenAI-compatible address propose events too, each"
        " value checked against the text. Its key, if it wants one, is read from"
        " DATELINE_LLM_KEY.",
    ),
]
LlmModel = Annotated[
    str | None, typer.Option(metavar="NAME", help="The language model, as its server knows it.")
]
LlmTimeout = Annotated[
    float, typer.Option(metavar="SECONDS", min=0.1, help="How long one answer may take.")
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Name each value of the language model's not believed."),
]
