"""The passes of the engine's optimizer that may run: those that gain time and were tried to give the same rows.

Nine of its 42 passes were found to change rows: counts over chains without direction, null after an empty first row of
``CALL { … ORDER BY … LIMIT }``, lists of relationships turned round. So a pass is off unless it stands here with what
it gains, measured as processor time of the named queries on a graph of 21,000 nodes and 114,000 relationships: 1,956 ms
without any pass, 590 with all but those that were known to be wrong, 500 with these. ``tests/cypher/test_passes.py``
holds each of them against the plain engine.
"""

from __future__ import annotations

import kglite

ALLOWED = {
    # Looks properties up in an index instead of reading all nodes of a label: 22 of the 30 named queries, up to 80
    # times faster (issuing_agencies_by_level 972 → 13 ms).
    "push_where_into_match.1",
    # Begins a pattern at its rarer end: 8 queries, 2 to 4 times faster (most_cited_policies 17 → 4 ms). It gives lists
    # of relationships from that end on, which the translation mends by binding the path.
    "optimize_pattern_start_node",
    # Tests conditions on relationships while it walks along them: 1 query, 1.7 times faster (pilots_completed
    # 49 → 29 ms).
    "extract_pushable_rel_predicates",
    # All of these also within CALL { }: 1 query, 18 times faster (region_profile 48 → 3 ms).
    "optimize_nested_queries",
}
DISABLED = sorted(set(kglite.cypher_pass_names()) - ALLOWED)
