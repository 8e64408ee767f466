// SPDX-License-Identifier: Apache-2.0

/// Finds room for the labels of edges beside routes that an engine laid without thinking of them.
struct LabelPlacement {
  /// Nodes and the labels that have their room.
  private var taken = FreePlaces()

  init(nodes: [FigureLayout.Box]) {
    for box in nodes { taken.take(box) }
  }

  /// Room beside the route, as near to its middle as there is; nil when there is none.
  mutating func room(
    width: Double, height: Double, along curve: FigureLayout.Curve
  ) -> FigureLayout.Box? {
    for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] {
      let (point, way) = LabelPlacement.point(of: curve, at: share)
      // As far from the line as the box reaches across it.
      let aside = abs(way.y) * width / 2 + abs(way.x) * height / 2 + 2
      for side in [-aside, aside, 0] {
        let centre = FigureLayout.Point(
          x: hundredths(point.x - way.y * side), y: hundredths(point.y + way.x * side))
        let box = FigureLayout.Box(centre: centre, width: width, height: height)
        guard box.left >= 0, box.top >= 0, taken.isFree(box, gap: 1) else { continue }
        taken.take(box)
        return box
      }
    }
    return nil
  }

  /// A point by its share of the pieces of a curve, and which way the curve runs there.
  private static func point(
    of curve: FigureLayout.Curve, at share: Double
  ) -> (point: FigureLayout.Point, way: FigureLayout.Point) {
    let points = curve.points
    let pieces = curve.pieceCount
    guard pieces > 0 else {
      return (points.first ?? FigureLayout.Point(x: 0, y: 0), FigureLayout.Point(x: 1, y: 0))
    }
    let place = share * Double(pieces)
    let piece = min(Int(place), pieces - 1)
    let (start, end) = (points[piece * 3], points[piece * 3 + 3])
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let way =
      length > 0.01
      ? FigureLayout.Point(x: dx / length, y: dy / length) : FigureLayout.Point(x: 1, y: 0)
    return (curve.point(ofPiece: piece, at: place - Double(piece)), way)
  }
}
