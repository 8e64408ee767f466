// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// What is asked of every line of a question file, answered as one integer.
struct Workload {
  /// Answers one question; its nodes are those of the line.
  typealias Asker = ([NodeID]) throws -> Int

  let name: String
  private let make: (PropertyGraph) throws -> Asker

  /// Makes ready what all questions share.
  func asker(for graph: PropertyGraph) throws -> Asker { try make(graph) }

  init?(name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  private init(_ name: String, _ make: @escaping (PropertyGraph) throws -> Asker) {
    self.name = name
    self.make = make
  }

  static var names: String { all.map(\.name).joined(separator: ", ") }

  private static var all: [Workload] {
    [
      Workload("c-bfs") { Hops.asker(for: $0, filter: TraversalFilter()) },
      Workload("c-path") { Hops.pathAsker(for: $0, filter: TraversalFilter()) },
      Workload("d-bfs-typed") { Hops.asker(for: $0, filter: Hops.typed) },
      Workload("d-path-typed") { Hops.pathAsker(for: $0, filter: Hops.typed) },
      Workload("e-dijkstra") { Cheapest.asker(for: $0) },
      Workload("e-dijkstra-cold") { Cheapest.coldAsker(for: $0) },
      Workload("e-cheapest-10") { Cheapest.listAsker(for: $0, count: 10) },
      Workload("e-cheapest-1000") { Cheapest.listAsker(for: $0, count: 1000) },
      Workload("e-cheapest-10000") { Cheapest.listAsker(for: $0, count: 10_000) },
      Workload("f-2hop") { Reach.asker(for: $0, depth: 2) },
      Workload("f-3hop") { Reach.asker(for: $0, depth: 3) },
      Workload("g-area") { try AreaRanking.asker(for: $0) },
      Workload("h-ksp") { ShortestTen.asker(for: $0, count: 10) },
      Workload("h-ksp-1000") { ShortestTen.asker(for: $0, count: 1000) },
      Workload("h-ksp-10000") { ShortestTen.asker(for: $0, count: 10_000) },
      Workload("q-area") { QueryAsker.area(for: $0) },
      Workload("q-shortest") { QueryAsker.shortest(for: $0, types: "") },
      Workload("q-shortest-typed") { QueryAsker.shortest(for: $0, types: ":PARTY_TO|ADDRESSES") },
      Workload("q-2hop") { QueryAsker.twoHops(for: $0) },
      Workload("q-pairs") { QueryAsker.pairs(for: $0) },
      Workload("q-prepare") { QueryAsker.preparation(for: $0) },
      Workload("q-2hop-count") { QueryAsker.twoHopCount(for: $0) },
      Workload("q-walks") { QueryAsker.walks(for: $0) },
      Workload("q-triangles") { QueryAsker.triangles(for: $0) },
      Workload("q-successions") { QueryAsker.successions(for: $0) },
      Workload("v-via") { ByWay.asker(for: $0) },
    ]
  }
}
