// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Operators of texts")
struct TextOperatorTests {
  @Test(
    "beginnings, ends and parts",
    arguments: [
      ("ABCDEF", "ABCDEF", true, true, true), ("ABCDEF", "ABC", true, false, true),
      ("ABCDEF", "DEF", false, true, true), ("ABCDEF", "CD", false, false, true),
      ("ABCDEF", "", true, true, true), ("", "", true, true, true),
      ("AB", "ABC", false, false, false),
      ("abcdef", "ABC", false, false, false), ("\nFoo\n", "\n", true, true, true),
      (" Foo ", " ", true, true, true), ("aaab", "aab", false, true, true),
      ("ababac", "abac", false, true, true), ("Алматы", "ма", false, false, true),
      // Two ways to write the same letter are two texts.
      ("e\u{301}", "\u{E9}", false, false, false), ("e\u{301}", "e", true, false, true),
    ])
  func parts(text: String, part: String, starts: Bool, ends: Bool, contains: Bool) {
    let (text, part) = (Value.string(text), Value.string(part))
    #expect(ValueOperators.startsWith(text, part) == starts)
    #expect(ValueOperators.endsWith(text, part) == ends)
    #expect(ValueOperators.contains(text, part) == contains)
  }

  @Test("long parts are found as short ones are")
  func longParts() {
    let part = String(repeating: "ab", count: 20) + "c"
    for (text, expected) in [
      (String(repeating: "ab", count: 50) + "c", true), (String(repeating: "ab", count: 50), false),
      (part, true), (String(part.dropLast()), false), ("x" + part + "y", true),
    ] {
      #expect(ValueOperators.contains(.string(text), .string(part)) == expected)
    }
  }

  @Test("what is no text is unknown")
  func otherKinds() throws {
    let context = Calculator().context
    let operands: [Value] = [
      .integer(1), .float(3.14), .boolean(true), .list([]), .map([:]), .null,
    ]
    for left in operands + [.string("a")] {
      for right in operands {
        #expect(ValueOperators.startsWith(left, right) == nil)
        #expect(ValueOperators.endsWith(right, left) == nil)
        #expect(ValueOperators.contains(left, right) == nil)
        #expect(try ValueOperators.matches(left, right, context) == nil)
      }
    }
  }

  @Test("a regular expression matches whole texts")
  func matching() throws {
    let context = Calculator().context
    for (text, pattern, expected) in [
      ("Astana", "Ast.*", true), ("Astana", "Ast", false), ("ASTANA", "(?i)ast\\w+", true),
      ("a\nb", "a.b", false), ("a\nb", "(?s)a.b", true), ("Алматы", "(?i)\\p{Lu}ЛМАТЫ", true),
    ] {
      #expect(
        try ValueOperators.matches(.string(text), .string(pattern), context) == expected,
        "\(text) =~ \(pattern)")
    }
  }

  @Test("a pattern that is none")
  func badPattern() {
    let context = Calculator().context
    func problem(_ pattern: String) -> EvaluationProblem? {
      do throws(EvaluationProblem) {
        _ = try ValueOperators.matches(.string("a"), .string(pattern), context)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      problem("(a")
        == EvaluationProblem(
          .argumentError, .invalidRegularExpression,
          "'(a' is not a regular expression: the group is never closed: ')' expected, at character 1"
        ))
    #expect(
      problem(#"(a)\1"#)?.message
        == #"'(a)\\1' is not a regular expression: '\1' is not supported in a pattern, at character 4"#
    )
    #expect(
      problem("(?=a)b")?.message
        == "'(?=a)b' is not a regular expression: '(?=' is not supported in a pattern, at character 1"
    )
  }

  @Test("patterns that others take for ever to reject", arguments: ["(a+)+$", "(a|a)*b", "(.*)*x"])
  func linearTime(pattern: String) throws {
    let text = String(repeating: "a", count: 20_000) + "!"
    let context = Calculator().context
    #expect(try ValueOperators.matches(.string(text), .string(pattern), context) == false)
  }

  @Test("more patterns than are kept")
  func manyPatterns() throws {
    let context = Calculator().context
    for number in 0..<200 {
      #expect(
        try ValueOperators.matches(.string("\(number)"), .string("\(number)"), context) == true)
    }
  }
}
