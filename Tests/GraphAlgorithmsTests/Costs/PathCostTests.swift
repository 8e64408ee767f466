// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct PathCostTests {
  @Test(arguments: [
    ("3", 3_000_000), ("0", 0), ("0.5", 500_000), ("4.584963", 4_584_963),
    ("12.000001", 12_000_001),
    ("-2.25", -2_250_000),
  ])
  func textBothWays(text: String, millionths: Int64) throws {
    let cost = try #require(PathCost(text))
    #expect(cost.millionths == millionths)
    #expect(cost.description == text)
  }

  @Test(arguments: ["", ".", "-", "1.2.3", "1.0000001", "1e3", "+1", "99999999999999999999", " 1"])
  func noCost(text: String) { #expect(PathCost(text) == nil) }

  @Test func otherSpellings() {
    #expect(PathCost(".5") == 0.5)
    #expect(PathCost("5.") == 5)
    #expect(PathCost(rounding: 0.0000005)?.millionths == 1)
    #expect(PathCost(rounding: .nan) == nil)
    #expect(PathCost(rounding: 1e18) == nil)
    #expect(PathCost(Int.max) == nil)
    let literal: PathCost = 9_223_372_036_854_775_807
    #expect(literal.millionths == .max)
  }

  /// Against the floating-point logarithm, which is good to fifteen digits.
  @Test func specificityIsTheLogarithm() throws {
    var random = SeededGenerator(seed: 3)
    for degree in Array(1...40) + (0..<20).map({ _ in Int.random(in: 41...600, using: &random) }) {
      var builder = GraphBuilder()
      let hub = try builder.addNode(type: "State", key: "hub")
      for number in 0..<degree {
        let leaf = try builder.addNode(type: "State", key: "n\(number)")
        try builder.addEdge(type: "E", from: leaf, to: hub)
      }
      let graph = try builder.freeze()
      guard degree > 1, let first = graph.node(key: "n0"), let second = graph.node(key: "n1") else {
        continue
      }
      let cost = try PathSearch(TraversalView(graph)).cost(
        from: first, to: second, by: .specificity)
      let expected = 2 + log2(Double(degree))
      let got = try #require(cost)
      #expect(got.millionths == Int64((expected * 1_000_000).rounded()), "degree \(degree)")
    }
  }

  /// Tenths that floating point cannot hold add up exactly, in whatever order.
  @Test func sumsAreExact() throws {
    var builder = GraphBuilder()
    let handles = try (0...10).map { try builder.addNode(type: "State", key: "n\($0)") }
    for place in 0..<10 {
      try builder.addEdge(
        type: "E", from: handles[place], to: handles[place + 1],
        properties: [("price", .float(0.1))])
    }
    let graph = try builder.freeze()
    let search = PathSearch(TraversalView(graph))
    let ends = (try #require(graph.node(key: "n0")), try #require(graph.node(key: "n10")))
    #expect(try search.cost(from: ends.0, to: ends.1, by: .property("price")) == 1)
    #expect(
      try search.cost(from: ends.0, to: ends.1, by: 0.1 * .property("price") + 3 * .hops) == 30.1)
  }
}
