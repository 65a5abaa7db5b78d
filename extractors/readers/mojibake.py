"""Texts that a wrong decoding spoilt before they were saved: they are refused, since no span of them means anything."""

from __future__ import annotations

import re

from extractors.source import ReadError
from extractors.text.marks import HAN

_SAMPLE = 20_000
_ASCII = re.compile("[\x00-\x7f]+")
_HAN = re.compile(f"[{HAN}]")
_WORN = re.compile("锟斤拷|烫烫烫|屯屯屯")


def refuse_mojibake(text: str) -> None:
    """Let a text pass whose characters were decoded rightly.

    Raises:
        ReadError: replacement characters or question marks in quantity, or UTF-8 that was read as Latin-1 or GBK.
    """
    sample = text[:_SAMPLE]
    marks = sample.count("\ufffd") + 3 * len(_WORN.findall(sample))
    if marks > max(3, len(sample) // 200):
        raise ReadError("it is full of replacement characters (�, 锟斤拷): the original was lost; get the file anew")
    if sample.count("?") > max(20, len(sample) // 3):
        raise ReadError("it is mostly question marks: the original was lost; get the file anew")
    beyond = _ASCII.sub("", sample)
    for encoding, name in (("latin-1", "Latin-1"), ("cp1252", "Windows-1252"), ("gb18030", "GBK")):
        if _was_utf8(beyond, encoding):
            raise ReadError(f"it is UTF-8 that was read as {name} and saved so; get the file anew")


def _was_utf8(beyond: str, encoding: str) -> bool:
    """Whether the characters beyond ASCII, put back into ``encoding``, are mostly Chinese in UTF-8."""
    if len(beyond) < 6:
        return False
    back = beyond.encode(encoding, "ignore")
    if len(back) < len(beyond) * 0.8:
        return False
    # Right text put back gives hardly any valid UTF-8; spoilt text gives a Chinese character for three bytes.
    return len(_HAN.findall(back.decode("utf-8", "ignore"))) * 3 > len(back) * 0.6
