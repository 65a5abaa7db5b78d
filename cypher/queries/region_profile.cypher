// name: region_profile
// asks: What did a region do, with which agencies, and in which figures, year by year?
// zh: 某地逐年推行了哪些改革、设有哪些机构、有哪些数据？
// param region: string = 射洪市
// returns: kind, year, what, detail, value, quote
CALL {
  MATCH (:Region {name: $region})-[a:ADOPTED]->(i:Initiative)
  RETURN 'adoption' AS kind, a.year AS year, i.name AS what, a.status AS detail, null AS value, a.quote AS quote
  UNION ALL
  MATCH (:Region {name: $region})<-[o:OF_REGION]-(g:Agency)
  RETURN 'agency' AS kind, null AS year, g.name AS what, g.kind AS detail, null AS value, o.quote AS quote
  UNION ALL
  MATCH (:Region {name: $region})<-[h:HAPPENED_IN]-(e:Event)
  RETURN 'event' AS kind, e.year AS year, e.name AS what, e.kind AS detail, null AS value, h.quote AS quote
  UNION ALL
  MATCH (:Region {name: $region})<-[s:MEASURED_IN]-(m:Measurement)
  RETURN 'figure' AS kind, m.year AS year, m.indicator AS what, m.unit AS detail, m.value AS value,
         s.quote AS quote
}
RETURN kind, year, what, detail, value, quote
ORDER BY kind, year, what, detail, value, quote
