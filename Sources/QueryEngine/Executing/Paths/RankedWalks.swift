// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Finds the first walks from one node to any others that fit a pattern, in order of rank.
///
/// All walks of one rank that lead to one vertex are an entry. Entries are made in order of rank, at
/// most so many for a vertex, and each knows by which arcs it was reached: so they are a graph
/// without cycles in which every way from an end back to the start is a walk. The search goes on as
/// far as the ends that are asked for need it.
///
/// Complexity: O(k · arcs) for k ranks, with a cost O(k · arcs · log arcs); then O(length) for each
/// walk that is handed over.
final class RankedWalks {
  let run: Run
  let product: PathProduct
  private let quota: PathQuota
  private let signature: PathSignature?
  private let isPriced: Bool
  private let hopLimit: Int?
  let overflow: QueryFault

  /// How many ranks a vertex may have; nil for any number.
  private let rankLimit: Int?

  /// Whether one way to each vertex is enough, the first one.
  private let keepsFirstOnly: Bool

  // Entries.
  private(set) var vertices: [UInt32] = []
  private(set) var ranks: [PathRank] = []
  private var previous: [Int32] = []
  private(set) var lastWays: [Int32] = []
  private var wayCounts: [UInt32] = []

  // Ways into entries.
  private(set) var origins: [Int32] = []
  private(set) var arcs: [UInt32] = []
  private(set) var nextWays: [Int32] = []

  // Of vertices.
  private var lastEntries: [Int32] = []
  private var rankCounts: [UInt32] = []
  private var walkCounts: [UInt32] = []

  /// Vertices with endlessly many walks of one cost that may be wanted.
  private(set) var endless: Set<UInt32> = []

  private var cursor = 0
  private var queue = RankQueue()
  var bytes = 0

  // Working memory of the walk back from an end.
  var marks: [Int32] = []
  var mark: Int32 = 0

  init(
    _ product: PathProduct, _ quota: PathQuota, _ signature: PathSignature?, isPriced: Bool,
    hopLimit: Int?, overflow: QueryFault
  ) throws(QueryFault) {
    run = product.run
    self.product = product
    self.quota = quota
    self.signature = signature
    self.isPriced = isPriced
    self.hopLimit = hopLimit
    self.overflow = overflow
    rankLimit = quota.ranks(isPriced: isPriced)
    if case .first(1) = quota, !isPriced { keepsFirstOnly = true } else { keepsFirstOnly = false }
    for start in product.starts { try admit(start, .zero, from: -1, arc: 0) }
    if isPriced {
      for entry in vertices.indices { try expand(entry) }
    }
  }

  deinit { run.giveBack(bytes) }

  // MARK: Searching

  /// Goes on until the wanted walks to a node are known.
  func paths(to end: UInt32) throws(QueryFault) -> [FittingPath] {
    if case .first(0) = quota { return [] }
    if case .groups(0) = quota { return [] }
    while !isSettled(end) {
      let isMore = try isPriced ? stepByCost() : stepByHops()
      if !isMore { break }
    }
    guard let vertex = product.accepting(end), Int(vertex) < lastEntries.count else { return [] }
    var entries: [Int] = []
    var entry = lastEntries[Int(vertex)]
    while entry >= 0 {
      entries.append(Int(entry))
      entry = previous[Int(entry)]
    }
    var harvest = PathHarvest(quota, signature)
    for entry in entries.reversed() {
      guard harvest.wants(cost: ranks[entry].cost) else { break }
      if keepsFirstOnly {
        harvest.add(try firstWalk(to: entry), cost: ranks[entry].cost)
      } else {
        try list(entry, into: &harvest)
      }
    }
    return harvest.paths
  }

  /// Whether no walk that is still to be found can be wanted.
  private func isSettled(_ end: UInt32) -> Bool {
    guard let vertex = product.accepting(end), Int(vertex) < lastEntries.count else { return false }
    let last = lastEntries[Int(vertex)]
    guard last >= 0 else { return false }
    if keepsFirstOnly { return true }
    switch quota {
    case .all: return false
    case .first(let count):
      let isEnough =
        signature == nil
        ? Int(walkCounts[Int(vertex)]) >= count : Int(rankCounts[Int(vertex)]) >= count
      return isEnough && isPast(ranks[Int(last)])
    case .groups(let count):
      var groups = 1
      var entry = last
      while previous[Int(entry)] >= 0 {
        let before = previous[Int(entry)]
        if ranks[Int(before)].cost != ranks[Int(entry)].cost { groups += 1 }
        entry = before
      }
      return groups > count || groups == count && isPastCost(ranks[Int(last)].cost)
    }
  }

  /// Whether all ways of a rank have been found.
  private func isPast(_ rank: PathRank) -> Bool {
    if isPriced { return queue.first.map { $0.rank > rank } ?? true }
    return cursor >= vertices.count || ranks[cursor].hops >= rank.hops
  }

