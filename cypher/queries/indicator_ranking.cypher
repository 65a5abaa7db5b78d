// name: indicator_ranking
// asks: Which regions have the highest and the lowest value of an indicator, each in its last year, one unit in a ranking, targets and changes apart?
// zh: 某项指标最高和最低的地区是哪些（各取最近一年，一种单位一个排名，目标值和变化量单列）？
// param indicator: indicator = 可办率
// returns: kind, unit, rank, regions, region, level, year, value, indicator, source, title, date, file, quote
MATCH (m:Measurement)-[s:MEASURED_IN]->(r:Region)
WHERE m.indicator CONTAINS $indicator AND m.value IS NOT NULL AND m.year IS NOT NULL
WITH r, m, s, CASE WHEN m.target AND m.change THEN 'change, target' WHEN m.target THEN 'target'
                   WHEN m.change THEN 'change' ELSE 'figure' END AS kind
ORDER BY m.year DESC, m.value DESC, m.key, s.key
WITH kind, m.unit AS unit, r, collect({m: m, s: s})[0] AS last
WITH kind, unit, r, last.m.value AS value, last
ORDER BY value DESC
WITH kind, unit, value, collect({r: r, m: last.m, s: last.s}) AS equals
ORDER BY value DESC
WITH kind, unit, collect({equals: equals, size: size(equals)}) AS groups, sum(size(equals)) AS regions
UNWIND range(0, size(groups) - 1) AS i
WITH kind, unit, regions, groups[i].equals AS equals, reduce(rank = 1, higher IN groups[..i] | rank + higher.size) AS rank
UNWIND equals AS one
WITH kind, unit, regions, rank, one.r AS r, one.m AS m, one.s AS s
OPTIONAL MATCH (d:Document {key: s.source})
RETURN kind, unit, rank, regions, r.name AS region, r.level AS level, m.year AS year, m.value AS value,
       m.indicator AS indicator, s.source AS source, coalesce(d.title, d.name) AS title, d.date AS date,
       d.paths[0] AS file, s.quote AS quote
ORDER BY CASE kind WHEN 'figure' THEN 0 ELSE 1 END, kind, regions DESC, unit, rank, r.code, region
