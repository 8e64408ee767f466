// Dialogues in which two states both take part.
//
// $first: NODE — a state
// $second: NODE — another state
MATCH (first)-[:PARTICIPATES_IN|OBSERVES]->(dialogue:Dialogue)<-[:PARTICIPATES_IN|OBSERVES]-(second)
WHERE first = $first AND second = $second
RETURN DISTINCT dialogue.name AS dialogue, dialogue.since AS since
ORDER BY dialogue
