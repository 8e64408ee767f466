// SPDX-License-Identifier: Apache-2.0

extension CalendarDate {
  /// Reads a date in any ISO 8601 form of openCypher: `2015-07-21`, `20150721`, `2015-07`,
  /// `201507`, `2015-W30-2`, `2015W302`, `2015-W30`, `2015-202`, `2015202`, `2015-Q3-21`, `2015`.
  ///
  /// A signed year may have up to nine digits and then needs the hyphens: `+12015-07-21`. What is
  /// left out is the first month, week day or day.
  public init?(_ text: some StringProtocol) {
    guard var scanner = TemporalScanner(text), let date = scanner.takeDate(), scanner.isAtEnd
    else { return nil }
    self = date
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The ISO 8601 text: `2015-07-21`, `-0005-01-01`, `+12015-07-21`.
  public var description: String {
    let (year, month, day) = civil
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    let yearText = DecimalText.padded(abs(year), to: 4)
    let monthText = DecimalText.padded(month, to: 2)
    return "\(sign)\(yearText)-\(monthText)-\(DecimalText.padded(day, to: 2))"
  }
}
