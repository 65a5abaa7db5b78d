"""Feed the extraction damaged documents, and say whether it ever fails, dawdles or points outside its text.

    python scripts/fuzz_extraction.py FOLDER... [--inputs 10000] [--seed 1] [--longest 2.0]

Each input is a file of FOLDER, cut to a stretch and mutated: bytes and characters changed, doubled, dropped, brackets torn
apart, lines joined, pieces of two documents put together. Exits with 1 when one raised, took longer than --longest
seconds, or gave a span that is not its surface; the input is kept in the working folder to be looked at.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from extractors.pipeline import Extractor
from support.damage import mutated, problem
from support.documents import readable_files


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--inputs", type=int, default=10_000, help="how many (default 10000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same inputs (default 1)")
    parser.add_argument("--longest", type=float, default=2.0, help="seconds that an input may take (default 2)")
    args = parser.parse_args()
    paths = readable_files(args.folders)
    if not paths:
        parser.error("there is no readable document in the folders")
    dice, extractor = random.Random(args.seed), Extractor()
    extractor.record("热身。".encode(), "a.txt")
    slowest, faults = 0.0, 0
    for number in range(args.inputs):
        path = dice.choice(paths)
        data = mutated(dice, path.read_bytes(), dice.choice(paths).read_bytes(), text=path.suffix in {".txt", ".md"})
        start = time.perf_counter()
        fault = problem(extractor, data, path.name)
        taken = time.perf_counter() - start
        slowest = max(slowest, taken)
        if fault or taken > args.longest:
            faults += 1
            kept = Path(f"fuzz-{args.seed}-{number}{path.suffix}")
            kept.write_bytes(data)
            print(f"{kept}: {fault or f'{taken:.1f} s'}")
    print(f"{args.inputs:,} inputs: {faults} with a fault, the slowest took {slowest:.2f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
