// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing
internal import GraphFormats

/// The command `entente draw again FIGURE.svg`.
struct DrawAgainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "again", _superCommandName: "entente draw",
    abstract: "Draw a figure again from the data as they are now.",
    usage: "entente draw again [<options>] <figure>",
    discussion: """
      The command that made the figure stands in its SVG. Whether the data have changed since is \
      said on standard error; with --keep, nodes stay where they stood.
      """)

  @Argument(help: "An SVG that this program has drawn.", completion: .file())
  var figure: String

  @Flag(help: "Nodes stay where they stand in the figure.")
  var keep = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let drawn = try GraphSession.drawnFigure(figure)
    guard let command = drawn.command, var words = FigureCommand.words(of: command),
      words.count > 2, words.prefix(2) == ["entente", "draw"], words[2] != "again",
      // What was written by somebody else must write nothing but the figure.
      FigureCommand.text(of: Array(words.dropFirst())) == command
    else {
      throw CommandFailure(.misused, "'\(figure)' does not say which command made it")
    }
    guard !keep || !drawn.positions.isEmpty else {
      throw CommandFailure(
        .misused, "'\(figure)' shows no nodes whose places could be kept",
        hint: "Timelines and grids are drawn again without --keep.")
    }
    FigureCommand.repeating(command)
    words.removeFirst()
    // A comparison may name the graphs itself, and then needs no other.
    let isComparison = words[1] == "diff"
    let location = isComparison ? options.graph : try GraphLocation.find(options.graph)
    // What is given later wins over what the figure says.
    let end = words.firstIndex(of: "--") ?? words.endIndex
    let place = location.map { ["--graph", $0] } ?? []
    words.insert(contentsOf: place + outputArguments, at: end)
    var again: any ParsableCommand
    do {
      again = try EntenteCommand.parseAsRoot(words)
      try again.run()
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(
        .misused, "the command of '\(figure)' cannot be run",
        hint: EntenteCommand.message(for: error))
    }
    guard !options.quiet, let isSame = try isDrawn(drawn, from: again) else { return }
    Console.say(
      isSame
        ? "The data are those of the figure." : "The data have changed since the figure was drawn.")
  }

  /// Whether a figure was drawn from the data that a command asks; nil where it does not say from
  /// which it was.
  private func isDrawn(
    _ drawn: DrawnFigure, from command: any ParsableCommand
  ) throws(CommandFailure) -> Bool? {
    guard let hash = drawn.dataHash else { return nil }
    guard let comparison = command as? DrawDiffCommand else {
      return try GraphSession(options).dataHash == hash
    }
    guard let earlier = drawn.earlierDataHash else { return nil }
    let versions = try GraphVersions(
      comparison.diff.old, comparison.diff.new, comparison.options)
    return versions.new.session.dataHash == hash && versions.old.session.dataHash == earlier
  }

  private var outputArguments: [String] {
    var arguments: [String] = []
    if let output = options.output { arguments += ["--output", output] }
    if let format = options.format { arguments += ["--format", format.rawValue] }
    if options.quiet { arguments.append("--quiet") }
    if let asOf = options.asOf { arguments += ["--as-of", asOf.text] }
    if keep { arguments += ["--keep", figure] }
    return arguments
  }
}
