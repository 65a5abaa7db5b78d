// name: co_adopted_initiatives
// asks: Which other initiatives do the regions that carry out an initiative carry out most often, and how many only plan them?
// zh: 实施某项改革的地区还常实施哪些改革，另有多少地区仅列入计划？
// param initiative: initiative = 相对集中行政许可权改革
// param limit: int = 20
// returns: initiative, regions, only_planned
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
WHERE a.status <> 'planned' AND NOT coalesce(a.laid_down, false)
WITH DISTINCT r
MATCH (r)-[b:ADOPTED]->(other:Initiative)
WHERE other.name <> $initiative AND NOT coalesce(b.laid_down, false)
WITH other.name AS initiative, count(DISTINCT r.key) AS stated,
     count(DISTINCT CASE WHEN b.status <> 'planned' THEN r.key END) AS regions
RETURN initiative, regions, stated - regions AS only_planned
ORDER BY regions DESC, only_planned DESC, initiative
LIMIT $limit
