"""Time the embedded engine and a Neo4j beside each other, on a made-up graph or on a graph directory.

    python scripts/bench_neo4j.py [--nodes 170000] [--relationships 600000] [--times 5] [--processor] [--version V]
    python scripts/bench_neo4j.py --graph GRAPH [--times 5] [--neo4j URI]

Pushes the graph, pushes it again, and asks each named query of the embedded engine, of the store on Neo4j and of Neo4j by
its driver alone, in turn, --times times after one that warms up; the median counts, and the ratios say how much longer than
the driver alone the two take. With --processor it is not the time on the clock that counts but the mean of the processor's
time in this process and in the server (Linux tells it), which other programs on the machine do not lengthen. Starts a server of its own (of Neo4j V) with scripts/neo4j-server and stops it in the end;
with --neo4j it uses the server at URI, whose database must be empty, and leaves the graph there. User and password of that
one come from NEO4J_USERNAME and NEO4J_PASSWORD.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cypher.elements import Node, Relationship
from cypher.embedded.load import Listed
from cypher.engine import EmbeddedEngine
from cypher.named import named_queries
from kg.disk import GraphDirectory
from kg.errors import ReformkgError
from kg.stores.kept_engine import keep_engine, open_engine
from kg.stores.neo4j_access import Access, Connection
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from support.large_graph import INITIATIVE, add_size_options, nodes, relationships

SERVER = Path(__file__).resolve().parent / "neo4j-server"
NONE = 1.0
"""Milliseconds that stand for a processor's time of less than a step."""
FIRST = f"MATCH (r:Region)-[a:ADOPTED]->(i:Initiative {{name: '{INITIATIVE}'}}) RETURN r.name, a.year ORDER BY a.year, r.name LIMIT 5"  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_size_options(parser)
    parser.add_argument("--graph", type=Path, metavar="GRAPH", help="a graph directory instead of a made-up graph")
    parser.add_argument("--times", type=int, default=5, help="that each query is asked (default 5)")
    parser.add_argument("--processor", action="store_true", help="compare the processor's time, of an own server")
    server = parser.add_mutually_exclusive_group()
    server.add_argument("--version", metavar="V", help="of Neo4j, as scripts/neo4j-server takes it")
    server.add_argument("--neo4j", metavar="URI", help="a server that runs already")
    args = parser.parse_args()
    if args.processor and args.neo4j:
        parser.error("--processor is told of an own server, not of one that runs already")
    try:
        with tempfile.TemporaryDirectory() as folder, reached(args.neo4j, args.version, folder) as connection:
            if args.graph:
                directory = GraphDirectory(args.graph)
                made, links = list(directory.nodes()), list(directory.relationships())
            else:
                made = nodes(args.nodes)
                links = list(relationships(made, args.relationships))
            print(f"{len(made):,} nodes, {len(links):,} relationships")
            engine = embedded(made, links, Path(folder))
            pushed(connection, made, links)
            server_of = f"{folder}/server.json" if args.processor else None
            beside(engine, Neo4jStore(connection), args.times, clock(server_of))
    except ReformkgError as error:
        print(f"bench_neo4j: {error}", file=sys.stderr)
        return 2
    return 0


@contextmanager
def reached(uri: str | None, version: str | None, folder: str) -> Iterator[Connection]:
    """An empty database: that at ``uri``, or of a server that lives as long as this context."""
    if uri:
        with Connection.open(Access.from_environment(uri)) as connection:
            if connection.read("MATCH (n) RETURN 1 LIMIT 1"):
                raise ReformkgError(f"the database at {uri} is not empty, and the made-up graph would take its place")
            yield connection
        return
    command = [sys.executable, str(SERVER), "--state", f"{folder}/server.json"]
    command += ["--version", version] if version else []
    started = subprocess.run([*command, "start"], stdout=subprocess.PIPE, text=True, check=False)
    if started.returncode:
        raise ReformkgError("there is no Neo4j to measure")
    try:
        said = dict(word.split("=", 1) for word in shlex.split(started.stdout) if "=" in word)
        with Connection.open(Access(said["NEO4J_URI"], password=said["NEO4J_PASSWORD"])) as connection:
            yield connection
    finally:
        subprocess.run([*command, "stop"], check=False)


