// name: agencies_carrying_out
// asks: Which agencies carry out an initiative, and since when?
// zh: 哪些机构承担某项改革，始于何年？
// param initiative: string = 相对集中行政许可权改革
// returns: agency, region, first_year, statements
MATCH (:Initiative {name: $initiative})<-[c:CARRIES_OUT]-(g:Agency)
OPTIONAL MATCH (g)-[:OF_REGION]->(r:Region)
WITH g, r, min(c.year) AS first_year, count(c) AS statements
RETURN g.name AS agency, r.name AS region, first_year, statements
ORDER BY first_year, agency, region
