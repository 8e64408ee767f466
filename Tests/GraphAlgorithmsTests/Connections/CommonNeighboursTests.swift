// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct CommonNeighboursTests {
  @Test func linksAreGiven() throws {
    let made = try HandMadeGraph(
      """
      poland -SIGNED-> Agreement:treaty
      kazakhstan -SIGNED-> Agreement:treaty
      kazakhstan -NEGOTIATES-> Agreement:treaty
      Programme:bomca -COVERS-> kazakhstan
      Programme:bomca -COVERS-> tajikistan
      poland -KNOWS-> kazakhstan
      """)
    let view = TraversalView(made.graph)
    var query = CommonNeighbours(of: [made["kazakhstan"], made["poland"], made["kazakhstan"]])
    let both = try query.answer(in: view)
    #expect(both.map(\.node) == [made["treaty"]])
    #expect(both[0].links.map(\.node) == [made["kazakhstan"], made["poland"]])
    #expect(
      both[0].links[0].edges.map { made.graph.typeName(of: $0) } == ["NEGOTIATES", "SIGNED"])
    query.nodes = [made["poland"], made["kazakhstan"], made["tajikistan"]]
    #expect(try query.answer(in: view).isEmpty)
    query.minimum = 2
    #expect(try query.answer(in: view).map(\.node) == [made["treaty"], made["bomca"]])
    query.filter.allowedEdgeTypes = ["COVERS"]
    #expect(try query.answer(in: view).map(\.node) == [made["bomca"]])
    query.isDirected = true
    #expect(try query.answer(in: view).isEmpty)
    query.minimum = 4
    #expect(
      throws: AlgorithmError.parameterOutOfRange(name: "minimum", value: "4", expected: "1 to 3")
    ) { try query.answer(in: view) }
    query.nodes = []
    #expect(throws: AlgorithmError.noNodes) { try query.answer(in: view) }
    query = CommonNeighbours(
      of: [made["poland"]], filter: TraversalFilter(avoidedNodes: [made["poland"]]))
    #expect(throws: AlgorithmError.traversal(.avoidedEnd("poland"))) {
      try query.answer(in: view)
    }
  }

  @Test(arguments: 0..<4)
  func everyNodeIsTried(part: Int) throws {
    var random = SeededGenerator(seed: 3300 + UInt64(part))
    var found = 0
    for number in 0..<200 {
      let graph = try RandomGraph.make(&random)
      let brute = BruteForce(graph: graph)
      let count = Int.random(in: 1...3, using: &random)
      let asked = Array(Array(graph.nodes).shuffled(using: &random).prefix(count))
      let filter = RandomGraph.filter(&random, in: graph, sparing: asked)
      let isDirected = random.chance(1, of: 3)
      let minimum = random.chance(1, of: 2) ? nil : Int.random(in: 1...asked.count, using: &random)
      let answer = try CommonNeighbours(
        of: asked, filter: filter, isDirected: isDirected, minimum: minimum
      ).answer(in: TraversalView(graph))
      var expected: [CommonNeighbours.Neighbour] = []
      for node in graph.nodes where !asked.contains(node) && brute.admits(node, filter) {
        let links = asked.compactMap { own -> CommonNeighbours.Link? in
          let edges = Set(
            brute.steps(from: own, filter, isDirected: isDirected)
              .filter { $0.node == node }.map(\.step.edge))
          return edges.isEmpty ? nil : .init(node: own, edges: edges.sorted())
        }
        if links.count >= minimum ?? asked.count {
          expected.append(.init(node: node, links: links))
        }
      }
      #expect(answer == expected, "part \(part), graph \(number)")
      found += expected.count
    }
    #expect(found > 50)
  }
}
