"""All Cypher that the Neo4j store sends of its own, built in one place.

Labels and types come from the ontology alone; values, also keys and texts, travel as parameters.
"""

from __future__ import annotations

from collections.abc import Collection

from kg.errors import GraphError
from ontology.schema import schema

SECONDS_TO_INDEX = 600
AWAIT_INDEXES = f"CALL db.awaitIndexes({SECONDS_TO_INDEX})"
"""Until a constraint's index is online, MERGE looks at every node of the label."""
GRAPH_NODE = "MATCH (g:Graph) RETURN properties(g)"
DROP_GRAPH_NODE = "MATCH (g:Graph) DETACH DELETE g"
ANY_NODE = "MATCH (n) RETURN labels(n)[0] LIMIT 1"
KEYS_BY_ID = "MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n), n.key"
DROP_RELATIONSHIPS = "MATCH ()-[r]->() WHERE elementId(r) IN $ids DELETE r"


def constraint(label: str) -> str:
    """Makes keys unique over ``label``, which also indexes them."""
    return f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label_name(label)}) REQUIRE n.key IS UNIQUE"


def merge_nodes(label: str) -> str:
    """Nodes of ``label`` from ``$rows``, each the map of all properties."""
    return f"UNWIND $rows AS row MERGE (n:{label_name(label)} {{key: row.key}}) SET n = row"


def merge_relationships(kind: str, start: str, end: str) -> str:
    """Relationships from ``$rows`` of ``start``, ``end`` (keys) and ``properties``; missing ends make no row."""
    return (
        f"UNWIND $rows AS row MATCH (a:{label_name(start)} {{key: row.start}}) "
        f"MATCH (b:{label_name(end)} {{key: row.end}}) "
        f"MERGE (a)-[r:{type_name(kind)} {{key: row.properties.key}}]->(b) SET r = row.properties"
    )


def drop_nodes(label: str) -> str:
    """Removes the nodes of ``label`` with ``$keys``, and what hangs on them."""
    return f"UNWIND $keys AS key MATCH (n:{label_name(label)} {{key: key}}) DETACH DELETE n"


def count_nodes() -> str:
    """How many nodes of each label of the ontology there are; the server knows without looking."""
    return " UNION ALL ".join(
        f"MATCH (n:{label_name(label)}) RETURN '{label}' AS name, count(n) AS there" for label in schema().labels
    )


def count_relationships() -> str:
    """How many relationships there are of each type, a retired one too; the server knows without looking."""
    return " UNION ALL ".join(
        f"MATCH ()-[r:{type_name(kind)}]->() RETURN '{kind}' AS name, count(r) AS there"
        for kind in (*schema().relationships, *schema().retired)
    )


def node_keys(label: str) -> str:
    """The keys of all nodes of ``label``."""
    return f"MATCH (n:{label_name(label)}) RETURN n.key"


def relationship_ends(kind: str) -> str:
    """Key, keys of both ends and the server's id of all relationships of type ``kind``."""
    return f"MATCH (a)-[r:{type_name(kind)}]->(b) RETURN r.key, a.key, b.key, elementId(r)"


def read_nodes(label: str) -> str:
    """The properties of all nodes of ``label``."""
    return f"MATCH (n:{label_name(label)}) RETURN properties(n)"


def read_relationships(kind: str, to_some: bool = False) -> str:
    """Keys of both ends and the properties of all relationships of type ``kind``, or of those to the keys ``$to``."""
    chosen = "WHERE b.key IN $to " if to_some else ""
    return f"MATCH (a)-[r:{type_name(kind)}]->(b) {chosen}RETURN a.key, b.key, properties(r)"


def foreign_node() -> str:
    """Labels and name of one node that no graph of ours has: another label, several, or a key of another form."""
    ours = " OR ".join(
        f"(n:{label_name(label)} AND coalesce(n.key, '') STARTS WITH '{prefix}')"
        for label, prefix in _prefixes().items()
    )
    return f"MATCH (n) WHERE size(labels(n)) <> 1 OR NOT ({ours}) RETURN labels(n), n.key LIMIT 1"


def foreign_relationship() -> str:
    """Type of one relationship that no graph of ours has: another type, or no key. Takes ``$types``."""
    return "MATCH ()-[r]->() WHERE r.key IS NULL OR NOT type(r) IN $types RETURN type(r) LIMIT 1"


def label_name(label: str) -> str:
    """``label`` as it stands in a statement.

    Raises:
        GraphError: the ontology does not have it.
    """
    return _known(label, schema().labels, "label")


def type_name(kind: str) -> str:
    """Relationship type ``kind`` as it stands in a statement.

    Raises:
        GraphError: the ontology does not have it.
    """
    return _known(kind, [*schema().relationships, *schema().retired], "relationship type")


def _known(name: str, known: Collection[str], what: str) -> str:
    if name not in known:
        raise GraphError(f"{name} is no {what} of the ontology, and nothing else goes to Neo4j")
    return f"`{name}`"


def _prefixes() -> dict[str, str]:
    """What the keys of each label begin with, by the patterns of the schema."""
    return {label: spec.key.pattern.partition("(")[0] for label, spec in schema().labels.items()}
