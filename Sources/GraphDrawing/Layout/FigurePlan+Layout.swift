// SPDX-License-Identifier: Apache-2.0

extension FigurePlan {
  /// Whether there is something to say at an edge, measured or not.
  private func hasLabelText(_ planned: PlannedEdge) -> Bool {
    guard planned.label.lines.isEmpty, !isMeasured else { return !planned.label.lines.isEmpty }
    let edge = figure.edges[planned.index]
    return edge.isLabelled
      && !(edge.heading(wording).isEmpty && edge.dates ?? "" == "" && edge.sourceNumbers.isEmpty)
  }

  /// Puts the engine's numbers and the measured texts together.
  func layout(
    from solution: LayoutSolution, problem: LayoutProblem, hasLabels: Bool = true, reason: String,
    warnings: [String]
  ) -> FigureLayout {
    var solution = solution
    if problem.engine == .pinned {
      solution = solution.standing(at: problem)
    } else if problem.engine != .dot {
      solution = solution.withoutOverlaps(problem)
    }
    let placed = zip(nodes, solution.nodes).map { node, centre in
      FigureLayout.Node(
        id: figure.nodes[node.index].id,
        box: FigureLayout.Box(centre: centre, width: node.fit.width, height: node.fit.height),
        shape: node.shape, lines: node.fit.lines.map { $0.moved(by: centre) })
    }
    var routed: [FigureLayout.Edge] = []
    for (edge, route) in zip(edges, solution.edges) {
      var fitted = OutlineFitting.fitted(
        points: edge.isTurned ? route.points.reversed() : route.points, tip: route.tip,
        from: placed[edge.from], to: placed[edge.to])
      fitted.index = edge.index
      let size = edge.label
      if let middle = route.label {
        fitted.labelBox = FigureLayout.Box(centre: middle, width: size.width, height: size.height)
      }
      if let box = fitted.labelBox {
        fitted.labelLines = size.lines.map { $0.moved(by: box.centre) }
      }
      routed.append(fitted)
    }
    routed.sort { $0.index < $1.index }
    var frames = frames(solution, placed)
    let routes = ClearRoutes(nodes: placed, figure: figure)
    routed = routes.withDetours(routed)
    if !frames.isEmpty { clearNames(of: &frames, routed, placed) }
    switch problem.engine {
    case .dot:
      clearLabels(
        &routed, placed, frames,
        within: FigureLayout.Point(x: solution.width, y: solution.height))
    case .pinned:
      routed = routes.apart(routed, labels: hasLabels ? labelSizes : [])
      if hasLabels { placeLabels(&routed, placed.map(\.box), frames) }
    default: break
    }
    let hidden =
      routed.indices.filter { place in
        routed[place].labelBox == nil
      }.count - edges.filter { !hasLabelText($0) }.count
    var layout = FigureLayout(
      width: solution.width, height: solution.height, nodes: placed, edges: routed,
      engine: problem.engine, reason: reason, warnings: warnings + partWarnings,
      isWithoutEdgeLabels: hidden > 0, clusters: frames)
    if hidden > 0 {
      let isAll = routed.allSatisfy { $0.labelBox == nil }
      layout.warnings.append(
        isAll
          ? "Labels of edges are left out" : "Labels of edges without room are left out: \(hidden)")
    }
    if layout.clusters.count < clusters.count {
      layout.warnings.append(
        "Frames that would hold strangers are left out: \(clusters.count - layout.clusters.count)")
    }
    layout.warnings += solution.messages.map { message in
      guard message == GraphvizMessage.straightEdges, let pair = closestNodes(placed) else {
        return message
      }
      return message + ": \(pair)"
    }
    if problem.engine != .dot { layout.growToContents() }
    return layout
  }

  /// The two nodes with the least room between them, by their ids.
  private func closestNodes(_ nodes: [FigureLayout.Node]) -> String? {
    var closest: (gap: Double, one: String, other: String)?
    for (index, one) in nodes.enumerated() {
      for other in nodes[..<index] {
        let gap = max(
          abs(one.box.centre.x - other.box.centre.x) - (one.box.width + other.box.width) / 2,
          abs(one.box.centre.y - other.box.centre.y) - (one.box.height + other.box.height) / 2)
        if gap < closest?.gap ?? .infinity { closest = (gap, other.id, one.id) }
      }
    }
    return closest.map { pair in
      [pair.one, pair.other].map { DisplayText.line($0, limit: 60) }.joined(separator: " and ")
    }
  }

  /// Moves the names of frames through which lines run along the top, to where the fewest do.
  private func clearNames(
    of frames: inout [FigureLayout.Cluster], _ routed: [FigureLayout.Edge],
    _ placed: [FigureLayout.Node]
  ) {
    let lines = LineCrossings(routed)
    let taken = placed.map(\.box) + routed.compactMap(\.labelBox)
    for (place, frame) in frames.enumerated() where !frame.labelLines.isEmpty {
      func crossings(_ offset: Double) -> Int {
        let boxes = frame.labelLines.map { $0.moved(by: FigureLayout.Point(x: offset, y: 0)).box }
        // Where nothing is moved, nothing new is covered.
        if offset != 0, boxes.contains(where: { box in taken.contains { $0.overlaps(box) } }) {
          return .max
        }
        return boxes.reduce(0) { $0 + lines.count(through: $1, limit: 20) }
      }
      let left = frame.labelLines.map(\.box.left).min() ?? 0
      let right = frame.labelLines.map(\.box.right).max() ?? 0
      // As far from the right end of the frame as it was from the left.
      let way = frame.box.right - (left - frame.box.left) - right
      guard way > 1 else { continue }
      var best = (count: crossings(0), offset: 0.0)
      for share in [1, 0.5, 0.75, 0.25] where best.count > 0 {
        let offset = hundredths(way * share)
        let count = crossings(offset)
        if count < best.count { best = (count, offset) }
      }
      guard best.offset > 0 else { continue }
      frames[place].labelLines = frame.labelLines.map {
        $0.moved(by: FigureLayout.Point(x: best.offset, y: 0))
      }
    }
  }

