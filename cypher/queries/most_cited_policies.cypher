// name: most_cited_policies
// asks: Which policies are cited most often, and by how many sources?
// zh: 哪些政策文件被引用最多？
// param limit: int = 20
// returns: policy, number, year, citations, sources
MATCH (s)-[c:CITES|IMPLEMENTS|FORWARDS|AMENDS|REPEALS]->(p:Policy)
WITH p.key AS key, count(c) AS citations, count(DISTINCT s) AS sources
ORDER BY citations DESC, sources DESC, key
LIMIT $limit
MATCH (p:Policy {key: key})
RETURN p.name AS policy, p.number AS number, p.year AS year, citations, sources
ORDER BY citations DESC, sources DESC, policy, number, key
