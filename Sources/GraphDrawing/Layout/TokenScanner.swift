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
    let text = try word()
    guard let value = Int(text), range.contains(value) else {
      throw Failure(
        reason: "an integer from \(range.lowerBound) to \(range.upperBound) "
          + "expected after byte \(start)")
    }
    return value
  }

  /// A number with at most twelve digits before the point and two after it.
  mutating func number(in range: ClosedRange<Double>) throws(Failure) -> Double {
    let start = position
    let text = try word()
    guard let value = TokenScanner.decimalValue(of: text), range.contains(value) else {
      throw Failure(
        reason: "a number from \(decimal(range.lowerBound)) to "
          + "\(decimal(range.upperBound)) expected after byte \(start)")
    }
    return value
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

  private static func decimalValue(of text: String) -> Double? {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...12).contains(whole.utf8.count) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || (1...2).contains(fraction.utf8.count) else { return nil }
    var hundredths = 0
    for byte in (whole + fraction + (fraction.utf8.count == 1 ? "0" : "")).utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      hundredths = hundredths * 10 + Int(byte - 0x30)
    }
    if fraction.isEmpty { hundredths *= 100 }
    let value = Double(hundredths) / 100
    return isNegative ? -value : value
  }
}
