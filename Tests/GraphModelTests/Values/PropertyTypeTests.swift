// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct PropertyTypeTests {
  private static let types: [(PropertyType, String)] = [
    (.any, "ANY"), (.boolean, "BOOL"), (.integer, "INTEGER"), (.float, "FLOAT"),
    (.string, "STRING"), (.date, "DATE"), (.partialDate, "PARTIAL DATE"),
    (.localTime, "LOCAL TIME"), (.time, "ZONED TIME"), (.localDateTime, "LOCAL DATETIME"),
    (.dateTime, "ZONED DATETIME"), (.duration, "DURATION"), (.list(.string), "LIST<STRING>"),
    (.list(.list(.partialDate)), "LIST<LIST<PARTIAL DATE>>"), (.map, "MAP"),
  ]

  @Test func names() {
    for (type, name) in Self.types { #expect(type.name == name) }
  }

  /// Each sample is accepted by ANY and by exactly one of the other types without lists.
  @Test func everyValueHasOneType() {
    let single = Self.types.map(\.0).filter { type in
      if case .list = type { return false }
      return type != .any
    }
    for value in SampleValues.all {
      #expect(PropertyType.any.accepts(value))
      let accepting = single.filter { $0.accepts(value) }
      switch value {
      case .null: #expect(accepting.count == single.count)
      case .node, .edge, .path, .list: #expect(accepting.isEmpty)
      default: #expect(accepting.count == 1, "\(value)")
      }
    }
  }

  @Test func kindsAreNamedAsTheirTypes() {
    for value in SampleValues.all {
      switch value {
      case .null: #expect(value.typeName == "NULL")
      case .list: #expect(value.typeName == "LIST")
      case .node: #expect(value.typeName == "NODE")
      case .edge: #expect(value.typeName == "EDGE")
      case .path: #expect(value.typeName == "PATH")
      default:
        let accepting = Self.types.map(\.0).filter { $0 != .any && $0.accepts(value) }
        #expect(accepting.map(\.name) == [value.typeName])
      }
    }
  }

  @Test func listsAcceptTheirElements() {
    #expect(PropertyType.list(.integer).accepts(.list([.integer(1), .null])))
    #expect(!PropertyType.list(.integer).accepts(.list([.integer(1), .float(1)])))
    #expect(PropertyType.list(.integer).accepts(.list([])))
    #expect(!PropertyType.list(.integer).accepts(.integer(1)))
    #expect(PropertyType.list(.list(.any)).accepts(.list([.list([.string("a"), .integer(1)])])))
  }

  @Test(arguments: [
    (PropertyType.any, "12", Value.string("12")), (.string, " no ", .string(" no ")),
    (.boolean, "true", .boolean(true)), (.boolean, "false", .boolean(false)),
    (.integer, "0", .integer(0)), (.integer, "-7", .integer(-7)), (.integer, "+7", .integer(7)),
    (.integer, "007", .integer(7)), (.integer, "9223372036854775807", .integer(.max)),
    (.integer, "-9223372036854775808", .integer(.min)), (.float, "12.5", .float(12.5)),
    (.float, "12", .float(12)), (.float, "-1e-3", .float(-0.001)), (.float, ".5", .float(0.5)),
    (.float, "5.", .float(5)), (.float, "1E+2", .float(100)), (.float, "1e-999", .float(0)),
    (.localTime, "14:30", .localTime(LocalTime(hour: 14, minute: 30) ?? .midnight)),
    (.duration, "PT0S", .duration(.zero)),
  ])
  func reading(type: PropertyType, text: String, expected: Value) {
    #expect(type.parse(text) == .success(expected))
    #expect(type.parse("<\(text)>".dropFirst().dropLast()) == .success(expected))
  }

  @Test func readingDatesAndTimes() {
    let rows: [(PropertyType, String)] = [
      (.date, "2009-04-27"), (.partialDate, "2009"), (.partialDate, "2009-04"),
      (.partialDate, "2009-04-27"), (.localTime, "14:30:15.5"), (.time, "14:30+02:00"),
      (.localDateTime, "2009-04-27T14:30"), (.dateTime, "2009-04-27T14:30+02:00"),
      (.duration, "P1Y2M10DT2H30M"),
    ]
    for (type, text) in rows {
      guard case .success(let value) = type.parse(text) else {
        Issue.record("\(text) is not read as \(type)")
        continue
      }
      #expect(value.displayText == text)
      #expect(type.accepts(value))
    }
  }

  @Test(arguments: [
    (PropertyType.boolean, "yes", "'yes' is not a BOOL: write true or false"),
    (.boolean, "True", "'True' is not a BOOL: write true or false"),
    (.boolean, "", "'' is not a BOOL: write true or false"),
    (.integer, "12a", "'12a' is not an INTEGER: use digits with an optional sign, as in 42 or -7"),
    (.integer, "", "'' is not an INTEGER: use digits with an optional sign, as in 42 or -7"),
    (.integer, "-", "'-' is not an INTEGER: use digits with an optional sign, as in 42 or -7"),
    (
      .integer, "1_000",
      "'1_000' is not an INTEGER: use digits with an optional sign, as in 42 or -7"
    ),
    (
      .integer, "12.0", "'12.0' is not an INTEGER: use digits with an optional sign, as in 42 or -7"
    ),
    (.integer, "１２", "'１２' is not an INTEGER: use digits with an optional sign, as in 42 or -7"),
    (.integer, "1,000", "'1,000' is not an INTEGER: write it without a comma"),
    (
      .integer, "9223372036854775808",
      "'9223372036854775808' is out of range for an INTEGER: "
        + "from -9223372036854775808 to 9223372036854775807"
    ),
    (.float, "12,5", "'12,5' is not a FLOAT: use a decimal point"),
    (.float, "1.234,5", "'1.234,5' is not a FLOAT: use a decimal point"),
    (.float, "1_0.0", "'1_0.0' is not a FLOAT: use a decimal number, as in 12.5 or 1e-3"),
    (.float, "nan", "'nan' is not a FLOAT: use a decimal number, as in 12.5 or 1e-3"),
    (.float, "0x1p3", "'0x1p3' is not a FLOAT: use a decimal number, as in 12.5 or 1e-3"),
    (.float, " 1", "' 1' is not a FLOAT: use a decimal number, as in 12.5 or 1e-3"),
    (.float, "1e", "'1e' is not a FLOAT: use a decimal number, as in 12.5 or 1e-3"),
    (.float, ".", "'.' is not a FLOAT: use a decimal number, as in 12.5 or 1e-3"),
    (
      .float, "-1e999",
      "'-1e999' is out of range for a FLOAT: at most 1.7976931348623157e308 either way"
    ),
    (.date, "2009-02-30", "'2009-02-30' is not a date: February 2009 has 28 days"),
    (.date, "2009-04-00", "'2009-04-00' is not a date: April 2009 has 30 days"),
    (.date, "2009-13-01", "'2009-13-01' is not a date: there is no month 13"),
    (.partialDate, "2009-00", "'2009-00' is not a date: there is no month 0"),
    (.partialDate, "0000", "'0000' is not a date: years go from 0001 to 9999"),
    (.date, "2009-04", "'2009-04' is not a DATE: the day is missing, as in 2009-04-27"),
    (.date, "2009-4-27", "'2009-4-27' is not a date: write year, month and day, as in 2009-04-27"),
    (
      .date, "27/04/2009",
      "'27/04/2009' is not a date: write year, month and day, as in 2009-04-27"
    ),
    (.date, "27.4.2009", "'27.4.2009' is not a date: write year, month and day, as in 2009-04-27"),
    (
      .partialDate, "Apr-09",
      "'Apr-09' is not a date: a spreadsheet may have rewritten it; "
        + "write year, month and day, as in 2009-04-27"
    ),
    (
      .date, "27 April 2009",
      "'27 April 2009' is not a date: a spreadsheet may have rewritten it; "
        + "write year, month and day, as in 2009-04-27"
    ),
    (
      .date, "43556",
      "'43556' is not a date: a spreadsheet may have rewritten it; "
        + "as a spreadsheet's day number it means 2019-04-01"
    ),
    (.date, "soon", "'soon' is not a DATE: write year, month and day, as in 2009-04-27"),
    (
      .partialDate, "2009-Q2",
      "'2009-Q2' is not a PARTIAL DATE: write 2009, 2009-04 or 2009-04-27"
    ),
    (.date, "20090427", "'20090427' is not a DATE: write year, month and day, as in 2009-04-27"),
    (
      .localTime, "2pm",
      "'2pm' is not a LOCAL TIME: write hours and minutes, as in 14:30 or 14:30:15.5"
    ),
    (.time, "14:30", "'14:30' is not a ZONED TIME: write a time and its offset, as in 14:30+02:00"),
    (
      .localDateTime, "2009-04-27",
      "'2009-04-27' is not a LOCAL DATETIME: write date and time, as in 2009-04-27T14:30"
    ),
    (
      .dateTime, "2009-04-27T14:30",
      "'2009-04-27T14:30' is not a ZONED DATETIME: "
        + "write date, time and offset, as in 2009-04-27T14:30+02:00"
    ),
    (.duration, "2 years", "'2 years' is not a DURATION: write it as in P1Y2M10DT2H30M"),
    (.list(.string), "a,b", "'a,b' is not a LIST<STRING>: a single text cannot be one"),
    (.map, "{}", "'{}' is not a MAP: a single text cannot be one"),
  ])
  func problems(type: PropertyType, text: String, message: String) {
    guard case .failure(let problem) = type.parse(text) else {
      Issue.record("\(text) is read as \(type)")
      return
    }
    #expect(problem.description == message)
  }

  @Test func longTextsAreCutInMessages() {
    let text = String(repeating: "x", count: 1_000_000)
    let cut = String(repeating: "x", count: 60)
    guard case .failure(let problem) = PropertyType.date.parse(text) else {
      Issue.record("a long text is read as a date")
      return
    }
    #expect(
      problem.description
        == "'\(cut)…' is not a DATE: write year, month and day, as in 2009-04-27")
  }
}
