"""Commands that tell of one name in several tables: a reform's lineage, a region's profile, text in common."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command
from kg.commands.options import (
    areas_option,
    as_of_option,
    count_option,
    graph_options,
    join_option,
    output_options,
    subgraph_options,
    when_options,
)
from kg.commands.progress import counting
from kg.commands.several import only, show_tables
from kg.lineage.tables import SECTIONS as LINEAGE
from kg.profile.tables import ONE as PROFILE
from kg.profile.tables import TABLES as PROFILE_TABLES
from kg.profile.tables import TWO as PROFILE_OF_TWO
from kg.shared_text.tables import SECTIONS as SHARES

if TYPE_CHECKING:
    from kg.stores.base import Store
    from kg.subgraph.selection import Selection


@click.command(
    cls=Command,
    zh="某项改革由何而来、变为何物，各名称何时使用，较晚采纳的地区多说了什么。",
    examples=(
        "reformkg lineage 一件事一次办 --graph out/graph",
        "reformkg lineage 最多跑一次 --region 浙江省 --table shares --format csv",
        "reformkg lineage 互联网+政务服务 --as-of 2020 --format md -o 沿革.md",
    ),
)
@click.argument("name", metavar="INITIATIVE")
@click.option("--table", type=click.Choice(list(LINEAGE)), help="One table alone, whole.")
@click.option(
    "--literal", is_flag=True, help="A name counts where it is written so; its other forms are counted apart."
)
@join_option
@subgraph_options
@graph_options
@output_options
def lineage(
    name: str,
    table: str | None,
    literal: bool,
    join_successors: bool,
    selection: Selection,
    store: Store,
    form: str,
    output: Path | None,
) -> None:
    """Show what INITIATIVE came from and turned into, which of its names is used when, what late adopters say anew.

    Years are those in which a report was said. As a table or Markdown it is a report; CSV and JSON lines hold the
    shares of the names by year; JSON holds all tables. Under --min-confidence a name that is less sure does not count.
    """
    from kg.commands.traced import among
    from kg.lineage.uses import side_by_side

    found = store.lineage(
        name,
        literal=literal,
        join_successors=join_successors,
        min_confidence=selection.min_confidence or 0.0,
        regions=selection.regions,
        among=among(store, selection),
        years=selection.years,
        as_of=selection.as_of,
        with_areas=selection.with_areas,
    )
    head = {"initiative": found.initiative, "names": list(found.line.names)}
    if not table and form in {"table", "md"}:
        found = replace(found, tables={**found.tables, "shares": side_by_side(found["shares"])})
    show_tables(found, head, LINEAGE, table or only(form, "shares"), form, output)


@click.command(
    cls=Command,
    zh="某地区采纳了哪些改革、何时采纳，有哪些机构、文献和指标；也可两地对照。",
    examples=(
        "reformkg profile 福田区 --graph out/graph",
        "reformkg profile 福田区 南山区 --format md -o 对照.md",
        "reformkg profile 射洪市 --join-successors --table adopted --format csv",
    ),
)
@click.argument("region")
@click.argument("other", required=False, metavar="[REGION]")
@click.option("--table", type=click.Choice(PROFILE_TABLES), help="One table alone, whole.")
@count_option
@join_option
@areas_option
@when_options
@graph_options
@output_options
def profile(
    region: str,
    other: str | None,
    table: str | None,
    count: tuple[str, ...],
    join_successors: bool,
    with_areas: bool,
    years: tuple[int, int] | None,
    as_of: int | None,
    min_confidence: float | None,
    store: Store,
    form: str,
    output: Path | None,
) -> None:
    """Show what REGION adopted and when, its agencies, documents and figures; or two regions side by side.

    As a table or Markdown it is a report; CSV and JSON lines hold what it adopted, or two regions side by side; JSON
    holds all tables.
    """
    if table and not other and table not in PROFILE:
        raise click.UsageError(f"--table {table} is of two regions; name another one")
    found = store.profile(
        region,
        other,
        count=count,
        join_successors=join_successors,
        min_confidence=min_confidence or 0.0,
        years=years,
        as_of=as_of,
        with_areas=with_areas,
    )
    title = {"profile": ", ".join(found.regions)}
    one = table or only(form, "side_by_side" if other else "adopted")
    show_tables(found, title, PROFILE_OF_TWO if other else PROFILE, one, form, output)


@click.command(
    cls=Command,
    zh="不同地区的文献有哪些相同或相近的句子，谁说在先。",
    examples=(
        "reformkg shares --graph out/graph",
        "reformkg shares --initiative 河长制 --similar 0.8 --format csv -o 河长制.csv",
        "reformkg shares --region 福田区 --years 2018:2020 --table pairs",
    ),
)
@click.option("--table", type=click.Choice(list(SHARES)), help="One table alone, whole.")
@click.option(
    "--similar",
    type=click.FloatRange(0.5, 1),
    metavar="0.5-1",
    help="Also sentences that have so large a share of their runs of three characters in common, such as 0.8.",
)
@click.option("--initiative", help="Only sentences that name this initiative.")
@click.option("--region", multiple=True, help="One of each two documents is of this region. May be repeated.")
@click.option("--years", "span", help="Documents on these years: 2015:2020, 2018, 2015: or :2020.")
@as_of_option
@graph_options
@output_options
def shares(
    table: str | None,
    similar: float | None,
    initiative: str | None,
    region: tuple[str, ...],
    span: str | None,
    as_of: int | None,
    store: Store,
    form: str,
    output: Path | None,
) -> None:
    """Find sentences that documents of different regions have in common, and who said them earlier.

    Sentences of fewer than 25 characters and those that ten or more places share are left out. As a table or Markdown
    it is a report; CSV and JSON lines hold the sentences; JSON holds both tables. Who was earlier is told by dates;
    that one took it from the other is never said.
    """
    from kg.subgraph.years import parse_years

    with counting("shares") as advance:
        found = store.shares(
            similar=similar,
            initiative=initiative,
            regions=region,
            years=parse_years(span) if span else None,
            as_of=as_of,
            advance=advance,
        )
    title = {"shares": initiative or ", ".join(region) or str(store.directory and store.directory.path.name)}
    show_tables(found, title, SHARES, table or only(form, "sentences"), form, output)
