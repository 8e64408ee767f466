// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What became of a file that was to be formatted.
public struct FormattingResult: Sendable {
  /// The file as it was.
  public let source: SourceText

  /// The formatted file; nil when it was left alone.
  public let formatted: [UInt8]?

  /// Why it was left alone; empty when it was not.
  public let diagnostics: [Diagnostic]

  init(source: SourceText, formatted: [UInt8]) {
    self.source = source
    self.formatted = formatted
    diagnostics = []
  }

  init(source: SourceText, refusal: Diagnostic) {
    self.source = source
    formatted = nil
    diagnostics = [refusal]
  }

  /// The formatted file as text; nil when it was left alone. Complexity: linear.
  public var text: String? { formatted.map { String(decoding: $0, as: UTF8.self) } }

  /// Whether formatting gives other bytes than the file holds.
  public var isChanged: Bool { formatted.map { $0 != source.utf8 } ?? false }

  /// What formatting changes, for showing; nil when it changes nothing.
  public func difference() -> TextDifference? {
    guard let formatted, isChanged else { return nil }
    return TextDifference(from: source.utf8, to: formatted)
  }
}
