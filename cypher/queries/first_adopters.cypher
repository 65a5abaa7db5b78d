// name: first_adopters
// asks: Which regions were the first to state that they carry out an initiative, plans and rules left aside, and is their year known?
// zh: 哪些地区最早表述实施某项改革（计划和立规不算），其年份是否确知？
// param initiative: initiative = 相对集中行政许可权改革
// param limit: int = 10
// returns: region, level, year, bound, observed_from, status, found, source, title, date, file, quote
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
WHERE a.status <> 'planned' AND a.year IS NOT NULL AND NOT coalesce(a.laid_down, false)
WITH r, a
ORDER BY a.year, a.source, a.start, a.key
WITH r, collect(a) AS statements
WITH r, head(statements) AS first
ORDER BY first.year, r.code, r.name
LIMIT $limit
// A report, work report or year's plan observes its region; only who was silent in a year before came after it.
OPTIONAL MATCH (r)<-[c:COVERS]-(d:Document)
WHERE c.observes
WITH r, first, max(CASE WHEN d.year < first.year THEN d.year END) AS silent,
     max(CASE WHEN d.year <= first.year THEN d.year END) AS seen, min(d.year) AS observed_from
OPTIONAL MATCH (d:Document {key: first.source})
RETURN r.name AS region, r.level AS level, first.year AS year,
       CASE WHEN silent = first.year - 1 THEN 'exact' WHEN silent IS NOT NULL THEN 'interval'
            WHEN seen IS NOT NULL THEN 'left' ELSE 'unobserved' END AS bound,
       observed_from, first.status AS status, first.form AS found, first.source AS source,
       coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file, first.quote AS quote
ORDER BY year, r.code, region
