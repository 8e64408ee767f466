// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct ValueTextTests {
  @Test func kinds() throws {
    let node = NodeID(rawValue: 3)
    let path = PathValue(nodes: [node, NodeID(rawValue: 4)], edges: [EdgeID(rawValue: 7)])
    let rows: [(Value, literal: String, result: String, plain: String)] = [
      (.null, "null", "null", "null"), (.boolean(true), "true", "true", "true"),
      (.integer(-7), "-7", "-7", "-7"), (.float(1), "1.0", "1.0", "1.0"),
      (.string("it's\n"), #"'it\'s\n'"#, #"'it\'s\n'"#, "it's\n"),
      (
        .list([.integer(1), .string("a"), .null]), "[1, 'a', null]", "[1, 'a', null]",
        "[1, a, null]"
      ),
      (
        .map(["b": .string("x"), "a": .integer(1), "c d": .null, "`": .null]),
        "{````: null, a: 1, b: 'x', `c d`: null}", "{````: null, a: 1, b: 'x', `c d`: null}",
        "{````: null, a: 1, b: x, `c d`: null}"
      ),
      (
        .date(try #require(CalendarDate("2015-07-21"))), "date('2015-07-21')", "'2015-07-21'",
        "2015-07-21"
      ),
      (.localTime(.midnight), "localtime('00:00')", "'00:00'", "00:00"),
      (.time(try #require(ZonedTime("12Z"))), "time('12:00Z')", "'12:00Z'", "12:00Z"),
      (
        .localDateTime(try #require(LocalDateTime("1912"))), "localdatetime('1912-01-01T00:00')",
        "'1912-01-01T00:00'", "1912-01-01T00:00"
      ),
      (
        .dateTime(try #require(ZonedDateTime("1912"))), "datetime('1912-01-01T00:00Z')",
        "'1912-01-01T00:00Z'", "1912-01-01T00:00Z"
      ),
      (.duration(.zero), "duration('PT0S')", "'PT0S'", "PT0S"),
      (
        .partialDate(try #require(PartialDate("2009-04"))), "partialdate('2009-04')",
        "'2009-04'", "2009-04"
      ),
      (.node(node), "(#3)", "(#3)", "(#3)"), (.edge(EdgeID(rawValue: 7)), "[#7]", "[#7]", "[#7]"),
      (.path(path), "<(#3)-[#7]-(#4)>", "<(#3)-[#7]-(#4)>", "<(#3)-[#7]-(#4)>"),
    ]
    for (value, literal, result, plain) in rows {
      #expect(value.description == literal)
      #expect(value.text(.result) == result)
      #expect(value.displayText == plain)
    }
  }

  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (0.1, "0.1"), (1e16, "1e16"), (1.5e300, "1.5e300"),
    (1e-7, "1e-07"), (.leastNonzeroMagnitude, "5e-324"), (123456789.0, "123456789.0"),
    (.greatestFiniteMagnitude, "1.7976931348623157e308"), (.nan, "NaN"), (.infinity, "Infinity"),
    (-.infinity, "-Infinity"), (0.1 + 0.2, "0.30000000000000004"),
  ])
  func floats(value: Double, expected: String) {
    #expect(Value.float(value).description == expected)
  }

  /// Any float reads back from its text, bit for bit.
  @Test func floatsRoundTrip() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = Value.float(value).description
      guard case .success(.float(let back)) = PropertyType.float.parse(text) else {
        Issue.record("\(text) does not read back")
        return
      }
      #expect(back.bitPattern == value.bitPattern)
      #expect(text.contains(".") || text.contains("e"))
    }
  }

  @Test(arguments: [
    ("", "''"), ("\\", #"'\\'"#), ("\t\r\u{8}\u{C}", #"'\t\r\b\f'"#), ("\0", #"'\u0000'"#),
    ("\u{85}\u{202E}\u{2028}", #"'\u0085\u202E\u2028'"#), ("Привет é 😀", "'Привет é 😀'"),
  ])
  func escapes(text: String, expected: String) {
    #expect(Value.string(text).description == expected)
  }
}
