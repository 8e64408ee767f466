// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Faults of patterns")
struct PatternFaultTests {
  @Test("each text has its faults, word for word and in their places")
  func faults() {
    expectFaults(Self.faults)
  }

  /// A text with its places marked, and below it, indented, its faults.
  static let faults = #"""
    MATCH (n) 1️⃣RETRUN2️⃣ n
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'RETRUN', expected the next clause or the end of the query
        help: did you mean 'RETURN'?
    MATCH (n1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected labels after ':', properties in braces or ')'
    MATCH (a)-[r 1️⃣RETURN2️⃣ r
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'RETURN', expected labels after ':', properties in braces or ']'
    MATCH (a)-[r]1️⃣>2️⃣(b) RETURN r
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '>', expected '-' or '->' after ']'
    MATCH (a)~[r]1️⃣-2️⃣(b) RETURN r
      1️⃣-2️⃣ InvalidRelationshipPattern: unexpected '-' in an edge, expected '~' as on its other side
    MATCH (a)1️⃣(2️⃣b) RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '(', expected an edge such as '-->' between two nodes
    MATCH (a)-->1️⃣b2️⃣ RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'b', expected a node in parentheses
    MATCH (a)-[:T1️⃣..2️⃣]->(b) RETURN a
      1️⃣-2️⃣ InvalidRelationshipPattern: unexpected '..' in an edge, expected '*' before a range of lengths
    MATCH (a)-[:T*1️⃣-22️⃣]->(b) RETURN a
      1️⃣-2️⃣ InvalidRelationshipPattern: unexpected '-2' in a range of lengths, expected a whole number from 0
    MATCH (a)-[:T*1️⃣1.52️⃣]->(b) RETURN a
      1️⃣-2️⃣ InvalidRelationshipPattern: unexpected '1.5' in a range of lengths, expected a whole number from 0
    MATCH ((a)-->(b))1️⃣{3,1}2️⃣ RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: '{3,1}' matches nothing, expected the smaller number first
    MATCH (a)-->{1️⃣}2️⃣(b) RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '}', expected how often the pattern repeats, such as {1,3}
    MATCH SHORTEST 1️⃣(2️⃣a)-->(b) RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '(', expected a number of paths or GROUPS after SHORTEST
    MATCH (a)-->(b) COST 1️⃣12️⃣ RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: 'COST' belongs to a shortest path, expected a prefix such as ANY SHORTEST before the pattern
    MATCH (a)-->(b) KEEP 1️⃣SHORT2️⃣ RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'SHORT', expected a path prefix such as ANY SHORTEST
        help: did you mean 'SHORTEST'?
    MATCH DIFFERENT 1️⃣NODES2️⃣ (a) RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'NODES', expected EDGES or RELATIONSHIPS after DIFFERENT
    MATCH (a) AS 1️⃣OFF2️⃣ 1 RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'OFF', expected OF and a date
        help: did you mean 'OF'?
    MATCH (n) SET 1️⃣f(n)2️⃣ = 1
      1️⃣-2️⃣ UnexpectedSyntax: 'f(n)' cannot be set, expected a property, a variable or a variable with labels
    MATCH (n) SET n =1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected an expression
    MATCH (n) REMOVE 1️⃣n2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: 'n' cannot be removed, expected a property or a variable with labels
    MERGE (n) ON CREATE 1️⃣n2️⃣.x = 1
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'n', expected SET
    CREATE (n 1️⃣WHERE2️⃣ n.x)
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'WHERE', expected labels after ':', properties in braces or ')'
    CREATE 1️⃣ANY2️⃣ (n)
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'ANY', expected a node in parentheses
    CREATE (a)-[:T]->1️⃣{2️⃣2}(b)
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '{', expected a node in parentheses
    MATCH (a:A|1️⃣)2️⃣ RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected ')', expected the name of a label or an edge type
    MATCH (a:!1️⃣)2️⃣ RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected ')', expected the name of a label or an edge type
    MATCH (a)-[r 1️⃣RETURN2️⃣ EXISTS { MATCH (n 3️⃣RETURN4️⃣ n } RETURN 1
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'RETURN', expected labels after ':', properties in braces or ']'
      3️⃣-4️⃣ UnexpectedSyntax: unexpected 'RETURN', expected labels after ':', properties in braces or ')'
    MATCH (a)-[r]1️⃣~2️⃣(b)
      1️⃣-2️⃣ InvalidRelationshipPattern: unexpected '~' in an edge, expected '-' or '->' as on its other side
    MATCH (a)-[1️⃣'x'2️⃣]->(b)
      1️⃣-2️⃣ UnexpectedSyntax: unexpected string 'x', expected a name, labels after ':', properties in braces or ']'
    """#
}
