// SPDX-License-Identifier: Apache-2.0

/// The forms in which texts that look the same are written the same.
///
/// Source: Unicode Standard Annex 15, "Unicode normalization forms".
enum NormalForm: String, Sendable, CaseIterable {
  /// Letters with their marks as single scalars where there are such.
  case composed = "NFC"
  /// Letters and marks each as a scalar of their own.
  case decomposed = "NFD"
  /// Composed, with plain scalars for those that differ from them in their looks only.
  case plainComposed = "NFKC"
  /// Decomposed, with plain scalars for those that differ from them in their looks only.
  case plainDecomposed = "NFKD"

  /// The text in this form.
  ///
  /// Linear in the text, plus the sorting of the marks of one letter.
  func of(_ text: String) -> String {
    // No ASCII character is made of others.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars: [Unicode.Scalar] = []
    let isPlain = self == .plainComposed || self == .plainDecomposed
    for scalar in text.unicodeScalars {
      if isPlain, let plain = NormalForm.plainScalars[scalar] {
        scalars += plain
      } else {
        NormalForm.decompose(scalar, into: &scalars)
      }
    }
    NormalForm.sortMarks(&scalars)
    if self == .composed || self == .plainComposed { scalars = NormalForm.compose(scalars) }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func decompose(_ scalar: Unicode.Scalar, into output: inout [Unicode.Scalar]) {
    if let syllable = HangulSyllable(scalar) {
      output += syllable.letters
    } else if let parts = tables.parts[scalar] {
      decompose(parts.first, into: &output)
      if let second = parts.second { output.append(second) }
    } else {
      output.append(scalar)
    }
  }

  /// Puts the marks behind each letter in the order of their combining classes; marks of one class
  /// keep theirs.
  private static func sortMarks(_ scalars: inout [Unicode.Scalar]) {
    var start = 0
    while start < scalars.count {
      guard scalars[start].combiningClass != 0 else {
        start += 1
        continue
      }
      let end = scalars[start...].firstIndex { $0.combiningClass == 0 } ?? scalars.count
      if end - start > 1 {
        let sorted = scalars[start..<end].enumerated().sorted {
          ($0.element.combiningClass, $0.offset) < ($1.element.combiningClass, $1.offset)
        }
        scalars.replaceSubrange(start..<end, with: sorted.map(\.element))
      }
      start = end
    }
  }

  private static func compose(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in scalars {
      let combiningClass = scalar.combiningClass
      if let starter {
        let isAdjacent = starter == output.count - 1
        // A mark joins its letter unless one of the same class stands between them.
        if isAdjacent || (lastClass != 0 && lastClass < combiningClass),
          let whole = composite(output[starter], scalar)
        {
          output[starter] = whole
          continue
        }
      }
      if combiningClass == 0 { starter = output.count }
      lastClass = combiningClass
      output.append(scalar)
    }
    return output
  }

  private static func composite(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> Unicode.Scalar? {
    HangulSyllable.composed(first, second)
      ?? tables.composites[UInt64(first.value) << 32 | UInt64(second.value)]
  }

  private static let tables = DecompositionTables(CanonicalDecompositions.text)

  /// What scalars stand for that differ from it in their looks only, wholly decomposed.
  private static let plainScalars: [Unicode.Scalar: [Unicode.Scalar]] = {
    var plain: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for text in CompatibilityDecompositions.texts {
      for entry in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let sides = entry.split(separator: "=")
        guard sides.count == 2 else { continue }
        let range = sides[0].split(separator: "-").compactMap { UInt32($0, radix: 16) }
        let targets = sides[1].split(separator: "+").compactMap { UInt32($0, radix: 16) }
        guard let first = range.first, let last = range.last, first <= last else { continue }
        for value in first...last {
          guard let scalar = Unicode.Scalar(value) else { continue }
          plain[scalar] = targets.compactMap { Unicode.Scalar($0 + value - first) }
        }
      }
    }
    return plain
  }()
}

extension Unicode.Scalar {
  fileprivate var combiningClass: UInt8 { properties.canonicalCombiningClass.rawValue }
}

/// The list of decompositions, to be looked up both ways.
private struct DecompositionTables: Sendable {
  private(set) var parts: [Unicode.Scalar: (first: Unicode.Scalar, second: Unicode.Scalar?)] = [:]
  private(set) var composites: [UInt64: Unicode.Scalar] = [:]

  init(_ text: String) {
    for entry in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let scalars = entry.split { "!=+".contains($0) }
        .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      guard scalars.count >= 2 else { continue }
      parts[scalars[0]] = (scalars[1], scalars.count > 2 ? scalars[2] : nil)
      if scalars.count > 2, entry.first != "!" {
        composites[UInt64(scalars[1].value) << 32 | UInt64(scalars[2].value)] = scalars[0]
      }
    }
  }
}

/// A syllable of Hangul, whose letters are calculated.
///
/// Source: The Unicode Standard, section 3.12.
private struct HangulSyllable {
  let index: UInt32

  private static let syllables: UInt32 = 0xAC00
  private static let (leading, vowels, trailing): (UInt32, UInt32, UInt32) = (
    0x1100, 0x1161, 0x11A7
  )

  init?(_ scalar: Unicode.Scalar) {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
    index = scalar.value - HangulSyllable.syllables
  }

  var letters: [Unicode.Scalar] {
    let values = [
      HangulSyllable.leading + index / 588, HangulSyllable.vowels + index % 588 / 28,
      HangulSyllable.trailing + index % 28,
    ]
    return (index % 28 == 0 ? values.dropLast() : values[...]).compactMap(Unicode.Scalar.init)
  }

  /// A leading letter with a vowel, or both with a trailing letter.
  static func composed(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if (0x1100...0x1112).contains(first.value), (0x1161...0x1175).contains(second.value) {
      return Unicode.Scalar(
        syllables + ((first.value - leading) * 21 + second.value - vowels) * 28)
    }
    if let syllable = HangulSyllable(first), syllable.index % 28 == 0,
      (0x11A8...0x11C2).contains(second.value)
    {
      return Unicode.Scalar(first.value + second.value - trailing)
    }
    return nil
  }
}
