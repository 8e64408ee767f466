// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import QueryEngine

/// A few states and dialogues, at rest.
///
/// ```
///   kazakhstan (1991) ──MEMBER_OF {since 2001}──> sco <──MEMBER_OF {since 2001}── kyrgyzstan (1991)
///        │                                                                             │
///        └────────BORDERS────────> uzbekistan (1991) <────────────BORDERS──────────────┘
/// ```
func statesGraph(graphType: GraphType? = nil) throws -> PropertyGraph {
  var builder = GraphBuilder(graphType: graphType)
  func state(_ name: String, _ key: String) throws -> NodeHandle {
    try builder.addNode(
      labels: ["State"], key: key,
      properties: [("name", .string(name)), ("founded", .integer(1991))])
  }
  let kazakhstan = try state("Kazakhstan", "kz")
  let kyrgyzstan = try state("Kyrgyzstan", "kg")
  let uzbekistan = try state("Uzbekistan", "uz")
  let organisation = try builder.addNode(
    labels: ["Organisation"], key: "sco", properties: [("name", .string("SCO"))])
  for member in [kazakhstan, kyrgyzstan] {
    _ = try builder.addEdge(
      type: "MEMBER_OF", from: member, to: organisation, properties: [("joined", .integer(2001))])
    _ = try builder.addEdge(type: "BORDERS", from: member, to: uzbekistan)
  }
  return try builder.freeze()
}

/// The type of ``statesGraph(graphType:)``.
let statesGraphType = GraphType(
  name: "small",
  nodeTypes: [
    NodeType(
      name: "State", properties: [PropertyDeclaration(name: "founded", type: .integer)]),
    NodeType(name: "Organisation"),
  ],
  edgeTypes: [
    EdgeType(
      label: "MEMBER_OF", from: ["State"], to: ["Organisation"],
      properties: [PropertyDeclaration(name: "joined", type: .integer)]),
    EdgeType(label: "BORDERS", from: ["State"], to: ["State"]),
  ])

/// The one fault of a query that is refused.
func fault(_ text: String, on graph: PropertyGraph) -> String {
  do {
    _ = try graph.query(text)
    return "no fault"
  } catch {
    let fault = error.faults[0]
    return ([fault.message] + [fault.help].compactMap { $0 }).joined(separator: "; ")
  }
}
