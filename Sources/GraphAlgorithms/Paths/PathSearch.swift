// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Answers questions for paths.
///
/// Paths are told apart by their edges. Filters, dates, waypoints and hop limits hold
/// inside the search. Answers are in the order that ``PathQuery`` documents, so the same question
/// has the same answer on every machine.
///
/// Preconditions: the ends, waypoints and avoided nodes are nodes of the graph; the names of types
/// are known; no avoided node is an end. All are checked.
///
/// Complexity:
/// - any shortest path, all shortest paths: O(nodes + edges), in practice the edges near both ends;
/// - k shortest paths: O(k · hops · (nodes + edges));
/// - by a cost that is not hops: as much times log(nodes);
/// - with a hop limit and a cost: each search times the limit;
/// - with waypoints: each search times 2^waypoints; exponential in the worst case, as finding a
///   loopless path through given nodes is NP-hard. The budget bounds all of them.
///
/// ```
///   poland ──LEADS──> prague-process <──TAKES_PART_IN── kazakhstan
///      └─────MEMBER_OF──> eu <──────PARTNER_OF───────────┘
/// ```
/// ```swift
/// let search = PathSearch(TraversalView(graph))
/// let path = try search.shortestPath(from: poland, to: kazakhstan)
/// let two = try search.paths(
///   PathQuery(from: poland, to: kazakhstan, selection: .shortest(2)))
/// print(two.paths.map(\.hops))   // [2, 2]
/// ```
///
/// Literature: see `BidirectionalSearch` (any, all), `LooplessPaths` (k shortest), `CostSearch`
/// (cheapest), `CorridorPaths` (k cheapest), `RankedPaths` (path modes).
public struct PathSearch: Sendable {
  public let view: TraversalView

  /// What each question may spend.
  public var budget: SearchBudget

  public init(_ view: TraversalView, budget: SearchBudget = .standard) {
    self.view = view
    self.budget = budget
  }

  /// The first of the shortest paths between two nodes; nil when there is none.
  public func shortestPath(
    from start: NodeID, to end: NodeID, filter: TraversalFilter = TraversalFilter()
  ) throws(TraversalError) -> GraphPath? {
    try paths(PathQuery(from: start, to: end, filter: filter)).paths.first
  }

  /// The paths that answer a question; none when there are none.
  public func paths(_ query: PathQuery) throws(TraversalError) -> PathAnswer {
    let compiled = try CompiledQuery(query, view: view)
    var meter = BudgetMeter(budget)
    if compiled.filter.isOpen {
      return try paths(compiled, test: EveryStep(), meter: &meter)
    }
    return try withExtendedLifetime(compiled) { () throws(TraversalError) in
      try paths(compiled, test: FilteredStep(compiled.filter), meter: &meter)
    }
  }

  /// All shortest paths by hops, counted and ready to be listed; nil when there is none. A cost of
  /// the question is left aside, and so is its mode: paths are acyclic.
  ///
  /// The selection of the question matters only with waypoints: then the paths are found one by
  /// one, not more than the limit of `.allShortest` (else ``PathQuery/countLimit``), and the count
  /// says whether there are more.
  public func shortestPaths(_ query: PathQuery) throws(TraversalError) -> ShortestPaths? {
    var query = query
    query.cost = .hops
    query.mode = .acyclic
    let compiled = try CompiledQuery(query, view: view)
    var meter = BudgetMeter(budget)
    if compiled.filter.isOpen {
      return try shortestPaths(compiled, test: EveryStep(), meter: &meter)
    }
    return try withExtendedLifetime(compiled) { () throws(TraversalError) in
      try shortestPaths(compiled, test: FilteredStep(compiled.filter), meter: &meter)
    }
  }
}

