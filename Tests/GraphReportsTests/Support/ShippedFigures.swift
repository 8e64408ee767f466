// SPDX-License-Identifier: Apache-2.0
import Foundation
import GraphAlgorithms
import GraphFormats
import GraphModel
import GraphReports

@testable import GraphDrawing

/// Figures of the shipped dataset: of every kind that has nodes, for nodes chosen by a fixed seed.
enum ShippedFigures {
  static let graph: PropertyGraph? = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Graphs/eu-central-asia")
    return DatasetLoader.load(folder.path).graph
  }()

  struct Named: Sendable, CustomStringConvertible {
    var description: String
    var figure: Figure
  }

  /// Nodes a figure may have here; more are put together, as the program does.
  private static let nodeLimit = 40

  static func all() throws -> [Named] {
    guard let graph else { return [] }
    return try paths(in: graph, count: 24) + neighbourhoods(in: graph, count: 24)
      + [whole(graph), types(of: graph), alone(graph)].compactMap { $0 }
  }

  private static func picks(_ graph: PropertyGraph, _ count: Int, seed: UInt64) -> [NodeID] {
    var state = seed
    let nodes = Array(graph.nodes)
    return (0..<count).map { _ in
      // A linear congruential generator with the constants of Knuth's MMIX.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return nodes[Int((state >> 33) % UInt64(nodes.count))]
    }
  }

  static func paths(in graph: PropertyGraph, count: Int) throws -> [Named] {
    let ends = picks(graph, 2 * count, seed: 5)
    return try (0..<count).compactMap { index in
      let (from, to) = (ends[2 * index], ends[2 * index + 1])
      guard from != to else { return nil }
      var query = PathQuery(from: from, to: to)
      query.selection = .shortest(1 + index % 5)
      let found = try PathSearch(TraversalView(graph)).paths(query)
      let answer = CitedPaths(found, to: query, in: graph)
      return answer.isEmpty ? nil : Named(description: "paths \(index)", figure: answer.figure())
    }
  }

  static func neighbourhoods(in graph: PropertyGraph, count: Int) throws -> [Named] {
    try picks(graph, count, seed: 11).enumerated().map { index, node in
      let question = Neighbourhood(of: node, depth: 1 + index % 2, limitPerType: 6)
      let subgraph = try question.subgraph(in: TraversalView(graph))
      let answer = NeighbourhoodAnswer(subgraph, of: question, in: graph)
      return Named(
        description: "neighbours \(index)",
        figure: answer.figure().grouped(maximumNodes: nodeLimit))
    }
  }

  private static func whole(_ graph: PropertyGraph) -> Named {
    var numbering = SourceNumbering(graph)
    let figure = SubgraphFigure(
      graph: graph, nodes: Array(graph.nodes), edges: Array(graph.edges)
    ).figure(title: "All", numbering: &numbering)
    return Named(description: "all", figure: figure.grouped(maximumNodes: nodeLimit))
  }

  private static func types(of graph: PropertyGraph) -> Named? {
    graph.graphType.map {
      Named(
        description: "schema",
        figure: GraphTypeFigure($0, of: graph).figure(title: "Types"))
    }
  }

  private static func alone(_ graph: PropertyGraph) -> Named? {
    guard let node = graph.node(key: "kazakhstan") else { return nil }
    var numbering = SourceNumbering(graph)
    let figure = SubgraphFigure(graph: graph, nodes: [node], edges: [])
      .figure(title: "One", numbering: &numbering)
    return Named(description: "one node", figure: figure)
  }
}
