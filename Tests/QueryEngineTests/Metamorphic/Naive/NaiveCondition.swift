// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A condition on labels and properties, with its text and a plain reading of openCypher's rules.
indirect enum NaiveCondition {
  case comparison(String, property: String, symbol: String, Value)
  case pair(String, String, property: String, symbol: String)
  case isNull(String, property: String)
  case isIn(String, property: String, [Value])
  case label(String, String)
  case and(NaiveCondition, NaiveCondition)
  case or(NaiveCondition, NaiveCondition)
  case not(NaiveCondition)

  var text: String {
    switch self {
    case .comparison(let name, let property, let symbol, let value):
      "(\(name).\(property) \(symbol) \(value.text(.literal)))"
    case .pair(let left, let right, let property, let symbol):
      "(\(left).\(property) \(symbol) \(right).\(property))"
    case .isNull(let name, let property): "(\(name).\(property) IS NULL)"
    case .isIn(let name, let property, let values):
      "(\(name).\(property) IN [\(values.map { $0.text(.literal) }.joined(separator: ", "))])"
    case .label(let name, let label): "(\(name):\(label))"
    case .and(let left, let right): "(\(left.text) AND \(right.text))"
    case .or(let left, let right): "(\(left.text) OR \(right.text))"
    case .not(let operand): "(NOT \(operand.text))"
    }
  }

  /// True, false or unknown.
  func truth(_ binding: NaiveBinding, in sketch: GraphSketch) -> Bool? {
    func value(_ name: String, _ property: String) -> Value {
      binding.properties(of: name, in: sketch)[property] ?? .null
    }
    switch self {
    case .comparison(let name, let property, let symbol, let other):
      return Self.compare(value(name, property), symbol, other)
    case .pair(let left, let right, let property, let symbol):
      return Self.compare(value(left, property), symbol, value(right, property))
    case .isNull(let name, let property):
      if case .null = value(name, property) { return true }
      return false
    case .isIn(let name, let property, let values):
      let answers = values.map { Self.compare(value(name, property), "=", $0) }
      if answers.contains(true) { return true }
      return answers.contains(nil) ? nil : false
    case .label(let name, let label):
      return binding.nodes[name].map { sketch.nodes[$0].labels.contains(label) }
    case .and(let left, let right):
      let answers = [left.truth(binding, in: sketch), right.truth(binding, in: sketch)]
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    case .or(let left, let right):
      let answers = [left.truth(binding, in: sketch), right.truth(binding, in: sketch)]
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    case .not(let operand):
      return operand.truth(binding, in: sketch).map { !$0 }
    }
  }

  /// The comparison of numbers, texts and Booleans; other kinds do not occur here.
  static func compare(_ left: Value, _ symbol: String, _ right: Value) -> Bool? {
    func answer<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Bool? {
      switch symbol {
      case "=": left == right
      case "<>": left != right
      case "<": left < right
      case "<=": left <= right
      case ">": left > right
      default: left >= right
      }
    }
    switch (left, right) {
    case (.null, _), (_, .null): return nil
    case (.integer(let left), .integer(let right)): return answer(left, right)
    case (.integer(let left), .float(let right)): return answer(Double(left), right)
    case (.float(let left), .integer(let right)): return answer(left, Double(right))
    case (.float(let left), .float(let right)): return answer(left, right)
    case (.boolean(let left), .boolean(let right)): return answer(left ? 1 : 0, right ? 1 : 0)
    case (.string(let left), .string(let right)):
      // Texts compare by scalar values: as texts of the same length in digits would.
      func digits(_ text: String) -> String {
        text.unicodeScalars.map { String(0x1000_0000 + $0.value, radix: 16) }.joined()
      }
      return answer(digits(left), digits(right))
    default: return symbol == "=" ? false : symbol == "<>" ? true : nil
    }
  }
}
