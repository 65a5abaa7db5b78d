"""The text objects of a page of an OFD document as visual lines: characters by their places, baseline by baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from lxml import etree

from extractors.readers.packages import local_name, value_of
from extractors.readers.pdf_columns import VisualLine
from extractors.source import ReadError

_POINTS = 72 / 25.4  # a millimetre
_SAME_LINE = 0.5  # of a character's height by which baselines of one line may differ
_BLANK = 0.35  # heights of a character from which on a space stands between two objects
_GAP = 1.5  # from which on one stands inside an object, whose blanks are characters, and from which it may part columns
_NARROW = 0.5  # width of a Latin character
_FARTHEST = 100_000.0  # millimetres; a damaged file says anything
_REPEATS = 100_000  # that a list of distances may stand for


@dataclass(frozen=True, slots=True)
class _Char:
    """A character: its left edge, its baseline from the top of the page, its width and its height, in millimetres.

    ``parted`` is how far from the last character it may stand without a blank between them, in heights.
    """

    char: str
    left: float
    base: float
    width: float
    height: float
    parted: float


def lines_of(page: etree._Element, height: float) -> Iterator[VisualLine]:
    """The lines of a page of so many millimetres, from its top to its bottom."""
    chars = [char for node in page.iter() if local_name(node) == "TextObject" for char in _chars(node)]
    chars.sort(key=lambda char: (char.base, char.left))
    line: list[_Char] = []
    for char in chars:
        if line and char.base - line[0].base > _SAME_LINE * min(char.height, line[0].height):
            yield _line(line, height)
            line = []
        line.append(char)
    if line:
        yield _line(line, height)


def _chars(node: etree._Element) -> Iterator[_Char]:
    """The characters of a text object that is shown."""
    if value_of(node, "Visible") == "false":
        return
    size = _numbers(value_of(node, "Size"))
    box = _numbers(value_of(node, "Boundary"))
    if len(size) != 1 or len(box) != 4 or size[0] <= 0:
        return
    a, b, c, d, e, f = matrix if len(matrix := _numbers(value_of(node, "CTM"))) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    height, width = size[0] * (abs(d) or abs(b)), size[0] * (abs(a) or abs(c))
    x = y = 0.0
    parted = _BLANK
    for code in (each for each in node if local_name(each) == "TextCode"):
        x, y = _first(code, "X", x), _first(code, "Y", y)
        right, down = _distances(code, "DeltaX"), _distances(code, "DeltaY")
        inner, below = x, y
        for place, char in enumerate((code.text or "").strip("\r\n")):
            left, base = box[0] + a * inner + c * below + e, box[1] + b * inner + d * below + f
            if char.isspace():
                parted = -_FARTHEST
            elif abs(left) < _FARTHEST and abs(base) < _FARTHEST:
                yield _Char(char, left, base, width * _share(char), height, parted)
                parted = _GAP
            inner += right[place] if place < len(right) else 0.0 if down else size[0] * _share(char)
            below += down[place] if place < len(down) else 0.0


def _share(char: str) -> float:
    """The width of a character in widths of a wide one."""
    return _NARROW if char.isascii() else 1.0


def _line(chars: list[_Char], page: float) -> VisualLine:
    chars = sorted(chars, key=lambda char: char.left)
    height = max(char.height for char in chars)
    text, gaps = "", []
    last: _Char | None = None
    for char in chars:
        if last is not None:
            space = char.left - last.left - last.width
            if space > char.parted * height:
                text += " "
            if space > _GAP * height:
                gaps.append((len(text), (last.left + last.width) * _POINTS, char.left * _POINTS))
        text += char.char
        last = char
    top = page - min(char.base for char in chars) + height
    left, right = chars[0].left, max(char.left + char.width for char in chars)
    return VisualLine(text, left * _POINTS, right * _POINTS, top * _POINTS, height * _POINTS, tuple(gaps))


def _first(node: etree._Element, name: str, otherwise: float) -> float:
    found = _numbers(value_of(node, name))
    return found[0] if found else otherwise


def _numbers(told: str) -> list[float]:
    """The numbers in ``told``; none where one of them is none."""
    try:
        found = [float(each) for each in told.split()]
    except ValueError:
        return []
    return found if all(map(isfinite, found)) else []


def _distances(node: etree._Element, name: str) -> list[float]:
    """The distances from character to character; ``g 3 4.2`` stands for three times 4.2."""
    words = value_of(node, name).split()
    found: list[float] = []
    place = 0
    while place < len(words):
        if words[place] == "g":
            count, value = _numbers(" ".join(words[place + 1 : place + 3])) or (0.0, 0.0)
            if count > _REPEATS:
                raise ReadError("the OFD document is damaged; get the file anew")
            found += [value] * int(count)
            place += 3
        else:
            found += _numbers(words[place]) or [0.0]
            place += 1
    return found
