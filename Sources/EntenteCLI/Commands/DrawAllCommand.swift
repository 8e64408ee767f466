// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphDrawing
internal import GraphModel
internal import GraphReports

/// The command `entente draw all`.
struct DrawAllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", _superCommandName: "entente draw",
    abstract: "Draw the whole graph, or all of some types.",
    usage: "entente draw all [<options>]")

  @Option(help: "The node types and edge types that are drawn, by commas.")
  var types: String?

  @Option(help: "A node, node type or edge type to leave out. May be repeated.")
  var avoid: [String] = []

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var arrangement: ArrangementOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let output = try Output(options, standard: .svg, allowed: Output.figures)
    let session = try GraphSession(options)
    var filter = TraversalFilter(asOf: session.asOf?.day)
    try session.exclude(avoid, from: &filter)
    try session.allow(types, in: &filter)
    let whole = DatasetFigure(of: session.graph, filter: filter)
    let counts = whole.counts
    guard counts.map(\.count).reduce(0, +) <= DatasetFigure.nodeLimit else {
      throw Self.failure(counts, limit: DatasetFigure.nodeLimit, "one figure")
    }
    let title = session.description.title ?? session.graph.graphType?.name ?? "The whole graph"
    guard let figure = whole.figure(title: title) else {
      throw CommandFailure(.nothing, "there is nothing to draw")
    }
    // No group is of two types.
    let limit = arrangement.nodeLimit(for: drawing.media)
    guard counts.count <= limit else {
      throw CommandFailure(
        .misused,
        "\(counts.count) node types do not fit in \(limit) nodes, as each needs one at least",
        hint: "These fit: --types \(counts.prefix(limit).map(\.type).joined(separator: ","))")
    }
    try output.write(figure, drawing, arrangement, in: session)
  }

  /// Too many nodes, with types that fit.
  private static func failure(
    _ counts: [(type: String, count: Int)], limit: Int, _ place: String
  ) -> CommandFailure {
    var room = limit
    var fitting: [String] = []
    for (type, count) in counts.reversed() where count <= room {
      room -= count
      fitting.append(type)
    }
    return CommandFailure(
      .misused,
      "\(counts.map(\.count).reduce(0, +)) nodes are more than \(place) can take, which is \(limit)",
      hint: fitting.isEmpty
        ? "Draw a part of it: entente draw neighbours NODE"
        : "These fit: --types \(fitting.sorted().joined(separator: ","))")
  }
}
