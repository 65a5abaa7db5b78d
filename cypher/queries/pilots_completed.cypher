// name: pilots_completed
// asks: By first mentions, which pilots became full practice, after how many years, also where the region was renamed in between?
// zh: 按首次提及，哪些试点后来全面推开，用了几年（包括其间更名的地区）？
// returns: region, region_now, initiative, pilot, observed_from, full, years
MATCH (r:Region)-[p:ADOPTED {status: 'pilot'}]->(i:Initiative)
WHERE NOT coalesce(p.laid_down, false)
MATCH (r)-[s:SUCCEEDED_BY*0..3]->(now:Region)-[f:ADOPTED]->(i)
WHERE f.year > p.year AND f.status IN ['implemented', 'completed'] AND NOT coalesce(f.laid_down, false)
      AND all(step IN s WHERE step.year <= f.year)
// What is later than any of its pilots is later than the first, so both years may be sought at once.
WITH r, now, i, min(p.year) AS pilot, min(f.year) AS full
CALL {
  WITH r
  MATCH (r)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS observed_from
}
RETURN r.name AS region, now.name AS region_now, i.name AS initiative, pilot, observed_from, full, full - pilot AS years
ORDER BY full, pilot, region, region_now, initiative
