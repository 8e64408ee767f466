// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Calculating with values")
struct ArithmeticTests {
  @Test(
    "numbers",
    arguments: [
      ("99 + 5", "104"), ("12 / 4 * 3 - 2 * 4", "1"), ("12 / 4 * (3 - 2 * 4)", "-15"),
      ("7 / 2", "3"), ("-7 / 2", "-3"), ("7 / 2.0", "3.5"), ("7 % 3", "1"), ("-7 % 3", "-1"),
      ("7 % -3", "1"), ("7.5 % 2", "1.5"), ("2 ^ 3", "8.0"), ("4 ^ 0.5", "2.0"),
      ("1 + 2.5", "3.5"), ("2.5 - 1", "1.5"), ("2 * 1.5", "3.0"), ("1.0 / 0", "Infinity"),
      ("-1 / 0.0", "-Infinity"), ("0.0 / 0.0", "NaN"), ("-(3)", "-3"), ("-(2.5)", "-2.5"),
      ("-9223372036854775808 % -1", "0"), ("9223372036854775807 + 0", "9223372036854775807"),
      ("1 + null", "null"), ("null - 1", "null"), ("null * null", "null"), ("1 / null", "null"),
      ("null % 0", "null"), ("null ^ 2", "null"), ("-(null)", "null"),
    ])
  func numbers(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test(
    "integers do not wrap",
    arguments: [
      ("9223372036854775807 + 1", "'9223372036854775807 + 1' is beyond the 64 bits of an integer"),
      (
        "-9223372036854775808 - 1", "'-9223372036854775808 - 1' is beyond the 64 bits of an integer"
      ),
      (
        "9223372036854775807 * 2", "'9223372036854775807 * 2' is beyond the 64 bits of an integer"
      ),
      (
        "-9223372036854775808 / -1",
        "'-9223372036854775808 / -1' is beyond the 64 bits of an integer"
      ),
      ("-(-9223372036854775808)", "'-(-9223372036854775808)' is beyond the 64 bits of an integer"),
    ])
  func overflow(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.arithmeticError, .arithmeticOverflow, message))
  }

  @Test("integers are not divided by zero", arguments: ["1 / 0", "5 % 0"])
  func divisionByZero(text: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.arithmeticError, .divisionByZero, "'\(text)' divides by zero"))
  }

  @Test(
    "texts and lists",
    arguments: [
      ("'a' + 'b'", "'ab'"), ("'a' + 1", "'a1'"), ("1.5 + 'a'", "'1.5a'"),
      ("'x' + true", "'xtrue'"),
      ("'on ' + date('2015-07-21')", "'on 2015-07-21'"), ("duration('P1D') + '!'", "'P1D!'"),
      ("[1, 10, 100] + [4, 5]", "[1, 10, 100, 4, 5]"),
      ("[false, true] + false", "[false, true, false]"),
      ("1 + [2]", "[1, 2]"), ("'a' + ['b']", "['a', 'b']"), ("[] + [[1]]", "[[1]]"),
      ("{a: 1} + [1]", "[{a: 1}, 1]"), ("[1] + null", "null"), ("null + 'a'", "null"),
      ("'a' || 'b'", "'ab'"), ("[1] || [2]", "[1, 2]"), ("null || 'b'", "null"),
    ])
  func joining(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test(
    "dates and times with durations",
    arguments: [
      ("date('2015-01-31') + duration('P1M')", "'2015-02-28'"),
      ("duration('P1D') + date('2015-07-21')", "'2015-07-22'"),
      ("date('2016-03-31') - duration('P1M')", "'2016-02-29'"),
      (
        "date({year: 1984, month: 10, day: 11}) + duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2})",
        "'1997-03-25'"
      ),
      (
        "date({year: 1984, month: 10, day: 11}) - duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3})",
        "'1971-10-12'"
      ),
      ("localtime('12:31:14') + duration('PT16H12M70S')", "'04:44:24'"),
      ("time('12:31:14+01:00') - duration('PT16H12M70S')", "'20:18:04+01:00'"),
      (
        "localdatetime('1984-10-11T12:31:14') + duration({months: 1, days: -14, hours: 16, minutes: -12, seconds: 70})",
        "'1984-10-29T04:20:24'"
      ),
      (
        "datetime('1984-10-11T12:31:14+01:00') - duration({months: 1, days: -14, hours: 16, minutes: -12, seconds: 70})",
        "'1984-09-24T20:42:04+01:00'"
      ),
      ("duration('P1Y') + duration('P2M')", "'P1Y2M'"),
      ("duration('P1Y2M') - duration('P2M')", "'P1Y'"),
      ("duration('P12Y5M14DT16H13M10S') * 2", "'P24Y10M28DT32H26M20S'"),
      ("2 * duration('PT1M')", "'PT2M'"), ("duration('P2D') / 2", "'P1D'"),
      ("duration('PT1H') * 0.5", "'PT30M'"), ("-(duration('P1M'))", "'P-1M'"),
      ("date('2015-01-31') + null", "null"),
    ])
  func moments(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test("a date that is not known to the day cannot be moved")
  func partialDates() throws {
    let year = try #require(PartialDate("2009"))
    let day = try #require(PartialDate("2009-04-27"))
    let calculator = Calculator(variables: ["year": .partialDate(year), "day": .partialDate(day)])
    #expect(try calculator.shown("year + duration('P1D')") == "null")
    #expect(try calculator.shown("day + duration('P1D')") == "'2009-04-28'")
  }

  @Test(
    "what does not go together",
    arguments: [
      (
        "1 + true",
        "'+' takes numbers, strings, lists, durations, or a date or time and a duration, not the integer '1' and the boolean 'true'"
      ),
      (
        "{} + 'a'",
        "'+' takes numbers, strings, lists, durations, or a date or time and a duration, not a map and the string 'a'"
      ),
      (
        "date('2015-07-21') + 1",
        "'+' takes numbers, strings, lists, durations, or a date or time and a duration, not the date '2015-07-21' and the integer '1'"
      ),
      (
        "'a' - 1",
        "'-' takes numbers, durations, or a date or time and a duration, not the string 'a' and the integer '1'"
      ),
      (
        "'a' * 2",
        "'*' takes numbers, or a duration and a number, not the string 'a' and the integer '2'"
      ),
      (
        "[] / 2", "'/' takes numbers, or a duration and a number, not a list and the integer '2'"
      ),
      ("'a' % 2", "'%' takes numbers, not the string 'a' and the integer '2'"),
      ("2 ^ 'a'", "'^' takes numbers, not the integer '2' and the string 'a'"),
      ("-('a')", "'-' takes a number or a duration, not the string 'a'"),
      ("1 || 2", "'||' takes two strings or two lists, not the integer '1' and the integer '2'"),
    ])
  func mismatches(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.typeError, .invalidArgumentType, message))
  }

  @Test("dates and durations stay within their bounds")
  func outOfTime() {
    #expect(
      Calculator().problem("date('+999999999-12-31') + duration('P1D')")
        == EvaluationProblem(
          .arithmeticError, .arithmeticOverflow,
          "'+999999999-12-31 + P1D' is beyond what dates and durations can hold"))
    #expect(
      Calculator().problem("duration('P1D') / 0")
        == EvaluationProblem(.arithmeticError, .divisionByZero, "'P1D / 0' divides by zero"))
  }

  @Test("doubling a text or a list ends at the memory it may take")
  func doubling() throws {
    let context = Calculator(limits: QueryLimits(memory: 1 << 20)).context
    var text = Value.string("0123456789")
    var list = Value.list([.null])
    var problems: [EvaluationProblem] = []
    for _ in 0..<40 {
      do throws(EvaluationProblem) {
        text = try ValueOperators.add(text, text, context)
      } catch {
        problems.append(error)
        break
      }
    }
    for _ in 0..<40 {
      do throws(EvaluationProblem) {
        list = try ValueOperators.add(list, list, context)
      } catch {
        problems.append(error)
        break
      }
    }
    #expect(problems.map(\.detail) == [.memoryLimit, .memoryLimit])
  }
}
