"""The options that several commands share, each group one decorator."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.commands.showing import FORMATS, RAW, SUFFIXES, WIDE, show_rows
from kg.errors import SelectionError
from kg.tracing.words import DONE, STAGES
from ontology.limits import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from kg.stores.base import Store
    from kg.stores.neo4j_access import Access

F = TypeVar("F", bound=Callable[..., Any])
_AS_OF = click.IntRange(FIRST_YEAR, LAST_YEAR)


def place_options(command: F) -> F:
    """``--graph DIR`` and ``--neo4j URI``, for ``open_store``: the command gets ``graph`` and ``uri``."""

    @click.option(
        "--graph",
        type=click.Path(path_type=Path),
        help="The graph directory; by default that of $REFORMKG_GRAPH.",
    )
    @click.option("--neo4j", "uri", metavar="URI", help="The graph in a Neo4j instead; by default that of $NEO4J_URI.")
    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        return command(*args, **kwargs)

    return wrapped  # type: ignore[return-value]


def graph_options(command: F) -> F:
    """``--graph DIR`` or ``--neo4j URI``: the command gets ``store``, open on it."""

    @place_options
    @functools.wraps(command)
    def wrapped(*args: Any, graph: Path | None, uri: str | None, **kwargs: Any) -> Any:
        with open_store(graph, uri) as store:
            return command(*args, store=store, **kwargs)

    return wrapped  # type: ignore[return-value]


def open_store(graph: Path | None, uri: str | None = None) -> Store:
    """The store that the options name, else that of REFORMKG_GRAPH, else that of NEO4J_URI.

    Raises:
        UsageError: when they name none, or two.
        DiskError: when the graph directory cannot be read.
        Neo4jError: when the server cannot be reached, or holds no whole graph.
    """
    if graph and uri:
        raise click.UsageError("name one graph, either with --graph or with --neo4j", click.get_current_context())
    directory = graph or (None if uri else os.environ.get("REFORMKG_GRAPH"))
    if directory:
        from kg.stores.embedded import EmbeddedStore

        return EmbeddedStore.open(Path(directory))
    if uri or os.environ.get("NEO4J_URI"):
        from kg.stores.neo4j_store import Neo4jStore

        return Neo4jStore.open(neo4j_access(uri))
    raise click.UsageError(
        "name a graph with --graph DIR or --neo4j URI, or set REFORMKG_GRAPH or NEO4J_URI", click.get_current_context()
    )


def neo4j_access(uri: str | None) -> Access:
    """How to reach the Neo4j at ``uri`` (or ``NEO4J_URI``); what the environment does not say, a terminal is asked for.

    Raises:
        Neo4jError: no address, or no password and nobody to ask.
    """
    from kg.stores.neo4j_access import Access

    def ask(what: str, hidden: bool) -> str:
        default = "" if hidden else "neo4j"
        return str(click.prompt(what, default=default, hide_input=hidden, show_default=not hidden, err=True))

    return Access.from_environment(uri, ask if sys.stdin.isatty() else None)


def graph_argument(command: F) -> F:
    """GRAPH, a positional graph directory: the command gets ``directory``, open on it."""

    @click.argument("graph", type=click.Path(path_type=Path), envvar="REFORMKG_GRAPH")
    @functools.wraps(command)
    def wrapped(*args: Any, graph: Path, **kwargs: Any) -> Any:
        from kg.disk import GraphDirectory

        return command(*args, directory=GraphDirectory(graph), **kwargs)

    return wrapped  # type: ignore[return-value]


outlines_option = click.option(
    "--outlines",
    type=click.Path(path_type=Path),
    help="A GeoJSON of your own: the pictures draw the regions in its outlines in place of tiles.",
)

raw_option = click.option(
    "--raw", is_flag=True, help="In CSV, write texts such as =1+1 as they are, without an apostrophe before them."
)


def output_options(command: F) -> F:
    """``--format``, ``-o``, ``--raw``, ``--wide``: it gets ``form``, which a file's ending may tell, and ``output``."""

    @click.option("--format", "form", type=click.Choice(FORMATS), help="How rows are written (default: table).")
    @click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of printing.")
    @raw_option
    @click.option("--wide", is_flag=True, help="On a terminal, show all of each cell; by default long ones are cut.")
    @functools.wraps(command)
    def wrapped(*args: Any, form: str | None, output: Path | None, raw: bool, wide: bool, **kwargs: Any) -> Any:
        click.get_current_context().meta.update({RAW: raw, WIDE: wide})
        chosen = form or (SUFFIXES.get(output.suffix.lower()) if output else None) or "table"
        return command(*args, form=chosen, output=output, **kwargs)

    return wrapped  # type: ignore[return-value]


