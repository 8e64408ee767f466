// SPDX-License-Identifier: Apache-2.0

/// Reads the dates of datasets, and finds out what a wrong one may have meant.
enum DateParsing {
  /// Reads `2009-04-27`.
  static func date(_ text: String) -> Result<Value, ValueParsingProblem> {
    guard let partial = PartialDate(text) else { return .failure(problem(text, .date)) }
    return partial.precision == .day
      ? .success(.date(partial.earliest)) : .failure(.incompleteDate(text))
  }

  /// Reads `2009`, `2009-04` or `2009-04-27`.
  static func partialDate(_ text: String) -> Result<Value, ValueParsingProblem> {
    PartialDate(text).map { .success(.partialDate($0)) } ?? .failure(problem(text, .partialDate))
  }

  private static func problem(_ text: String, _ type: PropertyType) -> ValueParsingProblem {
    // No date in any form is longer.
    guard text.utf8.count <= 40 else { return .notTemporal(text, type) }
    return impossibleDate(text) ?? rewrittenDate(text) ?? .notTemporal(text, type)
  }

  /// The right form, but a year, month or day that does not exist.
  private static func impossibleDate(_ text: String) -> ValueParsingProblem? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = parts.map(\.count)
    guard [[4], [4, 2], [4, 2, 2]].contains(widths) else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { (0x30...0x39).contains($0) } ? Int(String(part) ?? "") : nil
    }
    guard numbers.count == parts.count else { return nil }
    if numbers[0] == 0 { return .noSuchYear(text) }
    guard numbers.count > 1 else { return nil }
    guard (1...12).contains(numbers[1]) else { return .noSuchMonth(text, month: numbers[1]) }
    guard numbers.count > 2 else { return nil }
    return .noSuchDay(text, year: numbers[0], month: numbers[1])
  }

  /// A form that spreadsheets and people write, but that is not ISO 8601.
  private static func rewrittenDate(_ text: String) -> ValueParsingProblem? {
    if let number = Int64(text), text.utf8.count == 5, number >= 10_000 {
      // Spreadsheets count from 1899-12-30, which is 25 569 days before 1970-01-01.
      return .spreadsheetDayNumber(text, CalendarDate(uncheckedDayNumber: number - 25_569))
    }
    let parts = text.utf8.split { byte in
      [
        UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: " "),
        UInt8(ascii: ","),
      ].contains(byte)
    }
    guard (2...3).contains(parts.count) else { return nil }
    let areNumbers = parts.map { part in part.allSatisfy { (0x30...0x39).contains($0) } }
    let words = zip(parts, areNumbers).filter { !$0.1 }.compactMap { String($0.0)?.lowercased() }
    switch words.count {
    case 0:
      return parts.allSatisfy { $0.count <= 4 } ? .ambiguousDate(text) : nil
    case 1:
      let isMonth = ValueParsingProblem.monthNames.contains { name in
        words[0].utf8.count >= 3 && name.lowercased().hasPrefix(words[0])
      }
      return isMonth ? .spreadsheetMonth(text) : nil
    default:
      return nil
    }
  }
}
