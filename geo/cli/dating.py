"""``dateline dates``: the time expressions of a text, and how each was read."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from geo import dates as dating
from geo.cli.explaining import document_of
from geo.cli.lines import date_fields
from geo.cli.options import Published
from geo.cli.telling import OUT, inert, say, write

if TYPE_CHECKING:
    from geo.model import When

EXAMPLES = (
    "Examples: dateline dates 'It fell on Friday, two days after talks.' --published 2020-03-02"
    " · cat report.txt | dateline dates - --json"
)


class Order(StrEnum):
    """How dates in numbers are written."""

    dmy = "dmy"
    mdy = "mdy"


def dates(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|-", help="A report, or - for standard input.")
    ],
    *,
    published: Published = None,
    order: Annotated[
        Order | None,
        typer.Option(
            "--date-order",
            help="How to read 3/4/2020; without it what the text shows decides, or it stays open.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON an expression.")] = False,
) -> None:
    """Say which days the time expressions of a text mean, and what each was counted from."""
    document = document_of(text, published, None, "dates")
    found = dating.find(document, order=order.value if order else None)
    if as_json:
        for when in found:
            write(json.dumps(date_fields(when), ensure_ascii=False) + "\n")
        return
    if not found:
        say("No time expression was found.")
        return
    table = Table("span", "words", "type", "value", "days", "precision", "role", "anchor", "rule")
    for when in found:
        table.add_row(*(Text(inert(cell)) for cell in _cells(when)))
    OUT.print(table)


def _cells(when: When) -> list[str]:
    days = "open" if when.first is None else f"{when.first}"
    if when.last not in {None, when.first}:
        days += f" to {when.last}"
    span = f"{when.start}–{when.end}"
    return [span, when.text, when.type, when.value, days, when.precision, when.role, when.anchor,
            when.rule]  # fmt: skip
