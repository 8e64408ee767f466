// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Aggregates")
struct AggregationTests {
  private func aggregate(
    _ function: AggregateFunction, of list: String, distinct isDistinct: Bool = false,
    parameter: String? = nil, limits: QueryLimits = .standard
  ) throws -> Value {
    let calculator = Calculator(limits: limits)
    guard case .list(let values) = try calculator(list) else { return .null }
    var aggregation = Aggregation(function, isDistinct: isDistinct)
    for value in values {
      try aggregation.add(
        value, parameter: try parameter.map { try calculator($0) }, calculator.context)
    }
    return try aggregation.result(calculator.context)
  }

  @Test(
    "of some values",
    arguments: [
      (.count, "[33, null, 42]", "2"), (.maximum, "[1, 2, 0, null, -1]", "2"),
      (.minimum, "[1, 2, 0, null, -1]", "-1"), (.maximum, "[1.0, 2.0, 0.5, null]", "2.0"),
      (.maximum, "[1, 2.0, 5, null, 3.2, 0.1]", "5"),
      (.minimum, "[1, 2.0, 5, null, 3.2, 0.1]", "0.1"),
      (.maximum, "['a', 'b', 'B', null, 'abc', 'abc1']", "'b'"),
      (.minimum, "['a', 'b', 'B', null, 'abc', 'abc1']", "'B'"),
      (.maximum, "[[1], [2], [2, 1]]", "[2, 1]"), (.minimum, "[[1], [2], [2, 1]]", "[1]"),
      (.maximum, "[1, 'a', null, [1, 2], 0.2, 'b']", "1"),
      (.minimum, "[1, 'a', null, [1, 2], 0.2, 'b']", "[1, 2]"),
      (.sum, "[1, 2, null]", "3"), (.sum, "[1, 2.5]", "3.5"), (.sum, "[0.1, 0.2, 0.3]", "0.6"),
      (.sum, "[1e100, 1.0, -1e100]", "1.0"),
      (.sum, "[duration('P1D'), duration('PT1H')]", "'P1DT1H'"), (.average, "[1, 2]", "1.5"),
      (.average, "[duration('P2D'), duration('P4D')]", "'P3D'"),
      (.average, "[9223372036854775807, 9223372036854775807]", "9.223372036854775807e18"),
      (.collect, "[1, null, 'a']", "[1, 'a']"),
      (.standardDeviation, "[2, 4, 4, 4, 5, 5, 7, 9]", "2.138089935299395"),
      (.populationStandardDeviation, "[2, 4, 4, 4, 5, 5, 7, 9]", "2.0"),
    ] as [(AggregateFunction, String, String)])
  func values(function: AggregateFunction, list: String, expected: String) throws {
    let value = try aggregate(function, of: list)
    #expect(try value == Calculator()(expected) || value.text(.result) == expected)
  }

