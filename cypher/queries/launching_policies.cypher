// name: launching_policies
// asks: Which policies launched which initiatives?
// zh: 各项改革由哪些政策文件发起？
// returns: initiative, policy, number, year, issuers
MATCH (i:Initiative)-[:LAUNCHED_BY]->(p:Policy)
OPTIONAL MATCH (p)-[:ISSUED_BY]->(g:Agency)
WITH i, p, g
ORDER BY g.name
RETURN i.name AS initiative, p.name AS policy, p.number AS number, p.year AS year, collect(DISTINCT g.name) AS issuers
ORDER BY initiative, year, policy
