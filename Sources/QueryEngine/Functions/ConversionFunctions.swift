// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Values of one kind made of values of another: `toInteger`, `toIntegerOrNull`, `toIntegerList`
/// and their kin.
enum ConversionFunctions {
  static let all: [ScalarFunction] =
    family("toBoolean", gives: .boolean, from: "a boolean, a string or an integer", boolean)
    + family("toInteger", gives: .integer, from: "a number, a string or a boolean", integer)
    + family("toFloat", gives: .float, from: "a number or a string", float)
    + family("toString", gives: .string, from: "a single value", text)
    + [
      ScalarFunction("valueType", of: [.any], gives: .string, acceptsNull: true) { arguments, _ in
        .string(arguments[0].typeName)
      }
    ]

  /// What a conversion comes to.
  fileprivate enum Outcome {
    case value(Value)
    /// The text does not say such a value.
    case unreadable
    /// A number that is too large.
    case tooLarge
    /// No value of this kind can be converted.
    case wrongKind
  }

  /// The three forms of a conversion: one that refuses what has the wrong kind, one that makes it
  /// null, and one for each member of a list.
  private static func family(
    _ name: String, gives kind: ValueKind, from expected: String,
    _ convert: @escaping @Sendable (Value) -> Outcome
  ) -> [ScalarFunction] {
    [
      ScalarFunction(name, of: [.any], gives: kind) { (arguments, _) throws(EvaluationProblem) in
        switch convert(arguments[0]) {
        case .value(let value): return value
        case .unreadable: return .null
        case .tooLarge: throw .overflow("\(name)(\(arguments[0].text(.plain)))")
        case .wrongKind: throw .argument(name, takes: expected, not: arguments[0])
        }
      },
      ScalarFunction(name + "OrNull", of: [.any], gives: kind) { arguments, _ in
        convert(arguments[0]).orNull
      },
      ScalarFunction(name + "List", of: [.list], gives: .list) {
        (arguments, context) throws(EvaluationProblem) in
        guard case .list(let members) = arguments[0] else {
          throw .argument(name + "List", takes: "a list", not: arguments[0])
        }
        try context.requireRoom(list: members.count)
        return .list(members.map { convert($0).orNull })
      },
    ]
  }

  private static func boolean(_ value: Value) -> Outcome {
    switch value {
    case .boolean: .value(value)
    case .integer(let number): .value(.boolean(number != 0))
    case .string(let text):
      switch text.trimmingSpaces.lowercased() {
      case "true": .value(.boolean(true))
      case "false": .value(.boolean(false))
      default: .unreadable
      }
    default: .wrongKind
    }
  }

  private static func integer(_ value: Value) -> Outcome {
    switch value {
    case .integer: return .value(value)
    case .float(let number): return integer(number)
    case .boolean(let boolean): return .value(.integer(boolean ? 1 : 0))
    case .string(let text):
      let trimmed = String(text.trimmingSpaces)
      if let number = Int64(trimmed) { return .value(.integer(number)) }
      return decimal(trimmed).map(integer) ?? .unreadable
    default: return .wrongKind
    }
  }

  private static func integer(_ number: Double) -> Outcome {
    // Towards zero; 2^63 and beyond, and NaN, are no integers.
    Int64(exactly: number.rounded(.towardZero)).map { .value(.integer($0)) } ?? .tooLarge
  }

  private static func float(_ value: Value) -> Outcome {
    switch value {
    case .float: .value(value)
    case .integer(let number): .value(.float(Double(number)))
    case .string(let text):
      decimal(String(text.trimmingSpaces)).map { .value(.float($0)) } ?? .unreadable
    default: .wrongKind
    }
  }

  private static func text(_ value: Value) -> Outcome {
    value.scalarText.map { .value(.string($0)) } ?? .wrongKind
  }

  /// A decimal number, or the name by which a float that is none is written.
  ///
  /// Swift would take hexadecimal numbers and more names for them.
  private static func decimal(_ text: String) -> Double? {
    if ["NaN", "Infinity", "-Infinity"].contains(text) { return Double(text) }
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    return isDecimal ? Double(text) : nil
  }
}

extension ConversionFunctions.Outcome {
  fileprivate var orNull: Value {
    if case .value(let value) = self { return value }
    return .null
  }
}
