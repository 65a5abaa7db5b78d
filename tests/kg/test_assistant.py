"""The tools of an assistant, asked by the client of the package ``mcp``, in this process and as the command."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from kg.assistant import MOST_ROWS, serve
from kg.disk import GraphDirectory
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore

anyio = pytest.importorskip("anyio", reason="the extra mcp is not installed")
pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp.client import Client  # noqa: E402
from mcp.client.stdio import StdioServerParameters, stdio_client  # noqa: E402

READING = {"schema", "queries", "ask", "cypher", "search", "sentences", "why"}


def in_a_thread(run: Callable[[], Awaitable[Any]]) -> Any:
    """What ``run`` gives; this thread may run the event loop of a browser already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, run).result()


def asked(graph: KnowledgeGraph, what: Callable[[Client], Awaitable[Any]]) -> Any:
    """What a client gets that is connected to the server of ``graph``."""

    async def run() -> Any:
        async with Client(serve(EmbeddedStore(graph))) as client:
            return await what(client)

    return in_a_thread(run)


def called(graph: KnowledgeGraph, tool: str, **arguments: Any) -> Any:
    """What a tool answers, as JSON."""
    result = asked(graph, lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    found = result.structured_content
    return found["result"] if tool == "queries" else found


def refused(graph: KnowledgeGraph, tool: str, **arguments: Any) -> str:
    """What a tool says that refuses."""
    result = asked(graph, lambda client: client.call_tool(tool, arguments))
    assert result.is_error
    return str(result.content[0].text)


def test_all_tools_read_only_and_say_what_they_do(graph: KnowledgeGraph) -> None:
    tools = asked(graph, lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == READING
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_the_instructions_ask_for_sentences(graph: KnowledgeGraph) -> None:
    async def instructions(client: Client) -> str:
        return str(client.instructions)

    assert "State nothing from this graph without its sentence" in asked(graph, instructions)


def test_the_schema_counts_what_is_there(graph: KnowledgeGraph) -> None:
    found = called(graph, "schema")
    assert found["labels"]["Document"]["count"] == 3
    assert "(:Region)-[:ADOPTED]->(:Initiative)" in found["relationships"]["ADOPTED"]["joins"]
    assert found["relationships"]["ADOPTED"]["properties"]["quote"] == "string"


def test_a_named_query_is_listed_and_asked(graph: KnowledgeGraph) -> None:
    listed = {query["name"]: query for query in called(graph, "queries")}
    assert listed["adoption_timeline"]["parameters"]["initiative"]["type"] == "initiative"
    name = next(edge.end for edge in graph.relationships("ADOPTED")).split("/")[1]
    found = called(graph, "ask", name="adoption_timeline", parameters={"initiative": name})
    assert found["rows"] and all(row["quote"] for row in found["rows"])
    assert found["notes"] == [f"asked with initiative={name}"]
    short = called(graph, "ask", name="region_profile", parameters={"region": "510922"})
    assert short["notes"][0].startswith("asked with region=") and short["rows"]


def test_rows_without_a_sentence_say_so(graph: KnowledgeGraph) -> None:
    counted = called(graph, "cypher", query="MATCH (:Region)-[a:ADOPTED]->(i) RETURN i.name AS name, count(a) AS n")
    assert any("hold no sentence" in note for note in counted["notes"])
    whole = called(graph, "cypher", query="MATCH (:Region)-[a:ADOPTED]->() RETURN a", limit=1)
    assert whole["notes"] == [] and whole["truncated"] and len(whole["rows"]) == 1
    assert whole["rows"][0]["a"]["properties"]["quote"]


def test_a_search_gives_keys_and_why_their_sentences(graph: KnowledgeGraph) -> None:
    edge = next(iter(graph.relationships("ADOPTED")))
    node = graph.node(edge.start)
    assert node is not None
    found = called(graph, "search", text=node.properties["name"])
    assert node.key in [row["key"] for row in found["rows"]]
    behind = called(graph, "why", key=edge.key)
    assert behind["sentences"][0]["quote"] == edge.properties["quote"]


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("cypher", {"query": "MATCH (n) DETACH DELETE n"}, "this query may only read"),
        ("cypher", {"query": "MATCH (n) RETRUN n"}, "did you mean RETURN?"),
        ("cypher", {"query": "RETURN 1", "limit": 0}, f"limit is a number from 1 to {MOST_ROWS:,}"),
        ("cypher", {"query": "RETURN 1", "limit": 5000}, "not 5000"),
        ("ask", {"name": "adoption_timelin"}, "adoption_timeline"),
        ("ask", {"name": "adoption_timeline", "parameters": {"initative": "x"}}, "did you mean initiative?"),
        ("why", {"key": "nothing"}, "nothing in this graph has the key or name nothing"),
    ],
)
def test_what_is_wrong_is_said(graph: KnowledgeGraph, tool: str, arguments: dict[str, Any], said: str) -> None:
    assert said in refused(graph, tool, **arguments)


def test_the_command_serves_a_graph_directory(directory: GraphDirectory, tmp_path: Path) -> None:
    command = StdioServerParameters(command=sys.executable, args=["-m", "kg", "mcp", str(tmp_path / "graph")])

    async def run() -> Any:
        async with Client(stdio_client(command)) as client:
            return await client.call_tool("cypher", {"query": "MATCH (d:Document) RETURN count(d) AS n"})

    found = in_a_thread(run)
    assert not found.is_error
    assert json.loads(found.content[0].text)["rows"] == [{"n": 3}]
