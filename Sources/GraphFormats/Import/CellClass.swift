// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What a cell looks like when nobody says what its column holds.
///
/// Only texts that their value gives back whole count as numbers: `007` is text.
enum CellClass {
  case integer(Int64)
  case float(Double)
  case boolean(Bool)
  case date(CalendarDate)
  case other

  static func of(_ text: UnsafeBufferPointer<UInt8>) -> CellClass {
    guard let first = text.first else { return .other }
    switch first {
    case 0x30...0x39, 0x2D, 0x2E:
      if text.count == 10, text[4] == 0x2D { return date(text).map(CellClass.date) ?? .other }
      return number(text)
    case 0x74 where spells(text, "true"): return .boolean(true)
    case 0x66 where spells(text, "false"): return .boolean(false)
    default: return .other
    }
  }

  private static func spells(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<text.count where text[index] != word.utf8Start[index] { return false }
    return true
  }

  /// Digits with an optional sign before, a point among and an exponent behind them.
  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> CellClass {
    let count = text.count
    let isNegative = text[0] == 0x2D
    var index = isNegative ? 1 : 0
    let firstDigit = index
    var mantissa: UInt64 = 0
    while index < count, text[index] &- 0x30 <= 9 {
      // Wraps only beyond 19 digits, which do not use it.
      mantissa = mantissa &* 10 &+ UInt64(text[index] &- 0x30)
      index &+= 1
    }
    let wholeDigits = index - firstDigit
    if wholeDigits > 1, text[firstDigit] == 0x30 { return .other }
    if index == count {
      if wholeDigits == 0 || isNegative && mantissa == 0 && wholeDigits == 1 { return .other }
      if wholeDigits <= 18 {
        return .integer(isNegative ? -Int64(mantissa) : Int64(mantissa))
      }
      return Int64(String(decoding: text, as: UTF8.self)).map(CellClass.integer) ?? .other
    }
    var digits = wholeDigits
    var scale = 0
    if text[index] == 0x2E {
      index &+= 1
      while index < count, text[index] &- 0x30 <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(text[index] &- 0x30)
        digits &+= 1
        scale &+= 1
        index &+= 1
      }
    }
    if digits == 0 { return .other }
    if index == count, digits <= 18, mantissa < 1 << 53, scale < powers.count {
      // Both numbers are exact, so their quotient is rounded once.
      let value = Double(mantissa) / powers[scale]
      return .float(isNegative ? -value : value)
    }
    if index < count {
      guard text[index] | 0x20 == 0x65 else { return .other }
      index &+= 1
      if index < count, text[index] == 0x2B || text[index] == 0x2D { index &+= 1 }
      guard index < count, text[index...].allSatisfy({ $0 &- 0x30 <= 9 }) else { return .other }
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return .other
    }
    return .float(value)
  }

  /// The powers of ten that a float holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// A day written `2009-04-27`.
  static func date(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard text.count == 10, let year = digits(text, 0..<4), text[4] == 0x2D,
      let month = digits(text, 5..<7), text[7] == 0x2D, let day = digits(text, 8..<10)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A date written `2009`, `2009-04` or `2009-04-27`.
  static func partialDate(_ text: UnsafeBufferPointer<UInt8>) -> PartialDate? {
    guard [4, 7, 10].contains(text.count), let year = digits(text, 0..<4) else { return nil }
    if text.count == 4 { return PartialDate(year: year) }
    guard text[4] == 0x2D, let month = digits(text, 5..<7) else { return nil }
    if text.count == 7 { return PartialDate(year: year, month: month) }
    guard text[7] == 0x2D, let day = digits(text, 8..<10) else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  @inline(__always)
  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      let digit = text[index] &- 0x30
      if digit > 9 { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}

/// How many cells of a column look like what.
struct CellCounts: Sendable {
  var integers = 0
  var floats = 0
  var booleans = 0
  var dates = 0
  var others = 0

  /// Quotes around nothing: an empty text where the column holds text, else no value.
  var blanks = 0

  mutating func count(_ cell: CellClass) {
    switch cell {
    case .integer: integers += 1
    case .float: floats += 1
    case .boolean: booleans += 1
    case .date: dates += 1
    case .other: others += 1
    }
  }

  static func += (left: inout CellCounts, right: CellCounts) {
    left.integers += right.integers
    left.floats += right.floats
    left.booleans += right.booleans
    left.dates += right.dates
    left.others += right.others
    left.blanks += right.blanks
  }

  var total: Int { integers + floats + booleans + dates + others }

  /// How many cells a column of this type holds.
  func fitting(_ type: PropertyType) -> Int {
    switch type {
    case .integer: integers
    case .float: integers + floats
    case .boolean: booleans
    case .date: dates
    default: total
    }
  }

  /// What the column holds: the type of all its cells, or of all but fewer than one in a hundred,
  /// which are then bad; else text.
  var type: PropertyType {
    let numeric: PropertyType = floats > 0 ? .float : .integer
    var best = numeric
    for type in [PropertyType.boolean, .date] where fitting(type) > fitting(best) { best = type }
    if total == 0 { return blanks > 0 ? .string : .integer }
    if (total - fitting(best)) * 100 >= total { return .string }
    return best
  }
}
