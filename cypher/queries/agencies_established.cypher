// name: agencies_established
// asks: Which bodies with these words in their name were set up or abolished, by region and year, the day known or not?
// zh: 名称含某词的机构，各地各年设立或撤销了哪些（不论是否有确切日期）？
// param words: string =
// returns: region, area, year, day, kind, agency, source, title, date, file, quote
CALL {
  MATCH (e:Event)-[s:STATED_IN]->(d:Document)
  WHERE e.kind IN ['established', 'abolished'] AND e.name CONTAINS $words
  MATCH (e)-[:HAPPENED_IN]->(r:Region)
  RETURN e, s, d, r, null AS area
  UNION ALL
  // What is a functional area's stands under the region that the same document puts it in.
  MATCH (e:Event)-[s:STATED_IN]->(d:Document)
  WHERE e.kind IN ['established', 'abolished'] AND e.name CONTAINS $words
  MATCH (e)-[:OF_AREA]->(a:Area)-[i:IN_REGION]->(r:Region)
  WHERE i.source = s.source
  RETURN DISTINCT e, s, d, r, a.name AS area
  UNION ALL
  // Where the sentence tells no place, the body's own is told.
  MATCH (e:Event)-[s:STATED_IN]->(d:Document)
  WHERE e.kind IN ['established', 'abolished'] AND e.name CONTAINS $words
        AND NOT (e)-[:HAPPENED_IN]->(:Region) AND NOT (e)-[:OF_AREA]->(:Area)
  OPTIONAL MATCH (e)-[:ABOUT]->(:Agency)-[:OF_REGION]->(r:Region)
  RETURN DISTINCT e, s, d, r, null AS area
}
RETURN r.name AS region, area, e.year AS year, CASE WHEN size(e.date) > 4 THEN e.date END AS day, e.kind AS kind,
       e.name AS agency, s.source AS source, coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file,
       s.quote AS quote
ORDER BY r.code, region, year, day, kind, agency, source, quote
