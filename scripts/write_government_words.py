"""Write the table of words that have to do with reforms of government, from a corpus without annotations.

    python scripts/write_government_words.py CORPUS

For each pair of Chinese characters, the logarithm of how much oftener it stands within forty characters of a known
initiative (and not in one) than elsewhere, in hundredths. Pairs of few documents, and those that tell little, are left
out. The same corpus and list of initiatives give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
from collections import Counter
from pathlib import Path

from extractors.initiatives.known import known_forms
from extractors.readers import read_bytes
from extractors.source import ReadError
from extractors.text.folding import fold
from extractors.text.marks import HAN
from ontology.government_words import GOVERNMENT_WORDS

_NEAR = 40
_FEWEST_DOCUMENTS = 60
_LEAST = 60  # hundredths
_PAIR = re.compile(f"(?=([{HAN}]{{2}}))")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    near: Counter[str] = Counter()
    far: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for file in sorted(path for path in parser.parse_args().corpus.rglob("*") if path.is_file()):
        try:
            folded = fold(read_bytes(file.read_bytes(), file.name).text)
        except ReadError:
            continue
        at = _count(folded, near, far)
        documents.update(at)
    total_near, total_far = near.total(), far.total()
    with GOVERNMENT_WORDS.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("pair", "score"))
        for pair in sorted(pair for pair, count in documents.items() if count >= _FEWEST_DOCUMENTS):
            odds = (near[pair] + 1) / total_near / ((far[pair] + 1) / total_far)
            score = round(100 * math.log(odds))
            if abs(score) >= _LEAST:
                rows.writerow((pair, score))


def _count(folded: str, near: Counter[str], far: Counter[str]) -> set[str]:
    """Count the pairs of one text, and return them."""
    hits = [(hit.start, hit.end) for hit in known_forms(folded, None)]
    marks = bytearray(len(folded))  # 0 far from one, 1 near, 2 inside
    for start, end in hits:
        low, high = max(0, start - _NEAR), min(len(folded), end + _NEAR)
        marks[low:high] = bytes(max(1, mark) for mark in marks[low:high])
        marks[start:end] = b"\x02" * (end - start)
    seen = set()
    for match in _PAIR.finditer(folded):
        place, pair = match.start(), match[1]
        if marks[place] == 2 or marks[place + 1] == 2:
            continue
        (near if marks[place] else far)[pair] += 1
        seen.add(pair)
    return seen


if __name__ == "__main__":
    main()
