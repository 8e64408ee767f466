// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Testing

@testable import ScenarioRunning

@Suite("Comparison of answers")
struct ComparisonTests {
  private func difference(
    _ expected: [[String]], _ found: [[String]], isOrdered: Bool = false,
    ignoresListOrder: Bool = false
  ) throws -> String? {
    func rows(_ texts: [[String]]) throws -> [[ScenarioValue]] {
      try texts.dropFirst().map { try $0.map { try NotationReader.value(of: $0) } }
    }
    return ExpectedRows(
      columns: expected[0], rows: try rows(expected), isOrdered: isOrdered,
      ignoresListOrder: ignoresListOrder
    ).difference(from: ScenarioAnswer(columns: found[0], rows: try rows(found)))
  }

  @Test(
    "Equal values",
    arguments: [
      ("NaN", "NaN"), ("0.0", "-0.0"), ("null", "null"), ("(:A:B)", "(:B:A)"),
      ("{a: 1, b: 2}", "{b: 2, a: 1}"),
    ])
  func equal(left: String, right: String) throws {
    #expect(try difference([["x"], [left]], [["x"], [right]]) == nil)
  }

  @Test(
    "Different values are called different",
    arguments: [
      ("1", "1.0"), ("1", "'1'"), ("null", "false"), ("[1, 2]", "[2, 1]"), ("[]", "null"),
      ("(:A)", "(:A:B)"), ("(:A {x: 1})", "(:A {x: 1.0})"), ("(:A)", "(:A {x: null})"),
      ("[:T]", "[:U]"), ("[:T]", "[:T {x: 1}]"), ("{a: 1}", "{a: 1, b: null}"),
      ("<(:A)-[:T]->(:B)>", "<(:A)<-[:T]-(:B)>"), ("<(:A)-[:T]->(:B)>", "<(:B)<-[:T]-(:A)>"),
      ("<(:A)>", "(:A)"), ("'\u{E9}'", "'e\u{301}'"), ("NaN", "Inf"),
    ])
  func different(left: String, right: String) throws {
    #expect(try difference([["x"], [left]], [["x"], [right]]) == "other values")
    #expect(try difference([["x"], [right]], [["x"], [left]]) == "other values")
  }

  @Test("Rows: order, number, repetition")
  func rows() throws {
    let rows = [["x"], ["1"], ["2"], ["2"]]
    #expect(try difference(rows, [["x"], ["2"], ["1"], ["2"]]) == nil)
    #expect(
      try difference(rows, [["x"], ["2"], ["1"], ["2"]], isOrdered: true)
        == "rows in another order")
    #expect(try difference(rows, rows, isOrdered: true) == nil)
    #expect(try difference(rows, [["x"], ["1"], ["1"], ["2"]]) == "other values")
    #expect(try difference(rows, [["x"], ["1"], ["2"]]) == "another number of rows")
    #expect(try difference([["x"]], [["y"]]) == "other columns")
    #expect(try difference([["x", "y"]], [["y", "x"]]) == "columns in another order")
  }

  @Test("The order of lists counts unless told otherwise, their members always")
  func lists() throws {
    let rows = [["x"], ["[1, [2, 3], 2]"]]
    #expect(
      try difference(rows, [["x"], ["[[3, 2], 2, 1]"]], ignoresListOrder: true) == nil)
    #expect(
      try difference(rows, [["x"], ["[[3, 2], 1, 1]"]], ignoresListOrder: true) == "other values")
  }

  @Test("Side effects are what differs between two moments")
  func sideEffects() throws {
    var graph = PropertyGraph()
    let first = try graph.insertNode(labels: ["A"], properties: ["x": .integer(1)])
    let second = try graph.insertNode(labels: ["A"])
    let edge = try graph.insertEdge(
      type: "T", from: first, to: second, properties: ["y": .integer(1)])
    let earlier = GraphContents(of: graph)
    #expect(GraphContents(of: graph).sideEffects(since: earlier) == SideEffects())
    try graph.set("x", of: first, to: .float(1))
    try graph.remove(edge)
    try graph.remove(second)
    _ = try graph.insertNode(labels: ["A", "B"])
    #expect(
      GraphContents(of: graph).sideEffects(since: earlier).description
        == "+nodes 1, -nodes 1, -relationships 1, +labels 1, +properties 1, -properties 2")
  }
}
