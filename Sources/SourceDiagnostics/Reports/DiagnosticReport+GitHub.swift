// SPDX-License-Identifier: Apache-2.0

extension DiagnosticReport {
  /// One GitHub Actions workflow command a finding, which marks the place in a pull request.
  ///
  /// The caret text, the notes and the help follow the message on lines of their own.
  public func gitHubCommands() -> String {
    diagnostics.map { Self.gitHubCommand(for: $0) + "\n" }.joined()
  }

  private static func gitHubCommand(for diagnostic: Diagnostic) -> String {
    var parameters: [String] = []
    if let location = diagnostic.location {
      parameters.append("file=" + escapedParameter(location.file))
      if location.line > 0 {
        parameters.append("line=\(location.line)")
        if location.column > 0 {
          parameters.append("col=\(location.column)")
          if location.length > 1 {
            parameters.append("endColumn=\(location.column + location.length)")
          }
        }
      }
    }
    parameters.append("title=" + escapedParameter(diagnostic.code))
    var lines = [diagnostic.message]
    if let caretText = diagnostic.caretText { lines.append(caretText) }
    for note in diagnostic.notes {
      lines.append((note.location.map { "\($0): " } ?? "note: ") + note.text)
    }
    if let help = diagnostic.help { lines.append("help: " + help) }
    return "::\(command(for: diagnostic.severity)) \(parameters.joined(separator: ","))::"
      + escaped(lines.joined(separator: "\n"))
  }

  private static func command(for severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information: "notice"
    }
  }

  /// A message may hold anything but line ends and the sign that begins an escape.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A parameter ends at a comma, and the parameters at a colon.
  private static func escapedParameter(_ text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
