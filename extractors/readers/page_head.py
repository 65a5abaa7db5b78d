"""What a page says about its document: the metadata table of a government site in any design, ``<meta>`` and title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from extractors.readers.labels import Pair, label_alone, metadata, pairs
from extractors.readers.page_lines import flat
from extractors.text.marks import COLONS, HAN, YEAR
from extractors.text.numerals import TO_999, YEAR_NUMERAL, ZEROS
from ontology.furniture import furniture
from ontology.kinds import kind_cues

_HEADING = 120  # characters of a heading at most
_HELD = 1000  # that a heading is looked through for, with scripts and drawings that are no text of it
_SHORT = 160  # characters of an element that is looked at as a label with its value
_ELEMENTS = 60  # that such an element holds at most
_DIVIDERS = re.compile(r"\s*(?:[|｜]|_+|--+|(?<!\d)[-–](?!\d)|\s[-–—]\s)\s*")
_SITE = re.compile(r"(?:人民政府|政府网|门户网站|网|频道|专栏|公开平台|首页)$")
_YEAR = rf"[〔\[（(] ?(?:{YEAR}|{YEAR_NUMERAL}) ?[〕\]）)]"
_NUMBER = re.compile(rf"[{HAN}]{{2,12}} ?{_YEAR} ?第? ?(?:\d{{1,4}}|[{TO_999}{ZEROS}]{{1,6}}) ?号")
_SENTENCE = re.compile(r"(?<![^\s。])[^\s。]{15,}+。")  # from where a run begins: elsewhere each place would be tried
Found = list[tuple[str, str]]


def meta_values(tree: etree._Element) -> dict[str, str]:
    """What the ``<meta>`` elements say, by key; dates as ISO, addresses only where they are absolute."""
    told: Found = []
    for node in tree.iter("meta"):
        name = (node.get("name") or node.get("property") or "").lower()
        key, value = furniture().metas.get(name), (node.get("content") or "").strip()
        if key:
            told.append((_first_label(key), value))
    return metadata(told)


def page_title(tree: etree._Element) -> str | None:
    """The title as the page gives it: its only ``<h1>``, else the longest part of ``<title>`` that names no site.

    Where it has no ``<h1>``, its only lower heading that ends as the title of a document does goes before ``<title>``.
    """
    for tag in ("h1", "h2", "h3"):
        found = map(_heading, tree.iter(tag))
        texts = [text for text in found if 6 <= len(text) <= _HEADING and not _SITE.search(text)]
        headings = texts if tag == "h1" else [text for text in texts if kind_cues().ending(text)]
        if len(headings) == 1:
            return headings[0]
    node = next(tree.iter("title"), None)
    parts = [part for part in _DIVIDERS.split(flat(node) if node is not None else "") if part]
    named = [part for part in parts if len(part) >= 8 and not _SITE.search(part)]
    return max(named, key=len, default=None)


def _heading(node: etree._Element) -> str:
    """The text of a heading; a line end inside it divides nothing, but blanks between two names stay.

    Empty for one that holds much more than a heading: where none is closed, each holds all that follow.
    """
    if _length(node, _HELD) > _HELD:
        return ""
    return re.sub(rf"(?<=[{HAN}])\s+(?=关于)", "", flat(node))


def number_above(tree: etree._Element, body: etree._Element | None) -> str | None:
    """The document number that stands by itself between the title and ``body``, the last one that is no link."""
    if body is None:
        return None
    found = None
    for node in tree.iter():
        if node is body:
            return found
        if isinstance(node.tag, str) and not len(node) and _NUMBER.fullmatch((node.text or "").strip()):
            linked = any(above.tag == "a" for above in (node, *node.iterancestors()))
            found = found if linked else flat(node)
    return found


def take_labels(tree: etree._Element, body: etree._Element | None) -> tuple[Found, list[str]]:
    """The labelled values of a page outside ``body``, in order, and the lines that print them; they leave the tree.

    A label and its value are found in a table's cells, in ``dt`` and ``dd``, in list items, spans and blocks. Without a
    colon a label counts only in a cell or term of its own whose neighbour is its value.
    """
    found: Found = []
    printed: list[str] = []
    taken: list[etree._Element] = []
    inside = set(body.iter()) if body is not None else _among_sentences(tree)
    done: set[etree._Element] = set()
    for node in _small(tree):
        if node in inside or node in done or node.tag in ("head", "title", "script"):
            continue
        for label, value, elements in _labelled(node):
            found.append((label, value))
            if value and value not in furniture().blanks and furniture().by_name[label].describes:
                printed.append(f"{label}：{value}")
            taken.extend(elements)
            for element in elements:
                done.update(element.iter())
    for element in taken:
        _empty(element)
    return found, printed


def _small(tree: etree._Element) -> list[etree._Element]:
    """The elements with few enough characters and elements inside to be a label with its value, in document order."""
    nodes = [node for node in tree.iter() if isinstance(node.tag, str)]
    size: dict[etree._Element, tuple[int, int]] = {}
    for node in reversed(nodes):
        inner = [size.get(child, (0, 0)) for child in node]
        chars = sum(len((text or "").strip()) for text in (node.text, *(child.tail for child in node)))
        size[node] = (chars + sum(each[0] for each in inner), 1 + sum(each[1] for each in inner))
    return [node for node in nodes if 0 < size[node][0] <= _SHORT and size[node][1] <= _ELEMENTS]


def _among_sentences(tree: etree._Element) -> set[etree._Element]:
    """The elements from the first sentence of a page on: labels there may be the document's own words.

    Those of a table below the document are found in the text later, by where they stand.
    """
    nodes = [node for node in tree.iter() if isinstance(node.tag, str)]
    told = [at for at, node in enumerate(nodes) if _SENTENCE.search(f"{node.text or ''} {node.tail or ''}")]
    return set(nodes[told[0] :]) if told else set()


def _labelled(node: etree._Element) -> Iterator[tuple[str, str, list[etree._Element]]]:
    text = _short_text(node)
    if text is None:
        return
    alone = label_alone(text)
    if alone:
        value = _neighbour(node, colon=text[-1] in COLONS)
        if value is not None:
            yield _bare(text), value[0], [node, *value[1]]
        return
    told = pairs(text)
    if told and not _splits(node, told):
        for pair in told:
            yield pair.label, pair.value, [node]


def _short_text(node: etree._Element) -> str | None:
    return flat(node) or None if 0 < _length(node, _SHORT) <= _SHORT else None


def _length(node: etree._Element, most: int) -> int:
    """How many characters ``node`` holds, counted until they are more than ``most``."""
    length = 0
    for piece in node.itertext():
        length += len(piece.strip())
        if length > most:
            break
    return length


def _splits(node: etree._Element, told: list[Pair]) -> bool:
    """Whether the pairs of ``node`` are better read from its children: a row of cells, a list, several items."""
    if len(told) == 1 and told[0].value:
        return False
    return any(
        child.tag in ("td", "th", "dt", "li", "tr", "tbody", "p", "dl", "ul") for child in node.iterdescendants()
    )


def _neighbour(node: etree._Element, *, colon: bool) -> tuple[str, list[etree._Element]] | None:
    """The value beside a label: the text after it, or the next element; None where there is no value to a label."""
    if node.tail and node.tail.strip():
        value = re.sub(r"\s+", " ", node.tail).strip()
        if pairs(value):
            return None
        node.tail = None
        return value.lstrip(f"{COLONS} "), []
    after = node.getnext()
    if after is None:
        return None
    text = _short_text(after)
    if text is None or label_alone(text) or pairs(text):
        return ("", []) if colon else None
    if not colon and not _is_pair_of(node):
        return None
    return text.lstrip(f"{COLONS} "), [after]


def _is_pair_of(node: etree._Element) -> bool:
    """Whether a label without a colon heads its value: every other cell of its row is a label, as in no data table."""
    row = node.getparent()
    if row is None:
        return False
    cells = [child for child in row if isinstance(child.tag, str)]
    if node.tag not in ("td", "th", "dt") and (len(cells) != 2 or (row.text or "").strip()):
        return False
    return all(label_alone(flat(cell)) or not flat(cell) for cell in cells[::2])


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text).rstrip(COLONS)


def _empty(element: etree._Element) -> None:
    """Take an element's content away; the text after it stays."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _first_label(key: str) -> str:
    return next(group.names[0] for group in furniture().labels if group.key == key)
