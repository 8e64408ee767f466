// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

@testable import QueryEngine

/// Works out small texts of calls, literals and operators, so that tests of functions read as
/// queries do: `date({year: 2015, month: 7}) + duration('P1D')`.
///
/// No more of the grammar than such tests need; names without brackets are taken from a map.
struct Calculator {
  var context: EvaluationContext
  var variables: [String: Value] = [:]

  init(
    graph: PropertyGraph = PropertyGraph(), limits: QueryLimits = .standard,
    variables: [String: Value] = [:]
  ) {
    context = EvaluationContext(graph: graph, now: Calculator.now, meter: RunMeter(limits))
    self.variables = variables
  }

  /// A Sunday at an offset, so that neither is mistaken for its default.
  static let now: ZonedDateTime = {
    guard let now = ZonedDateTime("2026-11-29T10:20:30.123456789+02:00") else {
      preconditionFailure("the text is a date and time")
    }
    return now
  }()

  func callAsFunction(_ text: String) throws -> Value {
    var reader = Reader(text: Array(text.unicodeScalars), calculator: self)
    let value = try reader.sum()
    reader.skipSpaces()
    guard reader.isAtEnd else { throw Unreadable(text: text, position: reader.position) }
    return value
  }

  /// The value as openCypher shows results.
  func shown(_ text: String) throws -> String { try self(text).text(.result) }

  /// The kind and detail of the problem of a text, with its message; nil where there is none.
  func problem(_ text: String) -> EvaluationProblem? {
    do {
      _ = try self(text)
      return nil
    } catch {
      return error as? EvaluationProblem
    }
  }
}

/// A text that the calculator has no grammar for: a mistake in a test.
struct Unreadable: Error {
  let text: String
  let position: Int
}

/// Reads an expression and works it out as it goes.
private struct Reader {
  let text: [Unicode.Scalar]
  let calculator: Calculator
  var position = 0

  private var context: EvaluationContext { calculator.context }

  var isAtEnd: Bool { position == text.count }

  mutating func skipSpaces() {
    while position < text.count, text[position].properties.isWhitespace { position += 1 }
  }

  private mutating func take(_ symbol: String) -> Bool {
    skipSpaces()
    guard text[position...].starts(with: symbol.unicodeScalars) else { return false }
    position += symbol.unicodeScalars.count
    return true
  }

  private mutating func expect(_ symbol: String) throws {
    guard take(symbol) else { throw unreadable }
  }

  private var unreadable: Unreadable {
    Unreadable(text: String(String.UnicodeScalarView(text)), position: position)
  }

  mutating func sum() throws -> Value {
    var value = try product()
    while true {
      if take("||") {
        value = try ValueOperators.concatenate(value, try product(), context)
      } else if take("+") {
        value = try ValueOperators.add(value, try product(), context)
      } else if take("-") {
        value = try ValueOperators.subtract(value, try product(), context)
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Value {
    var value = try power()
    while true {
      if take("*") {
        value = try ValueOperators.multiply(value, try power(), context)
      } else if take("/") {
        value = try ValueOperators.divide(value, try power(), context)
      } else if take("%") {
        value = try ValueOperators.remainder(value, try power(), context)
      } else {
        return value
      }
    }
  }

  private mutating func power() throws -> Value {
    var value = try postfix()
    while take("^") { value = try ValueOperators.power(value, try postfix(), context) }
    return value
  }

  private mutating func postfix() throws -> Value {
    var value = try atom()
    while true {
      if take("[") {
        value = try element(of: value)
      } else if position + 1 < text.count, text[position] == ".", isWord(text[position + 1]) {
        position += 1
        value = try ValueOperators.property(word(), of: value, context)
      } else {
        return value
      }
    }
  }

  private mutating func element(of value: Value) throws -> Value {
    let from = take("..") ? nil : Optional(try sum())
    if from != nil, take("]") {
      return try ValueOperators.element(at: from ?? .null, of: value, context)
    }
    if from != nil { try expect("..") }
    if take("]") { return try ValueOperators.slice(of: value, from: from, to: nil, context) }
    let to = try sum()
    try expect("]")
    return try ValueOperators.slice(of: value, from: from, to: to, context)
  }

  private mutating func atom() throws -> Value {
    skipSpaces()
    guard position < text.count else { throw unreadable }
    switch text[position] {
    case "(":
      position += 1
      let value = try sum()
      try expect(")")
      return value
    case "[":
      position += 1
      return .list(try items(upTo: "]") { reader in try reader.sum() })
    case "{":
      position += 1
      let entries = try items(upTo: "}") { reader in
        reader.skipSpaces()
        let key = reader.word()
        try reader.expect(":")
        return (key, try reader.sum())
      }
      return .map(ValueMap(entries))
    case "'": return .string(try quoted())
    case "-":
      position += 1
      skipSpaces()
      if position < text.count, isDigit(text[position]) { return try number(sign: "-") }
      return try ValueOperators.negate(try postfix())
    case let scalar where isDigit(scalar): return try number(sign: "")
    default: return try named()
    }
  }

  private mutating func items<Item>(
    upTo end: String, _ read: (inout Reader) throws -> Item
  ) throws -> [Item] {
    var items: [Item] = []
    if take(end) { return items }
    repeat { items.append(try read(&self)) } while take(",")
    try expect(end)
    return items
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || isDigit(scalar)
  }

  private mutating func word() -> String {
    let start = position
    while position < text.count, isWord(text[position]) { position += 1 }
    return String(String.UnicodeScalarView(text[start..<position]))
  }

  private mutating func quoted() throws -> String {
    position += 1
    var content = String.UnicodeScalarView()
    while position < text.count, text[position] != "'" {
      if text[position] == "\\" { position += 1 }
      guard position < text.count else { throw unreadable }
      content.append(text[position])
      position += 1
    }
    try expect("'")
    return String(content)
  }

  private mutating func number(sign: String) throws -> Value {
    let start = position
    while position < text.count {
      let scalar = text[position]
      let isPoint =
        scalar == "." && position + 1 < text.count && isDigit(text[position + 1])
      let isSign = (scalar == "-" || scalar == "+") && text[position - 1] == "e"
      guard isDigit(scalar) || isPoint || isSign || scalar == "e" else { break }
      position += 1
    }
    let digits = sign + String(String.UnicodeScalarView(text[start..<position]))
    if let integer = Int64(digits) { return .integer(integer) }
    guard let float = Double(digits) else { throw unreadable }
    return .float(float)
  }

  /// A word of the language, a call of a function whose name may have parts, or a variable.
  private mutating func named() throws -> Value {
    var name = word()
    switch name.lowercased() {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "": throw unreadable
    default: break
    }
    if let value = calculator.variables[name] { return value }
    while take(".") { name += "." + word() }
    try expect("(")
    let arguments = try items(upTo: ")") { reader in try reader.sum() }
    guard let function = FunctionCatalogue.scalar(named: name),
      function.arity.contains(arguments.count)
    else { throw unreadable }
    return try function(arguments, context)
  }
}
