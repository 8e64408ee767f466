// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// The nodes and edges in the rows of a query as a graph: what other tools take in.
public struct QueryGraphAnswer: Answer {
  private let graph: PropertyGraph
  private let nodes: [NodeID]
  private let edges: [EdgeID]

  public init(_ answer: QueryAnswer, in graph: PropertyGraph) {
    self.graph = graph
    (nodes, edges) = answer.elements
  }

  public var isEmpty: Bool { nodes.isEmpty }
  public var schema: String { "entente.graph/1" }
  public var blocks: [AnswerBlock] { [.table(table)] }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["edge", "from", "to"],
      rows: edges.map { edge in
        [
          graph.typeName(of: edge), graph.displayName(of: graph.source(of: edge)),
          graph.displayName(of: graph.target(of: edge)),
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("nodes") { json in
      json.array { json in
        for node in nodes { json.writeWhole(.node(node), in: graph) }
      }
    }
    json.member("edges") { json in
      json.array { json in
        for edge in edges { json.writeWhole(.edge(edge), in: graph) }
      }
    }
  }
}
