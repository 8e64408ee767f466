// SPDX-License-Identifier: Apache-2.0

/// Reads JSON (RFC 8259) into places, within limits and without recursion.
///
/// Names in an object must be distinct, and strings must be texts: of two members of one name
/// programs read different ones.
package struct JSONSyntaxParser {
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var position = 0
  private var entries: [JSONSyntax.Entry] = []

  /// The arrays and objects that are not closed yet, with the names seen in objects.
  private var open: [(entry: Int, names: Set<String>)] = []

  /// - Throws: ``JSONFault`` with its place.
  ///
  /// Complexity: linear in the number of bytes.
  package static func parse(
    _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(JSONFault) -> JSONSyntax {
    var parser = JSONSyntaxParser(bytes: bytes, limits: limits)
    guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
      throw parser.fault(.tooLong(limit: limits.bytes), at: 0)
    }
    try parser.checkEncoding()
    try parser.document()
    return JSONSyntax(bytes: bytes, entries: parser.entries)
  }

  private init(bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  private func checkEncoding() throws(JSONFault) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    var decoder = UTF8()
    var consumed = 0
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      consumed += UTF8.width(scalar)
    }
    throw fault(.notUTF8, at: min(consumed, bytes.count))
  }

  // MARK: Values

  private mutating func document() throws(JSONFault) {
    try value()
    while !open.isEmpty { try step() }
    skipSpace()
    guard position == bytes.count else { throw fault(.goesOn, at: position) }
  }

  /// Goes on in the innermost array or object: to its next value or to its end.
  private mutating func step() throws(JSONFault) {
    let last = open.count - 1
    let entry = open[last].entry
    let isObject = entries[entry].kind == .object
    let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let isFirst = entries.count == entry + 1
    skipSpace()
    if current == closing {
      position += 1
      entries[entry].end = UInt32(position)
      entries[entry].next = UInt32(entries.count)
      open.removeLast()
      return
    }
    if !isFirst {
      guard current == UInt8(ascii: ",") else {
        throw unexpected(isObject ? "a comma or }" : "a comma or ]")
      }
      position += 1
      skipSpace()
    }
    if isObject { try name(in: last) }
    try value()
  }

  private mutating func name(in level: Int) throws(JSONFault) {
    guard current == UInt8(ascii: "\"") else { throw unexpected("the name of a member") }
    let start = position
    try string()
    let key = JSONSyntax(bytes: bytes, entries: [entries[entries.count - 1]])
    let name = key.string(key.root) ?? ""
    guard open[level].names.insert(name).inserted else {
      throw fault(.repeatedName(String(name.prefix(60))), at: start)
    }
    skipSpace()
    guard current == UInt8(ascii: ":") else { throw unexpected("a colon") }
    position += 1
  }

  private mutating func value() throws(JSONFault) {
    skipSpace()
    guard let byte = current else { throw fault(.endsEarly, at: position) }
    switch byte {
    case UInt8(ascii: "{"): try begin(.object)
    case UInt8(ascii: "["): try begin(.array)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true", .boolean)
    case UInt8(ascii: "f"): try word("false", .boolean)
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw unexpected("a value")
    }
  }

  private mutating func begin(_ kind: JSONSyntax.Kind) throws(JSONFault) {
    guard open.count < limits.depth else {
      throw fault(.tooDeep(limit: limits.depth), at: position)
    }
    open.append((entries.count, []))
    let start = position
    position += 1
    try append(kind, from: start)
  }

  private mutating func append(_ kind: JSONSyntax.Kind, from start: Int) throws(JSONFault) {
    guard entries.count < limits.values else {
      throw fault(.tooManyValues(limit: limits.values), at: start)
    }
    entries.append(
      JSONSyntax.Entry(
        kind: kind, start: UInt32(start), end: UInt32(position), next: UInt32(entries.count + 1)))
  }

  private mutating func word(_ word: String, _ kind: JSONSyntax.Kind) throws(JSONFault) {
    guard bytes[position...].starts(with: word.utf8) else { throw unexpected("a value") }
    let start = position
    position += word.utf8.count
    try append(kind, from: start)
  }

  private mutating func number() throws(JSONFault) {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if current == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    try append(.number, from: start)
  }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
    guard position > start else { throw unexpected("a digit") }
  }

  private mutating func string() throws(JSONFault) {
    let start = position
    position += 1
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try append(.string, from: start)
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw fault(.controlInString, at: position)
      default: position += 1
      }
    }
    throw fault(.endsEarly, at: position)
  }

  private mutating func escape() throws(JSONFault) {
    let start = position
    position += 1
    guard let letter = current else { throw fault(.endsEarly, at: position) }
    position += 1
    guard letter == UInt8(ascii: "u") else {
      guard "\"\\/bfnrt".utf8.contains(letter) else { throw fault(.badEscape, at: start) }
      return
    }
    let unit = try codeUnit(from: start)
    if (0xDC00..<0xE000).contains(unit) { throw fault(.halfPair, at: start) }
    guard (0xD800..<0xDC00).contains(unit) else { return }
    guard bytes[position...].starts(with: #"\u"#.utf8) else { throw fault(.halfPair, at: start) }
    position += 2
    guard (0xDC00..<0xE000).contains(try codeUnit(from: start)) else {
      throw fault(.halfPair, at: start)
    }
  }

  private mutating func codeUnit(from start: Int) throws(JSONFault) -> Int {
    var unit = 0
    for _ in 0..<4 {
      guard let digit = current.flatMap(Self.hexadecimal) else {
        throw fault(.badEscape, at: start)
      }
      unit = unit << 4 | Int(digit)
      position += 1
    }
    return unit
  }

  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  // MARK: Bytes

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func unexpected(_ expected: String) -> JSONFault {
    fault(position < bytes.count ? .unexpected(expected: expected) : .endsEarly, at: position)
  }

  private func fault(_ problem: JSONFault.Problem, at offset: Int) -> JSONFault {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONFault(
      problem: problem, line: 1 + before.count { $0 == 0x0A }, column: offset - start + 1)
  }
}
