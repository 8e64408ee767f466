// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

@testable import GraphAlgorithms

/// Narrowed arrays against the whole ones under the filter.
struct NarrowedViewTests {
  @Test func entriesAreThoseThatTheFilterAdmits() throws {
    var random = SeededGenerator(seed: 31)
    var narrower = 0
    for number in 0..<300 {
      let graph =
        number % 10 == 0
        ? try RandomGraph.withHubs(&random, nodeCount: 80, edgeCount: 300)
        : try RandomGraph.make(&random)
      let view = TraversalView(graph)
      let filter = try CompiledFilter(
        RandomGraph.filter(&random, in: graph, sparing: []),
        isDirected: random.chance(1, of: 3), view: view)
      let narrowed = TraversalView(narrowing: view, by: filter)
      let test = FilteredStep(filter)
      var expected: [UInt32] = []
      withExtendedLifetime(filter) {
        for node in 0..<UInt32(view.nodeCount) {
          let admitted = view.entries(of: node).filter {
            let reference = view.references[$0]
            return test.admits(reference) || test.admits(reference ^ 1)
          }
          let entries = narrowed.entries(of: node)
          #expect(entries.map { narrowed.neighbours[$0] } == admitted.map { view.neighbours[$0] })
          #expect(entries.map { narrowed.references[$0] } == admitted.map { view.references[$0] })
          expected += admitted.map(UInt32.init)
        }
      }
      #expect(narrowed.origins.map(Array.init) == expected)
      if expected.count < view.references.count, !expected.isEmpty { narrower += 1 }
    }
    #expect(narrower > 50)
  }

  /// Whatever was asked before, an answer is the same.
  @Test(arguments: 0..<4)
  func narrowingChangesNoAnswer(part: Int) throws {
    var random = SeededGenerator(seed: 900 + UInt64(part))
    for number in 0..<150 {
      var graph = try RandomGraph.make(&random)
      if random.chance(1, of: 4) { try RandomGraph.edit(&graph, &random) }
      guard graph.nodeCount > 0 else { continue }
      let brute = BruteForce(graph: graph)
      let view = TraversalView(graph, narrowingAfter: 0)
      let search = PathSearch(view)
      var query = RandomGraph.query(&random, in: graph)
      query.waypoints = []
      if graph.isEdited { query.filter.forgetTypes() }
      let context: Comment = "part \(part), graph \(number), \(query)"
      let expected = brute.paths(query)
      for _ in 0..<2 {
        query.selection = .anyShortest
        #expect(try search.paths(query).paths == Array(expected.prefix(1)), context)
        query.selection = .shortest(7)
        #expect(try search.paths(query).paths == Array(expected.prefix(7)), context)
      }
      let plain = TraversalView(graph)
      for limit in [nil, 1] {
        let around = Neighbourhood(
          of: query.start, depth: 2, filter: query.filter, isDirected: query.isDirected,
          limitPerType: limit)
        let part = try around.subgraph(in: plain)
        #expect(try around.subgraph(in: view) == part, context)
        for view in [plain, view] {
          #expect(try around.neighbourCount(in: view) == part.nodes.count - 1, context)
        }
      }
    }
  }

  /// Filters that were not asked for lately lose their arrays, and get them again.
  @Test func manyFiltersShareLittleMemory() throws {
    var random = SeededGenerator(seed: 12)
    let graph = try RandomGraph.withHubs(&random, nodeCount: 60, edgeCount: 200)
    let view = TraversalView(graph, narrowingAfter: 0)
    let plain = TraversalView(graph)
    for round in 0..<60 {
      let filter = TraversalFilter(
        asOf: CalendarDate(year: 1990 + round % 20, month: 6, day: 15))
      let ends = (NodeID(rawValue: 3), NodeID(rawValue: UInt32(10 + round % 7)))
      for _ in 0..<2 {
        #expect(
          try PathSearch(view).shortestPath(from: ends.0, to: ends.1, filter: filter)
            == PathSearch(plain).shortestPath(from: ends.0, to: ends.1, filter: filter))
      }
    }
  }
}
