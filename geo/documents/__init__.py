"""Reports in: text, Markdown, JSON lines and saved web pages become documents.

One bad file or line never costs another: it is handed to ``on_error`` as a
:class:`~geo.errors.DocumentError` that names file, line and field, and reading goes on.
"""

from geo.documents.published import parse_day
from geo.documents.reader import KINDS, STDIN, OnError, distinct, from_bytes, from_text, read

__all__ = ["KINDS", "STDIN", "OnError", "distinct", "from_bytes", "from_text", "parse_day", "read"]
