// name: adopters_by_level_and_year
// asks: How many regions of each level carried out an initiative for the first time in each year?
// zh: 每年各层级有多少地区首次实施某项改革？
// param initiative: string = 相对集中行政许可权改革
// returns: year, level, regions
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
WHERE a.status <> 'planned' AND a.year IS NOT NULL
WITH r, min(a.year) AS year
RETURN year, r.level AS level, count(*) AS regions
ORDER BY year, level
