"""``dateline explain``: why words are place names, and why names are those places."""

from __future__ import annotations

import json
import math
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from geo import documents
from geo.cli.lines import explanation_line
from geo.cli.options import Cache, Published
from geo.cli.telling import OUT, counted, inert, opened, tell, write
from geo.errors import GeoError
from geo.explaining import Argument, Comparison, Explanation, Reading, Span, Whereabouts
from geo.explaining import explain as explained
from geo.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterable

EXAMPLES = (
    "Examples: dateline explain 'Shells fell on Tripoli, Lebanon, on Sunday.' --published"
    " 2020-03-02 · cat report.txt | dateline explain - --json"
)
_SHOWN = 4
"""So many arguments each way, and so many readings, are printed; --json gives all."""
_AROUND = 30
"""So many characters of the text are shown on each side of a name."""
_FAINT = 0.05
"""What counts for less is not worth a person's time."""
_LONGEST_PATH = 255
_SURE = 0.995
_MOST_TIMES, _FEW_TIMES = 1000, 10


def explain(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|-", help="A report, or - for standard input.")
    ],
    *,
    published: Published = None,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="HOST", help="Host name of who published it, which speaks for places there."
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One object of JSON, with every argument.")
    ] = False,
    cache: Cache = None,
) -> None:
    """Say why words are taken as place names, why each is that place, and how dates are read."""
    document = document_of(text, published, source)
    found = explained(document, opened(cache))
    if as_json:
        write(json.dumps(explanation_line(found), ensure_ascii=False) + "\n")
    else:
        _print(found)


def document_of(
    text: str, published: date | None, source: str | None, command: str = "explain"
) -> Document:
    """Give the document that was typed or comes from standard input."""
    if text == documents.STDIN:
        data = sys.stdin.buffer.read()
        (document,) = documents.from_bytes(text, data, kind=".txt", published=published)
        return replace(document, source=document.source or source)
    if len(text) <= _LONGEST_PATH and "\0" not in text and Path(text).is_file():
        message = f"{text} is a file; give what it says with: dateline {command} - < {text}"
        raise GeoError(message)
    return documents.from_text(text, published=published, source=source)


def _print(found: Explanation) -> None:
    """Print an explanation for a person: names taken first, then what was left."""
    text = found.document.text
    taken = [span for span in found.spans if span.taken]
    left = [span for span in found.spans if not span.taken]
    told: set[tuple[str, tuple[Reading, ...]]] = set()
    for span in taken:
        _show(_taken(span, text, told))
    if left:
        tree = Tree(_cell("Not taken as place names", "bold"))
        for span in left:
            branch = tree.add(_head(span, text))
            branch.add(_cell(span.why_not))
            _add_arguments(branch, span)
        _show(tree)
    if found.whens:
        tree = Tree(_cell("Dates", "bold"))
        for when in found.whens:
            days = " to ".join(dict.fromkeys(str(day) for day in (when.first, when.last) if day))
            tree.add(_cell(f"“{when.text}”: {days or 'stays open'}; {when.anchor}"))
        _show(tree)
    if not found.spans:
        tell("No words of the text are a name that the gazetteer knows.")
        return
    tell(
        f"{counted(len(taken), 'place name')} among {counted(len(found.spans), 'candidate')}."
        " A number tells what an argument counts for: +1 makes a thing 2.7 times as likely,"
        f" −1 as much less. Every candidate starts from {_signed(found.start)}."
        " Only the strongest arguments are shown; --json gives all."
    )


def _show(tree: Tree) -> None:
    OUT.print(tree, soft_wrap=False)
    OUT.print()


def _cell(text: str, style: str = "") -> Text:
    """Make a line of text that may come from a document: nothing in it is obeyed."""
    return Text(inert(" ".join(text.split())), style=style)


def _taken(span: Span, text: str, told: set[tuple[str, tuple[Reading, ...]]]) -> Tree:
    """Draw a name that was taken, with its places unless they are told already."""
    tree = Tree(_head(span, text))
    _add_arguments(tree, span)
    where = span.whereabouts
    if where is None:
        return tree
    tree.add(_answer(where))
    key = (span.toponym.text, where.readings)
    if key in told:
        tree.add(_cell("the places that may be meant are weighed as above"))
    elif len(where.readings) > 1:
        told.add(key)
        branch = tree.add(_cell(f"{len(where.readings)} places may be meant:"))
        branch.add(_readings(where.readings))
        for each in where.comparisons:
            branch = tree.add(_cell(_comparing(each, where)))
            for line in _strongest(each.arguments, most=2 * _SHOWN):
                branch.add(_cell(line))
    return tree


