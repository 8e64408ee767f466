// SPDX-License-Identifier: Apache-2.0

/// XML text under construction. Every value that goes in is cleaned and escaped here.
struct Markup {
  private(set) var text = ""

  /// A value for an attribute.
  enum Value {
    case number(Double)
    case string(String)
  }

  mutating func open(_ element: String, _ attributes: KeyValuePairs<String, Value?> = [:]) {
    start(element, attributes)
    text += ">"
  }

  mutating func close(_ element: String) {
    text += "</\(element)>"
  }

  mutating func empty(_ element: String, _ attributes: KeyValuePairs<String, Value?> = [:]) {
    start(element, attributes)
    text += "/>"
  }

  mutating func element(
    _ element: String, _ attributes: KeyValuePairs<String, Value?> = [:], content: String
  ) {
    open(element, attributes)
    self.content(content)
    close(element)
  }

  mutating func content(_ content: String) {
    text += Markup.escaped(content)
  }

  mutating func newline() {
    text += "\n"
  }

  private mutating func start(_ element: String, _ attributes: KeyValuePairs<String, Value?>) {
    text += "<\(element)"
    for (name, value) in attributes {
      switch value {
      case .none: continue
      case .number(let number): text += " \(name)=\"\(decimal(number))\""
      case .string(let string): text += " \(name)=\"\(Markup.escaped(string))\""
      }
    }
  }

  /// Text that XML 1.0 allows, with its five special characters escaped.
  static func escaped(_ string: String) -> String {
    if DisplayText.isPlain(string) { return string }
    var result = ""
    result.reserveCapacity(string.utf8.count)
    for scalar in DisplayText.clean(string, limit: 100_000).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Markup.Value: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation
{
  init(stringLiteral value: String) { self = .string(value) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
}
