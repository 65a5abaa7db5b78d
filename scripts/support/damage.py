"""Damaged documents, and what is wrong with what the extraction makes of one."""

from __future__ import annotations

import random

from extractors.pipeline import Extractor
from extractors.record import TextSpan

_TORN = "《》〔〕[]()（）“”\"'、，。；：\n\t \u3000年月日号第一二三四五六七八九十0123456789%万亿ＡaZ\x00\ufeff\U0001f600"
_LONGEST = 20_000


def mutated(dice: random.Random, data: bytes, other: bytes, *, text: bool) -> bytes:
    """``data`` damaged; binary formats in their bytes, texts mostly in their characters."""
    if not text or dice.random() < 0.1:
        torn = bytearray(data)
        for _ in range(dice.randint(1, 20)):
            torn[dice.randrange(len(torn))] = dice.randrange(256)
        return bytes(torn[: dice.randint(1, len(torn))]) if dice.random() < 0.3 else bytes(torn)
    words = data.decode("utf-8", "replace")
    start = dice.randrange(len(words))
    words = words[start : start + dice.randint(1, _LONGEST)]
    for _ in range(dice.randint(1, 6)):
        words = _damage(dice, words, other.decode("utf-8", "replace"))
    return words.encode("utf-8", "replace")


def _damage(dice: random.Random, words: str, other: str) -> str:
    at, length = dice.randrange(len(words) + 1), dice.randint(1, 400)
    choice = dice.randrange(7)
    if choice == 0:
        return words[:at] + words[at + length :]
    if choice == 1:
        return words[:at] + words[at : at + length] * dice.randint(2, 30) + words[at:]
    if choice == 2:
        return words[:at] + "".join(dice.choice(_TORN) for _ in range(length)) + words[at:]
    if choice == 3:
        return words[:at] + dice.choice(_TORN) * dice.randint(1, 3000) + words[at:]
    if choice == 4:
        return words.replace(dice.choice(_TORN), dice.choice(["", dice.choice(_TORN)]))
    if choice == 5:
        place = dice.randrange(len(other) + 1)
        return words[:at] + other[place : place + length * 5] + words[at:]
    return "".join(dice.sample(words, len(words))) if len(words) < 2000 else words.replace("\n", "")


def problem(extractor: Extractor, data: bytes, name: str) -> str:
    """What is wrong with the record of ``data``; empty where nothing is."""
    try:
        record, text = extractor.record_and_text(data, name)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    spans = (span for entry in record.entries() for span in entry.spans)
    return next((fault for span in spans if (fault := _misplaced(span, text))), "")


def _misplaced(span: TextSpan, text: str) -> str:
    if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.surface:
        return f"{span.rule}: {span.start}-{span.end} is not {span.surface!r}"
    return ""
