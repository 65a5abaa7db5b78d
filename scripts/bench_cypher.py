"""Time the embedded engine on a made-up graph.

    python scripts/bench_cypher.py [--nodes 170000] [--relationships 600000] [--cache FILE]

Prints the time to load the graph, the size of what the engine saves of it, the time to the first answer of a new process
from what was saved, and the median of three times for each named query. What the engine saves is kept in FILE, and a FILE
that holds this very graph is opened instead of loading the graph again; without --cache it goes when the run ends.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cypher.engine import EmbeddedEngine
from cypher.named import named_queries
from kg.stores.kept_engine import keep_engine, open_engine
from support.large_graph import INITIATIVE, add_size_options, nodes, relationships

FIRST = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from cypher.engine import EmbeddedEngine
cache, name, initiative = sys.argv[1:]
with Path(cache).open("rb") as file:
    engine = EmbeddedEngine.from_file(file, name)
query = "MATCH (r:Region)-[a:ADOPTED]->(i:Initiative {name: $i}) RETURN r.name, a.year ORDER BY a.year LIMIT 5"
assert len(engine.run(query, {"i": initiative}))
print(time.perf_counter() - start)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_size_options(parser)
    parser.add_argument("--cache", type=Path, metavar="FILE", help="where to keep what the engine saves of the graph")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cache = args.cache or Path(folder) / "graph.cache"
        name = f"made up: {args.nodes} nodes, {args.relationships} relationships"
        engine = loaded(args.nodes, args.relationships, cache, name)
        for _ in range(3):
            first_answer(cache, name)
        ask(engine)


def loaded(node_count: int, relationship_count: int, cache: Path, name: str) -> EmbeddedEngine:
    """The engine over the made-up graph, from ``cache`` where that holds it."""
    made = nodes(node_count)
    links = list(relationships(made, relationship_count))
    print(f"{len(made):,} nodes, {len(links):,} relationships")
    start = time.perf_counter()
    engine, did = open_engine(cache, name), "opened from the cache"
    if engine is None:
        engine, did = EmbeddedEngine.from_elements(made, links), "loaded and saved"
        keep_engine(engine, cache, name)
    seconds = time.perf_counter() - start
    print(f"{did} in {seconds:.1f} s, cache of {cache.stat().st_size / 1e6:.1f} MB")
    return engine


def first_answer(cache: Path, name: str) -> None:
    """Start Python anew and let it ask one question."""
    command = [sys.executable, "-c", FIRST, str(cache), name, INITIATIVE]
    start = time.perf_counter()
    inside = float(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
    seconds = time.perf_counter() - start
    print(f"first answer of a new process from the cache: {seconds:.2f} s (inside {inside:.2f} s)")


def ask(engine: EmbeddedEngine) -> None:
    """Ask each named query three times."""
    medians = []
    for query in named_queries():
        parameters = query.defaults()
        times, rows = [], 0
        for _ in range(3):
            start = time.perf_counter()
            rows = len(engine.run(query.text, parameters))
            times.append(time.perf_counter() - start)
        medians.append(statistics.median(times) * 1000)
        print(f"{medians[-1]:9.1f} ms {rows:6d} rows  {query.name}")
    print(f"median over the named queries: {statistics.median(medians):.1f} ms")


if __name__ == "__main__":
    main()
