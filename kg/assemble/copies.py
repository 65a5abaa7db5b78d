"""Which documents are one source though their texts are not equal: a report as TXT and DOCX, or on two sites.

MinHash (Broder 1997) finds texts that share most of what stands between their marks; each such pair is compared in
full (``wording``), and by what the heads say. Reports of two years, or of two districts that copy from each other,
share their phrases, and differ in a figure, a name or a sentence: they stay apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractors.record import DocumentHead, Record
from kg.assemble.row_numbers import is_row
from kg.assemble.wording import Wording, pieces, says_the_same, wording
from kg.disk.parts import SourceDocument

BANDS, ROWS = 20, 4
"""Of MinHash: texts with a share of 0.7 of their pieces in common are found with a chance of 0.996."""
MOST = 256
"""Texts that one may be much like: what is like more is a form that everybody fills in, and a copy of none."""
Pairs = Mapping[str, Collection[str]]
Texts = Callable[[Collection[str]], Iterable[tuple[str, str]]]
"""Gives of the documents whose texts have one of these hashes the hash and the text."""


@dataclass(frozen=True, slots=True)
class Face:
    """What is kept of a document until all are known: its text's hash, and what tells whether another may be it."""

    text: str
    told: tuple[Any, ...]
    rank: tuple[Any, ...]

    def may_be(self, other: Face) -> bool:
        """Whether no field of the heads says otherwise."""
        return all(one is None or two is None or one == two for one, two in zip(self.told, other.told, strict=True))


def face(record: Record, corrected: bool) -> Face:
    """The face of ``record``, which an analyst ``corrected`` or not.

    Of several that are one source that stands which an analyst corrected, which tells its region and its year, which
    was read whole, and which tells most of its head; of equals the first by name.
    """
    head = record.document
    place = None if head.region is None else (head.region, head.area)
    fields = sum(getattr(head, name) is not None for name in DocumentHead.empty().told())
    rank = (not corrected, head.region is None, head.year is None, bool(record.unread), -fields, record.file)
    return Face(record.text_sha256 or "", (place, head.year, head.number), rank)


@dataclass(slots=True)
class Sketches:
    """Looks at texts one by one and tells which are much alike; of each a few kilobytes are kept, and no text."""

    _index: Any = None
    _alike: dict[str, set[str]] = field(default_factory=dict)

    def look(self, document: SourceDocument) -> None:
        """Take in the text of ``document``, once; a row of a table is but a title, and no copy of anything."""
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - it takes a second to load, and few look at texts

        text = document.record.text_sha256
        if text is None or is_row(document.record):
            return
        if self._index is None:
            self._index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
        found = [piece.encode("utf-8", "surrogatepass") for piece in sorted(pieces(document.text))]
        if not found or text in self._index:
            return
        sketch = MinHash(num_perm=BANDS * ROWS, seed=1)
        sketch.update_batch(found)
        for other in self._index.query(sketch):
            self._note(text, other)
            self._note(other, text)
        self._index.insert(text, sketch, check_duplication=False)

    def _note(self, text: str, other: str) -> None:
        found = self._alike.setdefault(text, set())
        if len(found) <= MOST:  # one more tells that there are too many, in whatever order they come
            found.add(other)

    def alike(self) -> Pairs:
        """By text, those that are much like it."""
        crowded = {text for text, others in self._alike.items() if len(others) > MOST}
        return {text: others - crowded for text, others in self._alike.items() if text not in crowded}


def copies(faces: Collection[Face], alike: Pairs, texts: Texts, kept: Collection[str] = ()) -> dict[str, str]:
    """By text, the one that it is a copy of, which is no copy itself; in whatever order the documents come.

    A text that is the same as several others which are not of one region, year and number is a copy of none.

    Args:
        faces: of all texts.
        alike: by text, those that are much like it.
        texts: gives the texts of those that are much alike, which are kept until all are compared.
        kept: texts that are no copies whatever they say.
    """
    by_text = {one.text: one for one in faces}
    near = {
        text: [other for other in others if by_text[text].may_be(by_text[other])]
        for text, others in alike.items()
        if text in by_text
    }
    wanted = {text for text, others in near.items() if others}
    found: dict[str, Wording] = {}
    for text, said in texts(wanted) if wanted else ():
        if text in wanted and text not in found:
            found[text] = wording(said)
    copied: dict[str, str] = {}
    for text in sorted(wanted - set(kept), key=lambda text: by_text[text].rank):
        before = (by_text[other] for other in near[text] if by_text[other].rank < by_text[text].rank)
        counted = [one for one in before if one.text not in copied]
        same = [one for one in counted if says_the_same(found[text], found[one.text])]
        if same and all(one.may_be(other) for one in same for other in same):
            copied[text] = min(same, key=lambda one: one.rank).text
    return copied
