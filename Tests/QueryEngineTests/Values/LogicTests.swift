// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Three-valued logic")
struct LogicTests {
  private static let truths: [Bool?] = [true, false, nil]

  private func value(_ truth: Bool?) -> Value { truth.map(Value.boolean) ?? .null }

  @Test("AND, OR, XOR and NOT, by what every completion of null would give")
  func tables() throws {
    for left in LogicTests.truths {
      for right in LogicTests.truths {
        func expected(_ operation: (Bool, Bool) -> Bool) -> Value {
          var results: Set<Bool> = []
          for first in left.map({ [$0] }) ?? [true, false] {
            for second in right.map({ [$0] }) ?? [true, false] {
              results.insert(operation(first, second))
            }
          }
          return results.count == 1 ? .boolean(results.contains(true)) : .null
        }
        let (first, second) = (value(left), value(right))
        #expect(try ValueOperators.and(first, second) == expected { $0 && $1 })
        #expect(try ValueOperators.or(first, second) == expected { $0 || $1 })
        #expect(try ValueOperators.xor(first, second) == expected { $0 != $1 })
      }
      #expect(try ValueOperators.not(value(left)) == value(left.map { !$0 }))
    }
  }

  @Test("only booleans are true or false")
  func wrongKinds() {
    let expected = EvaluationProblem(
      .typeError, .invalidArgumentType, "'AND' takes booleans, not the integer '1'")
    #expect(throws: expected) { try ValueOperators.and(.integer(1), .boolean(true)) }
    #expect(throws: expected) { try ValueOperators.and(.boolean(false), .integer(1)) }
    #expect(throws: EvaluationProblem.self) { try ValueOperators.or(.boolean(true), .string("a")) }
    #expect(throws: EvaluationProblem.self) { try ValueOperators.xor(.list([]), .null) }
    #expect(throws: EvaluationProblem.self) { try ValueOperators.not(.float(0)) }
  }

  @Test(
    "membership of lists",
    arguments: [
      ("1", "['1', 2]", false), ("[1, 2]", "[1, [1, '2']]", false), ("[1]", "[1, 2]", false),
      ("[1]", "[1, 2, [1]]", true), ("[1, 2]", "[1, [1, 2]]", true),
      ("[1, 2]", "[1, [2, 1]]", false), ("[1, 2]", "[1, [1, 2, 3]]", false),
      ("[[1, 2], 3]", "[1, [[1, 2], 3]]", true), ("[[1]]", "[2, [1]]", false),
      ("null", "[null]", nil), ("[null]", "[[null]]", nil), ("[null]", "[null]", nil),
      ("[1]", "[[1, null]]", false), ("3", "[1, null, 3]", true), ("4", "[1, null, 3]", nil),
      ("[1, 2]", "[[null, 'foo'], [1, 2]]", true), ("[1, 2]", "[[null, 'foo']]", false),
      ("[1, 2]", "[[null, 2]]", nil), ("[1, 2]", "[1, [1, 2, null]]", false),
      ("[1, 2, null]", "[1, [1, 2, null]]", nil), ("[1, 2]", "[[null, 2], [1, 2]]", true),
      ("[]", "[[]]", true), ("[]", "[]", false), ("[]", "[1, 2, null]", nil),
      ("null", "[]", false), ("1", "null", nil), ("1.0", "[1]", true),
    ] as [(String, String, Bool?)])
  func membership(value: String, list: String, expected: Bool?) throws {
    let calculator = Calculator()
    #expect(try ValueOperators.isIn(calculator(value), calculator(list)) == expected)
  }

  @Test("IN wants a list")
  func membershipOfNoList() {
    #expect(
      throws: EvaluationProblem(
        .typeError, .invalidArgumentType, "'IN' takes a list on its right, not the string 'foo'")
    ) { try ValueOperators.isIn(.integer(1), .string("foo")) }
  }
}
