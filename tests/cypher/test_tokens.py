from __future__ import annotations

import pytest

from cypher.errors import CypherSyntaxError
from cypher.tokens import tokenize


def _kinds(query: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokenize(query)[:-1]]


@pytest.mark.parametrize(
    ("query", "tokens"),
    [
        ("MATCH (n:改革)", [("word", "MATCH"), ("sign", "("), ("word", "n"), ("sign", ":"), ("word", "改革"), ("sign", ")")]),
        ("1..3", [("int", "1"), ("sign", ".."), ("int", "3")]),
        ("1.5e3 .5 0x1F 1_000", [("float", "1.5e3"), ("float", ".5"), ("int", "0x1F"), ("int", "1_000")]),
        ("a.b[0]", [("word", "a"), ("sign", "."), ("word", "b"), ("sign", "["), ("int", "0"), ("sign", "]")]),
        (r"'it\'s \u4e2d' " + '"a\'b"', [("string", "it's 中"), ("string", "a'b")]),
        ("`a``b` $x $`y z`", [("name", "a`b"), ("param", "x"), ("param", "y z")]),
        ("a // 'b\n/* \"c */ d", [("word", "a"), ("word", "d")]),
        ("a<>b<=c=~d", [("word", "a"), ("sign", "<>"), ("word", "b"), ("sign", "<="), ("word", "c"), ("sign", "=~"), ("word", "d")]),
    ],
)  # fmt: skip
def test_tokens(query: str, tokens: list[tuple[str, str]]) -> None:
    assert _kinds(query) == tokens


def test_places_are_those_of_the_text() -> None:
    query = "RETURN '中' AS `x y`"
    assert [query[token.start : token.end] for token in tokenize(query)] == ["RETURN", "'中'", "AS", "`x y`", ""]


@pytest.mark.parametrize("query", ["'a", '"a', "`a", "/* a", "``", r"'\q'", "a # b", "1abc", "$ x", "“改革”"])
def test_what_has_no_meaning_is_refused(query: str) -> None:
    with pytest.raises(CypherSyntaxError, match="line 1, column"):
        tokenize(query)
