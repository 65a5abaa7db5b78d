// name: neighbours_following
// asks: Which regions under the same parent carried out an initiative within some years after a region did, plans and rules left aside?
// zh: 某地实施某项改革后，同一上级之下哪些地区在若干年内跟进（计划和立规不算）？
// param initiative: initiative = 相对集中行政许可权改革
// param region: region = 船山区
// param years: int = 3
// returns: region, region_year, region_observed_from, neighbour, neighbour_year, observed_from, lag
MATCH (r:Region)
WHERE r.name = $region OR r.key = $region
MATCH (r)-[a:ADOPTED]->(i:Initiative {name: $initiative})
WHERE a.year IS NOT NULL AND a.status <> 'planned' AND NOT coalesce(a.laid_down, false)
WITH r, i, min(a.year) AS region_year
CALL {
  WITH r
  MATCH (r)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS region_observed_from
}
MATCH (r)-[:PART_OF]->(:Region)<-[:PART_OF]-(n:Region)-[b:ADOPTED]->(i)
WHERE n <> r AND b.year IS NOT NULL AND b.status <> 'planned' AND NOT coalesce(b.laid_down, false)
WITH r, region_year, region_observed_from, n, min(b.year) AS neighbour_year
WHERE neighbour_year >= region_year AND neighbour_year <= region_year + $years
CALL {
  WITH n
  MATCH (n)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS observed_from
}
RETURN r.name AS region, region_year, region_observed_from, n.name AS neighbour, neighbour_year, observed_from,
       neighbour_year - region_year AS lag
ORDER BY lag, n.code, neighbour
