// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import QueryEngine
import Testing

/// The wording of everything that the binder refuses.
@Suite struct BindingFaultTests {
  @Test(arguments: [
    (
      "MATCH (state) RETURN stat",
      "variable 'stat' is not in scope; in scope here: state; did you mean 'state'?"
    ),
    ("RETURN x", "variable 'x' is not in scope; nothing is in scope here"),
    ("MATCH (a) MATCH p = (a)-->(), p = ()-->() RETURN p", "variable 'p' is bound already"),
    ("WITH 1 AS n MATCH (n) RETURN n", "variable 'n' is an integer, and a node is wanted here"),
    ("MATCH (a)-[r]->(r) RETURN r", "variable 'r' is an edge, and a node is wanted here"),
    (
      "MATCH (a)-[r]->()-[r]->(b) RETURN r",
      "'r' stands twice in one match, and a match holds each edge once"
    ),
    ("RETURN 1 AND true", "'AND' takes a truth value, got an integer"),
    ("RETURN 1 IN 'ab'", "'IN' takes a list, got a string"),
    ("RETURN 1 - 'a'", "'-' takes numbers, got a string"),
    ("MATCH (n) WHERE n RETURN n", "'WHERE' takes a truth value, got a node"),
    ("WITH 1 AS n RETURN n.name", "an integer has no property 'name'"),
    ("MATCH (n) RETURN toUper(n.name)", "unknown function 'toUper'; did you mean 'toUpper'?"),
    ("RETURN sqrt(1, 2)", "'sqrt' takes 1 argument, got 2"),
    (
      "MATCH (n) WHERE count(n) > 1 RETURN n",
      "an aggregate stands only among the columns of WITH and RETURN"
    ),
    ("RETURN count(count(*))", "an aggregate cannot stand within an aggregate"),
    ("RETURN count(rand())", "an aggregate cannot take values that change from call to call"),
    (
      "MATCH (n) RETURN n.x + count(*)",
      "'n' stands beside an aggregate and is not what the rows are grouped by; hand it on as a column of its own"
    ),
    ("MATCH (n) RETURN n LIMIT -1", "LIMIT must not be negative, got -1"),
    ("MATCH (n) RETURN n SKIP n.x", "SKIP cannot depend on variables"),
    ("MATCH (n) RETURN n LIMIT 1.5", "LIMIT takes an integer, got a float"),
    (
      "MATCH (n $p) RETURN n",
      "a pattern that is looked for takes its properties one by one; write '{name: $name}'"
    ),
    ("RETURN 1 AS a, 2 AS a", "two columns are called 'a'"),
    ("MATCH (n) WITH n.x RETURN 1", "'n.x' has no name to be handed on by; write 'n.x AS name'"),
    ("MATCH () RETURN *", "there are no variables that '*' could stand for"),
    (
      "RETURN 1 AS a UNION RETURN 2 AS b",
      "the queries of a union answer with different columns: 'a' and 'b'"
    ),
    (
      "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a",
      "UNION and UNION ALL cannot be mixed"
    ),
    ("CALL db.label()", "unknown procedure 'db.label'; did you mean 'db.labels'?"),
    (
      "MATCH (n) CALL db.labels YIELD label RETURN label",
      "'db.labels' needs its arguments in parentheses within a query"
    ),
    (
      "CALL db.labels() YIELD lable RETURN 1",
      "'db.labels' does not yield 'lable'; did you mean 'label'?"
    ),
    ("CREATE ()-->()", "an edge that is created has exactly one type"),
    ("CREATE ()-[:A]-()", "an edge that is created has one direction"),
    ("CREATE ()-[:A*2]->()", "an edge of variable length cannot be created"),
    (
      "MATCH (n) DELETE n:State",
      "DELETE takes nodes, edges and paths, not labels; write 'REMOVE' to take a label away"
    ),
    ("MATCH (n) DELETE 1 + 1", "DELETE takes a node, an edge or a path, got an integer"),
    (
      "MATCH (n) RETURN (n)-->()",
      "a pattern stands only where a condition is wanted; write 'EXISTS { … }' or a comprehension '[pattern | value]'"
    ),
    ("MATCH (n) WHERE EXISTS { CREATE () } RETURN n", "a query within an expression cannot write"),
  ])
  func wording(_ text: String, _ expected: String) throws {
    #expect(fault(text, on: try statesGraph()) == expected)
  }

  @Test(arguments: [
    (
      "MATCH (n:Stat) RETURN n",
      "no node of this graph can have the label 'Stat'; did you mean 'State'?"
    ),
    (
      "MATCH ()-[:MEMBER]->() RETURN 1",
      "no edge of this graph can have the type 'MEMBER'; did you mean 'MEMBER_OF'?"
    ),
    (
      "MATCH (n:State) RETURN n.fouded",
      "a node 'State' has no property 'fouded'; did you mean 'founded'?"
    ),
    (
      "MATCH ()-[m:MEMBER_OF]->() RETURN m.join",
      "an edge 'MEMBER_OF' has no property 'join'; did you mean 'joined'?"
    ),
    (
      "MATCH (a:Organisation)-[:MEMBER_OF]->(b) RETURN a",
      "no edge 'MEMBER_OF' leads from 'Organisation'"
    ),
  ])
  func closedGraphType(_ text: String, _ expected: String) throws {
    #expect(fault(text, on: try statesGraph(graphType: statesGraphType)) == expected)
  }

  @Test func placeOfAFault() throws {
    let graph = try statesGraph()
    #expect(throws: QueryError.self) { try graph.query("MATCH (n) RETURN m") }
    do {
      _ = try graph.query("MATCH (n) RETURN m")
    } catch {
      #expect(error.faults[0].span?.range == 17..<18)
    }
  }
}
