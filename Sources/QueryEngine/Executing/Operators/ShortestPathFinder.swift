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
  private let types: [String]?

  /// Nil where the pattern asks for more.
  init?(_ run: Run, _ search: BoundPathSearch) {
    guard run.options.isOptimised, search.length.filter == nil,
      search.length.minimum <= 1
    else { return nil }
    if case .all = search.selection { return nil }
    if let test = search.types {
      let known = run.context.graph.edgeTypeNames
      types = known.filter { test.holds(for: [$0]) }
    } else {
      types = nil
    }
    self.run = run
    self.search = search
  }

  /// The paths between two different nodes.
  func paths(
    from left: UInt32, to right: UInt32, count: Int?
  ) throws(QueryFault) -> [PathValue] {
    if let types, types.isEmpty { return [] }
    let isBackwards = search.direction == .incoming
    var query = PathQuery(
      from: NodeID(rawValue: isBackwards ? right : left),
      to: NodeID(rawValue: isBackwards ? left : right),
      filter: TraversalFilter(allowedEdgeTypes: types), maximumHops: search.length.maximum,
      isDirected: search.direction != .either)
    do {
      if case .allShortest = search.selection {
        guard let all = try searcher().shortestPaths(query) else { return [] }
        return try listed(all, isBackwards)
      }
      return try listed(paths(of: &query, count: count), isBackwards)
    } catch let error as TraversalError {
      throw ExecutionMessages.searchFailed(error, search.span)
    } catch let fault as QueryFault {
      throw fault
    } catch {
      preconditionFailure("searches throw nothing else")
    }
  }

  /// The paths one by one, each charged: there may be more than memory holds.
  private func listed(
    _ paths: some Sequence<GraphPath>, _ isBackwards: Bool
  ) throws(QueryFault) -> [PathValue] {
    var values: [PathValue] = []
    var bytes = 0
    defer { run.giveBack(bytes) }
    for path in paths {
      let value = isBackwards ? path.value.reversed : path.value
      let size = 96 + 8 * value.nodes.count
      bytes += size
      try run.charge(value.nodes.count)
      try run.reserve(size)
      values.append(value)
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

extension PathValue {
  /// The path from its end to its start.
  fileprivate var reversed: PathValue {
    PathValue(nodes: nodes.reversed(), edges: edges.reversed())
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