  @Test("of nothing")
  func nothing() throws {
    for list in ["[]", "[null, null]"] {
      for function in AggregateFunction.allCases {
        let expected =
          switch function {
          case .count, .sum: "0"
          case .collect: "[]"
          case .standardDeviation, .populationStandardDeviation: "0.0"
          default: "null"
          }
        let parameter = function.arity == 2 ? "0.5" : nil
        #expect(
          try aggregate(function, of: list, parameter: parameter).text(.result) == expected)
      }
    }
  }

  @Test(
    "each value once",
    arguments: [
      (.count, "[1, 1.0, 2, null, null]", "2"), (.sum, "[1, 1, 2]", "3"),
      (.collect, "[null, 1, null, 1, 2]", "[1, 2]"), (.average, "[1, 1, 4]", "2.5"),
      (.maximum, "[1, 1]", "1"), (.count, "[[1, null], [1, null]]", "1"),
    ] as [(AggregateFunction, String, String)])
  func distinct(function: AggregateFunction, list: String, expected: String) throws {
    #expect(try aggregate(function, of: list, distinct: true).text(.result) == expected)
  }

  @Test(
    "percentiles",
    arguments: [
      (.percentileDiscrete, "0.0", "10.0"), (.percentileDiscrete, "0.5", "20.0"),
      (.percentileDiscrete, "1.0", "30.0"), (.percentileContinuous, "0.0", "10.0"),
      (.percentileContinuous, "0.5", "20.0"), (.percentileContinuous, "1.0", "30.0"),
      (.percentileContinuous, "0.25", "15.0"), (.percentileDiscrete, "0.34", "20.0"),
      (.percentileDiscrete, "1", "30.0"),
    ] as [(AggregateFunction, String, String)])
  func percentiles(function: AggregateFunction, fraction: String, expected: String) throws {
    #expect(
      try aggregate(function, of: "[30.0, 10.0, null, 20.0]", parameter: fraction).text(.result)
        == expected)
  }

  @Test("a discrete percentile is one of the values, as it is")
  func discretePercentileKeepsIntegers() throws {
    #expect(try aggregate(.percentileDiscrete, of: "[1, 2]", parameter: "0.5").text(.result) == "1")
  }

  @Test("a percentile lies from 0 to 1", arguments: ["1000", "-1", "1.1", "null", "'a'"])
  func badPercentiles(fraction: String) {
    for function in [AggregateFunction.percentileDiscrete, .percentileContinuous] {
      do {
        _ = try aggregate(function, of: "[10.0]", parameter: fraction)
        Issue.record("a percentile of \(fraction)")
      } catch {
        let problem = error as? EvaluationProblem
        #expect(problem?.kind == .argumentError)
        #expect(problem?.detail == .numberOutOfRange)
      }
    }
    #expect(
      EvaluationProblem.percentile(.integer(1000)).message
        == "a percentile is a number from 0 to 1, not the integer '1000'")
  }

  @Test("what cannot be added up")
  func mismatches() {
    func problem(_ function: AggregateFunction, _ list: String) -> EvaluationProblem? {
      do {
        _ = try aggregate(function, of: list, parameter: function.arity == 2 ? "0.5" : nil)
        return nil
      } catch {
        return error as? EvaluationProblem
      }
    }
    #expect(
      problem(.sum, "['a']")
        == EvaluationProblem(
          .typeError, .invalidArgumentValue,
          "sum() takes numbers or durations, not the string 'a'"))
    #expect(
      problem(.average, "[1, duration('P1D')]")?.message
        == "avg() takes numbers, not the duration 'P1D'")
    #expect(
      problem(.sum, "[duration('P1D'), 1]")?.message
        == "sum() takes durations, not the integer '1'")
    #expect(problem(.standardDeviation, "[[]]")?.message == "stDev() takes numbers, not a list")
    #expect(
      problem(.percentileDiscrete, "[true]")?.message
        == "percentileDisc() takes numbers, not the boolean 'true'")
    #expect(
      problem(.sum, "[9223372036854775807, 1]")
        == EvaluationProblem(
          .arithmeticError, .arithmeticOverflow,
          "'sum: 9223372036854775807 + 1' is beyond the 64 bits of an integer"))
  }

  @Test("what is collected is charged")
  func memory() throws {
    let calculator = Calculator(limits: QueryLimits(memory: 1 << 16))
    for (function, isDistinct) in [(AggregateFunction.collect, false), (.count, true)] {
      var aggregation = Aggregation(function, isDistinct: isDistinct)
      #expect(throws: EvaluationProblem.self) {
        for number in 0..<100_000 as Range<Int64> {
          try aggregation.add(.integer(number), calculator.context)
        }
      }
    }
  }

  @Test("collecting takes time in proportion")
  func linearTime() throws {
    let calculator = Calculator()
    var aggregation = Aggregation(.collect, isDistinct: false)
    let start = ContinuousClock.now
    for number in 0..<200_000 as Range<Int64> {
      try aggregation.add(.integer(number), calculator.context)
    }
    #expect(ContinuousClock.now - start < .seconds(20))
    guard case .list(let values) = try aggregation.result(calculator.context) else {
      Issue.record("not a list")
      return
    }
    #expect(values.count == 200_000)
  }
}
