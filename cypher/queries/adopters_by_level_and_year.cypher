// name: adopters_by_level_and_year
// asks: How many regions of each level first state in each year that they carry out an initiative, and of how many do reports begin before?
// zh: 每年各层级有多少地区首次表述实施某项改革，其中多少地区此前已有报告？
// param initiative: initiative = 相对集中行政许可权改革
// returns: year, level, regions, observed_before
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
WHERE a.status <> 'planned' AND a.year IS NOT NULL AND NOT coalesce(a.laid_down, false)
WITH r, min(a.year) AS year
CALL {
  WITH r
  MATCH (r)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS observed_from
}
RETURN year, r.level AS level, count(*) AS regions,
       sum(CASE WHEN observed_from < year THEN 1 ELSE 0 END) AS observed_before
ORDER BY year, level
