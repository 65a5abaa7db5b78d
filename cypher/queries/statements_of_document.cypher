// name: statements_of_document
// asks: What does one document state?
// zh: 某份文件陈述了哪些内容？
// param document: string = document/a000000000000001
// returns: type, from, to, start, quote
MATCH (a)-[s {source: $document}]->(b)
RETURN type(s) AS type, a.name AS from, b.name AS to, s.start AS start, s.quote AS quote
ORDER BY start, type, from, to, quote
