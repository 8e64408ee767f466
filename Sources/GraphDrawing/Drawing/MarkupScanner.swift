// SPDX-License-Identifier: Apache-2.0

/// Reads the tags and texts of markup one after the other, as much of XML as figures need: no
/// document types, no entities but the five of XML and numbers.
///
/// Whatever the bytes are, it ends, and in linear time.
struct MarkupScanner {
  enum Token: Equatable {
    /// `<name a="b">`; an empty element is followed by its own end.
    case start(name: String, attributes: [String: String])
    case end(name: String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var position = 0
  private var pendingEnd: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end, or where the bytes are no markup.
  mutating func next() -> Token? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name: name)
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return text() }
      if skipped("<!--", to: "-->") || skipped("<?", to: "?>") { continue }
      if bytes[position...].starts(with: "<!".utf8) { return nil }
      return tag()
    }
    return nil
  }

  private mutating func text() -> Token {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return .text(Self.unescaped(bytes[start..<position]))
  }

  /// Passes over what stands between two marks.
  private mutating func skipped(_ opening: String, to closing: String) -> Bool {
    guard bytes[position...].starts(with: opening.utf8) else { return false }
    let closing = Array(closing.utf8)
    position += opening.utf8.count
    while position < bytes.count, !bytes[position...].starts(with: closing) { position += 1 }
    position = min(position + closing.count, bytes.count)
    return true
  }

  private mutating func tag() -> Token? {
    position += 1
    let isEnd = take(UInt8(ascii: "/"))
    guard let name = name() else { return nil }
    var attributes: [String: String] = [:]
    while true {
      skipSpaces()
      if take(UInt8(ascii: ">")) { break }
      if take(UInt8(ascii: "/")) {
        guard take(UInt8(ascii: ">")) else { return nil }
        pendingEnd = name
        break
      }
      guard let key = self.name() else { return nil }
      skipSpaces()
      guard take(UInt8(ascii: "=")) else { return nil }
      skipSpaces()
      guard position < bytes.count else { return nil }
      let quote = bytes[position]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      position += 1
      let start = position
      while position < bytes.count, bytes[position] != quote { position += 1 }
      guard position < bytes.count else { return nil }
      attributes[key] = Self.unescaped(bytes[start..<position])
      position += 1
    }
    return isEnd ? .end(name: name) : .start(name: name, attributes: attributes)
  }

  private mutating func name() -> String? {
    let start = position
    while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
    return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// The text with its character references replaced; an unknown one stays as it is.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte == UInt8(ascii: "&"),
        let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
      {
        result += String(Character(scalar)).utf8
        position = end + 1
      } else {
        result.append(byte)
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}
