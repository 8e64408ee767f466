// SPDX-License-Identifier: Apache-2.0

/// Mends routes among nodes that keep their places: none runs through a node that it does not join,
/// parallel ones lie apart, and loops stand where there is room.
struct ClearRoutes {
  private typealias Point = FigureLayout.Point
  private typealias Box = FigureLayout.Box

  private let nodes: [FigureLayout.Node]
  private let figure: Figure
  /// Positions in ``nodes``.
  private let places: [String: Int]

  init(nodes: [FigureLayout.Node], figure: Figure) {
    self.nodes = nodes
    self.figure = figure
    places = Dictionary(
      nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The same lines, without those that run through nodes of others, as far as there are ways
  /// around.
  ///
  /// - Complexity: O(*e* *n*) in edges and nodes, and more for each line that needs another way.
  func withDetours(_ edges: [FigureLayout.Edge]) -> [FigureLayout.Edge] {
    guard nodes.count <= Detours.nodeLimit else { return edges }
    var edges = edges
    detour(&edges)
    return edges
  }

  /// The same lines, parallel ones and loops side by side.
  ///
  /// - Parameter labels: the sizes of labels, in the order of the edges; empty without labels.
  /// - Complexity: O(*n* + *e*) for each loop and each parallel line.
  func apart(
    _ edges: [FigureLayout.Edge], labels: [(width: Double, height: Double)]
  ) -> [FigureLayout.Edge] {
    var edges = edges
    spread(&edges)
    loop(&edges, labels)
    return edges
  }

  private func ends(_ edge: FigureLayout.Edge) -> (from: Int, to: Int)? {
    let ends = figure.edges[edge.index]
    guard let from = places[ends.from], let to = places[ends.to] else { return nil }
    return (from, to)
  }

  // MARK: Loops

  private func loop(
    _ edges: inout [FigureLayout.Edge], _ labels: [(width: Double, height: Double)]
  ) {
    let loops = edges.indices.filter { index in
      ends(edges[index]).map { $0.from == $0.to } ?? false
    }
    guard !loops.isEmpty else { return }
    var placement = LoopPlacement(taken: nodes.map(\.box))
    // The engine's loops are in nobody's way, as they go.
    let lines = LineCrossings(
      edges.filter { edge in
        ends(edge).map { $0.from != $0.to } ?? true
      })
    for index in loops {
      guard let ends = ends(edges[index]) else { continue }
      let loop = placement.loop(
        at: nodes[ends.from], isDirected: figure.edges[edges[index].index].isDirected,
        label: labels.indices.contains(index) ? labels[index] : (0, 0), lines: lines, except: -1)
      edges[index].curve = loop.curve
      edges[index].tip = loop.tip
    }
  }

  // MARK: Through nodes

  private func detour(_ edges: inout [FigureLayout.Edge]) {
    let lines = LineCrossings(edges)
    var detours: Detours?
    for index in edges.indices {
      guard let ends = ends(edges[index]), ends.from != ends.to,
        isThroughNode(index, of: lines, ends)
      else { continue }
      if detours == nil { detours = Detours(nodes) }
      let isDirected = figure.edges[edges[index].index].isDirected
      guard
        let route = detours?.route(from: ends.from, to: ends.to, isDirected: isDirected)
      else { continue }
      edges[index].curve = route.curve
      edges[index].tip = route.tip
    }
  }

  private func isThroughNode(
    _ line: Int, of lines: LineCrossings, _ ends: (from: Int, to: Int)
  ) -> Bool {
    nodes.indices.contains { place in
      place != ends.from && place != ends.to
        && nodes[place].cores.contains { lines.runs(line, through: $0) }
    }
  }

  // MARK: Parallel lines

  private struct Pair: Hashable {
    var low: Int
    var high: Int
  }

  /// Bends lines apart that an engine has laid on each other.
  private func spread(_ edges: inout [FigureLayout.Edge]) {
    var groups: [Pair: [Int]] = [:]
    for index in edges.indices {
      guard let ends = ends(edges[index]), ends.from != ends.to else { continue }
      groups[Pair(low: min(ends.from, ends.to), high: max(ends.from, ends.to)), default: []]
        .append(index)
    }
    for group in groups.values where group.count > 1 {
      var kept: [Int] = []
      for index in group {
        let twins = kept.count { isSame(edges[$0].curve, edges[index].curve) }
        kept.append(index)
        guard twins > 0 else { continue }
        bend(&edges[index], by: twins)
      }
    }
  }

  private func isSame(_ one: FigureLayout.Curve, _ other: FigureLayout.Curve) -> Bool {
    func isNear(_ points: [Point]) -> Bool {
      one.points.count == points.count
        && zip(one.points, points).allSatisfy { abs($0.x - $1.x) + abs($0.y - $1.y) < 12 }
    }
    return isNear(other.points) || isNear(other.points.reversed())
  }

  private func bend(_ edge: inout FigureLayout.Edge, by number: Int) {
    guard let ends = ends(edge), let first = edge.curve.points.first,
      let last = edge.curve.points.last
    else { return }
    let (dx, dy) = (last.x - first.x, last.y - first.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 1 else { return }
    // The same side whichever way the edge runs: 1, -1, 2, -2, ….
    let turn = ends.from < ends.to ? 1.0 : -1
    let side = (number.isMultiple(of: 2) ? -1.0 : 1) * Double((number + 1) / 2)
    for reach in [side, -side] {
      var bent = edge
      let offset = reach * 16 * turn
      let count = Double(edge.curve.points.count - 1)
      for (place, point) in edge.curve.points.enumerated() {
        // Points at the ends of the line stay; those in its middle move most.
        let share = Double(place) / count
        let weight = 4 * share * (1 - share) * 4 / 3
        bent.curve.points[place] = Point(
          x: hundredths(point.x - dy / length * offset * weight),
          y: hundredths(point.y + dx / length * offset * weight))
      }
      let isOut = bent.curve.points.contains { $0.x < 0 || $0.y < 0 }
      if isOut || isThroughNode(0, of: LineCrossings([bent]), ends) { continue }
      edge = bent
      return
    }
  }
}

extension FigureLayout.Node {
  /// Boxes under the outline: what no line of others may run through.
  var cores: [FigureLayout.Box] {
    guard isRound else { return [box.inset(x: 0.5, y: 0.5)] }
    return [0.35, 0.71, 0.94].map { share in
      var box = box
      box.width *= share
      box.height *= (1 - share * share).squareRoot()
      return box
    }
  }
}
