// name: initiatives_overview
// asks: How many regions adopted each initiative, from when to when?
// zh: 每项改革有多少地区采用，起止年份为何？
// returns: initiative, regions, first_year, last_year
MATCH (r:Region)-[a:ADOPTED]->(i:Initiative)
RETURN i.name AS initiative, count(DISTINCT r) AS regions, min(a.year) AS first_year, max(a.year) AS last_year
ORDER BY regions DESC, initiative
