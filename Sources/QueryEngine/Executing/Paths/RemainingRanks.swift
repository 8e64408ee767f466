// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// The least rank of a walk from each vertex to one that accepts, over the whole of what a pattern
/// allows from a start: no path can do with less.
///
/// Complexity: O(arcs · log arcs).
final class RemainingRanks {
  private let product: PathProduct
  private let overflow: QueryFault
  private let isPriced: Bool

  /// The arcs into each vertex: where those of each begin, and their origins and numbers.
  private var firstWays: [UInt32] = []
  private var origins: [UInt32] = []
  private var arcs: [UInt32] = []
  private var ranks: [PathRank?] = []
  private var bytes = 0

  /// Walks all that the pattern allows.
  init(
    _ product: PathProduct, isPriced: Bool, overflow: QueryFault
  ) throws(QueryFault) {
    self.product = product
    self.isPriced = isPriced
    self.overflow = overflow
    var vertex = 0
    while vertex < product.count {
      _ = try product.arcs(of: UInt32(vertex))
      vertex += 1
    }
    let count = product.arcTargets.count
    bytes = 8 * count + 24 * product.count
    try product.run.reserve(bytes)
    try product.run.charge(count + product.count)
    firstWays = Array(repeating: 0, count: product.count + 1)
    for target in product.arcTargets { firstWays[Int(target) + 1] += 1 }
    for vertex in 0..<product.count { firstWays[vertex + 1] += firstWays[vertex] }
    var places = firstWays
    origins = Array(repeating: 0, count: count)
    arcs = Array(repeating: 0, count: count)
    for vertex in 0..<product.count {
      for arc in try product.arcs(of: UInt32(vertex)) {
        let target = Int(product.arcTargets[arc])
        let place = Int(places[target])
        places[target] += 1
        origins[place] = UInt32(vertex)
        arcs[place] = UInt32(arc)
      }
    }
  }

  deinit { product.run.giveBack(bytes) }

  /// Nil where the end cannot be reached.
  subscript(vertex: UInt32) -> PathRank? { ranks[Int(vertex)] }

  /// Makes a vertex the end.
  func find(to end: UInt32) throws(QueryFault) {
    ranks = Array(repeating: nil, count: product.count)
    var queue = RankQueue()
    queue.insert(.init(rank: .zero, vertex: end, origin: -1, arc: 0))
    while let next = queue.removeFirst() {
      guard ranks[Int(next.vertex)] == nil else { continue }
      ranks[Int(next.vertex)] = next.rank
      let ways = firstWays[Int(next.vertex)]..<firstWays[Int(next.vertex) + 1]
      try product.run.charge(ways.count + 1)
      for way in ways where ranks[Int(origins[Int(way)])] == nil {
        let arc = Int(arcs[Int(way)])
        guard let rank = next.rank.adding(product.price(ofArc: arc)) else { throw overflow }
        queue.insert(.init(rank: rank, vertex: origins[Int(way)], origin: -1, arc: 0))
      }
    }
  }
}
