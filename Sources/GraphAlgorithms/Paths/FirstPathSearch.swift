// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The first of the shortest paths in the documented order, after a ``MeetingSearch``.
///
/// - The search from the start finds the nodes of a level in the order of their first paths, and
///   its record leads back along them. So the first path crosses to the levels from the end at the
///   first node of its last level, in that order, that has an edge there.
/// - When the search from the start met the other, it has just found this crossing. Else the
///   crossing is looked for from the start, as far as that costs no more than doing so from the
///   end; then from the end, which tells the nodes that cross, and the first of them is taken.
/// - From there on, the first entry that leads one level nearer to the end is the right one. The
///   levels from the end are forgotten one by one on the way, so that only nearer nodes count.
///
/// Complexity: O(edges within the two half balls).
struct FirstPathSearch<Runs: EntryRuns, Test: StepTest> {
  private typealias Search = MeetingSearch<Runs, Test, ParentRecord>

  private let search: Search
  private let view: TraversalView
  private let test: Test
  private let memory: SearchMemory

  /// The view and the memory must outlive the search.
  init(
    _ view: TraversalView, forward: Runs, backward: Runs, test: Test, memory: SearchMemory
  ) {
    search = MeetingSearch(
      forward: forward, backward: backward, test: test, record: ParentRecord(view, memory),
      memory: memory)
    self.view = view
    self.test = test
    self.memory = memory
  }

  /// The entries of the path; nil when there is none.
  ///
  /// - Precondition: `start != end`.
  func path(
    from start: UInt32, to end: UInt32, maximumHops: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]? {
    var result = try search.meet(
      from: start, to: end, maximumHops: maximumHops, meter: &meter)
    defer { result.forget() }
    guard let meeting = result.meeting else { return nil }
    let crossing: (place: Int, entry: UInt32)
    if meeting.isNear {
      crossing = (meeting.place, entry(at: meeting.neighbour))
    } else {
      forget(result.far.level.upperBound..<result.far.count, of: result.far)
      crossing = try firstCrossing(result, meter: &meter)
    }
    var path = [crossing.entry]
    var place = crossing.place
    while place > 0 {
      path.append(memory.forwardEntries[place])
      place = Int(memory.forwardParents[place])
    }
    path.reverse()
    try walkOn(&path, &result, meter: &meter)
    return path
  }

  private func entry(at neighbour: UnsafePointer<UInt32>) -> UInt32 {
    UInt32(truncatingIfNeeded: neighbour - view.neighbours.base)
  }

  /// Forgets some of the nodes of a side.
  private func forget(_ places: Range<Int>, of side: Search.Side) {
    for place in places { side.seen.remove(side.nodes[place]) }
  }

  /// The first crossing from the last level of the near side to the far side, which has seen
  /// nothing but its complete levels.
  private func firstCrossing(
    _ result: Search.Result, meter: inout BudgetMeter
  ) throws(TraversalError) -> (place: Int, entry: UInt32) {
    let level = result.near.level
    let isFar = BitMeeting(result.far.seen)
    var looked = 0
    for place in level where looked <= result.far.cost {
      let edges = view.entries(of: result.near.nodes[place]).count + 1
      looked += edges
      try meter.charge(edges)
      if let entry = firstEntry(of: result.near.nodes[place], to: isFar) { return (place, entry) }
    }
    // Every node of the near side that is next to the far side is of the last level.
    let isNear = BitMeeting(result.near.seen)
    let crossing = memory.crossingBits
    var crossed: [UInt32] = []
    defer { for node in crossed { crossing.remove(node) } }
    let runs = search.backward
    for place in result.far.level {
      for number in 0..<runs.count {
        var run = runs.run(number, of: result.far.nodes[place])
        try meter.charge(run.count + 1)
        while run.next != run.end {
          if isNear.hasSeen(run.next.pointee), runs.admits(run.next) {
            crossing.insert(run.next.pointee)
            crossed.append(run.next.pointee)
          }
          run.next += 1
        }
      }
    }
    let isCrossing = BitMeeting(crossing)
    guard let place = level.first(where: { isCrossing.hasSeen(result.near.nodes[$0]) }),
      let entry = firstEntry(of: result.near.nodes[place], to: isFar)
    else { preconditionFailure("two searches that met have no edge between them") }
    return (place, entry)
  }

  /// The first entry of a node that may be walked to one that a side has seen.
  private func firstEntry(of node: UInt32, to side: BitMeeting) -> UInt32? {
    let runs = search.forward
    for number in 0..<runs.count {
      var run = runs.run(number, of: node)
      while run.next != run.end {
        if side.hasSeen(run.next.pointee), runs.admits(run.next) { return entry(at: run.next) }
        run.next += 1
      }
    }
    return nil
  }

  /// Adds the entries from the crossing to the end.
  private func walkOn(
    _ path: inout [UInt32], _ result: inout Search.Result, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let isFar = BitMeeting(result.far.seen)
    var depth = result.far.depth
    while path.count < result.hops, let last = path.last {
      forget(result.far.level(depth), of: result.far)
      depth -= 1
      let node = view.neighbours.base[Int(last)]
      try meter.charge(view.entries(of: node).count + 1)
      guard let entry = firstEntry(of: node, to: isFar) else {
        preconditionFailure("a level of the search leads nowhere")
      }
      path.append(entry)
    }
  }
}
