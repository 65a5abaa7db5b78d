// name: launching_policies
// asks: Which policies launched which initiatives, who issued them, and how many documents here cite them?
// zh: 各项改革由哪些政策文件发起，由谁发文，有多少文献引用？
// returns: initiative, policy, number, year, date, issuers, checked, citations
MATCH (i:Initiative)-[l:LAUNCHED_BY]->(p:Policy)
OPTIONAL MATCH (p)-[:ISSUED_BY]->(g:Agency)
WITH i, l, p, g
ORDER BY g.name
WITH i, l, p, collect(DISTINCT g.name) AS issuers
RETURN i.name AS initiative, coalesce(p.title, p.name) AS policy, p.number AS number, p.year AS year, l.date AS date,
       issuers, l.checked AS checked,
       COUNT { (p)<-[:CITES|IMPLEMENTS|FORWARDS|AMENDS|REPEALS]-() } AS citations
ORDER BY initiative, year, policy
