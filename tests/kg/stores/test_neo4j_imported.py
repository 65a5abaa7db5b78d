"""What neo4j-admin makes of an export is the graph that a push makes: it can be asked, and a push finds it as it is."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.disk import GraphDirectory
from kg.exports.formats import FORMATS
from kg.exports.whole import exported
from kg.stores.embedded import EmbeddedStore
from kg.stores.neo4j_access import Access, Connection
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from kg.stores.parquet import ParquetGraph
from kg.subgraph.selection import Selection
from tests.neo4j_server import run
from tests.scripts.starting import start

_IDS = (
    "MATCH (n) RETURN labels(n), properties(n), elementId(n) ORDER BY elementId(n)",
    "MATCH ()-[r]->() RETURN type(r), properties(r), elementId(r) ORDER BY elementId(r)",
)


@pytest.fixture
def imported(neo4j_access: Access, directory: GraphDirectory, tmp_path: Path) -> Iterator[Connection]:
    """The database that the importer makes of the whole graph, with the constraints that the export brings."""
    format_, folder = FORMATS["neo4j-csv"], tmp_path / "export"
    format_.write(exported(EmbeddedStore(directory=directory), Selection(), format_.of_graph), folder)
    server = ("neo4j-server", "--state", tmp_path / "server.json")
    started = start(*server, "start", "--import", folder, folder=tmp_path, NEO4J_PASSWORD="")
    assert (started.returncode, started.stderr) == (0, "")
    said = dict(word.split("=", 1) for word in shlex.split(started.stdout) if "=" in word)
    access = Access(said["NEO4J_URI"], said["NEO4J_USERNAME"], said["NEO4J_PASSWORD"], neo4j_access.database)
    try:
        with Connection.open(access) as connection:
            for statement in (folder / "constraints.cypher").read_text(encoding="utf-8").split(";\n")[:-1]:
                run(connection, statement)
            yield connection
    finally:
        start(*server, "stop", folder=tmp_path)


def test_a_push_finds_what_was_imported_as_it_is(imported: Connection, directory: GraphDirectory) -> None:
    store = Neo4jStore(imported)
    assert store.graph.content_hash() == directory.manifest.graph == store.graph_node["hash"]
    nodes, edges = (imported.read(statement) for statement in _IDS)
    report = push(imported, ParquetGraph(directory))
    assert (report.removed_nodes, report.removed_relationships) == (0, 0)
    after, edges_after = (imported.read(statement) for statement in _IDS)
    assert edges_after == edges
    assert [row for row in after if row[0] != ["Graph"]] == [row for row in nodes if row[0] != ["Graph"]]
    assert Neo4jStore(imported).graph_node == directory.graph.node("graph").properties  # type: ignore[union-attr]


def test_what_is_no_export_is_told(neo4j_access: Access, tmp_path: Path) -> None:
    state = tmp_path / "server.json"
    done = start("neo4j-server", "--state", state, "start", "--import", tmp_path / "none", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"neo4j-server: there is no {tmp_path / 'none' / 'import.txt'}; write the folder by: ")
