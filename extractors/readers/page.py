"""Web pages: the lines of the metadata table, then the document itself, without menus and footers."""

from __future__ import annotations

import re

from lxml import etree, html

from extractors.readers.cleaning import clean
from extractors.readers.decoding import decode
from extractors.readers.labels import metadata
from extractors.readers.page_head import meta_values, page_title, take_labels
from extractors.readers.page_lines import lines
from extractors.readers.plain import as_source
from extractors.source import ReadError, SourceText
from ontology.furniture import furniture

_MAX_MARKUP = 20_000_000  # characters
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTAINER_TEXT = 40  # characters that a container must hold to be believed
_CLUTTER = "//script|//style|//noscript|//template|//iframe|//nav|//footer|//select|//button|//textarea|//comment()"


def read_page(data: bytes) -> SourceText:
    """The document in a web page.

    The metadata table counts as the truth about the document; what ``<meta>`` and the title say fills its gaps. The
    body is the element that the site's content system puts documents into, else what trafilatura finds.

    Raises:
        ReadError: the page holds no text of its own (a frame, a page filled by a script).
    """
    markup = _DECLARATION.sub("", clean(decode(data, markup=True)))
    if len(markup) > _MAX_MARKUP:
        raise ReadError(f"its markup has more than {_MAX_MARKUP:,} characters; save the page without its pictures")
    if not markup.strip():
        raise ReadError("it holds no text")
    tree = _parse(markup)
    told = meta_values(tree)
    title = page_title(tree)
    _tidy(tree)
    container = _container(tree)
    found, printed = take_labels(tree, container)
    body = lines(container) if container is not None else _main_lines(tree)
    if not body:
        raise ReadError("the page holds no text of its own; save it from the browser once it is fully shown")
    told = {**({"title": title} if title else {}), **told, **metadata(found)}
    return as_source(clean("\n".join([*_head(told, printed, body), *body]) + "\n"), told)


def _parse(markup: str) -> etree._Element:
    tree: etree._Element = html.document_fromstring(markup, parser=html.HTMLParser(huge_tree=True, encoding="utf-8"))
    return tree


def _tidy(tree: etree._Element) -> None:
    """Take out what no reader of the page sees; the text after each such element stays."""
    for node in tree.xpath(_CLUTTER):
        _drop(node)
    for node in tree.xpath("//*[@style]"):
        if _HIDDEN.search(node.get("style")) and node.tag not in ("html", "body"):
            _drop(node)


def _drop(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is None:
        return
    before = node.getprevious()
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _container(tree: etree._Element) -> etree._Element | None:
    """The element of a known content system that holds the document, if it holds most of the page's sentences."""
    everything = "".join(tree.itertext())
    for name in furniture().containers:
        nodes = tree.xpath(
            "//*[@id=$name or contains(concat(' ', normalize-space(@class), ' '), $spaced)]",
            name=name,
            spaced=f" {name} ",
        )
        best = max(nodes, key=_length, default=None)
        if best is None or _length(best) < _CONTAINER_TEXT:
            continue
        if "".join(best.itertext()).count("。") * 2 >= everything.count("。"):
            return best
    return None


def _length(node: etree._Element) -> int:
    return sum(len(piece.strip()) for piece in node.itertext())


def _main_lines(tree: etree._Element) -> list[str]:
    """The body's lines as trafilatura finds them; all lines of a page that is too short for it to judge."""
    # Imported only here: that takes longer than reading a page of a known design.
    import trafilatura  # noqa: PLC0415

    found = trafilatura.bare_extraction(tree, include_tables=True, include_comments=False, favor_recall=True)
    body = getattr(found, "body", None)
    main = lines(body) if body is not None else []
    if main:
        return main
    whole = next(tree.iter("body"), tree)
    return lines(whole)


def _head(told: dict[str, str], printed: list[str], body: list[str]) -> list[str]:
    """The lines before the body: the metadata as the page prints them, and the title where nothing else gives it."""
    title = told.get("title")
    opening = re.sub(r"\s", "", "".join([*printed, *body[:8]]))
    if title and re.sub(r"\s", "", title) not in opening:
        return [*printed, title]
    return printed
