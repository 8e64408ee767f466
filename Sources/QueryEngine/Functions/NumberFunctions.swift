// SPDX-License-Identifier: Apache-2.0

import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions of numbers. Angles are in radians; where a function has no value there is NaN.
enum NumberFunctions {
  static let all: [ScalarFunction] =
    [
      ScalarFunction("abs", of: [.number]) { (arguments, _) throws(EvaluationProblem) in
        switch arguments[0] {
        case .integer(let number):
          if number == .min { throw .overflow("abs(\(number))") }
          return .integer(abs(number))
        case .float(let number): return .float(number.magnitude)
        case let value: throw .argument("abs", takes: "a number", not: value)
        }
      },
      ScalarFunction("sign", of: [.number], gives: .integer) {
        (arguments, _) throws(EvaluationProblem) in
        let number = try float(arguments[0], for: "sign")
        return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
      },
      ScalarFunction("isNaN", of: [.number], gives: .boolean) {
        (arguments, _) throws(EvaluationProblem) in
        .boolean(try float(arguments[0], for: "isNaN").isNaN)
      },
      ScalarFunction("atan2", of: [.number, .number], gives: .float) {
        (arguments, _) throws(EvaluationProblem) in
        .float(
          atan2(try float(arguments[0], for: "atan2"), try float(arguments[1], for: "atan2")))
      },
      ScalarFunction("pi", of: [], gives: .float) { _, _ in .float(.pi) },
      ScalarFunction("e", of: [], gives: .float) { _, _ in .float(exp(1)) },
      ScalarFunction("rand", of: [], gives: .float, isDeterministic: false) { _, _ in
        .float(.random(in: 0..<1))
      },
      ScalarFunction("randomUUID", of: [], gives: .string, isDeterministic: false) { _, _ in
        .string(randomIdentifier())
      },
    ] + simple

  private static let simple: [ScalarFunction] = [
    function("ceil") { $0.rounded(.up) },
    function("floor") { $0.rounded(.down) },
    function("sqrt") { $0.squareRoot() },
    function("exp") { exp($0) },
    function("log") { log($0) },
    function("log10") { log10($0) },
    function("sin") { sin($0) },
    function("cos") { cos($0) },
    function("tan") { tan($0) },
    function("cot") { 1 / tan($0) },
    function("asin") { asin($0) },
    function("acos") { acos($0) },
    function("atan") { atan($0) },
    function("sinh") { sinh($0) },
    function("cosh") { cosh($0) },
    function("tanh") { tanh($0) },
    function("coth") { 1 / tanh($0) },
    function("haversin") { (1 - cos($0)) / 2 },
    function("degrees") { $0 * 180 / .pi },
    function("radians") { $0 * .pi / 180 },
  ]

  /// A function of one number, always a float.
  private static func function(
    _ name: String, _ calculate: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    ScalarFunction(name, of: [.number], gives: .float) {
      (arguments, _) throws(EvaluationProblem) in
      .float(calculate(try float(arguments[0], for: name)))
    }
  }

  private static func float(
    _ value: Value, for function: String
  ) throws(EvaluationProblem) -> Double {
    guard let number = value.number else {
      throw .argument(function, takes: "a number", not: value)
    }
    return number
  }

  /// A random identifier of 128 bits, version 4 of RFC 9562: `6ba7b810-9dad-41d1-80b4-00c04fd430c8`.
  private static func randomIdentifier() -> String {
    var high = UInt64.random(in: .min ... .max)
    var low = UInt64.random(in: .min ... .max)
    high = high & ~0xF000 | 0x4000
    low = low & ~(0b11 << 62) | 0b10 << 62
    func digits(_ number: UInt64, _ count: Int) -> String {
      let text = String(number, radix: 16)
      return String(repeating: "0", count: count - text.utf8.count) + text
    }
    return [
      digits(high >> 32, 8), digits(high >> 16 & 0xFFFF, 4), digits(high & 0xFFFF, 4),
      digits(low >> 48, 4), digits(low & 0xFFFF_FFFF_FFFF, 12),
    ].joined(separator: "-")
  }
}
