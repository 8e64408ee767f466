// SPDX-License-Identifier: Apache-2.0

@testable import GraphDrawing

/// What runs through what in a layout, found by walking along all lines in steps of a point or so:
/// slow, and nothing of the code that it judges is in it.
struct LineGeometry {
  let figure: Figure
  let layout: FigureLayout

  private func points(_ edge: FigureLayout.Edge) -> [FigureLayout.Point] {
    var points: [FigureLayout.Point] = []
    for start in stride(from: 0, to: edge.curve.points.count - 3, by: 3) {
      let (a, b, c, d) = (
        edge.curve.points[start], edge.curve.points[start + 1], edge.curve.points[start + 2],
        edge.curve.points[start + 3]
      )
      let steps = max(8, Int((abs(a.x - d.x) + abs(a.y - d.y)).rounded()) * 2)
      for step in 0...steps {
        let t = Double(step) / Double(steps)
        let r = 1 - t
        points.append(
          FigureLayout.Point(
            x: r * r * r * a.x + 3 * r * r * t * b.x + 3 * r * t * t * c.x + t * t * t * d.x,
            y: r * r * r * a.y + 3 * r * r * t * b.y + 3 * r * t * t * c.y + t * t * t * d.y))
      }
    }
    if let tip = edge.tip { points.append(tip) }
    return points
  }

  private func isInside(
    _ point: FigureLayout.Point, _ box: FigureLayout.Box, round: Bool = false
  ) -> Bool {
    let (dx, dy) = (abs(point.x - box.centre.x), abs(point.y - box.centre.y))
    let (a, b) = (box.width / 2 - 0.5, box.height / 2 - 0.5)
    return round ? (dx / a) * (dx / a) + (dy / b) * (dy / b) < 1 : dx < a && dy < b
  }

  /// Lines through nodes that they do not join.
  var linesThroughNodes: [String] {
    layout.edges.flatMap { edge in
      let ends = figure.edges[edge.index]
      let points = points(edge)
      return layout.nodes.filter { node in
        let isRound = node.shape == .ellipse || node.shape == .doubleEllipse
        return node.id != ends.from && node.id != ends.to
          && points.contains { isInside($0, node.box, round: isRound) }
      }.map { "\(ends.from) → \(ends.to) through \($0.id)" }
    }
  }

  /// Lines through the words at a line, another or their own.
  func linesThroughLabels(isOwnToo: Bool = true) -> [String] {
    let lines = layout.edges.map { ($0.index, points($0)) }
    return layout.edges.flatMap { edge -> [String] in
      guard let words = words(edge) else { return [] }
      return lines.filter { isOwnToo || $0.0 != edge.index }
        .filter { $0.1.contains { isInside($0, words) } }
        .map { "line \($0.0) through the label of \(edge.index)" }
    }
  }

  private func words(_ edge: FigureLayout.Edge) -> FigureLayout.Box? {
    guard let box = edge.labelBox, !edge.labelLines.isEmpty else { return nil }
    return FigureLayout.Box(
      centre: box.centre, width: edge.labelLines.map(\.width).max() ?? 0, height: box.height - 4)
  }
}
