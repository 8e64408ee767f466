// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

@testable import GraphFormats

struct CellClassTests {
  private func value(_ text: String) -> Value? {
    var text = text
    return text.withUTF8 { utf8 in
      switch CellClass.of(utf8) {
      case .integer(let value): .integer(value)
      case .float(let value): .float(value)
      case .boolean(let value): .boolean(value)
      case .date(let value): .date(value)
      case .other: nil
      }
    }
  }

  @Test func readsWhatPeopleWrite() {
    #expect(value("0") == .integer(0))
    #expect(value("-17") == .integer(-17))
    #expect(value("9223372036854775807") == .integer(.max))
    #expect(value("-9223372036854775808") == .integer(.min))
    #expect(value("0.5") == .float(0.5))
    #expect(value(".5") == .float(0.5))
    #expect(value("1e3") == .float(1_000))
    #expect(value("true") == .boolean(true))
    #expect(value("2009-04-27") == CalendarDate(year: 2009, month: 4, day: 27).map(Value.date))
    for text in [
      "", "-", ".", "007", "00.5", "-0", "+5", "9223372036854775808", "1e999", "1e", "1.2.3",
      "True", "falsely", "2009-04-31", "2009-4-27", "2009-04-2x", "1-1", "٣",
    ] {
      #expect(value(text) == nil)
    }
  }

  /// Numbers agree with how the rest of the program reads them.
  @Test func agreesWithTheTypesOfValues() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let digits = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        Array("0123456789.e-").randomElement(using: &random) ?? "0"
      }
      let text = String(digits)
      switch value(text) {
      case .integer(let value)?:
        #expect(PropertyType.integer.parse(text) == .success(.integer(value)))
      case .float(let value)?: #expect(PropertyType.float.parse(text) == .success(.float(value)))
      case .date(let value)?: #expect(PropertyType.date.parse(text) == .success(.date(value)))
      default: break
      }
    }
  }
}
