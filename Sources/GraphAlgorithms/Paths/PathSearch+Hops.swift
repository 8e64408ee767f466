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
    let ends = try QuestionEnds(
      from: start, to: end, avoiding: filter.avoidedNodes, maximumHops: maximumHops, in: view)
    // No more is made ready than this question needs, as most of them are over in a few steps.
    let record =
      filter.isEmpty && !isDirected
      ? nil : try view.filterRecord(for: filter, isDirected: isDirected)
    if ends.start == ends.end {
      return QuestionEnds.areWithinOneNode(start, asOf: filter.asOf, in: view) ? 0 : nil
    }
    let longest = min(maximumHops ?? .max, CompiledQuery.longestPath(.acyclic, view: view))
    var meter = BudgetMeter(budget)
    return try view.withMemory { memory throws(TraversalError) in
      guard let record, !record.isOpen else {
        let runs = MergedRuns(view)
        return try MeetingSearch(
          forward: runs, backward: runs, test: EveryStep(), record: NoRecord(), memory: memory
        ).hops(between: ends, maximumHops: longest, meter: &meter)
      }
      return try withExtendedLifetime(record) { () throws(TraversalError) in
        try hops(ends, record, memory, maximumHops: longest, meter: &meter)
      }
    }
  }

  /// The same under a filter.
  private func hops(
    _ ends: QuestionEnds, _ record: FilterRecord, _ memory: SearchMemory, maximumHops: Int,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    if let rows = record.typedRows {
      let (forward, backward) = (TypedRuns(rows.forward), TypedRuns(rows.backward))
      if record.compiled.nodes == nil {
        return try MeetingSearch(
          forward: forward, backward: backward, test: EveryStep(), record: NoRecord(),
          memory: memory
        ).hops(between: ends, maximumHops: maximumHops, meter: &meter)
      }
      return try MeetingSearch(
        forward: forward, backward: backward, test: FilteredStep(record.compiled),
        record: NoRecord(), memory: memory
      ).hops(between: ends, maximumHops: maximumHops, meter: &meter)
    }
    let ground = view.ground(for: record)
    defer { ground.note(meter.expandedEdges) }
    return try withExtendedLifetime(ground) { () throws(TraversalError) in
      let test = FilteredStep(ground.filter)
      return try MeetingSearch(
        forward: FilteredRuns(ground.view, test: test, flip: 0),
        backward: FilteredRuns(ground.view, test: test, flip: 1), test: test,
        record: NoRecord(), memory: memory
      ).hops(between: ends, maximumHops: maximumHops, meter: &meter)
    }
  }
}
