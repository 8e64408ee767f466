// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphAlgorithms
import GraphModel

/// For each row, how many edges lie between two nodes; rows without a path between them go.
///
/// Stands in for the search of a shortest path of which only the length is asked: nothing is kept
/// to tell paths apart.
final class PathLengthOperator: FollowingOperator {
  private let search: BoundPathSearch
  private let filter: TraversalFilter
  private let isImpossible: Bool

  /// Finds the way from a node to itself, which for the search of the algorithms has no edges.
  private lazy var enumeration = PathEnumeration(run, search, filter: nil, frame: Frame(run))
  private var searcher: PathSearch?

  init(_ run: Run, _ search: BoundPathSearch, after input: Operator, kept: [Int]) {
    self.search = search
    var types: [String]?
    if let test = search.types {
      types = run.context.graph.edgeTypeNames.filter { test.holds(for: [$0]) }
    }
    isImpossible = types?.isEmpty ?? false
    filter = TraversalFilter(allowedEdgeTypes: types)
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      var rows: [Int32] = []
      var lengths: [Value] = []
      for row in 0..<batch.count {
        let left = batch.columns[search.left].node(at: row)
        let right = batch.columns[search.right].node(at: row)
        guard left != Column.none, right != Column.none else { continue }
        guard let length = try length(from: left, to: right) else { continue }
        rows.append(Int32(row))
        lengths.append(.integer(Int64(length)))
      }
      if rows.isEmpty { continue }
      var result = batch.gathered(rows, slots: kept)
      result.columns[search.path] = Column(values: lengths)
      return result
    }
    return nil
  }

  private func length(from left: UInt32, to right: UInt32) throws(QueryFault) -> Int? {
    if left == right {
      return try enumeration.paths(from: left, to: right, count: nil).first?.edges.count
    }
    if isImpossible { return nil }
    let isBackwards = search.direction == .incoming
    do throws(TraversalError) {
      return try currentSearcher().hops(
        from: NodeID(rawValue: isBackwards ? right : left),
        to: NodeID(rawValue: isBackwards ? left : right), filter: filter,
        maximumHops: search.length.maximum, isDirected: search.direction != .either)
    } catch {
      throw ExecutionMessages.searchFailed(error, search.span)
    }
  }

  private func currentSearcher() -> PathSearch {
    var current = searcher ?? PathSearch(.shared(of: run.context.graph))
    let remaining = run.meter.remaining
    current.budget = SearchBudget(
      edgeLimit: remaining.work, memoryLimit: remaining.memory, deadline: remaining.deadline,
      isCancelled: run.meter.isCancelled)
    if !run.isEdited { searcher = current }
    return current
  }
}
