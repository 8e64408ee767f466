// SPDX-License-Identifier: Apache-2.0

/// Puts the loop of an edge from a node to itself where there is room for it and its label.
struct LoopPlacement {
  private typealias Point = FigureLayout.Point

  /// Where a loop stands at its node.
  private enum Side: CaseIterable {
    case right, above, below, left
  }

  /// Nodes, labels and loops that have their room.
  private var taken: [FigureLayout.Box]

  init(taken: [FigureLayout.Box]) { self.taken = taken }

  /// Keeps others away from a box.
  mutating func take(_ box: FigureLayout.Box) { taken.append(box) }

  /// The loop at the side of its node where least is in its way, the right one first.
  ///
  /// - Parameters:
  ///   - label: the size of its label; zero without one.
  ///   - bounds: the lower right corner of the figure, where it may not grow.
  /// - Complexity: O(*n* + *e*) in what is taken and in lines.
  mutating func loop(
    at node: FigureLayout.Node, isDirected: Bool, label: (width: Double, height: Double),
    lines: LineCrossings, except edge: Int, within bounds: FigureLayout.Point? = nil
  ) -> (curve: FigureLayout.Curve, tip: FigureLayout.Point?, cost: Int) {
    var best: (side: Side, reach: Double, room: FigureLayout.Box, cost: Int)?
    for reach in [18.0, 30, 42] {
      for side in Side.allCases {
        let room = Self.room(of: side, at: node.box, reach, label)
        var cost = lines.count(through: room.inset(x: 1, y: 1), except: edge, limit: 20)
        for box in taken where box.overlaps(room) { cost += box == node.box ? 0 : 30 }
        if room.left < 0 || room.top < 0 { cost += 1_000 }
        if let bounds, room.right > bounds.x || room.bottom > bounds.y { cost += 1_000 }
        if cost < best?.cost ?? .max { best = (side, reach, room, cost) }
        if cost == 0 { break }
      }
      if best?.cost == 0 { break }
    }
    guard let best else { return (FigureLayout.Curve(points: []), nil, .max) }
    if best.cost < 1_000 { taken.append(best.room) }
    let route = Self.curve(best.side, best.reach, at: node, isDirected: isDirected)
    return (route.curve, route.tip, best.cost)
  }

  /// What the loop and the label beside its middle take up.
  private static func room(
    of side: Side, at box: FigureLayout.Box, _ reach: Double,
    _ label: (width: Double, height: Double)
  ) -> FigureLayout.Box {
    let depth = reach * 0.75 + 4
    switch side {
    case .right, .left:
      let width = depth + label.width
      let sign = side == .right ? 1.0 : -1
      return FigureLayout.Box(
        centre: Point(x: box.centre.x + sign * (box.width / 2 + width / 2 + 1), y: box.centre.y),
        width: width, height: max(span(box.height), label.height))
    case .above, .below:
      let height = depth + label.height
      let sign = side == .below ? 1.0 : -1
      return FigureLayout.Box(
        centre: Point(x: box.centre.x, y: box.centre.y + sign * (box.height / 2 + height / 2 + 1)),
        width: max(span(box.width), label.width), height: height)
    }
  }

  /// How far apart the ends of a loop lie at a side of this length.
  private static func span(_ side: Double) -> Double { min(side * 0.6, 44) }

  private static func curve(
    _ side: Side, _ reach: Double, at node: FigureLayout.Node, isDirected: Bool
  ) -> (curve: FigureLayout.Curve, tip: FigureLayout.Point?) {
    let box = node.box
    let isAcross = side == .right || side == .left
    let half = span(isAcross ? box.height : box.width) / 2
    let sign = side == .right || side == .below ? 1.0 : -1
    func place(_ along: Double, _ out: Double) -> Point {
      isAcross
        ? Point(x: box.centre.x + sign * (box.width / 2 + out), y: box.centre.y + along)
        : Point(x: box.centre.x + along, y: box.centre.y + sign * (box.height / 2 + out))
    }
    let (one, other) = (place(-half, reach), place(half, reach))
    let start = StraightRoutes.rim(box, node.isRound, towards: place(-half, 0))
    var end = StraightRoutes.rim(box, node.isRound, towards: place(half, 0))
    var tip: Point?
    if isDirected {
      tip = end
      end = StraightRoutes.moved(end, towards: other)
    }
    let fitted = OutlineFitting.fitted(
      points: [start, one, other, end].map(StraightRoutes.rounded),
      tip: tip.map(StraightRoutes.rounded), from: node, to: node)
    return (fitted.curve, fitted.tip)
  }
}
