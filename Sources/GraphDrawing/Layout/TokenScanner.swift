// SPDX-License-Identifier: Apache-2.0

/// Reads words and numbers parted by white space, believing nothing.
///
/// Every step is bounded by the bytes there are; numbers are decimal, without exponents.
struct TokenScanner {
  struct Failure: Error {
    var reason: String
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next word, at most 64 bytes long.
  mutating func word() throws(Failure) -> String {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    let start = position
    while position < bytes.count, !isSpace(bytes[position]) {
      position += 1
      guard position - start <= 64 else {
        throw Failure(reason: "a word of more than 64 bytes at byte \(start)")
      }
    }
    guard position > start else { throw Failure(reason: "the text ends too early") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func expect(_ expected: String) throws(Failure) {
    let start = position
    let found = try word()
    guard found == expected else {
      throw Failure(reason: "'\(expected)' expected after byte \(start)")
    }
  }

  mutating func integer(in range: ClosedRange<Int>) throws(Failure) -> Int {
    let start = position
    guard let digits = signedDigits(), digits.decimals == nil, range.contains(digits.value) else {
      throw Failure(
        reason: "an integer from \(range.lowerBound) to \(range.upperBound) "
          + "expected after byte \(start)")
    }
    return digits.value
  }

  /// A number with at most twelve digits before the point and two after it.
  mutating func number(in range: ClosedRange<Double>) throws(Failure) -> Double {
    let start = position
    guard let digits = signedDigits(), digits.whole <= 12,
      case let value = Double(digits.value) / (digits.decimals ?? 1), range.contains(value)
    else {
      throw Failure(
        reason: "a number from \(decimal(range.lowerBound)) to "
          + "\(decimal(range.upperBound)) expected after byte \(start)")
    }
    return digits.isNegative && value == 0 ? -0.0 : value
  }

  /// The next word as digits, at most two of them behind a point; nil for any other.
  ///
  /// `decimals` is 10 or 100 when there are such digits, by which `value` must be divided.
  private mutating func signedDigits()
    -> (value: Int, whole: Int, decimals: Double?, isNegative: Bool)?
  {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var value = 0
    let start = position
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    while position < bytes.count, isDigit(bytes[position]), position - start <= 15 {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    let whole = position - start
    var decimals: Double?
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      let fraction = position
      while position < bytes.count, isDigit(bytes[position]), position - fraction < 2 {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      guard position > fraction else { return nil }
      decimals = position - fraction == 1 ? 10 : 100
    }
    guard whole > 0, whole <= 15, position == bytes.count || isSpace(bytes[position]) else {
      return nil
    }
    return (isNegative ? -value : value, whole, decimals, isNegative)
  }

  /// The rest of the text after white space, cut at `limit` bytes.
  mutating func rest(limit: Int) -> String {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    return String(decoding: bytes[position...].prefix(limit), as: UTF8.self)
  }

  mutating func expectEnd() throws(Failure) {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard position == bytes.count else {
      throw Failure(reason: "more text after the end, at byte \(position)")
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a
  }
}
