// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// A style with what tells it from others.
struct NamedStyle {
  let style: FigureStyle
  /// The theme and the style sheets over it.
  let name: String
  /// A hash of the theme's name and of the sheets.
  let hash: String
}

extension GraphSession {
  /// How figures of this graph look: as the options say, else the theme of the medium under the
  /// dataset's own style sheet.
  ///
  /// - Throws: a failure after every finding about a style sheet has been printed.
  func style(_ options: DrawingOptions) throws(CommandFailure) -> NamedStyle {
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
    var names = [theme.rawValue]
    var content = Array(theme.rawValue.utf8)
    if options.style.isEmpty, let revision {
      if let sheet = try sheet(of: revision) {
        style = style.applying(sheet.style, for: medium)
        names.append(DatasetStyle.fileName)
        content += sheet.bytes
      }
    } else if options.style.isEmpty, let sheet = DatasetStyle.path(inDataset: location) {
      style = style.applying(try self.sheet(sheet, onFailure: .unreadable), for: medium)
      files = [sheet]
    } else {
      for file in files {
        style = style.applying(try sheet(file, onFailure: .misused), for: medium)
      }
    }
    for file in files {
      names.append(file.split(separator: "/").last.map(String.init) ?? file)
      content += (try? FileSystem.read(file, limit: 1 << 24)) ?? []
    }
    return NamedStyle(
      style: style, name: names.joined(separator: " "), hash: DataHash.text(of: content))
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
    return try soundSheet(outcome, path, onFailure: status)
  }

  /// The dataset's own style sheet as it was in a revision; nil when it had none.
  private func sheet(
    of revision: GitRepository.Revision
  ) throws(CommandFailure) -> (style: StyleSheet, bytes: [UInt8])? {
    guard let bytes = try? revision.file(DatasetStyle.fileName, limit: 1 << 24) else { return nil }
    let name = "\(revision.name):\(DatasetStyle.fileName)"
    let sheet = try soundSheet(
      DatasetStyle.parse(bytes, named: name, for: graph), name, onFailure: .unreadable)
    return (sheet, bytes)
  }

  private func soundSheet(
    _ outcome: StyleSheetParser.Outcome, _ path: String, onFailure status: ExitStatus
  ) throws(CommandFailure) -> StyleSheet {
    guard outcome.findings.isEmpty else {
      let report = DiagnosticReport(outcome.findings, fileCount: 1)
      Console.say(report.text(with: DiagnosticRenderer(isColoured: coloursErrors)).trimmedEnd)
      throw CommandFailure(status, "the style sheet '\(path)' has faults")
    }
    return outcome.sheet
  }

  /// How a figure of this graph was made.
  func metadata(_ style: NamedStyle, command: String?) -> Figure.Metadata {
    var metadata = Figure.Metadata(
      command: command, dataVersion: description.title, dataHash: dataHash)
    metadata.program = "entente \(ProgramVersion.text)"
    metadata.style = style.name
    metadata.styleHash = style.hash
    return metadata
  }
}
