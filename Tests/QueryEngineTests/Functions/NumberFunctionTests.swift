// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Functions of numbers")
struct NumberFunctionTests {
  @Test(
    "values",
    arguments: [
      ("abs(-5)", "5"), ("abs(-5.5)", "5.5"), ("sign(-3)", "-1"), ("sign(0)", "0"),
      ("sign(2.5)", "1"), ("ceil(0.1)", "1.0"), ("floor(0.9)", "0.0"), ("floor(-0.1)", "-1.0"),
      ("sqrt(12.96)", "3.6"), ("sqrt(-1)", "NaN"), ("exp(0)", "1.0"), ("log(e())", "1.0"),
      ("log10(1000)", "3.0"), ("log(0)", "-Infinity"), ("e()", "2.718281828459045"),
      ("pi()", "3.141592653589793"), ("sin(0)", "0.0"), ("cos(0)", "1.0"), ("tan(0)", "0.0"),
      ("asin(1) * 2", "3.141592653589793"), ("acos(1)", "0.0"), ("atan(0)", "0.0"),
      ("atan2(1, 1) * 4", "3.141592653589793"), ("cot(0)", "Infinity"), ("sinh(0)", "0.0"),
      ("cosh(0)", "1.0"), ("tanh(0)", "0.0"), ("haversin(pi())", "1.0"), ("degrees(pi())", "180.0"),
      ("radians(180)", "3.141592653589793"), ("isNaN(0.0 / 0.0)", "true"), ("isNaN(1)", "false"),
      ("abs(null)", "null"), ("sqrt(null)", "null"),
    ])
  func values(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test(
    "rounding",
    arguments: [
      ("round(3.141592)", "3.0"), ("round(2.5)", "3.0"), ("round(-2.5)", "-2.0"),
      ("round(-1.5)", "-1.0"), ("round(0.49999999999999994)", "0.0"), ("round(7)", "7.0"),
      ("round(1e300)", "1e300"), ("round(3.141592, 3)", "3.142"), ("round(1.005, 2)", "1.01"),
      ("round(2.675, 2)", "2.68"), ("round(-1.55, 1)", "-1.6"),
      ("round(1.55, 1, 'HALF_DOWN')", "1.5"),
      ("round(1.25, 1, 'HALF_EVEN')", "1.2"), ("round(1.35, 1, 'half_even')", "1.4"),
      ("round(1.21, 1, 'UP')", "1.3"), ("round(1.29, 1, 'DOWN')", "1.2"),
      ("round(1.21, 1, 'CEILING')", "1.3"), ("round(-1.21, 1, 'CEILING')", "-1.2"),
      ("round(-1.21, 1, 'FLOOR')", "-1.3"), ("round(9.99, 1)", "10.0"), ("round(0.04, 1)", "0.0"),
      ("round(0.04, 1, 'UP')", "0.1"), ("round(0.0004, 1, 'UP')", "0.1"), ("round(0.06, 1)", "0.1"),
      ("round(1.5, 0)", "2.0"), ("round(1e-300, 9223372036854775807)", "1e-300"),
      ("round(12345678.9, 0)", "12345679.0"), ("round(1e22, 2)", "1e22"),
      ("round(null, 1)", "null"),
    ])
  func rounding(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test(
    "what rounding does not take",
    arguments: [
      (
        "round(1.5, -1)",
        EvaluationProblem(
          .argumentError, .negativeIntegerArgument,
          "the precision of round() must not be negative, got '-1'")
      ),
      (
        "round(1.5, 1, 'AROUND')",
        EvaluationProblem(
          .argumentError, .invalidArgumentValue,
          "round() knows no mode 'AROUND'; known are UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN"
        )
      ),
      (
        "round(1.5, 1.5)",
        EvaluationProblem(
          .typeError, .invalidArgumentValue,
          "round() takes an integer as its precision, not the float '1.5'")
      ),
      (
        "round('a')",
        EvaluationProblem(
          .typeError, .invalidArgumentValue, "round() takes a number, not the string 'a'")
      ),
      (
        "sqrt([])",
        EvaluationProblem(.typeError, .invalidArgumentValue, "sqrt() takes a number, not a list")
      ),
      (
        "abs(-9223372036854775808)",
        EvaluationProblem(
          .arithmeticError, .arithmeticOverflow,
          "'abs(-9223372036854775808)' is beyond the 64 bits of an integer")
      ),
    ])
  func problems(text: String, problem: EvaluationProblem) {
    #expect(Calculator().problem(text) == problem)
  }

  @Test("chance")
  func chance() throws {
    let calculator = Calculator()
    for _ in 0..<100 {
      guard case .float(let number) = try calculator("rand()") else {
        Issue.record("not a float")
        return
      }
      #expect((0..<1).contains(number))
      guard case .string(let text) = try calculator("randomUUID()") else {
        Issue.record("not a string")
        return
      }
      let form = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
      #expect(try TextPattern(form).matches(text), "\(text)")
    }
    #expect(try calculator("randomUUID()") != calculator("randomUUID()"))
  }
}
