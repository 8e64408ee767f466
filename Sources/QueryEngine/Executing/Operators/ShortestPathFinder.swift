// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphAlgorithms
import GraphModel

/// Finds the shortest paths of a pattern with the search of the algorithms, where the pattern asks
/// for nothing that it does not know: edges are told by type and direction only, and one edge is
/// enough.
final class ShortestPathFinder {
  private let run: Run
  private let search: BoundPathSearch

  /// Made on first use; not to be kept while the graph is edited.
  private var known: PathSearch?
  private let filter: TraversalFilter
  private let cost: CostModel

  /// To how many ends one search for each is tried.
  static let greatestNumberOfEnds = 8

  /// Nil where the pattern asks for more.
  init?(_ run: Run, _ search: BoundPathSearch) {
    guard run.options.isOptimised, search.program.isPlain,
      search.program.stretches[0].minimum <= 1
    else { return nil }
    if case .all = search.selection { return nil }
    if let cost = search.cost {
      guard let model = cost.model, search.selection.isOfSingles else { return nil }
      self.cost = model
    } else {
      cost = .hops
    }
    let edge = search.program.stretches[0].edges[0]
    var types = run.context.graph.edgeTypeNames
    if let test = edge.types { types.removeAll { !test.holds(for: [$0]) } }
    var filter = TraversalFilter(allowedEdgeTypes: edge.types == nil ? nil : types)
    // Walked from the left, so that the first of several paths is the same as without a search.
    if edge.direction == .incoming {
      for type in types { filter.edgeDirections[type] = .incoming }
    }
    self.filter = filter
    self.run = run
    self.search = search
  }

  /// Whether so many paths can be asked for.
  func answers(count: Int?) -> Bool { count.map { $0 <= PathQuery.countLimit } ?? true }

  /// The paths between two different nodes; nil where some edge has no cost, which matters only if
  /// the search comes by it.
  func paths(
    from left: UInt32, to right: UInt32, count: Int?, asOf day: CalendarDate?
  ) throws(QueryFault) -> [FittingPath]? {
    if let types = filter.allowedEdgeTypes, types.isEmpty { return [] }
    let stretch = search.program.stretches[0]
    if stretch.maximum == 0 { return [] }
    var query = PathQuery(
      from: NodeID(rawValue: left), to: NodeID(rawValue: right), filter: filter,
      maximumHops: stretch.maximum,
      isDirected: stretch.edges[0].direction != .either, cost: cost)
    query.filter.asOf = day
    do {
      if case .allShortest = search.selection {
        guard let all = try searcher().shortestPaths(query) else { return [] }
        return try listed(all)
      }
      return try listed(paths(of: &query, count: count))
    } catch TraversalError.refusedCost, TraversalError.costsTooLarge {
      return nil
    } catch let error as TraversalError {
      throw ExecutionMessages.searchFailed(error, search.span)
    } catch let fault as QueryFault {
      throw fault
    } catch {
      preconditionFailure("searches throw nothing else")
    }
  }

  /// The number of edges of the shortest paths between two different nodes; nil when there is none.
  func length(from left: UInt32, to right: UInt32) throws(QueryFault) -> Int? {
    if let types = filter.allowedEdgeTypes, types.isEmpty { return nil }
    let stretch = search.program.stretches[0]
    do throws(TraversalError) {
      return try searcher().hops(
        from: NodeID(rawValue: left), to: NodeID(rawValue: right), filter: filter,
        maximumHops: stretch.maximum, isDirected: stretch.edges[0].direction != .either)
    } catch {
      throw ExecutionMessages.searchFailed(error, search.span)
    }
  }

  /// The paths one by one, each charged: there may be more than memory holds.
  private func listed(
    _ paths: some Sequence<GraphPath>
  ) throws(QueryFault) -> [FittingPath] {
    var values: [FittingPath] = []
    var bytes = 0
    defer { run.giveBack(bytes) }
    for path in paths {
      let value = path.value
      let size = 96 + 8 * value.nodes.count
      bytes += size
      try run.charge(value.nodes.count)
      try run.reserve(size)
      values.append(
        FittingPath(
          nodes: value.nodes.map(\.rawValue), edges: value.edges.map(\.rawValue),
          positions: Array(repeating: 0, count: value.edges.count)))
    }
    return values
  }

  private func searcher() -> PathSearch {
    let remaining = run.meter.remaining
    var searcher = known ?? PathSearch(.shared(of: run.context.graph))
    searcher.budget = SearchBudget(
      edgeLimit: remaining.work, memoryLimit: remaining.memory, deadline: remaining.deadline,
      isCancelled: run.meter.isCancelled)
    if !run.isEdited { known = searcher }
    return searcher
  }

  private func paths(
    of query: inout PathQuery, count: Int?
  ) throws -> [GraphPath] {
    switch search.selection {
    case .all, .allShortest: return []
    case .anyShortest: query.selection = .anyShortest
    case .any, .shortest:
      if count == 0 { return [] }
      query.mode = search.mode.pathMode
      query.selection = .shortest(count ?? 1)
    case .shortestGroups:
      if count == 0 { return [] }
      query.mode = search.mode.pathMode
      query.selection = .shortestGroups(count ?? 1, limit: PathQuery.countLimit)
    }
    let answer = try searcher().paths(query)
    if case .shortestGroups = search.selection, answer.total?.isExceeded ?? false {
      throw ExecutionMessages.tooManyPaths(PathQuery.countLimit, search.span)
    }
    return answer.paths
  }
}

extension BoundPathCost {
  /// The cost as the algorithms know it: a property of the edge.
  fileprivate var model: CostModel? {
    guard case .property(let subject, let name) = expression.kind,
      case .local(let edge) = subject.kind, edge == local
    else { return nil }
    return .property(name)
  }
}

extension BoundPathSelection {
  /// Whether paths are counted one by one, not by groups of one cost.
  fileprivate var isOfSingles: Bool {
    switch self {
    case .any, .anyShortest, .shortest: true
    case .all, .allShortest, .shortestGroups: false
    }
  }
}

extension PathPrefix.Mode {
  fileprivate var pathMode: PathMode {
    switch self {
    case .walk: .walk
    case .trail: .trail
    case .simple: .simple
    case .acyclic: .acyclic
    }
  }
}
