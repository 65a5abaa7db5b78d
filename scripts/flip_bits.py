"""Flip single bits of what a build stored, and say whether any of them changes an answer in silence.

    python scripts/flip_bits.py FOLDER... [--flips 600] [--seed 1]

The graph of FOLDER is built into a temporary folder and asked once, so that its engine is kept. Then, one at a time, a bit
of one of its files (tables, records, manifest, pointer, kept engine) is flipped, everything is read as the commands
read it, and the bit is put back. Each flip ends as `refused` (by name), `unchanged` (the right answer) or `silent` (another
answer without a word), of which there must be none: then it exits with 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from kg.build.build import build_graph
from support.flips import SILENT, flipped, outcome, stored, told


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--flips", type=int, default=600, help="how many (default 600)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same bits (default 1)")
    args = parser.parse_args()
    dice = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph"
        build_graph(args.folders, graph)
        right = told(graph)
        files = stored(graph)
        ends: Counter[tuple[str, str]] = Counter()
        for _ in range(args.flips):
            path = dice.choice(files)
            bit = dice.randrange(path.stat().st_size * 8)
            with flipped(path, bit):
                end = outcome(graph, right)
            ends["part" if path.parent.name == "records" else path.suffix or path.name, end] += 1
            if end == SILENT:
                print(f"{path.relative_to(graph)}, bit {bit}: {end}")
    for (kind, end), count in sorted(ends.items()):
        print(f"{kind:10} {end:10} {count:5}")
    silent = sum(count for (_, end), count in ends.items() if end == SILENT)
    print(f"{args.flips} bits flipped, {silent} changed an answer in silence")
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
