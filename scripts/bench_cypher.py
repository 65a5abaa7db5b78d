"""Times the embedded engine on a made-up graph of 170,000 nodes and 600,000 relationships.

    python scripts/bench_cypher.py [--nodes 170000] [--cache FILE]

prints the time to load, the size of the cache, the time to the first answer of a new process from that cache, and
the median over the named queries.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cypher.elements import Node, Relationship
from cypher.engine import EmbeddedEngine
from cypher.named import named_queries

STATUSES = ("planned", "implemented", "pilot", "completed")
LEVELS = ("province", "prefecture", "county")
FIRST = """
import sys, time
start = time.perf_counter()
sys.path.insert(0, {root!r})
from pathlib import Path
from cypher.engine import EmbeddedEngine
engine = EmbeddedEngine.from_elements([], [], cache=Path({cache!r}), graph_hash="bench")
rows = engine.run("MATCH (r:Region)-[a:ADOPTED]->(i:Initiative {{name: $i}}) RETURN r.name, a.year ORDER BY a.year LIMIT 5", {{"i": "改革7"}}).rows
assert len(rows) == 5, rows
print(time.perf_counter() - start)
"""


def nodes(total: int) -> list[Node]:
    made: list[Node] = []

    def add(label: str, key: str, **properties: object) -> None:
        made.append(Node(key, label, {"key": key, **properties}))

    add("Graph", "graph", name="graph", hash="bench", extractor="1.0", ontology="1", documents=1)
    add("Region", "region/100000/中国", code="100000", name="中国", full_name="中国", level="country")
    for i in range(3200):
        level = LEVELS[0] if i < 31 else LEVELS[1] if i < 371 else LEVELS[2]
        add(
            "Region",
            f"region/{200000 + i}/地{i}",
            code=str(200000 + i),
            name=f"地{i}",
            full_name=f"中国地{i}",
            level=level,
        )
    for year in range(2010, 2025):
        add("Year", f"year/{year}", name=str(year), year=year)
    for i in range(120):
        add("Initiative", f"initiative/改革{i}", name=f"改革{i}", discovered=i > 100)
    rest = total - len(made)
    shares = {"Document": 0.35, "Policy": 0.25, "Agency": 0.12, "Event": 0.08}
    for label, share in shares.items():
        for i in range(int(rest * share)):
            year = 2010 + i % 15
            if label == "Document":
                add(
                    label,
                    f"document/{i}",
                    name=f"报告{i}",
                    title=f"{year}年报告{i}",
                    year=year,
                    date=f"{year + 1}-01-20",
                    kind="report",
                )
            elif label == "Policy":
                add(
                    label,
                    f"policy/川办发〔{year}〕{i}号",
                    name=f"关于推进改革的通知{i}",
                    number=f"川办发〔{year}〕{i}号",
                    year=year,
                    kind="notice",
                )
            elif label == "Agency":
                add(
                    label,
                    f"agency/{200000 + i % 3200}/机构{i}",
                    name=f"机构{i}",
                    kind="行政审批局",
                    level=LEVELS[i % 3],
                )
            else:
                add(label, f"event/{i}", name=f"机构{i}", kind="established", date=f"{year}-05-01", year=year)
    for i in range(total - len(made)):
        add(
            "Measurement",
            f"measurement/{i}",
            name="承接事项",
            indicator=f"指标{i % 40}",
            value=i % 900,
            unit="项",
            year=2010 + i % 15,
        )
    return made


def relationships(made: list[Node], total: int) -> Iterator[Relationship]:
    rng = random.Random(7)
    by_label: dict[str, list[Node]] = {}
    for node in made:
        by_label.setdefault(node.label, []).append(node)
    regions = by_label["Region"]
    count = 0

    def link(kind: str, start: Node, end: Node, **properties: object) -> Relationship:
        nonlocal count
        count += 1
        key = f"{count:016x}"
        common = {
            "key": key,
            "source": f"document/{count % 50000}",
            "quote": f"本地于当年推进了第{count}项改革工作，取得成效。",
            "start": 5,
            "end": 25,
            "rule": "r",
        }
        return Relationship(key, kind, start.key, end.key, {**common, **properties})

    for i, region in enumerate(regions[1:], 1):
        yield link(
            "PART_OF", region, regions[0] if i <= 31 else regions[1 + i % 31] if i <= 371 else regions[32 + i % 340]
        )
    plans = (
        ("COVERS", "Document", "Region"), ("REPORTS_ON", "Document", "Year"), ("ISSUED_BY", "Document", "Agency"),
        ("OF_REGION", "Agency", "Region"), ("ISSUED_IN", "Policy", "Year"), ("APPLIES_TO", "Policy", "Region"),
        ("STATED_IN", "Event", "Document"), ("HAPPENED_IN", "Event", "Region"), ("ABOUT", "Event", "Agency"),
        ("STATED_IN", "Measurement", "Document"), ("MEASURED_IN", "Measurement", "Region"), ("OF_YEAR", "Measurement", "Year"),
        ("ISSUED_BY", "Policy", "Agency"),
    )  # fmt: skip
    for kind, start, end in plans:
        for i, node in enumerate(by_label[start]):
            yield link(kind, node, by_label[end][i % len(by_label[end])])
    while count < total:
        roll = rng.random()
        if roll < 0.35:
            status = rng.choice(STATUSES)
            yield link(
                "ADOPTED",
                rng.choice(regions),
                rng.choice(by_label["Initiative"]),
                year=rng.randint(2012, 2024),
                status=status,
            )
        elif roll < 0.6:
            yield link("CITES", rng.choice(by_label["Document"]), rng.choice(by_label["Policy"]))
        elif roll < 0.8:
            yield link("IMPLEMENTS", rng.choice(by_label["Policy"]), rng.choice(by_label["Policy"]))
        else:
            yield link("CONCERNS", rng.choice(by_label["Document"]), rng.choice(by_label["Initiative"]), mentions=2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=170_000)
    parser.add_argument("--relationships", type=int, default=600_000)
    arguments = parser.parse_args()
    made = nodes(arguments.nodes)
    links = list(relationships(made, arguments.relationships))
    print(f"{len(made)} nodes, {len(links)} relationships")
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "graph.cache"
        start = time.perf_counter()
        engine = EmbeddedEngine.from_elements(made, links, cache=cache, graph_hash="bench")
        print(f"loaded and saved in {time.perf_counter() - start:.1f} s, cache of {cache.stat().st_size / 1e6:.0f} MB")
        root = str(Path(__file__).resolve().parent.parent)
        code = FIRST.format(root=root, cache=str(cache))
        for _ in range(3):
            start = time.perf_counter()
            inside = float(
                subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
            )
            print(
                f"first answer of a new process from the cache: {time.perf_counter() - start:.2f} s (inside {inside:.2f} s)"
            )
        medians = {}
        for query in named_queries():
            parameters = {**query.defaults(), **({"initiative": "改革7"} if "initiative" in query.defaults() else {})}
            times = []
            for _ in range(3):
                start = time.perf_counter()
                rows = len(engine.run(query.text, parameters))
                times.append(time.perf_counter() - start)
            medians[query.name] = statistics.median(times) * 1000
            print(f"{medians[query.name]:9.1f} ms {rows:6d} rows  {query.name}")
        print(f"median over the named queries: {statistics.median(medians.values()):.1f} ms")


if __name__ == "__main__":
    main()
