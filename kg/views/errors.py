"""What a page refuses, and from how many nodes on."""

from __future__ import annotations

from kg.limits import MOST_NODES
from ontology.errors import ReformkgError


class ViewError(ReformkgError):
    """A page that cannot be drawn, with what to do instead."""


def check_size(nodes: int) -> None:
    """Refuses a subgraph of which no page can be made.

    Args:
        nodes: how many nodes it has.

    Raises:
        ViewError: it is empty, or has more than ``MOST_NODES``.
    """
    if nodes == 0:
        raise ViewError(
            "the subgraph is empty, so there is nothing to draw: "
            "check the spelling of --region, --initiative or --years, or leave one of them out"
        )
    if nodes > MOST_NODES:
        raise ViewError(
            f"the subgraph has {nodes:,} nodes and a page draws at most {MOST_NODES:,}: "
            "narrow it with --initiative, --region, --years or a smaller --hops"
        )
