from __future__ import annotations

from cypher.syntax.clauses import parse
from cypher.syntax.tree.clauses import Subquery
from cypher.syntax.tree.expressions import Literal, Property, Variable
from cypher.syntax.tree.part import Part, children, rebuilt, walk

QUERY = (
    "MATCH (a:City {name: $name})-[r:NEAR*1..2]->(b) WHERE a.size > 1 AND EXISTS { MATCH (b)--(c) WHERE c.size > 2 } "
    "WITH a, CASE WHEN b.size > 3 THEN [x IN b.tags WHERE x <> 'y'] ELSE [] END AS l ORDER BY a.size, b.size LIMIT 4 "
    "RETURN a.name, l"
)


def test_every_part_comes_once_and_before_what_stands_in_it() -> None:
    parts = list(walk(parse(QUERY)))
    assert [part.name for part in parts if isinstance(part, Property)] == [
        "size", "size", "size", "tags", "size", "size", "name",
    ]  # fmt: skip
    assert [part.value for part in parts if isinstance(part, Literal)] == [1, 2, 3, "y", 4]
    places = {id(part): place for place, part in enumerate(parts)}
    assert len(places) == len(parts)
    assert all(places[id(child)] > places[id(part)] for part in parts for child in children(part))


def test_a_walk_stays_out_of_what_it_is_told_to() -> None:
    parts = list(walk(parse(QUERY), into=lambda part: not isinstance(part, Subquery)))
    assert any(isinstance(part, Subquery) for part in parts)
    assert [part.value for part in parts if isinstance(part, Literal)] == [1, 3, "y", 4]


def test_a_part_is_rebuilt_with_its_children_changed_wherever_they_stand() -> None:
    tree = parse(QUERY)

    def same(part: Part) -> Part:
        return rebuilt(part, same)

    def renamed(part: Part) -> Part:
        return Variable("z") if part == Variable("b") else rebuilt(part, renamed)

    assert same(tree) == tree
    names = [part.name for part in walk(renamed(tree)) if isinstance(part, Variable)]
    assert names.count("z") == 3
    assert "b" not in names
