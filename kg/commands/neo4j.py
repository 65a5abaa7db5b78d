"""Commands between a graph directory and Neo4j: push and import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, say
from kg.commands.options import graph_argument, neo4j_access
from kg.commands.progress import bar

if TYPE_CHECKING:
    from kg.disk import GraphDirectory


@click.command(
    cls=Command,
    zh="把图谱目录载入 Neo4j；重复执行结果不变，中断后再执行即可。",
    examples=(
        "reformkg push out/graph --neo4j bolt://localhost:7687",
        "NEO4J_DATABASE=reforms reformkg push out/graph --neo4j neo4j://server:7687",
    ),
)
@graph_argument
@click.option("--neo4j", "uri", metavar="URI", help="The server; by default $NEO4J_URI.")
def push(directory: GraphDirectory, uri: str | None) -> None:
    """Load GRAPH into Neo4j, so that the database holds it and nothing else of an earlier one.

    User, password and database come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, or are asked for. Pushed
    twice it changes nothing; cut short, run it again.
    """
    from kg.stores.neo4j_access import Connection
    from kg.stores.neo4j_push import push as push_graph

    with Connection.open(neo4j_access(uri)) as connection:
        counts = directory.manifest.counts
        total = sum(counts["nodes"].values()) + sum(counts["relationships"].values())
        with bar(total, "push") as advance:
            report = push_graph(connection, directory, advance)
        where = f"the database {connection.database} at {connection.uri}"
    say(f"{where}: {report.nodes:,} nodes and {report.relationships:,} relationships")
    if report.removed_nodes or report.removed_relationships:
        say(f"{report.removed_nodes:,} nodes and {report.removed_relationships:,} relationships are not in this graph "
            "any more and were removed; what hung on removed nodes went with them")  # fmt: skip


@click.command(
    "import",
    cls=Command,
    zh="把 Neo4j 中的图谱取回为图谱目录。",
    examples=("reformkg import --neo4j bolt://localhost:7687 -o out/back", "reformkg diff out/graph out/back"),
)
@click.option("--neo4j", "uri", metavar="URI", help="The server; by default $NEO4J_URI.")
@click.option("-o", "--output", required=True, metavar="GRAPH", type=click.Path(path_type=Path), help="The graph.")
def import_(uri: str | None, output: Path) -> None:
    """Write the graph in Neo4j as a graph directory: nodes and relationships, without the texts of the sources."""
    from kg.stores.neo4j_import import import_graph
    from kg.stores.neo4j_store import Neo4jStore

    with Neo4jStore.open(neo4j_access(uri)) as store:
        report = import_graph(store, output)
    counts = report.directory.manifest.counts
    nodes, edges = sum(counts["nodes"].values()), sum(counts["relationships"].values())
    say(f"{output}: {nodes:,} nodes, {edges:,} relationships; texts and conflicts stay where the graph was built")
    if report.changed:
        say("the database was changed since this graph was pushed; `reformkg diff` with the one pushed says how")
