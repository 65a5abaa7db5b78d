// name: indicator_ranking
// asks: Which regions have the highest and the lowest value of an indicator in a year?
// zh: 某年某项指标最高和最低的地区是哪些？
// param indicator: string = 承接行政审批事项
// param year: int = 2018
// returns: rank, region, value, unit, regions
MATCH (m:Measurement {indicator: $indicator, year: $year})-[:MEASURED_IN]->(r:Region)
WITH r, m.unit AS unit, max(m.value) AS value
ORDER BY value DESC, r.code
WITH unit, collect({region: r.name, value: value}) AS ranked
UNWIND range(0, size(ranked) - 1) AS i
RETURN i + 1 AS rank, ranked[i].region AS region, ranked[i].value AS value, unit, size(ranked) AS regions
ORDER BY unit, rank
