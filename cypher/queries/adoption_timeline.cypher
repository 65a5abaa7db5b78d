// name: adoption_timeline
// asks: When did each region adopt an initiative, what did it only plan, and what do its rules lay down?
// zh: 各地何时、以何种方式采用某项改革，哪些只是计划或立规？
// param initiative: initiative = 相对集中行政许可权改革
// returns: region, level, year, status, laid_down, found, source, title, date, file, quote
MATCH (r:Region)-[a:ADOPTED]->(:Initiative {name: $initiative})
OPTIONAL MATCH (d:Document {key: a.source})
RETURN r.name AS region, r.level AS level, a.year AS year, a.status AS status, a.laid_down AS laid_down,
       a.form AS found, a.source AS source, coalesce(d.title, d.name) AS title, d.date AS date, d.paths[0] AS file,
       a.quote AS quote
ORDER BY year, region, status, source, quote, level
