// SPDX-License-Identifier: Apache-2.0

/// What the codes of diagnostics mean, for `entente explain E104` and for SARIF.
///
/// Each target that finds faults supplies the entries of its codes; the programme joins them.
///
/// ## Topics
/// - Looking up: ``entry(for:)``, ``entries``
/// - Checking: ``problems()``
public struct DiagnosticCatalogue: Sendable, Hashable {
  /// One code.
  public struct Entry: Sendable, Hashable {
    /// A letter and three digits, such as `E104`.
    public let code: String

    /// A few words without a final period.
    public let title: String

    public let severity: Diagnostic.Severity

    /// Why it is a fault and what to do, in sentences.
    public let explanation: String

    /// A text that has the fault.
    public let example: String

    /// The text without the fault, where one can be given.
    public let correction: String?

    public init(
      code: String, title: String, severity: Diagnostic.Severity = .error, explanation: String,
      example: String, correction: String? = nil
    ) {
      self.code = code
      self.title = title
      self.severity = severity
      self.explanation = explanation
      self.example = example
      self.correction = correction
    }

    /// The entry as a page of plain text, without a final line end.
    public var text: String {
      var text = "\(severity.word)[\(code)]: \(title)\n\n\(explanation)\n\n"
      text += "Example:\n\n\(Self.indented(example))"
      if let correction { text += "\n\nBetter:\n\n\(Self.indented(correction))" }
      return text
    }

    private static func indented(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    }
  }

  /// In order of code; entries of one code in the order given.
  public let entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries.enumerated()
      .sorted { ($0.element.code, $0.offset) < ($1.element.code, $1.offset) }
      .map(\.element)
  }

  /// The entries of several catalogues in one.
  public init(joining catalogues: [DiagnosticCatalogue]) {
    self.init(catalogues.flatMap(\.entries))
  }

  /// The entry of a code, whatever the case of its letter.
  ///
  /// Complexity: linear.
  public func entry(for code: String) -> Entry? {
    let sought = code.uppercased()
    return entries.first { $0.code == sought }
  }

  /// What is wrong with the catalogue itself: codes that occur twice or are not formed as codes
  /// are, entries that say nothing.
  ///
  /// Empty for a sound one.
  public func problems() -> [String] {
    var problems: [String] = []
    for (index, entry) in entries.enumerated() {
      if index > 0, entries[index - 1].code == entry.code {
        problems.append("code '\(entry.code)' is explained twice")
      }
      if !Self.isWellFormed(entry.code) {
        problems.append("code '\(entry.code)' is not a letter and three digits")
      }
      if entry.title.isEmpty || entry.explanation.isEmpty || entry.example.isEmpty {
        problems.append("code '\(entry.code)' has no title, explanation or example")
      }
    }
    return problems
  }

  private static func isWellFormed(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return bytes.count == 4 && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0])
      && bytes[1...].allSatisfy(digits.contains)
  }
}
