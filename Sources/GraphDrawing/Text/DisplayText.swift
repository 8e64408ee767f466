// SPDX-License-Identifier: Apache-2.0

/// Text made fit for display: what XML forbids and what would deceive a reader is taken out.
///
/// Removed: control characters, byte order marks, noncharacters, soft hyphens, invisible tag
/// characters, and the controls that override the direction of text (U+202A to U+202E, U+2066 to
/// U+2069). Line separators become line feeds, tabs become spaces. A run of combining marks is cut
/// at eight, and the whole at a limit, so that no input makes a drawing large or slow.
enum DisplayText {
  /// Scalars kept of one text; the rest becomes an ellipsis.
  static let scalarLimit = 1_000
  private static let markLimit = 8
  /// How many removed scalars are passed over for each one that may be kept.
  private static let patience = 8

  /// True for short printable ASCII without the characters that XML escapes: nothing to clean.
  static func isPlain(_ text: String) -> Bool {
    guard text.utf8.count <= 4_000 else { return false }
    return allBytes(of: text) { byte in
      switch byte {
      case 0x22, 0x26, 0x27, 0x3c, 0x3e: false
      default: byte >= 0x20 && byte < 0x7f
      }
    }
  }

  /// True for printable ASCII and line feeds: nothing to take out.
  private static func isClean(_ text: String) -> Bool {
    allBytes(of: text) { $0 >= 0x20 && $0 < 0x7f || $0 == 0x0a }
  }

  /// One pass over the bytes where they lie; figures ask this of every text they hold.
  private static func allBytes(of text: String, _ isGood: (UInt8) -> Bool) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where !isGood(byte) { return false }
      return true
    } ?? text.utf8.allSatisfy(isGood)
  }

  /// - Complexity: O(*limit*), however long the text is and whatever it is made of.
  static func clean(_ text: String, limit: Int = scalarLimit) -> String {
    if text.utf8.count <= limit, isClean(text) || isShownAsItIs(text) { return text }
    var result = String.UnicodeScalarView()
    var kept = 0
    var seen = 0
    var marks = 0
    var previousIsReturn = false
    for scalar in text.unicodeScalars {
      seen += 1
      guard seen <= patience * max(limit, 16) else {
        result.append("…")
        break
      }
      let isReturn = scalar == "\r"
      defer { previousIsReturn = isReturn }
      if scalar == "\n", previousIsReturn { continue }
      guard let shown = shown(scalar) else { continue }
      if shown.value >= 0x300, isMark(shown) {
        marks += 1
        if marks > markLimit { continue }
      } else {
        marks = 0
      }
      guard kept < limit else {
        result.append("…")
        break
      }
      result.append(shown)
      kept += 1
    }
    return String(result)
  }

  /// The cleaned text on one line: line feeds and runs of spaces become one space.
  static func line(_ text: String, limit: Int = scalarLimit) -> String {
    let cleaned = clean(text, limit: limit)
    if isLine(cleaned) { return cleaned }
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in cleaned.unicodeScalars {
      if scalar == " " || scalar == "\n" {
        isPending = !result.isEmpty
        continue
      }
      if isPending { result.append(" ") }
      isPending = false
      result.append(scalar)
    }
    return String(result)
  }

  /// True when no space begins or ends the text or follows another, and no line ends in it.
  private static func isLine(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    let isOneLine = allBytes(of: text) { byte in
      defer { previous = byte }
      return byte != 0x0a && (byte != 0x20 || previous != 0x20)
    }
    return isOneLine && previous != 0x20
  }

  /// True when every scalar is shown and none is a mark: nothing to take out.
  private static func isShownAsItIs(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x7f && scalar.value >= 0x20 || scalar == "\n"
        || scalar.value >= 0xa0 && shown(scalar) == scalar && !isMark(scalar)
    }
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // Letters and punctuation that make up most texts need no look into the tables.
    switch scalar.value {
    case 0..<0x300, 0x370..<0x483, 0x48a..<0x530, 0x2010..<0x2028, 0x4e00..<0xa000: return false
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20..<0x7f: scalar
    case 0x09: " "
    case 0x0a, 0x0d, 0x85, 0x2028, 0x2029: "\n"
    case 0..<0x20, 0x7f..<0xa0, 0xad, 0xfeff: nil
    case 0x202a...0x202e, 0x2066...0x2069: nil
    case 0xfdd0...0xfdef, 0xfff0...0xfffb, 0xe0000...0xe0fff: nil
    case let value where value & 0xfffe == 0xfffe: nil
    default: scalar
    }
  }
}
