// SPDX-License-Identifier: Apache-2.0

/// Prints diagnostics for people: the finding, its place, the line with a caret run, what helps.
///
/// ```
/// error[E104]: unknown node 'kyrgyztan'
///   --> facts.yaml:36:14
///    |
/// 36 | bomca covers kyrgyztan
///    |              ^^^^^^^^^ no state, programme or area has this key
///    = help: did you mean 'kyrgyzstan'?
/// ```
///
/// A place without an excerpt stands alone, with its caret text behind it; so do the places of
/// notes. Nothing in a text that was read can move the cursor of a terminal: control and invisible
/// characters are shown as pictures or numbers.
public struct DiagnosticRenderer: Sendable {
  /// Whether ANSI escapes colour the output.
  public var isColoured: Bool

  /// How many columns of a line an excerpt shows; longer lines are cut around the place.
  public var excerptWidth: Int

  /// The distance of tab stops in excerpts, which are printed with spaces.
  public var tabWidth: Int

  public init(isColoured: Bool = false, excerptWidth: Int = 100, tabWidth: Int = 4) {
    self.isColoured = isColoured
    self.excerptWidth = excerptWidth
    self.tabWidth = tabWidth
  }

  /// The lines of one diagnostic, each with its line end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let places = ([diagnostic.location] + diagnostic.notes.map(\.location)).compactMap { $0 }
    let margin = String(repeating: " ", count: places.map { String($0.line).count }.max() ?? 1)
    var output = heading(of: diagnostic)
    if let location = diagnostic.location {
      output += render(
        location, caretText: diagnostic.caretText, severity: diagnostic.severity, margin: margin)
    }
    for note in diagnostic.notes {
      if let location = note.location {
        output += placeLine(location, text: note.text, margin: margin)
      } else {
        output += adviceLine("note", note.text, margin: margin)
      }
    }
    if let help = diagnostic.help {
      output += adviceLine("help", help, margin: margin)
    }
    return output
  }

  /// The diagnostics one after another, in the order given.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { render($0) }.joined()
  }

  // MARK: Lines

  private func heading(of diagnostic: Diagnostic) -> String {
    let word = styled(
      "\(diagnostic.severity.word)[\(HarmlessText.shown(diagnostic.code))]",
      style(of: diagnostic.severity))
    return word + styled(": " + HarmlessText.shown(diagnostic.message), .strong) + "\n"
  }

  private func render(
    _ location: SourceLocation, caretText: String?, severity: Diagnostic.Severity, margin: String
  ) -> String {
    guard
      let excerpt = Excerpt(of: location, width: max(8, excerptWidth), tabWidth: max(1, tabWidth))
    else {
      return placeLine(location, text: caretText, margin: margin)
    }
    let number = String(location.line)
    let padding = String(repeating: " ", count: max(0, margin.count - number.count))
    let bar = margin + " " + styled("|", .frame)
    let carets = styled(
      String(repeating: "^", count: excerpt.caretCount)
        + (caretText.map { " " + HarmlessText.shown($0) } ?? ""),
      style(of: severity))
    return placeLine(location, text: nil, margin: margin)
      + bar + "\n"
      + styled(padding + number, .frame) + " " + styled("|", .frame)
      + (excerpt.text.isEmpty ? "" : " " + excerpt.text) + "\n"
      + bar + String(repeating: " ", count: excerpt.caretColumn + 1) + carets + "\n"
  }

  private func placeLine(_ location: SourceLocation, text: String?, margin: String) -> String {
    let place = HarmlessText.shown(location.description)
    let remark = text.map { "   " + HarmlessText.shown($0) } ?? ""
    return margin + styled("-->", .frame) + " " + place + remark + "\n"
  }

  private func adviceLine(_ label: String, _ text: String, margin: String) -> String {
    margin + " " + styled("=", .frame) + " " + styled(label + ":", .strong) + " "
      + HarmlessText.shown(text) + "\n"
  }

  // MARK: Colour

  private enum Style: String {
    case strong = "1"
    case frame = "1;34"
    case error = "1;31"
    case warning = "1;33"
    case remark = "1;36"
  }

  private func style(of severity: Diagnostic.Severity) -> Style {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .information: .remark
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Diagnostic.Severity {
  /// As people read it: `error`, `warning`, `remark`.
  public var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information: "remark"
    }
  }
}
