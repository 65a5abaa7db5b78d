// name: old_and_new_names
// asks: In how many documents of each year does an initiative stand under its old and its new names?
// zh: 某项改革的新旧名称每年各见于多少文件？
// param initiative: initiative = 最多跑一次
// returns: year, name, documents, mentions
MATCH (:Initiative {name: $initiative})-[:EVOLVED_INTO*0..10]-(x:Initiative)
WITH DISTINCT x
MATCH (x)<-[c:CONCERNS]-(d:Document)
MATCH (d)-[:REPORTS_ON]->(y:Year)
RETURN y.year AS year, x.name AS name, count(DISTINCT d) AS documents, sum(c.mentions) AS mentions
ORDER BY year, name
