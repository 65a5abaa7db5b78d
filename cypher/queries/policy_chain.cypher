// name: policy_chain
// asks: By which documents does a local policy go back to the national one?
// zh: 某地方文件依据哪些文件，逐级追溯到国家文件？
// param number: policy = 川办发〔2022〕9901号
// returns: steps, chain, quotes
MATCH path = (:Policy {number: $number})-[:IMPLEMENTS|FORWARDS|CITES*1..6]->(top:Policy)
WHERE NOT (top)-[:IMPLEMENTS|FORWARDS|CITES]->(:Policy)
WITH length(path) AS steps, [p IN nodes(path) | p.name] AS chain, [c IN relationships(path) | c.quote] AS quotes
RETURN DISTINCT steps, chain, quotes
ORDER BY steps, chain, quotes
