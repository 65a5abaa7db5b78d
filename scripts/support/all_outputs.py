"""Make everything that reformkg makes of a FOLDER, in OUT: the graph directory, records, exports, tables, pages.

Run as ``python all_outputs.py FOLDER OUT`` by the Python that is to make it.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from kg import open_graph
from kg.cli import main
from kg.exports import FORMATS

_ALL = "MATCH (a)-[r]->(b) RETURN a, r, b"


def commands(folder: str, out: Path) -> Iterator[list[str]]:
    """The command lines, the build first."""
    graph = str(out / "graph")
    yield ["build", folder, "-o", graph, "--workers", "1"]
    yield ["extract", folder, "-o", str(out / "records.jsonl"), "--workers", "1"]
    yield ["view", "-o", str(out / "view.html"), "--graph", graph, "--initiative", (reform := _widest(graph))]
    yield ["trace", reform, "--html", "-o", str(out / "trace.html"), "--graph", graph]
    for form in ("table", "md", "csv", "json", "jsonl"):
        for command in (["trace", reform], ["lineage", reform], ["query", _ALL]):
            yield [*command, "--format", form, "-o", str(out / f"{command[0]}.{form}"), "--graph", graph]
    for name in FORMATS:
        yield ["export", name, "-o", str(out / f"export-{name}"), "--graph", graph]


def _widest(graph: str) -> str:
    """The reform that most regions adopted."""
    query = "MATCH (r:Region)-[:ADOPTED]->(i) RETURN i.name AS name, count(DISTINCT r) AS n ORDER BY n DESC, name LIMIT 1"
    with open_graph(graph) as store:
        return str(store.query(query).rows[0][0])


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.mkdir(parents=True)
    for command in commands(sys.argv[1], target):
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                main(command)
        except SystemExit as ended:
            if ended.code not in (0, 1, None):  # 1: a document was refused
                raise SystemExit(f"{' '.join(command)}: exit status {ended.code}") from ended
