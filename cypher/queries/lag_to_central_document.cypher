// name: lag_to_central_document
// asks: How many years after the central document that launched it did each region first state an initiative, and is that year known?
// zh: 各地首次表述实施某项改革比中央发文晚几年，该年份是否确知？
// param initiative: initiative = 相对集中行政许可权改革
// returns: region, level, launched, year, bound, observed_from, lag, found, source, title, date, file, quote
MATCH (i:Initiative {name: $initiative})-[:LAUNCHED_BY]->(p:Policy)
WITH i, min(p.year) AS launched
MATCH (r:Region)-[a:ADOPTED]->(i)
WHERE a.status <> 'planned' AND a.year IS NOT NULL AND NOT coalesce(a.laid_down, false)
WITH r, launched, a
ORDER BY a.year, a.source, a.start, a.key
WITH r, launched, collect(a) AS statements
WITH r, launched, head(statements) AS first
CALL {
  WITH r, first
  MATCH (r)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN max(CASE WHEN d.year < first.year THEN d.year END) AS silent,
         max(CASE WHEN d.year <= first.year THEN d.year END) AS seen, min(d.year) AS observed_from
}
OPTIONAL MATCH (d:Document {key: first.source})
RETURN r.name AS region, r.level AS level, launched, first.year AS year,
       CASE WHEN silent = first.year - 1 THEN 'exact' WHEN silent IS NOT NULL THEN 'interval'
            WHEN seen IS NOT NULL THEN 'left' ELSE 'unobserved' END AS bound,
       observed_from, first.year - launched AS lag, first.form AS found, first.source AS source,
       coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file, first.quote AS quote
ORDER BY lag, r.code, region
