// SPDX-License-Identifier: Apache-2.0

/// XML text under construction. Every value that goes in is cleaned and escaped here.
///
/// Bytes are gathered, not strings: a figure is made of thousands of short pieces.
struct Markup {
  private var bytes: [UInt8] = []

  /// What has been written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A value for an attribute.
  enum Value {
    case number(Double)
    case string(String)
  }

  init() { bytes.reserveCapacity(1 << 14) }

  mutating func open(_ element: String, _ attributes: KeyValuePairs<String, Value?> = [:]) {
    start(element, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func close(_ element: String) {
    append("</")
    append(element)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func empty(_ element: String, _ attributes: KeyValuePairs<String, Value?> = [:]) {
    start(element, attributes)
    append("/>")
  }

  mutating func element(
    _ element: String, _ attributes: KeyValuePairs<String, Value?> = [:], content: String
  ) {
    open(element, attributes)
    self.content(content)
    close(element)
  }

  mutating func content(_ content: String) {
    appendEscaped(content)
  }

  /// Adds what was written elsewhere.
  mutating func append(_ markup: Markup) {
    bytes.append(contentsOf: markup.bytes)
  }

  mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func start(_ element: String, _ attributes: KeyValuePairs<String, Value?>) {
    bytes.append(UInt8(ascii: "<"))
    append(element)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      append(name)
      append("=\"")
      switch value {
      case .number(let number): forEachByte(ofDecimal: number) { bytes.append($0) }
      case .string(let string): appendEscaped(string)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func append(_ string: String) {
    bytes.append(contentsOf: string.utf8)
  }

  /// Adds text that XML 1.0 allows, with its five special characters escaped.
  private mutating func appendEscaped(_ string: String) {
    if DisplayText.isPlain(string) { return append(string) }
    for byte in DisplayText.clean(string, limit: 100_000).utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
  }
}

extension Markup.Value: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation
{
  init(stringLiteral value: String) { self = .string(value) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
}
