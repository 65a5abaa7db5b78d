"""Damaged documents, and what is wrong with what the extraction makes of one."""

from __future__ import annotations

import io
import math
import random
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from extractors.archives import is_archive, unpack
from extractors.catalogues import is_catalogue
from extractors.pipeline import Extractor
from extractors.readers import is_readable
from extractors.record import Record, TextSpan
from extractors.source import ReadError

_TORN = [*"《》〔〕[]()（）“”\"'、，。；：\n\t \u3000年月日号第一二三四五六七八九十0123456789%万亿ＡaZ\x00\ufeff\U0001f600"]
_MARKUP = ["<", ">", "&", "&#0;", "&amp;", "]]>", "<!--", "-->", "<![CDATA[", "</", "/>", "=\"", "999999999", "-1"]
_TOKENS = {
    ".html": [*_MARKUP, "<table>", "<tr><td>", "</td>", "<div>", "</div>", "<p>", "<script>", "<style>", "<!DOCTYPE html>",
              "<meta charset=gbk>", "<base href=x>", "<select>", "<svg>", "<template>", "&nbsp;", "<br>"],
    ".docx": [*_MARKUP, "<w:tbl>", "<w:tr><w:tc>", "</w:tc>", "<w:p>", "</w:p>", "<w:sdt>", "<w:t>", "<w:numPr>", "w:val="],
    ".xlsx": [*_MARKUP, "<row r=\"1048577\">", "<c r=\"XFE1\">", "<c t=\"s\">", "<v>", "1e999", "NaN", "XFD1048576", "2958466"],
    ".odt": [*_MARKUP, "<text:p>", "</text:p>", "<table:table>", "<table:table-row>", "<table:table-cell>", "<text:s text:c=\"9999\"/>",
             "<table:covered-table-cell/>", "<text:note>", "<text:note-body>", "table:number-columns-spanned=\"3\""],
    ".ofd": [*_MARKUP, "<ofd:TextObject>", "<ofd:TextCode>", "Boundary=\"0 0 1 1\"", "DeltaX=\"g 99999 1\"", "Size=\"0\"", "CTM=\"0 1 1 0 0 0\"",
             "1e308", "nan", "inf", "BaseLoc=\"../../OFD.xml\""],
    ".rtf": ["{", "}", "\\", "{\\*", "\\par ", "\\cell ", "\\row ", "\\trowd", "\\cellx1", "\\clvmgf", "\\clvmrg", "\\u-1?", "\\uc9",
             "\\bin99999999 ", "\\'", "\\'ff", "{\\header ", "{\\footnote ", "{\\shptxt ", "\\v ", "\\ansicpg1", "\\fcharset134", "{\\upr"],
    ".eml": ["Content-Type: ", "multipart/mixed; boundary=x", "message/rfc822", "--x", "--x--", "\n\n", "=?gbk?B?", "?=", "charset=", "base64",
             "Content-Transfer-Encoding: ", "quoted-printable", "uuencode", "text/html", "=E4"],
    ".pdf": [" obj", "endobj", "stream", "endstream", "<<", ">>", "[", "]", "/Kids", "/Count", "/Length", "/Parent", " 0 R",
             "Tj", "TJ", "Tm", "cm", "BT", "ET", "q", "Q", "Do", "99999", "-1", "xref", "trailer", "/Filter/FlateDecode"],
    ".jsonl": ["{", "}", "[", "]", ":", ",", "\\", "\\ud800", "\\u0000", "1e999", "NaN", "null", "{\"标题\":"],
    ".csv": ["\"", "\"\"", ";", "\t", "\r", "\n,", "'"],
}  # fmt: skip
_TOKENS[".htm"], _TOKENS[".tsv"] = _TOKENS[".html"], _TOKENS[".csv"]
_PACKED = (".docx", ".xlsx", ".odt", ".ofd")
_BINARY = (".xls", ".zip", ".tar", ".gz", ".bz2", ".xz")
_STRETCH = 20_000  # characters of a text that are damaged
_RUN = 100_000  # characters that a piece may be repeated to


def mutated(dice: random.Random, data: bytes, other: bytes, suffix: str) -> bytes:
    """``data``, a file with the ending ``suffix``, damaged: in its bytes, or in the characters that it is written in.

    ``other`` is a file of the same format, of which pieces are put in.
    """
    if dice.random() < 0.1:
        return _torn(dice, data)
    if suffix.endswith(_BINARY):
        return _torn(dice, data)
    if suffix in _PACKED:
        return _repacked(dice, data, other, suffix)
    if suffix == ".pdf":
        words = _damaged(dice, data.decode("latin-1"), other.decode("latin-1"), suffix)
        return words.encode("latin-1", "replace")
    words = data.decode("utf-8", "replace")
    start = dice.randrange(len(words) + 1) if dice.random() < 0.5 else 0
    words = words[start : start + dice.randint(1, _STRETCH)]
    return _damaged(dice, words, other.decode("utf-8", "replace"), suffix).encode("utf-8", "replace")


