"""When what was typed is whole, and what it asks for."""

from __future__ import annotations

import pytest

from cypher.errors import ParameterError
from kg.errors import SelectionError
from kg.shell.statements import (
    Ask,
    AskNamed,
    Help,
    Queries,
    Quit,
    SetFormat,
    SetParameter,
    is_whole,
    statements,
    understand,
)


@pytest.mark.parametrize(
    "text",
    ["", "RETURN 1;", "MATCH (n)\nRETURN n ; ", ":help", ":quit", ":named first_adopters", ":explain RETURN 1;", "RETURN ;; $%;"],
)
def test_what_is_whole(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize(
    "text", ["RETURN 1", "MATCH (n)\n", "RETURN 'a;'", "RETURN 'a' // ;", "RETURN 1 /* ; */", ":explain MATCH (n)"]
)
def test_what_goes_on(text: str) -> None:
    assert not is_whole(text)


def test_what_is_asked_for() -> None:
    assert understand("MATCH (n)\nRETURN n;") == Ask("MATCH (n)\nRETURN n;")
    assert understand(":explain MATCH (n) RETURN n;") == Ask("MATCH (n) RETURN n;", plan=True)
    assert isinstance(understand(":help"), Help)
    assert isinstance(understand(":quit;"), Quit)
    assert understand("  ;\n") is None


def test_a_named_query_with_parameters() -> None:
    expected = AskNamed("first_adopters", {"initiative": "一网 通办", "limit": "3"})
    assert understand(":named first_adopters initiative=一网 通办 limit=3;") == expected
    assert understand(":named first_adopters initiative='一网 通办' limit=3") == expected


@pytest.mark.parametrize("word", ["quit", "exit", "exit;", " QUIT ", ":exit", ":quit", "\\q"])
def test_all_the_words_that_people_leave_with(word: str) -> None:
    assert is_whole(word) and isinstance(understand(word), Quit)


@pytest.mark.parametrize("word", ["help", "?", "help;", ":help"])
def test_all_the_words_that_people_ask_for_help_with(word: str) -> None:
    assert is_whole(word) and isinstance(understand(word), Help)


def test_a_query_that_begins_as_such_a_word_is_one() -> None:
    assert not is_whole("exit now")
    assert understand("quitting;") == Ask("quitting;")


def test_parameters_formats_and_the_list_of_queries() -> None:
    assert understand(":queries;") == Queries()
    assert understand(":param year=2019;") == understand(":param year => 2019") == SetParameter("year", "2019")
    assert understand(":param words = [\"a\", \"b\"]") == SetParameter("words", '["a", "b"]')
    assert understand(":param year=") == SetParameter("year", "")
    assert understand(":param") == understand(":params") == SetParameter()
    assert understand(":format csv;") == SetFormat("csv") and understand(":format") == SetFormat()


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (":nmaed x", SelectionError, ":nmaed is no command of the shell; there are :named, :queries, .*; nearest: :named"),
        (":format cvs", SelectionError, "there is no format cvs; there are table, csv, .*; nearest: csv"),
        (":param 2019", SelectionError, "2019 is no parameter; write :param name=value"),
        (":named first_adopters 一网通办", ParameterError, "一网通办 is no parameter; write :named first_adopters name=value"),
    ],
)
def test_what_cannot_be_asked(text: str, kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        understand(text)


def test_statements_of_a_file() -> None:
    lines = ["// first\n", "MATCH (n)\n", "RETURN n;\n", "\n", ":named first_adopters\n", "RETURN ';'\n", "  AS a"]
    found = [text.strip() for text in statements(lines)]
    assert found == ["// first\nMATCH (n)\nRETURN n;", ":named first_adopters", "RETURN ';'\n  AS a"]
