// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

extension PositionTable {
  /// How many rows without a node are told one by one, and how many ids one note lists.
  private static let told = 3

  /// What rows of the table do nothing for a figure: those whose id no node has, which are likely
  /// misspelt, and those of nodes that the figure does not show.
  ///
  /// - Complexity: O(rows), and O(*n*) in the nodes of the figure for each of the first rows told.
  func notes(on figure: Figure, of graph: PropertyGraph) -> [String] {
    let shown = Set(figure.nodes.map(\.id))
    var strange: [Row] = []
    var absent: [Row] = []
    for row in rows where !shown.contains(row.id) {
      if SubgraphFigure.isNode(row.id, in: graph) {
        absent.append(row)
      } else {
        strange.append(row)
      }
    }
    let open =
      strange.isEmpty ? [] : figure.nodes.map(\.id).filter { positions[$0] == nil }.sorted()
    var notes = strange.prefix(Self.told).map { row in
      let question = Suggestion.didYouMean(row.id, among: open).map { "; \($0)" } ?? ""
      return "'\(path)': line \(row.line): no node has the id '\(Self.shown(row.id))'\(question)"
    }
    if strange.count > Self.told {
      let rest = strange.count - Self.told
      notes.append(
        "'\(path)': \(rest) more \(rest == 1 ? "row has an id" : "rows have ids") that no node has")
    }
    if !absent.isEmpty {
      let count = absent.count == 1 ? "1 node" : "\(absent.count) nodes"
      var names = absent.prefix(Self.told).map { Self.shown($0.id) }.joined(separator: ", ")
      if absent.count > Self.told { names += " and \(absent.count - Self.told) more" }
      notes.append("'\(path)' has places for \(count) that the figure does not show: \(names)")
    }
    return notes
  }
}
