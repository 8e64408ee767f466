// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Functions of nodes, edges and paths")
struct GraphFunctionTests {
  private func calculator() throws -> Calculator {
    let (graph, node, edge) = try SmallGraph.make()
    let path = PathValue(nodes: [node, graph.target(of: edge)], edges: [edge])
    return Calculator(
      graph: graph,
      variables: [
        "n": .node(node), "r": .edge(edge), "p": .path(path),
        "m": .node(graph.target(of: edge)),
      ])
  }

  @Test(
    "what they say",
    arguments: [
      ("labels(n)", "['Member', 'State']"), ("type(r)", "'LEADS'"), ("keys(n)", "['name', 'num']"),
      ("keys({b: 1, a: 2})", "['a', 'b']"), ("properties(n)", "{name: 'Poland', num: 42}"),
      ("properties({a: 1})", "{a: 1}"), ("length(p)", "1"), ("size(nodes(p))", "2"),
      ("size(relationships(p))", "1"), ("key(n)", "'poland'"), ("name(n)", "'Poland'"),
      ("name(m)", "'process'"), ("labels(null)", "null"), ("nodes(null)", "null"),
      (
        "sources(n)",
        "[{key: 'treaty', locator: 'Article 2', note: null, property: 'num', published: null, publisher: null, quote: null, retrieved: null, title: 'A treaty', url: 'https://example.org/treaty'}]"
      ),
      ("sources(r)[0].title", "'A treaty'"), ("sources(r)[0].property", "null"),
      ("sources(m)", "[]"),
      ("validity(m)", "{since: '2009-04-01', until: '2019-12-31'}"),
      ("validity(n)", "{since: null, until: null}"),
      // The edge holds from 2009 on, but only while its ends exist.
      ("validity(r)", "{since: '2009-04-01', until: '2014-06-30'}"),
      ("validity(p)", "{since: '2009-04-01', until: '2014-06-30'}"),
    ])
  func values(text: String, expected: String) throws {
    #expect(try calculator().shown(text) == expected)
  }

  @Test("ends and identifiers agree with the graph")
  func ends() throws {
    let calculator = try calculator()
    #expect(try calculator("startNode(r)") == calculator("n"))
    #expect(try calculator("endNode(r)") == calculator("m"))
    #expect(try calculator("nodes(p)[1]") == calculator("m"))
    #expect(try calculator("id(n)") != calculator("id(m)"))
    #expect(try calculator("elementId(n)") != calculator("elementId(r)"))
  }

  @Test("links that never hold together have no validity")
  func never() throws {
    var builder = GraphBuilder()
    func partial(_ text: String) -> Value { PartialDate(text).map(Value.partialDate) ?? .null }
    let first = try builder.addNode(
      labels: ["A"], key: "a", properties: [("until", partial("2000"))])
    let second = try builder.addNode(
      labels: ["A"], key: "b", properties: [("since", partial("2010"))])
    _ = try builder.addEdge(type: "T", from: first, to: second)
    let graph = try builder.freeze()
    let node = try #require(graph.node(key: "a"))
    let edge = try #require(graph.edges(at: node).first)
    let path = PathValue(nodes: [node, graph.target(of: edge)], edges: [edge])
    let calculator = Calculator(graph: graph, variables: ["p": .path(path), "r": .edge(edge)])
    #expect(try calculator.shown("validity(p)") == "null")
    #expect(try calculator.shown("validity(r)") == "null")
  }

  @Test(
    "what they do not take",
    arguments: [
      ("type(0)", "type() takes an edge, not the integer '0'"),
      ("type('')", "type() takes an edge, not the string ''"),
      ("type([])", "type() takes an edge, not a list"),
      ("labels(p)", "labels() takes a node, not a path"),
      ("id(1.5)", "id() takes a node or an edge, not the float '1.5'"),
      ("properties(1)", "properties() takes a node, an edge or a map, not the integer '1'"),
      ("keys([true])", "keys() takes a node, an edge or a map, not a list"),
      ("length([])", "length() takes a path, not a list"),
      ("nodes({})", "nodes() takes a path, not a map"),
      ("startNode(true)", "startNode() takes an edge, not the boolean 'true'"),
      ("key(1)", "key() takes a node, not the integer '1'"),
      ("sources(p)", "sources() takes a node or an edge, not a path"),
      ("validity('x')", "validity() takes a node, an edge or a path, not the string 'x'"),
    ])
  func mismatches(text: String, message: String) throws {
    #expect(
      try calculator().problem(text)
        == EvaluationProblem(.typeError, .invalidArgumentValue, message))
  }
}
