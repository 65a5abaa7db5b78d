// name: adoption_timeline
// asks: When did each region adopt an initiative, and how?
// zh: 各地何时、以何种方式采用某项改革？
// param initiative: string = 相对集中行政许可权改革
// returns: region, level, year, status, source, quote
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
RETURN r.name AS region, r.level AS level, a.year AS year, a.status AS status, a.source AS source, a.quote AS quote
ORDER BY year, region, status, source, quote
