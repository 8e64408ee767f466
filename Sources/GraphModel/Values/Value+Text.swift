// SPDX-License-Identifier: Apache-2.0

/// The ways to write a value.
public enum ValueTextStyle: Sendable, Hashable {
  /// As a query writes it: text in quotes, dates and times as calls: `date('2015-07-21')`.
  case literal
  /// As openCypher shows results: text, dates and times in quotes.
  case result
  /// For people: no quotes.
  case plain
}

extension Value: CustomStringConvertible {
  /// The canonical text, which reads back as the same value where the language has a form for it.
  public var description: String { text(.literal) }

  /// The text for people: no quotes, no calls.
  public var displayText: String { text(.plain) }

  /// The text of the value in a style.
  ///
  /// Linear in the value.
  ///
  /// A graph knows what its nodes and edges hold; here they are only numbers: `(#3)`, `[#7]`.
  public func text(_ style: ValueTextStyle) -> String {
    var output = ""
    write(in: style, to: &output)
    return output
  }

  private func write(in style: ValueTextStyle, to output: inout String) {
    switch self {
    case .null: output += "null"
    case .boolean(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .float(let value): output += FloatText.text(value)
    case .string(let value): output += style == .plain ? value : QuotedText.quoted(value)
    case .list(let values):
      output += "["
      for (index, value) in values.enumerated() {
        if index > 0 { output += ", " }
        value.write(in: style, to: &output)
      }
      output += "]"
    case .map(let map):
      output += "{"
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { output += ", " }
        output += QuotedText.key(entry.key) + ": "
        entry.value.write(in: style, to: &output)
      }
      output += "}"
    case .date(let value): output += style.wrapped(value.description, "date")
    case .localTime(let value): output += style.wrapped(value.description, "localtime")
    case .time(let value): output += style.wrapped(value.description, "time")
    case .localDateTime(let value): output += style.wrapped(value.description, "localdatetime")
    case .dateTime(let value): output += style.wrapped(value.description, "datetime")
    case .duration(let value): output += style.wrapped(value.description, "duration")
    case .partialDate(let value): output += style.wrapped(value.description, "partialdate")
    case .node(let node): output += "(#\(node.rawValue))"
    case .edge(let edge): output += "[#\(edge.rawValue)]"
    case .path(let path): output += path.description
    }
  }
}

extension ValueTextStyle {
  /// A date, time or duration in this style.
  fileprivate func wrapped(_ text: String, _ function: String) -> String {
    switch self {
    case .literal: "\(function)('\(text)')"
    case .result: "'\(text)'"
    case .plain: text
    }
  }
}

extension PathValue: CustomStringConvertible {
  /// The numbers of nodes and edges in walking order: `<(#0)-[#4]-(#1)>`.
  public var description: String {
    var text = "<"
    for (index, node) in nodes.enumerated() {
      if index > 0 { text += "-[#\(edges[index - 1].rawValue)]-" }
      text += "(#\(node.rawValue))"
    }
    return text + ">"
  }
}

/// The text of floats.
enum FloatText {
  /// The shortest decimal that reads back as the same float, with a point or an exponent.
  static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let text = value.description
    guard let exponent = text.utf8.firstIndex(of: UInt8(ascii: "e")) else { return text }
    let afterExponent = text.utf8.index(after: exponent)
    guard text.utf8[afterExponent] == UInt8(ascii: "+") else { return text }
    return String(text[..<afterExponent] + text[text.utf8.index(after: afterExponent)...])
  }
}

/// Quotes and escapes of openCypher.
enum QuotedText {
  /// A text in single quotes, with escapes for quotes, backslashes and control characters.
  static func quoted(_ text: String) -> String {
    var output = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": output += "\\'"
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{8}": output += "\\b"
      case "\u{C}": output += "\\f"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        // Line separators and direction marks could make a text look like another one.
        let digits = String(scalar.value, radix: 16, uppercase: true)
        output += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "'"
  }

  /// A key as it is when it is a plain name, otherwise in backticks.
  static func key(_ key: String) -> String {
    let isPlain =
      !key.isEmpty && !(0x30...0x39).contains(key.utf8.first ?? 0x30)
      && key.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
        default: false
        }
      }
    if isPlain { return key }
    var output = "`"
    for scalar in key.unicodeScalars {
      if scalar == "`" { output += "`" }
      output.unicodeScalars.append(scalar)
    }
    return output + "`"
  }
}