def embedded(made: list[Node], links: list[Relationship], folder: Path) -> EmbeddedEngine:
    """Load into the embedded engine, then open it again from what it saved."""
    cache = folder / "graph.cache"
    loaded, loading = timed(lambda: EmbeddedEngine.from_elements(made, links))
    _, saving = timed(lambda: keep_engine(loaded, cache, "bench"))
    print(f"embedded: loaded and saved in {loading + saving:.1f} s")
    engine, opened = timed(lambda: open_engine(cache, "bench"))
    assert engine is not None
    _, asked = timed(lambda: engine.run(FIRST))
    print(f"embedded: opened from what it saved in {opened:.2f} s, first answer after {asked * 1000:.1f} ms more")
    return engine


def pushed(connection: Connection, made: list[Node], links: list[Relationship]) -> None:
    """Push into the empty database, and again."""
    for turn in ("pushed", "pushed again"):
        times: list[tuple[float, int]] = [(time.perf_counter(), 0)]
        push(connection, Listed(made, links), functools.partial(note, times))
        start, end = times[0][0], times[-1][0]
        between = next(at for at, rows in times if rows >= len(made) - 1)
        print(f"Neo4j: {turn} in {end - start:.1f} s: {len(made) / (between - start):,.0f} nodes/s, "
              f"{len(links) / (end - between):,.0f} relationships/s")  # fmt: skip


def note(times: list[tuple[float, int]], more: int) -> None:
    """Note when how many rows were written."""
    times.append((time.perf_counter(), times[-1][1] + more))


def clock(state: str | None) -> Callable[[], float]:
    """The time in seconds: on the clock, or of the processor for this process and the server of the file ``state``."""
    if state is None:
        return time.perf_counter
    stat = Path(f"/proc/{json.loads(Path(state).read_text())['pid']}/stat")
    ticks = os.sysconf("SC_CLK_TCK")

    def spent() -> float:
        fields = stat.read_text().rpartition(")")[2].split()
        return time.process_time() + (int(fields[11]) + int(fields[12])) / ticks  # in the program and in the kernel

    return spent


def beside(engine: EmbeddedEngine, store: Neo4jStore, times: int, now: Callable[[], float]) -> None:
    """Ask each named query of both and of the driver alone, ``times`` times, and compare their times by ``now``."""
    ways: dict[str, Callable[..., Any]] = {
        "embedded": functools.partial(engine.run, timeout=120),
        "store": functools.partial(store.query, timeout=120),
        "driver": functools.partial(by_driver, store.connection),
    }
    medians: dict[str, list[float]] = {name: [] for name in ways}
    print("embedded ms   store ms  driver ms  embedded/driver  store/driver     rows  query")
    for query in named_queries():
        parameters = query.defaults()
        count, found = in_turn([functools.partial(ask, query.text, parameters) for ask in ways.values()], times, now)
        for name, milliseconds in zip(ways, found, strict=True):
            medians[name].append(milliseconds)
        here, there, bare = found
        print(
            f"{here:11.1f} {there:10.1f} {bare:10.1f} {here / (bare or NONE):16.2f} {there / (bare or NONE):13.2f} {count:8,}  {query.name}"
        )
    print(
        "median over the named queries: " + ", ".join(f"{n} {statistics.median(m):.1f} ms" for n, m in medians.items())
    )
    for name in ("embedded", "store"):
        ratios = [one / (bare or NONE) for one, bare in zip(medians[name], medians["driver"], strict=True)]
        print(f"{name}/driver: median {statistics.median(ratios):.2f}, longer in {sum(r > 1 for r in ratios)}, "
              f"worst {max(ratios):.2f}")  # fmt: skip


def by_driver(connection: Connection, query: str, parameters: dict[str, Any]) -> list[Any]:
    """The rows as the driver gives them."""
    with connection.session() as session:
        return session.run(query, parameters).values()


def in_turn(asks: list[Callable[[], Any]], times: int, now: Callable[[], float]) -> tuple[int, list[float]]:
    """How many rows the first one gives, and how long each takes in milliseconds, of ``times`` runs in turn.

    Of times on the clock the median, of those of the processor the mean: a server's are told in steps of 10 ms.
    """
    count, *_ = [len(ask()) for ask in asks]
    runs = [[timed(ask, now)[1] for ask in asks] for _ in range(times)]
    middle = statistics.median if now is time.perf_counter else statistics.mean
    return count, [middle(column) * 1000 for column in zip(*runs, strict=True)]


def timed(work: Callable[[], Any], now: Callable[[], float] = time.perf_counter) -> tuple[Any, float]:
    """What ``work`` gives, and how long it took."""
    start = now()
    result = work()
    return result, now() - start


if __name__ == "__main__":
    sys.exit(main())
