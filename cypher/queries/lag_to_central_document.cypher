// name: lag_to_central_document
// asks: How many years after the central document that launched it did each region first state an initiative, and is that year known?
// zh: 各地首次表述实施某项改革比中央发文晚几年，该年份是否确知？
// param initiative: string = 相对集中行政许可权改革
// returns: region, level, launched, year, bound, lag
MATCH (i:Initiative {name: $initiative})-[:LAUNCHED_BY]->(p:Policy)
WITH i, min(p.year) AS launched
MATCH (r:Region)-[a:ADOPTED]->(i)
WHERE a.status <> 'planned' AND a.year IS NOT NULL AND NOT coalesce(a.laid_down, false)
WITH r, launched, min(a.year) AS year
OPTIONAL MATCH (r)<-[c:COVERS]-(d:Document)
WHERE c.observes AND d.year <= year
WITH r, launched, year, max(CASE WHEN d.year < year THEN d.year END) AS silent, max(d.year) AS seen
RETURN r.name AS region, r.level AS level, launched, year,
       CASE WHEN silent = year - 1 THEN 'exact' WHEN silent IS NOT NULL THEN 'interval'
            WHEN seen IS NOT NULL THEN 'left' ELSE 'unobserved' END AS bound,
       year - launched AS lag
ORDER BY lag, r.code, region