def _head(span: Span, text: str) -> Text:
    """Say which words it is about, what was made of them and how sure that is."""
    toponym = span.toponym
    before = text[max(0, toponym.start - _AROUND) : toponym.start]
    behind = text[toponym.end : toponym.end + _AROUND]
    # Only whole words are shown of what stands around.
    if toponym.start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if toponym.end + _AROUND < len(text):
        behind = behind.rpartition(" ")[0] + " …"
    told = [f"{_share(span.belief)} likely a place name"]
    if span.by_rule:
        told = ["a place name by the rules for Arabic and Turkish"]
    if toponym.demonym:
        told.append("an adjective or people, so no event is put there")
    if toponym.metonymic:
        told.append("stands for those who govern there")
    return Text.assemble(
        _cell(toponym.text, "bold"),
        ": ",
        _cell("; ".join(told)),
        "  ",
        _cell(f"“{before}{toponym.text}{behind}”", "dim"),
    )


def _add_arguments(tree: Tree, span: Span) -> None:
    for title, sign in (("for", 1), ("against", -1)):
        told = _strongest(each for each in span.arguments if each.weight * sign > 0)
        if told:
            tree.add(_cell(f"{title}: {' · '.join(told)}"))


def _strongest(arguments: Iterable[Argument], *, most: int = _SHOWN) -> list[str]:
    """Tell the strongest arguments; they come in that order."""
    told = [each for each in arguments if abs(each.weight) >= _FAINT][:most]
    return [f"{_signed(each.weight)} {each.words}" for each in told]


def _answer(where: Whereabouts) -> Text:
    """Say where a name is, with the reason of the event's card, or that it stays open."""
    resolution = where.resolution
    if resolution.place is None:
        return _cell(f"→ stays open: {resolution.reason}", "yellow")
    sure = f"confidence {resolution.confidence:.2f}"
    return _cell(f"→ {_told(where.readings[0])}, {sure}: {resolution.reason}", "green")


def _told(reading: Reading) -> str:
    """Name a place with what it is and where."""
    inside = (reading.place.admin1, reading.country)
    parts = [part for part in dict.fromkeys(inside) if part and part != reading.place.name]
    return f"{reading.place.name} ({', '.join((reading.kind, *parts))})"


def _readings(readings: tuple[Reading, ...]) -> Table:
    table = Table("belief", "place", "kind", "country", "province or state", "", box=None)
    shown = readings if len(readings) == _SHOWN + 1 else readings[:_SHOWN]
    for at, each in enumerate(shown):
        same = "as good as the same place" if at and each.same else ""
        cells = (each.place.name, each.kind, each.country, each.place.admin1, same)
        table.add_row(_share(each.belief), *(_cell(cell or "") for cell in cells))
    if rest := readings[len(shown) :]:
        together = sum(each.belief for each in rest)
        table.add_row(_share(together), f"{len(rest)} others together")
    return table


def _comparing(comparison: Comparison, where: Whereabouts) -> str:
    """Say which two readings are compared, and by how much the first is ahead."""
    told = {each.place.id: _told(each) for each in where.readings}
    both = (comparison.winner, comparison.other)
    winner, other = (told[place.id] for place in both)
    if winner == other:
        winner, other = (f"{told[place.id]} at {place.lat:.2f}, {place.lon:.2f}" for place in both)
    return f"{winner} is {_times(comparison.lead)} as likely as {other}:"


def _times(lead: float) -> str:
    """Say how many times as likely something is, by the logarithm of it."""
    if lead > math.log(_MOST_TIMES):
        return f"over {_MOST_TIMES:,} times"
    times = math.exp(lead)
    return f"{times:,.0f} times" if times > _FEW_TIMES else f"{times:.1f} times"


def _signed(weight: float) -> str:
    return f"{weight:+.1f}".replace("-", "−")


def _share(belief: float) -> str:
    """Say a probability; nothing is certain."""
    if belief > _SURE:
        return "over 99 %"
    return "under 1 %" if belief < 1 - _SURE else f"{100 * belief:.0f} %"
