// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The first, in order, of the shortest walks from a node to the end that pass what is left of the
/// waypoints: breadth-first search from both ends over states, a node with the progress that a walk
/// has made when it has passed it.
///
/// The search from the start finds the states of a level in the order of their first walks. So once
/// both searches meet, the first state of the last level from the start that the other search knows
/// is that of the first walk, and from there on it takes the first entry each time that leads one
/// level nearer to the end.
///
/// Complexity: O((nodes + edges) · 2^waypoints) a search, or · (waypoints + 1) in order; in practice
/// the edges within half the way from both ends.
struct WaypointSearch<Test: StepTest> {
  private let view: TraversalView
  private let test: Test
  private let memory: SearchMemory
  private let end: UInt32
  private let waypoints: WaypointTable

  /// The nodes that bring progress; all others are let through without a look at the table.
  private let waypointNodes: NodeSet

  /// By progress, marks of nodes: which the search from the start has found, and at which level the
  /// one from the end. Marks up to the base are of earlier searches.
  private var forwardMarks: [ZeroedMemory?]
  private var backwardMarks: [ZeroedMemory?]
  private var base: UInt32 = 0

  /// A state found from the start, with the place of the state it was found from, and the entry it
  /// was found by.
  private struct State {
    let node: UInt32
    let progress: UInt32
    let parent: UInt32
    let entry: UInt32
  }

  private var forward: [State] = []
  private var backward: [(node: UInt32, progress: UInt32)] = []

  /// What one search is asked.
  private struct Question {
    let start: UInt32
    let excluded: [UInt32]
    let region: LooplessRegion?
  }

  /// The view and the memory must outlive it.
  init(
    _ view: TraversalView, test: Test, memory: SearchMemory, end: UInt32,
    waypoints: WaypointTable
  ) {
    self.view = view
    self.test = test
    self.memory = memory
    self.end = end
    self.waypoints = waypoints
    forwardMarks = Array(repeating: nil, count: waypoints.progressCount)
    backwardMarks = Array(repeating: nil, count: waypoints.progressCount)
    waypointNodes = waypoints.nodes(in: view)
  }

  /// - Parameters:
  ///   - progress: what the path has passed when it is at `start`.
  ///   - excluded: references that may not be the first step, ascending.
  ///   - region: where the walk must stay; nil for everywhere.
  mutating func firstWay(
    from start: UInt32, progress: Int, excluded: [UInt32], maximumHops: Int,
    region: LooplessRegion?, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]? {
    let question = Question(start: start, excluded: excluded, region: region)
    forward.removeAll(keepingCapacity: true)
    backward.removeAll(keepingCapacity: true)
    forward.append(State(node: start, progress: UInt32(progress), parent: 0, entry: 0))
    backward.append((end, UInt32(waypoints.complete)))
    try backwardMarks(of: waypoints.complete, meter: &meter)[Int(end)] = base + 1
    var near = 0..<1
    var far = 0..<1
    // The levels of the search from the end are marked from the base plus 1 on.
    var walked = 0
    var depth: UInt32 = 0
    defer { advance(past: depth) }
    while walked + Int(depth) < maximumHops, !near.isEmpty, !far.isEmpty {
      // The start is left by its own edges first, as some of them may be excluded.
      if walked == 0 || isNearSmaller(near, far) {
        for place in near {
          let crossing = try expandForward(place, question, level: depth, meter: &meter)
          if let crossing { return try way(over: crossing, question, depth, meter: &meter) }
        }
        near = near.upperBound..<forward.count
        walked += 1
      } else {
        depth += 1
        for place in far {
          try expandBackward(place, question, level: depth, meter: &meter)
        }
        far = far.upperBound..<backward.count
        for place in near {
          let (node, progress) = (forward[place].node, Int(forward[place].progress))
          guard let marks = backwardMarks[progress]?.base, marks[Int(node)] == base + 1 + depth
          else { continue }
          return try way(over: place, question, depth, meter: &meter)
        }
      }
    }
    return nil
  }

  /// The walk over a state that both searches know, `level` edges from the end.
  private func way(
    over place: Int, _ question: Question, _ level: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32] {
    var way: [UInt32] = []
    var before = place
    while before > 0 {
      way.append(forward[before].entry)
      before = Int(forward[before].parent)
    }
    way.reverse()
    var (node, progress) = (forward[place].node, Int(forward[place].progress))
    for level in (0..<level).reversed() {
      let own = view.entries(of: node)
      try meter.charge(own.count + 1)
      for entry in own {
        let neighbour = view.neighbours.base[entry]
        let next = neighbour == end ? progress : waypoints.progress(progress, passing: neighbour)
        guard let marks = backwardMarks[next]?.base, marks[Int(neighbour)] == base + 1 + level,
          neighbour != question.start, test.admits(view.references.base[entry])
        else { continue }
        way.append(UInt32(entry))
        (node, progress) = (neighbour, next)
        break
      }
    }
    return way
  }

