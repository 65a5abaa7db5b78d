// name: regions_by_first_year
// asks: In which year does each region first state an initiative, and in which sentence?
// zh: 各地最早在哪一年提到某项改革，原文如何表述？
// param initiative: string = 一网通办
// returns: region, code, level, year, status, source, quote
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
WHERE a.year IS NOT NULL
WITH r, a
ORDER BY a.year, a.source, a.start, a.key
WITH r, collect(a) AS statements
WITH r, head(statements) AS first
RETURN r.name AS region, r.code AS code, r.level AS level, first.year AS year, first.status AS status,
       first.source AS source, first.quote AS quote
ORDER BY year, code, region
