"""The shell as it runs: on a terminal with its keys, on a pipe, and on each store."""

from __future__ import annotations

import json
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
from kg.shell.loop import Session, run_shell, typed_at_terminal
from kg.shell.vocabulary import COMMANDS, vocabulary
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
        push(database, graph)
        yield Neo4jStore(database)


def asked(store: Store, *typed: str, limit: int | None = None) -> tuple[list[Result], list[str]]:
    shown: list[Result] = []
    said: list[str] = []
    run_shell(Session(store, lambda result, _form: shown.append(result), said.append, limit=limit), typed)
    return shown, said


def test_rows_plans_and_named_queries(store: Store) -> None:
    shown, said = asked(
        store, "MATCH (r:Region {code: '510922'}) RETURN r.name;", ":explain MATCH (n) RETURN n;",
        ":named first_adopters initiative=一网通办",
    )  # fmt: skip
    assert shown[0].rows == (("射洪县",),)
    assert len(shown[1]) > 0
    assert [row["region"] for row in shown[2].records()] == ["遂宁市"]
    (told,) = said
    assert told.startswith("asked with initiative=一网通办")


def test_an_error_is_told_and_the_shell_goes_on(store: Store) -> None:
    shown, said = asked(store, "MATCH (n RETURN n;", "CREATE (n);", ":named nothing", "RETURN 1 AS one;")
    assert [result.rows for result in shown] == [((1,),)]
    assert len(said) == 3 and "may only read" in said[1]


def test_parameters_hold_for_cypher_and_for_named_queries_until_they_are_forgotten(store: Store) -> None:
    shown, said = asked(
        store, ":param code=\"510922\"", ":param initiative=一网通办", "MATCH (r:Region {code: $code}) RETURN r.name;",
        "RETURN '$code' AS text;", ":named first_adopters", ":named first_adopters initiative=无此举措", ":param",
        ":param code=", "MATCH (r:Region {code: $code}) RETURN r.name;",
    )  # fmt: skip
    assert [result.rows for result in shown[:2]] == [(("射洪县",),), (("$code",),)]
    assert shown[2].column("region") == ["遂宁市"]
    assert shown[3].rows == (("code", "510922"), ("initiative", "一网通办"))
    told, unknown, missing = said
    assert told.startswith("asked with initiative=一网通办") and "无此举措" in unknown and "code" in missing
    assert len(shown) == 4


def test_queries_help_and_formats(store: Store) -> None:
    forms: list[str] = []
    said: list[str] = []
    session = Session(store, lambda _result, form: forms.append(form), said.append)
    run_shell(session, [":queries", ":format csv", "RETURN 1 AS one;", ":format", "help", "exit", "RETURN 2;"])
    assert forms == ["table", "csv"]
    assert said[:2] == ["rows are written as csv"] * 2
    assert [line.split()[0] for line in said[3:]] == list(COMMANDS)


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
        return own.submit(lambda: list(typed_at_terminal(history, vocabulary(), pipe, DummyOutput()))).result(timeout=60)


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
    named = CliRunner().invoke(main, ["shell", "--graph", str(tmp_path / "graph")], input=":format json\nRETURN 1 AS one;\nexit\n")
    assert json.loads(named.stdout) == [{"one": 1}]
    assert "510922" in run.stdout and "one" in run.stdout and run.stdout.count("(1 row)") == 2
