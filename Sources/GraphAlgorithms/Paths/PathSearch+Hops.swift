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
    return try view.withMemory { memory throws(TraversalError) in
      try hops(compiled, memory, meter: &meter)
    }
  }

  private func hops(
    _ compiled: CompiledQuery, _ memory: SearchMemory, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    let filter = compiled.filter
    if filter.isOpen {
      let runs = MergedRuns(view)
      return try MeetingSearch(
        forward: runs, backward: runs, test: EveryStep(), record: NoRecord(), memory: memory
      ).hops(of: compiled, meter: &meter)
    }
    return try withExtendedLifetime(filter) { () throws(TraversalError) in
      if let rows = filter.record?.typedRows {
        let (forward, backward) = (TypedRuns(rows.forward), TypedRuns(rows.backward))
        if filter.nodes == nil {
          return try MeetingSearch(
            forward: forward, backward: backward, test: EveryStep(), record: NoRecord(),
            memory: memory
          ).hops(of: compiled, meter: &meter)
        }
        return try MeetingSearch(
          forward: forward, backward: backward, test: FilteredStep(filter), record: NoRecord(),
          memory: memory
        ).hops(of: compiled, meter: &meter)
      }
      let ground = view.ground(for: filter)
      defer { ground.note(meter.expandedEdges) }
      return try withExtendedLifetime(ground) { () throws(TraversalError) in
        let test = FilteredStep(ground.filter)
        return try MeetingSearch(
          forward: FilteredRuns(ground.view, test: test, flip: 0),
          backward: FilteredRuns(ground.view, test: test, flip: 1), test: test,
          record: NoRecord(), memory: memory
        ).hops(of: compiled, meter: &meter)
      }
    }
  }
}

extension MeetingSearch {
  fileprivate func hops(
    of query: CompiledQuery, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    try hops(
      from: query.start, to: query.end, maximumHops: query.maximumHops, meter: &meter)
  }
}
