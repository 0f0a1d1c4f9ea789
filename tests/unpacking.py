"""What a page of the time map holds, for the tests that look into it."""

from __future__ import annotations

import json
import re
import zlib
from typing import Any

from geo.timemap import payload


def unpacked(text: str) -> bytes:
    """Undo :func:`geo.timemap.payload.packed` digit by digit, as the page does."""
    digits = [payload.ALPHABET.index(code) for code in text[1:].encode("ascii")]
    words = [
        sum(d * 85 ** (4 - n) for n, d in enumerate(digits[i : i + 5]))
        for i in range(0, len(digits), 5)
    ]
    content = b"".join(word.to_bytes(4, "big") for word in words)
    return zlib.decompress(content[: len(content) - int(text[0])])


def blocks(page: str) -> list[dict[str, list[Any]]]:
    """Give the packed values of each block of rows in a page."""
    packed = re.findall(r'class="dateline-block">([^<]*)<', page)
    return [json.loads(unpacked(block)) for block in packed]
