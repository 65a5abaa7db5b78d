"""When what was typed is whole, and what it asks for."""

from __future__ import annotations

import pytest

from cypher.errors import CypherError, ParameterError
from cypher.named import load_named_query
from kg.errors import SelectionError
from kg.shell.statements import Ask, Help, Quit, is_whole, statements, understand


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
    query = load_named_query("first_adopters")
    expected = Ask(query.text, {**query.defaults(), "initiative": "一网 通办", "limit": 3}, named=True)
    assert understand(":named first_adopters initiative=一网 通办 limit=3;") == expected


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (":nmaed x", SelectionError, ":nmaed is no command of the shell; there are :named, :explain, :help, :quit"),
        (":named", CypherError, "there is no named query"),
        (":named first_adoptors", CypherError, "did you mean first_adopters"),
        (":named first_adopters 一网通办", ParameterError, "一网通办 is no parameter; write :named first_adopters name=value"),
        (":named first_adopters limit=three", ParameterError, "limit takes a whole number"),
    ],
)
def test_what_cannot_be_asked(text: str, kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        understand(text)


def test_statements_of_a_file() -> None:
    lines = ["// first\n", "MATCH (n)\n", "RETURN n;\n", "\n", ":named first_adopters\n", "RETURN ';'\n", "  AS a"]
    found = [text.strip() for text in statements(lines)]
    assert found == ["// first\nMATCH (n)\nRETURN n;", ":named first_adopters", "RETURN ';'\n  AS a"]
