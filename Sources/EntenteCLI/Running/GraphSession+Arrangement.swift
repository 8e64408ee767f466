// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import GraphReports
internal import SourceDiagnostics

extension GraphSession {
  /// Files of figures are not larger.
  private static let figureFileLimit = 64 << 20

  /// The figure with what the options put together, frame and keep in its place.
  ///
  /// - Parameter table: that of `--layout`.
  func arranged(
    _ figure: Figure, _ options: ArrangementOptions, _ table: PositionTable?
  ) throws(CommandFailure) -> Figure {
    var figure = figure
    let plain = figure
    if !options.groupBy.isEmpty {
      figure = figure.grouped(into: try sets(options.groupBy, of: plain))
    }
    figure = figure.drawing(options.parallel.parallelEdges)
    figure.clusters += try clusters(options.clusters, of: figure)
    figure.ranking = options.ranks.ranking
    if let direction = options.direction { figure.direction = direction.direction }
    if let path = options.keep {
      let drawn = try Self.drawnFigure(path)
      guard !drawn.positions.isEmpty else {
        throw CommandFailure(.misused, "'\(path)' shows no nodes whose places could be kept")
      }
      figure.keptPositions = drawn.positions
    }
    if let table {
      figure.keptPositions.merge(table.positions) { _, given in given }
      let shown = Set(figure.nodes.map(\.id))
      guard table.positions.keys.contains(where: shown.contains) else {
        throw CommandFailure(
          .misused,
          "'\(table.path)' has a place for none of the \(shown.count) nodes of the figure",
          hint: "Its ids are the keys of nodes, as JSON and GraphML have them.")
      }
    }
    return figure
  }

  /// What a figure file says about itself.
  static func drawnFigure(_ path: String) throws(CommandFailure) -> DrawnFigure {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(path, limit: figureFileLimit)
    } catch {
      throw CommandFailure(.misused, "'\(path)' cannot be read: \(error.description)")
    }
    do throws(DrawnFigure.Problem) {
      return try DrawnFigure(reading: bytes)
    } catch {
      throw CommandFailure(
        .misused, "'\(path)' is no figure to go by: \(error.description)",
        hint: "Take an SVG that this program has drawn, or GraphML with positions.")
    }
  }

  /// Frames: a node stands in one only, the first that has it.
  private func clusters(
    _ words: [String], of figure: Figure
  ) throws(CommandFailure) -> [Figure.Group] {
    var clusters: [Figure.Group] = []
    var framed: Set<String> = []
    for var set in try sets(words, of: figure) {
      set.members.subtract(framed)
      framed.formUnion(set.members)
      if !set.members.isEmpty { clusters.append(set) }
    }
    return clusters
  }

  private func sets(_ words: [String], of figure: Figure) throws(CommandFailure) -> [Figure.Group] {
    let sets = FigureSets(of: figure, in: graph, asOf: asOf?.day)
    var found: [Figure.Group] = []
    for word in words {
      if word == "types" {
        found += sets.byTypes
        continue
      }
      switch try term(word) {
      case .nodeType(let type): found += sets.byType(type)
      case .edgeType(let type): found += sets.byEdge(type)
      case .node:
        throw CommandFailure(
          .misused, "figures are arranged by node types and edge types, and '\(word)' is a node",
          hint: "See: entente schema")
      }
    }
    return found
  }
}
