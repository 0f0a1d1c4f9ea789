"""PMTiles archives for tests: version 3, one directory, and nothing of it packed."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping

Tile = tuple[int, int, int]
Colour = tuple[int, int, int]


def png(colour: Colour, size: int = 8) -> bytes:
    """A square of one colour."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    rows = (b"\0" + bytes(colour) * size) * size
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def archive(tiles: Mapping[Tile, bytes], *, attribution: str = "", kind: int = 2) -> bytes:
    """The archive of tiles by zoom, column and row; `kind` 1 is vector tiles, 2 PNG."""
    placed = sorted((_number(*tile), content) for tile, content in tiles.items())
    numbers = [number for number, _ in placed]
    steps = [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
    lengths = [len(content) for _, content in placed]
    starts = [sum(lengths[:at]) + 1 for at in range(len(lengths))]
    fields = [len(placed), *steps, *([1] * len(placed)), *lengths, *starts]
    directory = b"".join(map(varint, fields))
    metadata = json.dumps({"attribution": attribution}).encode()
    data = b"".join(content for _, content in placed)
    root, described = 127, 127 + len(directory)
    begins = described + len(metadata)
    sections = (root, len(directory), described, len(metadata), begins, 0, begins, len(data))
    zooms = [zoom for zoom, _, _ in tiles]
    header = b"PMTiles\x03" + struct.pack("<8Q", *sections)
    header += struct.pack("<3Q", len(placed), len(placed), len(placed))
    header += bytes([1, 1, 1, kind, min(zooms), max(zooms)])
    header += struct.pack("<4iB2i", -1800000000, -850000000, 1800000000, 850000000, 0, 0, 0)
    assert len(header) == root
    return header + directory + metadata + data


def _number(zoom: int, column: int, row: int) -> int:
    """The place of a tile along the Hilbert curves of all zooms, one after another."""
    number = (4**zoom - 1) // 3
    side = 2**zoom // 2
    while side:
        right, down = int(bool(column & side)), int(bool(row & side))
        number += side * side * ((3 * right) ^ down)
        if not down:
            if right:
                column, row = side - 1 - column, side - 1 - row
            column, row = row, column
        side //= 2
    return number


def varint(value: int) -> bytes:
    parts = []
    while value > 127:
        parts.append(value % 128 + 128)
        value //= 128
    return bytes([*parts, value])
