// Programmes that cover a state, with who implements and who funds them.
//
// $state: NODE — the state
MATCH (programme:Programme)-[:COVERS]->(state:State)
WHERE state = $state
OPTIONAL MATCH (implementer)-[:IMPLEMENTS]->(programme)
OPTIONAL MATCH (funder)-[:FUNDS]->(programme)
RETURN programme.name AS programme, programme.since AS since, programme.until AS until,
       collect(DISTINCT implementer.name) AS `implemented by`,
       collect(DISTINCT funder.name) AS `funded by`
ORDER BY programme
