// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Breadth-first search from both ends at once, level by level, the cheaper side first.
///
/// The path found is the first in the documented order, whichever side found it:
/// - Entries of a node are in order, so the search from the start finds nodes in the order of their
///   first paths. The first edge with which it meets the other search ends the first path.
/// - When the search from the end meets the other, the path crosses between their last levels. The
///   crossing edge whose near node the search from the start had found first is on the first path.
///   It is looked for from both sides by turns, until one side is sure.
/// - From there on, the first entry that comes one level nearer to the end is the right one.
///
/// Complexity: O(edges within the two half balls).
/// Literature: I. Pohl, "Bi-directional search", Machine Intelligence 6 (1971).
struct BidirectionalSearch<Test: StepTest> {
  private let offsets: UnsafePointer<UInt32>
  private let neighbours: UnsafePointer<UInt32>
  private let references: UnsafePointer<UInt32>
  private let meanDegree: Int
  private let test: Test
  private let memory: SearchMemory

  /// The view and the memory must outlive the search.
  init(_ view: TraversalView, test: Test, memory: SearchMemory) {
    offsets = view.offsets.base
    neighbours = view.neighbours.base
    references = view.references.base
    meanDegree = 2 * view.edgeCount / max(view.nodeCount, 1) + 1
    self.test = test
    self.memory = memory
  }

  /// Where the two searches met.
  struct Meeting {
    /// How many levels from the start, and from the end, are complete. The path has one more edge
    /// than both together.
    let forwardDepth: Int
    let backwardDepth: Int

    /// Where each level begins in the queues; one more than there are complete levels.
    let forwardLevels: [Int]
    let backwardLevels: [Int]

    /// The place, in the queue from the start, of the last node of the path that is found there.
    fileprivate let place: Int

    /// The entry that leads from it to the search from the end, where it is known.
    fileprivate let entry: Int?

    /// The number of nodes marked on either side, those of a level begun included.
    fileprivate let forwardCount: Int
    fileprivate let backwardCount: Int

    /// The greater of both.
    fileprivate var found: Int { max(forwardCount, backwardCount) }

    var hops: Int { forwardDepth + backwardDepth + 1 }
  }

  /// The entries of the first of the shortest paths; nil when there is none.
  ///
  /// - Parameters:
  ///   - excluded: references that may not be the first step, ascending.
  func firstPath(
    from start: UInt32, to end: UInt32, excluded: [UInt32] = [], maximumHops: Int,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]? {
    let meeting = try meet(
      from: start, to: end, excluded: excluded, maximumHops: maximumHops, meter: &meter)
    defer { finish(meeting) }
    guard case .met(let meeting) = meeting else { return nil }
    return entries(of: meeting, start: start, excluded: excluded)
  }

  /// How a search ended, with the number of nodes that it marked on either side.
  enum Outcome {
    case met(Meeting)
    case apart(found: Int)
  }

  /// Ends the use of marks that ``meet(from:to:excluded:maximumHops:meter:)`` left.
  func finish(_ outcome: Outcome) {
    switch outcome {
    case .met(let meeting): memory.advance(past: meeting.found)
    case .apart(let found): memory.advance(past: found)
    }
  }

