// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// The strongly connected components of a graph: sets of nodes each of which reaches each other
/// along the direction of edges.
///
/// Components are numbered by their first node in the order of the graph.
///
/// ```
///   a ──> b ──> c ──> a      c ──> d      two components: {a, b, c} is 0, {d} is 1
/// ```
/// ```swift
/// let components = try StrongComponents(view)
/// print(components.sizes)   // [3, 1]
/// ```
///
/// - Filter: its node rules hold for every node; edges are walked from source to target, except
///   types for which it names a direction.
/// - Complexity: O(nodes + edges), without recursion.
/// - Literature: R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on
///   Computing 1 (1972).
public struct StrongComponents: Sendable {
  /// The number of nodes of each component.
  public let sizes: [Int]

  private let graph: WalkableGraph

  /// By node.
  private let numbers: [UInt32]

  /// How many there are.
  public var count: Int { sizes.count }

  /// Finds the components.
  /// - Throws: ``TraversalError``.
  public init(
    _ view: TraversalView, filter: TraversalFilter = TraversalFilter(),
    budget: SearchBudget = .standard
  ) throws(TraversalError) {
    var meter = BudgetMeter(budget)
    graph = try WalkableGraph(view, filter: filter, isDirected: true, side: .ahead, meter: &meter)
    var search = StrongComponentSearch(graph)
    try search.run(meter: &meter)
    // Numbers in order of discovery become numbers in order of first nodes.
    var final = [UInt32](repeating: .max, count: search.componentCount)
    var sizes: [Int] = []
    var numbers = search.components
    for node in numbers.indices {
      let found = Int(numbers[node])
      if final[found] == .max {
        final[found] = UInt32(sizes.count)
        sizes.append(0)
      }
      numbers[node] = final[found]
      sizes[Int(final[found])] += 1
    }
    self.numbers = numbers
    self.sizes = sizes
  }

  /// The component of a node; nil when the graph has it not or the filter leaves it out.
  public func component(of node: NodeID) -> Int? {
    graph.number(of: node).map { Int(numbers[Int($0)]) }
  }

  /// The nodes of a component, by type, then key; none when there is no such component.
  /// Complexity: O(nodes).
  public func members(of component: Int) -> [NodeID] {
    numbers.indices.filter { Int(numbers[$0]) == component }.map(graph.node(at:))
  }
}

/// Tarjan's depth-first search with a stack of its own.
private struct StrongComponentSearch {
  private static let none = UInt32.max

  let graph: WalkableGraph

  /// By node: its component, in order of discovery.
  private(set) var components: [UInt32]
  private(set) var componentCount = 0

  /// By node: when it was met, and the earliest met node of the stack that it is known to reach.
  private var met: [UInt32]
  private var lowest: [UInt32]
  private var metCount: UInt32 = 0

  /// The nodes being walked, with the next entry of each, and the nodes without a component yet.
  private var walk: [(node: UInt32, entry: Int)] = []
  private var open: [UInt32] = []

  init(_ graph: WalkableGraph) {
    self.graph = graph
    components = [UInt32](repeating: Self.none, count: graph.nodeCount)
    met = components
    lowest = components
  }

  mutating func run(meter: inout BudgetMeter) throws(TraversalError) {
    for start in 0..<UInt32(graph.nodeCount) where met[Int(start)] == Self.none {
      try enter(start, meter: &meter)
      while let (node, entry) = walk.last {
        if entry == graph.entries(of: node).upperBound {
          leave(node)
          continue
        }
        walk[walk.count - 1].entry = entry + 1
        let next = graph.neighbours.base[entry]
        if met[Int(next)] == Self.none {
          try enter(next, meter: &meter)
        } else if components[Int(next)] == Self.none {
          lowest[Int(node)] = min(lowest[Int(node)], met[Int(next)])
        }
      }
    }
  }

  private mutating func enter(
    _ node: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let entries = graph.entries(of: node)
    try meter.charge(entries.count + 1)
    met[Int(node)] = metCount
    lowest[Int(node)] = metCount
    metCount += 1
    walk.append((node, entries.lowerBound))
    open.append(node)
  }

  private mutating func leave(_ node: UInt32) {
    walk.removeLast()
    if let (parent, _) = walk.last {
      lowest[Int(parent)] = min(lowest[Int(parent)], lowest[Int(node)])
    }
    guard lowest[Int(node)] == met[Int(node)] else { return }
    while let member = open.popLast() {
      components[Int(member)] = UInt32(componentCount)
      if member == node { break }
    }
    componentCount += 1
  }
}
