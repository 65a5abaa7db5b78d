// name: regions_by_first_year
// asks: In which year does each region first state an initiative, planned or done, in which sentence, and from when on is it observed?
// zh: 各地最早在哪一年提到某项改革（计划或实施），原文如何表述，该地何时起有报告？
// param initiative: initiative = 一网通办
// returns: region, code, level, year, observed_from, status, laid_down, found, source, title, date, file, quote
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
WHERE a.year IS NOT NULL
WITH r, a
ORDER BY a.year, a.source, a.start, a.key
WITH r, collect(a) AS statements
WITH r, head(statements) AS first
CALL {
  WITH r
  MATCH (r)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS observed_from
}
OPTIONAL MATCH (d:Document {key: first.source})
RETURN r.name AS region, r.code AS code, r.level AS level, first.year AS year, observed_from, first.status AS status,
       first.laid_down AS laid_down, first.form AS found, first.source AS source, coalesce(d.title, d.name) AS title,
       d.date AS date, d.paths[0] AS file, first.quote AS quote
ORDER BY year, code, region
