"""The shell as it runs: on a terminal with its keys, on a pipe, and on each store."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from cli import main
from cypher.results import Result
from kg.model import KnowledgeGraph
from kg.shell.loop import run_shell, typed_at_terminal
from kg.stores.base import Store
from kg.stores.embedded import EmbeddedStore
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from tests.kg.disk.test_directory import publish
from tests.requirements import OF_NEO4J


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=OF_NEO4J)])
def store(request: pytest.FixtureRequest, graph: KnowledgeGraph) -> Iterator[Store]:
    if request.param == "embedded":
        yield EmbeddedStore(graph)
    else:
        database = request.getfixturevalue("database")
        push(database, graph.nodes(), graph.relationships())
        yield Neo4jStore(database)


def asked(store: Store, *typed: str, limit: int | None = None) -> tuple[list[Result], list[str]]:
    shown: list[Result] = []
    said: list[str] = []
    run_shell(store, typed, shown.append, said.append, limit=limit)
    return shown, said


def test_rows_plans_and_named_queries(store: Store) -> None:
    shown, said = asked(
        store, "MATCH (r:Region {code: '510922'}) RETURN r.name;", ":explain MATCH (n) RETURN n;",
        ":named first_adopters initiative=一网通办",
    )  # fmt: skip
    assert shown[0].rows == (("射洪县",),)
    assert len(shown[1]) > 0
    assert [row["region"] for row in shown[2].records()] == ["遂宁市"]
    assert said == []


def test_an_error_is_told_and_the_shell_goes_on(store: Store) -> None:
    shown, said = asked(store, "MATCH (n RETURN n;", "CREATE (n);", ":named nothing", "RETURN 1 AS one;")
    assert [result.rows for result in shown] == [((1,),)]
    assert len(said) == 3 and "may only read" in said[1]


def test_quit_ends_and_the_limit_is_told(store: Store) -> None:
    shown, said = asked(store, "MATCH (n) RETURN n;", ":quit", "RETURN 1;", limit=2)
    assert [len(result) for result in shown] == [2]
    assert said == ["there are more than 2 rows; begin the shell with a higher --limit to see them"]


def typed(history: Path, keys: str) -> list[str]:
    """What the terminal gives for some keys, in a thread of its own.

    A browser that another test holds open for the session leaves an event loop running in this one.
    """
    with create_pipe_input() as pipe, ThreadPoolExecutor(1) as own:
        pipe.send_text(keys)
        return own.submit(lambda: list(typed_at_terminal(history, pipe, DummyOutput()))).result(timeout=60)


def test_enter_goes_on_until_the_semicolon(tmp_path: Path) -> None:
    assert typed(tmp_path / "history", "MATCH (n)\rRETURN n;\r:help\r\x04") == ["MATCH (n)\nRETURN n;", ":help"]


def test_ctrl_c_drops_what_was_typed(tmp_path: Path) -> None:
    assert typed(tmp_path / "history", "MATCH (n)\x03RETURN 1;\r\x04") == ["RETURN 1;"]


def test_what_was_typed_comes_back_the_next_time(tmp_path: Path) -> None:
    history = tmp_path / "state" / "history"
    typed(history, "MATCH (n)\rRETURN n;\r\x04")
    assert typed(history, "\x1b[A\r\x04") == ["MATCH (n)\nRETURN n;"]


@pytest.mark.parametrize("inside", ["a file", "a folder"])
def test_a_history_that_cannot_be_kept_ends_nothing(tmp_path: Path, inside: str) -> None:
    (tmp_path / "a file").write_text("")
    (tmp_path / "a folder" / "history").mkdir(parents=True)
    assert typed(tmp_path / inside / "history", "RETURN 1;\rRETURN 2;\r\x04") == ["RETURN 1;", "RETURN 2;"]


def test_statements_through_a_pipe(tmp_path: Path) -> None:
    publish(tmp_path / "graph")
    text = "MATCH (r:Region)\nWHERE r.name STARTS WITH '射洪' RETURN r.code ORDER BY r.code LIMIT 1;\nRETURN 1 AS one"
    run = CliRunner().invoke(main, ["shell", "--graph", str(tmp_path / "graph")], input=text)
    assert run.exit_code == 0, run.stderr
    assert "510922" in run.stdout and "one" in run.stdout and run.stdout.count("(1 row)") == 2
