// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphModel

@Suite("Regular expressions of queries")
struct TextPatternExpressionTests {
  @Test(
    "what only they know",
    arguments: [
      ("a*?b+?c??", ["ab": true, "aabbc": true, "b": true, "a": false]),
      ("a{1,2}?", ["a": true, "aa": true, "aaa": false]),
      ("(?i)abc", ["ABC": true, "abc": true, "aBc": true, "abd": false]),
      ("(?i)[a-c]+", ["ABC": true, "D": false]), ("(?i)[^a]", ["A": false, "b": true]),
      ("(?i)алматы", ["АЛМАТЫ": true, "Алматы": true]), ("(?i)é", ["É": true, "E": false]),
      ("a(?i)b", ["aB": true, "AB": false]), ("(?i:a)b", ["Ab": true, "AB": false]),
      ("((?i)a)b", ["Ab": true, "AB": false]), ("(?i)a(?-i)b", ["Ab": true, "AB": false]),
      ("(?is)A.B", ["a\nb": true]), ("a.b", ["a\nb": false, "a\u{2028}b": false, "a-b": true]),
      ("(?s).*", ["a\nb": true]), ("(?m)^a$\n^b$", ["a\nb": true, "ab": false]),
      ("^a$\n^b$", ["a\nb": false]), (#"\bword\b"#, ["word": true, "words": false]),
      (#".*\bcat\b.*"#, ["a cat sat": true, "concatenate": false]), (#"a\Bb"#, ["ab": true]),
      (#"\Aab\z"#, ["ab": true, "abc": false]), (#"ab\Z"#, ["ab": true]),
      (#"\Qa.b*\Ec"#, ["a.b*c": true, "axbc": false]), (#"\Q(x"#, ["(x": true]),
      (#"\Q\E"#, ["": true]), (#"\x41\u0042\x{43}"#, ["ABC": true]), (#"\x{1F600}"#, ["😀": true]),
      (#"\p{L}+"#, ["Алматы": true, "abc": true, "a1": false]), (#"\pL"#, ["é": true, "1": false]),
      (#"\p{Lu}\p{Ll}+"#, ["Алматы": true, "алматы": false]), (#"\P{L}"#, ["1": true, "a": false]),
      (#"[\p{L}\d_]+"#, ["é9_": true, "-": false]), (#"\p{Alpha}+"#, ["abc": true, "é": false]),
      (#"\p{IsAlphabetic}+"#, ["é": true]), (#"\p{Punct}"#, ["!": true, "a": false]),
      ("(?<year>[0-9]{4})-(?<month>[0-9]{2})", ["2015-07": true, "2015": false]),
      ("(?:a|b)+", ["abba": true]), (#"\e\f\a"#, ["\u{1B}\u{C}\u{7}": true]),
      (#"a\hb"#, ["a b": true, "a\u{A0}b": true, "a\nb": false]), ("", ["": true, "a": false]),
      (#"(?i)\u00e9"#, ["É": true]), ("(?u)a", ["a": true]),
    ] as [(String, [String: Bool])])
  func matching(source: String, texts: [String: Bool]) throws {
    let pattern = try TextPattern(source, dialect: .expression)
    for (text, expected) in texts {
      #expect(pattern.matches(text) == expected, "\(source) on \(text)")
    }
  }

  @Test(
    "what they lack, each with its reason",
    arguments: [
      (#"(a)\1"#, #"'\1' is not supported in a pattern, at character 4"#),
      (#"(?<x>a)\k<x>"#, #"'\k' is not supported in a pattern, at character 8"#),
      ("(?=a)", "'(?=' is not supported in a pattern, at character 1"),
      ("(?!a)", "'(?!' is not supported in a pattern, at character 1"),
      ("(?<=a)b", "'(?<=' is not supported in a pattern, at character 1"),
      ("(?<!a)b", "'(?<!' is not supported in a pattern, at character 1"),
      ("(?>a)", "'(?>' is not supported in a pattern, at character 1"),
      ("(?x)a", "'(?x' is not supported in a pattern, at character 1"),
      ("a*+", "'*+' is not supported in a pattern, at character 2"),
      ("[a-z&&[^b]]", "'&&' is not supported in a pattern, at character 5"),
      ("[a[b]]", "'[' is not supported in a pattern, at character 3"),
      ("(?i", "the group is never closed: ')' expected, at character 1"),
      ("(?i:a", "the group is never closed: ')' expected, at character 1"),
      ("(?<>a)", "'(?<>' is not supported in a pattern, at character 1"),
      (#"\p{Nonsense}"#, #"'\p{Nonsense}' has no meaning in a pattern, at character 1"#),
      (#"\x4"#, #"'\x4' has no meaning in a pattern, at character 1"#),
      (#"\u12G4"#, #"'\u12' has no meaning in a pattern, at character 1"#),
      (#"\x{110000}"#, #"'\x{110000}' has no meaning in a pattern, at character 1"#),
      (#"\j"#, #"'\j' has no meaning in a pattern, at character 1"#),
      (#"\b*"#, "there is nothing to repeat, at character 3"),
      ("(?", "the group is never closed: ')' expected, at character 1"),
    ])
  func faults(source: String, message: String) {
    do throws(TextPatternError) {
      _ = try TextPattern(source, dialect: .expression)
      Issue.record("\(source) is a pattern")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test("categories hold what Unicode says", arguments: ["L", "Lu", "Nd", "Cn", "Co", "P"])
  func categories(name: String) throws {
    let pattern = try TextPattern("\\p{\(name)}", dialect: .expression)
    let names: [Unicode.GeneralCategory: String] = [
      .uppercaseLetter: "Lu", .lowercaseLetter: "L", .otherLetter: "L", .titlecaseLetter: "L",
      .modifierLetter: "L", .decimalNumber: "Nd", .unassigned: "Cn", .privateUse: "Co",
      .connectorPunctuation: "P", .dashPunctuation: "P", .openPunctuation: "P",
      .closePunctuation: "P", .initialPunctuation: "P", .finalPunctuation: "P",
      .otherPunctuation: "P",
    ]
    let ends = (0...16).flatMap { plane in (0xFFFD...0xFFFF).map { plane << 16 + $0 } }
    for value in Array(stride(from: 0, through: 0x10FFFF, by: 997)) + ends {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let expected = names[scalar.properties.generalCategory] ?? ""
      #expect(pattern.matches(String(scalar)) == expected.hasPrefix(name), "\(value)")
    }
  }

  @Test("graph types know no more than before")
  func schemaPatterns() {
    for source in [#"\bword"#, "(?i)a", #"\p{L}"#, #"\x41"#, "(?<a>b)", "a+?"] {
      #expect(throws: TextPatternError.self) { _ = try TextPattern(source) }
    }
  }

  @Test("the same text in two dialects is two patterns")
  func equality() throws {
    #expect(try TextPattern("a") != TextPattern("a", dialect: .expression))
    #expect(try TextPattern("a").matches("a"))
  }

  @Test(
    "time is linear in the text",
    arguments: ["(a+)+$", "(?i)(a|A|aa)+$", #"(\ba*)*x"#, "(?m)(a*?)*?$x"])
  func linearTime(source: String) throws {
    let pattern = try TextPattern(source, dialect: .expression)
    for length in [1_000, 4_000] {
      let text = String(repeating: "a", count: length) + "!"
      let (isMatch, steps) = pattern.countingSteps(text)
      #expect(!isMatch)
      #expect(steps <= 2 * pattern.size * (length + 2))
    }
  }
}
