"""Stories: captions in order, each with a range of days and a view of the map.

A story is written by hand, so every fault is named with its line and field, and all of
them at once. PyYAML reads it: TOML, which the standard library reads, has no pleasant way
to write a list of steps with sentences in them, and only PyYAML's nodes know their lines.
Nothing but plain values is ever made of a node.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from geo.errors import StoryError

if TYPE_CHECKING:
    import os

_EPOCH = date(1970, 1, 1).toordinal()
_MODES = ("window", "cumulative")
_ZOOMS = (1, 14)
_LARGEST = 1_000_000
_MOST_VALUES = 100_000
_FORM = "A story is a title, which may be left out, and a list of steps."


def told(
    story: str | os.PathLike[str] | Sequence[Mapping[str, Any]] | None,
    *,
    event_ids: Collection[str] | None = None,
) -> dict[str, Any] | None:
    """Read a story and check it.

    Parameters
    ----------
    story : path or list of dict, optional
        A YAML file, or its steps.
    event_ids : collection of str, optional
        The events that a step may select; None asks no further.

    Returns
    -------
    dict or None
        ``title`` (or None) and ``steps``: in each ``caption`` and, where given, ``from``
        and ``to`` (days since 1970-01-01), ``center`` (latitude, longitude), ``zoom``,
        ``mode`` and ``select``.

    Raises
    ------
    StoryError
        With every fault, each with its file, line and field.
    """
    if story is None:
        return None
    if isinstance(story, (str, Path)) or hasattr(story, "__fspath__"):
        reader = _Reader(str(story), event_ids)
        root = _composed(Path(story), reader)
    else:
        reader = _Reader("story", event_ids)
        root = _of_values(list(story) if isinstance(story, (list, tuple)) else story, "")
        if not isinstance(root.value, list):
            raise StoryError(("story: give a path, or a list of steps.",))
        root = _Node({"steps": (None, root)}, "")
    content = reader.story(root)
    if reader.faults:
        raise StoryError(tuple(reader.faults))
    return content


@dataclass(frozen=True)
class _Node:
    """A value and where it was written."""

    value: Any
    """A plain value, a list of nodes, or a dict from a key to (where the key is, node)."""
    where: str
    """"line 3" or "step 2"."""
    repeated: tuple[tuple[str, str], ...] = ()
    """Keys that were given twice, and where again."""


def _composed(path: Path, reader: _Reader) -> _Node:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise StoryError((f"{path}: cannot be read ({reason}).",)) from error
    if len(text) > _LARGEST:
        raise StoryError((f"{path}: is longer than {_LARGEST:,} characters.",))
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        return _Node(None, "line 1") if node is None else _of_yaml(node, reader, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", line {mark.line + 1}" if mark else ""
        problem = error.problem or "unreadable"
        raise StoryError((f"{path}{line}: this is not YAML ({problem}).",)) from error
    except yaml.YAMLError as error:
        raise StoryError((f"{path}: this is not YAML ({error}).",)) from error
    except RecursionError:
        raise StoryError((f"{path}: is nested too deeply. {_FORM}",)) from None


def _of_yaml(node: yaml.Node, reader: _Reader, above: tuple[yaml.Node, ...]) -> _Node:
    where = f"line {node.start_mark.line + 1}"
    reader.values += 1
    if reader.values > _MOST_VALUES:
        raise StoryError((f"{reader.name}: holds more than {_MOST_VALUES:,} values. {_FORM}",))
    # A story is no deeper than steps, step, center, number; what is, is refused by its reader.
    if node in above or len(above) > 4:  # noqa: PLR2004
        return _Node(..., where)
    above = (*above, node)
    if isinstance(node, yaml.SequenceNode):
        return _Node([_of_yaml(each, reader, above) for each in node.value], where)
    if isinstance(node, yaml.MappingNode):
        content: dict[str, tuple[str | None, _Node]] = {}
        repeated = []
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            at = f"line {key.start_mark.line + 1}"
            if name in content:
                repeated.append((name, at))
            content[name] = (at, _of_yaml(value, reader, above))
        return _Node(content, where, tuple(repeated))
    try:
        value = yaml.SafeLoader("").construct_object(node)
    except (yaml.YAMLError, ValueError):
        # "2020-02-31" looks like a day to YAML and is none; a tag of one's own is no value.
        value = node.value if node.tag == "tag:yaml.org,2002:timestamp" else ...
    return _Node(value, where)


def _of_values(value: object, where: str) -> _Node:
    """Make the same nodes of values that were handed over as such."""
    if isinstance(value, Mapping):
        content = {str(key): (None, _of_values(each, where)) for key, each in value.items()}
        return _Node(content, where)
    if isinstance(value, (list, tuple)):
        steps = not where
        return _Node(
            [
                _of_values(each, f"step {number}" if steps else where)
                for number, each in enumerate(value, 1)
            ],
            where,
        )
    return _Node(value, where)


@dataclass
class _Reader:
    """Turns nodes into the content of a story, and gathers what is wrong with them."""

    name: str
    event_ids: Collection[str] | None
    faults: list[str] = field(default_factory=list)
    values: int = 0
    """How many were read; a file whose parts name each other can hold more than it is long."""

    def fault(self, where: str | None, name: str | None, reason: str) -> None:
        parts = [self.name, where or None, None if name is None else f"field {name!r}"]
        self.faults.append(f"{', '.join(part for part in parts if part)}: {reason}")

    def story(self, root: _Node) -> dict[str, Any]:
        content: dict[str, Any] = {"title": None, "steps": []}
        if not isinstance(root.value, dict):
            self.fault(root.where, None, _FORM)
            return content
        for name, where, node in self._fields(root, ("title", "steps")):
            if name == "title":
                content["title"] = self._text(node, name, where)
            elif not isinstance(node.value, list) or not node.value:
                self.fault(where, name, "this is a list of steps, and not an empty one.")
            else:
                content["steps"] = [self._step(each) for each in node.value]
        if "steps" not in root.value:
            self.fault(None, "steps", f"is missing. {_FORM}")
        return content

    def _fields(self, node: _Node, known: tuple[str, ...]) -> Iterator[tuple[str, str, _Node]]:
        for name, at in node.repeated:
            self.fault(at, name, "is given twice.")
        for name, (at, value) in node.value.items():
            where = at or value.where
            if name not in known:
                self.fault(where, name, f"is unknown. Known are {', '.join(known)}.")
            else:
                yield name, where, value

    def _step(self, node: _Node) -> dict[str, Any]:
        readers: dict[str, Callable[[_Node, str, str], Any]] = {
            "caption": self._text, "from": self._day, "to": self._day, "center": self._center,
            "zoom": self._zoom, "mode": self._mode, "select": self._select,
        }  # fmt: skip
        if not isinstance(node.value, dict):
            self.fault(node.where, None, "a step is made of fields, at least caption.")
            return {}
        step = {
            name: readers[name](value, name, where)
            for name, where, value in self._fields(node, tuple(readers))
        }
        if "caption" not in node.value:
            self.fault(node.where, "caption", "is missing.")
        first, last = step.get("from"), step.get("to")
        if first is not None and last is not None and first > last:
            self.fault(node.value["from"][0] or node.where, "from", "lies after the day in 'to'.")
        return step

    def _text(self, node: _Node, name: str, where: str) -> str | None:
        if isinstance(node.value, str) and node.value.strip():
            return node.value.strip()
        self.fault(where, name, f"this is text, not {_shown(node.value)}.")
        return None

    def _day(self, node: _Node, name: str, where: str) -> int | None:
        value = node.value
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                self.fault(where, name, f"there is no day {value}.")
                return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.toordinal() - _EPOCH
        self.fault(where, name, f"this is a day as in 2020-02-27, not {_shown(value)}.")
        return None

    def _center(self, node: _Node, name: str, where: str) -> list[float] | None:
        numbers = [each.value for each in node.value] if isinstance(node.value, list) else []
        if len(numbers) != 2 or not all(_is_number(number) for number in numbers):  # noqa: PLR2004  (latitude and longitude)
            self.fault(where, name, "this is [latitude, longitude], two numbers of degrees.")
            return None
        for number, most, said in zip(numbers, (90, 180), ("latitude", "longitude"), strict=True):
            if not -most <= number <= most:
                self.fault(where, name, f"the {said} {number} is not from -{most} to {most}.")
        return [float(number) for number in numbers]

    def _zoom(self, node: _Node, name: str, where: str) -> float | None:
        least, most = _ZOOMS
        if _is_number(node.value) and least <= node.value <= most:
            return float(node.value)
        self.fault(
            where, name, f"this is a number from {least} to {most}, not {_shown(node.value)}."
        )
        return None

    def _mode(self, node: _Node, name: str, where: str) -> str | None:
        if isinstance(node.value, str) and node.value in _MODES:
            return node.value
        self.fault(where, name, f"this is {' or '.join(_MODES)}, not {_shown(node.value)}.")
        return None

    def _select(self, node: _Node, name: str, where: str) -> str | None:
        value = node.value
        if not isinstance(value, str):
            self.fault(where, name, f"this is an event's id in quotes, not {_shown(value)}.")
        elif self.event_ids is not None and value not in self.event_ids:
            self.fault(where, name, f"the table has no event with the id {value!r}.")
        else:
            return value
        return None


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value  # noqa: PLR0124  (NaN)


def _shown(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "fields"
    if value is ...:
        return "what stands here"
    text = str(value) if isinstance(value, date) else repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004  (enough to find it by)
