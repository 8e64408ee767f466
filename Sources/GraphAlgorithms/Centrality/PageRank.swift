// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The share of time that a random walker spends at each node: one who follows a random edge with
/// the probability `damping`, and else, or where no edge leads on, begins anew at a random node.
///
/// Each edge counts, so parallel edges make a step likelier. The shares add up to 1.
///
/// ```
///   a ──> hub <── b        hub has the greatest share
///          └──> c
/// ```
/// ```swift
/// let rank = try PageRank(isDirected: true).scores(in: view)
/// for entry in rank.scores.ranked(limit: 10) { print(entry.score, entry.node) }
/// ```
///
/// - Preconditions: `damping` is at least 0 and below 1, `tolerance` at least 0, both numbers of
///   iterations and threads at least 1. All are checked.
/// - Result: the same bits on every machine and for every number of threads, since sums are made
///   block by block in one order.
/// - Complexity: O(nodes + edges) for each iteration; about log(tolerance) / log(damping) of them;
///   eight bytes of memory for each edge of a large graph.
/// - Literature: L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank citation ranking:
///   bringing order to the web", Stanford InfoLab 1999-66 (1999). Iteration by rows as in
///   P. Berkhin, "A survey on PageRank computing", Internet Mathematics 2 (2005).
public struct PageRank: Hashable, Sendable {
  /// In what the numbers are kept while they are worked out.
  public enum Precision: Hashable, Sendable {
    case double

    /// Half the memory; shares are exact to about 7 digits.
    case single
  }

  /// Whether the walker follows edges from source to target only, except types for which the filter
  /// names a direction.
  public var isDirected: Bool
  public var filter: TraversalFilter

  /// How likely the walker is to go on.
  public var damping: Double

  /// The iteration ends when all shares together have changed by no more than this.
  public var tolerance: Double

  /// The iteration ends after so many steps anyhow.
  public var maximumIterations: Int
  public var precision: Precision
  public var threadCount: Int

  public init(
    isDirected: Bool = false, filter: TraversalFilter = TraversalFilter(), damping: Double = 0.85,
    tolerance: Double = 1e-9, maximumIterations: Int = 1000, precision: Precision = .double,
    threadCount: Int = 1
  ) {
    self.isDirected = isDirected
    self.filter = filter
    self.damping = damping
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.precision = precision
    self.threadCount = threadCount
  }

  /// The shares, and how they were reached.
  public struct Result: Equatable, Sendable {
    public let scores: NodeScores<Double>
    public let iterations: Int

    /// Whether the tolerance was reached.
    public let isConverged: Bool
  }

  /// Works the shares out.
  /// - Throws: ``AlgorithmError``.
  public func scores(
    in view: TraversalView, budget: SearchBudget = .standard
  ) throws(AlgorithmError) -> Result {
    try checkParameters()
    var meter = BudgetMeter(budget)
    let graphs = try traversing { () throws(TraversalError) in
      let behind = try WalkableGraph(
        view, filter: filter, isDirected: isDirected, side: .behind, meter: &meter)
      return (behind, try outDegrees(behind, view, &meter))
    }
    let (graph, degrees) = graphs
    return try traversing { () throws(TraversalError) in
      try meter.reserve(4 * graph.entryCount)
      return switch precision {
      case .double: try result(PageRankIteration<Double>(graph, degrees, self), &meter)
      case .single: try result(PageRankIteration<Float>(graph, degrees, self), &meter)
      }
    }
  }

  private func checkParameters() throws(AlgorithmError) {
    guard damping >= 0, damping < 1 else {
      throw .parameterOutOfRange(
        name: "damping", value: "\(damping)", expected: "at least 0 and less than 1")
    }
    guard tolerance >= 0 else {
      throw .parameterOutOfRange(
        name: "tolerance", value: "\(tolerance)", expected: "at least 0")
    }
    guard maximumIterations >= 1 else {
      throw .parameterOutOfRange(
        name: "maximumIterations", value: "\(maximumIterations)", expected: "at least 1")
    }
    guard 1...WorkerThreads.limit ~= threadCount else {
      throw .parameterOutOfRange(
        name: "threadCount", value: "\(threadCount)", expected: "1 to \(WorkerThreads.limit)")
    }
  }

  /// How many steps lead away from each node.
  private func outDegrees(
    _ behind: WalkableGraph, _ view: TraversalView, _ meter: inout BudgetMeter
  ) throws(TraversalError) -> FrozenArray<UInt32>? {
    if !isDirected, filter.edgeDirections.isEmpty { return nil }
    try meter.charge(behind.entryCount)
    return FrozenArray(count: behind.nodeCount) { degrees in
      degrees.initialize(repeating: 0)
      // A step that leads to a node leads away from its neighbour.
      for entry in 0..<behind.entryCount { degrees[Int(behind.neighbours.base[entry])] &+= 1 }
    }
  }

  private func result<Scalar>(
    _ iteration: PageRankIteration<Scalar>, _ meter: inout BudgetMeter
  ) throws(TraversalError) -> Result {
    var iterations = 0
    var isConverged = iteration.graph.nodeCount == 0
    while iterations < maximumIterations, !isConverged {
      try meter.charge(iteration.graph.entryCount + iteration.graph.nodeCount)
      isConverged = iteration.step() <= tolerance
      iterations += 1
    }
    return Result(
      scores: NodeScores(iteration.graph, values: iteration.shares.map { Double($0) }),
      iterations: iterations, isConverged: isConverged)
  }
}
