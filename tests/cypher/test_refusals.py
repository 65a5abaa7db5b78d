from __future__ import annotations

import pytest

from cypher.engine import EmbeddedEngine
from cypher.errors import (
    CypherError,
    CypherSyntaxError,
    CypherTypeError,
    ParameterError,
    UnsupportedCypherError,
    WriteRefusedError,
)

WRONG_KINDS = (
    "RETURN 1 AND true", "RETURN NOT 'x'", "RETURN 'a' OR true", "RETURN [] XOR true", "RETURN 1 + true", "RETURN {a: 1} + 1",
    "RETURN 'a' - 1", "RETURN -'a'", "RETURN size(1)", "RETURN type(1)", "RETURN 1 IN 2", "RETURN 'abc'[0]", "RETURN [1]['a']",
    "RETURN {a: 1}[0]", "RETURN 1.a", "RETURN toFloat(true)", "RETURN length('abc')", "RETURN CASE WHEN 1 THEN 2 END",
    "UNWIND ['a', 'b'] AS x RETURN sum(x)", "MATCH (n) RETURN type(n)", "MATCH ()-[r]->() RETURN labels(r)",
    "WITH 1 AS n MATCH (n) RETURN n", "MATCH (n:Person) WHERE n.age AND true RETURN n", "MATCH (n:Person) WHERE n.name RETURN n",
    "RETURN date('2020-01-02') - date('2019-01-02')", "UNWIND [1, 'a'] AS x RETURN x * 2", "UNWIND [true, 1] AS x RETURN NOT x",
    "RETURN substring('abc', -1)", "UNWIND [-1] AS i RETURN left('abc', i)", "RETURN 1 =~ 'a'", "MATCH (a) RETURN a LIMIT 1.5",
)  # fmt: skip

NO_CYPHER = {
    "MATCH (n RETURN n": "expected",
    "MATCH n RETURN n": "`(` expected",
    "MATHC (n) RETURN n": "did you mean MATCH?",
    "MATCH (n) RETRUN n": "did you mean RETURN?",
    "MATCH (n) RETURN n.": "a property name expected, but the query ends here",
    "RETURN 'abc": "not closed by '",
    "RETURN 1 AS": "a name expected",
    "RETURN x": "the variable `x` is not defined",
    "MATCH (region) RETURN regoin": "did you mean `region`?",
    "RETURN foo(1)": "Unknown function 'foo'",
    "RETURN tointeger(1, 2)": "takes 1 arguments, not 2",
    "MATCH (n:Nowhere) RETURN colect(n)": "did you mean collect()?",
    "WITH 1 RETURN 1": "must be aliased",
    "MATCH (n) WITH n.name RETURN 1": "must be aliased",
    "MATCH (n) RETURN n.age + count(*)": "implicit grouping",
    "MATCH (n) WITH n.v AS v, n.w + count(*) AS c RETURN v, c": "implicit grouping",
    "RETURN 1 AS a, 2 AS a": "two columns have the name `a`",
    "RETURN 1 AS a UNION RETURN 2 AS b": "columns of the same names",
    "RETURN 1 AS a UNION RETURN 1 AS a UNION ALL RETURN 1 AS a": "cannot be mixed",
    "RETURN 1 != 2": "`<>` expected",
    "RETURN *": "no variables in scope",
    "MATCH (n) WHERE count(n) > 1 RETURN n": "only in WITH or RETURN",
    "MATCH (n) RETURN count(count(n))": "only in WITH or RETURN",
    "MATCH (n) RETURN DISTINCT n.name ORDER BY n.age": "is not defined",
    "RETURN 1 LIMIT -1": "no negative number",
    "UNWIND [1] AS x RETURN x LIMIT x": "takes no variables",
    "MATCH (a) RETURN (a)-->()": "only where a Boolean is asked for",
    "MATCH (a) RETURN size((a)-->())": "only where a Boolean is asked for",
    "MATCH (a {name: 'Ann'}) RETURN exists(a.name)": "IS NOT NULL",
    "MATCH (n)": "a clause such as MATCH, WITH or RETURN expected",
    "RETURN 1; RETURN 2": "",
    "": "a query expected",
    "RETURN 99999999999999999999": "too large",
    "RETURN '\\u0027'": "without a \\u escape",
    "MATCH p = (a)-->(b) MATCH p = (b)-->(a) RETURN p": "bound already",
}

