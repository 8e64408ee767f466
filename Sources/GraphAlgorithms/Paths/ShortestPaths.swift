// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// All shortest paths between two nodes: counted at once, listed one by one in order.
///
/// What is kept is the graph of their edges, in levels, so thousands of millions of paths cost no
/// more than the edges they share.
///
/// ```swift
/// if let paths = try PathSearch(view).shortestPaths(query) {
///   print(paths.count.value)
///   for path in paths.prefix(10) { print(path.hops) }
/// }
/// ```
///
/// - Complexity: O(nodes + edges on the paths) memory; each path O(hops).
public struct ShortestPaths: Sequence, Sendable {
  /// How many there are.
  public let count: PathCount

  /// The number of edges of each.
  public let hops: Int

  private let view: TraversalView
  private let start: UInt32
  private let graph: LevelGraph

  init(view: TraversalView, start: UInt32, graph: LevelGraph, hops: Int) {
    self.view = view
    self.start = start
    self.graph = graph
    self.hops = hops
    count = graph.count
  }

  /// Paths found one by one; `isTruncated` when there may be more.
  init(view: TraversalView, start: UInt32, paths: [[UInt32]], isTruncated: Bool) {
    self.view = view
    self.start = start
    hops = paths.first?.count ?? 0
    graph = LevelGraph(chains: paths)
    count = PathCount(UInt64(paths.count), isExceeded: isTruncated)
  }

  public func makeIterator() -> Iterator {
    Iterator(view: view, start: start, graph: graph, hops: hops)
  }

  /// Walks the levels depth first, entries in order.
  public struct Iterator: IteratorProtocol {
    private let view: TraversalView
    private let start: UInt32
    private let graph: LevelGraph
    private let hops: Int

    /// For each level, the place of the successor taken there.
    private var taken: [Int] = []
    private var isFinished = false

    init(view: TraversalView, start: UInt32, graph: LevelGraph, hops: Int) {
      self.view = view
      self.start = start
      self.graph = graph
      self.hops = hops
    }

    public mutating func next() -> GraphPath? {
      guard !isFinished else { return nil }
      if hops == 0 {
        isFinished = true
        return view.path(from: start, entries: EmptyCollection())
      }
      // Leaves the last path at the deepest level that has another successor.
      while let last = taken.popLast() {
        let node = taken.last.map { Int(graph.successors[$0]) } ?? 0
        if last + 1 < graph.firstSuccessors[node + 1] {
          taken.append(last + 1)
          break
        }
        if taken.isEmpty {
          isFinished = true
          return nil
        }
      }
      while taken.count < hops {
        let node = taken.last.map { Int(graph.successors[$0]) } ?? 0
        taken.append(graph.firstSuccessors[node])
      }
      return view.path(from: start, entries: taken.map { graph.entries[$0] })
    }
  }
}

/// The edges of all shortest paths, node by node in levels: node 0 is the start.
struct LevelGraph: Sendable {
  /// Where the successors of each node begin; one more than there are nodes.
  var firstSuccessors: [Int] = [0]

  /// The nodes that the edges lead to, and the entries of the view that they are.
  var successors: [UInt32] = []
  var entries: [UInt32] = []

  /// The number of ways from the start to the end.
  var count: PathCount {
    let nodeCount = firstSuccessors.count - 1
    var counts = [PathCount](repeating: PathCount(1), count: nodeCount)
    for node in (0..<nodeCount).reversed() {
      let own = firstSuccessors[node]..<firstSuccessors[node + 1]
      if own.isEmpty { continue }
      counts[node] = own.reduce(PathCount(0)) { $0 + counts[Int(successors[$1])] }
    }
    return counts.first ?? PathCount(0)
  }

  init() {}

  /// Chains side by side, which share their start alone.
  init(chains: [[UInt32]]) {
    guard let hops = chains.first?.count else { return }
    for (number, chain) in chains.enumerated() {
      successors.append(UInt32(1 + number * hops))
      entries.append(chain[0])
    }
    firstSuccessors.append(successors.count)
    for (number, chain) in chains.enumerated() {
      for step in 1...hops {
        if step < hops {
          successors.append(UInt32(1 + number * hops + step))
          entries.append(chain[step])
        }
        firstSuccessors.append(successors.count)
      }
    }
  }
}
