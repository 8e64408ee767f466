// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphDrawing
internal import GraphReports

/// The command `entente diff [OLD] [NEW]`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: "entente",
    abstract: "Say what changed between two datasets or two git revisions.",
    usage: "entente diff [<options>] [<old>] [<new>]",
    discussion: """
      Examples:
        entente diff
        entente diff HEAD~3
        entente diff v1.0 main --types Programme,COVERS
        entente diff old-dataset new-dataset --summary
        entente diff HEAD~3 -o changes.svg

      A word that names a folder or a file is a dataset or a graph file, any other word a git \
      revision of the dataset that --graph names or that is found here. Without NEW, that dataset \
      as it is now is the newer; without OLD, HEAD is the older.
      """)

  @OptionGroup var diff: DiffOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let output = try Output(
      options, standard: .text, allowed: Output.answers + Output.figures)
    try diff.write(to: output, options)
  }
}

/// The command `entente draw diff [OLD] [NEW]`.
struct DrawDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: "entente draw",
    abstract: "Draw what changed between two datasets or two git revisions.",
    usage: "entente draw diff [<options>] [<old>] [<new>]")

  @OptionGroup var diff: DiffOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let output = try Output(options, standard: .svg, allowed: Output.figures)
    try diff.write(to: output, options)
  }
}

/// What `diff` and `draw diff` have in common: the question.
struct DiffOptions: ParsableArguments {
  @Argument(help: "The older version: a dataset folder, a graph file or a git revision.")
  var old: String?

  @Argument(help: "The newer version.")
  var new: String?

  @Option(help: "The node types and edge types that count, by commas.")
  var types: String?

  @Flag(help: "Only count the changes of each type.")
  var summary = false

  @Option(
    help: """
      Which version a figure shows: old, new or both. All three have their nodes at the same places.
      """)
  var side: FigureSide = .both

  @Flag(help: "Draw the unchanged edges between the nodes of the figure as well.")
  var unchanged = false

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var arrangement: ArrangementOptions

  /// Compares the two versions and writes the answer, as text or as a figure.
  func write(to output: Output, _ options: GlobalOptions) throws(CommandFailure) {
    try output.refuseUnused(drawing, arrangement)
    if summary, output.format.isFigure {
      throw CommandFailure(
        .misused, "--summary counts changes, and a figure shows them",
        hint: "Leave it away, or write text, table, markdown, json, jsonl or csv.")
    }
    let versions = try GraphVersions(old, new, options)
    var difference = GraphDifference(from: versions.old.graph, to: versions.new.graph)
    if let types = try versions.types(types) {
      difference = difference.limited(toNodeTypes: types.nodes, edgeTypes: types.edges)
    }
    if let day = options.asOf?.day { difference = difference.limited(toDay: day) }
    let answer = DifferenceAnswer(
      difference, oldName: versions.old.name, newName: versions.new.name)
    if output.format.isFigure {
      guard !difference.nodes.isEmpty || !difference.edges.isEmpty else {
        throw CommandFailure(.nothing, "there are no changes to draw")
      }
      var drawn = DifferenceFigure(answer)
      drawn.hasUnchangedEdges = unchanged
      var figure = drawn.figure()
      figure.metadata = Figure.Metadata()
      figure.metadata?.earlierDataHash = versions.old.session.dataHash
      let version = side == .old ? versions.old : versions.new
      let drawnSide = Figure.Side(rawValue: side.rawValue) ?? .both
      try output.write(
        figure, drawing, arrangement,
        side: drawnSide == .both ? nil : (drawnSide, version.name), in: versions.new.session)
    } else if summary {
      try output.write(DifferenceSummary(answer))
    } else {
      try output.write(answer)
    }
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }
}

/// The versions of a figure by the names that the option takes.
enum FigureSide: String, ExpressibleByArgument, CaseIterable {
  case old, new, both
}
