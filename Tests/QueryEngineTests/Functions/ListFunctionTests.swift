// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Functions of lists")
struct ListFunctionTests {
  @Test(
    "values",
    arguments: [
      ("size([1, 2, 3])", "3"), ("size([[], []] + [[]])", "3"), ("size(null)", "null"),
      ("size('naïve')", "5"), ("size('😀')", "1"), ("size({a: 1})", "1"), ("isEmpty([])", "true"),
      ("isEmpty('a')", "false"), ("head([1, 2])", "1"), ("head([])", "null"), ("last([1, 2])", "2"),
      ("last([])", "null"), ("tail(tail([1, 2, 3, 4, 5]))", "[3, 4, 5]"), ("tail([])", "[]"),
      ("reverse([1, 'a', null])", "[null, 'a', 1]"), ("reverse('raksO')", "'Oskar'"),
      ("coalesce(null, null, 'x', 'y')", "'x'"), ("coalesce(null)", "null"),
      ("exists(null)", "false"), ("exists(false)", "true"),
      ("range(0, 5)", "[0, 1, 2, 3, 4, 5]"), ("range(1, 1)", "[1]"), ("range(2, 1)", "[]"),
      ("range(0, 10, 3)", "[0, 3, 6, 9]"), ("range(5, 0, -2)", "[5, 3, 1]"),
      ("range(0, 5, -1)", "[]"), ("range(-3, 3, 3)", "[-3, 0, 3]"), ("range(null, 1)", "null"),
      (
        "range(9223372036854775806, 9223372036854775807)",
        "[9223372036854775806, 9223372036854775807]"
      ),
      (
        "range(-9223372036854775808, 9223372036854775807, 9223372036854775807)",
        "[-9223372036854775808, -1, 9223372036854775806]"
      ),
      (
        "range(-9223372036854775808, -9223372036854775808, -9223372036854775808)",
        "[-9223372036854775808]"
      ),
    ])
  func values(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test("accents stay on their letters")
  func reversedAccents() throws {
    let text = Calculator(variables: ["t": .string("e\u{301}a")])
    #expect(try text("reverse(t)") == .string("ae\u{301}"))
    #expect(try text.shown("size(t)") == "3")
  }

  @Test("a range ends at the limits before it is made")
  func limits() {
    let start = ContinuousClock.now
    for text in [
      "range(1, 1000000000)", "range(0, 9223372036854775807)",
      "range(-9223372036854775808, 9223372036854775807)",
    ] {
      #expect(Calculator().problem(text)?.kind == .limitExceeded, "\(text)")
    }
    let little = Calculator(limits: QueryLimits(work: 1_000))
    #expect(little.problem("range(1, 100000)")?.detail == .workLimit)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test(
    "what range() does not take",
    arguments: [
      ("range(true, 1)", "range() takes integers, not the boolean 'true'"),
      ("range(0, 1.0)", "range() takes integers, not the float '1.0'"),
      ("range(0, 1, 'a')", "range() takes integers, not the string 'a'"),
      ("range(0, [1])", "range() takes integers, not a list"),
    ])
  func rangeArguments(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.argumentError, .invalidArgumentType, message))
  }

  @Test("a range needs a step")
  func rangeWithoutStep() {
    #expect(
      Calculator().problem("range(2, 8, 0)")
        == EvaluationProblem(
          .argumentError, .numberOutOfRange, "the step of range() must not be '0'"))
  }

  @Test(
    "what is no list",
    arguments: [
      ("size(1)", "size() takes a list, a string or a map, not the integer '1'"),
      ("head('a')", "head() takes a list, not the string 'a'"),
      ("reverse(true)", "reverse() takes a list or a string, not the boolean 'true'"),
    ])
  func mismatches(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.typeError, .invalidArgumentValue, message))
  }
}
