"""The network over many reforms that was asked for: of a graph or of a list of events."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.progress import bar
from kg.commands.traced import Asked, Written, among

if TYPE_CHECKING:
    from kg.stores.base import Store
    from kg.tracing.cascades import Cascades
    from kg.tracing.notes import Note


@dataclass(frozen=True, slots=True)
class Fit:
    """How the network is to be inferred; what is None is left to the data.

    Attributes:
        level: of the regions.
        delay: name of the delay.
        rate: its rate.
    """

    level: str | None
    delay: str | None
    rate: float | None


def network_of_graph(store: Store, asked: Asked, fit: Fit, written: Written) -> None:
    """Infer the network over reforms of ``store``."""
    from kg.tracing.cascades import cascades_of_graph

    if asked.children:
        raise click.UsageError("--network takes each reform by itself, so that --children does not go with it")
    selection = asked.selection
    cascades = cascades_of_graph(
        store.as_asked(selection.as_of, selection.with_areas),
        asked.names,
        asked.count,
        fit.level or "province",
        join_successors=asked.join_successors,
        min_confidence=selection.min_confidence or 0.0,
        regions=selection.regions,
        among=among(store, selection),
        years=selection.years,
    )
    _infer(cascades, fit, written)


def network_of_list(events: Path, asked: Asked, fit: Fit, written: Written) -> None:
    """Infer the network over the reforms, or cascades, of a list of events."""
    from kg.tracing.cascades import cascades_of_list
    from kg.tracing.event_list import read_events
    from kg.tracing.notes import left_out_notes

    found = read_events(events)
    years = asked.years_of_list()
    if asked.selection.regions or asked.join_successors:
        raise click.UsageError("--network over a list takes all of its regions; leave --region and the like out")
    if not found.of_regions and (fit.level or years):
        raise click.UsageError(f"{found.name} tells of nodes, not of regions: leave --level, --years and --as-of out")
    cascades = cascades_of_list(found, asked.names, fit.level or "province", years=years)
    _infer(cascades, fit, written, tuple(left_out_notes(found.left_out)))


def _infer(cascades: Cascades, fit: Fit, written: Written, said: tuple[Note, ...] = ()) -> None:
    from kg.tracing.persistence import make_network, steps

    with bar(steps(fit.rate), "inferring the network") as advance:
        network = make_network(cascades, fit.delay, fit.rate, advance)
    written.write(network.table, (*said, *network.notes))
