// name: policies_behind_adoptions
// asks: Under which policies did regions adopt an initiative: one that the sentence names, or the rules whose text it stands in?
// zh: 各地依据哪些政策文件采用某项改革（原句提到的文件，或原句所在的法规、文件本身）？
// param initiative: initiative = 相对集中行政许可权改革
// returns: region, year, status, laid_down, behind, policy, number, issuers, found, source, title, date, file, quote
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
OPTIONAL MATCH (d:Document {key: a.source})
OPTIONAL MATCH (d)-[:TEXT_OF]->(own:Policy)
WITH r, a, d, coalesce(a.policy, own.key) AS policy_key
MATCH (p:Policy {key: policy_key})
CALL {
  WITH p
  MATCH (p)-[:ISSUED_BY]->(g:Agency)
  WITH DISTINCT g.name AS issuer
  ORDER BY issuer
  RETURN collect(issuer) AS issuers
}
RETURN r.name AS region, a.year AS year, a.status AS status, a.laid_down AS laid_down,
       CASE WHEN a.policy IS NULL THEN 'own text' ELSE 'named' END AS behind, coalesce(p.title, p.name) AS policy,
       p.number AS number, issuers, a.form AS found, a.source AS source, coalesce(d.title, d.name) AS title,
       d.date AS date, d.paths[0] AS file, a.quote AS quote
ORDER BY behind, year, r.code, number, source, a.start, quote
