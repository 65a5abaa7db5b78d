// name: initiatives_overview
// asks: How many regions carry out each initiative, from when to when, how many only plan it or lay it down, and from when on is any observed?
// zh: 每项改革有多少地区实施，起止年份为何，多少地区仅列入计划或立规，何时起有报告？
// returns: initiative, regions, first_year, last_year, observed_from, only_planned
MATCH (d:Document)-[c:COVERS]->(:Region)
WHERE c.observes
WITH min(d.year) AS observed_from
MATCH (i:Initiative)
CALL {
  WITH i
  MATCH (r:Region)-[:ADOPTED]->(i)
  RETURN count(DISTINCT r) AS stated
}
WITH observed_from, i, stated
WHERE stated > 0
CALL {
  WITH i
  MATCH (r:Region)-[a:ADOPTED]->(i)
  WHERE a.status <> 'planned' AND NOT coalesce(a.laid_down, false)
  RETURN count(DISTINCT r) AS regions, min(a.year) AS first_year, max(a.year) AS last_year
}
RETURN i.name AS initiative, regions, first_year, last_year, observed_from, stated - regions AS only_planned
ORDER BY regions DESC, only_planned DESC, initiative
