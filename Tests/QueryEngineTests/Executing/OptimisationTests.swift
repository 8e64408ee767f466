// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine
import Testing

/// Random graphs and patterns: with and without optimisation, at rest and edited, the rows are the
/// same.
@Suite struct OptimisationTests {
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  private func graphs(_ dice: inout Dice) throws -> (atRest: PropertyGraph, edited: PropertyGraph) {
    var builder = GraphBuilder()
    var edited = PropertyGraph()
    let count = 3 + dice.roll(5)
    var handles: [NodeHandle] = []
    var nodes: [NodeID] = []
    for _ in 0..<count {
      let labels = [["A"], ["B"], ["A", "B"], []][dice.roll(4)]
      let properties: [String: Value] = ["x": .integer(Int64(dice.roll(3)))]
      handles.append(
        try builder.addNode(labels: labels, properties: properties.map { ($0.key, $0.value) }))
      nodes.append(try edited.insertNode(labels: labels, properties: properties))
    }
    for _ in 0..<dice.roll(2 * count + 1) {
      let (from, to) = (dice.roll(count), dice.roll(count))
      let type = ["R", "S"][dice.roll(2)]
      _ = try builder.addEdge(type: type, from: handles[from], to: handles[to])
      try edited.insertEdge(type: type, from: nodes[from], to: nodes[to])
    }
    return (try builder.freeze(), edited)
  }

  private func pattern(_ dice: inout Dice) -> String {
    let names = ["a", "b", "c", "d"]
    func node(_ dice: inout Dice) -> String {
      "(\(names[dice.roll(4)])\(["", ":A", ":B", " {x: 1}"][dice.roll(4)]))"
    }
    func edge(_ dice: inout Dice) -> String {
      let inner = ["", "[:R]", "[:S]", "[:R|S]", "[*1..2]", "[:R*0..2]"][dice.roll(6)]
      return ["-\(inner)->", "<-\(inner)-", "-\(inner)-"][dice.roll(3)]
    }
    var paths: [String] = []
    for _ in 0...dice.roll(2) {
      var path = node(&dice)
      for _ in 0..<dice.roll(3) { path += edge(&dice) + node(&dice) }
      paths.append(path)
    }
    return paths.joined(separator: ", ")
  }

  private func rows(_ text: String, _ graph: PropertyGraph, _ isOptimised: Bool) throws -> [String]
  {
    try PreparedQuery(text, for: graph, options: PlanningOptions(isOptimised: isOptimised))
      .run(on: graph).rows.map { "\($0)" }.sorted()
  }

  @Test(arguments: 0..<150)
  func sameRows(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 17)
    let (atRest, edited) = try graphs(&dice)
    let first = pattern(&dice)
    let second = pattern(&dice)
    let condition = ["", " WHERE a.x = 1", " WHERE a.x < 2 OR a:A"][
      first.contains("(a") ? dice.roll(3) : 0]
    let columns = ["a", "b", "c", "d"].filter { (first + second).contains("(\($0)") }
      .map { "\($0).x, labels(\($0))" }.joined(separator: ", ")
    let text =
      "MATCH \(first)\(condition) OPTIONAL MATCH \(second) RETURN \(columns), count(*)"
    let expected = try rows(text, atRest, false)
    #expect(try rows(text, atRest, true) == expected, "\(text)")
    #expect(try rows(text, edited, false) == expected, "\(text)")
    #expect(try rows(text, edited, true) == expected, "\(text)")
  }
}
