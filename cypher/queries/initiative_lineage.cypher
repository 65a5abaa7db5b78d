// name: initiative_lineage
// asks: What did an initiative grow out of and into?
// zh: 某项改革由何演变而来，又演变为何？
// param initiative: initiative = 最多跑一次
// returns: earlier, later, year, source, title, date, file, quote
MATCH (i:Initiative {name: $initiative})-[:EVOLVED_INTO*0..10]-(x:Initiative)
WITH DISTINCT x
MATCH (x)-[e:EVOLVED_INTO]->(y:Initiative)
OPTIONAL MATCH (d:Document {key: e.source})
RETURN x.name AS earlier, y.name AS later, e.year AS year, e.source AS source, coalesce(d.title, d.name) AS title,
       d.date AS date, d.paths[0] AS file, e.quote AS quote
ORDER BY year, earlier, later, quote
