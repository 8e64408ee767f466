// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct DegreeAndCoreTests {
  @Test func karateClub() throws {
    let view = try KarateClub.view()
    let cores = try CoreNumbers(view)
    #expect(cores.greatest == 4)
    #expect(
      cores.members(ofCore: 4) == [1, 2, 3, 4, 8, 9, 14, 31, 33, 34].map(KarateClub.member))
    #expect(cores.numbers[KarateClub.member(12)] == 1)
    #expect(cores.numbers.values.count { $0 == 2 } == 11)
    let degrees = try DegreeCounts(view)
    #expect(degrees.both.ranked(limit: 2).map(\.score) == [17, 16])
    #expect(
      degrees.byType(of: KarateClub.member(3)) == [
        .init(type: "KNOWS", outgoing: 8, incoming: 2)
      ])
  }

  @Test(arguments: 0..<4)
  func countsAndCores(part: Int) throws {
    var random = SeededGenerator(seed: 800 + UInt64(part))
    for number in 0..<150 {
      let question = try WholeGraphQuestion(&random)
      let graph = question.graph
      let context: Comment = "part \(part), graph \(number)"
      let degrees = try DegreeCounts(question.view, filter: question.filter)
      let cores = try CoreNumbers(question.view, filter: question.filter)
      #expect(degrees.both.nodes == question.nodes, context)
      var neighbours: [NodeID: Set<NodeID>] = [:]
      for edge in question.edges {
        let (source, target) = (graph.source(of: edge), graph.target(of: edge))
        guard source != target else { continue }
        neighbours[source, default: []].insert(target)
        neighbours[target, default: []].insert(source)
      }
      for node in question.nodes {
        let out = question.edges.filter { graph.source(of: $0) == node }
        let into = question.edges.filter { graph.target(of: $0) == node }
        #expect(degrees.outgoing[node] == out.count, context)
        #expect(degrees.incoming[node] == into.count, context)
        #expect(degrees.both[node] == out.count + into.count, context)
        #expect(degrees.neighbours[node] == neighbours[node]?.count ?? 0, context)
        let types = Set((out + into).map { graph.typeName(of: $0) }).sorted()
        #expect(
          degrees.byType(of: node)
            == types.map { type in
              .init(
                type: type, outgoing: out.count { graph.typeName(of: $0) == type },
                incoming: into.count { graph.typeName(of: $0) == type })
            }, context)
        #expect(cores.numbers[node] == core(of: node, question.nodes, neighbours), context)
      }
      for node in graph.nodes where !question.nodes.contains(node) {
        #expect(degrees.both[node] == nil && cores.numbers[node] == nil, context)
      }
    }
  }

  /// The greatest k for which the node stays when all with fewer than k neighbours go.
  private func core(of node: NodeID, _ nodes: [NodeID], _ neighbours: [NodeID: Set<NodeID>]) -> Int
  {
    var number = 0
    while true {
      var left = Set(nodes)
      while let weak = left.first(where: {
        (neighbours[$0] ?? []).intersection(left).count <= number
      }) {
        left.remove(weak)
      }
      if !left.contains(node) { return number }
      number += 1
    }
  }
}
