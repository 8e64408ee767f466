// SPDX-License-Identifier: Apache-2.0

/// One finding about a text: what is wrong, where, and what would help.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case information, warning, error

    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .information: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A further place that belongs to the finding, with a few words on why.
  public struct Note: Sendable, Hashable {
    public var text: String
    public var location: SourceLocation?

    public init(_ text: String, at location: SourceLocation? = nil) {
      self.text = text
      self.location = location
    }
  }

  /// Such as `E104`; stable, and explained by the catalogue of its target.
  public var code: String
  public var severity: Severity

  /// One sentence without a final period; the user's own text stands in single quotes.
  public var message: String

  /// Where it is; nil when no text is at fault.
  public var location: SourceLocation?

  /// What stands beside the caret.
  public var caretText: String?

  public var notes: [Note]

  /// What would mend it, such as "did you mean 'kazakhstan'?".
  public var help: String?

  public init(
    code: String, severity: Severity, message: String, at location: SourceLocation?,
    caretText: String? = nil, notes: [Note] = [], help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.caretText = caretText
    self.notes = notes
    self.help = help
  }
}

extension Diagnostic: Comparable {
  /// By place, then by code and message, so that a list of findings has one order.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    switch (left.location, right.location) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let first?, let second?) where first < second: return true
    case (let first?, let second?) where second < first: return false
    default: return (left.code, left.message) < (right.code, right.message)
    }
  }
}
