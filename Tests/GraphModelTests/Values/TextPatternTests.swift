// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphModel

struct TextPatternTests {
  @Test(
    arguments: [
      ("", ["": true, "a": false]),
      ("abc", ["abc": true, "ab": false, "abcd": false, "xabc": false, "": false]),
      ("a|bc|", ["a": true, "bc": true, "": true, "abc": false, "b": false]),
      ("(a|b)*c", ["c": true, "abbac": true, "abba": false]),
      ("[A-Z]{2}", ["KZ": true, "kz": false, "K": false, "KAZ": false]),
      ("[A-Z]{2,3}", ["KZ": true, "KAZ": true, "K": false, "KAZA": false]),
      ("a{2,}", ["a": false, "aa": true, "aaaaaa": true]),
      ("a{0}b", ["b": true, "ab": false]), ("(ab?){2}", ["aab": true, "abab": true, "a": false]),
      (#"\d{4}-\d\d"#, ["2009-04": true, "2009-4": false, "２００９-04": false]),
      (#"\w+\s\W\S\D"#, ["ab_9 -xx": true, "ab-xx": false]),
      ("[^0-9]+", ["abc": true, "a1": false, "é😀": true]),
      ("[a-]", ["a": true, "-": true, "b": false]), (#"[\d\-x]+"#, ["1-x": true, "y": false]),
      (#"[\]\\^]+"#, ["]\\^": true, "a": false]), ("[a^]", ["^": true, "a": true]),
      (".", ["x": true, "😀": true, "\n": false, "\r": false, "": false, "xy": false]),
      ("^abc$", ["abc": true, "abcd": false]), ("a^b", ["ab": false]), ("a$b", ["ab": false]),
      ("(^a|b)$|c", ["a": true, "b": true, "c": true, "ab": false]),
      ("(?:ab)+", ["abab": true, "aba": false]), (#"\.\*\("#, [".*(": true, "x*(": false]),
      ("(a*)*", ["": true, "aaaa": true, "b": false]), ("(a|)+", ["": true, "aa": true]),
      ("([^a]|a)*", ["abc": true]),
      ("3[0-9]{4}[A-Z]{1,2}[0-9]{4}", ["32016R0679": true, "32016r0679": false]),
      ("}]", ["}]": true]),
    ] as [(String, [String: Bool])])
  func matching(source: String, texts: [String: Bool]) throws {
    let pattern = try TextPattern(source)
    for (text, expected) in texts {
      #expect(pattern.matches(text) == expected, "\(source) on \(text)")
      #expect(pattern.matches("<\(text)>".dropFirst().dropLast()) == expected)
    }
  }

  @Test(arguments: [
    ("(ab", "the group is never closed: ')' expected, at character 1"),
    ("ab)c", "')' closes no group; for the character itself write '\\)', at character 3"),
    ("a[bc", "the class is never closed: ']' expected, at character 2"),
    ("[]", "no character can be in this class, at character 1"),
    ("[]-]", "no character can be in this class, at character 1"),
    ("[^\\d\\D]", "no character can be in this class, at character 1"),
    ("[z-a]", "the range ends before it starts, at character 2"),
    ("*a", "there is nothing to repeat, at character 1"),
    ("a|+", "there is nothing to repeat, at character 3"),
    ("(?:*)", "there is nothing to repeat, at character 4"),
    ("^*", "there is nothing to repeat, at character 2"),
    ("a{", "not a repetition: write {2}, {2,} or {2,5}, at character 2"),
    ("a{,3}", "not a repetition: write {2}, {2,} or {2,5}, at character 2"),
    ("a{2", "not a repetition: write {2}, {2,} or {2,5}, at character 2"),
    ("a{3,2}", "the repetition ends before it starts, at character 2"),
    ("ab\\", "a backslash must be followed by a character, at character 3"),
    (#"\q"#, #"'\q' has no meaning in a pattern, at character 1"#),
    (#"(a)\1"#, #"'\1' has no meaning in a pattern, at character 4"#),
    ("(?=a)", "'(?=' is not supported in a pattern, at character 1"),
    ("(?", "'(?' is not supported in a pattern, at character 1"),
    ("a*?", "'*?' is not supported in a pattern, at character 2"),
    ("a{2}{3}", "'{2}{' is not supported in a pattern, at character 2"),
    ("[[:alpha:]]", "'[' is not supported in a pattern, at character 2"),
    (#"[\d-z]"#, #"'\d-z' is not supported in a pattern, at character 2"#),
    ("éa)", "')' closes no group; for the character itself write '\\)', at character 3"),
    (
      String(repeating: "(", count: 101),
      "more than 100 groups within each other, at character 101"
    ),
    (
      "a{99999999999999999999}",
      "the pattern holds more than 10000 steps once its repetitions are written out, "
        + "at character 2"
    ),
    (
      "x(a{1000}){1000}",
      "the pattern holds more than 10000 steps once its repetitions are written out, "
        + "at character 4"
    ),
    (
      "((((){1000}){1000}){1000}){1000}",
      "the pattern holds more than 10000 steps once its repetitions are written out, "
        + "at character 6"
    ),
  ])
  func faults(source: String, message: String) {
    do throws(TextPatternError) {
      _ = try TextPattern(source)
      Issue.record("\(source) is a pattern")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func longPatternsAreRefusedBeforeTheyAreBuilt() {
    let error = TextPatternError(fault: .tooLarge, position: 10_001)
    #expect(throws: error) { _ = try TextPattern(String(repeating: "a", count: 1_000_000)) }
  }

  /// The patterns on which backtracking takes exponential time take steps in proportion here.
  @Test(arguments: ["(a+)+$", "(a|a)*b", "(a|aa)+$", "(.*)*x", "(a?){30}a{30}", "([a-z]+)*[0-9]"])
  func timeIsLinear(source: String) throws {
    let pattern = try TextPattern(source)
    let size = pattern.program.count
    var previous = 0
    for length in [1_000, 2_000, 4_000] {
      let text = String(repeating: "a", count: length) + "!"
      let (isMatch, steps) = pattern.countingSteps(text)
      #expect(!isMatch)
      #expect(steps <= 2 * size * (length + 2))
      if previous > 0 { #expect(steps <= 2 * previous + 4 * size) }
      previous = steps
    }
  }

  @Test func charactersAreScalars() throws {
    let pattern = try TextPattern("\u{E9}")
    #expect(pattern.matches("\u{E9}"))
    #expect(!pattern.matches("e\u{301}"))
    #expect(try TextPattern("..").matches("e\u{301}"))
    #expect(try TextPattern("\u{E9}") != TextPattern("e\u{301}"))
  }

  @Test func aTextThatCannotMatchIsLeftAtOnce() throws {
    let steps = try TextPattern("abc").countingSteps(String(repeating: "x", count: 1_000_000)).steps
    #expect(steps < 10)
  }

  /// Random small patterns against a matcher that tries every way to split the text.
  @Test func patternsAgreeWithTryingEverything() throws {
    var generator = SeededGenerator(seed: 17)
    let texts = (0...5).flatMap { length in
      (0..<(1 << length)).map { bits in
        String((0..<length).map { bits >> $0 & 1 == 0 ? Character("a") : Character("b") })
      }
    }
    for _ in 0..<400 {
      let shape = Shape.random(depth: 3, using: &generator)
      let pattern = try TextPattern(shape.source)
      for text in texts {
        let bytes = Array(text.utf8)
        #expect(
          pattern.matches(text) == shape.ends(in: bytes, from: 0).contains(bytes.count),
          "\(shape.source) on \(text)")
      }
      if let example = pattern.example { #expect(pattern.matches(example)) }
    }
  }

  @Test(arguments: [
    ("[A-Z]{2}", "AA"), (#"\d{4}(-\d\d)?"#, "1111"), ("EU|UN", "EU"), ("a$b", nil),
    (#"3\d{4}[LR]\d+"#, "31111L1"), ("(x+y*)+", "x"), ("[b-d]", "b"),
  ])
  func examples(source: String, example: String?) throws {
    #expect(try TextPattern(source).example == example)
  }
}

/// A pattern as its grammar has it, matched by trying everything.
private indirect enum Shape {
  case letter(UInt8)
  case any
  case pair(Shape, Shape)
  case either(Shape, Shape)
  case repeated(Shape, Int, Int?)

  static func random(depth: Int, using generator: inout SeededGenerator) -> Shape {
    let kind = Int.random(in: 0..<(depth == 0 ? 3 : 7), using: &generator)
    func inner(_ generator: inout SeededGenerator) -> Shape {
      random(depth: depth - 1, using: &generator)
    }
    switch kind {
    case 0: return .letter(0x61)
    case 1: return .letter(0x62)
    case 2: return .any
    case 3, 4: return .pair(inner(&generator), inner(&generator))
    case 5: return .either(inner(&generator), inner(&generator))
    default:
      let atLeast = Int.random(in: 0...2, using: &generator)
      let isOpen = Bool.random(using: &generator)
      let more = Int.random(in: 0...2, using: &generator)
      return .repeated(inner(&generator), atLeast, isOpen ? nil : atLeast + more)
    }
  }

  var source: String {
    switch self {
    case .letter(let byte): String(UnicodeScalar(byte))
    case .any: "[ab]"
    case .pair(let first, let second): first.source + second.source
    case .either(let first, let second): "(\(first.source)|\(second.source))"
    case .repeated(let shape, let atLeast, let atMost):
      "(?:\(shape.source)){\(atLeast),\(atMost.map(String.init) ?? "")}"
    }
  }

  /// The places where a match from a place may end.
  func ends(in text: [UInt8], from start: Int) -> Set<Int> {
    switch self {
    case .letter(let byte): return start < text.count && text[start] == byte ? [start + 1] : []
    case .any: return start < text.count ? [start + 1] : []
    case .pair(let first, let second):
      return first.ends(in: text, from: start).reduce(into: []) { ends, middle in
        ends.formUnion(second.ends(in: text, from: middle))
      }
    case .either(let first, let second):
      return first.ends(in: text, from: start).union(second.ends(in: text, from: start))
    case .repeated(let shape, let atLeast, let atMost):
      var current: Set<Int> = [start]
      var found: Set<Int> = atLeast == 0 ? [start] : []
      // More rounds than letters and required copies lead nowhere new.
      for round in stride(from: 1, through: atMost ?? atLeast + text.count + 1, by: 1) {
        current = current.reduce(into: []) { $0.formUnion(shape.ends(in: text, from: $1)) }
        if round >= atLeast { found.formUnion(current) }
      }
      return found
    }
  }
}
