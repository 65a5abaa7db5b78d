"""Draw adoptions from a graph at random for a reader to judge, and turn the judged table into a page.

    python scripts/sample_adoptions.py draw GRAPH sample.csv [--count 100] [--seed 1]
    python scripts/sample_adoptions.py page sample.csv docs/adoption_review.md

`draw` writes one row an adoption (all, where there are fewer than --count) with its whole sentence and two empty columns:
`right` (yes, no) and `remark`. `page` writes the judged rows with the share found right, a 95 % interval (Wilson), and of
each quote only the words around the initiative: the place in the file leads to the rest.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import sys
from collections import Counter
from pathlib import Path

from kg.errors import InputError, ReformkgError
from kg.stores.embedded import EmbeddedStore

COLUMNS = ("file", "start", "end", "region", "initiative", "status", "year", "rule", "quote", "right", "remark")
QUERY = """MATCH (r:Region)-[a:ADOPTED]->(i:Initiative) MATCH (d:Document {key: a.source})
RETURN d.paths AS paths, a.start AS start, a.end AS end, r.name AS region, i.name AS initiative, a.status AS status,
       a.year AS year, a.rule AS rule, a.quote AS quote, a.key AS key ORDER BY key"""
CLIP = 8


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("draw", "page"))
    parser.add_argument("source", type=Path, help="the graph to draw from, or the judged table")
    parser.add_argument("target", type=Path, help="the table to write, or the page")
    parser.add_argument("--count", type=int, default=100, help="how many to draw (default 100)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same adoptions (default 1)")
    args = parser.parse_args()
    try:
        if args.action == "draw":
            draw(args.source, args.target, args.count, args.seed)
        else:
            page(args.source, args.target)
    except (OSError, ReformkgError) as error:
        print(f"sample_adoptions: {error}", file=sys.stderr)
        return 2
    return 0


def draw(graph: Path, target: Path, count: int, seed: int) -> None:
    with EmbeddedStore.open(graph) as store:
        rows = store.query(QUERY, timeout=None).records()
    chosen = random.Random(seed).sample(rows, min(count, len(rows)))
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        for row in sorted(chosen, key=lambda row: (row["paths"][0], row["start"], row["initiative"])):
            writer.writerow({**row, "file": row["paths"][0], "right": "", "remark": ""})


def page(source: Path, target: Path) -> None:
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    verdicts = Counter(row["right"] for row in rows)
    right, judged = verdicts["yes"], verdicts["yes"] + verdicts["no"]
    if not judged:
        raise InputError(f"{source} has no row that is judged: write yes or no into the column right")
    low, high = wilson(right, judged)
    lines = [
        "# A hundred adoptions, read one by one",
        "",
        f"Drawn at random by `scripts/sample_adoptions.py` from a graph of about a thousand real documents, nearly all "
        f"of them never annotated, and judged by a reader with the sentence before him: **{right} of {judged} are right "
        f"({right / judged:.0%}, 95 % interval {low:.0%} to {high:.0%})**. Right means: the sentence says that this region "
        "takes up this initiative in this status and year. The table is as it was judged; what turned out to be wrong for "
        "a general reason was mended afterwards. The quotes are cut to the words around the initiative; the place in the "
        "file leads to the sentence.",
        "",
        "| file | place | region | initiative | status | year | rule | words | right | remark |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        cells = [row["file"], f"{row['start']}–{row['end']}", row["region"], row["initiative"], row["status"], row["year"],
                 row["rule"], clipped(row["quote"], row["initiative"]), row["right"], row["remark"]]  # fmt: skip
        lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def clipped(quote: str, initiative: str) -> str:
    """The words around the initiative, or around the middle where it goes by another form."""
    at = quote.find(initiative[:3])
    middle = at + len(initiative) // 2 if at >= 0 else len(quote) // 2
    start, end = max(0, middle - CLIP), min(len(quote), middle + CLIP)
    return f"{'…' if start else ''}{quote[start:end]}{'…' if end < len(quote) else ''}"


def wilson(right: int, judged: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score."""
    share = right / judged
    middle = share + z * z / (2 * judged)
    spread = z * math.sqrt(share * (1 - share) / judged + z * z / (4 * judged * judged))
    return (middle - spread) / (1 + z * z / judged), (middle + spread) / (1 + z * z / judged)


if __name__ == "__main__":
    sys.exit(main())
