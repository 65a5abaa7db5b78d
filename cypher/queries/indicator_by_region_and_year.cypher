// name: indicator_by_region_and_year
// asks: Which figures does an indicator have by region and year?
// zh: 某项指标各地各年数值如何？
// param indicator: string = 承接行政审批事项
// returns: region, year, value, unit, quote
MATCH (m:Measurement {indicator: $indicator})-[s:MEASURED_IN]->(r:Region)
RETURN r.name AS region, m.year AS year, m.value AS value, m.unit AS unit, s.quote AS quote
ORDER BY r.code, year, value, unit, quote
