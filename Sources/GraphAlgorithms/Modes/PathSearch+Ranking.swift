// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension CompiledQuery {
  /// Whether the question needs paths ranked one by one. All others are found by hops and levels:
  /// the shortest walks and trails between two nodes are acyclic.
  var isRanked: Bool {
    if start == end { return mode != .acyclic }
    if costs != nil { return true }
    if mode == .acyclic || mode == .simple { return false }
    switch selection {
    case .anyShortest, .allShortest: return waypoints != nil
    case .shortest, .shortestGroups: return true
    }
  }
}

extension PathSearch {
  /// The paths of any mode, by any cost.
  func rankedPaths(
    _ compiled: CompiledQuery, test: some StepTest, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathAnswer {
    if let answer = try cheapestPaths(compiled, test: test, meter: &meter) {
      return answer
    }
    if let answer = try corridorPaths(compiled, test: test, meter: &meter) {
      return answer
    }
    guard let costs = compiled.costs else {
      return try rankedPaths(compiled, test: test, weights: UnitWeights(), meter: &meter)
    }
    switch costs.weights(view: view) {
    case .narrow(let weights):
      return try rankedPaths(
        compiled, test: test, weights: StoredWeights(numbers: weights.base), meter: &meter)
    case .wide(let weights):
      return try rankedPaths(
        compiled, test: test, weights: StoredWeights(numbers: weights.base), meter: &meter)
    }
  }

  /// The cheapest of the loopless paths between two nodes, where nothing else is asked; else nil.
  private func corridorPaths<Test: StepTest>(
    _ compiled: CompiledQuery, test: Test, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathAnswer? {
    guard let costs = compiled.costs, let order = costs.order, compiled.start != compiled.end,
      compiled.waypoints == nil, !compiled.isHopLimited,
      compiled.mode == .acyclic || compiled.mode == .simple
    else { return nil }
    let outcome = try view.costTables.withMemory(nodeCount: view.nodeCount) {
      memory throws(TraversalError) in
      try CostSearch(view, order: order, test: test, memory: memory).search(
        from: compiled.start, to: compiled.end, findsAll: false, greatest: costs.greatest,
        meter: &meter)
    }
    var found = RankedList(compiled)
    guard let weight = outcome.weight else {
      return outcome.isTruncated ? nil : found.answer(in: view)
    }
    var paths = try WideningPaths(
      view, order: order, greatest: costs.greatest, test: test, start: compiled.start,
      end: compiled.end, lightest: weight, count: found.wanted, meter: &meter)
    while let path = try paths.next(meter: &meter) {
      if !found.append(path.entries, cost: try compiled.cost(of: path.rank)) { break }
    }
    return paths.isTruncated ? nil : found.answer(in: view)
  }

  private func rankedPaths<Weights: EntryWeights>(
    _ compiled: CompiledQuery, test: some StepTest, weights: Weights, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathAnswer {
    var found = RankedList(compiled)
    if compiled.start == compiled.end, compiled.isWithinOneNode, compiled.waypoints == nil {
      _ = found.append([], cost: .zero)
    }
    if found.wanted > 0 {
      var paths = try RankedPaths(
        view, test: test, weights: weights, costs: compiled.costs,
        ranking: PathRanking(compiled), count: found.wanted, meter: &meter)
      while let path = try paths.next(meter: &meter) {
        if !found.append(path.entries, cost: try compiled.cost(of: path.rank)) { break }
      }
    }
    return found.answer(in: view)
  }
}

extension CompiledQuery {
  /// What a path with edges costs, from its rank.
  func cost(of rank: PathRank) throws(TraversalError) -> PathCost {
    guard let costs else { return try cost(ofHops: Int(rank.hops)) }
    return try costs.cost(ofWeight: rank.weight, from: start, to: end)
  }

  /// What a path costs where hops alone count.
  func cost(ofHops hops: Int) throws(TraversalError) -> PathCost {
    let (product, overflows) = hopWeight.millionths.multipliedReportingOverflow(by: Int64(hops))
    if overflows { throw .costsTooLarge }
    return PathCost(millionths: product)
  }
}

/// The paths of an answer as they are found, until there are enough.
private struct RankedList {
  private let start: UInt32
  private let selection: PathQuery.Selection
  private var entries: [[UInt32]] = []
  private var costs: [PathCost] = []
  private var groups = 0
  private var isTruncated = false

  init(_ compiled: CompiledQuery) {
    start = compiled.start
    selection = compiled.selection
  }

  /// How many more paths may be wanted, one that would be too many included.
  var wanted: Int {
    switch selection {
    case .anyShortest: 1 - entries.count
    case .shortest(let count): count - entries.count
    case .allShortest(let limit), .shortestGroups(_, let limit): limit + 1 - entries.count
    }
  }

  /// Takes the next path; false when no more are wanted.
  mutating func append(_ path: [UInt32], cost: PathCost) -> Bool {
    if costs.last != cost { groups += 1 }
    let isBeyond =
      switch selection {
      case .anyShortest, .shortest: false
      case .allShortest: groups > 1
      case .shortestGroups(let wanted, _): groups > wanted
      }
    if isBeyond { return false }
    let limit: Int? =
      switch selection {
      case .anyShortest, .shortest: nil
      case .allShortest(let limit), .shortestGroups(_, let limit): limit
      }
    if let limit, entries.count == limit {
      isTruncated = true
      return false
    }
    entries.append(path)
    costs.append(cost)
    return wanted > 0
  }

  func answer(in view: TraversalView) -> PathAnswer {
    let count = PathCount(UInt64(entries.count), isExceeded: isTruncated)
    let total: PathCount? =
      switch selection {
      case .anyShortest: nil
      case .shortest(let wanted): entries.count < wanted ? count : nil
      case .allShortest, .shortestGroups: count
      }
    return PathAnswer(
      paths: entries.map { view.path(from: start, entries: $0) }, total: total, costs: costs)
  }
}
