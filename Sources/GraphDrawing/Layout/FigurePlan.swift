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

    static let none = SizedText(width: 0, height: 0, lines: [])
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
  private(set) var clusters: [PlannedCluster] = []
  private(set) var lostMemberships = 0
  /// Whether the labels of edges are.
  let isMeasured: Bool
  /// Nodes that stand in one rank, the ranks in their order; empty where links decide.
  private(set) var ranks: [[Int]] = []
  /// Where the nodes stand when some of them stay where they were.
  private(set) var placement: KeptPlacement?
  /// Where all nodes stand when they are in rows without regard to lines; nil otherwise.
  private(set) var centres: [FigureLayout.Point]?

  /// - Parameter labelledEdges: with more edges than these, none has its label measured.
  /// - Complexity: O(*n* log *n*) in nodes and edges, apart from measuring text.
  init(
    _ figure: Figure, style: FigureStyle, labelledEdges: Int = .max
  ) throws(LayoutError) {
    self.figure = figure
    self.style = style
    isMeasured = figure.edges.count <= labelledEdges
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
          label: isMeasured ? sizedLabel(of: edge, looks.edges[index].drawn) : .none))
    }
    sortEdges()
    turnEdgesAwayFromOrigin()
    (clusters, lostMemberships) = FigurePlan.clusters(
      of: figure, positions: positions, typography: typography)
    if figure.ranking != .links, clusters.isEmpty { rankByType() }
    placement = FigurePlan.placement(of: figure, nodes: nodes, edges: edges)
  }

  /// The same with the nodes that have no place as they stand to each other in a solution.
  func placed(asIn solution: LayoutSolution) -> FigurePlan {
    var plan = self
    plan.placement = FigurePlan.placement(
      of: figure, nodes: nodes, edges: edges, free: solution.nodes)
    return plan
  }

  /// The same with all nodes where they are put.
  func standing(at centres: [FigureLayout.Point]) -> FigurePlan {
    var plan = self
    plan.centres = centres
    return plan
  }

  private mutating func sortEdges() {
    let all = figure.edges
    edges.sort { left, right in
      if left.from != right.from { return left.from < right.from }
      if left.to != right.to { return left.to < right.to }
      return FigurePlan.isBefore(all[left.index], all[right.index]) ?? (left.index < right.index)
    }
  }

  /// Whether an edge comes before another between the same nodes, by all that tells them apart; nil
  /// where nothing does.
  private static func isBefore(_ left: Figure.Edge, _ right: Figure.Edge) -> Bool? {
    if left.typeName != right.typeName { return left.typeName < right.typeName }
    if left.verb != right.verb { return left.verb < right.verb }
    let (leftDates, rightDates) = (left.dates ?? "", right.dates ?? "")
    if leftDates != rightDates { return leftDates < rightDates }
    if left.isEnded != right.isEnded { return right.isEnded }
    if left.isDisputed != right.isDisputed { return right.isDisputed }
    if left.isDirected != right.isDirected { return right.isDirected }
    if left.count != right.count { return left.count < right.count }
    guard left.sourceNumbers != right.sourceNumbers else { return nil }
    return left.sourceNumbers.lexicographicallyPrecedes(right.sourceNumbers)
  }

  /// The engine is told of all links as leading to a later rank, or it would find an order of its
  /// own.
  private mutating func rankByType() {
    ranks = FigurePlan.ranks(of: figure, nodes: nodes, edges: edges)
    var rankOfNode = Array(repeating: 0, count: nodes.count)
    for (rank, members) in ranks.enumerated() {
      for member in members { rankOfNode[member] = rank }
    }
    for index in edges.indices where rankOfNode[edges[index].from] != rankOfNode[edges[index].to] {
      edges[index].isTurned = rankOfNode[edges[index].from] > rankOfNode[edges[index].to]
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
    let places = engine == .pinned ? centres ?? (placement ?? unkeptPlacement).places : []
    return LayoutProblem(
      engine: engine, effort: effort, direction: figure.direction,
      nodes: nodes.enumerated().map { place, node in
        LayoutProblem.Node(
          width: node.fit.width, height: node.fit.height,
          isRound: node.shape == .ellipse || node.shape == .doubleEllipse,
          place: engine == .pinned ? places[place] : nil)
      },
      edges: edges.map { edge in
        let isDirected = figure.edges[edge.index].isDirected
        // Beside pinned nodes, labels get their room when the routes are known.
        let hasLabel = hasLabels && engine != .pinned && !edge.label.lines.isEmpty
        return LayoutProblem.Edge(
          tail: edge.isTurned ? edge.to : edge.from, head: edge.isTurned ? edge.from : edge.to,
          labelWidth: hasLabel ? edge.label.width : 0,
          labelHeight: hasLabel ? edge.label.height : 0,
          arrow: !isDirected ? .none : edge.isTurned ? .tail : .head)
      },
      clusters: engine != .dot
        ? []
        : clusters.map { cluster in
          LayoutProblem.Cluster(
            members: cluster.members,
            labelWidth: cluster.label.lines.isEmpty ? 0 : cluster.label.width,
            labelHeight: cluster.label.lines.isEmpty ? 0 : cluster.label.height)
        },
      ranks: engine == .dot ? ranks : [])
  }

  private var unkeptPlacement: KeptPlacement {
    KeptPlacement(
      ids: nodes.map { figure.nodes[$0.index].id },
      sizes: nodes.map { ($0.fit.width, $0.fit.height) },
      kept: Array(repeating: nil, count: nodes.count),
      edges: edges.map { ($0.from, $0.to) }, direction: figure.direction)
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
