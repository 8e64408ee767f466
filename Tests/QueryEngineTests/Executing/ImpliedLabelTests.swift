// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import QueryEngine
import Testing

/// Against a closed graph type, what is created has the labels of the types that its own extends.
@Suite("Labels of what is created")
struct ImpliedLabelTests {
  private let type = GraphType(
    name: "Small",
    nodeTypes: [
      NodeType(name: "Actor", isAbstract: true),
      NodeType(name: "State", supertypes: ["Actor"]),
      NodeType(name: "Union", supertypes: ["State"]),
    ])

  @Test("inherited labels need not be written")
  func inherited() throws {
    var graph = try GraphBuilder(graphType: type).freeze()
    for (label, labels) in [
      (":State", ["Actor", "State"]), (":Actor:State", ["Actor", "State"]),
      (":Union", ["Actor", "State", "Union"]), (":Union:Actor", ["Actor", "State", "Union"]),
    ] {
      let result = try graph.execute("CREATE (n\(label)) RETURN labels(n) AS labels")
      #expect(result.rows == [[.list(labels.map(Value.string))]], "\(label)")
    }
    let merged = try graph.execute("MERGE (n:Union {name: 'EU'}) RETURN size(labels(n)) AS count")
    #expect(merged.rows == [[3]])
  }

  @Test("an abstract type is no type of a node")
  func abstract() throws {
    var graph = try GraphBuilder(graphType: type).freeze()
    let error = try #require(throws: QueryError.self) { try graph.execute("CREATE (:Actor)") }
    #expect(error.faults[0].detail == .graphTypeViolation)
  }
}
