// name: two_regions_compared
// asks: Which initiatives did two regions adopt, and who was first?
// zh: 两地各采用了哪些改革，谁先谁后？
// param first: string = 遂宁市
// param second: string = 衢州市
// returns: initiative, first_year, second_year, lead
UNWIND [$first, $second] AS name
MATCH (r:Region {name: name})-[a:ADOPTED]->(i:Initiative)
WITH i, min(CASE WHEN r.name = $first THEN a.year END) AS first_year,
     min(CASE WHEN r.name = $second THEN a.year END) AS second_year
RETURN i.name AS initiative, first_year, second_year, second_year - first_year AS lead
ORDER BY initiative
