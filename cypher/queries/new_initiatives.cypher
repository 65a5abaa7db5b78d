// name: new_initiatives
// asks: Which initiatives that are not in the ontology are found most often, and under which are they placed?
// zh: 本体之外最常见的新改革有哪些，归于何项改革之下？
// param limit: int = 20
// returns: initiative, documents, parents
MATCH (i:Initiative {discovered: true})
OPTIONAL MATCH (i)<-[:CONCERNS]-(d)
WITH i.key AS key, i.name AS name, count(DISTINCT d) AS documents
ORDER BY documents DESC, name
LIMIT $limit
MATCH (i:Initiative {key: key})
OPTIONAL MATCH (i)-[:PART_OF]->(p:Initiative)
WITH name, documents, p
ORDER BY p.name
RETURN name AS initiative, documents, collect(DISTINCT p.name) AS parents
ORDER BY documents DESC, initiative
