// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing

/// The options of commands that draw nodes and edges: what is put together, and what stands where.
struct ArrangementOptions: ParsableArguments {
  @Option(
    help: """
      A figure with more nodes puts those together that play the same part; 80, or 40 for print, \
      unless said.
      """)
  var maxNodes: Int?

  @Option(
    help: """
      Edges of one type between the same two nodes: separate, fold (one line with their number) or \
      spread (that and the years from first to last).
      """)
  var parallel: ParallelEdgesName = .separate

  @Option(
    help: """
      Puts nodes together: all of a node type, those that an edge type leads to one node, such as \
      the members of a group, or with 'types' each type. May be repeated.
      """)
  var groupBy: [String] = []

  @Option(help: "Draws a frame around nodes, by the same words as --group-by. May be repeated.")
  var clusters: [String] = []

  @Option(
    help: """
      What stands in one rank: links, as the edges run; types, each type in its own; or rows, types \
      in their order in rows no longer than a page is wide.
      """)
  var ranks: RankingName = .links

  @Option(help: "Which way edges run: right or down.")
  var direction: DirectionName?

  @Option(
    help: """
      An earlier figure, SVG or GraphML: nodes that it shows stay where they stand in it.
      """, completion: .file())
  var keep: String?

  @Option(
    help: """
      A CSV file with the columns id, x and y: nodes with these ids stand there, in points from \
      the upper left corner, and others join them.
      """, completion: .file())
  var layout: String?

  func validate() throws {
    if let maxNodes, maxNodes < 1 { throw ValidationError("--max-nodes must be at least 1.") }
  }

  /// The first of these options that says something, as it was written; nil when none does.
  var firstGiven: String? {
    if maxNodes != nil { return "--max-nodes" }
    if parallel != .separate { return "--parallel" }
    if !groupBy.isEmpty { return "--group-by" }
    if !clusters.isEmpty { return "--clusters" }
    if ranks != .links { return "--ranks" }
    if direction != nil { return "--direction" }
    if keep != nil { return "--keep" }
    return layout == nil ? nil : "--layout"
  }

  /// The table of places that is named; nil when none is.
  func positionTable() throws(CommandFailure) -> PositionTable? {
    guard let layout else { return nil }
    return try PositionTable(layout)
  }

  /// The most nodes that a reader of a medium can take in.
  func nodeLimit(for medium: FigureMedium) -> Int { maxNodes ?? (medium == .print ? 40 : 80) }
}

enum ParallelEdgesName: String, ExpressibleByArgument, CaseIterable {
  case separate, fold, spread

  var parallelEdges: Figure.ParallelEdges { Figure.ParallelEdges(rawValue: rawValue) ?? .separate }
}

enum RankingName: String, ExpressibleByArgument, CaseIterable {
  case links, types, rows

  var ranking: Figure.Ranking { Figure.Ranking(rawValue: rawValue) ?? .links }
}

enum DirectionName: String, ExpressibleByArgument, CaseIterable {
  case right, down

  var direction: Figure.Direction { self == .right ? .leftToRight : .topDown }
}
