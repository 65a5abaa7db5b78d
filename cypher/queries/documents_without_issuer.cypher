// name: documents_without_issuer
// asks: Of which documents is no issuer known?
// zh: 哪些文件没有识别出发文机构？
// param limit: int = 50
// returns: document, title, date, file, kind, year
MATCH (d:Document)
WHERE NOT (d)-[:ISSUED_BY]->(:Agency) AND NOT (d)-[:TEXT_OF]->(:Policy)-[:ISSUED_BY]->(:Agency)
RETURN d.key AS document, coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file, d.kind AS kind,
       d.year AS year
ORDER BY year, document
LIMIT $limit
