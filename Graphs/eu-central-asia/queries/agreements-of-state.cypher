// Agreements that a state has signed or is a party to, with their dates.
//
// $state: NODE — the state
MATCH (state:State)-[:PARTY_TO|SIGNED]->(agreement:Agreement)
WHERE state = $state
RETURN DISTINCT agreement.name AS agreement, agreement.since AS `in force since`,
       agreement.until AS until
ORDER BY agreement
