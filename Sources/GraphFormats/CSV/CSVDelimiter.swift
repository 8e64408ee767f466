// SPDX-License-Identifier: Apache-2.0

/// What stands between the cells of a row.
public enum CSVDelimiter: UInt8, Sendable, Hashable, CaseIterable {
  case comma = 0x2C
  /// What spreadsheets write where the comma is the decimal mark.
  case semicolon = 0x3B
  case tab = 0x09

  /// The delimiter that stands most often in the first line outside quotes; a comma when none does.
  ///
  /// Complexity: linear in the length of the first line.
  static func detected(in utf8: [UInt8], from start: Int) -> CSVDelimiter {
    var counts: [CSVDelimiter: Int] = [:]
    var isQuoted = false
    var index = start
    while index < utf8.count {
      let byte = utf8[index]
      index += 1
      if byte == CSVByte.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn { break }
      if let delimiter = CSVDelimiter(rawValue: byte) { counts[delimiter, default: 0] += 1 }
    }
    var best = CSVDelimiter.comma
    for delimiter in allCases where counts[delimiter, default: 0] > counts[best, default: 0] {
      best = delimiter
    }
    return best
  }
}

/// The bytes that mean something in a CSV file, delimiters aside.
enum CSVByte {
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let tab: UInt8 = 0x09
}
