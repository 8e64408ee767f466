// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// Answers by listing every simple path, from names and stated dates alone.
struct BruteForce {
  let graph: PropertyGraph

  func name(_ node: NodeID) -> (String, String) {
    (graph.typeName(of: node), graph.key(of: node) ?? "")
  }

  /// Type and key of source and target, identifier, then number.
  private func precedes(_ left: EdgeID, _ right: EdgeID) -> Bool {
    let leftEnds = (name(graph.source(of: left)), name(graph.target(of: left)))
    let rightEnds = (name(graph.source(of: right)), name(graph.target(of: right)))
    if leftEnds.0 != rightEnds.0 { return leftEnds.0 < rightEnds.0 }
    if leftEnds.1 != rightEnds.1 { return leftEnds.1 < rightEnds.1 }
    let leftIdentifier = graph.identifier(of: left) ?? ""
    let rightIdentifier = graph.identifier(of: right) ?? ""
    return (leftIdentifier, left) < (rightIdentifier, right)
  }

  /// The documented order.
  func precedes(_ left: GraphPath, _ right: GraphPath) -> Bool {
    if left.hops != right.hops { return left.hops < right.hops }
    for place in left.steps.indices {
      let (leftEdge, rightEdge) = (left.steps[place].edge, right.steps[place].edge)
      let (leftType, rightType) = (graph.typeName(of: leftEdge), graph.typeName(of: rightEdge))
      if leftType != rightType { return leftType < rightType }
      let (leftNode, rightNode) = (left.nodes[place + 1], right.nodes[place + 1])
      if leftNode != rightNode { return name(leftNode) < name(rightNode) }
      if leftEdge != rightEdge { return precedes(leftEdge, rightEdge) }
    }
    return false
  }

  func holds(_ since: Value?, _ until: Value?, on day: CalendarDate) -> Bool {
    if case .partialDate(let since)? = since, day < since.earliest { return false }
    if case .partialDate(let until)? = until, until.latest < day { return false }
    return true
  }

  func exists(_ node: NodeID, on day: CalendarDate?) -> Bool {
    guard let day else { return true }
    return holds(
      graph.value(of: node, named: "since"), graph.value(of: node, named: "until"), on: day)
  }

  func holds(_ edge: EdgeID, on day: CalendarDate?) -> Bool {
    guard let day else { return true }
    return holds(
      graph.value(of: edge, named: "since"), graph.value(of: edge, named: "until"), on: day)
      && exists(graph.source(of: edge), on: day) && exists(graph.target(of: edge), on: day)
  }

  func admits(
    _ edge: EdgeID, isReversed: Bool, _ filter: TraversalFilter, isDirected: Bool
  ) -> Bool {
    let type = graph.typeName(of: edge)
    if let allowed = filter.allowedEdgeTypes, !allowed.contains(type) { return false }
    if filter.excludedEdgeTypes.contains(type) { return false }
    switch filter.edgeDirections[type] ?? (isDirected ? .outgoing : .both) {
    case .outgoing: if isReversed { return false }
    case .incoming: if !isReversed { return false }
    case .both: break
    }
    guard attests(edge, filter) else { return false }
    return holds(edge, on: filter.asOf)
  }

  /// Whether some claim cites a source asked for and none that is excluded.
  func attests(_ edge: EdgeID, _ filter: TraversalFilter) -> Bool {
    let claims = graph.claims(on: edge)
    if claims.isEmpty { return filter.allowedSources == nil }
    for claim in claims {
      let cited = claim.citations.map(\.source)
      if cited.contains(where: filter.excludedSources.contains) { continue }
      guard let allowed = filter.allowedSources else { return true }
      if cited.contains(where: allowed.contains) { return true }
    }
    return false
  }

  func admits(_ node: NodeID, _ filter: TraversalFilter) -> Bool {
    let type = graph.typeName(of: node)
    return (filter.allowedNodeTypes?.contains(type) ?? true)
      && !filter.excludedNodeTypes.contains(type) && !filter.avoidedNodes.contains(node)
  }

  /// Every step that may be taken from a node.
  func steps(
    from node: NodeID, _ filter: TraversalFilter, isDirected: Bool
  ) -> [(step: GraphPath.Step, node: NodeID)] {
    var steps: [(step: GraphPath.Step, node: NodeID)] = []
    for edge in graph.edges {
      let (source, target) = (graph.source(of: edge), graph.target(of: edge))
      if source == node, admits(edge, isReversed: false, filter, isDirected: isDirected) {
        steps.append((.init(edge: edge, isReversed: false), target))
      }
      if target == node, admits(edge, isReversed: true, filter, isDirected: isDirected) {
        steps.append((.init(edge: edge, isReversed: true), source))
      }
    }
    return steps
  }

  private func matches(_ node: NodeID, _ waypoint: PathQuery.Waypoint) -> Bool {
    switch waypoint {
    case .node(let wanted): node == wanted
    case .type(let name): graph.typeName(of: node) == name
    }
  }

  func passesWaypoints(_ nodes: [NodeID], _ query: PathQuery) -> Bool {
    let inner = nodes.dropFirst().dropLast()
    if query.waypoints.isEmpty { return true }
    guard query.areWaypointsOrdered else {
      return query.waypoints.allSatisfy { waypoint in inner.contains { matches($0, waypoint) } }
    }
    var left = query.waypoints[...]
    for node in inner {
      if let next = left.first, matches(node, next) { left.removeFirst() }
    }
    return left.isEmpty
  }

  /// Every path that answers the question, in the documented order.
  func paths(_ query: PathQuery) -> [GraphPath] {
    var found: [GraphPath] = []
    func extend(_ nodes: [NodeID], _ steps: [GraphPath.Step]) {
      guard let last = nodes.last else { return }
      if last == query.end {
        let isAlive = steps.isEmpty ? exists(last, on: query.filter.asOf) : true
        if isAlive, passesWaypoints(nodes, query) {
          found.append(GraphPath(nodes: nodes, steps: steps))
        }
        return
      }
      if let maximum = query.maximumHops, steps.count >= maximum { return }
      for (step, node) in self.steps(from: last, query.filter, isDirected: query.isDirected) {
        if nodes.contains(node) { continue }
        if node != query.end, !admits(node, query.filter) { continue }
        extend(nodes + [node], steps + [step])
      }
    }
    extend([query.start], [])
    return found.sorted(by: precedes)
  }
}
