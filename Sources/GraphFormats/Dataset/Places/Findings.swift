// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// What is wrong, before it has a place: the wording of one finding.
struct Finding: Sendable {
  var code: String
  var severity: Diagnostic.Severity
  var message: String
  var caretText: String?
  var help: String?

  init(
    _ code: String, _ message: String, caretText: String? = nil, help: String? = nil
  ) {
    self.code = code
    severity = code.hasPrefix("E") ? .error : code.hasPrefix("W") ? .warning : .information
    self.message = message
    self.caretText = caretText
    self.help = help
  }

  func diagnostic(at location: SourceLocation?, notes: [Diagnostic.Note] = []) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, message: message, at: location, caretText: caretText,
      notes: notes, help: help)
  }
}

/// Gathers findings and gives them their places, within bounds that no input can exceed.
struct Findings: Sendable {
  /// After so many findings the rest is only counted.
  static let limit = 10_000

  var texts = DatasetTexts()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var hasErrors = false
  private var omitted = 0

  /// What may still be spent on places in very long lines, in bytes to look at.
  private var workLeft = 1 << 26

  /// What may still be spent on looking for similar names, in names to look at.
  private var comparisonsLeft = 2_000_000

  mutating func report(
    _ finding: Finding, at place: TextPlace,
    notes: [(text: String, place: TextPlace)] = []
  ) {
    report(finding, location: location(of: place), notes: notes)
  }

  /// Reports something about a file as a whole.
  mutating func report(_ finding: Finding, file: String) {
    report(finding, location: SourceLocation(file: file), notes: [])
  }

  /// Takes in findings that have their places already.
  mutating func report(_ found: [Diagnostic]) {
    for diagnostic in found {
      if diagnostic.severity == .error { hasErrors = true }
      if diagnostics.count < Self.limit { diagnostics.append(diagnostic) } else { omitted += 1 }
    }
  }

  private mutating func report(
    _ finding: Finding, location: SourceLocation, notes: [(text: String, place: TextPlace)]
  ) {
    if finding.severity == .error { hasErrors = true }
    guard diagnostics.count < Self.limit else {
      omitted += 1
      return
    }
    var diagnosticNotes: [Diagnostic.Note] = []
    for note in notes {
      diagnosticNotes.append(Diagnostic.Note(note.text, at: self.location(of: note.place)))
    }
    diagnostics.append(finding.diagnostic(at: location, notes: diagnosticNotes))
  }

  /// In a file with very long lines only the first findings get a line and column.
  private mutating func location(of place: TextPlace) -> SourceLocation {
    guard diagnostics.count < Self.limit else { return SourceLocation(file: "") }
    let cost = texts.cost(of: place)
    guard workLeft > cost else { return SourceLocation(file: texts.name(of: Int(place.file))) }
    workLeft -= cost
    return texts.location(of: place)
  }

  /// The nearest name, nil when none is near or too many were asked for.
  mutating func nearest(to name: String, among names: [String]) -> String? {
    guard comparisonsLeft > names.count, diagnostics.count < Self.limit else { return nil }
    comparisonsLeft -= names.count
    return Suggestion.nearest(to: name, in: names, limit: 1).first
  }

  /// The same as a question.
  mutating func suggestion(for name: String, among names: [String]) -> String? {
    nearest(to: name, among: names).map { "did you mean '\($0)'?" }
  }

  /// All findings in order of place, each once.
  func sorted() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in diagnostics.sorted()
    where result.last?.location != diagnostic.location || result.last != diagnostic {
      result.append(diagnostic)
    }
    if omitted > 0 {
      result.append(DatasetMessages.moreFindings(omitted).diagnostic(at: nil))
    }
    return result
  }
}
