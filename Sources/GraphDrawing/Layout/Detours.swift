// SPDX-License-Identifier: Apache-2.0

/// Shortest ways around nodes, from corner to corner of the boxes that stand in between.
struct Detours {
  private typealias Point = FigureLayout.Point
  private typealias Box = FigureLayout.Box

  /// How far from a box a line turns, how near it may pass, and how round its corners are.
  private static let clearance = 7.0
  private static let passing = 3.0
  private static let radius = 9.0
  /// Nodes of a figure above which no way is looked for, and ways looked for in one figure.
  static let nodeLimit = 120
  private static let routeLimit = 60

  private let nodes: [FigureLayout.Node]
  private let corners: [FigureLayout.Point]
  private var routes = 0

  init(_ nodes: [FigureLayout.Node]) {
    self.nodes = nodes
    guard nodes.count <= Self.nodeLimit else {
      corners = []
      return
    }
    let walls = nodes.map { $0.box.inset(x: -Self.passing, y: -Self.passing) }
    corners = nodes.flatMap { node -> [FigureLayout.Point] in
      let box = node.box.inset(x: -Self.clearance, y: -Self.clearance)
      return [
        Point(x: box.left, y: box.top), Point(x: box.right, y: box.top),
        Point(x: box.right, y: box.bottom), Point(x: box.left, y: box.bottom),
      ]
    }.filter { corner in
      corner.x >= 0 && corner.y >= 0 && !walls.contains { $0.contains(corner) }
    }
  }

  /// A line around all nodes but its ends; nil where there is none, or none is looked for.
  ///
  /// - Complexity: O(*n*³) in the nodes, of which there are 120 at most.
  mutating func route(
    from: Int, to: Int, isDirected: Bool
  ) -> (curve: FigureLayout.Curve, tip: FigureLayout.Point?)? {
    guard !corners.isEmpty, routes < Self.routeLimit else { return nil }
    routes += 1
    let walls = nodes.indices.filter { $0 != from && $0 != to }
      .map { nodes[$0].box.inset(x: -Self.passing, y: -Self.passing) }
    let ends = [nodes[from].box, nodes[to].box]
    // Corners within the ends' own boxes would hide the line behind them.
    let stops = corners.filter { corner in !ends.contains { $0.contains(corner) } }
    let points = [ends[0].centre, ends[1].centre] + stops
    guard let way = shortest(points, walls: walls, ends: ends) else { return nil }
    return curve(way.map { points[$0] }, nodes[from], nodes[to], isDirected: isDirected)
  }

  /// Dijkstra's algorithm over all points that see each other, from the first to the second.
  private func shortest(
    _ points: [FigureLayout.Point], walls: [FigureLayout.Box], ends: [FigureLayout.Box]
  ) -> [Int]? {
    var distance = Array(repeating: Double.infinity, count: points.count)
    var previous = Array(repeating: -1, count: points.count)
    var isDone = Array(repeating: false, count: points.count)
    distance[0] = 0
    while true {
      var nearest = -1
      for place in points.indices where !isDone[place] && distance[place].isFinite {
        if nearest < 0 || distance[place] < distance[nearest] { nearest = place }
      }
      guard nearest >= 0 else { return nil }
      isDone[nearest] = true
      if nearest == 1 { break }
      for place in points.indices where !isDone[place] {
        // A turn costs a little, so that of equal ways the straighter one is taken.
        let length = Self.length(points[nearest], points[place]) + 6
        guard distance[nearest] + length < distance[place],
          !walls.contains(where: { Self.crosses(points[nearest], points[place], $0) }),
          // An end is left once and entered once.
          nearest == 0 || !Self.crosses(points[nearest], points[place], ends[0]),
          place == 1 || !Self.crosses(points[nearest], points[place], ends[1])
        else { continue }
        distance[place] = distance[nearest] + length
        previous[place] = nearest
      }
    }
    var way = [1]
    while let last = way.last, previous[last] >= 0 { way.append(previous[last]) }
    return way.reversed()
  }

  private static func length(_ one: FigureLayout.Point, _ other: FigureLayout.Point) -> Double {
    let (dx, dy) = (one.x - other.x, one.y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Whether a straight line has points inside a box.
  private static func crosses(
    _ one: FigureLayout.Point, _ other: FigureLayout.Point, _ box: FigureLayout.Box
  ) -> Bool {
    var (first, last) = (0.0, 1.0)
    for (from, way, low, high) in [
      (one.x, other.x - one.x, box.left, box.right), (one.y, other.y - one.y, box.top, box.bottom),
    ] {
      if abs(way) < 1e-9 {
        if from <= low || from >= high { return false }
        continue
      }
      let (a, b) = ((low - from) / way, (high - from) / way)
      first = max(first, min(a, b))
      last = min(last, max(a, b))
    }
    return first < last - 1e-9
  }

  /// The way with round corners, from the outline of the one end to that of the other.
  private func curve(
    _ way: [FigureLayout.Point], _ from: FigureLayout.Node, _ to: FigureLayout.Node,
    isDirected: Bool
  ) -> (curve: FigureLayout.Curve, tip: FigureLayout.Point?)? {
    guard way.count >= 2 else { return nil }
    var way = way
    let last = way.count - 1
    way[0] = StraightRoutes.rim(from.box, from.isRound, towards: way[1])
    way[last] = StraightRoutes.rim(to.box, to.isRound, towards: way[last - 1])
    var tip: Point?
    if isDirected {
      tip = way[last]
      way[last] = StraightRoutes.moved(way[last], towards: way[last - 1])
    }
    var points = [way[0]]
    func line(to end: Point) {
      guard let start = points.last else { return }
      points += [Self.between(start, end, 1 / 3), Self.between(start, end, 2 / 3), end]
    }
    for place in way.indices.dropFirst().dropLast() {
      let corner = way[place]
      let before = Self.length(way[place - 1], corner)
      let after = Self.length(corner, way[place + 1])
      let reach = min(Self.radius, before / 2, after / 2)
      guard reach > 0.1 else { continue }
      let start = Self.between(corner, way[place - 1], reach / before)
      let end = Self.between(corner, way[place + 1], reach / after)
      line(to: start)
      points += [Self.between(start, corner, 2 / 3), Self.between(end, corner, 2 / 3), end]
    }
    line(to: way[last])
    let fitted = OutlineFitting.fitted(
      points: points.map(StraightRoutes.rounded), tip: tip.map(StraightRoutes.rounded), from: from,
      to: to)
    return (fitted.curve, fitted.tip)
  }

  private static func between(
    _ one: FigureLayout.Point, _ other: FigureLayout.Point, _ share: Double
  ) -> FigureLayout.Point {
    Point(x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share)
  }
}

extension FigureLayout.Node {
  /// Whether engines know it as an ellipse.
  var isRound: Bool { shape == .ellipse || shape == .doubleEllipse }
}
