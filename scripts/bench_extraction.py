"""Time the extraction, from reading the files to writing the records, against cutting the same texts with jieba.

    python scripts/bench_extraction.py FOLDER... [--limit N] [--profile]

Both are timed in this one run, document by document in turn, so that a machine whose speed drifts slows both alike, and
both have loaded their dictionaries before: the ontology by reading a first document, which takes it about a second.
FOLDER holds documents in any format that is read. Prints documents and characters a second, the ratio (above 1: the
extraction is the faster), the memory at a quarter and at the end of the run, and with --profile the share of every
step.
"""

from __future__ import annotations

import argparse
import json
import logging
import resource
import tempfile
import time
from collections import Counter
from pathlib import Path

import jieba

from extractors.pipeline import Extractor
from extractors.source import ReadError
from support.documents import readable_files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="only every n-th file, so that about this many are read")
    parser.add_argument("--profile", action="store_true", help="the share of every step")
    args = parser.parse_args()
    paths = readable_files(args.folders)
    if not paths:
        parser.error("there is no readable document in the folders")
    if args.limit:
        paths = paths[:: max(1, len(paths) // args.limit)]
    extractor = Extractor()
    extractor.record(paths[0].read_bytes(), paths[0].name)
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    shares = _watch_steps(extractor) if args.profile else Counter()
    taken = {"extraction": 0.0, "jieba": 0.0}
    characters = documents = 0
    quarter = 0
    with tempfile.TemporaryFile("w", encoding="utf-8") as out:
        for index, path in enumerate(paths):
            if index <= len(paths) // 4:
                quarter = _memory()
            start = time.process_time()
            try:
                record, text = extractor.record_and_text(path.read_bytes(), path.name)
            except ReadError:
                continue
            json.dump(record.to_json(), out, ensure_ascii=False)
            taken["extraction"] += time.process_time() - start
            start = time.process_time()
            for _word in jieba.cut(text):
                pass
            taken["jieba"] += time.process_time() - start
            characters += len(text)
            documents += 1
    for name, seconds in taken.items():
        print(f"{name:10} {documents / seconds:8.1f} documents/s  {characters / seconds / 1e6:6.3f} M characters/s")
    print(f"ratio      {taken['jieba'] / taken['extraction']:8.2f} (jieba's time over the extraction's)")
    print(f"memory     {quarter} MB at the largest after a quarter, {_memory()} MB after all {documents} documents")
    for name, seconds in shares.most_common():
        print(f"  {name:20} {seconds / taken['extraction']:6.1%}  {seconds / characters * 1e6:6.3f} µs a character")


def _memory() -> int:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _watch_steps(extractor: Extractor) -> Counter[str]:
    shares: Counter[str] = Counter()

    def watched(name, call):  # type: ignore[no-untyped-def]
        def timed(*args, **kwargs):  # type: ignore[no-untyped-def]
            start = time.process_time()
            try:
                return call(*args, **kwargs)
            finally:
                shares[name] += time.process_time() - start

        return timed

    for layer, step in extractor.steps.items():
        extractor.steps[layer] = watched(layer, step)
    extractor.source = watched("reading", extractor.source)  # type: ignore[method-assign]
    return shares


if __name__ == "__main__":
    main()
