"""Draw placements of local initiatives from a graph at random, for a reader to judge.

    python scripts/sample_parents.py GRAPH sample.csv [--count 100] [--least 20] [--seed 1]

Draws COUNT pairs of a local initiative and its parent, and more of the rules and parents that have fewer than LEAST in
the sample (all of those that are rarer). Writes one row a pair with one of its sentences and an empty ``verdict`` (yes,
no); the judged rows go to ``kg/measured/parents.csv`` as name, parent, rule, verdict, without the sentences.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from pathlib import Path
from typing import Any

from kg.stores.embedded import EmbeddedStore

COLUMNS = ("name", "parent", "rule", "verdict", "year", "file", "quote")
QUERY = """MATCH (i:Initiative {discovered: true})-[p:PART_OF]->(above:Initiative) MATCH (d:Document {key: p.source})
RETURN i.name AS name, above.name AS parent, p.rule AS rule, d.year AS year, d.paths[0] AS file, p.quote AS quote,
       p.key AS key ORDER BY name, parent, key"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--least", type=int, default=20, help="pairs of each rule, and of each parent by a word")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with EmbeddedStore.open(args.graph) as store:
        rows = store.query(QUERY, timeout=None).records()
    chosen = draw(rows, args.count, args.least, random.Random(args.seed))
    with args.target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"verdict": ""} for row in chosen)


def draw(rows: list[dict[str, Any]], count: int, least: int, chance: random.Random) -> list[dict[str, Any]]:
    """One statement of each drawn pair, by rule and parent."""
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        pairs.setdefault((row["name"], row["parent"]), []).append(row)
    order = chance.sample(sorted(pairs), len(pairs))
    chosen, drawn = order[:count], Counter(kind for pair in order[:count] for kind in kinds(pairs[pair][0]))
    for pair in order[count:]:
        if any(drawn[kind] < least for kind in kinds(pairs[pair][0])):
            chosen.append(pair)
            drawn.update(kinds(pairs[pair][0]))
    picked = [chance.choice(pairs[pair]) for pair in sorted(chosen)]
    return sorted(picked, key=lambda row: (row["rule"], row["parent"], row["name"]))


def kinds(row: dict[str, Any]) -> set[str]:
    """What a placement is counted under: its rule, and for a placement by a word the parent, one for each row of words."""
    return {row["rule"]} | ({row["parent"]} if row["rule"] == "parent.word" else set())


if __name__ == "__main__":
    main()
