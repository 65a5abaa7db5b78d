// name: statements_of_document
// asks: What do the documents on a region and a year state?
// zh: 某地某年的文件陈述了哪些内容？
// param region: region = 遂宁市
// param year: int = 2016
// returns: document, title, date, file, type, from, to, status, found, start, quote
MATCH (r:Region)
WHERE r.name = $region OR r.key = $region
MATCH (d:Document)-[:COVERS]->(r), (d)-[:REPORTS_ON]->(:Year {year: $year})
WITH DISTINCT d.key AS document, coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file
MATCH (a)-[s {source: document}]->(b)
WHERE s.quote IS NOT NULL
RETURN document, title, date, file, type(s) AS type, a.name AS from, b.name AS to, s.status AS status, s.form AS found,
       s.start AS start, s.quote AS quote
ORDER BY document, start, type, from, to, status, quote
