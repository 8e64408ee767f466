// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Finds how a path may go on from a node to its end.
protocol SuffixSearch: SendableMetatype {
  /// The first, in order, of the shortest ways on; nil when there is none. A way may pass a node
  /// twice where the search cannot help it, but none of the banned nodes.
  ///
  /// - Parameters:
  ///   - prefix: the nodes walked until now; all but the last are banned.
  ///   - excluded: references that may not be the next step, ascending.
  mutating func firstSuffix(
    after prefix: ArraySlice<UInt32>, excluded: [UInt32], maximumHops: Int,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]?

  /// Told when a way that was found passes a node twice.
  mutating func noteLoop()
}

/// The k shortest loopless paths, in order.
///
/// The paths that are left are kept as disjoint sets: those with a certain beginning that do not go
/// on by certain edges. Each set is known by its first path. Taking the first of all splits its set
/// where later paths deviate from it. As the sets are disjoint, no path turns up twice and none has
/// to be looked for among those found. Sets differ by edges, so parallel edges give different
/// paths.
///
/// Once as many candidates are at hand as paths are wanted, no search looks for longer ones.
///
/// Complexity: O(k · hops) searches, and O(k · hops · log k) besides. Literature: J. Y. Yen,
/// "Finding the k shortest loopless paths in a network", Management Science 17 (1971); E. L.
/// Lawler, "A procedure for computing the k best solutions", Management Science 18 (1972).
struct LooplessPaths<Suffixes: SuffixSearch> {
  /// A set of paths, known by its first one.
  private struct Candidate {
    /// The first path.
    var entries: [UInt32]

    /// How many of the entries all paths of the set share.
    var shared: Int

    /// The references by which no path of the set goes on after these, ascending.
    var excluded: [UInt32]

    /// Whether the first path passes no node twice. If it does, it stands for its set but is no
    /// answer.
    var isLoopless: Bool

    static func < (left: Candidate, right: Candidate) -> Bool {
      if left.entries.count != right.entries.count {
        return left.entries.count < right.entries.count
      }
      return left.entries.lexicographicallyPrecedes(right.entries)
    }
  }

  private let view: TraversalView
  private let memory: SearchMemory
  private let start: UInt32
  private let maximumHops: Int
  private var suffixes: Suffixes

  /// A binary heap.
  private var candidates: [Candidate] = []

  /// How many loopless candidates there are, by hops.
  private var candidateCounts: [Int] = []
  private var wanted: Int

  /// - Parameter count: how many paths will be asked for.
  init(
    _ view: TraversalView, memory: SearchMemory, start: UInt32, maximumHops: Int, count: Int,
    suffixes: Suffixes
  ) {
    self.view = view
    self.memory = memory
    self.start = start
    self.maximumHops = maximumHops
    self.suffixes = suffixes
    wanted = count
  }

  /// Finds the first path, if there is one. To be called once, before ``next(meter:)``.
  mutating func begin(meter: inout BudgetMeter) throws(TraversalError) {
    let first = try suffixes.firstSuffix(
      after: [start], excluded: [], maximumHops: maximumHops, meter: &meter)
    if let first {
      try insert(
        Candidate(entries: first, shared: 0, excluded: [], isLoopless: false), meter: &meter)
    }
  }

  /// The entries of the next path.
  mutating func next(meter: inout BudgetMeter) throws(TraversalError) -> [UInt32]? {
    while let best = removeFirst() {
      try meter.reserve(-best.entries.count * 4)
      if best.isLoopless { wanted -= 1 }
      // After the last path that is wanted, nothing needs to be split.
      if wanted > 0 { try split(best, meter: &meter) }
      if best.isLoopless {
        meter.foundPaths += 1
        return best.entries
      }
      suffixes.noteLoop()
    }
    return nil
  }

