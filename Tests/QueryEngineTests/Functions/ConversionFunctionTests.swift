// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Conversions")
struct ConversionFunctionTests {
  @Test(
    "values",
    arguments: [
      ("toBoolean(true)", "true"), ("toBoolean('true')", "true"), ("toBoolean(' FALSE ')", "false"),
      ("toBoolean('')", "null"), ("toBoolean(' tru ')", "null"), ("toBoolean('f alse')", "null"),
      ("toBoolean(null)", "null"), ("toBoolean(0)", "false"), ("toBoolean(7)", "true"),
      ("toInteger(82.9)", "82"), ("toInteger(-82.9)", "-82"), ("toInteger('foo')", "null"),
      ("toInteger('')", "null"), ("toInteger('2.9')", "2"), ("toInteger('42')", "42"),
      ("toInteger(' 42 ')", "42"), ("toInteger('1e3')", "1000"), ("toInteger(1 - 1)", "0"),
      ("toInteger(true)", "1"), ("toInteger('0x1F')", "null"),
      ("toInteger('9223372036854775807')", "9223372036854775807"),
      ("toFloat(3)", "3.0"), ("toFloat('5.5')", "5.5"), ("toFloat('foo')", "null"),
      ("toFloat('')", "null"), ("toFloat('inf')", "null"), ("toFloat('NaN')", "NaN"),
      ("toString(42)", "'42'"), ("toString(2.3)", "'2.3'"), ("toString(1.0)", "'1.0'"),
      ("toString(true)", "'true'"), ("toString('apa')", "'apa'"), ("toString(null)", "null"),
      ("toString(1e30)", "'1e30'"), ("toString(0.0001)", "'0.0001'"),
      ("toString(date('2015-07-21'))", "'2015-07-21'"),
      ("toString(duration('P1M'))", "'P1M'"),
      ("toBooleanOrNull(1.5)", "null"), ("toIntegerOrNull([])", "null"),
      ("toIntegerOrNull(1e300)", "null"), ("toFloatOrNull({})", "null"),
      ("toStringOrNull([])", "null"), ("toStringOrNull(1)", "'1'"),
      ("toIntegerList(['1', 2.5, [], null, 'x'])", "[1, 2, null, null, null]"),
      ("toStringList([1, true, {}])", "['1', 'true', null]"),
      ("toFloatList([1, '2.5'])", "[1.0, 2.5]"),
      ("toBooleanList(['true', 0, 'x'])", "[true, false, null]"),
      ("toIntegerList(null)", "null"),
      ("valueType(1)", "'INTEGER'"), ("valueType('a')", "'STRING'"), ("valueType(null)", "'NULL'"),
      ("valueType([1])", "'LIST'"), ("valueType(1.5)", "'FLOAT'"),
    ])
  func values(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test("a partial date is written as far as it is known")
  func partialDates() throws {
    let date = try #require(PartialDate("2009-04"))
    #expect(
      try Calculator(variables: ["d": .partialDate(date)]).shown("toString(d)") == "'2009-04'")
  }

  @Test(
    "what cannot be converted",
    arguments: [
      ("toBoolean([])", "toBoolean() takes a boolean, a string or an integer, not a list"),
      (
        "toBoolean(1.0)", "toBoolean() takes a boolean, a string or an integer, not the float '1.0'"
      ),
      ("toInteger({})", "toInteger() takes a number, a string or a boolean, not a map"),
      ("toFloat(true)", "toFloat() takes a number or a string, not the boolean 'true'"),
      ("toString([])", "toString() takes a single value, not a list"),
      ("toIntegerList(1)", "toIntegerList() takes a list, not the integer '1'"),
    ])
  func mismatches(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.typeError, .invalidArgumentValue, message))
  }

  @Test("nodes, edges and paths cannot be converted")
  func elements() throws {
    let (graph, node, edge) = try SmallGraph.make()
    let path = PathValue(nodes: [node], edges: [])
    let calculator = Calculator(
      graph: graph, variables: ["n": .node(node), "r": .edge(edge), "p": .path(path)])
    for function in ["toBoolean", "toInteger", "toFloat", "toString"] {
      for element in ["n", "r", "p"] {
        #expect(calculator.problem("\(function)(\(element))")?.detail == .invalidArgumentValue)
        #expect(try calculator.shown("\(function)OrNull(\(element))") == "null")
      }
    }
  }

  @Test("a number that no integer is")
  func tooLarge() {
    #expect(
      Calculator().problem("toInteger(1e300)")
        == EvaluationProblem(
          .arithmeticError, .arithmeticOverflow,
          "'toInteger(1e300)' is beyond the 64 bits of an integer"))
  }
}
