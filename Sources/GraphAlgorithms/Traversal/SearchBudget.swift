// SPDX-License-Identifier: Apache-2.0

/// How much a search may spend before it gives up with an error.
///
/// Every loop of every search polls its budget, so no question runs without bound. A budget is a
/// value: each search counts its own edges against it, while a deadline is one moment for all.
public struct SearchBudget: Sendable {
  /// The number of edges a search may look at, each as often as it is looked at.
  public var edgeLimit: Int

  /// The memory in bytes that a search may take for what it keeps, beyond a few numbers a node.
  public var memoryLimit: Int

  /// The moment at which a search ends.
  public var deadline: ContinuousClock.Instant? {
    get { deadlineAfterOrigin.map(Self.origin.advanced(by:)) }
    set { deadlineAfterOrigin = newValue.map(Self.origin.duration(to:)) }
  }

  /// The deadline, counted from ``origin``. The size of an instant is known only when a program
  /// runs, so a budget that held one could be copied only by way of the runtime, at every question.
  private var deadlineAfterOrigin: Duration?

  private static let origin = ContinuousClock.now

  /// Asked now and then from the searching thread; true ends the search.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Makes a budget; what is not given is not limited, but memory, to 1 GiB.
  public init(
    edgeLimit: Int = .max, memoryLimit: Int = 1 << 30, deadline: ContinuousClock.Instant? = nil,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.edgeLimit = edgeLimit
    self.memoryLimit = memoryLimit
    self.isCancelled = isCancelled
    self.deadline = deadline
  }

  /// Ten thousand million edges: minutes, on any machine.
  public static let standard = SearchBudget(edgeLimit: 10_000_000_000)
}

/// How far a search got before its budget ended.
public struct BudgetExhaustion: Hashable, Sendable {
  public enum Limit: Hashable, Sendable {
    case edges(Int)
    case memory(Int)
    case deadline
    case cancelled
  }

  public var limit: Limit

  /// The number of edges looked at.
  public var expandedEdges: Int

  /// The number of paths found until then.
  public var foundPaths: Int

  public init(limit: Limit, expandedEdges: Int, foundPaths: Int) {
    self.limit = limit
    self.expandedEdges = expandedEdges
    self.foundPaths = foundPaths
  }
}

/// Counts what one search spends.
struct BudgetMeter {
  /// Edges between two looks at the clock: some tenths of a millisecond.
  private static let interval = 1 << 15

  private let budget: SearchBudget
  private(set) var expandedEdges = 0
  private var nextPoll = 0

  /// The memory that is taken now, in bytes.
  private(set) var memory = 0

  /// For the error message.
  var foundPaths = 0

  init(_ budget: SearchBudget) { self.budget = budget }

  /// Counts edges that have been looked at, or are about to be.
  @inline(__always)
  mutating func charge(_ edges: Int) throws(TraversalError) {
    expandedEdges &+= edges
    if expandedEdges >= nextPoll { try poll() }
  }

  /// Counts memory in bytes; a negative number gives some back.
  mutating func reserve(_ bytes: Int) throws(TraversalError) {
    memory += bytes
    if memory > budget.memoryLimit { throw exhausted(.memory(budget.memoryLimit)) }
  }

  private mutating func poll() throws(TraversalError) {
    if expandedEdges > budget.edgeLimit { throw exhausted(.edges(budget.edgeLimit)) }
    if let deadline = budget.deadline, ContinuousClock.now >= deadline {
      throw exhausted(.deadline)
    }
    if budget.isCancelled?() ?? false { throw exhausted(.cancelled) }
    nextPoll = expandedEdges + Self.interval
    if budget.edgeLimit < nextPoll { nextPoll = budget.edgeLimit + 1 }
  }

  private func exhausted(_ limit: BudgetExhaustion.Limit) -> TraversalError {
    .budgetExhausted(
      BudgetExhaustion(limit: limit, expandedEdges: expandedEdges, foundPaths: foundPaths))
  }
}
