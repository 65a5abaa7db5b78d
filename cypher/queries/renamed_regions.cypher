// name: renamed_regions
// asks: Which regions and functional areas that a document is on were renamed or merged, and how many are on the old and the new one?
// zh: 有文件的地区和功能区，哪些更名或合并，新旧名称下各有多少文件？
// returns: old, old_code, new, new_code, year, documents_old, documents_new
MATCH (old:Region|Area)-[s:SUCCEEDED_BY]->(new:Region)
WHERE EXISTS { (old)<-[:COVERS|OF_AREA]-(:Document) } OR EXISTS { (new)<-[:COVERS]-(:Document) }
RETURN old.name AS old, old.code AS old_code, new.name AS new, new.code AS new_code, s.year AS year,
       COUNT { (old)<-[:COVERS|OF_AREA]-(:Document) } AS documents_old,
       COUNT { (new)<-[:COVERS]-(:Document) } AS documents_new
ORDER BY year, old_code, new_code, old, new
