"""Headers and footers of paged documents: lines in the margins, each once, and which of them are the document's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.numbers.grammar import find_numbers
from extractors.readers.page_marks import PAGE_NUMBER
from ontology.furniture import furniture

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Margin:
    """The lines of one header or footer; ``tells`` where they are the document's own, not what runs along its pages."""

    lines: tuple[str, ...]
    tells: bool


def margins(parts: Iterable[Sequence[str]], kind: str) -> list[Margin]:
    """The headers (``kind`` is ``header``) or footers whose lines are ``parts``, in their order.

    A red head (遂宁市人民政府文件, 遂府发〔2019〕8号), or a foot with who printed the document and when, tells of it;
    any other line in the margin is a running title. Page numbers and lines that were printed before are left out.
    """
    cue = furniture().header if kind == "header" else furniture().footer
    seen: set[str] = set()
    found = []
    for part in parts:
        printed = [line for line in part if line.strip()]
        kept = [line for line in printed if not PAGE_NUMBER.fullmatch(line.strip()) and _bare(line) not in seen]
        seen.update(map(_bare, kept))
        tells = any(find_numbers(line) or cue.search(_bare(line)) for line in kept)
        if kept:
            found.append(Margin(tuple(kept), tells))
    return found


def with_margins(
    headers: Iterable[Margin], body: Sequence[str], footers: Iterable[Margin]
) -> list[tuple[str, bool]]:
    """The lines of a document with its headers above and its footers below, each with whether it is furniture."""
    printed = {line.strip() for line in body}
    return [*_marked(headers, printed), *((line, False) for line in body), *_marked(footers, printed)]


def _marked(found: Iterable[Margin], printed: set[str]) -> Iterator[tuple[str, bool]]:
    """The lines of margins that the body does not print itself, each with whether it is furniture."""
    for margin in found:
        for line in margin.lines:
            if line.strip() not in printed:
                yield line, not margin.tells


def _bare(line: str) -> str:
    return _BLANK.sub("", line)