  private func isPastCost(_ cost: Int64) -> Bool {
    if isPriced { return queue.first.map { $0.rank.cost > cost } ?? true }
    return cursor >= vertices.count || ranks[cursor].cost >= cost
  }

  private func stepByHops() throws(QueryFault) -> Bool {
    guard cursor < vertices.count else { return false }
    try expand(cursor)
    cursor += 1
    return true
  }

  private func stepByCost() throws(QueryFault) -> Bool {
    guard let next = queue.removeFirst() else { return false }
    try run.charge(1)
    let count = vertices.count
    try admit(next.vertex, next.rank, from: next.origin, arc: next.arc)
    if vertices.count > count { try expand(count) }
    return true
  }

  private func expand(_ entry: Int) throws(QueryFault) {
    let rank = ranks[entry]
    if let hopLimit, Int(rank.hops) >= hopLimit { return }
    let arcs = try product.arcs(of: vertices[entry])
    try run.charge(arcs.count + 1)
    for arc in arcs {
      guard let next = rank.adding(product.price(ofArc: arc)) else { throw overflow }
      let target = product.arcTargets[arc]
      if isPriced {
        guard mayRank(target, next) else { continue }
        bytes += RankQueue.byteCount
        try run.reserve(RankQueue.byteCount)
        queue.insert(.init(rank: next, vertex: target, origin: Int32(entry), arc: UInt32(arc)))
      } else {
        try admit(target, next, from: Int32(entry), arc: UInt32(arc))
      }
    }
  }

  /// Whether one more rank of a vertex can be part of what is wanted.
  private func mayRank(_ vertex: UInt32, _ rank: PathRank) -> Bool {
    let vertex = Int(vertex)
    guard vertex < lastEntries.count, lastEntries[vertex] >= 0 else { return true }
    if ranks[Int(lastEntries[vertex])] == rank { return true }
    if let rankLimit, Int(rankCounts[vertex]) >= rankLimit { return false }
    switch quota {
    case .first(let count): return signature != nil || Int(walkCounts[vertex]) < count
    case .all: return true
    case .groups(let count):
      guard isPriced else { return true }
      var groups = 1
      var entry = Int(lastEntries[vertex])
      if ranks[entry].cost == rank.cost { return true }
      while previous[entry] >= 0 {
        let before = Int(previous[entry])
        if ranks[before].cost != ranks[entry].cost { groups += 1 }
        entry = before
      }
      return groups < count
    }
  }

  /// Whether a walk has so many edges that it must go round for nothing: it passes so many circles
  /// that without them there would be too many smaller costs, unless one costs nothing.
  private func isEndless(_ rank: PathRank) -> Bool {
    guard isPriced, case .groups(let count) = quota else { return false }
    let (bound, overflows) = product.count.multipliedReportingOverflow(by: count)
    return !overflows && Int(rank.hops) > bound
  }

  /// Notes a way to a vertex, unless ways of its rank cannot be wanted.
  private func admit(
    _ vertex: UInt32, _ rank: PathRank, from origin: Int32, arc: UInt32
  ) throws(QueryFault) {
    let place = Int(vertex)
    if place >= lastEntries.count {
      let missing = product.count - lastEntries.count
      lastEntries.append(contentsOf: repeatElement(-1, count: missing))
      rankCounts.append(contentsOf: repeatElement(0, count: missing))
      walkCounts.append(contentsOf: repeatElement(0, count: missing))
      bytes += 12 * missing
      try run.reserve(12 * missing)
    }
    guard mayRank(vertex, rank) else { return }
    if isEndless(rank) {
      endless.insert(vertex)
      return
    }
    var entry = lastEntries[place]
    if entry < 0 || ranks[Int(entry)] != rank {
      let new = Int32(vertices.count)
      vertices.append(vertex)
      ranks.append(rank)
      previous.append(entry)
      lastWays.append(-1)
      wayCounts.append(0)
      lastEntries[place] = new
      rankCounts[place] += 1
      entry = new
      bytes += 36
      try run.reserve(36)
    } else if keepsFirstOnly {
      return
    }
    let walks = origin < 0 ? 1 : wayCounts[Int(origin)]
    wayCounts[Int(entry)] = Self.sum(wayCounts[Int(entry)], walks)
    walkCounts[place] = Self.sum(walkCounts[place], walks)
    guard origin >= 0 else { return }
    origins.append(origin)
    arcs.append(arc)
    nextWays.append(lastWays[Int(entry)])
    lastWays[Int(entry)] = Int32(origins.count - 1)
    bytes += 12
    try run.reserve(12)
  }

  private static func sum(_ left: UInt32, _ right: UInt32) -> UInt32 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? .max : sum
  }
}
