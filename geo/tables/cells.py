"""Cells of a table: how a value is read for a dtype of the schema, and what it has to be."""

from __future__ import annotations

import json
import math
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from geo import schema
from geo.documents import parse_day

if TYPE_CHECKING:
    from collections.abc import Callable

_DEEPEST = 50
"""How far lists may stand in lists in a column that the schema does not know."""
_TOO_MANY = 2**63
"""What a whole number of the schema can no longer hold."""


class RowError(ValueError):
    """A row is refused; the message is the reason."""


def text(value: object) -> str:
    """Read a text; numbers are taken as they are written."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise TypeError(value)
    return str(readable(str(value)))


def readable(value: object) -> object:
    """Give a value back that can be written: JSON may hold halves of characters, and wells."""
    if is_deep(value):
        raise ValueError
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def is_deep(value: object, left: int = _DEEPEST) -> bool:
    """Tell whether lists stand in lists further than anybody means."""
    if isinstance(value, dict):
        value = list(value.values())
    return isinstance(value, list) and (left == 0 or any(is_deep(part, left - 1) for part in value))


def real(value: object) -> float:
    """Read a finite number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise TypeError(value)
    number = float(value)
    if not math.isfinite(number) or "_" in str(value):
        raise ValueError(value)
    return number


def whole(value: object) -> int:
    """Read a whole number."""
    real(value)
    number = Decimal(str(value))  # exact, where a float is not
    if abs(number) >= _TOO_MANY or number % 1:
        raise ValueError(value)
    return int(number)


def _day(value: object) -> date:
    return parse_day(str(value))


READERS: dict[str, tuple[str, Callable[[object], object]]] = {
    schema.TEXT: ("a text of whole characters", text),
    schema.DAY: ("a day such as 2020-03-01", _day),
    schema.COUNT: ("a whole number", whole),
    schema.REAL: ("a finite number", real),
}
"""How a value is read for a dtype of the schema, and what it has to be."""


def plain(value: Any) -> object:  # noqa: ANN401  (whatever a table holds)
    """Give a cell of a data frame or a workbook in values that JSON has.

    Parameters
    ----------
    value : Any
        Days become ``YYYY-MM-DD``, with the time behind them where one is given;
        shapes become WKT; what is missing or empty is None.
    """
    if isinstance(value, str):
        return value or None
    if isinstance(value, (dict, list, tuple, set, np.ndarray)):
        return _plain_parts(value)
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    return _plain_scalar(value.item() if isinstance(value, np.generic) else value)


def _plain_scalar(value: Any) -> object:  # noqa: ANN401  (a value without parts)
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    return value if isinstance(value, int) else getattr(value, "wkt", None) or str(value)


def _plain_parts(value: Any) -> object:  # noqa: ANN401  (lists and tables of anything)
    if is_deep(value):
        return value
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    return [plain(part) for part in (value.tolist() if isinstance(value, np.ndarray) else value)]
