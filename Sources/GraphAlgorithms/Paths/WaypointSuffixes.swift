// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Ways on that pass what is left of the waypoints: breadth-first search over pairs of a node and
/// the waypoints passed.
///
/// Such a way may pass one node twice, with different waypoints behind it. It is then no path, but
/// nothing of its set comes before it, so the search for loopless paths stays exact. Where this
/// goes on (a waypoint at the end of a cul-de-sac), each further search is kept to nodes that some
/// loopless way to the end can pass, and fails at once when a waypoint has none of them.
///
/// Finding a loopless path through waypoints is NP-hard in general; the budget bounds the search.
///
/// Complexity: O((nodes + edges) · 2^waypoints) a search, or · (waypoints + 1) in order.
struct WaypointSuffixes<Test: StepTest>: SuffixSearch {
  /// Ways with a loop after which searches look ahead.
  private static var patience: Int { 32 }

  private let view: TraversalView
  private let test: Test
  private let memory: SearchMemory
  private let end: UInt32
  private let waypoints: WaypointTable

  /// The nodes that bring progress; all others are let through without a look at the table.
  private let waypointNodes: NodeSet

  /// By progress, the search in which each node was last found.
  private var found: [ZeroedMemory?]
  private var searchNumber: UInt32 = 0
  private var loopCount = 0
  private var region: LooplessRegion?

  /// A node found, with the progress made until there, the place of the state it was found from,
  /// and the entry it was found by.
  private struct State {
    let node: UInt32
    let progress: UInt32
    let parent: UInt32
    let entry: UInt32
  }

  /// What has been found, in order.
  private var states: [State] = []

  init(
    _ view: TraversalView, test: Test, memory: SearchMemory, end: UInt32,
    waypoints: WaypointTable
  ) {
    self.view = view
    self.test = test
    self.memory = memory
    self.end = end
    self.waypoints = waypoints
    found = Array(repeating: nil, count: waypoints.progressCount)
    waypointNodes = waypoints.nodes(in: view)
  }

  mutating func noteLoop() { loopCount += 1 }

  mutating func firstSuffix(
    after prefix: ArraySlice<UInt32>, excluded: [UInt32], maximumHops: Int,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]? {
    guard let start = prefix.last else { return nil }
    let progress = prefix.dropFirst().reduce(0) { waypoints.progress($0, passing: $1) }
    if loopCount >= Self.patience {
      let region = self.region ?? LooplessRegion(view, end: end)
      self.region = region
      try region.compute(from: start, test: test, memory: memory, meter: &meter)
      guard waypoints.canBePassed(after: progress, within: region.contains) else { return nil }
    }
    return try search(
      from: start, progress: progress, excluded: excluded, maximumHops: maximumHops,
      meter: &meter)
  }

  private mutating func search(
    from start: UInt32, progress: Int, excluded: [UInt32], maximumHops: Int,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]? {
    beginSearch()
    states = [State(node: start, progress: UInt32(progress), parent: 0, entry: 0)]
    var level = 0..<1
    var depth = 0
    while depth < maximumHops, !level.isEmpty {
      for place in level {
        let own = view.entries(of: states[place].node)
        try meter.charge(own.count + 1)
        let barred = place == 0 ? excluded : []
        if let last = try expand(place, own, start: start, barred: barred, meter: &meter) {
          return way(to: place, last: UInt32(last))
        }
      }
      level = level.upperBound..<states.count
      depth += 1
    }
    return nil
  }

  /// Finds what a state leads to; returns the entry that leads to the end with all waypoints
  /// passed.
  private mutating func expand(
    _ place: Int, _ entries: Range<Int>, start: UInt32, barred: [UInt32],
    meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    let neighbours = view.neighbours.base
    let references = view.references.base
    let isWaypoint = waypointNodes.words.base
    let searchNumber = searchNumber
    let hasBanned = memory.hasBanned
    let progress = Int(states[place].progress)
    let marks = try marks(of: progress, meter: &meter)
    for entry in entries {
      let neighbour = neighbours[entry]
      let brings = isWaypoint[Int(neighbour >> 6)] &>> UInt64(neighbour) & 1 == 1
      // What was found with this progress is the most frequent case, and the cheapest to see.
      if !brings, marks[Int(neighbour)] == searchNumber { continue }
      let reference = references[entry]
      guard neighbour != start, test.admits(reference), !hasBanned || !memory.isBanned(neighbour),
        barred.isEmpty || !barred.contains(reference)
      else { continue }
      if neighbour == end {
        if progress == waypoints.complete { return entry }
        continue
      }
      guard test.admits(node: neighbour), region?.contains(neighbour) ?? true else { continue }
      var next = progress
      var nextMarks = marks
      if brings {
        next = waypoints.progress(progress, passing: neighbour)
        nextMarks = try self.marks(of: next, meter: &meter)
        if nextMarks[Int(neighbour)] == searchNumber { continue }
      }
      nextMarks[Int(neighbour)] = searchNumber
      states.append(
        State(
          node: neighbour, progress: UInt32(next), parent: UInt32(place), entry: UInt32(entry)))
    }
    return nil
  }

  private mutating func beginSearch() {
    if searchNumber == .max {
      for memory in found { memory?.clear() }
      searchNumber = 0
    }
    searchNumber += 1
  }

  /// In which search each node was last found with some progress.
  private mutating func marks(
    of progress: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> UnsafeMutablePointer<UInt32> {
    if let made = found[progress] { return made.base }
    // With it come the states, as far as they are used.
    try meter.reserve(view.nodeCount * 20)
    let made = ZeroedMemory(count: view.nodeCount)
    found[progress] = made
    return made.base
  }

  private func way(to place: Int, last: UInt32) -> [UInt32] {
    var way = [last]
    var place = place
    while place > 0 {
      way.append(states[place].entry)
      place = Int(states[place].parent)
    }
    return way.reversed()
  }
}
