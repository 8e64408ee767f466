// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The paths of a mode between two nodes, by any cost, in order.
///
/// The paths that are left are kept as disjoint sets: those with a certain beginning that do not go
/// on by certain edges. Each set is known by its first path. Taking the first of all splits its set
/// where later paths deviate from it. Sets differ by edges, so parallel edges give different paths,
/// and no path turns up twice. A walk or trail may also go on from where it could have ended, so
/// that is a set of its own.
///
/// A path that breaks its mode may stand for a set; then it is no answer, and its set is split up to
/// where it breaks the mode. That keeps the order exact. It happens only where waypoints, or a
/// return to an end, make ways turn back; in the worst case exponentially often, as finding paths
/// through given nodes is NP-hard. The budget bounds it.
///
/// Once as many candidates are at hand as paths are wanted, no search looks for later ones.
///
/// Complexity: O(k · hops) searches, and O(k · hops · log k) besides. Literature: J. Y. Yen,
/// "Finding the k shortest loopless paths in a network", Management Science 17 (1971); E. L.
/// Lawler, "A procedure for computing the k best solutions", Management Science 18 (1972). Path
/// modes: ISO/IEC 39075:2024, "path mode".
struct RankedPaths<Test: StepTest, Weights: EntryWeights> {
  private let view: TraversalView
  private let weights: Weights
  private let ranking: PathRanking
  private var suffixes: RankedSuffixes<Test, Weights>

  /// A binary heap.
  private var candidates: [Candidate] = []

  /// How many paths are still wanted.
  private var wanted: Int

  /// No path after this rank is wanted any more.
  private var bound: PathRank?
  private var nextTrim: Int

  /// - Parameter count: how many paths will be asked for.
  init(
    _ view: TraversalView, test: Test, weights: Weights, costs: EntryCosts?,
    ranking: PathRanking, count: Int, meter: inout BudgetMeter
  ) throws(TraversalError) {
    self.view = view
    self.weights = weights
    self.ranking = ranking
    wanted = count
    nextTrim = count
    suffixes = try RankedSuffixes(
      view, test: test, weights: weights, costs: costs, ranking: ranking, meter: &meter)
    try look(
      from: ranking.start, after: RankedPath(entries: [], rank: .zero), progress: 0, excluded: [],
      meter: &meter)
  }

  /// The next path with at least one edge.
  mutating func next(meter: inout BudgetMeter) throws(TraversalError) -> RankedPath? {
    while wanted > 0, let best = removeFirst() {
      try meter.reserve(-bytes(of: best))
      if best.breach == nil { wanted -= 1 }
      // After the last path that is wanted, nothing needs to be split.
      if wanted > 0 { try split(best, meter: &meter) }
      if best.breach == nil {
        meter.foundPaths += 1
        return best.path
      }
    }
    return nil
  }

  /// Puts the rest of a set, without its first path, back as smaller sets.
  private mutating func split(
    _ best: Candidate, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let entries = best.path.entries
    // A path that holds may be gone on from, where its end may come again.
    let goesOn = best.breach == nil && ranking.repeatsNodes
    let last = best.breach ?? (goesOn ? entries.count : entries.count - 1)
    var node = ranking.start
    var progress = 0
    var beginning = RankedPath(entries: [], rank: .zero)
    var used = 0
    defer { release(entries[..<used]) }
    for place in 0...last {
      if place >= best.shared {
        var excluded = place == best.shared ? best.excluded : []
        if place < entries.count {
          let reference = view.references.base[Int(entries[place])]
          excluded.insert(reference, at: excluded.firstIndex { $0 > reference } ?? excluded.count)
        }
        try look(
          from: node, after: beginning, progress: progress, excluded: excluded, meter: &meter)
      }
      guard place < last else { break }
      let entry = entries[place]
      suffixes.use(true, from: node, entry: entry)
      used += 1
      node = view.neighbours.base[Int(entry)]
      progress = ranking.progress(progress, passing: node)
      beginning.entries.append(entry)
      let step = PathRank(weight: weights.weight(Int(entry)), hops: 1)
      guard let rank = beginning.rank.adding(step) else { throw .costsTooLarge }
      beginning.rank = rank
    }
  }

