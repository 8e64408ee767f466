// SPDX-License-Identifier: Apache-2.0

/// What layers would draw too broad for a page: rows, as every line from a row to one beyond the
/// next takes room in all between, and frames, whose members stand side by side.
extension FigurePlan {
  /// Most of what a figure in rows takes along them, in points, before its nodes stand in rows
  /// without regard to the lines.
  private static let rowLimit = FigureRows.pageWidth * 1.5
  /// The same for figures with frames, downwards and to the right.
  private static let frameWidth = 1_400.0
  private static let frameHeight = 1_800.0

  /// Between a frame and its members.
  static let frameMargin = 10.0

  private var isAcross: Bool { figure.direction == .leftToRight }

  /// How much a solution takes along its ranks.
  func length(_ solution: LayoutSolution) -> Double {
    isAcross ? solution.height : solution.width
  }

  /// Most of what it should take; nil where nothing else could be had.
  private var lengthLimit: Double? {
    guard placement == nil else { return nil }
    if !clusters.isEmpty { return isAcross ? FigurePlan.frameHeight : FigurePlan.frameWidth }
    return figure.ranking == .rows ? FigurePlan.rowLimit : nil
  }

  /// Whether nodes in rows of their own would fit better on a page.
  func isTooLong(_ solution: LayoutSolution) -> Bool {
    lengthLimit.map { length(solution) > $0 } ?? false
  }

  /// Between two rows: labels of edges and the slant of lines need room.
  func rowGap(hasLabels: Bool) -> Double {
    let labels = hasLabels ? edges.map { isAcross ? $0.label.width : $0.label.height } : []
    return 48 + min(labels.max() ?? 0, 120)
  }

  /// Where the nodes stand in rows, each row in the order that layers have found.
  func rowCentres(orderedAs solution: LayoutSolution, hasLabels: Bool) -> [FigureLayout.Point] {
    func place(_ node: Int) -> Double {
      isAcross ? solution.nodes[node].y : solution.nodes[node].x
    }
    let ordered = ranks.map { row in row.sorted { (place($0), $0) < (place($1), $1) } }
    let rows = RowPlacement(
      ordered, sizes: nodes.map { ($0.fit.width, $0.fit.height) }, direction: figure.direction,
      gap: rowGap(hasLabels: hasLabels))
    return nodes.indices.map { rows.centres[$0] ?? FigureLayout.Point(x: 0, y: 0) }
  }
}