  /// In the order of ``Figure/edges``.
  private var labelSizes: [(width: Double, height: Double)] {
    var sizes = Array(repeating: (width: 0.0, height: 0.0), count: figure.edges.count)
    for edge in edges where !edge.label.lines.isEmpty {
      sizes[edge.index] = (edge.label.width, edge.label.height)
    }
    return sizes
  }

  /// The frames: the engine's, or around the members where nothing else stands in between.
  private func frames(
    _ solution: LayoutSolution, _ placed: [FigureLayout.Node]
  ) -> [FigureLayout.Cluster] {
    if solution.clusters.count == clusters.count {
      return zip(clusters, solution.clusters).map { cluster, frame in
        FigureLayout.Cluster(
          index: cluster.index, box: frame.box,
          labelLines: frame.label.map { middle in
            cluster.label.lines.map { $0.moved(by: middle) }
          } ?? [])
      }
    }
    var result: [FigureLayout.Cluster] = []
    for cluster in clusters {
      let boxes = cluster.members.map { placed[$0].box }
      let margin = FigurePlan.frameMargin
      let room = cluster.label.lines.isEmpty ? 0 : cluster.label.height
      let left = (boxes.map(\.left).min() ?? 0) - margin
      let top = (boxes.map(\.top).min() ?? 0) - margin - room
      let right = max((boxes.map(\.right).max() ?? 0), left + margin + cluster.label.width) + margin
      let bottom = (boxes.map(\.bottom).max() ?? 0) + margin
      let box = FigureLayout.Box(
        centre: FigureLayout.Point(
          x: hundredths((left + right) / 2), y: hundredths((top + bottom) / 2)),
        width: hundredths(right - left), height: hundredths(bottom - top))
      let members = Set(cluster.members)
      let isAlone =
        placed.indices.allSatisfy { members.contains($0) || !placed[$0].box.overlaps(box) }
        && result.allSatisfy { !$0.box.overlaps(box) }
      guard isAlone, left >= -2, top >= -2 else { continue }
      let middle = FigureLayout.Point(
        x: left + margin + cluster.label.width / 2, y: top + margin / 2 + room / 2)
      result.append(
        FigureLayout.Cluster(
          index: cluster.index, box: box,
          labelLines: cluster.label.lines.map { $0.moved(by: middle) }))
    }
    return result
  }
}

extension FigureLayout {
  /// Makes the figure as large as what stands in it.
  fileprivate mutating func growToContents() {
    for box in nodes.map(\.box) + edges.compactMap(\.labelBox) + clusters.map(\.box) {
      width = max(width, hundredths(box.right))
      height = max(height, hundredths(box.bottom))
    }
    for point in edges.flatMap({ $0.curve.points + ($0.tip.map { [$0] } ?? []) }) {
      width = max(width, point.x)
      height = max(height, point.y)
    }
  }
}

extension LayoutSolution {
  /// Straight edges between nodes at their places, where no engine is asked.
  static func straight(_ problem: LayoutProblem) -> LayoutSolution {
    let boxes = problem.nodes.map { node in
      FigureLayout.Box(
        centre: node.place ?? FigureLayout.Point(x: 0, y: 0), width: node.width,
        height: node.height)
    }
    return LayoutSolution(
      width: 0, height: 0, nodes: boxes.map(\.centre),
      edges: StraightRoutes(problem: problem, boxes: boxes).edges(), messages: [])
  }

  /// The same routes with all nodes exactly where the problem has them: an engine may count from
  /// another origin, and rounds.
  fileprivate func standing(at problem: LayoutProblem) -> LayoutSolution {
    guard let first = nodes.first, let place = problem.nodes.first?.place else { return self }
    let offset = FigureLayout.Point(x: place.x - first.x, y: place.y - first.y)
    // A little beside the figure there is its margin; no farther.
    func moved(_ point: FigureLayout.Point) -> FigureLayout.Point {
      FigureLayout.Point(
        x: hundredths(max(point.x + offset.x, -KeptPlacement.overhang)),
        y: hundredths(max(point.y + offset.y, -KeptPlacement.overhang)))
    }
    var copy = self
    copy.width = 0
    copy.height = 0
    copy.nodes = problem.nodes.map { $0.place ?? place }
    for index in edges.indices {
      copy.edges[index].points = edges[index].points.map(moved)
      copy.edges[index].tip = edges[index].tip.map(moved)
    }
    return copy
  }

  /// The same when no two nodes share room; otherwise the later ones move aside, and all edges are
  /// straight.
  fileprivate func withoutOverlaps(_ problem: LayoutProblem) -> LayoutSolution {
    let boxes = zip(problem.nodes, nodes).map { node, centre in
      FigureLayout.Box(centre: centre, width: node.width, height: node.height)
    }
    guard var separated = FreePlaces.separated(boxes, gap: 8) else { return self }
    let left = min(separated.map(\.left).min() ?? 0, 0)
    let top = min(separated.map(\.top).min() ?? 0, 0)
    for index in separated.indices {
      separated[index].centre.x = hundredths(separated[index].centre.x - left)
      separated[index].centre.y = hundredths(separated[index].centre.y - top)
    }
    var copy = self
    copy.width = 0
    copy.height = 0
    copy.nodes = separated.map(\.centre)
    copy.edges = StraightRoutes(problem: problem, boxes: separated).edges()
    return copy
  }
}
