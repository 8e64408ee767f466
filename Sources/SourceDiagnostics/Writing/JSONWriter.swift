// SPDX-License-Identifier: Apache-2.0

/// Writes JSON (RFC 8259) from beginning to end, in the order in which it is told.
///
/// What has been written can be taken away at any time, so a document of any size needs little
/// memory. Members keep the given order; floats are written with the fewest digits that read back
/// as the same number. Calls that would not make a document (a value without a key in an object,
/// an end without a beginning) are faults of the programme and stop it.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("schema", "example/1")
///   json.member("rows") { json in
///     json.array { json in json.value(1) }
///   }
/// }
/// let text = json.finish()
/// ```
///
/// ## Topics
/// - Containers: ``object(_:)``, ``array(_:)``, ``beginObject()``, ``endObject()``,
///   ``beginArray()``, ``endArray()``
/// - Contents: ``key(_:)``, ``null()``
/// - Output: ``takeOutput()``, ``finish()``
public struct JSONWriter: Sendable {
  private enum Container: Sendable {
    case object, array
  }

  private struct Level: Sendable {
    let container: Container
    var isEmpty = true
  }

  /// How many spaces each level is indented by; nil for one line without spaces.
  public let indentation: Int?

  /// Whether `<`, `>` and `&` are written as escapes, so that the text may stand inside HTML.
  public let isSafeInMarkup: Bool

  private var output: [UInt8] = []
  private var levels: [Level] = []
  private var hasKey = false
  private var hasRoot = false

  /// What is written deeper than this stays on one line.
  private var lineDepth: Int?

  public init(indentation: Int? = 2, isSafeInMarkup: Bool = false) {
    self.indentation = indentation
    self.isSafeInMarkup = isSafeInMarkup
  }

  // MARK: Containers

  public mutating func beginObject() {
    prepareForValue()
    output.append(UInt8(ascii: "{"))
    levels.append(Level(container: .object))
  }

  public mutating func endObject() {
    end(.object, with: UInt8(ascii: "}"))
  }

  public mutating func beginArray() {
    prepareForValue()
    output.append(UInt8(ascii: "["))
    levels.append(Level(container: .array))
  }

  public mutating func endArray() {
    end(.array, with: UInt8(ascii: "]"))
  }

  /// Writes an object whose members the body writes.
  public mutating func object<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginObject()
    try body(&self)
    endObject()
  }

  /// Writes an array whose items the body writes.
  public mutating func array<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginArray()
    try body(&self)
    endArray()
  }

  /// Writes what the body writes on one line, with a space after each comma, in a document that is
  /// indented otherwise.
  public mutating func onOneLine(_ body: (inout JSONWriter) -> Void) {
    let outer = lineDepth
    if outer == nil { lineDepth = levels.count }
    body(&self)
    lineDepth = outer
  }

  // MARK: Contents

  /// Writes the name of the next member.
  ///
  /// Names are not checked for repetition.
  public mutating func key(_ name: String) {
    precondition(levels.last?.container == .object && !hasKey, "a key stands only in an object")
    separate()
    writeText(name)
    output.append(UInt8(ascii: ":"))
    if indentation != nil { output.append(UInt8(ascii: " ")) }
    hasKey = true
  }

  public mutating func null() {
    prepareForValue()
    output += "null".utf8
  }

  public mutating func value(_ boolean: Bool) {
    prepareForValue()
    output += (boolean ? "true" : "false").utf8
  }

  public mutating func value(_ integer: Int) {
    value(Int64(integer))
  }

  public mutating func value(_ integer: Int64) {
    prepareForValue()
    output += String(integer).utf8
  }

  /// Writes a number; JSON has none for infinity and not-a-number, which become `null`.
  public mutating func value(_ float: Double) {
    prepareForValue()
    output += (float.isFinite ? float.description : "null").utf8
  }

  public mutating func value(_ text: String) {
    prepareForValue()
    writeText(text)
  }

  /// Writes the text, or `null` for nil.
  public mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  // MARK: Output

  /// What was written since the last call.
  ///
  /// The document goes on after it.
  public mutating func takeOutput() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// What was written since the last ``takeOutput()``, and a line end.
  ///
  /// The document is complete.
  public consuming func finish() -> String {
    precondition(levels.isEmpty && hasRoot, "a document has one complete value")
    output.append(0x0A)
    return String(decoding: output, as: UTF8.self)
  }

  // MARK: Inside

  private mutating func end(_ container: Container, with byte: UInt8) {
    precondition(levels.last?.container == container && !hasKey, "an end fits its beginning")
    let isOnOneLine = isOnOneLine
    if levels.popLast()?.isEmpty == false, !isOnOneLine { breakLine() }
    output.append(byte)
  }

  private mutating func prepareForValue() {
    switch levels.last?.container {
    case .object:
      precondition(hasKey, "a value in an object follows its key")
      hasKey = false
    case .array:
      separate()
    case nil:
      precondition(!hasRoot, "a document has one value")
      hasRoot = true
    }
  }

  private mutating func separate() {
    let last = levels.count - 1
    if levels[last].isEmpty {
      levels[last].isEmpty = false
    } else {
      output.append(UInt8(ascii: ","))
      if isOnOneLine, indentation != nil { output.append(UInt8(ascii: " ")) }
    }
    if !isOnOneLine { breakLine() }
  }

  private var isOnOneLine: Bool { lineDepth.map { levels.count > $0 } ?? false }

  private mutating func breakLine() {
    guard let indentation else { return }
    output.append(0x0A)
    output += repeatElement(UInt8(ascii: " "), count: indentation * levels.count)
  }

  private mutating func writeText(_ text: String) {
    output.append(UInt8(ascii: "\""))
    // U+2028 and U+2029 end a line in JavaScript; their three bytes begin with E2 80.
    var tail = (0 as UInt8, 0 as UInt8)
    for byte in text.utf8 {
      if tail == (0xE2, 0x80), byte == 0xA8 || byte == 0xA9 {
        output.removeLast(2)
        output += (byte == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8
      } else {
        writeByte(byte)
      }
      tail = (tail.1, byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeByte(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): output += #"\""#.utf8
    case UInt8(ascii: "\\"): output += #"\\"#.utf8
    case 0x0A: output += #"\n"#.utf8
    case 0x0D: output += #"\r"#.utf8
    case 0x09: output += #"\t"#.utf8
    case 0x00..<0x20, 0x7F: writeEscape(byte)
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      if isSafeInMarkup { writeEscape(byte) } else { output.append(byte) }
    default: output.append(byte)
    }
  }

  private mutating func writeEscape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    output += #"\u00"#.utf8
    output.append(digits[Int(byte >> 4)])
    output.append(digits[Int(byte & 0x0F)])
  }
}

extension JSONWriter {
  /// Writes a member whose value the body writes.
  public mutating func member<Failure: Error>(
    _ name: String, _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    try body(&self)
  }

  public mutating func member(_ name: String, _ value: String) {
    key(name)
    self.value(value)
  }

  /// Writes a member whose value is the text, or `null` for nil.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ value: Double) {
    key(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ value: [String]) {
    key(name)
    beginArray()
    for item in value { self.value(item) }
    endArray()
  }
}
