// SPDX-License-Identifier: Apache-2.0

/// Widths of text in a Helvetica-metric font, from built-in tables: no font is ever opened.
///
/// Latin, Greek and Cyrillic letters have their exact width; a full-width letter or an emoji counts
/// one em, a combining mark nothing, any other letter a generous average.
public struct TextMetrics: Sendable, Hashable {
  /// Font size in points.
  public var size: Double
  public var isBold: Bool

  public init(size: Double, isBold: Bool = false) {
    self.size = size
    self.isBold = isBold
  }

  /// Distance from one baseline to the next, in points.
  public var lineHeight: Double { size * 1.2 }
  /// Distance from the top of a line to its baseline, in points.
  public var ascent: Double { size * 0.93 }

  /// Width of one line of text, in points.
  ///
  /// - Complexity: O(*n*) in the number of scalars.
  public func width(of text: some StringProtocol) -> Double {
    let widths = isBold ? GlyphWidths.bold : GlyphWidths.regular
    if let thousandths = asciiThousandths(of: text, widths) {
      return Double(thousandths) * size / 1000
    }
    var thousandths = 0
    for scalar in text.unicodeScalars {
      if scalar.value < 0x300 {
        thousandths += Int(widths.width(of: scalar) ?? 600)
      } else {
        // A joiner takes no room, but what it joins does: a font that lacks the emoji for both
        // shows one beside the other.
        thousandths += advance(scalar, widths)
      }
    }
    return Double(thousandths) * size / 1000
  }

  /// The width of printable ASCII, read byte by byte; nil for anything else.
  private func asciiThousandths(
    of text: some StringProtocol, _ widths: GlyphWidths
  ) -> Int? {
    let sum: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      widths.latin.withUnsafeBufferPointer { latin in
        var sum = 0
        for byte in bytes {
          guard byte >= 0x20, byte < 0x7f else { return nil }
          sum += Int(latin[Int(byte) - 0x20])
        }
        return sum
      }
    }
    return sum ?? nil
  }

  /// How wide one line of text may come out where no font has Helvetica's widths, in points:
  /// in DejaVu Sans, which many systems fall back to, lines are wider by up to a fifth, and bold
  /// ones by up to a quarter.
  ///
  /// - Complexity: O(*n*) in the number of scalars.
  public func reach(of text: some StringProtocol) -> Double {
    width(of: text) * (isBold ? 1.25 : 1.2)
  }

  /// True when every width comes from the tables, so that no font with Helvetica metrics differs.
  func isExact(for text: some StringProtocol) -> Bool {
    let widths = isBold ? GlyphWidths.bold : GlyphWidths.regular
    return text.unicodeScalars.allSatisfy { widths.width(of: $0) != nil }
  }

  private func advance(_ scalar: Unicode.Scalar, _ widths: GlyphWidths) -> Int {
    if let width = widths.width(of: scalar) { return Int(width) }
    switch scalar.value {
    case 0x200b...0x200f, 0xfe00...0xfe0f: return 0
    case 0x2000...0x200a, 0x202f, 0x205f: return 500
    case 0x20a0...0x20cf: return 556
    case 0x1f1e6...0x1f1ff: return 1000
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe4f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f000...0x1faff, 0x20000...0x3fffd,
      0x2190...0x2bff:
      return 1000
    default: break
    }
    if DisplayText.isMark(scalar) { return 0 }
    return scalar.properties.isUppercase ? 720 : 600
  }
}
