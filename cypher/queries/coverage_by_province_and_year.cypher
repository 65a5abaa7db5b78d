// name: coverage_by_province_and_year
// asks: How many regions of each province have a document on each year?
// zh: 各省每年有多少地区有文件？
// returns: province, year, regions, documents
MATCH (d:Document)-[:REPORTS_ON]->(y:Year)
MATCH (d)-[:COVERS|OF_AREA]->()-[:IN_REGION*0..1]->(r:Region)-[:PART_OF*0..3]->(p:Region {level: 'province'})
RETURN p.name AS province, y.year AS year, count(DISTINCT r) AS regions, count(DISTINCT d) AS documents
ORDER BY province, year
