"""Marks the page furniture of a text that was copied from a web page, and reads the metadata that stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.numbers.grammar import find_numbers
from extractors.readers.labels import Pair, metadata, pairs
from ontology.furniture import furniture
from ontology.kinds import kind_cues

_EDGE = 40  # lines that a page's head or foot has at most, empty ones not counted
_SHORT = 60  # characters; a longer line is body
_LABELLED = 120  # characters of a line of several labels and values
_VALUE = 12  # characters of a value on the line after its label
_NAMED_VALUE = 40  # of one that says which number the document has or who issues it
_CRUMB = 15  # characters of a step in a breadcrumb
_TAIL = 600  # characters after the line that closes an article
_ARROWS = frozenset(">＞»›")
_SEPARATORS = "[]【】()（）|｜×xX·/-—<>＞＜»›:：,，"
_ATTACHED = re.compile("(?:相关)?附件[:：]?")
_BLANK = re.compile(r"\s+")


@dataclass(slots=True)
class _Line:
    """A line that is not empty: its span without outer blanks, its characters without any blank."""

    start: int
    end: int
    bare: str
    found: list[Pair]
    zone: str = ""
    furniture: bool = False


def mark(text: str) -> tuple[tuple[tuple[int, int], ...], dict[str, str]]:
    """The furniture of ``text`` as sorted, disjoint spans, and the metadata that its labelled lines give.

    Cues are those of ``ontology/furniture.yaml``. Sentences of the body are never marked: a cue counts only
    where it makes a whole short line, and a weak one only among the top or bottom lines.
    """
    lines = list(_lines(text))
    if not lines:
        return (), {}
    _set_zones(lines)
    for line in lines:
        line.furniture = _is_furniture(line)
    _spread(lines)
    values = _values(lines, text)
    _close(lines)
    spans = [(line.start, line.end) for line in lines if line.furniture]
    return tuple(spans), metadata(values)


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer(r"[^\s][^\n]*", text):
        printed = match.group().rstrip()
        short = len(printed) <= _LABELLED
        found = pairs(printed) if short else []
        yield _Line(match.start(), match.start() + len(printed), _BLANK.sub("", printed), found)


def _set_zones(lines: list[_Line]) -> None:
    for line in lines[:_EDGE]:
        if _is_body(line):
            break
        line.zone = "top"
    for line in reversed(lines[-_EDGE:]):
        if line.zone or _is_body(line):
            break
        line.zone = "bottom"


def _is_body(line: _Line) -> bool:
    """Whether a line belongs to the document's own text beyond doubt."""
    if line.found or _ATTACHED.fullmatch(line.bare) or _pattern(line.bare, ("anywhere", "edge", "top", "bottom")):
        return False
    return (
        len(line.bare) > _SHORT
        or line.bare[-1] in "。；！"
        or any(opener.search(line.bare) for opener in furniture().openers)
    )


def _is_furniture(line: _Line) -> bool:
    if line.found:
        return _is_furniture_label(line)
    if len(line.bare) > _SHORT + 40:
        return False
    if _words(line.bare) == "strong":
        return True
    edge = ("edge", line.zone) if line.zone else ()
    return _pattern(line.bare, ("anywhere", *edge)) is not None


def _is_furniture_label(line: _Line) -> bool:
    told = [pair for pair in line.found if pair.value] or line.found
    if not all(pair.group.furniture for pair in told):
        return False
    if line.found[0].group.beside and all(pair.group.beside for pair in line.found):
        return False  # until a neighbour says otherwise: a task list has such lines, too
    everywhere = line.found[0].group.everywhere and "。" not in line.bare and len(line.bare) <= _SHORT
    return bool(line.zone) or everywhere


def _pattern(bare: str, zones: tuple[str, ...]) -> str | None:
    """The name of the line pattern that ``bare`` is an instance of."""
    if len(bare) > _SHORT + 40:
        return None
    return next((one.name for one in furniture().patterns if one.zone in zones and one.regex.fullmatch(bare)), None)


def _words(bare: str) -> str:
    """``strong`` or ``weak`` where a line holds only button words and separators, ``separator`` without any word."""
    words, rest, best = furniture().words, bare, "separator"
    while rest := rest.strip(_SEPARATORS):
        word = next((rest[:size] for size in range(min(14, len(rest)), 0, -1) if rest[:size] in words.all), None)
        if word is None:
            return ""
        best = "strong" if word in words.strong or best == "strong" else "weak"
        rest = rest[len(word) :]
    return best


def _spread(lines: list[_Line]) -> None:
    """Mark what is furniture by its neighbours: breadcrumbs, single buttons, brackets, a list of attachments."""
    for at, line in enumerate(lines):
        if line.zone and line.bare in _ARROWS:
            for near in lines[max(0, at - 1) : at + 2]:
                near.furniture = near.furniture or (len(near.bare) <= _CRUMB and not near.found)
    for order in (lines, lines[::-1]):
        for before, line in pairwise(order):
            if line.zone and before.furniture and not line.furniture:
                repeated = line.bare == before.bare and not before.found
                heading = order is not lines and line.zone == "bottom" and _ATTACHED.fullmatch(line.bare)
                beside = bool(line.found) and line.found[0].group.beside and all(p.group.furniture for p in line.found)
                line.furniture = bool(heading) or repeated or beside or bool(_words(line.bare))


def _values(lines: list[_Line], text: str) -> list[tuple[str, str]]:
    """All (label, value) pairs of the top and bottom lines; a value may stand on the line after its label."""
    values = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        for pair in line.found if line.zone or line.furniture else ():
            if pair.group.beside and not line.furniture:
                continue
            value = pair.value
            if not value and pair is line.found[-1] and after and _is_value(pair, after):
                value = text[after.start : after.end]
                after.furniture = after.furniture or pair.group.furniture
            values.append((pair.label, value))
        if line.furniture and line.zone == "top" and _pattern(line.bare, ("edge", "top")) in ("time_stamp", "iso_day"):
            values.append(("时间", text[line.start : line.end]))
    return values


def _is_value(pair: Pair, line: _Line) -> bool:
    words = furniture().words
    if line.found or pair.label in words.all or _is_body(line):
        return False
    if pair.group.key == "number":
        return len(line.bare) <= _NAMED_VALUE and bool(find_numbers(line.bare))
    if pair.group.key == "issuer":
        return len(line.bare) <= _NAMED_VALUE and kind_cues().ending(line.bare) is None
    return len(line.bare) <= _VALUE or _pattern(line.bare, ("edge", "top")) is not None


def _close(lines: list[_Line]) -> None:
    """Mark all that follows the line that closes an article (责任编辑, 扫一扫 …), if it is little."""
    for at in range(max(0, len(lines) - _EDGE), len(lines)):
        line = lines[at]
        tail = lines[-1].end - line.end
        closing = line.furniture and line.zone != "top" and any(cue in line.bare for cue in furniture().closers)
        if closing and tail <= _TAIL and tail * 3 <= lines[-1].end:
            for later in lines[at:]:
                later.furniture = True
            return
