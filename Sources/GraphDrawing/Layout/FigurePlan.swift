// SPDX-License-Identifier: Apache-2.0

/// A figure made ready for an engine: checked, sorted by stable keys, every text wrapped and
/// measured.
struct FigurePlan: Sendable {
  struct PlannedNode: Sendable {
    /// Position in ``Figure/nodes``.
    var index: Int
    var shape: NodeShape
    var fit: SizedText
  }

  /// A shape's size and its lines, placed from the centre of the shape.
  struct SizedText: Sendable {
    var width: Double
    var height: Double
    var lines: [FigureLayout.TextLine]
  }

  struct PlannedEdge: Sendable {
    /// Position in ``Figure/edges``.
    var index: Int
    /// Positions in ``FigurePlan/nodes``.
    var from: Int
    var to: Int
    /// True when the engine is told the edge the other way round.
    var isTurned: Bool
    var label: SizedText
  }

  let figure: Figure
  let style: FigureStyle
  let wording: FigureWording
  let typography: Typography
  private(set) var nodes: [PlannedNode] = []
  private(set) var edges: [PlannedEdge] = []

  /// - Complexity: O(*n* log *n*) in nodes and edges, apart from measuring text.
  init(_ figure: Figure, style: FigureStyle) throws(LayoutError) {
    self.figure = figure
    self.style = style
    wording = FigureWording.of(figure.language)
    typography = Typography(style)
    let looks = FigureLooks(figure, style: style)
    var positions: [String: Int] = [:]
    let order = figure.nodes.indices.sorted {
      figure.nodes[$0].id.unicodeScalars.lexicographicallyPrecedes(
        figure.nodes[$1].id.unicodeScalars)
    }
    for index in order {
      let node = figure.nodes[index]
      guard positions.updateValue(nodes.count, forKey: node.id) == nil else {
        throw .duplicateNode(node.id)
      }
      let look = looks.nodes[index].drawn
      var boxed = look
      if !node.details.isEmpty { boxed.shape = .box }
      nodes.append(PlannedNode(index: index, shape: boxed.shape, fit: sizedText(of: node, boxed)))
    }
    for (index, edge) in figure.edges.enumerated() {
      guard let from = positions[edge.from] else {
        throw .unknownNode(edge.from, edge: index)
      }
      guard let to = positions[edge.to] else { throw .unknownNode(edge.to, edge: index) }
      edges.append(
        PlannedEdge(
          index: index, from: from, to: to, isTurned: false,
          label: sizedLabel(of: edge, looks.edges[index].drawn)))
    }
    sortEdges()
    turnEdgesAwayFromOrigin()
  }

  private mutating func sortEdges() {
    let all = figure.edges
    func key(_ planned: PlannedEdge) -> [String] {
      let edge = all[planned.index]
      let flags = "\(edge.isEnded) \(edge.isDisputed) \(edge.isDirected) \(edge.count)"
      return [edge.typeName, edge.verb, edge.dates ?? "", flags, "\(edge.sourceNumbers)"]
    }
    edges.sort { left, right in
      if left.from != right.from { return left.from < right.from }
      if left.to != right.to { return left.to < right.to }
      let (leftKey, rightKey) = (key(left), key(right))
      if leftKey != rightKey { return leftKey.lexicographicallyPrecedes(rightKey) }
      return left.index < right.index
    }
  }

  /// In a path, what is farther from the start stands farther along, whatever way the edges point.
  private mutating func turnEdgesAwayFromOrigin() {
    let origins = nodes.indices.filter { figure.nodes[nodes[$0].index].emphasis == .origin }
    guard !origins.isEmpty else { return }
    var neighbours: [[Int]] = Array(repeating: [], count: nodes.count)
    for edge in edges {
      neighbours[edge.from].append(edge.to)
      neighbours[edge.to].append(edge.from)
    }
    var distance: [Int?] = Array(repeating: nil, count: nodes.count)
    var frontier = origins
    for origin in origins { distance[origin] = 0 }
    var step = 0
    while !frontier.isEmpty {
      step += 1
      var next: [Int] = []
      for node in frontier {
        for neighbour in neighbours[node] where distance[neighbour] == nil {
          distance[neighbour] = step
          next.append(neighbour)
        }
      }
      frontier = next
    }
    for index in edges.indices {
      guard let from = distance[edges[index].from], let to = distance[edges[index].to] else {
        continue
      }
      edges[index].isTurned = from > to
    }
  }

  func problem(engine: LayoutEngine, effort: LayoutEffort, hasLabels: Bool) -> LayoutProblem {
    LayoutProblem(
      engine: engine, effort: effort, direction: figure.direction,
      nodes: nodes.map { node in
        LayoutProblem.Node(
          width: node.fit.width, height: node.fit.height,
          isRound: node.shape == .ellipse || node.shape == .doubleEllipse)
      },
      edges: edges.map { edge in
        let isDirected = figure.edges[edge.index].isDirected
        let hasLabel = hasLabels && !edge.label.lines.isEmpty
        return LayoutProblem.Edge(
          tail: edge.isTurned ? edge.to : edge.from, head: edge.isTurned ? edge.from : edge.to,
          labelWidth: hasLabel ? edge.label.width : 0,
          labelHeight: hasLabel ? edge.label.height : 0,
          arrow: !isDirected ? .none : edge.isTurned ? .tail : .head)
      })
  }

  /// Puts the engine's numbers and the measured texts together.
  func layout(
    from solution: LayoutSolution, problem: LayoutProblem, reason: String, warnings: [String]
  ) -> FigureLayout {
    let placed = zip(nodes, solution.nodes).map { node, centre in
      FigureLayout.Node(
        id: figure.nodes[node.index].id,
        box: FigureLayout.Box(centre: centre, width: node.fit.width, height: node.fit.height),
        shape: node.shape, lines: node.fit.lines.map { $0.moved(by: centre) })
    }
    var routed: [FigureLayout.Edge] = []
    var hiddenLabels = 0
    for (edge, route) in zip(edges, solution.edges) {
      var fitted = OutlineFitting.fitted(
        points: edge.isTurned ? route.points.reversed() : route.points, tip: route.tip,
        from: placed[edge.from], to: placed[edge.to])
      fitted.index = edge.index
      if let middle = route.label {
        fitted.labelBox = FigureLayout.Box(
          centre: middle, width: edge.label.width, height: edge.label.height)
        fitted.labelLines = edge.label.lines.map { $0.moved(by: middle) }
      } else if !edge.label.lines.isEmpty {
        hiddenLabels += 1
      }
      routed.append(fitted)
    }
    routed.sort { $0.index < $1.index }
    return FigureLayout(
      width: solution.width, height: solution.height, nodes: placed, edges: routed,
      engine: problem.engine, reason: reason, warnings: warnings + solution.messages,
      isWithoutEdgeLabels: hiddenLabels > 0)
  }
}

extension FigureLayout.TextLine {
  func moved(by offset: FigureLayout.Point) -> FigureLayout.TextLine {
    var copy = self
    copy.anchor = FigureLayout.Point(
      x: hundredths(anchor.x + offset.x), y: hundredths(anchor.y + offset.y))
    return copy
  }
}
