// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphFormats
internal import GraphModel

/// The command `entente build DATASET -o FILE.graph`.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", _superCommandName: "entente",
    abstract: "Compile a dataset to one graph file.",
    usage: "entente build [<options>] [<dataset>] -o <file.graph>",
    discussion: """
      Examples:
        entente build Graphs/eu-central-asia -o cooperation.graph
        entente path -g cooperation.graph Poland Turkmenistan

      A graph file holds all that the dataset says and is opened without reading it whole.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The dataset folder.", completion: .directory)
  var dataset: String?

  func run() throws {
    let path = try GraphFileOutput.path(options)
    var options = options
    if let dataset { options.graph = dataset }
    let session = try GraphSession(options)
    try GraphFileOutput.write(session.graph, to: path, isQuiet: options.quiet)
  }
}

/// Writes a graph file for a command, and says what is in it.
enum GraphFileOutput {
  /// Where the file is to be written.
  /// - Throws: a failure when nothing says so, or a format is asked that a graph file has not.
  static func path(_ options: GlobalOptions) throws(CommandFailure) -> String {
    guard let path = options.output else {
      throw CommandFailure(
        .misused, "no output is named", hint: "Add -o FILE.\(GraphFile.pathExtension).")
    }
    if let format = options.format {
      throw CommandFailure(
        .misused, "this command does not write \(format.rawValue)",
        hint: "It writes a graph file.")
    }
    return path
  }

  static func write(
    _ graph: PropertyGraph, to path: String, isQuiet: Bool
  ) throws(CommandFailure) {
    let written: Result<Int, GraphFileError>
    do throws(GraphFileError) {
      written = .success(try GraphFile.write(graph, to: path))
    } catch {
      written = .failure(error)
    }
    try report(written, of: graph, to: path, isQuiet: isQuiet)
  }

  /// Says what is in a file that was written, or fails with the reason why it was not.
  static func report(
    _ written: Result<Int, GraphFileError>, of graph: PropertyGraph, to path: String,
    isQuiet: Bool
  ) throws(CommandFailure) {
    let size: Int
    switch written {
    case .success(let count): size = count
    case .failure(let error):
      throw CommandFailure(.unwritable, "'\(path)' cannot be written: \(error)")
    }
    guard !isQuiet else { return }
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    Console.say(
      "\(path): \(counted(graph.nodeCount, "node")), \(counted(graph.edgeCount, "edge")), "
        + counted(size, "byte"))
  }
}
