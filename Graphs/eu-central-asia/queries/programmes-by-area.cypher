// Programmes that address a policy area or an area that is part of it, with the states they cover.
//
// $area: NODE — the policy area
MATCH (part:PolicyArea)-[:BROADER*0..]->(area:PolicyArea)
WHERE area = $area
MATCH (programme:Programme)-[:ADDRESSES]->(part)
WITH DISTINCT programme
OPTIONAL MATCH (programme)-[:COVERS]->(state:State)
RETURN programme.name AS programme, programme.since AS since, programme.until AS until,
       collect(DISTINCT state.name) AS states
ORDER BY programme
