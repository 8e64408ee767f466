// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import GraphReports
internal import SourceDiagnostics

extension GraphSession {
  /// How figures of this graph look: as the options say, else the theme of the medium under the
  /// dataset's own style sheet.
  ///
  /// - Throws: a failure after every finding about a style sheet has been printed.
  func style(_ options: DrawingOptions) throws(CommandFailure) -> FigureStyle {
    let medium = options.media.medium
    var theme = FigureTheme(for: medium)
    var files: [String] = []
    for name in options.style {
      if let named = FigureTheme(rawValue: name) {
        theme = named
      } else if FileSystem.exists(name), !FileSystem.isFolder(name) {
        files.append(name)
      } else {
        let themes = FigureTheme.allCases.map(\.rawValue)
        guard !FileSystem.isFolder(name) else {
          throw CommandFailure(
            .misused, "'\(name)' is a folder, and a style is a theme or the file of a style sheet",
            hint: "Themes: \(themes.joined(separator: ", "))")
        }
        throw CommandFailure(
          .misused, "no theme and no file is called '\(name)'",
          hint: Suggestion.didYouMean(name, among: themes).map(\.capitalisedSentence)
            ?? "Themes: \(themes.joined(separator: ", "))")
      }
    }
    var style = theme.style
    if options.style.isEmpty, let sheet = DatasetStyle.path(inDataset: location) {
      style = style.applying(try self.sheet(sheet, onFailure: .unreadable), for: medium)
    }
    for file in files {
      style = style.applying(try sheet(file, onFailure: .misused), for: medium)
    }
    return style
  }

  private func sheet(
    _ path: String, onFailure status: ExitStatus
  ) throws(CommandFailure) -> StyleSheet {
    let outcome: StyleSheetParser.Outcome
    do throws(FileSystemError) {
      outcome = try DatasetStyle.parse(path, for: graph)
    } catch {
      throw CommandFailure(status, "'\(path)' cannot be read: \(error.description)")
    }
    guard outcome.findings.isEmpty else {
      let report = DiagnosticReport(outcome.findings, fileCount: 1)
      Console.say(report.text(with: DiagnosticRenderer(isColoured: coloursErrors)).trimmedEnd)
      throw CommandFailure(status, "the style sheet '\(path)' has faults")
    }
    return outcome.sheet
  }
}
