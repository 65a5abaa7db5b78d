// name: issuing_agencies_by_level
// asks: Which agencies of which level issue documents on an initiative?
// zh: 哪些层级的哪些机构就某项改革发文？
// param initiative: initiative = 相对集中行政许可权改革
// returns: level, agency, documents
MATCH (:Initiative {name: $initiative})<-[:CONCERNS]-(s)-[:ISSUED_BY]->(g:Agency)-[:OF_REGION]->(r:Region)
RETURN r.level AS level, g.name AS agency, count(DISTINCT s) AS documents
ORDER BY documents DESC, level, agency
