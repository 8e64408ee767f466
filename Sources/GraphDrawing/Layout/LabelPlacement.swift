// SPDX-License-Identifier: Apache-2.0

/// Finds room for the labels of edges beside routes that an engine laid without thinking of them.
struct LabelPlacement {
  /// Nodes, the names of frames, and the labels that have their room.
  private var taken = FreePlaces()
  private let lines: LineCrossings

  /// How far along its line a label stands, the middle first.
  private static let shares = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9,
  ]
  /// How far it stands from the line, in points; farther away it would seem to belong to another.
  private static let distances = [2.0, 6, 11, 18]

  /// The same in smaller steps, for where most places are taken.
  private static let fineShares = shares + shares.map { $0 > 0.5 ? $0 - 0.025 : $0 + 0.025 }

  /// On a line, then beside it, near and far.
  private static let nearLine: [(side: Double, distance: Double)] =
    [(0, 0)] + distances.flatMap { [(-1, $0), (1, $0)] }

  init(taken boxes: [FigureLayout.Box], lines: LineCrossings) {
    for box in boxes { taken.take(box) }
    self.lines = lines
  }

  /// Room that no node, label or line has, beside the line of an edge and as near to its middle as
  /// there is; nil when there is none.
  ///
  /// - Parameter bounds: the lower right corner of the figure, where it may not grow.
  mutating func clearRoom(
    width: Double, height: Double, along curve: FigureLayout.Curve,
    within bounds: FigureLayout.Point? = nil
  ) -> FigureLayout.Box? {
    for distance in Self.distances {
      for share in Self.shares {
        for side in [-1.0, 1] {
          let box = Self.box(width, height, beside: curve, at: share, distance, side: side)
          if let bounds, box.right > bounds.x || box.bottom > bounds.y { continue }
          guard isFree(box), lines.isFree(box.words) else { continue }
          taken.take(box)
          return box
        }
      }
    }
    return nil
  }

  /// Room beside the line or on it; where other lines run through all of them, that with the fewest.
  ///
  /// A label on its own line interrupts it, which readers of maps know.
  mutating func room(
    width: Double, height: Double, of edge: Int, along curve: FigureLayout.Curve
  ) -> FigureLayout.Box? {
    var best: (count: Int, box: FigureLayout.Box)?
    search: for (side, distance) in Self.nearLine {
      for share in Self.fineShares {
        let box = Self.box(width, height, beside: curve, at: share, distance, side: side)
        guard isFree(box) else { continue }
        let count = lines.count(through: box.words, except: edge, limit: best?.count ?? 10)
        if count < best?.count ?? 11 { best = (count, box) }
        if count == 0 { break search }
      }
    }
    guard let best else { return nil }
    taken.take(best.box)
    return best.box
  }

  private func isFree(_ box: FigureLayout.Box) -> Bool {
    box.left >= 0 && box.top >= 0 && taken.isFree(box, gap: 1)
  }

  /// A box beside a line, or with `side` 0 on it.
  private static func box(
    _ width: Double, _ height: Double, beside curve: FigureLayout.Curve, at share: Double,
    _ distance: Double, side: Double
  ) -> FigureLayout.Box {
    let (point, way) = Self.point(of: curve, at: share)
    // As far from the line as the box reaches across it.
    let aside = (abs(way.y) * width / 2 + abs(way.x) * height / 2 + distance) * side
    let centre = FigureLayout.Point(
      x: hundredths(point.x - way.y * aside), y: hundredths(point.y + way.x * aside))
    return FigureLayout.Box(centre: centre, width: width, height: height)
  }

  /// A point by its share of the pieces of a curve, and which way the curve runs there.
  private static func point(
    of curve: FigureLayout.Curve, at share: Double
  ) -> (point: FigureLayout.Point, way: FigureLayout.Point) {
    let pieces = curve.pieceCount
    guard pieces > 0 else {
      return (curve.points.first ?? FigureLayout.Point(x: 0, y: 0), FigureLayout.Point(x: 1, y: 0))
    }
    let place = share * Double(pieces)
    let piece = min(Int(place), pieces - 1)
    let part = place - Double(piece)
    let start = curve.point(ofPiece: piece, at: max(part - 0.05, 0))
    let end = curve.point(ofPiece: piece, at: min(part + 0.05, 1))
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let way =
      length > 0.01
      ? FigureLayout.Point(x: dx / length, y: dy / length) : FigureLayout.Point(x: 1, y: 0)
    return (curve.point(ofPiece: piece, at: part), way)
  }
}

extension FigureLayout.Box {
  /// What of the room of a label its words fill: the rest keeps lines off them.
  var words: FigureLayout.Box { inset(x: 1.5, y: 0.5) }
}
