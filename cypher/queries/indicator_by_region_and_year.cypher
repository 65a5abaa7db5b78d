// name: indicator_by_region_and_year
// asks: Which figures do the indicators with these words in their name have, by region and year, targets and changes marked?
// zh: 名称含某词的指标，各地各年数值如何（目标值和变化量另行标明）？
// param indicator: indicator = 可办率
// returns: indicator, region, year, value, unit, target, change, source, title, date, file, quote
MATCH (m:Measurement)-[s:MEASURED_IN]->(r:Region)
WHERE m.indicator CONTAINS $indicator
OPTIONAL MATCH (d:Document {key: s.source})
RETURN m.indicator AS indicator, r.name AS region, m.year AS year, m.value AS value, m.unit AS unit, m.target AS target,
       m.change AS change, s.source AS source, coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file,
       s.quote AS quote
ORDER BY indicator, r.code, year, value, unit, target, change, source, quote
