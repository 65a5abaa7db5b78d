// name: policies_behind_adoptions
// asks: Under which policies did regions adopt an initiative?
// zh: 各地依据哪些政策文件采用某项改革？
// param initiative: string = 相对集中行政许可权改革
// returns: region, year, status, policy, number, quote
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
WHERE a.policy IS NOT NULL
WITH r, a, a.policy AS policy_key
MATCH (p:Policy {key: policy_key})
RETURN r.name AS region, a.year AS year, a.status AS status, p.name AS policy, p.number AS number, a.quote AS quote
ORDER BY year, r.code, number, quote