  private func release(_ entries: ArraySlice<UInt32>) {
    var node = ranking.start
    for entry in entries {
      suffixes.use(false, from: node, entry: entry)
      node = view.neighbours.base[Int(entry)]
    }
  }

  /// Looks for the first path of a set.
  private mutating func look(
    from node: UInt32, after beginning: RankedPath, progress: Int, excluded: [UInt32],
    meter: inout BudgetMeter
  ) throws(TraversalError) {
    var left: PathRank?
    if let bound {
      guard let difference = bound.leaving(beginning.rank) else { return }
      left = difference
    }
    let suffix = try suffixes.first(
      from: node, progress: progress, hops: beginning.entries.count, excluded: excluded,
      bound: left, meter: &meter)
    guard let suffix, let rank = beginning.rank.adding(suffix.rank) else { return }
    let entries = beginning.entries + suffix.entries
    let candidate = Candidate(
      path: RankedPath(entries: entries, rank: rank), shared: beginning.entries.count,
      excluded: excluded, breach: breach(in: entries))
    try meter.reserve(bytes(of: candidate))
    insert(candidate)
    if candidates.count > nextTrim { try trim(meter: &meter) }
  }

  /// The place of the first entry with which a way breaks the mode.
  private func breach(in entries: [UInt32]) -> Int? {
    switch ranking.mode {
    case .walk: return nil
    case .trail:
      var seen: Set<UInt32> = []
      return entries.firstIndex { !seen.insert(view.references.base[Int($0)] >> 1).inserted }
    case .simple, .acyclic:
      var seen: Set<UInt32> = [ranking.start]
      let last = entries.count - 1
      return entries.indices.first { place in
        let node = view.neighbours.base[Int(entries[place])]
        if place == last, node == ranking.start, ranking.mode == .simple { return false }
        return !seen.insert(node).inserted
      }
    }
  }

  private func bytes(of candidate: Candidate) -> Int {
    4 * (candidate.path.entries.count + candidate.excluded.count) + 128
  }
}

extension RankedPaths {
  private mutating func insert(_ candidate: Candidate) {
    candidates.append(candidate)
    var place = candidates.count - 1
    while place > 0, candidates[place] < candidates[(place - 1) / 2] {
      candidates.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func removeFirst() -> Candidate? {
    guard let last = candidates.popLast() else { return nil }
    guard let first = candidates.first else { return last }
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
    return first
  }

  /// Drops the candidates that come after as many paths as are wanted.
  private mutating func trim(meter: inout BudgetMeter) throws(TraversalError) {
    candidates.sort()
    var paths = 0
    var last: Int?
    for (place, candidate) in candidates.enumerated() where candidate.breach == nil {
      paths += 1
      if paths == wanted {
        last = place
        break
      }
    }
    if let last {
      bound = candidates[last].path.rank
      for candidate in candidates[(last + 1)...] { try meter.reserve(-bytes(of: candidate)) }
      candidates.removeSubrange((last + 1)...)
    }
    nextTrim = candidates.count + wanted / 4 + 8
  }
}

/// A path as entries, with its rank.
struct RankedPath {
  var entries: [UInt32]
  var rank: PathRank
}

/// A set of paths, known by its first one.
private struct Candidate: Comparable {
  var path: RankedPath

  /// How many of the entries all paths of the set share.
  var shared: Int

  /// The references by which no path of the set goes on after these, ascending.
  var excluded: [UInt32]

  /// The place of the first entry that breaks the mode; nil when none does.
  var breach: Int?

  static func < (left: Candidate, right: Candidate) -> Bool {
    if left.path.rank != right.path.rank { return left.path.rank < right.path.rank }
    return left.path.entries.lexicographicallyPrecedes(right.path.entries)
  }

  static func == (left: Candidate, right: Candidate) -> Bool {
    left.path.entries == right.path.entries
  }
}

extension PathRank {
  /// The greatest rank that, after another one, does not come after this; nil when there is none.
  fileprivate func leaving(_ other: PathRank) -> PathRank? {
    guard other.weight <= weight else { return nil }
    if other.hops <= hops {
      return PathRank(weight: weight - other.weight, hops: hops - other.hops)
    }
    guard other.weight < weight else { return nil }
    return PathRank(weight: weight - other.weight - 1, hops: .max)
  }
}
