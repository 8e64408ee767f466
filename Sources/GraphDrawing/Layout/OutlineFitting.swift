// SPDX-License-Identifier: Apache-2.0

/// Draws the ends of edges out to the true outline of a shape.
///
/// Engines know rectangles and ellipses only; an edge that ends at the rectangle around a hexagon
/// would stop short of it.
enum OutlineFitting {
  private typealias Point = FigureLayout.Point

  static func fitted(
    points: [FigureLayout.Point], tip: FigureLayout.Point?, from: FigureLayout.Node,
    to: FigureLayout.Node
  ) -> FigureLayout.Edge {
    var points = points
    var tip = tip
    if points.count >= 4 {
      let start = points[0]
      let shift = gap(at: start, towards: start, from: points[1], outline: from.outline)
      points[0] = moved(start, shift)
      let last = points.count - 1
      if let end = tip {
        let shift = gap(at: end, towards: end, from: points[last], outline: to.outline)
        tip = moved(end, shift)
        points[last] = moved(points[last], shift)
        points[last - 1] = moved(points[last - 1], shift)
      } else {
        let shift = gap(
          at: points[last], towards: points[last], from: points[last - 1], outline: to.outline)
        points[last] = moved(points[last], shift)
      }
    }
    return FigureLayout.Edge(
      index: 0, curve: FigureLayout.Curve(points: points), tip: tip, labelBox: nil, labelLines: [])
  }

  private static func moved(
    _ point: FigureLayout.Point, _ shift: FigureLayout.Point
  ) -> FigureLayout.Point {
    FigureLayout.Point(x: hundredths(point.x + shift.x), y: hundredths(point.y + shift.y))
  }

  /// The way from `place` to the outline, along the line from `from` through `towards`.
  private static func gap(
    at place: FigureLayout.Point, towards: FigureLayout.Point, from: FigureLayout.Point,
    outline: [FigureLayout.Point]
  ) -> FigureLayout.Point {
    let none = FigureLayout.Point(x: 0, y: 0)
    let (dx, dy) = (towards.x - from.x, towards.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.01, outline.count >= 3 else { return none }
    let (ux, uy) = (dx / length, dy / length)
    var nearest: Double?
    var previous = outline[outline.count - 1]
    for corner in outline {
      let (sx, sy) = (corner.x - previous.x, corner.y - previous.y)
      let determinant = ux * sy - uy * sx
      if abs(determinant) > 1e-9 {
        let (px, py) = (previous.x - place.x, previous.y - place.y)
        let along = (px * sy - py * sx) / determinant
        let across = (px * uy - py * ux) / determinant
        if across >= -0.001, across <= 1.001, along >= -1, along <= 24 {
          nearest = min(nearest ?? along, along)
        }
      }
      previous = corner
    }
    guard let nearest, nearest > 0 else { return none }
    return FigureLayout.Point(x: ux * nearest, y: uy * nearest)
  }
}

extension FigureLayout.Node {
  /// Corners of the outline where it is not the rectangle or ellipse that engines know; else empty.
  var outline: [FigureLayout.Point] {
    let corners = shape.corners(width: box.width, height: box.height)
    return corners.map { FigureLayout.Point(x: box.centre.x + $0.x, y: box.centre.y + $0.y) }
  }
}

extension NodeShape {
  /// Corners from the centre of the shape; empty for rectangles and ellipses.
  func corners(width: Double, height: Double) -> [FigureLayout.Point] {
    let (x, y) = (width / 2, height / 2)
    func points(_ pairs: [(Double, Double)]) -> [FigureLayout.Point] {
      pairs.map { FigureLayout.Point(x: $0.0, y: $0.1) }
    }
    // Small pictures of a shape, as in a legend, have small corners.
    func limited(_ measure: Double) -> Double { min(measure, height * 0.45, width * 0.3) }
    switch self {
    case .ellipse, .doubleEllipse, .box, .doubleBox, .roundedBox, .doubleRoundedBox, .barredBox:
      return []
    case .note:
      let fold = limited(Measure.fold)
      return points([(-x, -y), (x - fold, -y), (x, -y + fold), (x, y), (-x, y)])
    case .folder:
      let tab = min(Measure.tabHeight, height * 0.25)
      let end = min(width * 0.45, 40.0)
      return points([
        (-x, -y + tab), (-x + 3, -y), (-x + end, -y), (-x + end + 4, -y + tab), (x, -y + tab),
        (x, y), (-x, y),
      ])
    case .hexagon:
      let inset = min(hexagonInset(height), width * 0.3)
      return points([
        (-x, 0), (-x + inset, -y), (x - inset, -y), (x, 0), (x - inset, y), (-x + inset, y),
      ])
    case .pointedBox:
      let point = limited(Measure.point)
      return points([(-x, -y), (x - point, -y), (x, 0), (x - point, y), (-x, y)])
    case .octagon:
      let cut = limited(Measure.cut)
      return points([
        (-x + cut, -y), (x - cut, -y), (x, -y + cut), (x, y - cut), (x - cut, y), (-x + cut, y),
        (-x, y - cut), (-x, -y + cut),
      ])
    case .parallelogram:
      let slant = limited(Measure.slant)
      return points([(-x + slant, -y), (x, -y), (x - slant, y), (-x, y)])
    case .trapezium:
      let slant = limited(Measure.slant)
      return points([(-x + slant, -y), (x - slant, -y), (x, y), (-x, y)])
    case .wavyBox:
      let wave = min(Measure.wave, height * 0.2)
      return points([(-x, -y), (x, -y), (x, y - wave), (-x, y - wave)])
    case .pill:
      // Half circles as six pieces each.
      let radius = min(y, x)
      let turns: [(Double, Double)] = [
        (0, 1), (0.5, 0.866), (0.866, 0.5), (1, 0), (0.866, -0.5), (0.5, -0.866), (0, -1),
      ]
      let right = turns.map { (x - radius + $0.0 * radius, $0.1 * radius) }
      let left = turns.reversed().map { (-x + radius - $0.0 * radius, $0.1 * radius) }
      return points(right + left)
    }
  }
}
