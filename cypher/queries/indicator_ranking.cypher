// name: indicator_ranking
// asks: Which regions have the highest and the lowest value of an indicator, each in its last year?
// zh: 某项指标最高和最低的地区是哪些（各取最近一年）？
// param indicator: string = 可办率
// returns: rank, region, year, value, unit, regions
MATCH (m:Measurement)-[:MEASURED_IN]->(r:Region)
WHERE m.indicator CONTAINS $indicator AND m.value IS NOT NULL AND m.year IS NOT NULL
WITH r, m
ORDER BY m.year DESC, m.value DESC, m.key
WITH r, collect(m) AS figures
WITH r, head(figures) AS last
ORDER BY last.value DESC, r.code
WITH last.unit AS unit, collect({region: r.name, year: last.year, value: last.value}) AS ranked
UNWIND range(0, size(ranked) - 1) AS i
RETURN i + 1 AS rank, ranked[i].region AS region, ranked[i].year AS year, ranked[i].value AS value, unit,
       size(ranked) AS regions
ORDER BY unit, rank
