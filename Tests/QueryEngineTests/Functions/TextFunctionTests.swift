// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Functions of texts")
struct TextFunctionTests {
  @Test(
    "values",
    arguments: [
      ("toUpper('straße é')", "'STRASSE É'"), ("upper('a')", "'A'"), ("toLower('ÀB')", "'àb'"),
      ("lower('A')", "'a'"), ("trim('  a b  ')", "'a b'"), ("ltrim('  a ')", "'a '"),
      ("rtrim(' a  ')", "' a'"), ("btrim(' a ')", "'a'"), ("trim('   ')", "''"), ("trim('')", "''"),
      ("char_length('naïve')", "5"), ("character_length('')", "0"), ("left('hello', 3)", "'hel'"),
      ("left('hello', 9)", "'hello'"), ("left('hello', 0)", "''"), ("right('hello', 3)", "'llo'"),
      ("right('hello', 9)", "'hello'"), ("substring('0123456789', 1)", "'123456789'"),
      ("substring('hello', 1, 3)", "'ell'"), ("substring('hello', 2)", "'llo'"),
      ("substring('hello', 9)", "''"), ("substring('hello', 1, 99)", "'ello'"),
      ("substring('naïve', 2, 2)", "'ïv'"), ("substring('a', 9223372036854775807)", "''"),
      ("substring('hello', 1, null)", "null"), ("left(null, 1)", "null"),
      ("split('one1two', '1')", "['one', 'two']"), ("split('a,b,', ',')", "['a', 'b', '']"),
      ("split('', ',')", "['']"), ("split('abc', '')", "['a', 'b', 'c']"),
      ("split('', '')", "['']"),
      ("split('a-b c', ['-', ' '])", "['a', 'b', 'c']"), ("split('abc', 'x')", "['abc']"),
      ("split(null, ',')", "null"), ("replace('hello', 'l', 'w')", "'hewwo'"),
      ("replace('hello', 'l', '')", "'heo'"), ("replace('aaaa', 'aa', 'b')", "'bb'"),
      ("replace('hello', 'x', 'y')", "'hello'"), ("replace('hello', '', 'y')", "'hello'"),
      ("replace('aïa', 'ï', 'i')", "'aia'"), ("replace('a', 'a', null)", "null"),
    ])
  func values(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == expected)
  }

  @Test(
    "lengths and places are not negative",
    arguments: [
      ("left('a', -1)", "the length of left() must not be negative, got '-1'"),
      ("right('a', -1)", "the length of right() must not be negative, got '-1'"),
      ("substring('a', -1)", "the start of substring() must not be negative, got '-1'"),
      ("substring('a', 0, -2)", "the length of substring() must not be negative, got '-2'"),
    ])
  func negative(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.argumentError, .negativeIntegerArgument, message))
  }

  @Test(
    "what is no text",
    arguments: [
      ("toUpper(1)", "toUpper() takes a string, not the integer '1'"),
      ("left('a', 'b')", "left() takes an integer, not the string 'b'"),
      ("split('a', 1)", "split() takes a string or a list of strings, not the integer '1'"),
      ("split('a', [1])", "split() takes a string, not the integer '1'"),
      ("replace('a', [], 'b')", "replace() takes a string, not a list"),
    ])
  func mismatches(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.typeError, .invalidArgumentValue, message))
  }

  @Test("a replacement that would not fit into memory is not made")
  func growth() {
    func problem(_ text: String) -> EvaluationProblem? {
      Calculator(
        limits: QueryLimits(memory: 1 << 20),
        variables: ["t": .string(String(repeating: "a", count: 10_000))]
      ).problem(text)
    }
    #expect(problem("replace(t, 'a', t)")?.detail == .memoryLimit)
    #expect(problem("replace(t, 'a', 'bb')") == nil)
    #expect(problem("split(t, '')") == nil)
  }

  @Test("letters with marks, composed and taken apart")
  func normalForms() throws {
    func normalized(_ text: String, _ form: String) throws -> Value {
      try Calculator(variables: ["t": .string(text)])("normalize(t, '\(form)')")
    }
    for (text, composed, decomposed) in [
      ("abc", "abc", "abc"), ("\u{E9}", "\u{E9}", "e\u{301}"), ("e\u{301}", "\u{E9}", "e\u{301}"),
      // Two marks in the wrong order, and a letter with two.
      ("q\u{307}\u{323}", "q\u{323}\u{307}", "q\u{323}\u{307}"),
      ("\u{1E69}", "\u{1E69}", "s\u{323}\u{307}"),
      ("s\u{307}\u{323}", "\u{1E69}", "s\u{323}\u{307}"),
      // The sign of the unit is the letter, and never the sign again.
      ("\u{212B}", "\u{C5}", "A\u{30A}"), ("\u{2126}", "\u{3A9}", "\u{3A9}"),
      ("\u{AC01}", "\u{AC01}", "\u{1100}\u{1161}\u{11A8}"),
      ("\u{1100}\u{1161}", "\u{AC00}", "\u{1100}\u{1161}"),
      ("\u{958}", "\u{915}\u{93C}", "\u{915}\u{93C}"),
    ] {
      #expect(try normalized(text, "NFC") == .string(composed), "\(text)")
      #expect(try normalized(text, "nfd") == .string(decomposed), "\(text)")
    }
    #expect(
      try Calculator(variables: ["t": .string("e\u{301}")])("normalize(t)") == .string("\u{E9}"))
    #expect(
      Calculator().problem("normalize('a', 'XFC')")
        == EvaluationProblem(
          .argumentError, .invalidArgumentValue,
          "normalize() knows no form 'XFC'; known are NFC, NFD, NFKC and NFKD"))
  }

  /// Swift takes texts for equal that are so once composed, which it works out by itself.
  @Test("every scalar stays canonically equivalent, and both forms lead to each other")
  func normalFormsOfAllScalars() {
    // All planes that hold letters with marks; the ideographs between are their own forms.
    for value in [
      0...0x33FF, 0xA000...0xAFFF, 0xF900...0xFFFF, 0x11000...0x11FFF, 0x2F800...0x2FA1F,
    ]
    .joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = String(scalar)
      let composed = NormalForm.composed.of(text)
      let decomposed = NormalForm.decomposed.of(text)
      if text == composed, text == decomposed,
        NormalForm.composed.of(decomposed).utf8.elementsEqual(composed.utf8)
      {
        continue
      }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }
}
