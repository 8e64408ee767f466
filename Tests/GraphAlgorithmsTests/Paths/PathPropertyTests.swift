// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

/// Random small graphs and questions against a listing of all simple paths.
struct PathPropertyTests {
  @Test(arguments: 0..<8)
  func everyAnswerIsTheListedOne(part: Int) throws {
    var random = SeededGenerator(seed: 1000 + UInt64(part))
    var nonEmpty = 0
    for number in 0..<400 {
      let graph = try RandomGraph.make(&random)
      let search = PathSearch(TraversalView(graph))
      let brute = BruteForce(graph: graph)
      for _ in 0..<4 {
        var query = RandomGraph.query(&random, in: graph)
        let expected = brute.paths(query)
        if expected.count > 1 { nonEmpty += 1 }
        let shortest = expected.filter { $0.hops == expected[0].hops }
        let context: Comment = "part \(part), graph \(number), \(query)"

        query.selection = .anyShortest
        #expect(try search.paths(query).paths == Array(expected.prefix(1)), context)

        query.selection = .allShortest(limit: 10_000)
        let all = try search.paths(query)
        #expect(all.paths == shortest, context)
        #expect(all.total == PathCount(UInt64(shortest.count)), context)
        query.selection = .allShortest(limit: 2)
        #expect(try search.paths(query).paths == Array(shortest.prefix(2)), context)

        let count = [1, 2, 3, 5, 10_000].randomElement(using: &random) ?? 1
        query.selection = .shortest(count)
        let some = try search.paths(query)
        #expect(some.paths == Array(expected.prefix(count)), context)
        if count > expected.count {
          #expect(some.total == PathCount(UInt64(expected.count)), context)
        }
      }
    }
    #expect(nonEmpty > 300)
  }

  /// Denser, so that many candidates of one length compete and the heap is cut.
  @Test func thousandsOfPathsInOrder() throws {
    var random = SeededGenerator(seed: 77)
    for _ in 0..<4 {
      var builder = GraphBuilder()
      let handles = try (0..<7).map { try builder.addNode(type: "State", key: "n\($0)") }
      for source in 0..<7 {
        for target in 0..<7 where source != target && random.chance(4, of: 5) {
          try builder.addEdge(
            type: RandomGraph.edgeTypes.randomElement(using: &random) ?? "",
            from: handles[source], to: handles[target])
        }
      }
      let graph = try builder.freeze()
      let query = PathQuery(from: NodeID(rawValue: 0), to: NodeID(rawValue: 6))
      let expected = BruteForce(graph: graph).paths(query)
      #expect(expected.count > 1000)
      let search = PathSearch(TraversalView(graph))
      for count in [7, 150, 999, 10_000] {
        var query = query
        query.selection = .shortest(count)
        #expect(try search.paths(query).paths == Array(expected.prefix(count)))
      }
    }
  }

  /// The joint interval, day by day.
  @Test func jointIntervalIsTheSetOfCommonDays() throws {
    var random = SeededGenerator(seed: 5)
    var neverTogether = 0
    for _ in 0..<300 {
      let graph = try RandomGraph.make(&random, isDated: true)
      let brute = BruteForce(graph: graph)
      let query = RandomGraph.query(&random, in: graph)
      for path in brute.paths(query).prefix(5) {
        let validity = path.validity(in: graph)
        if validity.interval == nil { neverTogether += 1 }
        for year in 1998...2010 {
          for (month, day) in [(1, 1), (7, 1), (12, 31)] {
            let date = try #require(CalendarDate(year: year, month: month, day: day))
            let holds =
              path.nodes.allSatisfy { brute.exists($0, on: date) }
              && path.steps.allSatisfy { brute.holds($0.edge, on: date) }
            #expect((validity.interval?.contains(date) ?? false) == holds)
          }
        }
        for (place, step) in path.steps.enumerated() {
          let starts: [Value?] = [
            graph.value(of: step.edge, named: "since"),
            graph.value(of: graph.source(of: step.edge), named: "since"),
            graph.value(of: graph.target(of: step.edge), named: "since"),
          ]
          let isUnknown = starts.allSatisfy { $0 == nil }
          #expect(validity.stepsWithUnknownStart.contains(place) == isUnknown)
        }
      }
    }
    #expect(neverTogether > 5)
  }
}