def _torn(dice: random.Random, data: bytes) -> bytes:
    torn = bytearray(data or b"\0")
    for _ in range(dice.randint(1, 20)):
        torn[dice.randrange(len(torn))] = dice.randrange(256)
    return bytes(torn[: dice.randint(1, len(torn))]) if dice.random() < 0.3 else bytes(torn)


def _repacked(dice: random.Random, data: bytes, other: bytes, suffix: str) -> bytes:
    """A package with one of its parts damaged, lost, or put in the place of another."""
    parts = _parts(data)
    main = [name for name in parts if name.endswith(("document.xml", "sheet1.xml", "sharedStrings.xml", "content.xml", "Content.xml"))]
    name = dice.choice(main if main and dice.random() < 0.7 else sorted(parts))
    choice = dice.randrange(20)
    if choice == 0:
        del parts[name]
    elif choice == 1:
        parts[name] = parts[dice.choice(sorted(parts))]
    else:
        words, pieces = parts[name].decode("utf-8", "replace"), _parts(other).get(name, b"").decode("utf-8", "replace")
        parts[name] = _damaged(dice, words, pieces, suffix).encode("utf-8", "replace")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part), content)
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _damaged(dice: random.Random, words: str, other: str, suffix: str) -> str:
    tokens = _TOKENS.get(suffix, _TORN)
    for _ in range(dice.randint(1, 6)):
        words = _damage(dice, words, other, tokens if dice.random() < 0.6 else _TORN)
    return words


def _damage(dice: random.Random, words: str, other: str, tokens: list[str]) -> str:
    at, length = dice.randrange(len(words) + 1), dice.randint(1, 400)
    choice = dice.randrange(9)
    if choice == 0:
        return words[:at] + words[at + length :]
    if choice == 1:
        return words[:at] + words[at : at + length] * dice.randint(2, 30) + words[at:]
    if choice == 2:
        return words[:at] + "".join(dice.choice(tokens) for _ in range(length)) + words[at:]
    if choice == 3:
        return words[:at] + dice.choice(tokens) * dice.randint(1, 3000) + words[at:]
    if choice == 4:
        return words.replace(dice.choice(tokens), dice.choice(["", dice.choice(tokens)]), dice.choice([1, -1]))
    if choice == 5:
        place = dice.randrange(len(other) + 1)
        return words[:at] + other[place : place + length * 5] + words[at:]
    if choice == 6:
        piece = words[at : at + length // 10 + 1]
        return words[:at] + piece * (dice.randint(1, _RUN) // (len(piece) or 1)) + words[at:]
    if choice == 7:
        return words[:at] + dice.choice(tokens) + words[at + dice.randint(0, 3) :]
    return "".join(dice.sample(words, len(words))) if len(words) < 2000 else words.replace("\n", "")


def problem(extractor: Extractor, data: bytes, name: str, longest: float = math.inf) -> str:
    """What is wrong with the record of ``data``, or with those of its rows; empty where nothing is.

    None may take more than ``longest`` seconds of the processor: a list or an archive may hold a thousand documents.
    """
    start = time.process_time()
    try:
        for record, text in _records(extractor, data, name):
            if fault := _wrong(record, text) or _late(start, longest):
                return fault
            start = time.process_time()
    except ReadError:
        pass
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return _late(start, longest)


def _late(start: float, longest: float) -> str:
    taken = time.process_time() - start
    return f"a document took {taken:.1f} s" if taken > longest else ""


def _records(extractor: Extractor, data: bytes, name: str) -> Iterator[tuple[Record, str]]:
    if is_archive(name):
        yield from _unpacked_records(extractor, data, name)
    if is_catalogue(name):
        yield from extractor.row_records(extractor.catalogue(data, name), name)
    elif is_readable(name):
        yield extractor.record_and_text(data, name)


def _unpacked_records(extractor: Extractor, data: bytes, name: str) -> Iterator[tuple[Record, str]]:
    with tempfile.TemporaryDirectory(prefix="reformkg-") as folder:
        archive, out = Path(folder, "archive"), Path(folder, "out")
        archive.write_bytes(data)
        out.mkdir()
        for member in unpack(archive, out, lambda inner: is_readable(inner) or is_catalogue(inner)):
            if not set(out.rglob("*")) <= set(out.iterdir()) or set(Path(folder).iterdir()) != {archive, out}:
                raise AssertionError(f"{member.name} was written beside its place")
            if member.path:
                with suppress(ReadError):
                    yield from _records(extractor, member.path.read_bytes(), f"{name}/{member.name}")


def _wrong(record: Record, text: str) -> str:
    text.encode()
    spans = (span for entry in record.entries() for span in entry.spans)
    return next((fault for span in spans if (fault := _misplaced(span, text))), "")


def _misplaced(span: TextSpan, text: str) -> str:
    if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.surface:
        return f"{span.rule}: {span.start}-{span.end} is not {span.surface!r}"
    return ""
