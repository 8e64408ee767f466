// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Orders the nodes, edges and conditions of one match into steps.
///
/// In the order of the text, or from the start that promises the fewest rows on the way: from each
/// node in turn, the cheapest next edge is taken until all are, and the cheapest of these orders
/// wins. Conditions are checked as soon as what they look at is known.
struct MatchPlanner {
  let pattern: BoundPattern
  let filled: SlotSet
  let counts: GraphCounts
  let isOptimised: Bool

  /// Larger patterns are taken in the order of the text.
  private static let mostOrdered = 200

  init(_ match: BoundMatch, counts: GraphCounts, isOptimised: Bool) {
    pattern = match.pattern
    filled = SlotSet(match.filled)
    self.counts = counts
    self.isOptimised = isOptimised
  }

  func steps() -> [PlanStep] {
    let size = pattern.nodes.count + pattern.edges.count
    // Nobody writes such a pattern by hand, and to look for the best order would take long.
    if !isOptimised || size > Self.mostOrdered { return inTextOrder() }
    let isStarted =
      pattern.nodes.contains(where: \.isGiven) || pattern.edges.contains(where: \.isGiven)
      || pattern.nodes.isEmpty
    if isStarted || hasUniqueSeek { return ordered(startingAt: nil).steps }
    // Patterns with very many nodes are taken as they come: each start costs a look at all edges.
    let starts = pattern.nodes.prefix(size > 64 ? 2 : 24)
    let plans = starts.map { ordered(startingAt: $0.slot) }
    return plans.min { $0.cost < $1.cost }?.steps ?? []
  }

  /// Whether a condition tells a node of the pattern from all others before anything is known.
  private var hasUniqueSeek: Bool {
    var order = MatchOrder(self)
    return order.addUniqueSeek()
  }

  // MARK: In the order of the text

  private func inTextOrder() -> [PlanStep] {
    var builder = MatchOrder(self)
    for edge in pattern.edges {
      if edge.isGiven {
        builder.addEnds(of: edge)
      } else {
        if !builder.isKnown(edge.left) { builder.addScan(edge.left) }
        builder.addExpansion(along: edge, from: edge.left)
      }
    }
    for node in pattern.nodes where !builder.isKnown(node.slot) { builder.addScan(node.slot) }
    for search in pattern.searches { builder.add(search) }
    builder.finish()
    return builder.steps
  }

  // MARK: In the order of the cost

  private func ordered(startingAt start: Int?) -> MatchOrder {
    var order = MatchOrder(self)
    order.addConditions()
    if let start { order.addScan(start) }
    var edges = pattern.edges
    var searches = pattern.searches
    while true {
      if let position = edges.firstIndex(where: { $0.isGiven }) {
        order.addEnds(of: edges.remove(at: position))
        continue
      }
      if order.addUniqueSeek() { continue }
      if let next = order.cheapest(of: edges) {
        let edge = edges.remove(at: next.position)
        order.addExpansion(along: edge, from: next.from)
        continue
      }
      if let position = searches.firstIndex(where: { $0.read.allSatisfy(order.isKnown) }) {
        order.add(searches.remove(at: position))
        continue
      }
      let unknown = pattern.nodes.filter { !order.isKnown($0.slot) }
      guard let next = unknown.min(by: { order.scanCost($0.slot) < order.scanCost($1.slot) })
      else { break }
      order.addScan(next.slot)
    }
    order.finish()
    return order
  }
}
