"""Bytes become text: by byte order mark, as UTF-8, or by a guess that is told."""

from __future__ import annotations

import codecs

import charset_normalizer

from geo.errors import DocumentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WINDOWS = ("cp1252", "cp1256", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1257")
"""Guessed at first: among all the encodings there are, one "á" passes for Chinese."""


def decoded(path: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode the content of a file.

    Parameters
    ----------
    path : str
        The file's name, for errors.
    data : bytes

    Returns
    -------
    (str, tuple of str)
        The text with a line feed at the end of each line, and notes on what was assumed.

    Raises
    ------
    DocumentError
        If it is no text, or in no encoding that can be told.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(path, _as(path, data, encoding)), ()
    try:
        return _checked(path, data.decode("utf-8")), ()
    except UnicodeDecodeError:
        pass
    guess = (
        charset_normalizer.from_bytes(data, cp_isolation=list(_WINDOWS)).best()
        or charset_normalizer.from_bytes(data).best()
    )
    if guess is None:
        raise DocumentError("its encoding is unknown; save it as UTF-8", path=path)
    # Where code pages give the same text, the most usual of them is the one.
    encoding = "cp1252" if "cp1252" in guess.could_be_from_charset else guess.encoding
    note = f"read as {encoding}: it is not UTF-8 and does not say what it is"
    return _checked(path, str(guess)), (note,)


def _as(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"its byte order mark says {encoding}, but byte {error.start} is not"
        raise DocumentError(reason, path=path) from None


def _checked(path: str, text: str) -> str:
    if "\0" in text:
        raise DocumentError("it is not a text: it holds zero bytes", path=path)
    return text.replace("\r\n", "\n").replace("\r", "\n")
