"""From bytes to characters: UTF-8, UTF-16, GB18030 and its subsets, and what a page or a guess says otherwise."""

from __future__ import annotations

import codecs
import re

from extractors.readers.mojibake import refuse_mojibake
from extractors.source import ReadError
from extractors.text.marks import WIDE

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16  # bytes that a guess looks at
_TOLERATED = 1000  # one broken character in so many is a damaged byte, more is a wrong encoding
_PLAIN = re.compile(rf"[\s0-9{WIDE}\u2010-\u203f\u00b7]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_OURS = ("utf-8", "gb18030")
_GB = re.compile(r"gb.?2312|gbk|gb.?18030|cp936|x-gbk", re.IGNORECASE)


def decode(data: bytes, *, markup: bool = False) -> str:
    """The characters of ``data``.

    Order: a byte order mark; UTF-16 without one; strict UTF-8; the charset that a page declares (``markup``);
    GB18030, which holds GBK and GB2312; a guess. Damaged bytes here and there are let pass.

    Raises:
        ReadError: no encoding fits, or the text was spoilt by a wrong decoding before it was saved.
    """
    text = _decode(data, markup)
    refuse_mojibake(text)
    return text


def _decode(data: bytes, markup: bool) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    wide = utf16_order(data)
    if wide:
        return data.decode(wide, "replace")
    declared = _declared(data) if markup else None
    for name in filter(None, ("utf-8", declared, "gb18030")):
        text = _strictly(data, name)
        if text is None and name in _OURS:
            text = _leniently(data, name)
        if text is not None and not (name == "gb18030" and _is_odd(text[:_SAMPLE])):
            return text
    return _guess(data)


def _is_odd(sample: str) -> bool:
    """Whether many characters are for private use: GB18030 makes such of Big5."""
    return len(_PRIVATE.findall(sample)) * 50 > len(sample)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _leniently(data: bytes, encoding: str) -> str | None:
    """The text of a file that was cut inside a character, or has a damaged byte here and there; None for any other."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data, final=False)
    except UnicodeDecodeError:
        head = data[:_SAMPLE].decode(encoding, "replace")
        if head.count("\ufffd") > 1 + len(head) // _TOLERATED:
            return None
        text = data.decode(encoding, "replace")
    spoilt = text.count("\ufffd")
    return text if spoilt <= len(text) // _TOLERATED and len(_PLAIN.findall(text)) > len(text) // 2 else None


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    if not match:
        return None
    name = match.group(1).decode("ascii")
    return "gb18030" if _GB.fullmatch(name) else name


def utf16_order(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: its order, as Python names the encoding; None where ``data`` is something else.

    The ASCII characters of a text (line ends, figures) leave NULs on one side of the byte pairs. Without any, only what
    reads as Chinese this way and not otherwise is believed.
    """
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(data) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even or odd:
        order = "utf-16-be" if even > odd else "utf-16-le"
        return order if min(even, odd) * 10 <= max(even, odd) and _reads_well(sample, order) else None
    if _strictly(sample, "utf-8") is not None:
        return None
    best = max(("utf-16-le", "utf-16-be"), key=lambda name: _chineseness(sample, name))
    score = _chineseness(sample, best)
    return best if score > 0.9 and score > _chineseness(sample, "gb18030") else None


def _chineseness(sample: bytes, encoding: str) -> float:
    """The share of characters that a Chinese document is made of."""
    text = sample.decode(encoding, "replace")
    return len(_PLAIN.findall(text)) / len(text) if text else 0.0


def _reads_well(sample: bytes, encoding: str) -> bool:
    """Whether ``sample`` is Chinese, or plain Latin text, in ``encoding``."""
    text = sample.decode(encoding, "replace")
    return "\0" not in text and (_chineseness(sample, encoding) > 0.7 or text.isascii())


def _guess(data: bytes) -> str:
    # Imported only here: that takes longer than reading most files.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise ReadError("its bytes are text in no encoding that is known; save it as UTF-8")
    text = data.decode("gb18030" if _GB.fullmatch(best.encoding) else best.encoding, "replace")
    # A one-byte encoding fits any bytes: only a text that reads as Chinese is believed.
    if len(_PLAIN.findall(text)) < len(text) * 0.7:
        raise ReadError("its bytes are text in no encoding that is known; save it as UTF-8")
    return text
