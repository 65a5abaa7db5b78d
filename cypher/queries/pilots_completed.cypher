// name: pilots_completed
// asks: Which pilots became full practice, and after how many years?
// zh: 哪些试点后来全面推开，用了几年？
// returns: region, initiative, pilot, full, years
MATCH (r:Region)-[p:ADOPTED {status: 'pilot'}]->(i:Initiative)
WITH r, i, min(p.year) AS pilot
MATCH (r)-[f:ADOPTED]->(i)
WHERE f.status IN ['implemented', 'completed'] AND f.year > pilot
WITH r, i, pilot, min(f.year) AS full
RETURN r.name AS region, i.name AS initiative, pilot, full, full - pilot AS years
ORDER BY full, pilot, region, initiative
