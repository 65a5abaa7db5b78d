// name: dropped_initiatives
// asks: Which initiatives does a region no longer mention, although documents on later years are there, and when was one last done?
// zh: 某地有后续年份的文件，却不再提及哪些改革，最后一次表述实施（而非计划）是何年？
// param region: region = 遂宁市
// returns: initiative, last_stated, last_done, covered_later
MATCH (r:Region)
WHERE r.name = $region OR r.key = $region
MATCH (d:Document)-[:COVERS]->(r)
MATCH (d)-[:REPORTS_ON]->(y:Year)
WITH DISTINCT r, y.year AS year
ORDER BY year
WITH r, collect(year) AS covered
MATCH (r)-[a:ADOPTED]->(i:Initiative)
WITH r, covered, i, max(a.year) AS last_stated,
     max(CASE WHEN a.status <> 'planned' AND NOT coalesce(a.laid_down, false) THEN a.year END) AS last_done
WITH r, i, last_stated, last_done, [year IN covered WHERE year > last_stated] AS covered_later
WHERE size(covered_later) > 0 AND NOT EXISTS {
  MATCH (r)<-[:COVERS]-(d:Document)-[:CONCERNS]->(i)
  WHERE EXISTS { MATCH (d)-[:REPORTS_ON]->(y:Year) WHERE y.year > last_stated }
}
RETURN i.name AS initiative, last_stated, last_done, covered_later
ORDER BY last_stated, initiative
