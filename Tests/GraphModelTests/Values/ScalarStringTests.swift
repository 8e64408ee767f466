// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct ScalarStringTests {
  @Test func canonicalEquivalentsAreDifferent() {
    #expect("\u{E9}" == "e\u{301}")
    #expect(ScalarString("\u{E9}") != ScalarString("e\u{301}"))
    // Two marks in either order: equivalent, and of the same length.
    #expect("a\u{301}\u{323}" == "a\u{323}\u{301}")
    #expect(ScalarString("a\u{301}\u{323}") != ScalarString("a\u{323}\u{301}"))
  }

  /// Random texts against their arrays of scalars.
  @Test func orderAndEqualityAreThoseOfTheScalars() {
    var generator = SeededGenerator(seed: 31)
    let alphabet: [Unicode.Scalar] = ["a", "b", "\u{E9}", "\u{301}", "\u{FFFD}", "\u{1F600}"]
    func text() -> [Unicode.Scalar] {
      let length = Int.random(in: 0...20, using: &generator)
      // Long runs of one letter, so that differences come late.
      return (0..<length).map { _ in
        Int.random(in: 0..<8, using: &generator) == 0
          ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] : "a"
      }
    }
    func string(_ scalars: [Unicode.Scalar]) -> ScalarString {
      ScalarString(String(String.UnicodeScalarView(scalars)))
    }
    for _ in 0..<20_000 {
      let (left, right) = (text(), text())
      #expect((string(left) == string(right)) == (left == right))
      #expect(
        (string(left) < string(right))
          == left.lexicographicallyPrecedes(right, by: { $0.value < $1.value }))
      if left == right { #expect(string(left).hashValue == string(right).hashValue) }
    }
  }
}
