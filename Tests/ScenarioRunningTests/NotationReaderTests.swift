// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Testing

@testable import ScenarioRunning

@Suite("Notation of values")
struct NotationReaderTests {
  @Test(
    "Plain values",
    arguments: [
      ("null", .null), (" true ", .boolean(true)), ("-12", .integer(-12)),
      ("9223372036854775807", .integer(.max)), ("1.0", .float(ScenarioFloat(1))),
      ("-1e-305", .float(ScenarioFloat(-1e-305))), ("1E3", .float(ScenarioFloat(1000))),
      (".5", .float(ScenarioFloat(0.5))), ("NaN", .float(ScenarioFloat(.nan))),
      ("Inf", .float(ScenarioFloat(.infinity))), ("-Inf", .float(ScenarioFloat(-.infinity))),
      ("''", .string("")), (#"'it\'s'"#, .string("it's")), (#"'a\\b'"#, .string(#"a\b"#)),
      (#"'\n'"#, .string(#"\n"#)), ("'(:A)'", .string("(:A)")),
      ("[]", .list([])), ("[1, [null], 'a']", .list([.integer(1), .list([.null]), .string("a")])),
      ("{}", .map([:])),
      ("{a: 1, `b c`: {d: []}}", .map(["a": .integer(1), "b c": .map(["d": .list([])])])),
    ] as [(String, ScenarioValue)])
  func plain(text: String, value: ScenarioValue) throws {
    #expect(try NotationReader.value(of: text) == value)
  }

  @Test("Nodes, edges and paths")
  func graphs() throws {
    let node = ScenarioNode(labels: ["A", "B"], properties: ["x": .integer(1)])
    #expect(try NotationReader.value(of: "(:B:A {x: 1})") == .node(node))
    #expect(
      try NotationReader.value(of: "( {x: 1} )")
        == .node(ScenarioNode(labels: [], properties: ["x": .integer(1)])))
    let edge = ScenarioEdge(type: "T", properties: ["s": .string("]")])
    #expect(try NotationReader.value(of: "[:T {s: ']'}]") == .edge(edge))
    #expect(try NotationReader.value(of: "[[:T {s: ']'}]]") == .list([.edge(edge)]))
    let empty = ScenarioNode(labels: [], properties: [:])
    #expect(try NotationReader.value(of: "<()>") == .path(ScenarioPath(start: empty, steps: [])))
    #expect(
      try NotationReader.value(of: "<(:A:B {x: 1})-[:T {s: ']'}]->()<-[:T {s: ']'}]-()>")
        == .path(
          ScenarioPath(
            start: node,
            steps: [
              .init(edge: edge, isForward: true, node: empty),
              .init(edge: edge, isForward: false, node: empty),
            ])))
  }

  @Test(
    "The text of a value reads as the same value",
    arguments: [
      "[1, 1.0, NaN, -Inf, 'it\\'s \\\\', null, true]", "{a: {b: []}}", "(:A:B {x: 1})",
      "[[:T], [:T {x: 1}]]", "<(:A)-[:T]->()<-[:U {x: 1}]-({y: 2})>",
    ])
  func roundTrip(text: String) throws {
    #expect(try NotationReader.value(of: text).description == text)
  }

  @Test(
    "What is no value is refused",
    arguments: [
      "", "1 2", "'a", "[1", "{a 1}", "(:A", "[:T", "<(:A)-[:T]-(:B)>", "nul", "1.2.3",
      "9223372036854775808", "--1",
    ])
  func mistakes(text: String) {
    #expect(throws: NotationError.self) { try NotationReader.value(of: text) }
  }

  @Test("Values of a graph")
  func observed() throws {
    var graph = PropertyGraph()
    let first = try graph.insertNode(labels: ["B", "A"], properties: ["x": .integer(1)])
    let second = try graph.insertNode(labels: [])
    let edge = try graph.insertEdge(type: "T", from: first, to: second)
    #expect(ScenarioValue(.node(first), in: graph).description == "(:A:B {x: 1})")
    #expect(ScenarioValue(.edge(edge), in: graph).description == "[:T]")
    let path = PathValue(nodes: [second, first, second], edges: [edge, edge])
    #expect(
      ScenarioValue(.path(path), in: graph).description
        == "<()<-[:T]-(:A:B {x: 1})-[:T]->()>")
    let day = try #require(CalendarDate(year: 2015, month: 7, day: 21))
    #expect(ScenarioValue(.list([.date(day)]), in: graph).description == "['2015-07-21']")
  }
}
