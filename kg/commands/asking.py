"""Commands that ask a graph: Cypher, named queries, sentences with given words, those behind a node or relationship."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from kg.commands.base import Command, language, say
from kg.commands.options import as_of_option, graph_options, parse_pairs, rows_options, sureness_option
from kg.commands.showing import Show
from kg.errors import SelectionError

if TYPE_CHECKING:
    from cypher.results import Result
    from kg.stores.base import Store


@click.command(
    cls=Command,
    zh="用 Cypher 或命名查询提问，得到行。",
    examples=(
        "reformkg query 'MATCH (r:Region)-[a:ADOPTED]->(i) RETURN r.name, i.name, a.year' --graph out/graph",
        "reformkg query --named adoption_timeline -p initiative=一网通办 -o timeline.xlsx",
        "reformkg query --named indicator_by_region_and_year -p indicator=可办率 --pivot region,year,value",
        "reformkg query - < question.cypher",
    ),
)
@click.argument("cypher", required=False)
@click.option("--named", metavar="NAME", help="Ask a named query (see: reformkg queries).")
@click.option("-p", "--param", "pairs", multiple=True, metavar="KEY=VALUE", help="A parameter. May be repeated.")
@click.option("--pivot", "turned", metavar="ROW,COLUMN,VALUE", help="Turn the rows: region,year,value; or count.")
@click.option("--limit", type=click.IntRange(1), help="At most so many rows.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=30.0, show_default=True, help="Seconds.")
@click.option("--explain", "plan", is_flag=True, help="Show the plan, do not run.")
@sureness_option
@click.option("--write", is_flag=True, help="Let the query write as well; only with --neo4j.")
@graph_options
@rows_options
def query(
    cypher: str | None,
    named: str | None,
    pairs: tuple[str, ...],
    turned: str | None,
    limit: int | None,
    timeout: float,
    plan: bool,
    min_confidence: float | None,
    write: bool,
    store: Store,
    show: Show,
) -> None:
    """Ask a graph in CYPHER (- reads it from stdin), or with --named; without --write it only reads."""
    if min_confidence is not None:
        store = _sure(store, min_confidence, write)
    text, parameters = _question(store, cypher, named, parse_pairs(pairs))
    ask = store.write if write else store.query
    result = store.explain(text, parameters) if plan else ask(text, parameters, timeout=timeout, limit=limit)
    show(_turned(result, turned) if turned and not plan else result)
    for note in () if named else result.notes:  # they tell of misspelt names, which a named query has none of
        say(note)
    if result.truncated:
        say(f"there are more than {limit} rows; --limit cut them off")


@click.command(
    cls=Command,
    zh="列出命名查询、参数和它们回答的问题。",
    examples=("reformkg queries", "reformkg queries --format md"),
)
@rows_options
def queries(show: Show) -> None:
    """List the named queries with their parameters and what they answer."""
    from cypher.named import list_queries

    show(list_queries(language()))


@click.command(
    cls=Command,
    zh="哪些文献的哪些句子里有这些词，年份在前的在先。",
    examples=(
        "reformkg search 一网通办 --graph out/graph",
        "reformkg search 告知承诺 证明 --region 四川省 --years 2018:2020 --format csv -o 告知承诺.csv",
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--region", multiple=True, help="Documents of this region and what belongs to it. May be repeated.")
@click.option("--years", "span", help="Documents on these years: 2015:2020, 2018, 2015: or :2020.")
@as_of_option
@graph_options
@rows_options
def search(
    words: tuple[str, ...], region: tuple[str, ...], span: str | None, as_of: int | None, store: Store, show: Show
) -> None:
    """Show the sentences of all documents in which WORDS stand, the earliest years first.

    Of several words each must stand in the sentence. What stands there is found, read as a reform or not: the search
    knows no other forms of a name (see lineage for those) and no models.
    """
    from kg.subgraph.years import parse_years

    found = store.search(*words, regions=region, years=parse_years(span) if span else None, as_of=as_of)
    if found.rows:
        show(found)
    documents = len(set(found.column("source")))
    say(f"{len(found):,} sentences in {documents:,} documents")


@click.command(
    cls=Command,
    zh="节点或关系背后的原句、规则和归并步骤。",
    examples=("reformkg why region/510922/射洪县 --graph out/graph", "reformkg why policy/川办发〔2016〕76号"),
)
@click.argument("key")
@click.option("--as-correction", is_flag=True, help="Print its statements as entries of a corrections file (YAML).")
@graph_options
@rows_options
def why(key: str, as_correction: bool, store: Store, show: Show) -> None:
    """Show the sentences, rules and resolver steps behind the node or relationship KEY.

    A name, a code, a document number or a form of a reform will do where it means one node only.
    """
    if as_correction:
        _print_stanzas(store, key)
        return
    from cypher.results import Result
    from kg.why import COLUMNS, explain

    explanation = explain(store, key, language())
    for step in explanation.steps:
        say(step)
    show(Result(COLUMNS, tuple(explanation.rows)))
    for line in explanation.rules:
        say(line)


def _sure(store: Store, least: float, write: bool) -> Store:
    """The graph of ``store`` without what is less sure, kept here: what is written would not reach the server."""
    if write:
        raise click.UsageError("--min-confidence reads; leave --write out", click.get_current_context())
    from kg.stores.embedded import EmbeddedStore
    from kg.stores.parquet import surest

    return EmbeddedStore(surest(store.lookup, least))


def _print_stanzas(store: Store, key: str) -> None:
    from kg.corrections.stanza import as_yaml, stanzas

    if store.directory is None:
        raise SelectionError("--as-correction needs a graph directory (--graph), which keeps the records")
    click.echo(as_yaml(stanzas(store.graph, store.directory.documents(), key)), nl=False)


def _question(store: Store, cypher: str | None, named: str | None, pairs: dict[str, str]) -> tuple[str, dict[str, Any]]:
    if (cypher is None) == (named is None):
        raise click.UsageError("give either CYPHER or --named NAME", click.get_current_context())
    from cypher.named import load_named_query, value_of

    if named is not None:
        from kg.named_values import look_up

        found = load_named_query(named)
        asked = look_up(store, found, pairs)
        for note in asked.notes:
            say(note)
        return found.text, asked.parameters
    text = sys.stdin.buffer.read().decode("utf-8-sig") if cypher == "-" else str(cypher)
    return text, {name: value_of(value) for name, value in pairs.items()}


def _turned(result: Result, sides: str) -> Result:
    from cypher.output import pivot

    names = [name.strip() for name in sides.split(",")]
    if len(names) != 3 or not all(names):
        raise click.UsageError("--pivot takes three columns: ROW,COLUMN,VALUE", click.get_current_context())
    return pivot(result, *names)
