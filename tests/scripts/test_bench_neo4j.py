"""The embedded engine and a real Neo4j beside each other on the smallest graph."""

from __future__ import annotations

import re
from pathlib import Path

from cypher.named import named_queries
from kg.stores.neo4j_access import Access, Connection
from tests.neo4j_server import clean, run
from tests.scripts.starting import printed, start

SMALL = ("--nodes", 1000, "--relationships", 8000, "--times", 1)


def reach(access: Access) -> dict[str, str]:
    return {"NEO4J_USERNAME": access.username, "NEO4J_PASSWORD": access.password, "NEO4J_DATABASE": access.database or ""}


def test_the_table_has_a_line_for_each_named_query(database: Connection, neo4j_access: Access, tmp_path: Path) -> None:
    try:
        lines = printed("bench_neo4j.py", *SMALL, "--neo4j", neo4j_access.uri, folder=tmp_path, **reach(neo4j_access))
    finally:
        clean(database)
    assert lines[0] == "1,000 nodes, 8,000 relationships"
    assert re.fullmatch(r"embedded: loaded and saved in \d+\.\d s", lines[1])
    assert re.fullmatch(r"embedded: opened from what it saved in \d+\.\d\d s, first answer after \d+\.\d ms more", lines[2])
    for line, did in zip(lines[3:5], ("pushed", "pushed again"), strict=True):
        assert re.fullmatch(rf"Neo4j: {did} in \d+\.\d s: [\d,]+ nodes/s, [\d,]+ relationships/s", line)
    assert lines[5].split()[:6] == ["embedded", "ms", "store", "ms", "driver", "ms"]
    rows = [re.fullmatch(r" *\d+\.\d +\d+\.\d +\d+\.\d +\d+\.\d\d +\d+\.\d\d +[\d,]+  (\w+)", line) for line in lines[6:-3]]
    assert [row and row[1] for row in rows] == [query.name for query in named_queries()]
    medians = r"median over the named queries: embedded \d+\.\d ms, store \d+\.\d ms, driver \d+\.\d ms"
    assert re.fullmatch(medians, lines[-3])
    for line, name in zip(lines[-2:], ("embedded", "store"), strict=True):
        assert re.fullmatch(rf"{name}/driver: median \d+\.\d\d, longer in \d+, worst \d+\.\d\d", line)


def test_a_database_that_holds_something_is_left_alone(
    database: Connection, neo4j_access: Access, tmp_path: Path
) -> None:
    run(database, "CREATE (:Region {key: 'region/510900/遂宁市'})")
    done = start("bench_neo4j.py", *SMALL, "--neo4j", neo4j_access.uri, folder=tmp_path, **reach(neo4j_access))
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not empty" in done.stderr
    assert database.read("MATCH (n) RETURN n.key") == [["region/510900/遂宁市"]]