NOT_HERE = {
    "MATCH (a) RETURN id(a)": "id()",
    "MATCH (a) RETURN elementId(a)": "elementId()",
    "UNWIND [1] AS x RETURN percentileCont(x, 0.5)": "percentileCont()",
    "UNWIND [1] AS x RETURN percentileDisc(x, 0.5)": "percentileDisc()",
    "UNWIND [1] AS x RETURN stDevP(x)": "stDevP()",
    "RETURN toString(1e10)": "the text of floats",
    "RETURN 'a' =~ '(?=a)a'": "look-around",
    "RETURN 'aa' =~ '(a)\\\\1'": "in a regular expression",
    "UNWIND ['a'] AS p RETURN 'a' =~ p": "neither a string nor a parameter",
    "MATCH ((a)-->(b)){1,3} RETURN a": "quantified",
    "MATCH (a)-->+(b) RETURN a": "quantified",
    "MATCH p = SHORTEST 1 (a)-->(b) RETURN p": "path selectors",
    "MATCH p = ANY SHORTEST (a)-->(b) RETURN p": "path selectors",
    "MATCH (a)-[r*1..2 WHERE r.since > 1]->(b) RETURN a": "WHERE inside",
    "MATCH (a)-[:!KNOWS*1..2]->(b) RETURN a": "variable length",
    "MATCH ()-[r]->() WITH collect(r) AS rs MATCH (a)-[rs*]->(b) RETURN a": "bound list",
    "RETURN 1 IS :: INTEGER": "type and normalization predicates",
    "RETURN duration('P1D')": "does not return durations",
    "RETURN duration.between(date('2020-01-01'), date('2021-01-01')).days": "duration.between()",
    "RETURN date() IS NULL": "without an argument",
    "RETURN {a: 1} < {a: 2}": "an order over",
    "MATCH (n) RETURN properties(n) AS p ORDER BY p LIMIT 2": "an order of maps",
    "MATCH (n) RETURN [x IN [1] | COLLECT { MATCH (n)-->(m) WHERE m.age > x RETURN DISTINCT m }]": "COLLECT",
    "MATCH (n) RETURN n ORDER BY COUNT { MATCH (n)-->(m) RETURN DISTINCT m }": "COUNT",
    "MATCH (n) OPTIONAL MATCH (n)-->(m) WHERE EXISTS { MATCH (m)-->(o) RETURN o LIMIT 1 } RETURN m": "EXISTS",
    "MATCH (n:$(x)) RETURN n": "labels given by a parameter",
    "MATCH (a:Person), (b:City) RETURN shortestPath((a)-[*]-(b))": "in an expression",
    "MATCH p = shortestPath((a:Person)-[*]-(b:City)) WHERE length(p) > 1 RETURN p": "shortestPath under a WHERE",
    "MATCH (n:Num) WITH DISTINCT n.v AS v RETURN v": "both 1 and 1.0",
    "MATCH (n:Num) RETURN n.v, count(*)": "differ in type",
    "MATCH (n:Num) WITH n.v AS v, count(*) AS c RETURN v, c": "both 1 and 1.0",
    "MATCH (n:Num) RETURN collect(DISTINCT n.v)": "both 1 and 1.0",
}


@pytest.mark.parametrize("query", WRONG_KINDS)
def test_values_of_the_wrong_kind_are_refused(engine: EmbeddedEngine, query: str) -> None:
    with pytest.raises(CypherTypeError, match=r"^line 1, column \d+: "):
        engine.run(query)


@pytest.mark.parametrize(("query", "words"), NO_CYPHER.items())
def test_what_is_no_cypher_is_refused_with_its_place(engine: EmbeddedEngine, query: str, words: str) -> None:
    with pytest.raises(CypherError) as caught:
        engine.run(query)
    assert isinstance(caught.value, CypherSyntaxError | WriteRefusedError)
    assert words in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(("query", "words"), [(q, w) for q, w in NOT_HERE.items() if w])
def test_what_the_engine_lacks_is_refused_by_name(engine: EmbeddedEngine, query: str, words: str) -> None:
    parameters = {"x": "Person"} if "$" in query else {}
    with pytest.raises(UnsupportedCypherError, match="the embedded engine does not") as caught:
        engine.run(query, parameters)
    assert words in str(caught.value)


def test_a_syntax_error_has_its_line_and_column(engine: EmbeddedEngine) -> None:
    with pytest.raises(CypherSyntaxError) as caught:
        engine.run("MATCH (n)\n  RETRUN n")
    assert (caught.value.line, caught.value.column) == (2, 3)
    assert (
        str(caught.value)
        == "line 2, column 3: a clause such as MATCH, WITH or RETURN expected, not `RETRUN`; did you mean RETURN?"
    )


@pytest.mark.parametrize(
    ("query", "parameters", "words"),
    [
        ("RETURN $a", {}, r"takes a parameter \$a"),
        ("RETURN 1", {"a": 1}, r"no parameter \$a"),
        ("RETURN $a", {"a": object()}, "of the type object"),
        ("RETURN $a", {"a": [1, {"b": {1, 2}}]}, "of the type set"),
        ("RETURN $a", {"a": 2**70}, "too large for 64 bits"),
    ],
)
def test_parameters_must_fit(engine: EmbeddedEngine, query: str, parameters: dict[str, object], words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        engine.run(query, parameters)


def test_a_parameter_of_the_wrong_kind_is_a_type_error(engine: EmbeddedEngine) -> None:
    assert engine.run("RETURN $a AND true AS x", {"a": True}).rows == ((True,),)
    with pytest.raises(CypherTypeError):
        engine.run("RETURN $a AND true AS x", {"a": 1})
