// SPDX-License-Identifier: Apache-2.0

extension FigurePlan {
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
    var labels = LabelPlacement(nodes: problem.engine == .pinned ? placed.map(\.box) : [])
    var routed: [FigureLayout.Edge] = []
    for (edge, route) in zip(edges, solution.edges) {
      var fitted = OutlineFitting.fitted(
        points: edge.isTurned ? route.points.reversed() : route.points, tip: route.tip,
        from: placed[edge.from], to: placed[edge.to])
      fitted.index = edge.index
      let size = edge.label
      if let middle = route.label {
        fitted.labelBox = FigureLayout.Box(centre: middle, width: size.width, height: size.height)
      } else if problem.engine == .pinned, hasLabels, !size.lines.isEmpty {
        fitted.labelBox = labels.room(
          width: size.width, height: size.height, along: fitted.curve)
      }
      if let box = fitted.labelBox {
        fitted.labelLines = size.lines.map { $0.moved(by: box.centre) }
      }
      routed.append(fitted)
    }
    routed.sort { $0.index < $1.index }
    if problem.engine == .dot {
      var approach = LabelApproach(nodes: placed.map(\.box), edges: routed)
      routed = approach.moved(routed)
    }
    let hidden =
      routed.indices.filter { place in
        routed[place].labelBox == nil
      }.count - edges.filter { $0.label.lines.isEmpty }.count
    var layout = FigureLayout(
      width: solution.width, height: solution.height, nodes: placed, edges: routed,
      engine: problem.engine, reason: reason, warnings: warnings + partWarnings,
      isWithoutEdgeLabels: hidden > 0, clusters: frames(solution, placed))
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
    layout.warnings += solution.messages
    if problem.engine != .dot { layout.growToContents() }
    return layout
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
      let margin = 10.0
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
