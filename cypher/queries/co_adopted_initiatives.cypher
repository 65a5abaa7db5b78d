// name: co_adopted_initiatives
// asks: Which other initiatives do the adopters of an initiative have most often?
// zh: 采用某项改革的地区还常采用哪些改革？
// param initiative: string = 相对集中行政许可权改革
// param limit: int = 20
// returns: initiative, regions
MATCH (r:Region)-[:ADOPTED]->(:Initiative {name: $initiative})
WITH DISTINCT r
MATCH (r)-[:ADOPTED]->(other:Initiative)
WHERE other.name <> $initiative
RETURN other.name AS initiative, count(DISTINCT r) AS regions
ORDER BY regions DESC, initiative
LIMIT $limit
