"""Draw statements from a graph at random for a reader to judge, and turn the judged table into a page.

    python scripts/sample_statements.py draw adoptions GRAPH sample.csv [--count 200] [--most 4] [--seed 1]
    python scripts/sample_statements.py draw claims GRAPH sample.csv --each 15
    python scripts/sample_statements.py page adoptions sample.csv docs/review_adoptions.md

What is drawn is ``adoptions``, ``claims``, ``designations`` (pilots approved, models named, practices promoted),
``figures`` or ``events``: documents in random order, of each at most MOST statements, until there are COUNT; with EACH, so
many of each group of the kind. `draw` writes a row a statement with its whole quote and two empty columns: `right` (yes,
no) and `remark`.
`page` writes the judged rows with the shares found right, each with its 95 % interval (Wilson), and of each quote only the
words around the subject: the place in the file leads to the rest.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError, ReformkgError
from kg.stores.embedded import EmbeddedStore

COLUMNS = ("file", "start", "end", "region", "subject", "value", "unit", "year", "group", "rule", "confidence",
           "quote", "right", "remark")  # fmt: skip
CLIP = 8


@dataclass(frozen=True)
class Drawn:
    """A kind of statement: the query for all of them, and what its page says that a right one is, and of how many."""

    query: str
    right: str
    how: str = "Drawn at random, by document, by"


_PLACE = """s.start AS start, s.end AS end, s.rule AS rule, s.confidence AS confidence, s.quote AS quote, s.key AS key,
       d.paths[0] AS file"""
_STATED = f"{_PLACE} ORDER BY key"
KINDS = {
    "adoptions": Drawn(
        f"""MATCH (r:Region)-[s:ADOPTED]->(i:Initiative) MATCH (d:Document {{key: s.source}})
        RETURN r.name AS region, i.name AS subject, s.status AS value, s.year AS year,
               CASE WHEN i.discovered THEN 'new' ELSE 'known' END AS group, {_STATED}""",
        "the sentence says that this region takes up this initiative in this status and year",
    ),
    "claims": Drawn(
        f"""MATCH (r:Region)-[s:LEARNED_FROM]->(o:Region) MATCH (d:Document {{key: s.source}})
        RETURN r.name AS region, coalesce(replace(s.initiative, 'initiative/', ''), '') AS subject, o.name AS value,
               s.year AS year, CASE WHEN s.inferred THEN 'experience' ELSE 'learned' END AS group,
               {_PLACE}
        UNION ALL
        MATCH (r:Region)-[s:CLAIMED_FIRST]->(i:Initiative) MATCH (d:Document {{key: s.source}})
        RETURN r.name AS region, i.name AS subject, coalesce(s.scope, '') AS value, s.year AS year, 'first' AS group,
               {_PLACE}
        UNION ALL
        MATCH (e:Event {{kind: 'promoted'}})-[s:STATED_IN]->(d:Document) MATCH (e)-[:ABOUT]->(i:Initiative)
        MATCH (e)-[:HAPPENED_IN]->(r:Region) WHERE NOT i.discovered
        RETURN r.name AS region, i.name AS subject, coalesce(e.scope, '') AS value, e.year AS year, 'promoted' AS group,
               {_PLACE}""",
        "the sentence says that this region learns, or is to learn, this from that place (or from an experience that is "
        "known to be of it), that it is the first, in this scope, with this initiative or a part of it, or that its "
        "practice of it, or of a part of it, is spread in this scope",
    ),
    "figures": Drawn(
        f"""MATCH (m:Measurement)-[s:STATED_IN]->(d:Document) OPTIONAL MATCH (m)-[:MEASURED_IN]->(r:Region)
        RETURN r.name AS region, m.indicator AS subject, m.value AS value, m.unit AS unit, m.year AS year,
               'figure' AS group, {_STATED}""",
        "a figure of a reform's work, its indicator, value, unit, region and year as the sentence has them",
    ),
    "events": Drawn(
        f"""MATCH (e:Event)-[s:STATED_IN]->(d:Document) OPTIONAL MATCH (e)-[:HAPPENED_IN]->(r:Region)
        RETURN r.name AS region, e.name AS subject, coalesce(toString(e.date), '') AS value, e.year AS year,
               e.kind AS group, {_STATED}""",
        "the sentence says that this happened to this subject, of this kind, in this region and at this date",
    ),
    "designations": Drawn(
        f"""MATCH (e:Event)-[s:STATED_IN]->(d:Document) MATCH (e)-[:HAPPENED_IN]->(r:Region)
        WHERE e.kind IN ['pilot_approved', 'named_model', 'promoted']
        OPTIONAL MATCH (e)-[:ABOUT]->(i:Initiative) OPTIONAL MATCH (e)-[:DECIDED_BY]->(a:Agency)
        RETURN r.name AS region, e.name AS subject, coalesce(a.name, e.scope, '') AS value, e.year AS year,
               e.kind + CASE WHEN i.discovered THEN ', local' ELSE '' END AS group, {_STATED}""",
        "the sentence says that a superior of this level gave this region this distinction, in this initiative and year",
        "All that there are, in whose sight the rules were shaped, drawn by",
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("draw", "page"))
    parser.add_argument("kind", choices=tuple(KINDS))
    parser.add_argument("source", type=Path, help="the graph to draw from, or the judged table")
    parser.add_argument("target", type=Path, help="the table to write, or the page")
    parser.add_argument("--count", type=int, default=200, help="how many to draw (default 200)")
    parser.add_argument("--each", type=int, help="how many of each group, in the place of --count")
    parser.add_argument("--most", type=int, default=4, help="how many at most of one document (default 4)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same statements (default 1)")
    args = parser.parse_args()
    try:
        if args.action == "draw":
            with EmbeddedStore.open(args.source) as store:
                rows = store.query(KINDS[args.kind].query, timeout=None).records()
            chance = random.Random(args.seed)
            groups = by_group(rows) if args.each else [rows]
            drawn = [row for group in groups for row in draw(group, args.each or args.count, args.most, chance)]
            write_sample(drawn, args.target)
        else:
            args.target.write_text(page(args.kind, read_judged(args.source)), encoding="utf-8")
    except (OSError, ReformkgError) as error:
        print(f"sample_statements: {error}", file=sys.stderr)
        return 2
    return 0


def by_group(rows: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The rows of each group, the groups by name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["group"], []).append(row)
    return [found[group] for group in sorted(found)]


def draw(rows: Iterable[dict[str, Any]], count: int, most: int, chance: random.Random) -> list[dict[str, Any]]:
    """At most ``most`` statements each of documents in random order, ``count`` in all or as many as there are."""
    by_file: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_file.setdefault(row["file"], []).append(row)
    chosen: list[dict[str, Any]] = []
    for file in chance.sample(sorted(by_file), len(by_file)):
        chosen += chance.sample(by_file[file], min(most, len(by_file[file]), count - len(chosen)))
    return sorted(chosen, key=lambda row: (row["file"], row["start"], row["key"]))


def write_sample(rows: Iterable[dict[str, Any]], target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "right": "", "remark": ""} for row in rows)


def read_judged(source: Path) -> list[dict[str, str]]:
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not any(row["right"] in ("yes", "no") for row in rows):
        raise InputError(f"{source} has no row that is judged: write yes or no into the column right")
    return rows


def page(kind: str, rows: list[dict[str, str]]) -> str:
    judged = [row for row in rows if row["right"] in ("yes", "no")]
    lines = [
        f"# {kind.capitalize()}, read one by one",
        "",
        f"{KINDS[kind].how} `scripts/sample_statements.py` from a graph of real documents, nearly all of "
        f"them never annotated, and judged with the sentence at hand. Right means: {KINDS[kind].right}. The "
        "quotes are cut to the words around the subject; the place in the file leads to the sentence.",
        "",
        "| group | right | judged | share | 95 % interval |",
        "| --- | ---: | ---: | ---: | --- |",
        *shares(judged),
        "",
        "| file | place | region | subject | value | year | group | rule | words | right | remark |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        *map(line, judged),
    ]
    return "\n".join(lines) + "\n"


def shares(judged: list[dict[str, str]]) -> list[str]:
    """The rows of the table of shares: each group, and all."""
    found, right = Counter(row["group"] for row in judged), Counter(r["group"] for r in judged if r["right"] == "yes")
    groups = [(group, right[group], found[group]) for group in sorted(found)]
    if len(groups) > 1:
        groups.append(("all", right.total(), found.total()))
    return [
        f"| {group} | {good} | {count} | {good / count:.0%} | {low:.0%} to {high:.0%} |"
        for group, good, count in groups
        for low, high in [wilson(good, count)]
    ]


def line(row: Mapping[str, str]) -> str:
    value = f"{row['value']} {row['unit']}".strip()
    cells = [row["file"], f"{row['start']}–{row['end']}", row["region"], row["subject"], value, row["year"], row["group"],
             row["rule"], clipped(row["quote"], row["subject"]), row["right"], row["remark"]]  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def clipped(quote: str, subject: str) -> str:
    """The words around the subject, or around the middle where it goes by another form."""
    at = quote.find(subject[:3])
    middle = at + len(subject) // 2 if at >= 0 else len(quote) // 2
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
