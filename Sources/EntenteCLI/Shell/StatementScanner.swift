// SPDX-License-Identifier: Apache-2.0

/// Tells, byte by byte, in which part of a query's text a place lies, so that a `;` in quotes or in
/// a comment ends nothing.
struct StatementScanner {
  enum Part {
    case plain, lineComment, comment
    case singleQuoted, doubleQuoted, backquoted
  }

  private(set) var part = Part.plain

  /// Whether there has been more than spaces and comments.
  private(set) var hasContent = false

  /// The byte before decides what this one means: a slash, a star, a backslash.
  private var previous: UInt8 = 0

  /// Whether the text so far ends inside quotes.
  var isQuoted: Bool { [.singleQuoted, .doubleQuoted, .backquoted].contains(part) }

  /// Takes the next byte; true when it is the `;` that ends a statement.
  mutating func scan(_ byte: UInt8) -> Bool {
    let before = previous
    previous = byte
    switch part {
    case .plain: return scanPlain(byte, after: before)
    case .lineComment: if byte == UInt8(ascii: "\n") { part = .plain }
    case .comment:
      if before == UInt8(ascii: "*"), byte == UInt8(ascii: "/") {
        part = .plain
        previous = 0
      }
    case .singleQuoted: scanQuoted(byte, after: before, until: UInt8(ascii: "'"))
    case .doubleQuoted: scanQuoted(byte, after: before, until: UInt8(ascii: "\""))
    case .backquoted: if byte == UInt8(ascii: "`") { part = .plain }
    }
    return false
  }

  private mutating func scanPlain(_ byte: UInt8, after before: UInt8) -> Bool {
    let slash = UInt8(ascii: "/")
    if before == slash, byte == slash || byte == UInt8(ascii: "*") {
      part = byte == slash ? .lineComment : .comment
      previous = 0
      return false
    }
    // A slash that opened no comment divides.
    if before == slash { hasContent = true }
    switch byte {
    case UInt8(ascii: ";"): return true
    case UInt8(ascii: "'"): part = .singleQuoted
    case UInt8(ascii: "\""): part = .doubleQuoted
    case UInt8(ascii: "`"): part = .backquoted
    default: break
    }
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    if !isSpace, byte != slash { hasContent = true }
    return false
  }

  private mutating func scanQuoted(_ byte: UInt8, after before: UInt8, until quote: UInt8) {
    if before == UInt8(ascii: "\\") {
      // What is escaped means nothing, not even as a backslash before the next byte.
      previous = 0
    } else if byte == quote {
      part = .plain
    }
  }
}
