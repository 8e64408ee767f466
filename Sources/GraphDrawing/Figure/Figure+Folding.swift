// SPDX-License-Identifier: Apache-2.0

extension Figure {
  /// A copy in which edges of one type, verb and line between the same two nodes are one edge.
  ///
  /// The folded edge says how many it stands for ("covers ×3") and carries the sources of all.
  /// Dates and properties stay when all agree; it counts as ended when all have ended, and as disputed when one
  /// is. Order follows the first edge of each fold.
  ///
  /// - Complexity: O(*e*) on average in the number of edges, plus sorting of source numbers.
  public func foldingParallelEdges() -> Figure {
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
      sum.isEnded = sum.isEnded && edge.isEnded
      sum.isDisputed = sum.isDisputed || edge.isDisputed
      if sum.dates != edge.dates { sum.dates = nil }
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
