// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct HopSearchTests {
  @Test(arguments: 0..<4)
  func distancesOfEveryPair(part: Int) throws {
    var random = SeededGenerator(seed: 4100 + UInt64(part))
    for number in 0..<120 {
      let question = try WholeGraphQuestion(&random)
      let search = try HopSearch(
        question.view, filter: question.filter, isDirected: question.isDirected,
        threadCount: Int.random(in: 1...3, using: &random))
      let closeness = try Closeness(
        in: question.view, filter: question.filter, isDirected: question.isDirected
      ).scores
      let context: Comment = "part \(part), graph \(number)"
      #expect(closeness.nodes == question.nodes, context)
      for start in question.graph.nodes {
        let found = try search.distances(from: start)
        var expected: [NodeID: Int] = [:]
        if question.nodes.contains(start) { expected[start] = 0 }
        var order = Array(expected.keys)
        while let node = order.first {
          order.removeFirst()
          for (_, next) in question.steps(from: node, isDirected: question.isDirected)
          where expected[next] == nil {
            expected[next] = (expected[node] ?? 0) + 1
            order.append(next)
          }
        }
        for node in question.graph.nodes { #expect(found[node] == expected[node], context) }
        #expect(found.reachedCount == expected.count, context)
        #expect(found.greatest == expected.values.max(), context)
        for (distance, count) in found.counts.enumerated() {
          let nodes = expected.filter { $0.value == distance }.keys.sorted()
          #expect(found.nodes(at: distance) == nodes && nodes.count == count, context)
        }
        guard question.nodes.contains(start) else { continue }
        let sum = expected.values.filter { $0 > 0 }.sorted().reduce(0.0) { $0 + 1 / Double($1) }
        let mean = question.nodes.count > 1 ? sum / Double(question.nodes.count - 1) : 0
        #expect(abs((closeness[start] ?? -1) - mean) < 1e-12, context)
      }
    }
  }

  /// Large enough that nodes look back, with hubs, and directed both ways round.
  @Test func largeGraphs() throws {
    var random = SeededGenerator(seed: 42)
    for (isDirected, edgeCount) in [(false, 90_000), (true, 120_000), (false, 30_000)] {
      var builder = GraphBuilder(order: .asAdded)
      let count: UInt32 = 40_001
      for _ in 0..<count { try builder.addNode(type: "State", key: nil) }
      let sources = (0..<edgeCount).map { _ in UInt32.random(in: 0..<count, using: &random) }
      let targets = (0..<edgeCount).map { number in
        let draw = UInt32.random(in: 0..<count, using: &random)
        return number % 4 == 0 ? draw % 40 : draw
      }
      try builder.addEdges(type: "E", from: sources, to: targets)
      let view = TraversalView(try builder.freeze())
      var neighbours = [[UInt32]](repeating: [], count: Int(count))
      for (source, target) in zip(sources, targets) {
        neighbours[Int(source)].append(target)
        if !isDirected { neighbours[Int(target)].append(source) }
      }
      for threadCount in [1, 2, 5] {
        let search = try HopSearch(view, isDirected: isDirected, threadCount: threadCount)
        for start: UInt32 in [3, 20_000, 40_000] {
          var expected = [Int?](repeating: nil, count: Int(count))
          expected[Int(start)] = 0
          var order = [start]
          var place = 0
          while place < order.count {
            let node = Int(order[place])
            place += 1
            for next in neighbours[node] where expected[Int(next)] == nil {
              expected[Int(next)] = (expected[node] ?? 0) + 1
              order.append(next)
            }
          }
          let found = try search.distances(from: NodeID(rawValue: start))
          #expect((0..<count).map { found[NodeID(rawValue: $0)] } == expected)
          #expect(found.reachedCount == order.count)
        }
      }
    }
  }

  @Test func refusals() throws {
    let view = try KarateClub.view()
    #expect(
      throws: AlgorithmError.parameterOutOfRange(
        name: "threadCount", value: "0", expected: "1 to 64")
    ) { try HopSearch(view, threadCount: 0) }
    let search = try HopSearch(view, budget: SearchBudget(edgeLimit: 20))
    #expect(throws: TraversalError.self) { try search.distances(from: KarateClub.member(1)) }
    #expect(throws: TraversalError.unknownNode(NodeID(rawValue: 34))) {
      try search.distances(from: KarateClub.member(35))
    }
  }
}
