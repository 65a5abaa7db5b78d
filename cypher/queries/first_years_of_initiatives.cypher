// name: first_years_of_initiatives
// asks: In which year does each region first state that it carries out each of some initiatives, plans and rules left aside?
// zh: 各地最早在哪一年表述实施若干项改革中的每一项（计划和立规不算）？
// param initiatives: initiatives = 一网通办, 最多跑一次
// returns: region, code, level, initiative, year, observed_from
UNWIND $initiatives AS name
MATCH (r:Region)-[a:ADOPTED]->(i:Initiative {name: name})
WHERE a.status <> 'planned' AND a.year IS NOT NULL AND NOT coalesce(a.laid_down, false)
WITH r, i, min(a.year) AS year
CALL {
  WITH r
  MATCH (r)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS observed_from
}
RETURN r.name AS region, r.code AS code, r.level AS level, i.name AS initiative, year, observed_from
ORDER BY code, region, year, initiative
