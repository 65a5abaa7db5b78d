"""A parsed page, or a part of it, as lines: one a block, a data table's row with tabs between its cells."""

from __future__ import annotations

import re

from lxml import etree

from extractors.text.marks import BLANKS, WIDE

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead title tr ul
    """.split()  # noqa: SIM905
)
_CELLS = frozenset(("td", "th"))
SILENT = frozenset(
    """
    script style noscript template iframe object embed applet select option button input textarea svg math canvas
    audio video meta link map
    """.split()  # noqa: SIM905
)
"""Elements whose content is no text of the page."""
_CELL_TEXT = 400  # characters; a longer cell is no datum but a part of the page's layout
_COLLAPSED = re.compile(r"[ \t\r\n\f\xa0]+")
_WRAP = re.compile(rf"(?<=[{WIDE}])[ \t]*[\r\n]\s*(?=[{WIDE}])")


def unwrap(root: etree._Element) -> None:
    """Take the line ends of the source out from between two Chinese characters: they would show as blanks."""
    for node in root.iter():
        if node.text and "\n" in node.text:
            node.text = _WRAP.sub("", node.text)
        if node.tail and "\n" in node.tail:
            node.tail = _WRAP.sub("", node.tail)


def lines(root: etree._Element) -> list[str]:
    """The lines of ``root``'s content, stripped, none empty.

    Line breaks and runs of blanks in the source are one blank. Tables that lay out the page are read as blocks, those
    with data row by row.
    """
    out = [""]
    _walk(root, out)
    printed = (line.strip(BLANKS) for line in "".join(out).split("\n"))
    return [line for line in printed if line]


def flat(root: etree._Element) -> str:
    """All the text of a small element on one line."""
    return " ".join(lines(root))


def _walk(root: etree._Element, out: list[str]) -> None:
    data_rows: set[etree._Element] = set()
    skipped: etree._Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skipped is None:
                _add(out, node.tail)
            continue
        name = node.tag if isinstance(node.tag, str) else ""
        in_row = bool(data_rows)
        if event == "start":
            if skipped is None and name in SILENT and node is not root:
                skipped = node
            if skipped is not None:
                continue
            if name == "tr" and not in_row and _is_data(node):
                data_rows.add(node)
                out.append("\n")
            elif name in _BLOCKS or name == "br":
                out.append(" " if in_row else "\n")
            elif name in _CELLS:
                _open_cell(node, out, in_row)
            _add(out, node.text)
            continue
        if skipped is None:
            data_rows.discard(node)
            if name in _BLOCKS or (name in _CELLS and not data_rows):
                out.append(" " if data_rows else "\n")
        elif skipped is node:
            skipped = None
        if skipped is None and node is not root:
            _add(out, node.tail)


def _open_cell(node: etree._Element, out: list[str], in_row: bool) -> None:
    if not in_row:
        out.append("\n")
    elif any(before.tag in _CELLS for before in node.itersiblings(preceding=True)):
        out.append("\t")


def _add(out: list[str], text: str | None) -> None:
    if text:
        out.append(_COLLAPSED.sub(" ", text))


def _is_data(row: etree._Element) -> bool:
    """Whether a row holds data: more than one cell, all short, no table within."""
    cells = [node for node in row if node.tag in _CELLS]
    if len(cells) < 2 or any(node.tag == "table" for node in row.iterdescendants()):
        return False
    return all(len("".join(cell.itertext())) <= _CELL_TEXT for cell in cells)
