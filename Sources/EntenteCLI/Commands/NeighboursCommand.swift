// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphModel
internal import GraphReports

/// The command `entente neighbours NODE`.
struct NeighboursCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours", _superCommandName: "entente",
    abstract: "List what a node is linked to, with dates and sources.",
    usage: "entente neighbours [<options>] <node>",
    discussion: """
      Examples:
        entente neighbours BOMCA
        entente neighbours Kazakhstan --types Programme,Dialogue --as-of 2022
        entente neighbours BOMCA -o bomca.svg
      """)

  @OptionGroup var question: NeighboursOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: NeighboursOptions, _ options: GlobalOptions) throws {
    let output = try Output(
      options, standard: .text, allowed: Output.answers + Output.figures)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// What `neighbours` and `draw neighbours` have in common: the question.
struct NeighboursOptions: ParsableArguments {
  @Argument(help: "A key, a name or an acronym of a node.")
  var node: String

  @Option(help: "How many steps to go.")
  var depth: Int = 1

  @Option(
    help: "The node types that may be reached and the edge types that may be walked, by commas.")
  var types: String?

  @Option(help: "A node, node type or edge type to leave out. May be repeated.")
  var avoid: [String] = []

  @Option(help: "How many neighbours of one type a node brings in at most.")
  var limit: Int?

  @Flag(help: "Walk edges only from source to target.")
  var directed = false

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var arrangement: ArrangementOptions

  func validate() throws {
    guard (0...20).contains(depth) else {
      throw ValidationError("--depth must be between 0 and 20.")
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  /// Answers the question and writes the answer, as text or as a figure.
  func write(to output: Output, in session: GraphSession) throws(CommandFailure) {
    try output.refuseUnused(drawing, arrangement)
    var filter = TraversalFilter(asOf: session.asOf?.day)
    try session.exclude(avoid, from: &filter)
    try session.allow(types, in: &filter)
    let question = Neighbourhood(
      of: try session.node(node), depth: depth, filter: filter, isDirected: directed,
      limitPerType: limit)
    let answer: NeighbourhoodAnswer
    do throws(TraversalError) {
      let subgraph = try question.subgraph(in: TraversalView(session.graph))
      answer = NeighbourhoodAnswer(subgraph, of: question, in: session.graph)
    } catch {
      throw CommandFailure(error)
    }
    if output.format.isFigure {
      guard !answer.isEmpty else {
        throw CommandFailure(.nothing, "there are no neighbours to draw")
      }
      try output.write(
        answer.figure(), drawing, arrangement, leftOut: answer.leftOut, in: session)
    } else {
      try output.write(answer)
    }
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }
}

extension GraphSession {
  /// Adds what the words of `--avoid` name to a filter.
  func exclude(_ words: [String], from filter: inout TraversalFilter) throws(CommandFailure) {
    for word in words {
      switch try term(word) {
      case .edgeType(let label): filter.excludedEdgeTypes.append(label)
      case .nodeType(let type): filter.excludedNodeTypes.append(type)
      case .node(let node): filter.avoidedNodes.append(node)
      }
    }
  }

  /// Narrows a filter to what the words of `--types` name.
  func allow(_ words: String?, in filter: inout TraversalFilter) throws(CommandFailure) {
    for word in words?.split(separator: ",") ?? [] {
      switch try term(String(word)) {
      case .edgeType(let label): filter.allowedEdgeTypes = (filter.allowedEdgeTypes ?? []) + [label]
      case .nodeType(let type): filter.allowedNodeTypes = (filter.allowedNodeTypes ?? []) + [type]
      case .node:
        throw CommandFailure(
          .misused, "--types takes node types and edge types, and '\(word)' is a node")
      }
    }
  }
}
