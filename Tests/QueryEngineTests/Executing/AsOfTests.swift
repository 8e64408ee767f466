// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import GraphTestSupport
import QueryEngine
import Testing

/// A match on a day finds what the same match finds in a graph of that day.
@Suite("AS OF")
struct AsOfTests {
  private static let days = ["2009-03-01", "2010-06-15", "2011-12-31", "2012-12-31", "2013-06-16"]

  /// Checks on a graph with days and on its edited form that two texts answer alike: one with the
  /// day, the other on what there is on the day.
  private func check(
    cases: Int, seed: UInt64, _ draw: (inout QuerySource) -> (start: String, end: String)
  ) throws {
    for number in 0..<cases {
      var random = SeededGenerator(seed: seed &+ UInt64(number))
      let sketch = GraphSketch.random(&random).dated(&random)
      let day = try #require(CalendarDate(random.pick(Self.days)))
      var source = QuerySource(random)
      let text = draw(&source)
      let expected = try sketch.held(on: day).frozen().bag("\(text.start) \(text.end)")
      let asked = "\(text.start) AS OF date('\(day)') \(text.end)"
      for graph in [try sketch.frozen(), try sketch.edited(&random)] {
        let found = try graph.bag(asked)
        #expect(found == expected, "\(asked)\n\(found.differences(from: expected))\n\(sketch.text)")
        let standard = try PreparedQuery(
          "\(text.start) \(text.end)", for: graph, asOf: day
        ).run(on: graph)
        #expect(Bag(rows: standard.rows) == found)
      }
    }
  }

  @Test("patterns of single edges and of walks")
  func patterns() throws {
    try check(cases: 400, seed: 1_000) { source in
      let core = source.core()
      return (
        "MATCH \(core.patternText)",
        (core.condition.map { "WHERE \($0) " } ?? "") + "RETURN \(core.columns)"
      )
    }
  }

  @Test("an optional match")
  func optional() throws {
    try check(cases: 150, seed: 2_000) { source in
      let core = source.core(hasCondition: false)
      return ("OPTIONAL MATCH \(core.patternText)", "RETURN \(core.columns)")
    }
  }

  @Test("shortest paths")
  func searches() throws {
    try check(cases: 200, seed: 3_000) { source in
      let selector = source.random.pick([
        "ANY SHORTEST", "ALL SHORTEST", "SHORTEST 2", "SHORTEST 2 GROUPS",
      ])
      let edge = source.random.pick(["-[:R|S]->{1,3}", "-[]-{1,3}", "<-[:R]-*", "-[]->{2,4}"])
      return ("MATCH p = \(selector) (a)\(edge)(b)", "RETURN a.id, b.id, length(p)")
    }
  }

  private func rows(_ text: String, _ parameters: [String: Value] = [:]) throws -> Int {
    try statesGraph().query(text, parameters).rows.count
  }

  @Test("what the day may be")
  func days() throws {
    let all = try rows("MATCH (n) RETURN n")
    #expect(try rows("MATCH (n) AS OF '2020-01-01' RETURN n") > 0)
    #expect(try rows("MATCH (n) AS OF null RETURN n") == 0)
    #expect(try rows("OPTIONAL MATCH (n) AS OF null RETURN n") == 1)
    #expect(
      try rows("MATCH (n) AS OF $day RETURN n", ["day": .string("2020-01-01")]) <= all)
    #expect(
      try rows("WITH date('2020-01-01') AS day MATCH (n) AS OF day RETURN n") <= all)
    #expect(
      try rows("RETURN EXISTS { MATCH (n) AS OF null } AS x, COUNT { MATCH (n) AS OF null } AS y")
        == 1)
  }

  @Test(
    "what it may not be",
    arguments: [
      ("MATCH (n) AS OF n.since RETURN n", QueryFault.Detail.undefinedVariable),
      ("MATCH (n) AS OF 2020 RETURN n", .invalidArgumentType),
      ("MATCH (n) AS OF '2020' RETURN n", .invalidArgumentValue),
      ("MATCH (n) AS OF 'never' RETURN n", .invalidArgumentValue),
      ("MATCH (n) AS OF [1][0] RETURN n", .invalidArgumentType),
    ])
  func refused(_ text: String, _ detail: QueryFault.Detail) throws {
    let error = #expect(throws: QueryError.self) { try rows(text) }
    #expect(error?.faults.first?.detail == detail)
  }
}
