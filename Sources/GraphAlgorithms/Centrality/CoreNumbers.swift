// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// How deep in the dense part of the graph each node lies: the greatest k such that the node is in
/// a part in which every node has at least k neighbours within the part.
///
/// Directions do not count, nor do loops; parallel edges count once: the number is about partners,
/// not about how often they cooperate.
///
/// ```
///   a ── b          a, b, c: 2      d: 1
///    \  /
///     c ── d
/// ```
/// ```swift
/// let cores = try CoreNumbers(view)
/// print(cores.greatest, cores.members(ofCore: cores.greatest))
/// ```
///
/// - Complexity: O(nodes + edges), plus sorting the neighbours of each node.
/// - Literature: V. Batagelj, M. Zaveršnik, "An O(m) algorithm for cores decomposition of
///   networks", arXiv cs/0310049 (2003).
public struct CoreNumbers: Sendable {
  public let numbers: NodeScores<Int>

  /// The number of the densest part; 0 without edges.
  public var greatest: Int { numbers.values.max() ?? 0 }

  /// The nodes with at least this number, by type, then key.
  public func members(ofCore number: Int) -> [NodeID] {
    zip(numbers.nodes, numbers.values).filter { $0.1 >= number }.map(\.0)
  }

  /// Works the numbers out.
  /// - Throws: ``TraversalError``.
  public init(
    _ view: TraversalView, filter: TraversalFilter = TraversalFilter(),
    budget: SearchBudget = .standard
  ) throws(TraversalError) {
    var meter = BudgetMeter(budget)
    let graph = try WalkableGraph(
      view, filter: filter, isDirected: false, side: .around, meter: &meter)
    try meter.charge(graph.entryCount)
    let simple = graph.distinctNeighbours()
    try meter.charge(graph.entryCount)
    numbers = NodeScores(graph, values: Self.cores(simple.offsets, simple.neighbours))
  }

  /// Takes away a node of least degree again and again; the nodes lie sorted by degree in one
  /// array, with the first place of each degree in another.
  private static func cores(_ offsets: [UInt32], _ neighbours: [UInt32]) -> [Int] {
    let count = offsets.count - 1
    var degrees = (0..<count).map { Int(offsets[$0 + 1] - offsets[$0]) }
    var firsts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { firsts[degree + 1] += 1 }
    for degree in 1..<firsts.count { firsts[degree] += firsts[degree - 1] }
    var places = [Int](repeating: 0, count: count)
    var order = places
    var next = firsts
    for node in 0..<count {
      places[node] = next[degrees[node]]
      order[places[node]] = node
      next[degrees[node]] += 1
    }
    for place in 0..<count {
      let node = order[place]
      for entry in Int(offsets[node])..<Int(offsets[node + 1]) {
        let neighbour = Int(neighbours[entry])
        guard degrees[neighbour] > degrees[node] else { continue }
        // The neighbour changes places with the first of its degree, which then begins one later.
        let first = max(firsts[degrees[neighbour]], place + 1)
        let other = order[first]
        order.swapAt(first, places[neighbour])
        places[other] = places[neighbour]
        places[neighbour] = first
        firsts[degrees[neighbour]] = first + 1
        degrees[neighbour] -= 1
      }
    }
    return degrees
  }
}
