// name: agencies_established
// asks: Which bodies with these words in their name were set up or abolished, by region and year, the day known or not?
// zh: 名称含某词的机构，各地各年设立或撤销了哪些（不论是否有确切日期）？
// param words: string =
// returns: region, area, year, day, kind, agency, source, title, date, file, quote
CALL {
  MATCH (e:Event)-[s:STATED_IN]->(d:Document)
  WHERE e.kind IN ['established', 'abolished'] AND e.name CONTAINS $words
  MATCH (e)-[:HAPPENED_IN]->(r:Region)
  RETURN r.code AS code, r.name AS region, null AS area, e.year AS year, e.date AS told, e.kind AS kind, e.name AS agency, s.key AS statement, s.source AS source,
         coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file, s.quote AS quote
  UNION ALL
  // What is a functional area's stands under the region that the same document puts it in.
  MATCH (e:Event)-[s:STATED_IN]->(d:Document)
  WHERE e.kind IN ['established', 'abolished'] AND e.name CONTAINS $words
  MATCH (e)-[:OF_AREA]->(a:Area)-[i:IN_REGION]->(r:Region)
  WHERE i.source = s.source
  RETURN DISTINCT r.code AS code, r.name AS region, a.name AS area, e.year AS year, e.date AS told, e.kind AS kind, e.name AS agency, s.key AS statement, s.source AS source,
         coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file, s.quote AS quote
  UNION ALL
  // Where the sentence tells no place, the body's own is told.
  MATCH (e:Event)-[s:STATED_IN]->(d:Document)
  WHERE e.kind IN ['established', 'abolished'] AND e.name CONTAINS $words
        AND NOT (e)-[:HAPPENED_IN]->(:Region) AND NOT (e)-[:OF_AREA]->(:Area)
  OPTIONAL MATCH (e)-[:ABOUT]->(:Agency)-[:OF_REGION]->(r:Region)
  RETURN DISTINCT r.code AS code, r.name AS region, null AS area, e.year AS year, e.date AS told, e.kind AS kind, e.name AS agency, s.key AS statement, s.source AS source,
         coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file, s.quote AS quote
}
RETURN region, area, year, CASE WHEN size(told) > 4 THEN told END AS day, kind, agency, source, title, date, file, quote
ORDER BY code, region, year, day, kind, agency, source, quote
