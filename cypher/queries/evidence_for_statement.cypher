// name: evidence_for_statement
// asks: Which sentences join two things, given by their names?
// zh: 两个对象之间的关系依据哪些原文？
// param from: string = 射洪县
// param to: string = 相对集中行政许可权改革
// returns: type, year, source, start, end, rule, confidence, quote, key
MATCH (a)-[s]->(b)
WHERE a.name = $from AND b.name = $to
RETURN type(s) AS type, s.year AS year, s.source AS source, s.start AS start, s.end AS end, s.rule AS rule,
       s.confidence AS confidence, s.quote AS quote, s.key AS key
ORDER BY type, year, source, start, key
