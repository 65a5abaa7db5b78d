// name: agencies_established
// asks: Which agencies were set up, unveiled or abolished for an initiative, and when?
// zh: 某项改革中设立、揭牌或撤销了哪些机构，时间为何？
// param initiative: string = 相对集中行政许可权改革
// returns: agency, kind, date, region, quote
MATCH (:Initiative {name: $initiative})<-[:CARRIES_OUT]-(g:Agency)
WITH DISTINCT g
MATCH (g)<-[about:ABOUT]-(e:Event)
WHERE e.kind IN ['established', 'unveiled', 'abolished']
OPTIONAL MATCH (e)-[:HAPPENED_IN]->(r:Region)
RETURN g.name AS agency, e.kind AS kind, e.date AS date, r.name AS region, about.quote AS quote
ORDER BY date, agency, kind, region, quote
