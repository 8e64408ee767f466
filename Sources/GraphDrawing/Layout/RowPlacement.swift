// SPDX-License-Identifier: Apache-2.0

/// Where nodes stand that are drawn in rows, each row centred on the longest.
///
/// Rows lie across the direction of the edges: from left to right they are columns.
struct RowPlacement {
  /// Centres, for the nodes that are in a row; counted from the upper left corner of all.
  private(set) var centres: [Int: FigureLayout.Point] = [:]
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// - Parameters:
  ///   - sizes: of all nodes.
  ///   - gap: between two rows.
  /// - Complexity: O(*n*) in nodes.
  init(
    _ rows: [[Int]], sizes: [(width: Double, height: Double)], direction: Figure.Direction,
    gap: Double
  ) {
    let isAcross = direction == .leftToRight
    let lengths = sizes.map { isAcross ? $0.height : $0.width }
    func depth(_ node: Int) -> Double { isAcross ? sizes[node].width : sizes[node].height }
    let longest = rows.map { FigureRows.length($0, lengths) }.max() ?? 0
    var start = 0.0
    for row in rows {
      let thickness = row.map(depth).max() ?? 0
      var along = (longest - FigureRows.length(row, lengths)) / 2
      for node in row {
        let (one, other) = (along + lengths[node] / 2, start + thickness / 2)
        centres[node] = FigureLayout.Point(
          x: hundredths(isAcross ? other : one), y: hundredths(isAcross ? one : other))
        along += lengths[node] + FigureRows.gap
      }
      start += thickness + gap
    }
    let whole = max(start - gap, 0)
    (width, height) = isAcross ? (whole, longest) : (longest, whole)
  }
}
