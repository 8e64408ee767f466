// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Parts of values")
struct AccessTests {
  @Test(
    "members and slices of lists, entries of maps",
    arguments: [
      ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][3]", "null"),
      ("[1, 2, 3][-4]", "null"), ("[[1]][0][0]", "1"), ("[1][null]", "null"), ("null[0]", "null"),
      ("[1][9223372036854775807]", "null"), ("[1][-9223372036854775808]", "null"),
      ("[1, 2, 3, 4, 5][1..3]", "[2, 3]"), ("[1, 2, 3][1..]", "[2, 3]"),
      ("[1, 2, 3][..2]", "[1, 2]"), ("[1, 2, 3][0..1]", "[1]"), ("[1, 2, 3][0..0]", "[]"),
      ("[1, 2, 3][-3..-1]", "[1, 2]"), ("[1, 2, 3][3..1]", "[]"), ("[1, 2, 3][-5..5]", "[1, 2, 3]"),
      ("[1, 2, 3][null..null]", "null"), ("[1, 2, 3][1..null]", "null"),
      ("[1, 2, 3][null..]", "null"), ("[1, 2, 3][..null]", "null"), ("null[1..2]", "null"),
      ("{existing: 42, notMissing: null}.existing", "42"),
      ("{existing: 42, notMissing: null}.notMissing", "null"), ("{existing: 42}.missing", "null"),
      ("{name: 'Mats', Name: 'Pontus'}.Name", "'Pontus'"), ("{name: 'Mats'}['name']", "'Mats'"),
      ("{name: 'Mats'}['nAMe']", "null"), ("{name: 'Mats'}[null]", "null"), ("null['x']", "null"),
      ("null.x", "null"),
    ])
  func parts(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test(
    "what has no parts of this kind",
    arguments: [
      (
        "{name: 'Apa'}[0]", .mapElementAccessByNonString,
        "a map is asked for the integer '0'; its entries are found by strings"
      ),
      (
        "{name: 'Apa'}[12.3]", .mapElementAccessByNonString,
        "a map is asked for the float '12.3'; its entries are found by strings"
      ),
      (
        "[1]['1']", .listElementAccessByNonInteger,
        "a list is asked for the string '1'; its members are found by integers"
      ),
      (
        "[1][true]", .listElementAccessByNonInteger,
        "a list is asked for the boolean 'true'; its members are found by integers"
      ),
      (
        "[1][1.5..]", .listElementAccessByNonInteger,
        "a list is asked for the float '1.5'; its members are found by integers"
      ),
      (
        "123[0]", .invalidArgumentType,
        "the integer '123' has no elements; lists, maps, nodes and edges have"
      ),
      (
        "'abc'[0..1]", .invalidArgumentType,
        "the string 'abc' has no elements; lists, maps, nodes and edges have"
      ),
      (
        "'string'.num", .invalidArgumentType,
        "the string 'string' has no property 'num'; nodes, edges, maps, dates, times and durations have properties"
      ),
      (
        "[123, true].num", .invalidArgumentType,
        "a list has no property 'num'; nodes, edges, maps, dates, times and durations have properties"
      ),
    ] as [(String, QueryFault.Detail, String)])
  func mismatches(text: String, detail: QueryFault.Detail, message: String) {
    #expect(Calculator().problem(text) == EvaluationProblem(.typeError, detail, message))
  }

  @Test("nodes and edges, also by a name that is worked out")
  func elements() throws {
    let (graph, node, edge) = try SmallGraph.make()
    let calculator = Calculator(graph: graph, variables: ["n": .node(node), "r": .edge(edge)])
    #expect(try calculator.shown("n.num") == "42")
    #expect(try calculator.shown("n['num']") == "42")
    #expect(try calculator.shown("n.missing") == "null")
    #expect(try calculator.shown("r['since']") == "'2009'")
    #expect(
      calculator.problem("n[1]")
        == EvaluationProblem(
          .typeError, .mapElementAccessByNonString,
          "the node '(#\(node.rawValue))' is asked for the integer '1'; its entries are found by strings"
        ))
  }

  @Test("what is deleted has no properties and no labels")
  func deleted() throws {
    var (graph, node, edge) = try SmallGraph.make()
    try graph.remove(edge)
    _ = try graph.remove(node)
    let calculator = Calculator(graph: graph, variables: ["n": .node(node), "r": .edge(edge)])
    let message = "the node is deleted, and so are its properties and labels"
    for text in ["n.num", "n['num']", "labels(n)", "properties(n)", "keys(n)", "key(n)"] {
      #expect(
        calculator.problem(text)
          == EvaluationProblem(.entityNotFound, .deletedEntityAccess, message), "\(text)")
    }
    #expect(calculator.problem("r.since")?.detail == .deletedEntityAccess)
    #expect(try calculator.shown("type(r)") == "'LEADS'")
  }
}
