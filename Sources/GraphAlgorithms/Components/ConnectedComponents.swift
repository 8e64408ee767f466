// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// The connected components of a graph: sets of nodes between which there are paths, whatever the
/// direction of edges.
///
/// Components are numbered by their first node in the order of the graph.
///
/// ```
///   a ──> b <── c      d ──> e      two components: {a, b, c} is 0, {d, e} is 1
/// ```
/// ```swift
/// let components = try ConnectedComponents(TraversalView(graph))
/// print(components.sizes)   // [3, 2]
/// ```
///
/// - Complexity: O(nodes + edges).
/// - Literature: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph
///   manipulation", Communications of the ACM 16 (1973).
public struct ConnectedComponents: Sendable {
  /// The number of nodes of each component.
  public let sizes: [Int]

  private let view: TraversalView

  /// By position.
  private let numbers: [UInt32]

  /// How many there are.
  public var count: Int { sizes.count }

  /// Finds the components.
  /// - Throws: ``TraversalError/budgetExhausted(_:)``.
  public init(_ view: TraversalView, budget: SearchBudget = .standard) throws(TraversalError) {
    self.view = view
    var meter = BudgetMeter(budget)
    var numbers = [UInt32](repeating: .max, count: view.nodeCount)
    var sizes: [Int] = []
    var queue: [UInt32] = []
    for first in 0..<UInt32(view.nodeCount) where numbers[Int(first)] == .max {
      let number = UInt32(sizes.count)
      numbers[Int(first)] = number
      queue.removeAll(keepingCapacity: true)
      queue.append(first)
      var next = 0
      while next < queue.count {
        let entries = view.entries(of: queue[next])
        try meter.charge(entries.count + 1)
        for entry in entries {
          let neighbour = view.neighbours.base[entry]
          if numbers[Int(neighbour)] == .max {
            numbers[Int(neighbour)] = number
            queue.append(neighbour)
          }
        }
        next += 1
      }
      sizes.append(queue.count)
    }
    self.numbers = numbers
    self.sizes = sizes
  }

  /// The component of a node; nil when the graph has it not.
  public func component(of node: NodeID) -> Int? {
    view.position(of: node).map { Int(numbers[Int($0)]) }
  }
}
