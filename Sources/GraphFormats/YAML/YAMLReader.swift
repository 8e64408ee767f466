// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// Reads the YAML of datasets: a strict part of YAML 1.2 in which every scalar is text.
///
/// What other readers accept but people trip over is refused with a place and a remedy: anchors,
/// aliases, tags, merge keys, directives, several documents, keys that are not text, a key that
/// stands twice, tabs as indentation, and control characters. Whatever is accepted means the same
/// to every YAML reader that takes scalars as text.
///
/// A fault costs the list item (or key) of the outermost level that it stands in; the reader goes
/// on with the next one, so that one pass finds all faults.
public enum YAMLReader {
  /// What a text may ask for at most.
  public struct Limits: Sendable {
    /// In bytes.
    public var size = 64 << 20

    /// How deep lists and mappings may stand in each other.
    public var depth = 64

    /// Scalars, lists and mappings together, without the keys of mappings.
    public var nodes = 5_000_000

    /// After so many faults the rest of the text is not read.
    public var faults = 100

    public init() {}
  }

  /// Reads one text. Never fails: what is wrong stands in the diagnostics.
  ///
  /// Complexity: linear in the length of the text.
  ///
  /// - Parameters:
  ///   - name: what the user calls the text, for the diagnostics.
  ///   - bytes: UTF-8, with or without a byte order mark, which does not count as a column.
  public static func read(
    name: String, bytes: [UInt8], limits: Limits = Limits()
  ) -> YAMLReading {
    guard bytes.count <= limits.size else {
      let diagnostic = YAMLMessages.tooLarge(
        limit: limits.size, at: SourceLocation(file: name))
      return YAMLReading(
        text: SourceText(name: name, utf8: []), root: nil, brokenItems: [],
        diagnostics: [diagnostic])
    }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    let text = SourceText(name: name, utf8: content)
    if let fault = YAMLCharacterCheck.firstFault(in: text) {
      return YAMLReading(text: text, root: nil, brokenItems: [], diagnostics: [fault])
    }
    var parser = YAMLParser(text: text, limits: limits)
    let root = parser.parseDocument()
    return YAMLReading(
      text: text, root: root, brokenItems: parser.brokenItems, diagnostics: parser.diagnostics)
  }
}

/// What came of reading a YAML text.
public struct YAMLReading: Sendable {
  /// The text without a byte order mark; spans of nodes point into it.
  public let text: SourceText

  /// The outermost node, without the items that could not be read; nil for an empty text and for
  /// one that could not be read at all.
  public let root: YAMLNode?

  /// The first pair of each list item that could not be read beyond it, so that a reader of
  /// entries still knows which ones exist.
  public let brokenItems: [YAMLPair]

  /// In the order of the text.
  public let diagnostics: [Diagnostic]
}
