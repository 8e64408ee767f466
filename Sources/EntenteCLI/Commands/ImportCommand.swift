// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import CSystemCalls
internal import GraphFormats
internal import SourceDiagnostics
internal import Synchronization

/// The command `entente import FOLDER -o FILE.graph`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "entente",
    abstract: "Make a graph file of a folder of CSV tables.",
    usage: "entente import [<options>] <folder> -o <file.graph>",
    discussion: """
      Examples:
        entente import tables -o cooperation.graph
        entente path -g cooperation.graph 12 345

      The folder holds a table for each type: nodes-State.csv with a column 'id', \
      edges-PARTY_TO.csv with 'from' and 'to'. All other columns are properties; their types are \
      found out, or stand in the header as in 'weight:INTEGER'. Every row that is wrong is \
      reported, and then nothing is written.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The folder of the tables.", completion: .directory)
  var folder: String

  @Option(help: "How many threads work at once; as many as there are processors unless given.")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads must be between 1 and 256.")
    }
  }

  func run() throws {
    let path = try GraphFileOutput.path(options)
    // One thread frees what another has allocated, and much of it.
    allocate_from_one_heap()
    let outcome = CSVFolderImport(folder, threadCount: threads)
      .run(writingTo: path, progress: ImportReporter(isQuiet: options.quiet).report)
    if !outcome.ignoredFiles.isEmpty, !options.quiet {
      Console.say("not read: \(outcome.ignoredFiles.joined(separator: ", "))")
    }
    if !outcome.diagnostics.isEmpty {
      let files = Set(outcome.diagnostics.compactMap { $0.location?.file })
      let report = DiagnosticReport(outcome.diagnostics, fileCount: files.count)
      Console.say(
        report.text(with: DiagnosticRenderer(isColoured: options.coloursErrors)).trimmedEnd)
    }
    if outcome.unlistedFindings > 0 {
      Console.say("and \(outcome.unlistedFindings) more")
    }
    guard let graph = outcome.graph, let written = outcome.written else {
      throw CommandFailure(.unreadable, "'\(folder)' cannot be imported; nothing was written")
    }
    try GraphFileOutput.report(written, of: graph, to: path, isQuiet: options.quiet)
  }
}

/// Says which file is being read, once for each.
private final class ImportReporter: Sendable {
  private let isQuiet: Bool
  private let latest = Mutex("")

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  func report(_ progress: CSVFolderImport.Progress) {
    guard !isQuiet else { return }
    let isNew = latest.withLock { latest in
      if latest == progress.file { return false }
      latest = progress.file
      return true
    }
    if isNew { Console.say("reading \(progress.file) (\(progress.rows) rows so far)") }
  }
}
