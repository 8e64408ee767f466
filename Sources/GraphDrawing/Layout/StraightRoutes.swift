// SPDX-License-Identifier: Apache-2.0

/// Straight edges between nodes that have their places, for where no engine routes them.
///
/// Parallel edges bend apart, and an edge from a node to itself is a loop at its corner.
struct StraightRoutes {
  private typealias Point = FigureLayout.Point

  /// Length of an arrowhead, as Graphviz has it at three quarters of its usual size.
  private static let head = 7.5

  let problem: LayoutProblem
  let boxes: [FigureLayout.Box]

  /// - Complexity: O(*e*) on average.
  func edges() -> [LayoutSolution.Edge] {
    struct Pair: Hashable {
      var low: Int
      var high: Int
    }
    var counts: [Pair: Int] = [:]
    return problem.edges.map { edge in
      let pair = Pair(low: min(edge.tail, edge.head), high: max(edge.tail, edge.head))
      let number = counts[pair, default: 0]
      counts[pair] = number + 1
      if edge.tail == edge.head { return loop(edge, number) }
      // 0, 1, -1, 2, -2, …, and the same side whichever way the edge runs.
      let side = number.isMultiple(of: 2) ? -number / 2 : (number + 1) / 2
      return line(edge, bend: Double(side) * 14 * (edge.tail < edge.head ? 1 : -1))
    }
  }

  private func line(_ edge: LayoutProblem.Edge, bend: Double) -> LayoutSolution.Edge {
    let (from, to) = (boxes[edge.tail], boxes[edge.head])
    let (dx, dy) = (to.centre.x - from.centre.x, to.centre.y - from.centre.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1)
    let aside = Point(x: -dy / length * bend, y: dx / length * bend)
    let middle = Point(
      x: (from.centre.x + to.centre.x) / 2 + aside.x,
      y: (from.centre.y + to.centre.y) / 2 + aside.y)
    let start = Self.rim(from, problem.nodes[edge.tail].isRound, towards: middle)
    let end = Self.rim(to, problem.nodes[edge.head].isRound, towards: middle)
    return route(edge, [start, middle, middle, end])
  }

  private func loop(_ edge: LayoutProblem.Edge, _ number: Int) -> LayoutSolution.Edge {
    let box = boxes[edge.tail]
    let reach = 18.0 + Double(min(number, 50)) * 6
    let isRound = problem.nodes[edge.tail].isRound
    let above = Point(x: box.right + reach, y: box.centre.y - box.height / 3)
    let below = Point(x: box.right + reach, y: box.centre.y + box.height / 3)
    let start = Self.rim(box, isRound, towards: above)
    let end = Self.rim(box, isRound, towards: below)
    return route(edge, [start, above, below, end])
  }

  /// Shortens the curve by its arrowhead.
  private func route(
    _ edge: LayoutProblem.Edge, _ points: [FigureLayout.Point]
  ) -> LayoutSolution.Edge {
    var points = points
    var tip: Point?
    switch edge.arrow {
    case .none: break
    case .head:
      tip = Self.rounded(points[3])
      points[3] = Self.moved(points[3], towards: points[2])
    case .tail:
      tip = Self.rounded(points[0])
      points[0] = Self.moved(points[0], towards: points[1])
    }
    return LayoutSolution.Edge(points: points.map(Self.rounded), tip: tip, label: nil)
  }

  static func moved(
    _ point: FigureLayout.Point, towards other: FigureLayout.Point
  ) -> FigureLayout.Point {
    let (dx, dy) = (other.x - point.x, other.y - point.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.01 else { return point }
    let way = min(StraightRoutes.head, length / 2) / length
    return Point(x: point.x + dx * way, y: point.y + dy * way)
  }

  /// Where the line from the centre to a point leaves the box or the ellipse in it.
  static func rim(
    _ box: FigureLayout.Box, _ isRound: Bool, towards point: FigureLayout.Point
  ) -> FigureLayout.Point {
    let (dx, dy) = (point.x - box.centre.x, point.y - box.centre.y)
    let (a, b) = (max(box.width / 2, 0.5), max(box.height / 2, 0.5))
    let reach =
      isRound
      ? ((dx / a) * (dx / a) + (dy / b) * (dy / b)).squareRoot() : max(abs(dx) / a, abs(dy) / b)
    guard reach > 0.000_1 else { return box.centre }
    return Point(x: box.centre.x + dx / reach, y: box.centre.y + dy / reach)
  }

  static func rounded(_ point: FigureLayout.Point) -> FigureLayout.Point {
    Point(x: hundredths(point.x), y: hundredths(point.y))
  }
}
