// SPDX-License-Identifier: Apache-2.0

extension FigureLayout.Curve {
  /// How many Bézier pieces it has.
  var pieceCount: Int { max(0, (points.count - 1) / 3) }

  /// A point of a piece by its share of the way, from 0 to 1.
  func point(ofPiece piece: Int, at share: Double) -> FigureLayout.Point {
    let rest = 1 - share
    let weights = (
      rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share
    )
    let (start, first, second, end) = (
      points[piece * 3], points[piece * 3 + 1], points[piece * 3 + 2], points[piece * 3 + 3]
    )
    return FigureLayout.Point(
      x: weights.0 * start.x + weights.1 * first.x + weights.2 * second.x + weights.3 * end.x,
      y: weights.0 * start.y + weights.1 * first.y + weights.2 * second.y + weights.3 * end.y)
  }
}
