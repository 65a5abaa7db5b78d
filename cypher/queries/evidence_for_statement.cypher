// name: evidence_for_statement
// asks: Which sentences join two things, given by their names?
// zh: 两个对象之间的关系依据哪些原文？
// param from: thing = 射洪县
// param to: thing = 相对集中行政许可权改革
// returns: type, year, status, found, source, title, date, file, start, end, rule, confidence, quote, key
MATCH (a)-[s]->(b)
WHERE a.name = $from AND b.name = $to
OPTIONAL MATCH (d:Document {key: s.source})
RETURN type(s) AS type, s.year AS year, s.status AS status, s.form AS found, s.source AS source,
       coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file, s.start AS start, s.end AS end,
       s.rule AS rule, s.confidence AS confidence, s.quote AS quote, s.key AS key
ORDER BY type, year, source, start, key
