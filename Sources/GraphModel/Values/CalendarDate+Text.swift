// SPDX-License-Identifier: Apache-2.0

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
