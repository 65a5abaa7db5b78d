"""What an output may not hold, by what its reader would do with it; each says where it is wrong, or nothing."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from markdown_it import MarkdownIt

_NUMBER = re.compile(r"[+-]?[0-9.]+(e[+-]?[0-9]+)?", re.IGNORECASE)
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def obeyed(text: str) -> list[str]:
    """What of ``text`` a terminal obeys or turns a line round, with what stands around it."""
    return [f"{char!r} in {text[max(0, text.index(char) - 20):][:60]!r}" for char in sorted(set(text)) if _is_obeyed(char)]


def _is_obeyed(char: str) -> bool:
    if char in "\n\t":
        return False
    turns = unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return turns or char in "\u200e\u200f\u061c" or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}


def formulas(text: str) -> list[str]:
    """The cells of a CSV that a spreadsheet would take for a formula, and rows that are wider or narrower than the first."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    cells = [cell for row in rows for cell in row]
    wrong = [cell for cell in cells if opens_formula(cell)]
    return wrong + [f"{len(row)} cells: {row}" for row in rows if len(row) != len(rows[0])]


def opens_formula(cell: str) -> bool:
    """Whether ``cell`` opens with a sign of a formula, behind whatever prints nothing."""
    stripped = "".join(char for char in cell if not unicodedata.category(char).startswith(("C", "Z")))
    return stripped[:1] in tuple("=+-@＝＋－＠") and not _NUMBER.fullmatch(cell)


def markup(text: str) -> list[str]:
    """The links, pictures and tags of a Markdown text but line breaks in cells, as CommonMark with tables reads it."""
    kinds = {"link_open", "image", "html_inline", "html_block", "code_inline"}
    tokens = [inner for token in _MARKDOWN.parse(text) for inner in (token, *(token.children or ()))]
    return [f"{token.type}: {token.content}" for token in tokens if token.type in kinds and token.content != "<br>"]


_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_QUOTED_NAME = re.compile(r"`(?:[^`]|``)*`")


def loose_cypher(script: str) -> list[str]:
    """What a Cypher script holds outside of its strings that is no statement of its own; one statement stands on a line."""
    return [
        bare
        for line in script.split("\n")
        if line and not re.fullmatch(r"[\w\s(){}\[\]:,.;=+<>$-]*;", bare := _QUOTED_NAME.sub("x", _STRING.sub("s", line)), re.ASCII)
    ]
