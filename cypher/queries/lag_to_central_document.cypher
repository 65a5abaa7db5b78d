// name: lag_to_central_document
// asks: How many years after the central document that launched it did each region carry out an initiative?
// zh: 各地实施某项改革比中央发文晚几年？
// param initiative: string = 相对集中行政许可权改革
// returns: region, level, launched, year, lag
MATCH (i:Initiative {name: $initiative})-[:LAUNCHED_BY]->(p:Policy)
WITH i, min(p.year) AS launched
MATCH (r:Region)-[a:ADOPTED]->(i)
WHERE a.status <> 'planned' AND a.year IS NOT NULL
WITH r, launched, min(a.year) AS year
RETURN r.name AS region, r.level AS level, launched, year, year - launched AS lag
ORDER BY lag, r.code, region
