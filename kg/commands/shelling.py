"""The interactive shell as a command."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, language, say
from kg.commands.options import graph_options
from kg.commands.showing import show_rows

if TYPE_CHECKING:
    from cypher.results import Result
    from kg.stores.base import Store


@click.command(
    cls=Command,
    zh="交互式 Cypher：历史记录，标签、属性、命名查询和名称的补全，参数与输出格式。",
    examples=("reformkg shell --graph out/graph", "reformkg shell --neo4j bolt://localhost:7687 --limit 50"),
)
@click.option("--limit", type=click.IntRange(1), default=1000, show_default=True, help="At most so many rows.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=30.0, show_default=True, help="Seconds.")
@graph_options
def shell(limit: int, timeout: float, store: Store) -> None:
    """Ask a graph in Cypher, statement by statement; it only reads.

    A statement ends with a semicolon. :named asks a named query, :queries lists them, :param sets a parameter, :format
    says how rows are written, :explain shows a plan, help lists all, quit leaves. Tab completes, names within quotation
    marks as well. What is longer than the terminal goes through a pager.
    """
    from kg.shell.loop import Session, history_file, run_shell, typed_at_terminal
    from kg.shell.statements import statements
    from kg.shell.vocabulary import vocabulary

    if sys.stdin.isatty():
        say("Cypher ends with ; and may run over several lines; help tells more, quit leaves")
        typed = typed_at_terminal(history_file(), vocabulary(store.nodes))
    else:
        typed = statements(sys.stdin)
    run_shell(Session(store, _show, say, timeout, limit, language()), typed)


def _show(result: Result, form: str) -> None:
    show_rows(result, form, None)
