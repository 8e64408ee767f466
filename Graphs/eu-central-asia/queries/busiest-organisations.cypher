// Organisations by the number of programmes that they implement or fund.
//
// $count: INTEGER = 10 — how many organisations are listed
MATCH (organisation:Organisation)-[:IMPLEMENTS|FUNDS]->(programme:Programme)
RETURN organisation.name AS organisation, count(DISTINCT programme) AS programmes
ORDER BY programmes DESC, organisation
LIMIT $count
