// SPDX-License-Identifier: Apache-2.0

/// The label of a block: what other parts of the brief refer to it by.
///
/// A label begins with a letter and goes on with letters and digits of ASCII, `-`, `_`, `.` and
/// `:`. `fig-` or `fig:` at its start says that it means a figure, `tbl-` or `tbl:` a table; the
/// rest is its stem. A block that shows both has both, with one stem.
public struct BriefLabel: Sendable, Hashable {
  /// As written.
  public let text: String

  public init(_ text: String) { self.text = text }

  /// Most characters of a label.
  static let limit = 80

  private static let prefixes = ["fig-", "fig:", "tbl-", "tbl:"]

  private var prefix: String? { Self.prefixes.first { text.hasPrefix($0) } }

  /// The label without its prefix.
  public var stem: String { String(text.dropFirst(prefix?.count ?? 0)) }

  /// The label of the figure of the block: `fig-bomca`.
  public var figure: String { "fig\(separator)\(stem)" }

  /// The label of the table of the block: `tbl-bomca`.
  public var table: String { "tbl\(separator)\(stem)" }

  private var separator: Character { prefix?.last ?? "-" }

  /// Whether the text is formed as labels are.
  public var isWellFormed: Bool {
    guard let first = text.utf8.first, Self.isLetter(first), text.utf8.count <= Self.limit,
      !stem.isEmpty
    else { return false }
    return text.utf8.allSatisfy(Self.mayContain)
  }

  /// Whether a byte may stand in a label.
  static func mayContain(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":")]
        .contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
