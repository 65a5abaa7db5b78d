"""What a build tells of files that are one document: of equal texts, or of texts that say the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extractors.catalogues import is_catalogue
from kg.tracing.source import Source

_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Same:
    """A file, the one whose record stands for it, and whether their texts are equal (else they say the same)."""

    file: str
    counted: str
    equal: bool


def same_in(graph: Source) -> list[Same]:
    """The files of ``graph`` that count in the document of another one, by name; rows of tables are not told."""
    found = []
    for node in graph.nodes("Document"):
        copies = node.properties.get("copies", ())
        own, *equal = [path for path in node.properties["paths"] if path not in copies]
        found += [Same(path, own, True) for path in equal if not is_catalogue(path.rpartition("#")[0])]
        found += [Same(path, own, False) for path in copies]
    return sorted(found)


def same_sentences(same: Collection[Same]) -> Iterator[str]:
    """A sentence for each of the first files, and one that counts all."""
    for number, one in enumerate(same):
        if number < _SHOWN:
            how = "has the text of" if one.equal else "says what stands in"
            yield f"{one.file}: {how} {one.counted}, and counts with it"
    alike = sum(1 for one in same if not one.equal)
    if same:
        kept = f" ({alike:,} in other blanks, marks or page furniture; --keep-duplicates counts them)" if alike else ""
        files = "1 file is" if len(same) == 1 else f"{len(same):,} files are"
        yield f"{files} another one again{kept}"
