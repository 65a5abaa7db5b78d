"""How large a graph, a part of it or a page may be, and from where on it is no longer handled at ease."""

from __future__ import annotations

NODES_AT_EASE = 1_000
"""Up to this many nodes a page moves smoothly; of a larger subgraph `view` folds what stands together."""

RELATIONSHIPS_ON_A_PAGE = 9_000
"""Up to this many relationships a page shows at once with all their sentences, in about 5 MB."""

MOST_NODES = 5_000
"""Above this many drawn nodes no page is written: neither the browser nor the eye copes."""

RELATIONSHIPS_AT_EASE = 3_000_000
"""Beyond this many relationships a graph is better asked in Neo4j than in memory, where a million take about 1 GB."""