extension PathSearch {
  private func paths(
    _ compiled: CompiledQuery, test: some StepTest, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathAnswer {
    try compiled.costs?.check(test, view: view, meter: &meter)
    if compiled.isRanked { return try rankedPaths(compiled, test: test, meter: &meter) }
    var answer = try levelledPaths(compiled, test: test, meter: &meter)
    answer.costs = []
    for path in answer.paths { answer.costs.append(try compiled.cost(ofHops: path.hops)) }
    return answer
  }

  /// The paths by hops that pass no node twice.
  private func levelledPaths(
    _ compiled: CompiledQuery, test: some StepTest, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathAnswer {
    if compiled.start == compiled.end {
      let paths = pathsWithinOneNode(compiled)
      let isComplete = compiled.selection != .anyShortest && paths.count < compiled.count
      if case .shortest = compiled.selection, !isComplete { return PathAnswer(paths: paths) }
      return PathAnswer(
        paths: paths,
        total: compiled.selection == .anyShortest ? nil : PathCount(UInt64(paths.count)))
    }
    let count = compiled.count
    switch compiled.selection {
    case .anyShortest:
      let found = try loopless(compiled, count: 1, test: test, meter: &meter) { _ in true }
      return PathAnswer(paths: found.map { view.path(from: compiled.start, entries: $0) })
    case .allShortest:
      guard let all = try shortestPaths(compiled, test: test, meter: &meter) else {
        return PathAnswer(paths: [], total: PathCount(0))
      }
      return PathAnswer(paths: Array(all.prefix(count)), total: all.count)
    case .shortest:
      let found = try loopless(compiled, count: count, test: test, meter: &meter) { _ in true }
      return PathAnswer(
        paths: found.map { view.path(from: compiled.start, entries: $0) },
        total: found.count < count ? PathCount(UInt64(found.count)) : nil)
    case .shortestGroups(let groups, let limit):
      var lengths: Set<Int> = []
      let found = try loopless(compiled, count: limit + 1, test: test, meter: &meter) { found in
        if let last = found.last { lengths.insert(last.count) }
        return lengths.count <= groups
      }
      let beyond = lengths.count > groups ? found.last?.count : nil
      let wanted = found.filter { $0.count != beyond }
      return PathAnswer(
        paths: wanted.prefix(limit).map { view.path(from: compiled.start, entries: $0) },
        total: PathCount(
          UInt64(min(wanted.count, limit)), isExceeded: wanted.count > limit))
    }
  }

  private func shortestPaths(
    _ compiled: CompiledQuery, test: some StepTest, meter: inout BudgetMeter
  ) throws(TraversalError) -> ShortestPaths? {
    if compiled.start == compiled.end {
      guard !pathsWithinOneNode(compiled).isEmpty else { return nil }
      var graph = LevelGraph()
      graph.firstSuccessors.append(0)
      return ShortestPaths(view: view, start: compiled.start, graph: graph, hops: 0)
    }
    if compiled.waypoints != nil {
      var limit = PathQuery.countLimit
      if case .allShortest(let given) = compiled.selection { limit = given }
      // One more tells whether the list is complete.
      let found = try loopless(compiled, count: limit + 1, test: test, meter: &meter) { found in
        found.last?.count == found.first?.count
      }
      let shortest = found.filter { $0.count == found[0].count }
      guard !shortest.isEmpty else { return nil }
      return ShortestPaths(
        view: view, start: compiled.start, paths: Array(shortest.prefix(limit)),
        isTruncated: shortest.count > limit)
    }
    return try view.withMemory { memory throws(TraversalError) in
      let search = BidirectionalSearch(view, test: test, memory: memory)
      let outcome = try search.meet(
        from: compiled.start, to: compiled.end, maximumHops: compiled.maximumHops, meter: &meter)
      defer { search.finish(outcome) }
      guard case .met(let meeting) = outcome else { return nil }
      var builder = LevelGraphBuilder(view, test: test, memory: memory, meeting: meeting)
      let graph = try builder.build(meter: &meter)
      return ShortestPaths(
        view: view, start: compiled.start, graph: graph, hops: meeting.hops)
    }
  }

  /// Up to `count` loopless paths as entries, in order, as long as `goesOn` says so.
  private func loopless<Test: StepTest>(
    _ compiled: CompiledQuery, count: Int, test: Test, meter: inout BudgetMeter,
    while goesOn: ([[UInt32]]) -> Bool
  ) throws(TraversalError) -> [[UInt32]] {
    guard let waypoints = compiled.waypoints else {
      return try directPaths(compiled, count: count, test: test, meter: &meter, while: goesOn)
    }
    return try view.withMemory { memory throws(TraversalError) in
      var paths = LooplessPaths(
        view, memory: memory, start: compiled.start, maximumHops: compiled.maximumHops,
        count: count,
        suffixes: WaypointSuffixes(
          view, test: test, memory: memory, end: compiled.end, waypoints: waypoints))
      return try paths.list(count: count, meter: &meter, while: goesOn)
    }
  }

  private func pathsWithinOneNode(_ compiled: CompiledQuery) -> [GraphPath] {
    guard compiled.isWithinOneNode, compiled.waypoints == nil else { return [] }
    return [view.path(from: compiled.start, entries: EmptyCollection())]
  }
}
