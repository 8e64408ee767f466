// SPDX-License-Identifier: Apache-2.0

/// Advance widths of a Helvetica-metric face, in thousandths of the font size.
///
/// Numbers only, one table per block; 0 stands for a character outside the tables. Any font with
/// Helvetica metrics (Arial, Liberation Sans, Arimo, Nimbus Sans) has these widths.
struct GlyphWidths: Sendable {
  /// U+0020 to U+017F: ASCII, Latin-1 and Latin Extended-A.
  let latin: [UInt16]
  /// U+0370 to U+03FF.
  let greek: [UInt16]
  /// U+0400 to U+04FF, with the letters of the languages of Central Asia.
  let cyrillic: [UInt16]
  /// U+2010 to U+2027: dashes, quotation marks, bullet, ellipsis.
  let punctuation: [UInt16]

  /// The width of one scalar, or nil when no table has it.
  func width(of scalar: Unicode.Scalar) -> UInt16? {
    let value = Int(scalar.value)
    let found: UInt16
    switch value {
    case 0x20..<0x180: found = latin[value - 0x20]
    case 0x370..<0x400: found = greek[value - 0x370]
    case 0x400..<0x500: found = cyrillic[value - 0x400]
    case 0x2010..<0x2028: found = punctuation[value - 0x2010]
    default: return nil
    }
    return found == 0 ? nil : found
  }
}
