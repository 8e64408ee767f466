// SPDX-License-Identifier: Apache-2.0

/// Decimal digits for dates and times.
enum DecimalText {
  /// A number that is not negative, with zeros in front up to the given width.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// A point and nine digits of a second without the zeros at the end; empty for zero.
  static func fraction(nanoseconds: Int) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = padded(nanoseconds, to: 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }
}
