"""Markdown as the plain text it stands for: no marks, table cells divided by tabs, link texts without addresses."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from extractors.readers.cleaning import clean
from extractors.readers.decoding import decode
from extractors.readers.labels import label_alone, metadata
from extractors.readers.plain import as_source, silenced
from extractors.source import SourceText

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LINE = re.compile(r"^(\w+)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_FRONT_NAMES = {"title": "标题", "date": "发布日期", "url": "原文链接", "issuer": "发文机关", "number": "发文字号"}
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>")
_ADDRESS = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)")
_FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})[\w-]*[ \t]*")
_DEFINITION = re.compile(r"[ \t]*\[[^\]]+\]:[ \t]*<?(?:https?:|\.?/|#)\S+.*")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_TABLE_ROW = re.compile(r"[ \t]*\|(.*)\|[ \t]*")
_OPENING = re.compile(r"[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,300}\])")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+[\"'][^)]*)?\)")
_EMPHASIS = (
    re.compile(r"(?<!\\)(\*\*\*|\*\*|___|__|~~)(?=\S)(.+?)(?<=[^\s\\])\1"),
    re.compile(r"(?<![\\*0-9A-Za-z])(\*)(?=[^\s*])([^*\n]+?)(?<=[^\s\\])\*(?!\*)"),
    re.compile(r"(?<![\\\w])(_)(?=[^\s_])([^_\n]+?)(?<=[^\s\\])_(?!\w)"),
    re.compile(r"(?<!`)(`++)([^`\n]+)\1(?!`)"),
)
_FIRST_HEADING = re.compile(r"^#{1,2}[ \t]+\S", re.MULTILINE)
_QUOTATION = re.compile(r"(?:^>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown(data: bytes) -> SourceText:
    """The document in a Markdown file of any usual encoding; its front matter is read into the metadata."""
    text, told = _front_matter(clean(decode(data)))
    text = _without_comments(text)
    note = _collectors_note(text)
    source = as_source(_plain(text), told)
    return silenced(source, _spans_of(_plain(note), source.text)) if note else source


def _plain(text: str) -> str:
    # Taking marks away can bring an entity or a tag's blank to light, so the cleaning comes last as well.
    return clean(html.unescape("\n".join(_lines(text)))).strip("\n") + "\n"


def _collectors_note(text: str) -> str:
    """The quotation above the first heading, in which who collected the page says something of it; else empty."""
    heading = _FIRST_HEADING.search(text)
    note = _QUOTATION.search(text, 0, heading.start()) if heading else None
    return note[0] if note else ""


def _spans_of(note: str, text: str) -> list[tuple[int, int]]:
    """The lines of ``note`` in ``text``."""
    start = text.find(note)
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", note)] if start >= 0 else []


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    match = _FRONT.match(text)
    if not match:
        return text, {}
    found = []
    for name, value in _FRONT_LINE.findall(match.group(1)):
        label = _FRONT_NAMES.get(name.lower(), name)
        if label_alone(label):
            found.append((label, value))
    told = metadata(found)
    rest = text[match.end() :]
    title = told.get("title")
    return (rest if not title or title in rest[:300] else f"{title}\n\n{rest}"), told


def _without_comments(text: str) -> str:
    """``text`` without ``<!-- … -->``; one that is never closed is text."""
    kept: list[str] = []
    while True:
        before, opening, rest = text.partition("<!--")
        _, closing, after = rest.partition("-->")
        if not closing:
            return "".join([*kept, before, opening, rest])
        kept.append(before)
        text = after


def _lines(text: str) -> Iterator[str]:
    """The lines without their marks; lines that are nothing but marks are left out."""
    before = ""
    for line in text.split("\n"):
        if _FENCE.fullmatch(line) or _DEFINITION.fullmatch(line) or _is_rule(line, before):
            continue
        before = line
        row = _TABLE_ROW.fullmatch(line)
        if row:
            yield "\t".join(_inline(cell.strip()) if cell else "" for cell in re.split(r"(?<!\\)\|", row.group(1)))
        else:
            yield from _inline(line[_opening(line) :].rstrip(" \t")).split("\n")


def _is_rule(line: str, before: str) -> bool:
    """A ruler, the underline of a heading, or the dashes below a table's head."""
    if "|" in line:
        return "-" in line and bool(_TABLE_RULE.fullmatch(line))
    return bool(_RULE.fullmatch(line)) and (not line.strip().startswith("=") or bool(before.strip()))


def _opening(line: str) -> int:
    """The length of the marks that open a line; a bare indent is none (many Chinese paragraphs have one)."""
    match = _OPENING.match(line)
    return match.end() if match and match.group().strip() else 0


def _inline(text: str) -> str:
    text = re.sub(r"[ \t]#+$", "", text) if text.endswith("#") else text
    text = text.removesuffix("\\")
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    for emphasis in _EMPHASIS:
        text = emphasis.sub(r"\2", text)
    text = _TAG.sub("", _BREAK.sub("\n", _ADDRESS.sub(r"\1", text)))
    return _ESCAPE.sub(r"\1", text)
