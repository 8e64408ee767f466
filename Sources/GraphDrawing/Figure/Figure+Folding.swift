// SPDX-License-Identifier: Apache-2.0

extension Figure {
  /// How edges of one type and verb between the same two nodes are drawn.
  public enum ParallelEdges: String, Sendable, Hashable, CaseIterable {
    /// One line that says how many there are: "covers ×3".
    case fold
    /// One line that says so and when they held, from the first year to the last.
    case spread
    /// A line for each.
    case separate
  }

  /// A copy in which parallel edges are drawn so; see ``foldingParallelEdges()``.
  public func drawing(_ parallelEdges: ParallelEdges) -> Figure {
    switch parallelEdges {
    case .separate: self
    case .fold: foldingParallelEdges()
    case .spread: foldingParallelEdges(joinsDates: true)
    }
  }

  /// A copy in which edges of one type, verb and line between the same two nodes are one edge.
  ///
  /// The folded edge says how many it stands for ("covers ×3") and carries the sources of all.
  /// Dates and properties stay when all agree; it counts as ended when all have ended, and as disputed when one
  /// is. Order follows the first edge of each fold.
  ///
  /// - Complexity: O(*e*) on average in the number of edges, plus sorting of source numbers.
  public func foldingParallelEdges() -> Figure { foldingParallelEdges(joinsDates: false) }

  private func foldingParallelEdges(joinsDates: Bool) -> Figure {
    struct Key: Hashable {
      var from: String
      var to: String
      var typeName: String
      var verb: String
      var lineKind: LineKind?
      var isDirected: Bool
      var change: Change?
    }
    var folded: [Edge] = []
    var positions: [Key: Int] = [:]
    for edge in edges {
      let key = Key(
        from: edge.from, to: edge.to, typeName: edge.typeName, verb: edge.verb,
        lineKind: edge.lineKind, isDirected: edge.isDirected, change: edge.change)
      guard let position = positions[key] else {
        positions[key] = folded.count
        folded.append(edge)
        continue
      }
      var sum = folded[position]
      let (count, isOverflow) = sum.count.addingReportingOverflow(edge.count)
      sum.count = isOverflow ? Int.max : count
      sum.sourceNumbers += edge.sourceNumbers
      sum.pathRanks = Set(sum.pathRanks + edge.pathRanks).sorted()
      sum.isEnded = sum.isEnded && edge.isEnded
      sum.isDisputed = sum.isDisputed || edge.isDisputed
      if sum.dates != edge.dates {
        sum.dates = joinsDates ? YearRange.joining(sum.dates, edge.dates) : nil
      }
      sum.properties = sum.properties.filter { edge.properties[$0.key] == $0.value }
      folded[position] = sum
    }
    for index in folded.indices where folded[index].count > 1 {
      folded[index].sourceNumbers = Set(folded[index].sourceNumbers).sorted()
    }
    var copy = self
    copy.edges = folded
    return copy
  }
}