  /// Searches until both sides meet. The marks stay until ``finish(_:)``.
  ///
  /// - Precondition: `start != end`.
  func meet(
    from start: UInt32, to end: UInt32, excluded: [UInt32] = [], maximumHops: Int,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> Outcome {
    let base = memory.base
    memory.marks[2 * Int(start)] = base
    memory.marks[2 * Int(end) + 1] = base
    memory.forwardNodes[0] = start
    memory.backwardNodes[0] = end
    var forwardLevels = [0]
    var backwardLevels = [0]
    var forwardCount = 1
    var backwardCount = 1
    var forwardCost = degree(of: start)
    var backwardCost = degree(of: end)
    while forwardLevels.count + backwardLevels.count - 2 < maximumHops {
      if forwardCost <= backwardCost {
        let level = (forwardLevels.last ?? 0)..<forwardCount
        if let (place, entry) = try expandForward(
          level, count: &forwardCount, excluded: excluded, meter: &meter)
        {
          return .met(
            Meeting(
              forwardDepth: forwardLevels.count - 1, backwardDepth: backwardLevels.count - 1,
              forwardLevels: forwardLevels + [level.upperBound],
              backwardLevels: backwardLevels + [backwardCount], place: place, entry: entry,
              forwardCount: forwardCount, backwardCount: backwardCount))
        }
        if forwardCount == level.upperBound { break }
        forwardLevels.append(level.upperBound)
        forwardCost = cost(memory.forwardNodes, level.upperBound..<forwardCount)
      } else {
        let level = (backwardLevels.last ?? 0)..<backwardCount
        let crossing = try expandBackward(
          level, count: &backwardCount, forwardLevel: (forwardLevels.last ?? 0)..<forwardCount,
          excluded: excluded, meter: &meter)
        if let (place, entry) = crossing {
          return .met(
            Meeting(
              forwardDepth: forwardLevels.count - 1, backwardDepth: backwardLevels.count - 1,
              forwardLevels: forwardLevels + [forwardCount],
              backwardLevels: backwardLevels + [level.upperBound], place: place, entry: entry,
              forwardCount: forwardCount, backwardCount: backwardCount))
        }
        if backwardCount == level.upperBound { break }
        backwardLevels.append(level.upperBound)
        backwardCost = cost(memory.backwardNodes, level.upperBound..<backwardCount)
      }
    }
    return .apart(found: max(forwardCount, backwardCount))
  }

  /// Completes one more level from the end than was needed to meet. The marks of both searches
  /// then overlap. The result is for walks that are one edge longer.
  func extendBackward(
    _ meeting: Meeting, meter: inout BudgetMeter
  ) throws(TraversalError) -> Meeting {
    let marks = memory.marks
    let nodes = memory.backwardNodes
    let base = memory.base
    let level = meeting.backwardLevels[meeting.backwardDepth]..<(meeting.backwardLevels.last ?? 0)
    var found = meeting.backwardCount
    for place in level {
      let node = Int(nodes[place])
      let entries = Int(offsets[node])..<Int(offsets[node &+ 1])
      try meter.charge(entries.count &+ 1)
      for entry in entries {
        let neighbour = neighbours[entry]
        if marks[2 &* Int(neighbour) &+ 1] < base, test.admits(references[entry] ^ 1),
          test.admits(node: neighbour)
        {
          marks[2 &* Int(neighbour) &+ 1] = base &+ UInt32(truncatingIfNeeded: found)
          nodes[found] = neighbour
          found &+= 1
        }
      }
    }
    return Meeting(
      forwardDepth: meeting.forwardDepth, backwardDepth: meeting.backwardDepth + 1,
      forwardLevels: meeting.forwardLevels, backwardLevels: meeting.backwardLevels + [found],
      place: meeting.place, entry: nil, forwardCount: meeting.forwardCount, backwardCount: found)
  }

  /// Finds the next level from the start; returns the first step that meets the other side.
  private func expandForward(
    _ level: Range<Int>, count: inout Int, excluded: [UInt32], meter: inout BudgetMeter
  ) throws(TraversalError) -> (place: Int, entry: Int)? {
    let offsets = offsets
    let neighbours = neighbours
    let references = references
    let marks = memory.marks
    let nodes = memory.forwardNodes
    let parents = memory.forwardParents
    let entries = memory.forwardEntries
    let base = memory.base
    let test = test
    var found = count
    defer { count = found }
    for place in level {
      let node = Int(nodes[place])
      let last = Int(offsets[node &+ 1])
      var entry = Int(offsets[node])
      try meter.charge(last &- entry &+ 1)
      while entry < last {
        let neighbour = Int(neighbours[entry])
        // A banned node is marked on both sides, so it never counts as a meeting.
        if marks[2 &* neighbour] < base {
          let reference = references[entry]
          if test.admits(reference)
            && (place > 0 || excluded.isEmpty || !contains(excluded, reference))
          {
            if marks[2 &* neighbour &+ 1] >= base { return (place, entry) }
            if test.admits(node: UInt32(truncatingIfNeeded: neighbour)) {
              marks[2 &* neighbour] = base &+ UInt32(truncatingIfNeeded: found)
              nodes[found] = UInt32(truncatingIfNeeded: neighbour)
              parents[found] = UInt32(truncatingIfNeeded: place)
              entries[found] = UInt32(truncatingIfNeeded: entry)
              found &+= 1
            }
          }
        }
        entry &+= 1
      }
    }
    return nil
  }

  /// Finds the next level from the end; when it meets the other side, returns the first crossing.
  private func expandBackward(
    _ level: Range<Int>, count: inout Int, forwardLevel: Range<Int>, excluded: [UInt32],
    meter: inout BudgetMeter
  ) throws(TraversalError) -> (place: Int, entry: Int?)? {
    let offsets = offsets
    let neighbours = neighbours
    let references = references
    let marks = memory.marks
    let nodes = memory.backwardNodes
    let base = memory.base
    let test = test
    var found = count
    defer { count = found }
    for place in level {
      var meeting = UInt32.max
      let node = Int(nodes[place])
      let last = Int(offsets[node &+ 1])
      var entry = Int(offsets[node])
      try meter.charge(last &- entry &+ 1)
      while entry < last {
        let neighbour = Int(neighbours[entry])
        if marks[2 &* neighbour &+ 1] < base {
          // Seen from the start, the edge is walked the other way.
          let reference = references[entry] ^ 1
          if test.admits(reference) {
            let mark = marks[2 &* neighbour]
            if mark >= base {
              if mark > base || excluded.isEmpty || !contains(excluded, reference) {
                meeting = min(meeting, mark &- base)
              }
            } else if test.admits(node: UInt32(truncatingIfNeeded: neighbour)) {
              marks[2 &* neighbour &+ 1] = base &+ UInt32(truncatingIfNeeded: found)
              nodes[found] = UInt32(truncatingIfNeeded: neighbour)
              found &+= 1
            }
          }
        }
        entry &+= 1
      }
      if meeting != .max {
        return try firstCrossing(
          meeting: Int(meeting), forwardLevel: forwardLevel,
          unseen: (place + 1)..<level.upperBound, excluded: excluded, meter: &meter)
      }
    }
    return nil
  }

  /// The first crossing from the last level of the search from the start, whose nodes before
  /// `meeting` may have one, to that of the search from the end, of which `unseen` have not been
  /// looked at.
  private func firstCrossing(
    meeting: Int, forwardLevel: Range<Int>, unseen: Range<Int>, excluded: [UInt32],
    meter: inout BudgetMeter
  ) throws(TraversalError) -> (place: Int, entry: Int?) {
    let marks = memory.marks
    let base = memory.base
    let lastMark = base &+ UInt32(unseen.upperBound)
    var meeting = meeting
    var forwardPlace = forwardLevel.lowerBound
    var backwardPlace = unseen.lowerBound
    var forwardCost = 0
    var backwardCost = 0
    while forwardPlace < meeting, backwardPlace < unseen.upperBound {
      let forwardNode = Int(memory.forwardNodes[forwardPlace])
      let backwardNode = Int(memory.backwardNodes[backwardPlace])
      let nextForwardCost = forwardCost &+ degree(of: UInt32(forwardNode))
      let nextBackwardCost = backwardCost &+ degree(of: UInt32(backwardNode))
      if nextForwardCost <= nextBackwardCost {
        for entry in Int(offsets[forwardNode])..<Int(offsets[forwardNode &+ 1]) {
          let mark = marks[2 &* Int(neighbours[entry]) &+ 1]
          guard mark >= base, mark < lastMark, test.admits(references[entry]),
            forwardPlace > 0 || !contains(excluded, references[entry])
          else { continue }
          return (forwardPlace, entry)
        }
        try meter.charge(nextForwardCost &- forwardCost &+ 1)
        forwardCost = nextForwardCost
        forwardPlace &+= 1
      } else {
        for entry in Int(offsets[backwardNode])..<Int(offsets[backwardNode &+ 1]) {
          let mark = marks[2 &* Int(neighbours[entry])]
          guard mark >= base, mark < base &+ UInt32(meeting), test.admits(references[entry] ^ 1),
            mark > base || !contains(excluded, references[entry] ^ 1)
          else { continue }
          meeting = Int(mark &- base)
        }
        try meter.charge(nextBackwardCost &- backwardCost &+ 1)
        backwardCost = nextBackwardCost
        backwardPlace &+= 1
      }
    }
    return (meeting, nil)
  }

  /// The path through a meeting: back to the start along the parents, on to the end by levels.
  private func entries(of meeting: Meeting, start: UInt32, excluded: [UInt32]) -> [UInt32] {
    var path: [UInt32] = []
    path.reserveCapacity(meeting.hops)
    var place = meeting.place
    while place > 0 {
      path.append(memory.forwardEntries[place])
      place = Int(memory.forwardParents[place])
    }
    path.reverse()
    var node = Int(memory.forwardNodes[meeting.place])
    if let entry = meeting.entry {
      path.append(UInt32(entry))
      node = Int(neighbours[entry])
    }
    while path.count < meeting.hops {
      // The node is as many levels from the end as edges are left; the next one is one nearer.
      let depth = meeting.hops - path.count - 1
      let first = memory.base &+ UInt32(meeting.backwardLevels[depth])
      let last = memory.base &+ UInt32(meeting.backwardLevels[depth + 1])
      let next = (Int(offsets[node])..<Int(offsets[node + 1])).first { entry in
        let mark = memory.marks[2 * Int(neighbours[entry]) + 1]
        return mark >= first && mark < last && test.admits(references[entry])
          && !(node == Int(start) && contains(excluded, references[entry]))
      }
      guard let next else { preconditionFailure("a level of the search leads nowhere") }
      path.append(UInt32(next))
      node = Int(neighbours[next])
    }
    return path
  }

  private func degree(of node: UInt32) -> Int {
    Int(offsets[Int(node) + 1] &- offsets[Int(node)])
  }

  /// The edges at the nodes of a level; of a large one an estimate.
  private func cost(_ nodes: UnsafeMutablePointer<UInt32>, _ level: Range<Int>) -> Int {
    guard level.count <= 256 else { return level.count * meanDegree }
    var cost = 0
    for place in level { cost &+= degree(of: nodes[place]) }
    return cost
  }

  private func contains(_ references: [UInt32], _ reference: UInt32) -> Bool {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      if references[middle] < reference { low = middle + 1 } else { high = middle }
    }
    return low < references.count && references[low] == reference
  }
}
