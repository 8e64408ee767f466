// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Functions of texts. Places and lengths count Unicode scalars.
enum TextFunctions {
  static let all: [ScalarFunction] = [
    mapping("toUpper") { $0.uppercased() },
    mapping("upper") { $0.uppercased() },
    mapping("toLower") { $0.lowercased() },
    mapping("lower") { $0.lowercased() },
    mapping("trim") { String($0.trimmingSpaces) },
    mapping("btrim") { String($0.trimmingSpaces) },
    mapping("ltrim") { String($0.trimmingStart) },
    mapping("rtrim") { String($0[...].trimmingEnd) },
    length("char_length"),
    length("character_length"),
    ScalarFunction("left", of: [.string, .integer], gives: .string) {
      (arguments, _) throws(EvaluationProblem) in
      let text = try text(arguments[0], for: "left")
      let count = try count(arguments[1], "length", for: "left")
      return .string(String(text.unicodeScalars.prefix(count)))
    },
    ScalarFunction("right", of: [.string, .integer], gives: .string) {
      (arguments, _) throws(EvaluationProblem) in
      let text = try text(arguments[0], for: "right")
      let count = try count(arguments[1], "length", for: "right")
      return .string(String(text.unicodeScalars.suffix(count)))
    },
    ScalarFunction(
      "substring", arity: 2...3, of: [.string, .integer, .integer], gives: .string
    ) { (arguments, _) throws(EvaluationProblem) in
      let text = try text(arguments[0], for: "substring")
      let start = try count(arguments[1], "start", for: "substring")
      let rest = text.unicodeScalars.dropFirst(start)
      if arguments.count == 2 { return .string(String(rest)) }
      let length = try count(arguments[2], "length", for: "substring")
      return .string(String(rest.prefix(length)))
    },
    ScalarFunction("split", of: [.string, ArgumentKind(.string, .list)], gives: .list) {
      (arguments, context) throws(EvaluationProblem) in
      let text = try text(arguments[0], for: "split")
      return .list(try split(text, at: delimiters(arguments[1]), context))
    },
    ScalarFunction("replace", of: [.string, .string, .string], gives: .string) {
      (arguments, context) throws(EvaluationProblem) in
      .string(
        try replaced(
          text(arguments[0], for: "replace"), text(arguments[1], for: "replace"),
          by: text(arguments[2], for: "replace"), context))
    },
    ScalarFunction(
      "normalize", arity: 1...2, of: [.string, .string], gives: .string
    ) { (arguments, context) throws(EvaluationProblem) in
      let text = try text(arguments[0], for: "normalize")
      let name =
        arguments.count == 2 ? try TextFunctions.text(arguments[1], for: "normalize") : "NFC"
      guard let form = NormalForm(rawValue: name.uppercased()) else { throw .normalForm(name) }
      // A scalar comes apart into eighteen at most.
      try context.requireRoom(text: 18 * text.utf8.count)
      return .string(form.of(text))
    },
  ]

  /// A function that makes a text of a text.
  private static func mapping(
    _ name: String, _ transform: @escaping @Sendable (String) -> String
  ) -> ScalarFunction {
    ScalarFunction(name, of: [.string], gives: .string) {
      (arguments, context) throws(EvaluationProblem) in
      let text = try text(arguments[0], for: name)
      // Three scalars at most come of one when its case changes.
      try context.requireRoom(text: 3 * text.utf8.count)
      return .string(transform(text))
    }
  }

  private static func length(_ name: String) -> ScalarFunction {
    ScalarFunction(name, of: [.string], gives: .integer) {
      (arguments, _) throws(EvaluationProblem) in
      .integer(Int64(try text(arguments[0], for: name).unicodeScalars.count))
    }
  }

  private static func text(
    _ value: Value, for function: String
  ) throws(EvaluationProblem) -> String {
    guard case .string(let text) = value else {
      throw .argument(function, takes: "a string", not: value)
    }
    return text
  }

  /// A number of scalars; a text has no more than memory has bytes.
  private static func count(
    _ value: Value, _ name: String, for function: String
  ) throws(EvaluationProblem) -> Int {
    guard case .integer(let number) = value else {
      throw .argument(function, takes: "an integer", not: value)
    }
    if number < 0 { throw .negative(name, of: function, number) }
    return Int(clamping: number)
  }

  private static func delimiters(_ value: Value) throws(EvaluationProblem) -> [String] {
    switch value {
    case .string(let delimiter): return [delimiter]
    case .list(let members):
      var delimiters: [String] = []
      for member in members { delimiters.append(try text(member, for: "split")) }
      return delimiters
    default: throw .argument("split", takes: "a string or a list of strings", not: value)
    }
  }

  /// The parts between delimiters; an empty delimiter parts all scalars.
  private static func split(
    _ text: String, at delimiters: [String], _ context: EvaluationContext
  ) throws(EvaluationProblem) -> [Value] {
    var parts = [text]
    for delimiter in delimiters {
      var pieces: [String] = []
      for part in parts {
        if delimiter.isEmpty {
          try context.requireRoom(list: part.unicodeScalars.count)
          pieces += part.unicodeScalars.map { String($0) }
          if part.isEmpty { pieces.append(part) }
          continue
        }
        let search = TextSearch(delimiter)
        let places = search.places(in: part)
        try context.requireRoom(list: places.count + 1)
        var start = 0
        for place in places {
          pieces.append(part.bytes(start..<place))
          start = place + search.length
        }
        pieces.append(part.bytes(start..<part.utf8.count))
      }
      parts = pieces
    }
    return parts.map(Value.string)
  }

  /// Every place of the sought text replaced; an empty one is found nowhere.
  private static func replaced(
    _ text: String, _ sought: String, by replacement: String, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> String {
    let search = TextSearch(sought)
    let places = search.places(in: text)
    if places.isEmpty { return text }
    let (added, overflow) = places.count.multipliedReportingOverflow(by: replacement.utf8.count)
    if overflow { throw .tooLong }
    try context.requireRoom(text: text.utf8.count + added)
    var result = ""
    result.reserveCapacity(text.utf8.count - places.count * search.length + added)
    var start = 0
    for place in places {
      result += text.bytes(start..<place)
      result += replacement
      start = place + search.length
    }
    return result + text.bytes(start..<text.utf8.count)
  }
}

extension String {
  /// A stretch of the bytes that begins and ends between scalars.
  fileprivate func bytes(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(self[start..<end])
  }
}
