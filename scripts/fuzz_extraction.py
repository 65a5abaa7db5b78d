"""Feed the extraction damaged documents of every format, and say whether it ever fails, dawdles or points outside its text.

    python scripts/fuzz_extraction.py FOLDER... [--inputs 10000] [--formats .rtf,.zip] [--seed 1] [--longest 2.0] [--largest 500]

Each input is a file of FOLDER, or a text of one saved in another format, and damaged: bytes and characters changed, doubled,
dropped, brackets and marks of the format torn apart, lines joined, pieces of two documents put together; of Word documents
and sheets the parts within; of archives the bytes. Exits with 1 when one raised, ended its process, took more than
--largest MB or, for any document of it (archives and lists hold many), more than --longest seconds of the processor, or gave
a span that is not its surface; the input is kept in the working folder to be looked at.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path

from extractors.pipeline import Extractor
from extractors.readers import is_readable
from support.costs import Cost, costs
from support.damage import mutated, problem
from support.documents import readable_files
from support.every_format import in_every_archive, in_every_format

_SAVED_ANEW = 30  # documents whose texts are saved in every format
_WARM = "遂宁市人民政府2018年法治政府建设报告\n一、推进“一网通办”，办理12万件。\n"


def documents(folders: list[Path], dice: random.Random) -> dict[str, list[tuple[str, bytes]]]:
    """By ending, documents with their names: those of the folders, and some of their texts in every format."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    paths = readable_files(folders)
    texts = [path for path in paths if path.suffix in {".txt", ".md"}]
    for path in paths:
        found.setdefault(path.suffix.lower(), []).append((path.name, path.read_bytes()))
    for path in dice.sample(texts, min(_SAVED_ANEW, len(texts))):
        text = path.read_text(encoding="utf-8", errors="replace")
        for suffix, data in (in_every_format(text) | in_every_archive(text)).items():
            found.setdefault(suffix, []).append((path.stem + suffix, data))
    return found


def inputs(found: dict[str, list[tuple[str, bytes]]], seed: int) -> Callable[[int], tuple[str, bytes]]:
    """By number, a damaged document with its name; all formats are as frequent."""
    endings = sorted(found)

    def numbered(number: int) -> tuple[str, bytes]:
        dice = random.Random(f"{seed}-{number}")
        suffix = dice.choice(endings)
        name, data = dice.choice(found[suffix])
        return name, mutated(dice, data, dice.choice(found[suffix])[1], suffix)

    return numbered


def warmed() -> Extractor:
    """An extractor that has loaded all that it loads on first use, which no input is to pay for."""
    extractor = Extractor()
    for suffix, data in (in_every_format(_WARM) | in_every_archive(_WARM)).items():
        if fault := problem(extractor, data, f"a{suffix}"):
            raise SystemExit(f"a{suffix}: {fault}")
        if is_readable(f"a{suffix}"):
            extractor.record(data, f"a{suffix}")
    return extractor


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--inputs", type=int, default=10_000, help="how many (default 10000)")
    parser.add_argument("--formats", default="", help="their endings, with commas (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same inputs (default 1)")
    parser.add_argument("--longest", type=float, default=2.0, help="CPU seconds that a document may take (default 2)")
    parser.add_argument("--largest", type=float, default=500.0, help="MB of memory that an input may take (default 500)")
    args = parser.parse_args()
    found = documents(args.folders, random.Random(args.seed))
    if args.formats:
        found = {suffix: files for suffix, files in found.items() if suffix in args.formats.split(",")}
    if not found:
        parser.error("there is no readable document in the folders")
    extractor, numbered = warmed(), inputs(found, args.seed)
    slowest = largest = Cost(0, "", 0.0, 0)
    faults = 0
    for cost in costs(lambda number: problem(extractor, *reversed(numbered(number)), args.longest), range(args.inputs)):
        slowest = max(slowest, cost, key=lambda each: each.seconds)
        largest = max(largest, cost, key=lambda each: each.memory)
        if cost.fault or cost.memory > args.largest * 1e6:
            faults += 1
            name, data = numbered(cost.number)
            kept = Path(f"fuzz-{args.seed}-{cost.number}{Path(name).suffix}")
            kept.write_bytes(data)
            print(f"{kept}: {cost.fault or f'{cost.memory / 1e6:.0f} MB'}", flush=True)
    print(
        f"{args.inputs:,} inputs: {faults} with a fault, the slowest took {slowest.seconds:.2f} s (input {slowest.number}), "
        f"the largest {largest.memory / 1e6:.0f} MB (input {largest.number})"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
