"""One text in every format that is read: what a person would have saved it as, and a catalogue of its lines."""

from __future__ import annotations

import csv
import html
import io
import json
import tarfile
import zipfile
from email.message import EmailMessage

import docx
import openpyxl

from .tiny_ofd import tiny_ofd
from .tiny_pdf import tiny_pdf
from .tiny_xls import tiny_xls

_LINES_A_PAGE, _CHARACTERS_A_LINE = 40, 34
_COLUMNS = ("标题", "发文字号", "发布日期", "发布机关", "链接")


def in_every_format(text: str) -> dict[str, bytes]:
    """By ending, the document ``text``, or the catalogue whose titles are its lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    rows = [_COLUMNS, *((line, f"川府发〔2019〕{n}号", f"2019-03-{n % 28 + 1:02}", "四川省人民政府",
             f"https://example.org/{n}") for n, line in enumerate(lines, 1))]  # fmt: skip
    return {
        ".txt": text.encode(),
        ".md": "\n\n".join(["# " + lines[0], *lines[1:]]).encode() if lines else b"",
        ".html": _page(lines),
        ".docx": _word(lines),
        ".pdf": _pdf(lines),
        ".csv": _separated(rows, ","),
        ".tsv": _separated(rows, "\t"),
        ".jsonl": "".join(json.dumps(dict(zip(_COLUMNS, row, strict=True)), ensure_ascii=False) + "\n" for row in rows[1:]).encode(),
        ".xlsx": _sheet(rows),
        ".xls": tiny_xls(rows),
        ".rtf": _rich(lines),
        ".odt": _open(lines),
        ".ofd": _ofd(lines),
        ".eml": _mail(lines),
    }  # fmt: skip


def in_every_archive(text: str) -> dict[str, bytes]:
    """By ending, an archive with ``text`` in it in two formats, in folders and in an archive inside."""
    made = in_every_format(text)
    files = {f"甲/a{suffix}": made[suffix] for suffix in (".txt", ".csv")}
    inner = _zipped(files)
    return {
        ".zip": _zipped({**files, "乙/in.tar.gz": _tarred(files, "w:gz")}),
        **{f".tar{packing and '.'}{packing}": _tarred({**files, "in.zip": inner}, f"w:{packing}") for packing in ("", "gz", "bz2", "xz")},
    }


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _tarred(files: dict[str, bytes], mode: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _page(lines: list[str]) -> bytes:
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    table = "".join(f"<tr><td>{n}</td><td>{html.escape(line[:20])}</td></tr>" for n, line in enumerate(lines[:20]))
    title = html.escape(lines[0] if lines else "")
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="{title}">'
        f'<meta name="PubDate" content="2019-03-01"><title>{title}</title></head><body><div class="nav">首页</div>'
        f'<h1>{title}</h1><div id="zoom">{body}<table>{table}</table></div></body></html>'
    ).encode()


def _word(lines: list[str]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=2)
    for n, line in enumerate(lines[:20]):
        first, second = table.add_row().cells
        first.text, second.text = str(n), line[:20]
    document.save(out)
    return out.getvalue()


def _pdf(lines: list[str]) -> bytes:
    cut = [line[at : at + _CHARACTERS_A_LINE] for line in lines for at in range(0, len(line), _CHARACTERS_A_LINE)]
    pages = [cut[at : at + _LINES_A_PAGE] for at in range(0, len(cut), _LINES_A_PAGE)]
    return tiny_pdf([[(24, 800 - 19 * n, _in_one_unit(line)) for n, line in enumerate(page)] for page in pages])


def _in_one_unit(line: str) -> str:
    """``line`` without the characters that UTF-16 writes in two units, which the encoding of the font does not know."""
    return "".join(char for char in line if ord(char) <= 0xFFFF)


def _rich(lines: list[str]) -> bytes:
    """Rich text: lines by turns in Unicode and in the bytes of their code page, then a table."""
    written = [_in_unicode(line) if n % 2 else _in_bytes(line) for n, line in enumerate(lines)]
    body = "".join(f"\\pard {line}\\par\n" for line in written)
    rows = "".join(
        f"\\trowd\\cellx999\\cellx9999\\pard\\intbl {n}\\cell {_in_unicode(line[:20])}\\cell\\row\n"
        for n, line in enumerate(lines[:20])
    )
    head = "{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\header\\pard " + _in_bytes("市政府文件") + "\\par}"
    return f"{head}\n\\f0 {body}{rows}\\pard {{\\footnote\\pard {_in_bytes('注。')}\\par}}\\par}}".encode("ascii")


def _in_unicode(line: str) -> str:
    units = line.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(chr(code) if 47 < code < 91 else f"\\u{code - (code >> 15 << 16)}?" for code in codes)


def _in_bytes(line: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in line.encode("gb18030", "replace"))


def _open(lines: list[str]) -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
    )
    body = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in lines)
    table = "".join(
        f"<table:table-row><table:table-cell><text:p>{n}</text:p></table:table-cell><table:table-cell><text:p>"
        f"{html.escape(line[:20])}</text:p></table:table-cell></table:table-row>"
        for n, line in enumerate(lines[:20])
    )
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}<table:table>{table}</table:table>"
        "</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr(zipfile.ZipInfo("content.xml"), content)
    return out.getvalue()


def _ofd(lines: list[str]) -> bytes:
    cut = [line[at : at + _CHARACTERS_A_LINE] for line in lines for at in range(0, len(line), _CHARACTERS_A_LINE)]
    pages = [cut[at : at + _LINES_A_PAGE] for at in range(0, len(cut), _LINES_A_PAGE)]
    return tiny_ofd([[(20.0, 20.0 + 6 * n, line) for n, line in enumerate(page)] for page in pages])


def _mail(lines: list[str]) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["Message-ID"] = (lines[0] if lines else "")[:60], "<1@example.org>"
    mail.set_content("\n".join(lines) + "\n")
    mail.add_alternative(_page(lines).decode(), subtype="html")
    return mail.as_bytes()


def _separated(rows: list[tuple[str, ...]], delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def _sheet(rows: list[tuple[str, ...]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()
