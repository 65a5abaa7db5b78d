"""What readers of word processors' files share: how body and margins become one text, and what they do not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.readers.margins import margins, with_margins
from extractors.readers.plain import joined
from extractors.source import ReadError, SourceText

OBJECT, CHART, PICTURE = "object", "chart", "picture"
_TOLD = {
    CHART: ("chart", "charts"),
    PICTURE: ("picture as large as a page", "pictures as large as a page"),
    OBJECT: ("embedded object", "embedded objects"),
}


def left_out(counts: Counter[str]) -> tuple[str, ...]:
    """The sentence on what a document holds and no reader reads, by kind how often; none where there is nothing."""
    told = [f"{counts[kind]} {words[counts[kind] > 1]}" for kind, words in _TOLD.items() if counts[kind]]
    return (f"{' and '.join(told)} left out",) if told else ()


def document(
    kind: str,
    body: Sequence[str],
    headers: Iterable[Sequence[str]],
    footers: Iterable[Sequence[str]],
    unread: tuple[str, ...],
    behind: Sequence[str] = (),
) -> SourceText:
    """The document whose lines are ``body``, with its margins around it.

    Args:
        kind: what messages call it.
        body: its lines.
        headers: the lines of each header.
        footers: the lines of each footer.
        unread: as in ``SourceText``.
        behind: lines behind the body, such as endnotes, which by themselves are no text.

    Raises:
        ReadError: the body holds no text.
    """
    if not any(line.strip() for line in body):
        raise ReadError(f"the {kind} holds no text, perhaps only pictures; recognise its characters (OCR) first")
    lines = with_margins(margins(headers, "header"), [*body, *behind], margins(footers, "footer"))
    return joined(lines, unread=unread)
