// name: agencies_carrying_out
// asks: Which agencies carry out an initiative, in which year is each first stated, and from when on is its region observed?
// zh: 哪些机构承担某项改革，最早见于何年，该地何时起有报告？
// param initiative: initiative = 相对集中行政许可权改革
// returns: agency, region, first_year, observed_from, statements
MATCH (:Initiative {name: $initiative})<-[c:CARRIES_OUT]-(g:Agency)
WITH g, min(c.year) AS first_year, count(c) AS statements
OPTIONAL MATCH (g)-[:OF_REGION]->(r:Region)
WITH DISTINCT g, r, first_year, statements
CALL {
  WITH r
  MATCH (r)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS observed_from
}
RETURN g.name AS agency, r.name AS region, first_year, observed_from, statements
ORDER BY first_year, agency, region
