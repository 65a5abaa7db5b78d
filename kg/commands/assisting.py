"""The command that lets an assistant ask a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, language
from kg.commands.options import graph_argument, sureness_option

if TYPE_CHECKING:
    from kg.disk import GraphDirectory


@click.command(
    "mcp",
    cls=Command,
    zh="让智能助手（MCP 客户端）查询图谱：只读的工具，回答须引用原句。",
    examples=(
        "reformkg mcp out/graph",
        "reformkg mcp out/graph --min-confidence 0.9",
    ),
)
@graph_argument
@sureness_option
def mcp(directory: GraphDirectory, min_confidence: float | None) -> None:
    """Let an assistant ask GRAPH over the Model Context Protocol, with tools that only read, and cite sentences.

    Speaks on stdin and stdout, and ends when they are closed; an MCP client starts it. Needs the extra: pip install
    'reformkg[mcp]'.
    """
    from kg.assistant import serve
    from kg.stores.embedded import EmbeddedStore
    from kg.stores.parquet import surest

    store = EmbeddedStore(directory=directory)
    if min_confidence is not None:
        store = EmbeddedStore(surest(store.lookup, min_confidence))
    serve(store, language()).run("stdio")
