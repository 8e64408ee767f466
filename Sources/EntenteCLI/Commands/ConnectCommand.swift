// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphModel
internal import GraphReports

/// The command `entente connect NODE NODE…`.
struct ConnectCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect", _superCommandName: "entente",
    abstract: "Find the fewest links that join several nodes.",
    usage: "entente connect [<options>] <nodes> ...",
    discussion: """
      Examples:
        entente connect Poland Kazakhstan Tajikistan
        entente connect ICMPD UNODC IOM --avoid "European Union"
        entente connect Poland Kazakhstan ICMPD -o joined.svg
      """)

  @OptionGroup var question: ConnectOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: ConnectOptions, _ options: GlobalOptions) throws {
    let output = try Output(
      options, standard: .text, allowed: Output.answers + Output.figures)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// What `connect` and `draw connect` have in common: the question.
struct ConnectOptions: ParsableArguments {
  @Argument(help: "Keys, names or acronyms of two nodes or more.")
  var nodes: [String]

  @Option(help: "A node, node type or edge type that may not be used. May be repeated.")
  var avoid: [String] = []

  @Option(
    help: "The node types that may be passed and the edge types that may be walked, by commas.")
  var types: String?

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var arrangement: ArrangementOptions

  /// Answers the question and writes the answer, as text or as a figure.
  func write(to output: Output, in session: GraphSession) throws(CommandFailure) {
    try output.refuseUnused(drawing, arrangement)
    var filter = TraversalFilter(asOf: session.asOf?.day)
    try session.exclude(avoid, from: &filter)
    try session.allow(types, in: &filter)
    var terminals: [NodeID] = []
    for name in nodes { terminals.append(try session.node(name)) }
    guard Set(terminals).count > 1 else {
      throw CommandFailure(
        .misused, "connect joins two nodes or more",
        hint: "Named: \(session.graph.displayName(of: terminals[0]))")
    }
    let query = ConnectionQuery(joining: terminals, filter: filter)
    let answer: ConnectionAnswer
    do throws(AlgorithmError) {
      let connection = try RefinedConnection(query, in: TraversalView(session.graph))
      answer = ConnectionAnswer(connection, in: session.graph)
    } catch {
      throw CommandFailure(error)
    }
    if output.format.isFigure, !answer.isEmpty {
      try output.write(answer.figure(), drawing, arrangement, in: session)
    } else {
      try output.writeOrSay(answer)
    }
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }
}

extension Output {
  /// Writes an answer; where a figure was asked for and there is nothing to draw, says what there
  /// is to say on standard error, for it must not land in a figure's file.
  func writeOrSay(_ answer: any Answer) throws(CommandFailure) {
    guard format.isFigure, AnswerCollection.current == nil else { return try write(answer) }
    Console.say(AnswerWriter().text(of: answer, as: .text).trimmedEnd)
  }
}

extension CommandFailure {
  /// A question that the algorithms over whole graphs refuse.
  init(_ error: AlgorithmError) {
    switch error {
    case .traversal(let error): self.init(error)
    default: self.init(.misused, error.description)
    }
  }
}
