// name: neighbours_following
// asks: Which regions under the same parent adopted an initiative within some years after a region did?
// zh: 某地采用某项改革后，同一上级之下哪些地区在若干年内跟进？
// param initiative: string = 相对集中行政许可权改革
// param region: string = 船山区
// param years: int = 3
// returns: region, region_year, neighbour, neighbour_year, lag
MATCH (r:Region {name: $region})-[a:ADOPTED]->(i:Initiative {name: $initiative})
WHERE a.year IS NOT NULL
WITH r, i, min(a.year) AS region_year
MATCH (r)-[:PART_OF]->(:Region)<-[:PART_OF]-(n:Region)-[b:ADOPTED]->(i)
WHERE n <> r AND b.year IS NOT NULL
WITH r, region_year, n, min(b.year) AS neighbour_year
WHERE neighbour_year >= region_year AND neighbour_year <= region_year + $years
RETURN r.name AS region, region_year, n.name AS neighbour, neighbour_year, neighbour_year - region_year AS lag
ORDER BY lag, n.code, neighbour
