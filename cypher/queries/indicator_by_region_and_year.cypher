// name: indicator_by_region_and_year
// asks: Which figures do the indicators with these words in their name have, by region and year?
// zh: 名称含某词的指标，各地各年数值如何？
// param indicator: string = 可办率
// returns: indicator, region, year, value, unit, quote
MATCH (m:Measurement)-[s:MEASURED_IN]->(r:Region)
WHERE m.indicator CONTAINS $indicator
RETURN m.indicator AS indicator, r.name AS region, m.year AS year, m.value AS value, m.unit AS unit, s.quote AS quote
ORDER BY indicator, r.code, year, value, unit, quote
