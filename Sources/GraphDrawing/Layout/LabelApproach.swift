// SPDX-License-Identifier: Apache-2.0

/// Brings labels of edges nearer to their lines.
///
/// dot keeps room for a label and leads the line past it, at times so far away that the label seems to
/// belong to a neighbour. A label is moved straight towards the nearest point of its line until it
/// almost touches it, as far as it comes to lie on no node, no other label and no
/// line.
struct LabelApproach {
  /// How far a label stays from its line, in points.
  private static let gap = 2.0
  /// Points looked at on each Bézier piece.
  private static let samples = 12
  /// How finely a way is tried that something stands in.
  private static let steps = 8

  private let nodes: [FigureLayout.Box]
  private let lines: LineCrossings
  private var labels: [FigureLayout.Box?]

  /// - Parameter nodes: boxes that no label may lie on.
  init(nodes: [FigureLayout.Box], edges: [FigureLayout.Edge], lines: LineCrossings) {
    self.nodes = nodes
    self.lines = lines
    labels = edges.map(\.labelBox)
  }

  /// The edges with their labels moved, the first as far as it can, then the next.
  ///
  /// - Complexity: O(*l* (*n* + *l*)) in labels and nodes, apart from the points of the lines.
  mutating func moved(_ edges: [FigureLayout.Edge]) -> [FigureLayout.Edge] {
    var edges = edges
    for index in edges.indices {
      guard let box = labels[index], let way = Self.way(of: box, to: edges[index].curve) else {
        continue
      }
      for step in stride(from: Self.steps, to: 0, by: -1) {
        let share = Double(step) / Double(Self.steps)
        let offset = FigureLayout.Point(x: way.x * share, y: way.y * share)
        let moved = box.moved(by: offset)
        guard isFree(moved, for: index) else { continue }
        labels[index] = moved
        edges[index].labelBox = moved
        edges[index].labelLines = edges[index].labelLines.map { $0.moved(by: offset) }
        break
      }
    }
    return edges
  }

  private func isFree(_ box: FigureLayout.Box, for index: Int) -> Bool {
    guard box.left >= 0, box.top >= 0 else { return false }
    for node in nodes where node.overlaps(box) { return false }
    for (other, label) in labels.enumerated() where other != index {
      if let label, label.overlaps(box) { return false }
    }
    return lines.isFree(box.words)
  }

  /// The shortest way from a label to where it almost touches its line; nil when it is near enough.
  private static func way(
    of box: FigureLayout.Box, to curve: FigureLayout.Curve
  ) -> FigureLayout.Point? {
    var nearest = FigureLayout.Point(x: 0, y: 0)
    var shortest = Double.infinity
    for point in points(of: curve) {
      // From the side of the box that faces the point.
      let x = point.x - min(max(point.x, box.left), box.right)
      let y = point.y - min(max(point.y, box.top), box.bottom)
      let distance = (x * x + y * y).squareRoot()
      if distance < shortest {
        shortest = distance
        nearest = FigureLayout.Point(x: x, y: y)
      }
    }
    guard shortest.isFinite, shortest > gap + 1 else { return nil }
    let share = (shortest - gap) / shortest
    return FigureLayout.Point(x: hundredths(nearest.x * share), y: hundredths(nearest.y * share))
  }

  private static func points(of curve: FigureLayout.Curve) -> [FigureLayout.Point] {
    (0..<curve.pieceCount).flatMap { piece in
      (0...samples).map { curve.point(ofPiece: piece, at: Double($0) / Double(samples)) }
    }
  }
}

extension FigureLayout.Box {
  fileprivate func moved(by offset: FigureLayout.Point) -> FigureLayout.Box {
    FigureLayout.Box(
      centre: FigureLayout.Point(
        x: hundredths(centre.x + offset.x), y: hundredths(centre.y + offset.y)),
      width: width, height: height)
  }
}
