"""From a graph directory into Neo4j and back, by the commands: the same graph."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from kg.diff import diff
from kg.disk import GraphDirectory
from kg.stores.neo4j_access import Access, Connection
from tests.kg.disk.test_directory import publish
from tests.neo4j_server import run


@pytest.fixture
def environment(database: Connection, neo4j_access: Access) -> dict[str, str | None]:
    """An empty database, and how the commands reach it."""
    return {
        "NEO4J_URI": neo4j_access.uri,
        "NEO4J_USERNAME": neo4j_access.username,
        "NEO4J_PASSWORD": neo4j_access.password,
        "NEO4J_DATABASE": neo4j_access.database,
        "REFORMKG_GRAPH": None,
        "LC_ALL": "C.UTF-8",
    }


def reformkg(environment: dict[str, str | None], *arguments: object) -> Result:
    return CliRunner(env=environment).invoke(main, [str(argument) for argument in arguments])


def test_the_graph_comes_back_the_same(tmp_path: Path, environment: dict[str, str | None]) -> None:
    publish(tmp_path / "graph")
    pushed = reformkg(environment, "push", tmp_path / "graph")
    assert (pushed.exit_code, pushed.stdout) == (0, "")
    assert re.search(r"neo4j at bolt://.*: \d+ nodes and \d+ relationships", pushed.stderr)
    imported = reformkg(environment, "import", "-o", tmp_path / "back")
    assert imported.exit_code == 0, imported.stderr
    compared = reformkg(environment, "diff", tmp_path / "graph", tmp_path / "back")
    assert (compared.exit_code, compared.stdout, compared.stderr) == (0, "", "")
    old, new = GraphDirectory(tmp_path / "graph"), GraphDirectory(tmp_path / "back")
    assert not list(diff((old.nodes(), old.relationships()), (new.nodes(), new.relationships())))
    assert (new.manifest.graph, new.manifest.counts["nodes"]) == (old.manifest.graph, old.manifest.counts["nodes"])


def test_imported_twice_gives_the_same_bytes(tmp_path: Path, environment: dict[str, str | None]) -> None:
    publish(tmp_path / "graph")
    reformkg(environment, "push", tmp_path / "graph")
    for name in ("one", "two"):
        reformkg(environment, "import", "-o", tmp_path / name)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()}
        for name in ("one", "two")
    )
    assert one == two


def test_a_graph_with_texts_is_not_replaced_by_one_without(tmp_path: Path, environment: dict[str, str | None]) -> None:
    publish(tmp_path / "graph")
    reformkg(environment, "push", tmp_path / "graph")
    refused = reformkg(environment, "import", "-o", tmp_path / "graph")
    assert refused.exit_code == 2 and "name another folder" in refused.stderr
    assert GraphDirectory(tmp_path / "graph").part_paths()


def test_verify_says_what_an_imported_graph_cannot_prove(tmp_path: Path, environment: dict[str, str | None]) -> None:
    publish(tmp_path / "graph")
    reformkg(environment, "push", tmp_path / "graph")
    reformkg(environment, "import", "-o", tmp_path / "back")
    checked = reformkg(environment, "verify", tmp_path / "back", "--format", "csv")
    assert checked.exit_code == 1
    (row,) = checked.stdout.splitlines()[1:]
    assert re.match("source,texts,.*imported without the texts of its 3 documents.*verify the graph directory that", row)


def test_a_change_made_in_the_database_is_told(
    tmp_path: Path, database: Connection, environment: dict[str, str | None]
) -> None:
    publish(tmp_path / "graph")
    reformkg(environment, "push", tmp_path / "graph")
    run(database, "MATCH (r:Region {code: '510922'}) SET r.full_name = '射洪'")
    imported = reformkg(environment, "import", "-o", tmp_path / "back")
    assert "was changed since this graph was pushed" in imported.stderr
    compared = reformkg(environment, "diff", tmp_path / "graph", tmp_path / "back", "--format", "csv")
    assert compared.exit_code == 1
    _header, about, region = compared.stdout.splitlines()
    assert "Graph" in about and "hash" in about
    assert "region/510922/射洪县" in region and "full_name" in region


@pytest.mark.parametrize(
    "command",
    [
        ["query", "MATCH (r:Region)-[a:ADOPTED]->(i) RETURN r.name, i.name, a.year ORDER BY a.year, r.name, i.name"],
        ["query", "--named", "adoption_timeline", "-p", "initiative=一网通办", "--format", "csv"],
        ["why", "region/510922/射洪县"],
        ["export", "graphml", "-o", "-", "--region", "射洪县"],
        ["export", "json", "-o", "-", "--years", "2017:2018"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_each_reading_command_says_the_same_of_both(
    tmp_path: Path, environment: dict[str, str | None], command: list[str]
) -> None:
    publish(tmp_path / "graph")
    assert reformkg(environment, "push", tmp_path / "graph").exit_code == 0
    embedded = reformkg(environment, *command, "--graph", tmp_path / "graph")
    server = reformkg(environment, *command, "--neo4j", environment["NEO4J_URI"])
    assert embedded.exit_code == 0, embedded.stderr
    assert embedded.stdout and server.stdout == embedded.stdout


def test_one_graph_is_named_not_two(tmp_path: Path, environment: dict[str, str | None]) -> None:
    refused = reformkg(environment, "query", "RETURN 1", "--graph", tmp_path, "--neo4j", "bolt://localhost")
    assert refused.exit_code == 2 and "name one graph" in refused.stderr


def test_a_query_writes_only_where_that_is_asked_for_and_only_in_neo4j(
    tmp_path: Path, database: Connection, environment: dict[str, str | None]
) -> None:
    publish(tmp_path / "graph")
    reformkg(environment, "push", tmp_path / "graph")
    setting = "MATCH (r:Region {code: '510922'}) SET r.full_name = $name RETURN r.full_name"
    ask = ("query", setting, "-p", "name=射洪")
    assert reformkg(environment, *ask).exit_code == 2
    assert "takes no --write" in reformkg(environment, *ask, "--write", "--graph", tmp_path / "graph").stderr
    written = reformkg(environment, *ask, "--write", "--format", "csv")
    assert written.stdout.splitlines() == ["r.full_name", "射洪"]
    assert "properties set: 1" in written.stderr
    assert database.read("MATCH (r:Region {full_name: '射洪'}) RETURN count(r)") == [[1]]
