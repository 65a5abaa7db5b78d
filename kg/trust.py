"""How far a statement can be trusted: the judged cases of its rule, and what a judge heard for and against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cypher.elements import Relationship
from extractors.adoptions import confidence as adoptions
from extractors.judges.judge import shipped_judges
from extractors.measurements import extract as measurements
from extractors.record.record import AdoptionEntry, MeasurementEntry
from kg.assemble.claims import figure_key
from kg.disk import GraphDirectory
from kg.measured.rules import FEWEST, judged_cases
from ontology.judges.tables import SCALE
from ontology.rules import Rule
from ontology.schema import ADOPTIONS

_UNJUDGED = frozenset({"correction", "ontology"})  # what an analyst or the ontology says is nobody's reading
_REASONS = 5  # on either side
_FIGURE = "measurement/"  # how the key of a figure begins


def cases_of(rule: Rule, lang: str) -> Iterator[str]:
    """How many statements of ``rule`` on annotated documents were right, or that they are too few for a figure."""
    if rule.layer in _UNJUDGED:
        return
    right, found = judged_cases().get(rule, (0, 0))
    few = found < FEWEST
    if lang == "zh":
        yield f"  核对 {found} 例，" + (f"不足 {FEWEST} 例，不给可信度" if few else f"{right} 例正确")
    elif few:
        yield f"  {found} judged cases, too few for a figure (below {FEWEST})"
    else:
        yield f"  right in {right} of {found} judged cases"


def reasons_for(directory: GraphDirectory, edge: Relationship, lang: str) -> Iterator[str]:
    """What spoke most for and against an adoption or a figure, as the record has it; nothing for other statements."""
    for entry in _entries(directory, edge):
        if entry.features is None:
            continue
        task = adoptions.TASK if isinstance(entry, AdoptionEntry) else measurements.TASK
        judge = shipped_judges()[task]
        reasons = judge.reasons(entry.features, _REASONS)
        for_it, against = _weights(reasons.in_favour), _weights(reasons.against)
        what = entry.initiative if isinstance(entry, AdoptionEntry) else entry.indicator
        if lang == "zh":
            said = f"支持：{for_it or '无'}；反对：{against or '无'}"
            yield f"{what}：正确的可能性 {entry.confidence}；{said}"
        else:
            yield (
                f"{what} is right with probability {entry.confidence}; "
                f"for it: {for_it or 'nothing'}; against it: {against or 'nothing'}"
            )


def _weights(reasons: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{feature} {weight / SCALE:+.2f}" for feature, weight in reasons)


def _entries(directory: GraphDirectory, edge: Relationship) -> Sequence[AdoptionEntry | MeasurementEntry]:
    """The adoptions or figures that a relationship may be made of: those of its place and rule, told apart by names."""
    adopted, measured = edge.type in ADOPTIONS, edge.start.startswith(_FIGURE)
    if not adopted and not measured:
        return ()
    properties = edge.properties
    place = (properties.get("start"), properties.get("end"), properties["rule"])
    document = next(directory.documents_of({properties["source"]}), None)
    if document is None:
        return ()
    record = document.record
    if measured:
        figures = [e for e in record.measurements if (e.start, e.end, e.rule) == place]
        return [e for e in figures if figure_key(properties["source"], e) == edge.start]
    there = [e for e in record.adoptions if (e.start, e.end, e.rule, e.status) == (*place, properties.get("status"))]
    return [e for e in there if e.initiative in edge.end and (e.region or "") in edge.start] or there
