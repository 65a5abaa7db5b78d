"""Web pages: the lines of the metadata table, then the document itself, without menus and footers."""

from __future__ import annotations

import re

from lxml import etree, html

from extractors.readers.cleaning import clean
from extractors.readers.decoding import decode
from extractors.readers.labels import metadata
from extractors.readers.limits import MAX_CHARS, MAX_DEPTH, MAX_MARKUP, MAX_TAGS
from extractors.readers.page_head import meta_values, number_above, page_title, take_labels
from extractors.readers.page_hidden import hidden_body, refuse_frames
from extractors.readers.page_lines import lines, unwrap
from extractors.readers.page_tables import repeat_heads
from extractors.readers.plain import as_source
from extractors.source import ReadError, SourceText
from ontology.furniture import furniture

_SENTENCES = 2  # that a page must hold for its bulk to be seen
_PARTS = frozenset(("p", "span", "font", "b", "strong", "em", "i", "u", "table", "tbody", "tr", "ul", "ol", "li", "dl"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTAINER_TEXT = 40  # characters that a container must hold to be believed
_CLUTTER = "//script|//style|//noscript|//noframes|//template|//iframe|//nav|//footer|//select|//button|//textarea"
_UNSEEN = "unseen"  # the tag of what is to be taken out, all at once: one by one, texts beside each other grow


def read_page(data: bytes) -> SourceText:
    """The document in a web page.

    The metadata table counts as the truth about the document; what ``<meta>`` and the title say fills its gaps. The
    body is the element that the site's content system puts documents into, else the one that holds the page's
    sentences, else all of the page. Where a page prints no sentences, the body may stand in a textarea or in what a
    script would print.

    Raises:
        ReadError: the page holds no text of its own (a frame, a page filled by a script).
    """
    markup = _DECLARATION.sub("", clean(decode(data, markup=True)))
    if len(markup) > MAX_MARKUP:
        raise ReadError(f"its markup has more than {MAX_MARKUP:,} characters; save the page without its pictures")
    if markup.count("<") > MAX_TAGS:
        raise ReadError(f"its markup has more than {MAX_TAGS:,} marks of structure; save the page as text")
    if not markup.strip():
        raise ReadError("it holds no text")
    tree = _parse(markup)
    told = meta_values(tree)
    title = page_title(tree)
    _tidy(tree)
    if sum(map(len, tree.itertext())) > MAX_CHARS:
        raise ReadError(f"its text has more than {MAX_CHARS:,} characters; split it into documents")
    container = _unprinted(tree, markup)
    if container is None:
        container = _container(tree)
    if container is None:
        container = _bulk(tree)
    found, printed = take_labels(tree, container)
    number = number_above(tree, container)
    whole = container if container is not None else next(tree.iter("body"), tree)
    repeat_heads(whole)
    body = lines(whole)
    if not body:
        raise ReadError("the page holds no text of its own; save it from the browser once it is fully shown")
    told = {**({"title": title} if title else {}), **told, **metadata(found)}
    return as_source(clean("\n".join([*_head(told, printed, number, body), *body]) + "\n"), told)


def _parse(markup: str) -> html.HtmlElement:
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(markup, parser=parser)
    except etree.LxmlError as error:
        raise ReadError("its markup is empty or damaged; save the page anew from the browser") from error
    if any(fault.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for fault in parser.error_log):
        raise ReadError(f"its elements lie more than {MAX_DEPTH:,} deep inside each other; save the page as text")
    return tree


def _unprinted(tree: etree._Element, markup: str) -> etree._Element | None:
    """The body that the page ``markup`` holds without printing it, where ``tree``, what it prints, has none."""
    body = next(tree.iter("body"), tree)
    printed = " ".join(lines(body))
    sentences = printed.count("。")
    if sentences >= _SENTENCES:
        return None
    whole = _parse(markup)
    links = sum(_length(node) for node in body.iter("a"))
    found = hidden_body(whole, sentences, _length(body) - links)
    if found is None:
        refuse_frames(whole, printed)
        return None
    inner = _parse(found)
    for node in inner.iter(etree.Element):
        node.attrib.pop("style", None)  # it hid the body, or is no matter of the text
        node.attrib.pop("hidden", None)
        node.tag = "div" if node.tag in ("textarea", "template", "noscript", "xmp") else node.tag
    _tidy(inner)
    return inner


def _tidy(tree: etree._Element) -> None:
    """Take out what no reader of the page sees; the text after each such element stays."""
    unseen = [node for node in tree.xpath("//*[@style]") if _HIDDEN.search(node.get("style"))]
    for node in (*tree.xpath(_CLUTTER), *unseen):
        if isinstance(node.tag, str) and node.tag not in ("html", "body"):
            node.tag = _UNSEEN
    etree.strip_elements(tree, _UNSEEN, etree.Comment, with_tail=False)
    unwrap(tree)


def _container(tree: etree._Element) -> etree._Element | None:
    """The element of a known content system that holds the document, if it holds most of the page's sentences."""
    known: dict[str, list[etree._Element]] = {name: [] for name in furniture().containers}
    for node in tree.iter(etree.Element):
        for name in {node.get("id"), *(node.get("class") or "").split()}:
            if name in known:
                known[name].append(node)
    sentences = "".join(tree.itertext()).count("。")
    for nodes in known.values():
        best = max(nodes, key=_length, default=None)
        if best is None or _length(best) < _CONTAINER_TEXT:
            continue
        if "".join(best.itertext()).count("。") * 2 >= sentences:
            return best
    return None


def _bulk(tree: etree._Element) -> etree._Element | None:
    """The smallest element that holds all of the page's sentences but a stray one; None where only the body does.

    Official documents stand in one place of their page; this keeps the signature, the tables and the short lines there,
    which a judgement paragraph by paragraph loses.
    """
    counted: dict[etree._Element, int] = {}
    for node in reversed(list(tree.iter(etree.Element))):
        own = sum((text or "").count("。") for text in (node.text, *(child.tail for child in node)))
        counted[node] = own + sum(counted.get(child, 0) for child in node)
    body = next(tree.iter("body"), tree)
    least = counted[body] - max(1, counted[body] // 20)
    if least < _SENTENCES:
        return None
    best = body
    while (inner := next((child for child in best if counted.get(child, 0) >= least), None)) is not None:
        best = inner
    while best.tag in _PARTS and best is not body and (above := best.getparent()) is not None:
        best = above
    return best if best is not body else None


def _length(node: etree._Element) -> int:
    return sum(len(piece.strip()) for piece in node.itertext())


def _head(told: dict[str, str], printed: list[str], number: str | None, body: list[str]) -> list[str]:
    """The lines before the body: the metadata as the page prints them, title and number where nothing else has them."""
    title = told.get("title")
    opening = re.sub(r"\s", "", "".join([*printed, *body[:8]]))
    if title and re.sub(r"\s", "", title) not in opening:
        printed = [*printed, title]
    if number and re.sub(r"\s", "", number) not in opening:
        printed = [*printed, number]
    return printed
