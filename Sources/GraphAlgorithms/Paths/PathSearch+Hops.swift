// SPDX-License-Identifier: Apache-2.0

public import GraphModel

extension PathSearch {
  /// The number of edges between two nodes: the hops of their shortest paths; nil when there is no
  /// path, zero for a node and itself.
  ///
  /// This is the question to ask where no path is shown. It gives the number that
  /// ``shortestPath(from:to:filter:)`` has for its hops, and costs a fraction, as nothing is kept
  /// to tell the paths apart.
  ///
  /// - Parameters:
  ///   - filter: what may be walked and passed.
  ///   - maximumHops: the greatest number that counts; nil for any.
  ///   - isDirected: whether edges are walked from source to target only, except types for which
  ///     the filter names a direction.
  /// - Complexity: O(nodes + edges), in practice the edges near both ends.
  /// - Throws: ``TraversalError`` for an unknown node or type, an avoided end, a negative limit, or
  ///   when the budget ends.
  public func hops(
    from start: NodeID, to end: NodeID, filter: TraversalFilter = TraversalFilter(),
    maximumHops: Int? = nil, isDirected: Bool = false
  ) throws(TraversalError) -> Int? {
    let query = PathQuery(
      from: start, to: end, filter: filter, maximumHops: maximumHops, isDirected: isDirected)
    let compiled = try CompiledQuery(query, view: view)
    if compiled.start == compiled.end { return compiled.isWithinOneNode ? 0 : nil }
    var meter = BudgetMeter(budget)
    let ground = view.ground(for: compiled.filter)
    defer { ground.note(meter.expandedEdges) }
    if ground.filter.isOpen {
      return try hops(compiled, in: ground.view, test: EveryStep(), meter: &meter)
    }
    return try withExtendedLifetime(ground.filter) { () throws(TraversalError) in
      try hops(compiled, in: ground.view, test: FilteredStep(ground.filter), meter: &meter)
    }
  }

  private func hops(
    _ compiled: CompiledQuery, in view: TraversalView, test: some StepTest,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    try view.withMemory { memory throws(TraversalError) in
      try HopSearch(view, test: test, memory: memory).hops(
        from: compiled.start, to: compiled.end, maximumHops: compiled.maximumHops, meter: &meter)
    }
  }
}
