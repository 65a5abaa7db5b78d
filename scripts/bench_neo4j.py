"""Times the embedded engine and a local Neo4j beside each other, on a made-up graph of 170,000 nodes and 600,000 relationships.

    python scripts/bench_neo4j.py [--nodes 170000] [--relationships 600000]

starts a server of its own with scripts/neo4j-server, pushes the graph, pushes it again, and asks each named query of both.
"""

from __future__ import annotations

import argparse
import functools
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench_cypher import nodes, relationships

from cypher.elements import Node, Relationship
from cypher.engine import EmbeddedEngine
from cypher.named import named_queries
from kg.stores.neo4j_access import Access, Connection
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore

SERVER = Path(__file__).resolve().parent / "neo4j-server"
FIRST = "MATCH (r:Region)-[a:ADOPTED]->(i:Initiative {name: '改革7'}) RETURN r.name, a.year ORDER BY a.year, r.name LIMIT 5"  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=170_000)
    parser.add_argument("--relationships", type=int, default=600_000)
    parser.add_argument("--version", help="of Neo4j, as scripts/neo4j-server takes it")
    arguments = parser.parse_args()
    made = nodes(arguments.nodes)
    links = list(relationships(made, arguments.relationships))
    print(f"{len(made):,} nodes, {len(links):,} relationships")
    with tempfile.TemporaryDirectory() as folder:
        engine = embedded(made, links, Path(folder))
        command = [sys.executable, str(SERVER), "--state", f"{folder}/server.json"]
        command += ["--version", arguments.version] if arguments.version else []
        started = subprocess.run([*command, "start"], capture_output=True, text=True, check=True)
        said = dict(line.removeprefix("export ").split("=", 1) for line in started.stdout.splitlines())
        try:
            with Connection.open(Access(said["NEO4J_URI"], password=said["NEO4J_PASSWORD"])) as connection:
                pushed(connection, made, links)
                beside(engine, Neo4jStore(connection))
        finally:
            subprocess.run([*command, "stop"], check=False)


def embedded(made: list[Node], links: list[Relationship], folder: Path) -> EmbeddedEngine:
    """Load into the embedded engine, then open it again from what it saved."""
    cache = folder / "graph.cache"
    _, seconds = timed(lambda: EmbeddedEngine.from_elements(made, links, cache=cache, graph_hash="bench"))
    print(f"embedded: loaded and saved in {seconds:.1f} s")
    engine, opened = timed(lambda: EmbeddedEngine.from_elements([], [], cache=cache, graph_hash="bench"))
    _, asked = timed(lambda: engine.run(FIRST))
    print(f"embedded: opened from what it saved in {opened:.2f} s, first answer after {asked * 1000:.1f} ms more")
    return engine


def pushed(connection: Connection, made: list[Node], links: list[Relationship]) -> None:
    """Push into the empty database, and again."""
    for turn in ("pushed", "pushed again"):
        times: list[tuple[float, int]] = [(time.perf_counter(), 0)]
        push(connection, made, links, functools.partial(note, times))
        start, end = times[0][0], times[-1][0]
        between = next(at for at, rows in times if rows >= len(made) - 1)
        print(f"Neo4j: {turn} in {end - start:.1f} s: {len(made) / (between - start):,.0f} nodes/s, "
              f"{len(links) / (end - between):,.0f} relationships/s")  # fmt: skip


def note(times: list[tuple[float, int]], more: int) -> None:
    """Note when how many rows were written."""
    times.append((time.perf_counter(), times[-1][1] + more))


def beside(engine: EmbeddedEngine, store: Neo4jStore) -> None:
    """Ask each named query of both; the median of five times."""
    medians: dict[str, list[float]] = {"embedded": [], "Neo4j": []}
    print("embedded ms   Neo4j ms     rows  query")
    for query in named_queries():
        parameters = query.defaults()
        if "initiative" in parameters:
            parameters["initiative"] = "改革7"
        row: list[float] = []
        count = 0
        for name, ask in (("embedded", engine.run), ("Neo4j", store.query)):
            count, milliseconds = median(functools.partial(ask, query.text, parameters, timeout=120))
            medians[name].append(milliseconds)
            row.append(milliseconds)
        print(f"{row[0]:11.1f} {row[1]:10.1f} {count:8,}  {query.name}")
    print("median over the named queries: " + ", ".join(f"{n} {statistics.median(m):.1f} ms" for n, m in medians.items()))


def median(ask: Callable[[], Any]) -> tuple[int, float]:
    """How many rows, and the median of five times in milliseconds."""
    runs = [timed(ask) for _ in range(5)]
    return len(runs[0][0]), statistics.median(seconds for _, seconds in runs) * 1000


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main()
