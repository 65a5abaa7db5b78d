// name: statements_of_document
// asks: What do the documents on a region and a year state?
// zh: 某地某年的文件陈述了哪些内容？
// param region: string = 遂宁市
// param year: int = 2016
// returns: document, type, from, to, start, quote
MATCH (d:Document)-[:COVERS]->(:Region {name: $region}), (d)-[:REPORTS_ON]->(:Year {year: $year})
WITH DISTINCT d.key AS document
MATCH (a)-[s {source: document}]->(b)
WHERE s.quote IS NOT NULL
RETURN document, type(s) AS type, a.name AS from, b.name AS to, s.start AS start, s.quote AS quote
ORDER BY document, start, type, from, to, quote
