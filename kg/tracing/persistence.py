"""The network over many reforms as a table: who was again and again soon behind whom, or why that is not told."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cypher.results import Result
from kg.errors import SelectionError
from kg.tracing.cascades import Cascades, cascades_of_list
from kg.tracing.delays import DELAYS, Delay
from kg.tracing.event_list import read_events
from kg.tracing.lots import Lots, draw_lots
from kg.tracing.network import RATES, Link, best_rate, infer_network
from kg.tracing.notes import Note, left_out_notes
from kg.tracing.refusals import Refusal

if TYPE_CHECKING:
    from pandas import DataFrame

NETWORK = ("origin", "origin_code", "destination", "destination_code", "improvement", "p_value", "by_lot", "cascades")
CUTOFF = 0.05
"""The p-value before which the links end."""
CHANCE = 0.05
"""The p-value of the permutation tests from which on an order is taken for chance."""
DRAWS = 99
REFORMS = 20
"""Reforms that a network needs: of the links found between 31 regions in years, 5 give half right, 20 two thirds."""
TIMED = 0.7
"""The share of adoptions whose time is known that it needs: with 0.7 four in ten links are right, with 0.5 three."""


@dataclass(frozen=True, slots=True)
class Network:
    """The network, or why there is none.

    Attributes:
        links: in the order in which they were found; empty where it is refused.
        table: the same with names, under ``NETWORK``.
        delay: name of the delay, of ``kg.tracing.delays.DELAYS``.
        rate: its rate; None where the data allow no fit.
        lots: what an order by lot in each reform would give; None where the data allow no fit.
        notes: what it rests on.
        refusals: why there is none.
    """

    links: tuple[Link, ...]
    table: Result
    delay: str
    rate: float | None
    lots: Lots | None
    notes: tuple[Note, ...]
    refusals: tuple[Refusal, ...]

    def to_dataframe(self) -> DataFrame:
        """The links as a pandas data frame.

        Raises:
            CypherError: pandas is not installed.
        """
        return self.table.to_dataframe()


def make_network(
    cascades: Cascades,
    delay: str | None = None,
    rate: float | None = None,
    advance: Callable[[int], None] = lambda steps: None,
) -> Network:
    """Infer the network of ``cascades`` up to the first link whose p-value is not below ``CUTOFF``.

    Args:
        cascades: the reforms.
        delay: a name of ``DELAYS``; None: ``years`` where times are calendar years, else ``exponential``.
        rate: of the delay, adoptions a unit of time; None: that of ``RATES`` under which the cascades are likeliest.
        advance: is called with 1 after each of the ``steps(rate)`` parts of the work.

    Raises:
        SelectionError: the delay within years is asked for of times that are points.
    """
    name = delay or ("exponential" if cascades.points else "years")
    if name == "years" and cascades.points:
        raise SelectionError("these times are points and not calendar years; ask for the delay exponential or rayleigh")
    if refusals := tuple(_too_little(cascades)):
        return _refused(cascades, name, None, None, refusals)
    times = [dict(at) for at in cascades.times.values()]

    def tried(value: float) -> Delay:
        advance(1)
        return DELAYS[name](value)

    found = best_rate(times, tried, origins=cascades.origins) if rate is None else rate
    density = DELAYS[name](found)
    lots = draw_lots(
        times, density, draws=DRAWS, origins=cascades.origins, windows=cascades.windows, advance=advance
    )
    if lots.p_value >= CHANCE:
        as_good = {"draws": lots.draws, "as_good": lots.as_good}
        return _refused(cascades, name, found, lots, (Refusal("chance", as_good),))
    links = infer_network(times, density, cutoff=CUTOFF, origins=cascades.origins).links
    made = Note("network", {"links": len(links), "cutoff": CUTOFF, "delay": name, "rate": found})
    sure = sum(lots.p_of(link.origin, link.destination) < CHANCE for link in links)
    by_lot = Note("network_lots", {"chance": lots.p_value, "sure": sure, "links": len(links), "draws": lots.draws})
    edge = [Note("network_edge", {"rate": found})] if rate is None and found in (RATES[0], RATES[-1]) else []
    more = [Note("network_years")] if name == "years" else []
    how = Note("network_rate" if rate is None else "network_rate_given")
    notes = (made, by_lot, how, *edge, *_basis(cascades), *more, Note("network_order"), Note("network_direct"))
    table = Result(NETWORK, tuple(_row(link, cascades, lots) for link in links))
    return Network(links, table, name, found, lots, notes, ())


def _refused(
    cascades: Cascades, delay: str, rate: float | None, lots: Lots | None, refusals: tuple[Refusal, ...]
) -> Network:
    told = (Note("no_network", {"reason": refusal}) for refusal in refusals)
    return Network((), Result(NETWORK, ()), delay, rate, lots, (*_basis(cascades), *told), refusals)


def network_of_events(
    file: Path,
    initiatives: Collection[str] = (),
    *,
    level: str = "province",
    delay: str | None = None,
    rate: float | None = None,
    years: tuple[int, int] | None = None,
) -> Network:
    """The network over the reforms of a list of events, or over cascades of another origin.

    Args:
        file: the list; docs/tracing.md says what it is.
        initiatives: the reforms, by name; all of the list without any.
        level: of the regions; ``all`` for any. Cascades of other nodes have none.
        delay: ``years``, ``exponential`` or ``rayleigh``; None: what the times allow.
        rate: of the delay; None: the likeliest.
        years: first and last year of the events.

    Raises:
        InputError: the list cannot be read.
        SelectionError: for an unknown name, or a delay that the times do not allow.
    """
    events = read_events(file)
    found = make_network(cascades_of_list(events, initiatives, level, years=years), delay, rate)
    return replace(found, notes=(*left_out_notes(events.left_out), *found.notes))


def steps(rate: float | None) -> int:
    """How many parts the work of ``make_network`` has."""
    return DRAWS + (len(RATES) if rate is None else 0)


def _row(link: Link, cascades: Cascades, lots: Lots) -> tuple[Any, ...]:
    origin, destination = cascades.places[link.origin], cascades.places[link.destination]
    return (
        origin.name, origin.code, destination.name, destination.code, round(link.improvement, 6),
        round(link.p_value, 6), lots.p_of(link.origin, link.destination), link.cascades,
    )  # fmt: skip


def _too_little(cascades: Cascades) -> list[Refusal]:
    found = []
    if len(cascades.times) < REFORMS:
        values = {"reforms": len(cascades.times), "of": cascades.reforms, "needed": REFORMS}
        found.append(Refusal("few_reforms", values))
    known = cascades.adoptions
    if known and known < TIMED * (known + cascades.untimed):
        found.append(Refusal("untimed", {"timed": known, "of": known + cascades.untimed, "needed": TIMED}))
    return found


def _basis(cascades: Cascades) -> list[Note]:
    values = {"reforms": len(cascades.times), "of": cascades.reforms, "adoptions": cascades.adoptions}
    level = {"level": cascades.level} if cascades.level else {}
    name = "network_basis" if level else "network_nodes"
    found = [Note(name, values | {"places": len(cascades.nodes)} | level)]
    if cascades.untimed:
        found.append(Note("network_untimed", {"n": cascades.untimed, "of": cascades.untimed + cascades.adoptions}))
    if cascades.origins is not None:
        found.append(Note("network_limited", {"places": len(cascades.nodes)}))
    return found
