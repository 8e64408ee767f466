// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import QueryEngine

/// The command `entente shell`.
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", _superCommandName: "entente",
    abstract: "Ask in openCypher at a prompt, or as a script says.",
    usage: "entente shell [<options>]",
    discussion: """
      Examples:
        entente shell
        entente shell -g own.graph
        entente shell < script.cypher
        printf 'MATCH (s:State) RETURN count(*);' | entente shell --format csv

      A query ends with a semicolon or an empty line. Lines that begin with a colon are commands \
      of the shell; :help lists them. Read from a file or pipe, there is no prompt, the shell goes \
      on after an error, and its status is 2 when there was one.
      """)

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var arrangement: ArrangementOptions
  @OptionGroup var options: GlobalOptions

  @Option(
    help: """
      What each query may spend, as time=10s,rows=1000,memory=512MB,work=1000000; what is left out \
      keeps its standard.
      """, transform: QueryLimits.init(text:))
  var limits: QueryLimits?

  func run() throws {
    if options.output != nil {
      throw CommandFailure(
        .misused, "a shell writes to standard output",
        hint: "Draw an answer into a file with: :draw FILE.svg")
    }
    // Refuses formats that are not of answers.
    _ = try Output(options, standard: .table, allowed: ColonCommand.formats)
    let graph = try GraphSession(options)
    let isInteractive = Platform.isTerminal(0)
    let session = ShellSession(
      graph, options, drawing, arrangement, limits: limits ?? .standard,
      isInteractive: isInteractive)
    Interruption.catchSignals()
    try session.run(source(of: session))
    if session.hasFailed, !isInteractive { throw CommandFailure(.misused) }
  }

  private func source(of session: ShellSession) -> any LineSource {
    guard session.isInteractive, let editor = LineEditor(history: .standard) else {
      return StandardInputLines(isInteractive: session.isInteractive)
    }
    editor.complete(with: ShellCompletion(session.graph))
    session.graphDidChange = { graph in editor.complete(with: ShellCompletion(graph)) }
    return EditedLines(editor)
  }
}
