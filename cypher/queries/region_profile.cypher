// name: region_profile
// asks: What did a region do, with which agencies, and in which figures, year by year, plans, rules and targets marked?
// zh: 某地逐年推行了哪些改革、设有哪些机构、有哪些数据，其中哪些只是计划、立规或目标？
// param region: region = 射洪市
// returns: kind, year, what, detail, note, value, found, source, title, date, file, quote
MATCH (r:Region)
WHERE r.name = $region OR r.key = $region
CALL {
  WITH r
  MATCH (r)-[s:ADOPTED]->(i:Initiative)
  RETURN 'adoption' AS kind, s.year AS year, i.name AS what, s.status AS detail,
         CASE WHEN s.laid_down THEN 'laid down' WHEN s.status = 'planned' THEN 'planned' END AS note, null AS value, s
  UNION ALL
  WITH r
  MATCH (r)<-[s:OF_REGION]-(g:Agency)
  RETURN 'agency' AS kind, null AS year, g.name AS what, g.kind AS detail, null AS note, null AS value, s
  UNION ALL
  WITH r
  MATCH (r)<-[s:HAPPENED_IN]-(e:Event)
  RETURN 'event' AS kind, e.year AS year, e.name AS what, e.kind AS detail, null AS note, null AS value, s
  UNION ALL
  WITH r
  MATCH (r)<-[s:MEASURED_IN]-(m:Measurement)
  RETURN 'figure' AS kind, m.year AS year, m.indicator AS what, m.unit AS detail,
         CASE WHEN m.target THEN 'target' WHEN m.change THEN 'change' END AS note, m.value AS value, s
}
OPTIONAL MATCH (d:Document {key: s.source})
RETURN kind, year, what, detail, note, value, s.form AS found, s.source AS source, coalesce(d.title, d.name) AS title,
       d.date AS date, d.paths[0] AS file, s.quote AS quote
ORDER BY kind, year, what, detail, note, value, source, quote
