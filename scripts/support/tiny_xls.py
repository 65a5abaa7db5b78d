"""The smallest Excel file of the old format: one sheet of texts, as BIFF8 in a compound file ([MS-XLS], [MS-CFB])."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SECTOR, _END, _FREE, _FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_IN_FAT = _SECTOR // 4


def tiny_xls(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook with one sheet of ``rows``."""
    cells = b"".join(
        _record(0x0204, struct.pack("<HHHHB", y, x, 0, len(text), 1) + text.encode("utf-16-le"))
        for y, row in enumerate(rows)
        for x, text in enumerate("".join(char for char in cell if ord(char) <= 0xFFFF)[:2000] for cell in row)
    )
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + _record(0x000A, b"")
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = b"\x06\x00Sheet1"
    listed = len(begin) + 4 + 6 + len(name) + 4
    bound = _record(0x0085, struct.pack("<IH", listed, 0) + name)
    return _compound(begin + bound + _record(0x000A, b"") + sheet)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _compound(stream: bytes) -> bytes:
    """A compound file with one stream, called Workbook."""
    stream = stream.ljust(4096, b"\0")  # a shorter one would lie in the small sectors
    count = -(-len(stream) // _SECTOR)
    fats = next(n for n in range(1, 110) if n * _IN_FAT >= count + 1 + n)
    chain = [*range(1, count), _END]
    table = [*chain, _END, *[_FAT] * fats]  # the stream, the folder, the table itself
    table += [_FREE] * (fats * _IN_FAT - len(table))
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 0, len(stream))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fats, count, 0, 4096, _END, 0, _END, 0)
    places = [*range(count + 1, count + 1 + fats)]
    head += struct.pack("<109I", *places, *[_FREE] * (109 - fats))
    return head + stream.ljust(count * _SECTOR, b"\0") + folder.ljust(_SECTOR, b"\0") + struct.pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    data = name.encode("utf-16-le")
    return (
        data.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(data) + 2, kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
