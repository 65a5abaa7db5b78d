"""The same trace without the sentences that call the reform by another form: what the forms of the ontology add."""

from __future__ import annotations

from dataclasses import replace

from kg.tracing.statements import has_name
from kg.tracing.trace import Trace, make_trace


def name_alone(trace: Trace) -> Trace | None:
    """``trace`` of the sentences with the name itself; None where that is all of them, or none."""
    facts = trace.facts
    kept = tuple(statement for statement in facts.statements if has_name(statement))
    if len(kept) in (0, len(facts.statements)):
        return None
    given = [each for each in facts.designations if has_name(each.statement)]
    alone = replace(facts, statements=kept, designations=tuple(given))
    return make_trace(alone, trace.counted, {row.region.key for row in trace.rows}, source=trace.source)
