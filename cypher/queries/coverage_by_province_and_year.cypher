// name: coverage_by_province_and_year
// asks: How many regions of each province have a document on each year?
// zh: 各省每年有多少地区有文件？
// returns: province, year, regions, documents
MATCH (p:Region {level: 'province'})<-[:PART_OF*0..3]-(r:Region)
MATCH (r)<-[:IN_REGION*0..1]-()<-[:COVERS|OF_AREA]-(d:Document)-[:REPORTS_ON]->(y:Year)
RETURN p.name AS province, y.year AS year, count(DISTINCT r) AS regions, count(DISTINCT d) AS documents
ORDER BY province, year