  /// Finds what a state leads to; returns the place of the first state that is as many levels from
  /// the end as the other search has come.
  private mutating func expandForward(
    _ place: Int, _ question: Question, level: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    let own = view.entries(of: forward[place].node)
    try meter.charge(own.count + 1)
    let neighbours = view.neighbours.base
    let references = view.references.base
    let isWaypoint = waypointNodes.words.base
    let mark = base + 1
    let hasBanned = memory.hasBanned
    let barred = place == 0 ? question.excluded : []
    let progress = Int(forward[place].progress)
    let marks = try forwardMarks(of: progress, meter: &meter)
    for entry in own {
      let neighbour = neighbours[entry]
      let brings = isWaypoint[Int(neighbour >> 6)] &>> UInt64(neighbour) & 1 == 1
      // What was found with this progress is the most frequent case, and the cheapest to see.
      if !brings, marks[Int(neighbour)] == mark { continue }
      let reference = references[entry]
      guard neighbour != question.start, test.admits(reference),
        !hasBanned || !memory.isBanned(neighbour), barred.isEmpty || !barred.contains(reference)
      else { continue }
      var next = progress
      var nextMarks = marks
      if neighbour == end {
        if progress != waypoints.complete { continue }
      } else {
        guard test.admits(node: neighbour), question.region?.contains(neighbour) ?? true else {
          continue
        }
        if brings {
          next = waypoints.progress(progress, passing: neighbour)
          nextMarks = try forwardMarks(of: next, meter: &meter)
          if nextMarks[Int(neighbour)] == mark { continue }
        }
      }
      nextMarks[Int(neighbour)] = mark
      forward.append(
        State(
          node: neighbour, progress: UInt32(next), parent: UInt32(place), entry: UInt32(entry)))
      if let backward = backwardMarks[next]?.base, backward[Int(neighbour)] == mark + level {
        return forward.count - 1
      }
    }
    return nil
  }

  /// Finds the states that lead to one.
  private mutating func expandBackward(
    _ place: Int, _ question: Question, level: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let (node, reached) = backward[place]
    let own = view.entries(of: node)
    try meter.charge(own.count + 1)
    let neighbours = view.neighbours.base
    let references = view.references.base
    let hasBanned = memory.hasBanned
    for progress in earlierProgress(before: node, Int(reached)) {
      let marks = try backwardMarks(of: progress, meter: &meter)
      for entry in own {
        let neighbour = neighbours[entry]
        if marks[Int(neighbour)] > base { continue }
        // A walk begins at the start and ends at the end; neither comes between.
        guard neighbour != question.start, neighbour != end, test.admits(references[entry] ^ 1),
          !hasBanned || !memory.isBanned(neighbour), test.admits(node: neighbour),
          question.region?.contains(neighbour) ?? true
        else { continue }
        marks[Int(neighbour)] = base + 1 + level
        backward.append((neighbour, UInt32(progress)))
      }
    }
  }

  /// Whether the nodes of the level from the start have no more entries than those of the other.
  private func isNearSmaller(_ near: Range<Int>, _ far: Range<Int>) -> Bool {
    let nearCount = near.reduce(0) { $0 + view.entries(of: forward[$1].node).count }
    return nearCount <= far.reduce(0) { $0 + view.entries(of: backward[$1].node).count }
  }

  /// With which progress a walk may have come to a node that it leaves with another.
  private func earlierProgress(before node: UInt32, _ progress: Int) -> [Int] {
    if node == end || !waypointNodes.contains(node) { return [progress] }
    return (0...progress).filter { waypoints.progress($0, passing: node) == progress }
  }

  /// Ends a search that has come so many levels from the end.
  private mutating func advance(past levels: UInt32) {
    let (next, overflows) = base.addingReportingOverflow(levels + 2)
    // A search has no more levels than there are states.
    let most = UInt64(view.nodeCount) * UInt64(waypoints.progressCount) + 2
    if overflows || UInt64(next) + most > UInt64(UInt32.max) {
      for marks in forwardMarks + backwardMarks { marks?.clear() }
      base = 0
    } else {
      base = next
    }
  }

  private mutating func forwardMarks(
    of progress: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> UnsafeMutablePointer<UInt32> {
    if let made = forwardMarks[progress] { return made.base }
    // With the marks come states, as far as they are used.
    try meter.reserve(view.nodeCount * 20)
    let made = ZeroedMemory(count: view.nodeCount)
    forwardMarks[progress] = made
    return made.base
  }

  private mutating func backwardMarks(
    of progress: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> UnsafeMutablePointer<UInt32> {
    if let made = backwardMarks[progress] { return made.base }
    try meter.reserve(view.nodeCount * 12)
    let made = ZeroedMemory(count: view.nodeCount)
    backwardMarks[progress] = made
    return made.base
  }
}
