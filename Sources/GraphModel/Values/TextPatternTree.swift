// SPDX-License-Identifier: Apache-2.0

/// The parts of a pattern.
indirect enum TextPatternTree: Sendable {
  /// Nothing.
  case empty
  /// One character of a set.
  case character(ScalarSet)
  /// The start of the text.
  case start
  /// The end of the text.
  case end
  /// A place between two characters.
  case boundary(TextPatternBoundary)
  /// One after the other.
  case sequence([TextPatternTree])
  /// One of several.
  case choice([TextPatternTree])
  /// Repeated; without an upper bound when it is nil. The position is that of the repetition.
  case repetition(TextPatternTree, atLeast: Int, atMost: Int?, position: Int)

  /// A short text that matches if the ends of the text are where they should be.
  ///
  /// Its length is bounded as the program is, which must have been made first.
  var example: String {
    var output = String.UnicodeScalarView()
    writeExample(to: &output)
    return String(output)
  }

  private func writeExample(to output: inout String.UnicodeScalarView) {
    switch self {
    case .empty, .start, .end, .boundary: break
    case .character(let set): output.append(set.example)
    case .sequence(let parts): for part in parts { part.writeExample(to: &output) }
    case .choice(let parts): parts.first?.writeExample(to: &output)
    case .repetition(let part, let atLeast, let atMost, _):
      let isPlus = atLeast == 1 && atMost == nil
      for _ in 0..<(isPlus ? 1 : atLeast) { part.writeExample(to: &output) }
    }
  }
}

/// A place that a pattern may ask for, of which what stands before and behind it decides.
enum TextPatternBoundary: Sendable, Hashable {
  case lineStart
  case lineEnd
  case word
  case notWord

  /// Whether this is such a place; a scalar that is nil is beyond the end of the text.
  func holds(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    switch self {
    case .lineStart:
      return previous.map(ScalarSet.lineBreaks.contains) ?? true
    case .lineEnd:
      return next.map(ScalarSet.lineBreaks.contains) ?? true
    case .word, .notWord:
      let isBehindWord = previous.map(ScalarSet.wordCharacters.contains) ?? false
      let isBeforeWord = next.map(ScalarSet.wordCharacters.contains) ?? false
      return (isBehindWord != isBeforeWord) == (self == .word)
    }
  }
}

/// A set of Unicode scalars as ascending ranges that do not touch.
struct ScalarSet: Sendable, Hashable {
  private(set) var ranges: [ClosedRange<UInt32>]

  /// A set of ranges in any order, which may overlap.
  init(_ unordered: [ClosedRange<UInt32>]) {
    ranges = []
    for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound &+ 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// A set of one scalar.
  init(_ scalar: Unicode.Scalar) {
    ranges = [scalar.value...scalar.value]
  }

  static let digits = ScalarSet([0x30...0x39])
  static let wordCharacters = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let spaces = ScalarSet([0x09...0x0D, 0x20...0x20])
  static let anyButLineBreaks = ScalarSet([0x0A...0x0A, 0x0D...0x0D]).inverted

  /// All that Unicode takes for the end of a line.
  static let lineBreaks = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029])
  static let hexadecimalDigits = ScalarSet([0x30...0x39, 0x41...0x46, 0x61...0x66])
  static let everything = ScalarSet([0...largestScalar])

  private static let largestScalar: UInt32 = 0x10FFFF

  /// Everything that is not in the set.
  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= ScalarSet.largestScalar { gaps.append(next...ScalarSet.largestScalar) }
    return ScalarSet(gaps)
  }

  /// Whether the set holds a scalar.
  ///
  /// O(log n) in the ranges.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = low + (high - low) / 2
      if ranges[middle].upperBound < scalar.value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }

  /// A member that is easy to read where there is one.
  var example: Unicode.Scalar {
    let readable: [Unicode.Scalar] = ["A", "a", "1", "0", " "]
    if ranges.count > 1 || ranges.first.map({ $0.count > 1 }) == true,
      let first = readable.first(where: contains)
    {
      return first
    }
    // Surrogates are not scalars; a set of nothing else matches nothing anyway.
    return ranges.lazy.compactMap { Unicode.Scalar($0.lowerBound) }.first ?? "?"
  }
}
