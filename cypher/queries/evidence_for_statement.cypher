// name: evidence_for_statement
// asks: Which sentence stands behind a statement?
// zh: 某条关系的原文依据是什么？
// param key: string = adopted-chuanshan-2017
// returns: type, from, to, source, start, end, rule, confidence, quote
MATCH (a)-[s {key: $key}]->(b)
RETURN type(s) AS type, a.name AS from, b.name AS to, s.source AS source, s.start AS start, s.end AS end,
       s.rule AS rule, s.confidence AS confidence, s.quote AS quote
