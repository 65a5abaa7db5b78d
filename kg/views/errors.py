"""What a page refuses, and from how many nodes on."""

from __future__ import annotations

from ontology.errors import ReformkgError

AT_EASE = 1000
"""Up to this many nodes a page is drawn at ease; above it the page says that it may be slow."""

MOST = 5000
"""Above this many nodes no page is written: neither the browser nor the eye copes."""


class ViewError(ReformkgError):
    """A page that cannot be drawn, with what to do instead."""


def check_size(nodes: int) -> None:
    """Refuses a subgraph of which no page can be made.

    Args:
        nodes: how many nodes it has.

    Raises:
        ViewError: it is empty, or has more than :data:`MOST` nodes.
    """
    if nodes == 0:
        raise ViewError(
            "the subgraph is empty, so there is nothing to draw: "
            "check the spelling of --region, --initiative or --years, or leave one of them out"
        )
    if nodes > MOST:
        raise ViewError(
            f"the subgraph has {nodes:,} nodes and a page draws at most {MOST:,}: "
            "narrow it with --initiative, --region, --years or a smaller --hops"
        )
