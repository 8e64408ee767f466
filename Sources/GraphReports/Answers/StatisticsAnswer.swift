// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphModel
public import SourceDiagnostics

/// How much of everything a graph holds.
public struct StatisticsAnswer: Answer {
  private let statistics: GraphStatistics
  private let graph: PropertyGraph

  public init(_ statistics: GraphStatistics, of graph: PropertyGraph) {
    self.statistics = statistics
    self.graph = graph
  }

  public var isEmpty: Bool { false }
  public var schema: String { "entente.statistics/1" }

  public var blocks: [AnswerBlock] {
    [
      .heading(graph.description.title ?? "Graph"),
      .facts(figures.map { AnswerFact($0.name, [String($0.count)]) } + [hub].compactMap { $0 }),
      .table(typeTable("node type", statistics.nodeTypes)),
      .table(typeTable("edge type", statistics.edgeTypes)),
    ]
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["what", "name", "count"],
      rows: figures.map { ["graph", $0.name, String($0.count)] }
        + statistics.nodeTypes.map { ["node type", $0.name, String($0.count)] }
        + statistics.edgeTypes.map { ["edge type", $0.name, String($0.count)] })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("title", graph.description.title)
    for figure in figures {
      json.member(figure.name.split(separator: " ").joined(separator: "_"), figure.count)
    }
    json.member("node_of_greatest_degree") { json in
      if let node = statistics.nodeOfMaximumDegree {
        json.writeNode(node, in: graph)
      } else {
        json.null()
      }
    }
    json.member("node_types") { write(statistics.nodeTypes, to: &$0) }
    json.member("edge_types") { write(statistics.edgeTypes, to: &$0) }
  }

  private func write(_ types: [GraphStatistics.TypeCount], to json: inout JSONWriter) {
    json.object { json in
      for type in types { json.member(type.name, type.count) }
    }
  }

  private var figures: [(name: String, count: Int)] {
    [
      ("nodes", statistics.nodeCount), ("edges", statistics.edgeCount),
      ("claims", statistics.claimCount), ("sources", statistics.sourceCount),
      ("disputed properties", statistics.disputedPropertyCount),
      ("dated nodes", statistics.datedNodeCount), ("dated edges", statistics.datedEdgeCount),
      ("components", statistics.componentCount),
      ("largest component", statistics.largestComponentSize),
      ("isolated nodes", statistics.isolatedNodeCount),
      ("greatest degree", statistics.maximumDegree),
    ]
  }

  private var hub: AnswerFact? {
    statistics.nodeOfMaximumDegree.map {
      AnswerFact("node of greatest degree", [graph.displayName(of: $0)])
    }
  }

  private func typeTable(
    _ column: String, _ types: [GraphStatistics.TypeCount]
  ) -> AnswerTable {
    AnswerTable(columns: [column, "count"], rows: types.map { [$0.name, String($0.count)] })
  }
}
