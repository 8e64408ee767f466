// SPDX-License-Identifier: Apache-2.0

public import GraphModel

extension PathSearch {
  /// Works out what every edge costs. Questions about a cost model otherwise work that out where
  /// they come by, once for each node: the better way for a few questions.
  ///
  /// - Parameter threadCount: how many threads do it, at least 1.
  /// - Complexity: O(nodes + edges · log(greatest degree)).
  /// - Throws: ``TraversalError`` for a cost model that is refused.
  public func prepare(
    _ model: CostModel, threadCount: Int = 1
  ) throws(TraversalError) {
    if model.isByHops { return }
    let costs = try view.costTables.costs(of: model, in: view)
    costs.order?.openAll(threads: min(max(threadCount, 1), WorkerThreads.limit))
  }

  /// The least cost of a path between two nodes, without the path; nil when there is none.
  ///
  /// The quickest of the questions about cost: nothing but the cost is worked out.
  ///
  /// - Complexity: O((nodes + edges) within the two half balls, by cost), times log(nodes) for costs
  ///   of many different sizes. The first question about a cost model looks at what
  ///   each edge costs, in O(nodes + edges), and puts the edges of nodes in order where it comes by;
  ///   the view keeps that for the next ones.
  /// - Throws: ``TraversalError`` for a question that is refused, or out of its budget.
  public func cost(
    from start: NodeID, to end: NodeID, by model: CostModel,
    filter: TraversalFilter = TraversalFilter(), isDirected: Bool = false
  ) throws(TraversalError) -> PathCost? {
    let query = PathQuery(
      from: start, to: end, filter: filter, isDirected: isDirected, cost: model)
    let compiled = try CompiledQuery(query, view: view)
    guard let costs = compiled.costs, let order = costs.order,
      compiled.start != compiled.end
    else { return try paths(query).costs.first }
    var meter = BudgetMeter(budget)
    var weight: UInt64?
    var isTruncated = false
    if compiled.filter.isOpen {
      (weight, isTruncated) = try leastWeight(
        compiled, costs, order, test: EveryStep(), meter: &meter)
    } else {
      (weight, isTruncated) = try withExtendedLifetime(compiled) { () throws(TraversalError) in
        try leastWeight(
          compiled, costs, order, test: FilteredStep(compiled.filter), meter: &meter)
      }
    }
    if let weight {
      return try costs.cost(ofWeight: weight, from: compiled.start, to: compiled.end)
    }
    return isTruncated ? try paths(query).costs.first : nil
  }

  private func leastWeight<Test: StepTest>(
    _ compiled: CompiledQuery, _ costs: EntryCosts, _ order: CostOrder, test: Test,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> (weight: UInt64?, isTruncated: Bool) {
    try costs.check(test, view: view, meter: &meter)
    let outcome = try view.costTables.withMemory(nodeCount: view.nodeCount) {
      memory throws(TraversalError) in
      try CostSearch(view, order: order, test: test, memory: memory).search(
        from: compiled.start, to: compiled.end, findsAll: false, greatest: costs.greatest,
        meter: &meter)
    }
    return (outcome.weight, outcome.isTruncated)
  }

  /// The first, or all, of the cheapest paths, where they can be found without ranking paths one by
  /// one; else nil.
  func cheapestPaths<Test: StepTest>(
    _ compiled: CompiledQuery, test: Test, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathAnswer? {
    guard let costs = compiled.costs, compiled.start != compiled.end,
      compiled.waypoints == nil, !compiled.isHopLimited
    else { return nil }
    switch compiled.selection {
    case .anyShortest, .allShortest: break
    case .shortest(let count): if count > 1 { return nil }
    case .shortestGroups: return nil
    }
    guard let order = costs.order else { return nil }
    return try view.costTables.withMemory(nodeCount: view.nodeCount) {
      memory throws(TraversalError) in
      let outcome = try CostSearch(view, order: order, test: test, memory: memory).search(
        from: compiled.start, to: compiled.end, findsAll: true, greatest: costs.greatest,
        meter: &meter)
      guard let weight = outcome.weight else {
        if outcome.isTruncated { return nil }
        return PathAnswer(
          paths: [], total: compiled.selection == .anyShortest ? nil : PathCount(0))
      }
      let ways = try CheapestWays(
        outcome, from: compiled.start, to: compiled.end, weight: weight, order: order,
        view: view, test: test, memory: memory, meter: &meter)
      let cost = try costs.cost(ofWeight: weight, from: compiled.start, to: compiled.end)
      guard case .allShortest(let limit) = compiled.selection else {
        return PathAnswer(
          paths: [view.path(from: compiled.start, entries: ways.first())], costs: [cost])
      }
      if ways.hasWeightlessStep { return nil }
      return try answer(ways, limit: limit, cost: cost, start: compiled.start, meter: &meter)
    }
  }

  /// Paths in order of hops; counted all, listed as far as wanted.
  private func answer(
    _ ways: CheapestWays, limit: Int, cost: PathCost, start: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathAnswer {
    var paths: [GraphPath] = []
    var total = PathCount(0)
    for hops in ways.hops {
      let some = ShortestPaths(
        view: view, start: start, graph: try ways.graph(hops: hops, meter: &meter), hops: hops)
      total = total + some.count
      paths += some.prefix(limit - paths.count)
    }
    return PathAnswer(
      paths: paths, total: total, costs: Array(repeating: cost, count: paths.count))
  }
}
