"""Write the table of names that stand in documents of several provinces, from a corpus without annotations.

    python scripts/write_widespread_names.py CORPUS

A local initiative is of one place; what many provinces name alike is a policy of the whole country or a figure of speech.
For each run of words that has the form of a name (``extractors.initiatives.local.candidates``) the table has the number
of provinces whose documents hold it, where these are four or more. The same corpus and list of initiatives give the
same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import cache
from multiprocessing import Pool
from pathlib import Path

from extractors.analysis import Analysis
from extractors.initiatives.candidates import Known
from extractors.initiatives.extract import known_mentions
from extractors.initiatives.local import candidates
from extractors.pipeline import Extractor
from extractors.source import ReadError
from extractors.text.folding import fold
from ontology.widespread_names import FEWEST, WIDESPREAD_NAMES
from support.documents import readable_files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    files = readable_files([parser.parse_args().corpus])
    provinces: dict[str, set[str]] = {}
    with Pool() as pool:
        for province, names in pool.imap_unordered(_names, files, chunksize=8):
            for name in names:
                provinces.setdefault(name, set()).add(province)
    counts = {name: len(found) for name, found in provinces.items() if len(found) >= FEWEST}
    rows = [f"{name},{count}\n" for name, count in sorted(counts.items())]
    WIDESPREAD_NAMES.write_text("".join(["name,provinces\n", *rows]), encoding="utf-8")


def _names(file: Path) -> tuple[str, set[str]]:
    """The province of a document and what it names, folded; nothing where the province cannot be told."""
    try:
        analysis = _extractor().analyse(_extractor().source(file.read_bytes(), file.name), file.name)
    except ReadError:
        return "", set()
    region = analysis.context.region
    return (region.code[:2], set(_folded(analysis))) if region else ("", set())


def _folded(analysis: Analysis) -> Iterator[str]:
    for candidate in candidates(analysis, Known(known_mentions(analysis))):
        name = fold(candidate.name)
        if "," not in name and name.isprintable():
            yield name


@cache
def _extractor() -> Extractor:
    return Extractor()


if __name__ == "__main__":
    main()
