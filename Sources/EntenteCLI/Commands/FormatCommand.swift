// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphFormats
internal import SourceDiagnostics

/// The command `entente fmt [PATH…]`.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", _superCommandName: "entente",
    abstract: "Write the YAML files of a dataset in canonical form.",
    usage: "entente fmt [<options>] [<paths> ...]",
    discussion: """
      Comments stay; nothing is lost. A file that cannot be formatted is left alone.

      Examples:
        entente fmt
        entente fmt --check Graphs/eu-central-asia
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Files, or dataset folders.", completion: .file())
  var paths: [String] = []

  @Flag(help: "Change nothing; show what would change and end with status 1.")
  var check = false

  func run() throws {
    let given = try paths.isEmpty ? [GraphLocation.find(options.graph)] : paths
    var diagnostics: [Diagnostic] = []
    var changed = 0
    var count = 0
    for path in try files(in: given) {
      count += 1
      let result = YAMLFormatter.format(try text(of: path))
      diagnostics += result.diagnostics
      guard result.isChanged, let formatted = result.text else { continue }
      changed += 1
      if check {
        try Console.write(
          result.difference()?.unified(oldName: path, newName: "\(path) (formatted)") ?? "")
      } else {
        try write(formatted, to: path)
        if !options.quiet { Console.say("formatted \(path)") }
      }
    }
    if !diagnostics.isEmpty {
      let report = DiagnosticReport(diagnostics, fileCount: count)
      Console.say(
        report.text(with: DiagnosticRenderer(isColoured: options.coloursErrors)).trimmedEnd)
      throw CommandFailure(.unreadable)
    }
    if check, changed > 0 {
      throw CommandFailure(
        .nothing,
        "\(changed) of \(count) files \(changed == 1 ? "is" : "are") not in canonical form",
        hint: "Run: entente fmt")
    }
  }

  private func files(in paths: [String]) throws(CommandFailure) -> [String] {
    var files: [String] = []
    for path in paths {
      do throws(FileSystemError) {
        files +=
          FileSystem.isFolder(path) ? try FileSystem.files(under: path, ending: ".yaml") : [path]
      } catch {
        throw CommandFailure(.unreadable, "cannot read '\(path)': \(error.description)")
      }
    }
    return files
  }

  private func text(of path: String) throws(CommandFailure) -> SourceText {
    do throws(FileSystemError) {
      return SourceText(name: path, utf8: try FileSystem.read(path))
    } catch {
      throw CommandFailure(.unreadable, "cannot read '\(path)': \(error.description)")
    }
  }

  private func write(_ text: String, to path: String) throws(CommandFailure) {
    do throws(FileSystemError) {
      try FileSystem.writeAtomically(path, Array(text.utf8))
    } catch {
      throw CommandFailure(.unwritable, "cannot write '\(path)': \(error.description)")
    }
  }
}
