"""Pages whose document is not in what they print: it stands in a textarea, in a script's data, or in another file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from lxml import etree

from extractors.source import ReadError

_PLACES = "//textarea|//noscript|//template|//xmp"
_HIDDEN = "//*[contains(@style, 'display') or contains(@style, 'visibility') or @hidden]"
_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*+"|\'(?:[^\'\\\n]|\\.)*+\'|`(?:[^`\\]|\\.)*+`', re.DOTALL)
_JOINED = re.compile(r"\s*\+\s*")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|(\r?\n)|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "", "v": "", "0": ""}
_WIDE_PERCENT = re.compile("%u([0-9A-Fa-f]{4})")
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")
_TAGS = re.compile(r"<[^<>]*>|\s+")
_TAG = re.compile(r"<[a-zA-Z/!]")
_SHORTEST = 20  # characters of a document
_SHORT = 500  # characters of a page that prints nothing of its own beside its frame
_NOWHERE = ("about:", "javascript:", "data:", "#")


def hidden_body(tree: etree._Element, sentences: int, length: int) -> str | None:
    """The markup of the document that ``tree`` holds without printing it.

    It has more sentences, and no fewer characters, than what the page prints: a warning is no document.

    Args:
        tree: a page as it was parsed.
        sentences: how many it prints.
        length: characters that it prints, those of links left out.
    """
    found = [
        markup
        for told in _candidates(tree)
        if told.count("。") > sentences and len(_TAGS.sub("", markup := _as_markup(told))) >= max(length, _SHORTEST)
    ]
    return max(found, key=lambda markup: markup.count("。"), default=None)


def refuse_frames(tree: etree._Element, printed: str) -> None:
    """Let a page pass that prints something of its own.

    Raises:
        ReadError: it only shows another file, in a frame.
    """
    for node in tree.iter("frame", "iframe"):
        where = (node.get("src") or "").strip()
        whole = len(printed) < _SHORT and (node.tag == "frame" or "。" not in printed)
        if whole and where and not where.lower().startswith(_NOWHERE):
            raise ReadError(f"it only shows another page in a frame ({where[:200]}); save that page")


def _candidates(tree: etree._Element) -> Iterator[str]:
    for node in tree.xpath(_PLACES):
        yield _inner(node)
    for node in tree.xpath(_HIDDEN):
        if node.tag not in ("html", "body"):
            yield _inner(node)
    for node in tree.iter("iframe"):
        yield node.get("srcdoc") or ""
    for node in tree.iter("input"):
        yield node.get("value") or ""
    for node in tree.iter("script"):
        told, kind = "".join(node.itertext()), (node.get("type") or "").lower()
        if "html" in kind or "template" in kind:
            yield told
        else:
            yield from _literals(told)


def _inner(node: etree._Element) -> str:
    """What stands inside an element, as text where it is only that, else as markup."""
    if not len(node):
        return node.text or ""
    return etree.tostring(node, encoding="unicode", method="html", with_tail=False)


def _literals(script: str) -> Iterator[str]:
    """The strings of a script, those added to each other as one."""
    whole, end = "", 0
    for match in _LITERAL.finditer(script):
        if whole and not _JOINED.fullmatch(script, end, match.start()):
            yield whole
            whole = ""
        whole += _plain(match[0][1:-1])
        end = match.end()
    yield whole


def _plain(literal: str) -> str:
    text = _ESCAPE.sub(_character, literal)
    text = _WIDE_PERCENT.sub(lambda found: chr(int(found[1], 16)), text)
    return unquote(text) if len(_PERCENT.findall(text)) > len(text) // 10 else text


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    return "" if found[4] else _CONTROLS.get(found[5], found[5])


def _as_markup(text: str) -> str:
    """``text`` as markup: escaped once more than it should be, or plain with a paragraph a line."""
    if not _TAG.search(text) and "&lt;" in text:
        text = unescape(text)
    return text if _TAG.search(text) else "".join(f"<p>{line}</p>" for line in text.split("\n"))
