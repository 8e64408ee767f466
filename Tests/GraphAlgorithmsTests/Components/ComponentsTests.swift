// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct ComponentsTests {
  @Test func weakAndStrong() throws {
    let made = try HandMadeGraph("a -E-> b\nb -E-> c\nc -E-> a\nc -E-> d\ne -E-> e\nd -F-> c")
    let view = TraversalView(made.graph)
    let weak = try ConnectedComponents(view)
    #expect(weak.sizes == [4, 1])
    #expect(weak.members(of: 1) == [made["e"]])
    let strong = try StrongComponents(view)
    #expect(strong.sizes == [4, 1])
    let filter = TraversalFilter(excludedEdgeTypes: ["F"])
    let without = try StrongComponents(view, filter: filter)
    #expect(without.sizes == [3, 1, 1])
    #expect(without.members(of: 0) == ["a", "b", "c"].map { made[$0] })
    #expect(without.component(of: made["d"]) == 1)
    #expect(without.component(of: NodeID(rawValue: 9)) == nil)
  }

  @Test(arguments: 0..<4)
  func nodesThatReachEachOther(part: Int) throws {
    var random = SeededGenerator(seed: 1900 + UInt64(part))
    for number in 0..<200 {
      let question = try WholeGraphQuestion(&random)
      let graph = question.graph
      let context: Comment = "part \(part), graph \(number)"
      func reached(from node: NodeID, isDirected: Bool) -> Set<NodeID> {
        var seen: Set<NodeID> = [node]
        var waiting = [node]
        while let next = waiting.popLast() {
          let found =
            isDirected
            ? question.steps(from: next, isDirected: true).map(\.node)
            : question.edges.flatMap { edge -> [NodeID] in
              let ends = [graph.source(of: edge), graph.target(of: edge)]
              return ends.contains(next) ? ends : []
            }
          for node in found where seen.insert(node).inserted { waiting.append(node) }
        }
        return seen
      }
      let weak = try ConnectedComponents(question.view, filter: question.filter)
      let strong = try StrongComponents(question.view, filter: question.filter)
      let reachable = Dictionary(
        uniqueKeysWithValues: question.nodes.map { ($0, reached(from: $0, isDirected: true)) })
      var weakNumbers: [Set<NodeID>] = []
      var strongNumbers: [Set<NodeID>] = []
      for node in question.nodes {
        let around = reached(from: node, isDirected: false)
        if !weakNumbers.contains(around) { weakNumbers.append(around) }
        #expect(weak.component(of: node) == weakNumbers.firstIndex(of: around), context)
        let mutual = (reachable[node] ?? []).filter { reachable[$0]?.contains(node) ?? false }
        if !strongNumbers.contains(mutual) { strongNumbers.append(mutual) }
        #expect(strong.component(of: node) == strongNumbers.firstIndex(of: mutual), context)
      }
      #expect(weak.sizes == weakNumbers.map(\.count), context)
      #expect(strong.sizes == strongNumbers.map(\.count), context)
      for node in graph.nodes where !question.nodes.contains(node) {
        #expect(weak.component(of: node) == nil && strong.component(of: node) == nil, context)
      }
    }
  }

  /// Sparse enough for many components beside a large one, large enough for the sampling.
  @Test func largeSparseGraphs() throws {
    var random = SeededGenerator(seed: 19)
    for edgeCount in [4_000, 12_000, 25_000] {
      var builder = GraphBuilder(order: .asAdded)
      let count: UInt32 = 20_000
      for _ in 0..<count { try builder.addNode(type: "State", key: nil) }
      let sources = (0..<edgeCount).map { _ in UInt32.random(in: 0..<count, using: &random) }
      let targets = (0..<edgeCount).map { _ in UInt32.random(in: 0..<count, using: &random) }
      try builder.addEdges(type: "E", from: sources, to: targets)
      let view = TraversalView(try builder.freeze())
      let found = try ConnectedComponents(view)
      var neighbours = [[UInt32]](repeating: [], count: Int(count))
      for (source, target) in zip(sources, targets) {
        neighbours[Int(source)].append(target)
        neighbours[Int(target)].append(source)
      }
      var numbers = [Int?](repeating: nil, count: Int(count))
      var sizes: [Int] = []
      for first in 0..<count where numbers[Int(first)] == nil {
        numbers[Int(first)] = sizes.count
        sizes.append(0)
        var waiting = [first]
        while let node = waiting.popLast() {
          sizes[sizes.count - 1] += 1
          for next in neighbours[Int(node)] where numbers[Int(next)] == nil {
            numbers[Int(next)] = sizes.count - 1
            waiting.append(next)
          }
        }
      }
      #expect(found.sizes == sizes)
      #expect((0..<count).map { found.component(of: NodeID(rawValue: $0)) } == numbers)
    }
  }

  /// A chain and a ring longer than any call stack.
  @Test func deepGraphs() throws {
    var builder = GraphBuilder(order: .asAdded)
    let count: UInt32 = 300_000
    for _ in 0..<count { try builder.addNode(type: "State", key: nil) }
    try builder.addEdges(
      type: "E", from: Array(0..<(count - 1)), to: Array(1..<count))
    var graph = try builder.freeze()
    #expect(try StrongComponents(TraversalView(graph)).count == Int(count))
    try graph.insertEdge(
      type: "E", from: NodeID(rawValue: count - 1), to: NodeID(rawValue: 0), properties: [:])
    #expect(try StrongComponents(TraversalView(graph)).sizes == [Int(count)])
  }

  @Test func budget() throws {
    let view = try KarateClub.view()
    #expect(throws: TraversalError.self) {
      try ConnectedComponents(view, budget: SearchBudget(edgeLimit: 3))
    }
    #expect(throws: TraversalError.self) {
      try StrongComponents(view, budget: SearchBudget(edgeLimit: 3))
    }
  }
}
