// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import Testing

/// Wrong answers that other graph tools have given to questions like these.
struct KnownWrongAnswersTests {
  private func texts(_ made: HandMadeGraph, _ query: PathQuery) throws -> [String] {
    try PathSearch(TraversalView(made.graph)).paths(query).paths.map(made.text)
  }

  /// A filter applied to the one shortest path, after the search, finds nothing here.
  @Test func filterAppliedAfterTheSearch() throws {
    let made = try HandMadeGraph(
      """
      rome -FLIGHT-> paris
      paris -FLIGHT-> dublin
      rome -FLIGHT-> vienna
      vienna -FLIGHT-> berlin
      berlin -FLIGHT-> dublin
      """)
    var query = PathQuery(from: made["rome"], to: made["dublin"])
    query.filter.avoidedNodes = [made["paris"]]
    #expect(
      try texts(made, query) == ["rome -FLIGHT-> vienna -FLIGHT-> berlin -FLIGHT-> dublin"])
  }

  /// The same with types of inner nodes, for all shortest paths and for k of them.
  @Test func nodeFilterIgnoredByShortest() throws {
    let made = try HandMadeGraph(
      """
      poland -MEMBER_OF-> StateGroup:eu
      StateGroup:eu -FUNDS-> Programme:bomca
      poland -LEADS-> Dialogue:prague
      Dialogue:prague -INCLUDES-> Agreement:pact
      Agreement:pact -NAMES-> Programme:bomca
      """)
    var query = PathQuery(from: made["poland"], to: made["bomca"])
    query.filter.excludedNodeTypes = ["StateGroup"]
    let only = ["poland -LEADS-> prague -INCLUDES-> pact -NAMES-> bomca"]
    for selection in [PathQuery.Selection.anyShortest, .allShortest(limit: 9), .shortest(9)] {
      query.selection = selection
      #expect(try texts(made, query) == only)
    }
  }

  /// A date checked on the path found, not on the way, loses the path that held.
  @Test func dateAppliedAfterTheSearch() throws {
    let made = try HandMadeGraph(
      """
      a -COVERS 2001..2005-> b
      a -COVERS 2010..-> c
      c -COVERS 2010..-> d
      d -COVERS 2010..-> b
      """)
    var query = PathQuery(from: made["a"], to: made["b"])
    query.filter.asOf = CalendarDate(year: 2012, month: 1, day: 1)
    #expect(try texts(made, query) == ["a -COVERS-> c -COVERS-> d -COVERS-> b"])
  }

  /// Yen's algorithm on nodes takes parallel edges for one path.
  @Test func yenWithoutEdgeIdentity() throws {
    let made = try HandMadeGraph(
      """
      a -COVERS-> b
      a -COVERS-> b
      a -FUNDS-> b
      b -COVERS-> c
      c -COVERS-> b
      """)
    let query = PathQuery(from: made["a"], to: made["c"], selection: .shortest(100))
    let paths = try PathSearch(TraversalView(made.graph)).paths(query).paths
    #expect(paths.count == 3 * 2)
    #expect(Set(paths).count == paths.count)
    #expect(
      paths.map(made.text) == [
        "a -COVERS-> b -COVERS-> c", "a -COVERS-> b <-COVERS- c", "a -COVERS-> b -COVERS-> c",
        "a -COVERS-> b <-COVERS- c", "a -FUNDS-> b -COVERS-> c", "a -FUNDS-> b <-COVERS- c",
      ])
  }

  /// A walk that goes to and fro over one edge is not the second path.
  @Test func walksThatReuseEdges() throws {
    let made = try HandMadeGraph(
      """
      a -COVERS-> b
      b -COVERS-> c
      b -COVERS-> d
      """)
    let query = PathQuery(from: made["a"], to: made["c"], selection: .shortest(10))
    let answer = try PathSearch(TraversalView(made.graph)).paths(query)
    #expect(answer.paths.map(made.text) == ["a -COVERS-> b -COVERS-> c"])
    #expect(answer.total == PathCount(1))
  }

  /// A "simplified Yen" that drops the edges of earlier paths for good, or deviates from the first
  /// path alone, misses the third path here: it deviates from the second.
  @Test func simplifiedYen() throws {
    let made = try HandMadeGraph(
      """
      s -E-> a
      a -E-> t
      s -E-> b
      b -E-> c
      c -E-> t
      b -E-> d
      d -E-> e
      e -E-> t
      """)
    let query = PathQuery(from: made["s"], to: made["t"], selection: .shortest(3))
    #expect(
      try texts(made, query) == [
        "s -E-> a -E-> t", "s -E-> b -E-> c -E-> t", "s -E-> b -E-> d -E-> e -E-> t",
      ])
  }

  /// Ties are broken by the data, not by the way of the search.
  @Test func tieBreakIsTypeThenNodeThenEdge() throws {
    let made = try HandMadeGraph(
      """
      s -ZETA-> a
      s -ALPHA-> z
      s -ALPHA-> m
      a -ALPHA-> t
      z -ALPHA-> t
      m -ZETA-> t
      t -ALPHA-> m
      """)
    let query = PathQuery(from: made["s"], to: made["t"], selection: .allShortest(limit: 10))
    #expect(
      try texts(made, query) == [
        "s -ALPHA-> m <-ALPHA- t", "s -ALPHA-> m -ZETA-> t", "s -ALPHA-> z -ALPHA-> t",
        "s -ZETA-> a -ALPHA-> t",
      ])
  }
}
