// name: first_adopters
// asks: Which regions were the first to carry out an initiative, plans left aside?
// zh: 哪些地区最早实施某项改革（计划不算）？
// param initiative: string = 相对集中行政许可权改革
// param limit: int = 10
// returns: region, level, year, status, source, quote
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
WHERE a.status <> 'planned' AND a.year IS NOT NULL
WITH r, a
ORDER BY a.year, a.source, a.start, a.key
WITH r, collect(a) AS statements
WITH r, head(statements) AS first
RETURN r.name AS region, r.level AS level, first.year AS year, first.status AS status, first.source AS source,
       first.quote AS quote
ORDER BY year, r.code, region
LIMIT $limit