def rows_options(command: F) -> F:
    """``--format`` and ``-o``: the command gets ``show``, which writes a Result."""

    @output_options
    @functools.wraps(command)
    def wrapped(*args: Any, form: str, output: Path | None, **kwargs: Any) -> Any:
        return command(*args, show=functools.partial(show_rows, form=form, output=output), **kwargs)

    return wrapped  # type: ignore[return-value]


def sureness_option(command: F) -> F:
    """``--min-confidence``: the command gets ``min_confidence``."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="0-1",
        help="Only adoptions, events and figures that are so sure; by default all.",
    )(command)


def join_option(command: F) -> F:
    """``--join-successors``: the command gets ``join_successors``."""
    return click.option(
        "--join-successors", is_flag=True, help="A region and the one that it became (射洪县, 射洪市) are one."
    )(command)


def areas_option(command: F) -> F:
    """``--with-areas``: the command gets ``with_areas``."""
    return click.option(
        "--with-areas", is_flag=True, help="What is a functional area's (大鹏新区) is its region's, too."
    )(command)


def count_option(command: F) -> F:
    """``--count STAGES``: the command gets ``count``, the stages that are an adoption."""

    def stages(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
        return tuple(stage.strip() for stage in value.split(",") if stage.strip())

    return click.option(
        "--count",
        default=",".join(DONE),
        show_default=True,
        metavar="STAGES",
        callback=stages,
        help=f"What counts as an adoption, with commas between: {', '.join(STAGES)}.",
    )(command)


def as_of_option(command: F) -> F:
    """``--as-of``: the command gets ``as_of``."""
    return click.option("--as-of", type=_AS_OF, help="What could be known at the end of this year.")(command)


def when_options(command: F) -> F:
    """``--years``, ``--as-of`` and ``--min-confidence``: the command gets ``years``, ``as_of``, ``min_confidence``."""

    @click.option("--years", "span", help="Statements about these years: 2015:2020, 2018, 2015: or :2020.")
    @as_of_option
    @sureness_option
    @functools.wraps(command)
    def wrapped(*args: Any, span: str | None, **kwargs: Any) -> Any:
        from kg.subgraph.years import parse_years

        return command(*args, years=parse_years(span) if span else None, **kwargs)

    return wrapped  # type: ignore[return-value]


def subgraph_options(command: F) -> F:
    """The options that narrow a graph: the command gets ``selection``."""
    repeated = functools.partial(click.option, multiple=True)

    @repeated("--region", help="A region by name or code, with all that belongs to it. May be repeated.")
    @repeated("--initiative", help="An initiative by its canonical name. May be repeated.")
    @repeated("--agency", help="An agency by its full name. May be repeated.")
    @repeated("--policy", help="A policy by number, title or key. May be repeated.")
    @click.option("--years", help="Statements about these years: 2015:2020, 2018, 2015: or :2020.")
    @as_of_option
    @click.option("--hops", type=click.IntRange(0, 10), default=1, show_default=True, help="How far around.")
    @click.option("--cypher", help="The nodes, relationships and keys that this query returns.")
    @sureness_option
    @areas_option
    @functools.wraps(command)
    def wrapped(
        *args: Any,
        region: tuple[str, ...],
        initiative: tuple[str, ...],
        agency: tuple[str, ...],
        policy: tuple[str, ...],
        years: str | None,
        as_of: int | None,
        hops: int,
        cypher: str | None,
        min_confidence: float | None,
        with_areas: bool,
        **kwargs: Any,
    ) -> Any:
        from kg.subgraph.selection import Selection
        from kg.subgraph.years import parse_years

        span = parse_years(years) if years else None
        narrowed = (region, initiative, agency, policy, span, as_of, hops, cypher, min_confidence)
        selection = Selection(*narrowed, with_areas)
        return command(*args, selection=selection, **kwargs)

    return wrapped  # type: ignore[return-value]


def parse_pairs(pairs: tuple[str, ...]) -> dict[str, str]:
    """``key=value`` arguments as a dict.

    Raises:
        SelectionError: for one without ``=``.
    """
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise SelectionError(f"{pair} is no parameter; write -p name=value")
        found[name] = value
    return found
