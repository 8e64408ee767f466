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

  /// By progress, the search in which each node was last found.
  private var found: [ZeroedMemory?]
  private var searchNumber: UInt32 = 0
  private var loopCount = 0
  private var region: LooplessRegion?

  /// What has been found, in order.
  private var nodes: [UInt32] = []
  private var progresses: [UInt32] = []
  private var parents: [UInt32] = []
  private var entries: [UInt32] = []

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
    nodes = [start]
    progresses = [UInt32(progress)]
    parents = [0]
    entries = [0]
    var level = 0..<1
    var depth = 0
    while depth < maximumHops, !level.isEmpty {
      for place in level {
        let own = view.entries(of: nodes[place])
        try meter.charge(own.count + 1)
        for entry in own {
          let neighbour = view.neighbours.base[entry]
          let reference = view.references.base[entry]
          guard neighbour != start, !memory.isBanned(neighbour), test.admits(reference),
            place > 0 || !excluded.contains(reference)
          else { continue }
          if neighbour == end {
            if Int(progresses[place]) == waypoints.complete {
              return way(to: place, last: UInt32(entry))
            }
            continue
          }
          guard test.admits(node: neighbour), region?.contains(neighbour) ?? true else { continue }
          let next = waypoints.progress(Int(progresses[place]), passing: neighbour)
          if try isNew(neighbour, progress: next, meter: &meter) {
            nodes.append(neighbour)
            progresses.append(UInt32(next))
            parents.append(UInt32(place))
            entries.append(UInt32(entry))
          }
        }
      }
      level = level.upperBound..<nodes.count
      depth += 1
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

  private mutating func isNew(
    _ node: UInt32, progress: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> Bool {
    let marks: ZeroedMemory
    if let made = found[progress] {
      marks = made
    } else {
      // With it come the four queues, as far as they are used.
      try meter.reserve(view.nodeCount * 20)
      marks = ZeroedMemory(count: view.nodeCount)
      found[progress] = marks
    }
    if marks.base[Int(node)] == searchNumber { return false }
    marks.base[Int(node)] = searchNumber
    return true
  }

  private func way(to place: Int, last: UInt32) -> [UInt32] {
    var way = [last]
    var place = place
    while place > 0 {
      way.append(entries[place])
      place = Int(parents[place])
    }
    return way.reversed()
  }
}
