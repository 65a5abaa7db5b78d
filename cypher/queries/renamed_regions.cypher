// name: renamed_regions
// asks: Which regions were renamed or merged, and how many documents cover the old and the new one?
// zh: 哪些地区更名或合并，新旧名称下各有多少文件？
// returns: old, old_code, new, new_code, year, documents_old, documents_new
MATCH (old:Region)-[s:SUCCEEDED_BY]->(new:Region)
RETURN old.name AS old, old.code AS old_code, new.name AS new, new.code AS new_code, s.year AS year,
       COUNT { (old)<-[:COVERS]-(:Document) } AS documents_old, COUNT { (new)<-[:COVERS]-(:Document) } AS documents_new
ORDER BY year, old_code, new_code, old, new
