// name: two_regions_compared
// asks: Which initiatives did two regions carry out or plan, who was first, and from when on is each observed?
// zh: 两地各实施或计划了哪些改革，谁先谁后，两地何时起有报告？
// param first: region = 遂宁市
// param second: region = 衢州市
// returns: initiative, first_year, first_observed_from, second_year, second_observed_from, lead, first_plan, second_plan
UNWIND [$first, $second] AS name
MATCH (r:Region)
WHERE r.name = name OR r.key = name
OPTIONAL MATCH (r)<-[c:COVERS]-(d:Document)
WHERE c.observes
WITH r, name, min(d.year) AS observed
MATCH (r)-[a:ADOPTED]->(i:Initiative)
WHERE NOT coalesce(a.laid_down, false)
WITH i, min(CASE WHEN name = $first AND a.status <> 'planned' THEN a.year END) AS first_year,
     min(CASE WHEN name = $first THEN observed END) AS first_observed_from,
     min(CASE WHEN name = $second AND a.status <> 'planned' THEN a.year END) AS second_year,
     min(CASE WHEN name = $second THEN observed END) AS second_observed_from,
     min(CASE WHEN name = $first AND a.status = 'planned' THEN a.year END) AS first_plan,
     min(CASE WHEN name = $second AND a.status = 'planned' THEN a.year END) AS second_plan
RETURN i.name AS initiative, first_year, first_observed_from, second_year, second_observed_from,
       second_year - first_year AS lead, first_plan, second_plan
ORDER BY initiative
