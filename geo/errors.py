"""Every error that Dateline raises on purpose.

One root, :class:`GeoError`; each subclass is also the builtin that fits, so that
callers may catch either. An error carries where it happened and says what to do.
"""

from __future__ import annotations

from typing import Any


class GeoError(Exception):
    """Root of all errors of this package; each can be pickled, to cross processes."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild from the finished message and the fields, not through ``__init__``."""
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(kind: type[GeoError], args: tuple[Any, ...], fields: dict[str, Any]) -> GeoError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(fields)
    return error


class DocumentError(GeoError, ValueError):
    """A document was refused.

    Parameters
    ----------
    reason : str
        What is wrong and what to do about it, without the file's name.
    path : str
        The file, or ``-`` for standard input.
    line : int or None
        Line of the file, counted from 1.
    field : str or None
        Field of the line or of the front matter.
    """

    def __init__(
        self, reason: str, *, path: str, line: int | None = None, field: str | None = None
    ) -> None:
        self.reason = reason
        self.path = path
        self.line = line
        self.field = field
        where = path if line is None else f"{path}, line {line}"
        if field is not None:
            where = f"{where}, field {field!r}"
        super().__init__(f"{where}: {reason}")


class PassedOverError(DocumentError):
    """A file was passed over, and that is no fault: a duplicate, or not a report."""


class GazetteerError(GeoError, LookupError):
    """The gazetteer's sources or index cannot be used.

    Parameters
    ----------
    reason : str
        What is wrong and what to do about it.
    path : str or None
        The source file, where one is at fault.
    line, field
        Row (counted from 1, the header included) and column of that file.
    """

    def __init__(
        self,
        reason: str,
        *,
        path: str | None = None,
        line: int | None = None,
        field: str | None = None,
    ) -> None:
        self.reason = reason
        self.path = path
        self.line = line
        self.field = field
        where = ", ".join(
            part
            for part in (
                path,
                None if line is None else f"line {line}",
                None if field is None else f"field {field!r}",
            )
            if part
        )
        super().__init__(f"{where}: {reason}" if where else reason)


class ModelError(GeoError, LookupError):
    """A model that was asked for is not installed, or cannot be loaded or asked."""


class SchemaError(GeoError, ValueError):
    """A table of events breaks the schema; all its faults are listed together.

    Parameters
    ----------
    faults : tuple of str
        One sentence a fault, each naming the column and, where it can, the row.
    hint : str
        What to do about it, where that can be told.
    """

    def __init__(self, faults: tuple[str, ...], *, hint: str = "") -> None:
        self.faults = faults
        self.hint = hint
        listed = "\n".join(f"- {fault}" for fault in faults)
        said = f"The table of events has {len(faults)} fault(s):\n{listed}"
        super().__init__(f"{said}\n{hint}" if hint else said)


class TableError(GeoError, ValueError):
    """An events file cannot be read back.

    Parameters
    ----------
    reason : str
        What is wrong and what to do about it.
    path : str
        The file.
    line : int or None
        Line or feature, counted from 1.
    field : str or None
        Column or property.
    """

    def __init__(
        self, reason: str, *, path: str, line: int | None = None, field: str | None = None
    ) -> None:
        self.reason = reason
        self.path = path
        self.line = line
        self.field = field
        where = path if line is None else f"{path}, row {line}"
        if field is not None:
            where = f"{where}, field {field!r}"
        super().__init__(f"{where}: {reason}")


class FrontEndError(GeoError, FileNotFoundError):
    """The map's front end was not built when the package was installed."""


class LayerError(GeoError, ValueError):
    """A folium layer cannot stand on the page it was added to."""


class TilesError(GeoError, ValueError):
    """Online tiles that were named are unknown, or not described well enough to be shown."""


class StoryError(GeoError, ValueError):
    """A story cannot be told as it is written; all its faults are listed together.

    Parameters
    ----------
    faults : tuple of str
        One sentence a fault, each naming the file, the line and the field.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        listed = "\n".join(f"- {fault}" for fault in faults)
        super().__init__(f"The story has {len(faults)} fault(s):\n{listed}")
