// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine
import Testing

/// Rows become values of the caller's types, or an error says which row and column do not fit.
@Suite("Rows as values of a type")
struct RowDecodingTests {
  private struct State: Decodable, Equatable {
    let name: String
    let founded: Int
    let share: Double?
  }

  @Test("columns by name, or by what stands after the point")
  func columns() throws {
    let graph = try statesGraph()
    let states = try graph.query(
      "MATCH (s:State) WHERE s.founded = $year RETURN s.name, s.founded AS founded, 1 AS other "
        + "ORDER BY s.name LIMIT 2", ["year": 1991], as: State.self)
    #expect(
      states == [
        State(name: "Kazakhstan", founded: 1991, share: nil),
        State(name: "Kyrgyzstan", founded: 1991, share: nil),
      ])
  }

  @Test("every kind of value")
  func kinds() throws {
    enum Side: String, Decodable { case north, south }
    struct Part: Decodable, Equatable { let low: Int8, words: [String?] }
    struct Row: Decodable {
      let truth: Bool, small: UInt8, whole: Int64, real: Double, single: Float, text: String
      let none: Int?, side: Side, list: [Int], table: [String: Double], part: Part
      let parts: [Part], day: CalendarDate, month: PartialDate, time: LocalTime
      let zoned: ZonedTime, moment: LocalDateTime, instant: ZonedDateTime
      let length: CalendarDuration, any: Value, nested: [[Value]]
    }
    let rows = try PropertyGraph().query(
      """
      RETURN true AS truth, 255 AS small, -9 AS whole, 3 AS real, 0.5 AS single, 'x' AS text,
        null AS none, 'south' AS side, [1, 2] AS list, {a: 1, b: 2.5} AS table,
        {low: -128, words: ['a', null]} AS part, [{low: 1, words: []}] AS parts,
        date('2009-04-27') AS day, date('2009-04-01') AS month, localtime('18:30') AS time,
        time('18:30+01:00') AS zoned, localdatetime('2009-04-27T18:30') AS moment,
        datetime('2009-04-27T18:30Z') AS instant, duration('P1Y') AS length, [1, 'a'] AS any,
        [[1], []] AS nested
      """, as: Row.self)
    let row = try #require(rows.first)
    #expect(row.truth && row.small == 255 && row.whole == -9 && row.real == 3)
    #expect(row.single == 0.5 && row.text == "x" && row.none == nil && row.side == .south)
    #expect(row.list == [1, 2] && row.table == ["a": 1, "b": 2.5])
    #expect(row.part == Part(low: -128, words: ["a", nil]))
    #expect(row.parts == [Part(low: 1, words: [])])
    #expect(row.day == CalendarDate("2009-04-27") && row.month == PartialDate("2009-04-01"))
    #expect(row.time == LocalTime("18:30") && row.zoned == ZonedTime("18:30+01:00"))
    #expect(row.moment == LocalDateTime("2009-04-27T18:30"))
    #expect(row.instant == ZonedDateTime("2009-04-27T18:30Z"))
    #expect(row.length == CalendarDuration("P1Y"))
    #expect(row.any == [1, "a"] && row.nested == [[1], []])
  }

  @Test("single values, nodes and edges, dictionaries")
  func singleValues() throws {
    let graph = try statesGraph()
    let names = try graph.query("MATCH (s:State) RETURN s.name ORDER BY s.name", as: String.self)
    #expect(names == ["Kazakhstan", "Kyrgyzstan", "Uzbekistan"])
    #expect(try graph.query("MATCH (s:State) RETURN s", as: NodeID.self).count == 3)
    #expect(try graph.query("MATCH ()-[e]->() RETURN e", as: EdgeID.self).count == 4)
    #expect(
      try graph.query("RETURN null AS x UNION ALL RETURN 1 AS x", as: Int?.self) == [nil, 1])
    #expect(try graph.query("RETURN [1, 2] AS x", as: [Int].self) == [[1, 2]])
    #expect(try graph.query("RETURN 1 AS a, 2 AS b", as: [String: Int].self) == [["a": 1, "b": 2]])
    #expect(try graph.query("RETURN 7 AS x", as: [String: Int].self) == [["x": 7]])
  }

  @Test("what does not fit is said with row and column")
  func misfits() throws {
    func message<Row: Decodable>(_ text: String, _ type: Row.Type) -> String {
      let outcome = Result { try PropertyGraph().query(text, as: type) }
      guard case .failure(let error) = outcome else { return "no error" }
      return "\(error)"
    }
    struct Row: Decodable { let year: Int }
    struct Nested: Decodable { let list: [Row] }
    struct Day: Decodable { let day: CalendarDate }
    #expect(
      message("UNWIND [1, 'x'] AS year RETURN year", Row.self)
        == "row 2, column 'year': Int is wanted, got the string 'x'")
    #expect(
      message("RETURN null AS year", Row.self) == "row 1, column 'year': Int is wanted, got null")
    #expect(
      message("RETURN 1 AS yaer", Row.self)
        == "row 1: no column is called 'year'; did you mean 'yaer'?")
    #expect(
      message("RETURN 1 AS a, 2 AS b", Row.self)
        == "row 1: no column is called 'year'; there are a, b")
    #expect(
      message("RETURN 1.5 AS year", Row.self)
        == "row 1, column 'year': Int is wanted, got the float '1.5'")
    #expect(
      message("RETURN 300 AS x", UInt8.self)
        == "row 1, column 'x': the integer '300' is beyond what UInt8 holds")
    #expect(
      message("RETURN [{year: 1}, {year: true}] AS list", Nested.self)
        == "row 1, column 'list', at [1].year: Int is wanted, got the boolean 'true'")
    #expect(
      message("RETURN [{y: 1}] AS list", Nested.self)
        == "row 1, column 'list', at [0]: the map has no entry 'year'; it has y")
    #expect(
      message("RETURN 1 AS list", Nested.self)
        == "row 1, column 'list': Array<Value> is wanted, got the integer '1'")
    #expect(
      message("RETURN 'x' AS day", Day.self)
        == "row 1, column 'day': CalendarDate is wanted, got the string 'x'")
    enum Side: String, Decodable { case north }
    struct Sided: Decodable { let side: Side }
    #expect(
      message("RETURN 'west' AS side", Sided.self).hasPrefix("row 1, column 'side': "))
  }

  @Test("one by one, until the caller has enough or throws")
  func streaming() throws {
    struct Enough: Error {}
    let graph = try statesGraph()
    let query = try PreparedQuery("UNWIND range(1, 20000) AS x RETURN x", for: graph)
    var sum = 0
    try query.run(on: graph, as: Int.self) { number in
      sum += number
      return number < 4
    }
    #expect(sum == 10)
    #expect(throws: Enough.self) {
      try query.run(on: graph, as: Int.self) { _ in throw Enough() }
    }
    #expect(throws: RowDecodingError.self) {
      try query.run(on: graph, as: String.self) { _ in true }
    }
    #expect(throws: QueryError.self) {
      try query.run(on: graph, limits: QueryLimits(rows: 10), as: Int.self) { _ in true }
    }
  }
}
