// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphModel
internal import GraphReports

/// The command `entente timeline NODE…`.
struct TimelineCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", _superCommandName: "entente",
    abstract: "List what held when about some nodes, with sources.",
    usage: "entente timeline [<options>] <nodes> ...",
    discussion: """
      The days of the nodes themselves, their dated properties, and every link that is dated or \
      leads to something dated, in the order in which they began. With --as-of, only what held on \
      that day and what had happened by then.

      Examples:
        entente timeline BOMCA
        entente timeline "Prague Process" "Almaty Process" --as-of 2016
        entente timeline BOMCA --format csv
        entente timeline BOMCA -o bomca.svg
      """)

  @OptionGroup var question: TimelineOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: TimelineOptions, _ options: GlobalOptions) throws {
    let output = try Output(
      options, standard: .text, allowed: Output.answers + Output.charts)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// What `timeline` and `draw timeline` have in common: the question.
struct TimelineOptions: ParsableArguments {
  @OptionGroup var drawing: DrawingOptions

  @Argument(help: "Keys, names or acronyms of nodes.")
  var nodes: [String]

  /// Answers the question and writes the answer, as text or as a chart.
  func write(to output: Output, in session: GraphSession) throws(CommandFailure) {
    try output.refuseUnused(drawing)
    var found: [NodeID] = []
    for name in nodes { found.append(try session.node(name)) }
    let answer = TimelineAnswer(of: found, in: session.graph, asOf: session.asOf?.day)
    guard output.format.isFigure else {
      try output.write(answer)
      if answer.isEmpty { throw CommandFailure(.nothing) }
      return
    }
    guard !answer.isEmpty else {
      throw CommandFailure(.nothing, "there is nothing dated to draw")
    }
    try output.write(answer.chart(), drawing, in: session)
  }
}
