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
    "MATCH ()-[r]->() RETURN [x IN [r, 0] | type(x)]", "MATCH (n) WITH [n, 1] AS l RETURN labels(l[1])",
    "RETURN 'x' + date('2018-01-01')", "RETURN 'x' + localtime('10:00')", "RETURN date('2018-01-01').hour",
    "RETURN localtime('10:00').week", "RETURN time('10:00Z').weekYear", "RETURN -duration('P1D')",
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
    "RETURN [x IN [1, 2] | count(*)]": "cannot stand for the elements of a list",
    "MATCH (n) RETURN all(x IN [1] WHERE size([y IN collect(n.age) WHERE y = x]) > count(n))": "elements of a list",
    "MATCH (n) RETURN reduce(t = 0, x IN [1] | t + count(n))": "elements of a list",
    "RETURN count(rand())": "rand() cannot stand in count()",
    "WITH 1 AS a, 2 AS b RETURN a + b, a + b + count(*)": "implicit grouping",
    "RETURN 42 — 41": "a minus is written `-`",
    "RETURN 42 – 41": "a minus is written `-`",
    "RETURN 42 − 41": "a minus is written `-`",
    "UNWIND [1] AS x RETURN percentileCont(x, 1.5)": "a share from 0.0 to 1.0",
    "UNWIND [1] AS x RETURN percentileCont(x)": "takes 2 arguments, not 1",
    "MATCH (a)-[*2]->{2}(b) RETURN a": "a node expected after a path of variable length",
    "MATCH (n)": "a clause such as MATCH, WITH or RETURN expected",
    "RETURN 1; RETURN 2": "",
    "": "a query expected",
    "RETURN 99999999999999999999": "too large",
    "RETURN '\\u0027'": "without a \\u escape",
    "MATCH p = (a)-->(b) MATCH p = (b)-->(a) RETURN p": "bound already",
}

NOT_HERE = {
    "MATCH (a) RETURN id(a)": "id(): it differs from store to store; write a.key",
    "RETURN datetime({epochSeconds: 0})": "column 32: the embedded engine does not have datetime() of `epochSeconds`",
    "RETURN datetime.truncate('day', datetime('2018-03-05T10:00:00Z'))": "datetime.truncate()",
    "RETURN date.truncate('month', date('2018-03-05'), {day: 2})": "date.truncate() with 3 arguments",
    "RETURN btrim('xxhixx', 'x')": "btrim() with 2 arguments",
    "UNWIND [date('2018-03'), datetime('2018-03-05T10:00:00Z')] AS d RETURN min(d)": "times of different kinds",
    "WITH [date('2018-03-05')] AS l RETURN localdatetime('2018-03-05T00:00:00') IN l": "column 39: the embedded engine does not have `IN`",
    "UNWIND [date('2018-03'), datetime('2018-03-05T10:00:00Z')] AS d RETURN d < date('2019-01-01')": "of different kinds",
    "UNWIND [date('2018-03'), datetime('2018-03-05T10:00:00Z')] AS d RETURN d ORDER BY d": "times of different kinds",
    "UNWIND [duration('P1D')] AS d RETURN max(d)": "an order of durations",
    "UNWIND [duration('P1D')] AS d RETURN sum(d)": "sum() of durations",
    "RETURN CASE date('2018-01-01') WHEN datetime('2018-01-01T00:00:00Z') THEN 1 END": "a CASE over times",
    "RETURN toString(datetime('2018-03-05T10:00:00Z'))": "the text of times and datetimes",
    "WITH ['2018'] AS l RETURN datetime('2018-03-05T10:00:00Z') IN l": "of several kinds, or strings",
    "WITH [datetime('2018-03-05T18:00:00+08:00')] AS l RETURN datetime('2018-03-05T10:00:00Z') IN l": "list of times with zones",
    "RETURN duration('P3D') / 2": "parts of durations",
    "RETURN duration('P3D') * 1.5": "parts of durations",
    "RETURN duration.between(date('2018-01-01'), datetime('2018-03-01T00:00:00Z'))": "duration.between() over times of day",
    "UNWIND [1, 1.0] AS x RETURN percentileDisc(x, 0.5)": "write toFloat",
    "UNWIND [1, 1.0] AS x RETURN percentileCont(x, 0.5)": "write toFloat",
    "OPTIONAL MATCH p = shortestPath((a:Person)-[*]-(b:City)) WHERE length(p) > 1 RETURN p": "OPTIONAL MATCH of a shortestPath",
    "MATCH (a:Person)-[:KNOWS]->(c), p = shortestPath((a)-[:KNOWS*]-(b:Person)) RETURN p": "give it a MATCH of its own",
    "MATCH (a) RETURN elementId(a)": "elementId()",
    "RETURN toString(1e10)": "the text of floats",
    "RETURN 'a' =~ '(?=a)a'": "look-around",
    "RETURN 'aa' =~ '(a)\\\\1'": "in a regular expression",
    "UNWIND ['a'] AS p RETURN 'a' =~ p": "neither a string nor a parameter",
    "MATCH ((a)-->(b)){1,3} RETURN a": "quantified",
    "MATCH p = SHORTEST 1 (a)-->(b) RETURN p": "path selectors",
    "MATCH p = ANY SHORTEST (a)-->(b) RETURN p": "path selectors",
    "MATCH (a)-[r*1..2 WHERE r.since > 1]->(b) RETURN a": "WHERE inside",
    "MATCH (a)-[:!KNOWS*1..2]->(b) RETURN a": "variable length",
    "MATCH ()-[r]->() WITH collect(r) AS rs MATCH (a)-[rs*]->(b) RETURN a": "bound list",
    "RETURN 1 IS :: INTEGER": "type and normalization predicates",
    "RETURN {a: 1} < {a: 2}": "an order over",
    "MATCH (n) RETURN properties(n) AS p ORDER BY p LIMIT 2": "an order of maps",
    "MATCH (n) RETURN [x IN [1] | COLLECT { MATCH (n)-->(m) WHERE m.age > x RETURN DISTINCT m }]": "COLLECT",
    "MATCH (n) RETURN n ORDER BY COUNT { MATCH (n)-->(m) RETURN DISTINCT m }": "COUNT",
    "MATCH (n) OPTIONAL MATCH (n)-->(m) WHERE EXISTS { MATCH (m)-->(o) RETURN o LIMIT 1 } RETURN m": "EXISTS",
    "MATCH (n:$(x)) RETURN n": "labels given by a parameter",
    "MATCH (a:Person), (b:City) RETURN shortestPath((a)-[*]-(b))": "in an expression",
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
