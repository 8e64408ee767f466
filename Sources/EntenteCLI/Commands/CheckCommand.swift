// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing
internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// The command `entente check [PATH…]`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "entente",
    abstract: "Check datasets and report every finding with its place.",
    usage: "entente check [<options>] [<paths> ...]",
    discussion: """
      Examples:
        entente check
        entente check Graphs/eu-central-asia --format github

      Formats: text, json, github (workflow commands) and sarif. Errors give status 1; with \
      --strict, warnings do too.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Dataset folders.", completion: .directory)
  var paths: [String] = []

  @Flag(help: "Let warnings fail.")
  var strict = false

  @Flag(help: "Report remarks too, such as isolated nodes.")
  var remarks = false

  func run() throws {
    let output = try Output(options, standard: .text, allowed: [.text, .json, .github, .sarif])
    let folders = try paths.isEmpty ? [GraphLocation.find(options.graph)] : paths
    var diagnostics: [Diagnostic] = []
    var fileCount = 0
    for folder in folders {
      let checked = DatasetChecker().check(folder)
      diagnostics += checked.diagnostics.filter { remarks || $0.severity > .information }
      fileCount += checked.files.count
      guard let graph = checked.graph, let sheet = DatasetStyle.path(inDataset: folder) else {
        continue
      }
      diagnostics += try styleFindings(sheet, for: graph)
      fileCount += 1
    }
    let report = DiagnosticReport(
      diagnostics, fileCount: fileCount, catalogue: FindingCatalogue.all,
      version: ProgramVersion.text)
    switch output.format {
    case .json: try output.write(report.json())
    case .github: try output.write(report.gitHubCommands())
    case .sarif: try output.write(report.sarif())
    default:
      try output.write(
        report.text(with: DiagnosticRenderer(isColoured: options.coloursAnswers)))
    }
    let worst = diagnostics.map(\.severity).max() ?? .information
    if worst == .error || strict && worst == .warning { throw CommandFailure(.nothing) }
  }

  private func styleFindings(
    _ path: String, for graph: PropertyGraph
  ) throws(CommandFailure) -> [Diagnostic] {
    do throws(FileSystemError) {
      return try DatasetStyle.parse(path, for: graph).findings
    } catch {
      throw CommandFailure(.unreadable, "'\(path)' cannot be read: \(error.description)")
    }
  }
}
