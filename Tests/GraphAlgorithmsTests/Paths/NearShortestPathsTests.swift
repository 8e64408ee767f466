// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

@testable import GraphAlgorithms

/// Paths listed along levels against those that are found one deviation after the other.
struct NearShortestPathsTests {
  @Test(arguments: 0..<4)
  func levelsListWhatDeviationsFind(part: Int) throws {
    var random = SeededGenerator(seed: 300 + UInt64(part))
    var slacks: Set<Int> = []
    for _ in 0..<25 {
      let nodeCount = Int.random(in: 12...60, using: &random)
      let graph = try RandomGraph.withHubs(
        &random, nodeCount: nodeCount,
        edgeCount: nodeCount * Int.random(in: 1...3, using: &random))
      let view = TraversalView(graph)
      for _ in 0..<4 {
        var query = RandomGraph.query(&random, in: graph)
        query.waypoints = []
        guard query.start != query.end else { continue }
        query.selection = .shortest([2, 20, 150].randomElement(using: &random) ?? 2)
        let answer = try PathSearch(view).paths(query)
        let expected = try deviations(query, in: view)
        #expect(answer.paths == expected, "part \(part), \(query)")
        if let first = answer.paths.first, let last = answer.paths.last {
          slacks.insert(last.hops - first.hops)
        }
      }
    }
    #expect(slacks.isSuperset(of: 0...3))
  }

  private func deviations(_ query: PathQuery, in view: TraversalView) throws -> [GraphPath] {
    let compiled = try CompiledQuery(query, view: view)
    guard case .shortest(let count) = query.selection else { return [] }
    var meter = BudgetMeter(.standard)
    return try withExtendedLifetime(compiled) {
      try view.withMemory { memory throws(TraversalError) in
        let search = BidirectionalSearch(
          view, test: FilteredStep(compiled.filter), memory: memory)
        var paths = LooplessPaths(
          view, memory: memory, start: compiled.start, maximumHops: compiled.maximumHops,
          count: count, suffixes: DirectSuffixes(search: search, end: compiled.end))
        return try paths.list(count: count, meter: &meter) { _ in true }
      }
    }.map { view.path(from: compiled.start, entries: $0) }
  }

  /// A path two edges longer that turns back would be no path.
  @Test func noPathTurnsBack() throws {
    let made = try HandMadeGraph(
      """
      a -E-> b
      b -E-> c
      b -E-> leaf
      b -F-> leaf
      a -E-> a
      c -E-> d
      d -E-> e
      e -E-> c
      """)
    let answer = try PathSearch(TraversalView(made.graph)).paths(
      PathQuery(from: made["a"], to: made["c"], selection: .shortest(100)))
    #expect(answer.paths.map(\.hops) == [2])
    #expect(answer.total == PathCount(1))
    let other = try PathSearch(TraversalView(made.graph)).paths(
      PathQuery(from: made["a"], to: made["d"], selection: .shortest(100)))
    #expect(other.paths.map(\.hops) == [3, 4])
  }
}
