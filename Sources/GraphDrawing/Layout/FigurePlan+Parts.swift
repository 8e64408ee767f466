// SPDX-License-Identifier: Apache-2.0

extension FigurePlan {
  /// A cluster of the figure with those of its members that the figure has.
  struct PlannedCluster: Sendable {
    /// Position in ``Figure/clusters``.
    var index: Int
    /// Positions in ``FigurePlan/nodes``.
    var members: [Int]
    var label: SizedText
  }

  /// Clusters with a member, and how many memberships were given up: a node is in the first cluster
  /// that names it.
  ///
  /// - Complexity: O(*n* log *n*) in the members of all clusters.
  static func clusters(
    of figure: Figure, positions: [String: Int], typography: Typography
  ) -> (clusters: [PlannedCluster], lost: Int) {
    var taken = Set<Int>()
    var lost = 0
    var result: [PlannedCluster] = []
    for (index, cluster) in figure.clusters.enumerated() {
      let places = cluster.members.compactMap { positions[$0] }.sorted()
      let members = places.filter { taken.insert($0).inserted }
      lost += places.count - members.count
      guard !members.isEmpty else { continue }
      let lines = typography.heading.lines(
        of: DisplayText.line(cluster.label, limit: 200), maximumWidth: 260, maximumLines: 2,
        isBalanced: true, isHyphenated: true)
      let label = stack(lines.map { ($0, typography.heading, .label) }) { extents in
        ShapeFit(
          width: hundredths((extents.map(\.width).max() ?? 0) * 1.05 + 6),
          height: hundredths((extents.last?.bottom ?? 0) + 4), textX: 0, textY: 0)
      }
      result.append(PlannedCluster(index: index, members: members, label: label))
    }
    return (result, lost)
  }

  /// Nodes by type, the types in the order in which most links run.
  static func ranks(
    of figure: Figure, nodes: [PlannedNode], edges: [PlannedEdge]
  ) -> [[Int]] {
    func typeName(_ place: Int) -> String { figure.nodes[nodes[place].index].typeName }
    var members: [String: [Int]] = [:]
    for place in nodes.indices { members[typeName(place), default: []].append(place) }
    var links: [String: [String: Int]] = [:]
    for edge in edges {
      let ends = edge.isTurned ? (edge.to, edge.from) : (edge.from, edge.to)
      links[typeName(ends.0), default: [:]][typeName(ends.1), default: 0] += 1
    }
    let order = TypeRanks.order(members.keys.sorted(), links: links).compactMap { members[$0] }
    guard figure.ranking == .rows else { return order }
    let isAcross = figure.direction == .leftToRight
    return FigureRows.rows(
      ofTypes: order, lengths: nodes.map { isAcross ? $0.fit.height : $0.fit.width })
  }

  /// Where all nodes stand when some keep their places; nil when none does.
  ///
  /// - Parameter free: where an engine puts them when none does; empty when none was asked.
  static func placement(
    of figure: Figure, nodes: [PlannedNode], edges: [PlannedEdge],
    free: [FigureLayout.Point] = []
  ) -> KeptPlacement? {
    guard !figure.keptPositions.isEmpty else { return nil }
    return KeptPlacement(
      ids: nodes.map { figure.nodes[$0.index].id },
      sizes: nodes.map { ($0.fit.width, $0.fit.height) },
      kept: nodes.map { figure.keptPositions[figure.nodes[$0.index].id] },
      edges: edges.map { $0.isTurned ? ($0.to, $0.from) : ($0.from, $0.to) },
      direction: figure.direction, free: free)
  }

  /// What of the figure's wishes cannot be had, whatever the engine.
  var partWarnings: [String] {
    var warnings: [String] = []
    if lostMemberships > 0 {
      warnings.append(
        "Nodes in more than one frame stand in the first of them: \(lostMemberships)")
    }
    if figure.ranking != .links, !clusters.isEmpty {
      warnings.append("Types have no ranks of their own where there are frames")
    }
    if let placement {
      warnings += placement.warnings
      if placement.keptCount == 0 { warnings.append("No place belongs to a node of the figure") }
    }
    return warnings
  }
}
