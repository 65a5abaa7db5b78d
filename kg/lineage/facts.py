"""What a lineage takes from a graph: the line of names, and which reports use them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cypher.elements import Node
from kg.lineage.names import Line, line_of
from kg.lineage.told import ToldTurn, turns_told
from kg.lineage.uses import Uses, read_uses
from kg.tracing.ground import Ground
from kg.tracing.source import Source, find_initiative
from ontology.schema import ADOPTIONS


@dataclass(frozen=True, slots=True)
class Facts:
    """What a graph states of the names of one reform.

    Attributes:
        line: the names.
        told: what sentences say of them.
        uses: which reports use them.
        documents: all documents, by key.
    """

    line: Line
    told: list[ToldTurn]
    uses: Uses
    documents: Mapping[str, Node]


def read_facts(
    source: Source,
    ground: Ground,
    initiative: str,
    *,
    literal: bool,
    min_confidence: float,
    regions: Collection[str],
    among: Collection[str] | None,
    years: tuple[int, int],
) -> Facts:
    """What ``source`` states beyond its ``ground``; the arguments are those of ``lineage``."""
    initiatives, documents = ground.nodes["Initiative"], ground.nodes["Document"]
    asked = find_initiative(initiatives.values(), initiative)
    of_initiatives = (edge for edge in ground.edges["PART_OF"] if edge.start.startswith("initiative/"))
    line = line_of(asked, source.relationships("EVOLVED_INTO"), of_initiatives, initiatives)
    became = ground.heirs if ground.joined else {}
    named_by = list(source.relationships("CONCERNS", to={f"initiative/{name}" for name in (*line.names, *line.parts)}))
    adopted = source.relationships(*sorted(ADOPTIONS), to={f"initiative/{name}" for name in line.names})
    local = [str(node.properties["name"]) for node in initiatives.values() if node.properties["discovered"]]
    uses = read_uses(
        named_by,
        ground.edges["COVERS"],
        documents,
        shown={key: became.get(key, key) for key in _shown(ground, regions, among)},
        years=years,
        min_confidence=min_confidence,
        literal=literal,
    )
    told = turns_told([*named_by, *adopted], line.names, local)
    return Facts(line, told, uses, documents)


def _shown(ground: Ground, words: Collection[str], among: Collection[str] | None) -> set[str]:
    """The regions that count; the country says what others are to do, and is none of them."""
    found = {key for key, node in ground.nodes["Region"].items() if node.properties["level"] != "country"}
    for keys in (ground.below(words), among):
        found = found if keys is None else found & set(keys)
    return found
