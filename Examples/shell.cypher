// States of Central Asia that take part in the Prague Process.
:param dialogue=Prague Process

MATCH (s:State)-[:PARTICIPATES_IN]->(d {name: $dialogue})
WHERE s.isoAlpha2 IN ['KZ', 'KG', 'TJ', 'TM', 'UZ']
RETURN s.name AS state
ORDER BY state;

RETURN a;

:format csv
MATCH (p:Programme)
RETURN count(*) AS programmes;
