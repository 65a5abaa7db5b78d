// name: vertical_order
// asks: By first mentions (reformkg trace tells the exact ones), who came first, the region or the region above it?
// zh: 按首次提及（确知者见 reformkg trace），某项改革是上级先行还是下级先行？
// param initiative: initiative = 相对集中行政许可权改革
// returns: above, above_year, above_observed_from, below, below_year, observed_from, order
MATCH (below:Region)-[b:ADOPTED]->(i:Initiative {name: $initiative})
WHERE b.year IS NOT NULL AND b.status <> 'planned' AND NOT coalesce(b.laid_down, false)
WITH i, below, min(b.year) AS below_year
MATCH (below)-[:PART_OF]->(above:Region)-[a:ADOPTED]->(i)
WHERE a.year IS NOT NULL AND a.status <> 'planned' AND NOT coalesce(a.laid_down, false)
WITH above, below, below_year, min(a.year) AS above_year
CALL {
  WITH above
  MATCH (above)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS above_observed_from
}
CALL {
  WITH below
  MATCH (below)<-[c:COVERS]-(d:Document)
  WHERE c.observes
  RETURN min(d.year) AS observed_from
}
RETURN above.name AS above, above_year, above_observed_from, below.name AS below, below_year, observed_from,
       CASE WHEN above_year < below_year THEN 'from above' WHEN above_year > below_year THEN 'from below'
            ELSE 'same year' END AS order
ORDER BY above, above_year, below_year, below