  /// Puts the rest of a set, without its first path, back as smaller sets.
  private mutating func split(
    _ best: Candidate, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let nodes = [start] + best.entries.map { view.neighbours.base[Int($0)] }
    let distinct = best.isLoopless ? nodes.count : Self.distinctPrefix(of: nodes)
    defer { memory.unbanAll() }
    for node in nodes[..<best.shared] { memory.ban(node) }
    for place in best.shared..<min(best.entries.count, distinct) {
      let reference = view.references.base[Int(best.entries[place])]
      var excluded = place == best.shared ? best.excluded : []
      excluded.insert(reference, at: excluded.firstIndex { $0 > reference } ?? excluded.count)
      let limit = hopLimit() - place
      if limit > 0 {
        let suffix = try suffixes.firstSuffix(
          after: nodes[...place], excluded: excluded, maximumHops: limit, meter: &meter)
        if let suffix {
          try insert(
            Candidate(
              entries: best.entries[..<place] + suffix, shared: place, excluded: excluded,
              isLoopless: false),
            meter: &meter)
        }
      }
      memory.ban(nodes[place])
    }
  }

  /// The greatest number of hops that a path may have to be among those wanted.
  private func hopLimit() -> Int {
    var known = 0
    for (hops, count) in candidateCounts.enumerated() {
      known += count
      if known >= wanted { return min(hops, maximumHops) }
    }
    return maximumHops
  }

  /// How many nodes come before the first that comes again.
  private static func distinctPrefix(of nodes: [UInt32]) -> Int {
    var seen: Set<UInt32> = []
    for (place, node) in nodes.enumerated() where !seen.insert(node).inserted { return place }
    return nodes.count
  }
}

extension LooplessPaths {
  private mutating func insert(
    _ candidate: Candidate, meter: inout BudgetMeter
  ) throws(TraversalError) {
    var candidate = candidate
    let nodes = [start] + candidate.entries.map { view.neighbours.base[Int($0)] }
    candidate.isLoopless = Self.distinctPrefix(of: nodes) == nodes.count
    let hops = candidate.entries.count
    if candidate.isLoopless {
      while candidateCounts.count <= hops { candidateCounts.append(0) }
      candidateCounts[hops] += 1
    }
    try meter.reserve(hops * 4)
    candidates.append(candidate)
    var place = candidates.count - 1
    while place > 0, candidates[place] < candidates[(place - 1) / 2] {
      candidates.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
    if candidates.count > 4 * wanted + 1024 { try dropExcess(meter: &meter) }
  }

  private mutating func removeFirst() -> Candidate? {
    guard let last = candidates.popLast() else { return nil }
    guard let first = candidates.first else { return counted(out: last) }
    candidates[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < candidates.count && candidates[child] < candidates[least] {
        least = child
      }
      if least == place { break }
      candidates.swapAt(place, least)
      place = least
    }
    return counted(out: first)
  }

  private mutating func counted(out candidate: Candidate) -> Candidate {
    if candidate.isLoopless { candidateCounts[candidate.entries.count] -= 1 }
    return candidate
  }

  /// Drops the candidates that come after as many loopless ones as are wanted.
  private mutating func dropExcess(meter: inout BudgetMeter) throws(TraversalError) {
    candidates.sort(by: <)
    var loopless = 0
    guard
      let last = candidates.firstIndex(where: {
        if $0.isLoopless { loopless += 1 }
        return loopless == wanted
      })
    else { return }
    for candidate in candidates[(last + 1)...] {
      _ = counted(out: candidate)
      try meter.reserve(-candidate.entries.count * 4)
    }
    candidates.removeSubrange((last + 1)...)
  }
}

/// Ways on without waypoints: loopless by themselves, as shortest ways are.
struct DirectSuffixes<Test: StepTest>: SuffixSearch {
  let search: BidirectionalSearch<Test>
  let end: UInt32

  mutating func firstSuffix(
    after prefix: ArraySlice<UInt32>, excluded: [UInt32], maximumHops: Int,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]? {
    guard let start = prefix.last else { return nil }
    return try search.firstPath(
      from: start, to: end, excluded: excluded, maximumHops: maximumHops, meter: &meter)
  }

  func noteLoop() {}
}
