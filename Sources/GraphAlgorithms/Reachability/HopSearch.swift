// SPDX-License-Identifier: Apache-2.0

public import GraphModel
import Synchronization

/// How many steps every node is away from one node.
///
/// ```
///   a ──> b ──> c        from a: b 1, c 2; d is not reached
///               d ──> c
/// ```
/// ```swift
/// let search = try HopSearch(view, isDirected: true)
/// let distances = try search.distances(from: a)
/// print(distances[c] ?? -1, distances.counts)   // 2 [1, 1, 1]
/// ```
///
/// - Preconditions: the node is in the graph; threads are 1 to 64. Both are checked.
/// - Filter: node rules hold for every node; from a node that is left out nothing is reached.
/// - Result: the same for every number of threads.
/// - Complexity: O(nodes + edges), in practice a look at few edges of each node where most nodes
///   are a few steps away: where the next step is large, nodes not yet reached look back for one
///   that is, in place of the other way round.
/// - Literature: S. Beamer, K. Asanović, D. Patterson, "Direction-optimizing breadth-first search",
///   SC 2012.
public struct HopSearch: Sendable {
  private let ahead: WalkableGraph
  private let behind: WalkableGraph
  private let threadCount: Int
  private let budget: SearchBudget
  private let pool: HopMemoryPool

  /// Prepares the search; any number of questions may follow, at the same time too.
  ///
  /// Complexity: O(1) without filter and direction, else O(nodes + edges).
  /// - Throws: ``AlgorithmError``.
  public init(
    _ view: TraversalView, filter: TraversalFilter = TraversalFilter(), isDirected: Bool = false,
    threadCount: Int = 1, budget: SearchBudget = .standard
  ) throws(AlgorithmError) {
    guard 1...WorkerThreads.limit ~= threadCount else {
      throw .parameterOutOfRange(
        name: "threadCount", value: "\(threadCount)", expected: "1 to \(WorkerThreads.limit)")
    }
    self.threadCount = threadCount
    self.budget = budget
    (ahead, behind) = try traversing { () throws(TraversalError) in
      var meter = BudgetMeter(budget)
      let ahead = try WalkableGraph(
        view, filter: filter, isDirected: isDirected, side: .ahead, meter: &meter)
      // Without directions a step may be taken back.
      if !isDirected, filter.edgeDirections.isEmpty { return (ahead, ahead) }
      let behind = try WalkableGraph(
        view, filter: filter, isDirected: isDirected, side: .behind, meter: &meter)
      return (ahead, behind)
    }
    pool = HopMemoryPool(nodeCount: ahead.nodeCount)
  }

  /// The distances from a node.
  /// - Throws: ``TraversalError/unknownNode(_:)``, or when the budget ends.
  public func distances(from start: NodeID) throws(TraversalError) -> HopDistances {
    _ = try ahead.view.requirePosition(of: start)
    var levels = [Int32](repeating: -1, count: ahead.nodeCount)
    guard let number = ahead.number(of: start) else {
      return HopDistances(start: start, graph: ahead, levels: levels, counts: [])
    }
    var meter = BudgetMeter(budget)
    let memory = pool.take()
    defer { pool.give(memory) }
    var failure: TraversalError?
    let counts = levels.withUnsafeMutableBufferPointer { levels -> [Int] in
      guard let levels = levels.baseAddress else { return [] }
      var levelSearch = LevelSearch(
        ahead: ahead, behind: behind, memory: memory, levels: levels, threadCount: threadCount)
      do throws(TraversalError) {
        return try levelSearch.run(from: number, meter: &meter)
      } catch {
        failure = error
        return []
      }
    }
    if let failure { throw failure }
    return HopDistances(start: start, graph: ahead, levels: levels, counts: counts)
  }
}

/// The distances from one node.
public struct HopDistances: Sendable {
  public let start: NodeID

  /// How many nodes are 0, 1, 2, … steps away.
  public let counts: [Int]

  private let graph: WalkableGraph
  private let levels: [Int32]

  init(start: NodeID, graph: WalkableGraph, levels: [Int32], counts: [Int]) {
    self.start = start
    self.graph = graph
    self.levels = levels
    self.counts = counts
  }

  /// The number of nodes reached, the start among them.
  public var reachedCount: Int { counts.reduce(0, +) }

  /// The distance of the farthest node that is reached; nil when not even the start is.
  public var greatest: Int? { counts.isEmpty ? nil : counts.count - 1 }

  /// The distance of a node; nil when it is not reached.
  public subscript(node: NodeID) -> Int? {
    guard let number = graph.number(of: node), levels[Int(number)] >= 0 else { return nil }
    return Int(levels[Int(number)])
  }

  /// The nodes so many steps away, by type, then key. Complexity: O(nodes).
  public func nodes(at distance: Int) -> [NodeID] {
    levels.indices.filter { Int(levels[$0]) == distance && distance >= 0 }.map(graph.node(at:))
  }
}

/// Lends working memory, each to one search at a time.
final class HopMemoryPool: Sendable {
  private let nodeCount: Int
  private let free = Mutex<[HopMemory]>([])

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  func take() -> HopMemory { free.withLock { $0.popLast() } ?? HopMemory(nodeCount: nodeCount) }

  func give(_ memory: HopMemory) { free.withLock { if $0.count < 4 { $0.append(memory) } } }
}

/// Unchecked: the pool lends it to one search at a time.
final class HopMemory: @unchecked Sendable {
  let wordCount: Int

  /// One bit for each node.
  var frontier: UnsafeMutablePointer<UInt64>
  var next: UnsafeMutablePointer<UInt64>
  let reached: UnsafeMutablePointer<UInt64>

  /// The nodes of one level, and of the next.
  var queue: UnsafeMutablePointer<UInt32>
  var nextQueue: UnsafeMutablePointer<UInt32>

  init(nodeCount: Int) {
    wordCount = (nodeCount + 63) / 64
    frontier = .allocate(capacity: max(1, wordCount))
    next = .allocate(capacity: max(1, wordCount))
    reached = .allocate(capacity: max(1, wordCount))
    queue = .allocate(capacity: max(1, nodeCount))
    nextQueue = .allocate(capacity: max(1, nodeCount))
  }

  deinit {
    frontier.deallocate()
    next.deallocate()
    reached.deallocate()
    queue.deallocate()
    nextQueue.deallocate()
  }
}
