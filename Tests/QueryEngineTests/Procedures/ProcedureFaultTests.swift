// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

/// What is wrong with a call is said with its place, and the budget of the run is that of the
/// search.
@Suite("Faults of calls")
struct ProcedureFaultTests {
  private func expect(
    _ text: String, at place: String, _ message: String, on graph: PropertyGraph
  ) throws {
    let error = try #require(throws: QueryError.self) { try graph.query(text) }
    #expect(error.faults[0].message == message)
    let span = try #require(error.faults[0].span)
    let bytes = Array(text.utf8)[Int(span.lower)..<Int(span.upper)]
    #expect(String(decoding: bytes, as: UTF8.self) == place)
  }

  @Test("options")
  func options() throws {
    let graph = try drawnGraph()
    try expect(
      "CALL entente.pagerank({typs: 'BACKS'})", at: "{typs: 'BACKS'}",
      "entente.pagerank() knows no option 'typs'; did you mean 'types'?", on: graph)
    try expect(
      "CALL entente.kcore({x: 1})", at: "{x: 1}",
      "entente.kcore() knows no option 'x'; there are types, exceptTypes, labels, exceptLabels, "
        + "avoid, asOf", on: graph)
    try expect(
      "CALL entente.pagerank({types: ['BACK']})", at: "{types: ['BACK']}",
      "entente.pagerank(): no edge type is called 'BACK'; did you mean 'BACKS'?", on: graph)
    try expect(
      "CALL entente.pagerank({labels: ['Stat']})", at: "{labels: ['Stat']}",
      "entente.pagerank(): no node type or label is called 'Stat'; did you mean 'State'?",
      on: graph)
    try expect(
      "CALL entente.pagerank({types: [1]})", at: "{types: [1]}",
      "the option 'types' of entente.pagerank() takes a list of strings, not the integer '1'",
      on: graph)
    try expect(
      "CALL entente.pagerank({directed: 1})", at: "{directed: 1}",
      "the option 'directed' of entente.pagerank() takes true or false, not the integer '1'",
      on: graph)
    try expect(
      "CALL entente.pagerank({damping: 1})", at: "{damping: 1}",
      "entente.pagerank(): damping must be at least 0 and less than 1, not 1.0", on: graph)
    try expect(
      "CALL entente.degree({asOf: 'soon'})", at: "{asOf: 'soon'}",
      "the option 'asOf' of entente.degree() takes a day, not the string 'soon'", on: graph)
    try expect(
      "CALL entente.communities({seed: -1})", at: "{seed: -1}",
      "the option 'seed' of entente.communities() takes an integer from 0 up, not the integer '-1'",
      on: graph)
    try expect(
      "CALL entente.kcore({avoid: ['n1']})", at: "{avoid: ['n1']}",
      "the option 'avoid' of entente.kcore() takes a list of nodes, not the string 'n1'",
      on: graph)
    #expect(try graph.query("CALL entente.kcore({types: null})").rows.count == 40)
  }

  @Test("arguments")
  func arguments() throws {
    let graph = try drawnGraph()
    try expect(
      "CALL entente.kcore(1)", at: "1", "'entente.kcore' takes a map, got an integer", on: graph)
    try expect(
      "CALL entente.neighbourhood()", at: "CALL entente.neighbourhood()",
      "'entente.neighbourhood' takes 1 to 3 arguments, got 0", on: graph)
    try expect(
      "MATCH (n) CALL entente.neighbourhood(n, -1) YIELD node RETURN node", at: "-1",
      "entente.neighbourhood() takes a depth from 0 up, not the integer '-1'", on: graph)
    try expect(
      "OPTIONAL MATCH (n:Nobody) CALL entente.neighbourhood(n) YIELD node RETURN node", at: "n",
      "entente.neighbourhood() takes a node, not null", on: graph)
    try expect(
      "CALL entente.connect([1])", at: "[1]",
      "entente.connect() takes a list of nodes, not the integer '1'", on: graph)
    try expect(
      "CALL entente.connect([])", at: "[]", "entente.connect(): the question names no node",
      on: graph)
    try expect(
      "MATCH (n) WHERE key(n) = 'n1' WITH [n] AS list CALL entente.commonNeighbours(list, "
        + "{minimum: 2}) YIELD node RETURN node", at: "{minimum: 2}",
      "entente.commonNeighbours(): minimum must be 1 to 1, not 2", on: graph)
  }

  @Test("a node that the query deleted is no node to begin from")
  func deleted() throws {
    var graph = try drawnGraph()
    let error = try #require(throws: QueryError.self) {
      try graph.execute(
        "MATCH (n) WHERE key(n) = 'n7' DETACH DELETE n WITH n "
          + "CALL entente.neighbourhood(n) YIELD node RETURN node")
    }
    #expect(error.faults[0].detail == .deletedEntityAccess)
  }

  @Test(
    "the search has the budget of the run",
    arguments: [
      "pagerank", "betweenness", "closeness", "degree", "kcore", "components", "communities",
    ])
  func budget(_ name: String) throws {
    let graph = try drawnGraph()
    func detail(_ limits: QueryLimits) -> QueryFault.Detail? {
      do {
        _ = try graph.query("CALL entente.\(name)()", limits: limits)
        return nil
      } catch {
        return error.faults[0].detail
      }
    }
    #expect(detail(QueryLimits(work: 60)) == .workLimit)
    #expect(detail(QueryLimits(isCancelled: { true })) == .interrupted)
    #expect(detail(QueryLimits(time: .nanoseconds(1))) == .deadline)
    #expect(detail(QueryLimits(memory: 2000)) == .memoryLimit)
  }
}
