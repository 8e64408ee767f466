// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Breadth-first search from both ends at once, level by level, the cheaper side first, over one
/// bit for each node and side.
///
/// Either side finds its nodes in order of entries, level after level, and both stop at the first
/// edge found that joins them. To count how many edges lie between the ends, nothing else is kept,
/// and two levels may be found by turns (``LevelTurns``).
///
/// Complexity: O(edges within the two half balls). Literature: I. Pohl, "Bi-directional search",
/// Machine Intelligence 6 (1971).
struct MeetingSearch<Runs: EntryRuns, Test: StepTest, Record: StepRecord> {
  /// The edges as walked from the start, and from the end.
  let forward: Runs
  let backward: Runs
  let test: Test

  /// What is kept of the search from the start.
  let record: Record
  let memory: SearchMemory

  /// One of the two searches.
  struct Side {
    let runs: Runs
    let nodes: UnsafeMutablePointer<UInt32>
    let seen: NodeBits

    /// Where each complete level begins in the queue, and where the last one ends.
    private let starts: UnsafeMutablePointer<UInt32>

    /// How many nodes were seen, those of a level begun included.
    var count = 1

    /// How many edges the last complete level lies from the end of the search.
    fileprivate(set) var depth = 0

    /// The places of the last complete level.
    fileprivate(set) var level = 0..<1

    /// The edges at the nodes of the last level, of a large one an estimate.
    fileprivate(set) var cost = 0

    fileprivate init(
      from node: UInt32, _ runs: Runs, nodes: UnsafeMutablePointer<UInt32>,
      starts: UnsafeMutablePointer<UInt32>, seen: NodeBits
    ) {
      self.runs = runs
      self.nodes = nodes
      self.starts = starts
      self.seen = seen
      nodes[0] = node
      starts[0] = 0
      starts[1] = 1
      seen.insert(node)
      cost = levelCost
    }

    /// The places of the level so many edges from the end of the search.
    func level(_ depth: Int) -> Range<Int> { Int(starts[depth])..<Int(starts[depth + 1]) }

    /// Makes what was found after the last level the last one.
    mutating func endLevel() {
      level = level.upperBound..<count
      depth &+= 1
      starts[depth &+ 1] = UInt32(truncatingIfNeeded: count)
      cost = levelCost
    }

    /// What the other search tests. An edge from its last level leads to no earlier level than the
    /// last one of this side: the searches would have met before.
    var meeting: BitMeeting {
      BitMeeting(
        seen, level: UnsafeBufferPointer(start: nodes + level.lowerBound, count: level.count))
    }

    /// The same for a level that is incomplete, as the searches met: nobody will look at it.
    mutating func endLastLevel() { depth &+= 1 }

    private var levelCost: Int {
      let stride = max(level.count / 12, 1)
      var cost = 0
      var place = level.lowerBound
      while place < level.upperBound {
        for number in 0..<runs.count { cost &+= runs.run(number, of: nodes[place]).count }
        place &+= stride
      }
      return cost &* stride
    }

    func forget() { seen.forget(nodes, count: count) }
  }

  /// Where the searches met: at a neighbour of the node at a place of the side that found it.
  struct Meeting {
    let isNear: Bool
    let place: Int
    let neighbour: UnsafePointer<UInt32>
  }

  /// Both sides as a search leaves them, with what they have seen.
  struct Result {
    var near: Side
    var far: Side
    var meeting: Meeting?

    /// The number of edges of the shortest paths.
    var hops: Int { near.depth + far.depth + 1 }

    func forget() {
      near.forget()
      far.forget()
    }
  }

  /// The number of edges of the shortest paths; nil when there is none.
  ///
  /// - Precondition: the ends are two nodes.
  func hops(
    between ends: QuestionEnds, maximumHops: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    let result = try meet(
      from: ends.start, to: ends.end, maximumHops: maximumHops, meter: &meter)
    defer { result.forget() }
    return result.meeting == nil ? nil : result.hops
  }

  /// Searches until both sides meet, or cannot. The caller has what was seen forgotten.
  ///
  /// - Precondition: `start != end`.
  func meet(
    from start: UInt32, to end: UInt32, maximumHops: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> Result {
    var result = Result(
      near: Side(
        from: start, forward, nodes: memory.forwardNodes, starts: memory.forwardLevels,
        seen: memory.forwardBits),
      far: Side(
        from: end, backward, nodes: memory.backwardNodes, starts: memory.backwardLevels,
        seen: memory.backwardBits))
    var depth = 0
    do throws(TraversalError) {
      while depth < maximumHops {
        if Self.mayTakeTurns, depth + 2 <= maximumHops, result.isWorthTurns {
          depth += 2
          result.meeting = try expandByTurns(&result, meter: &meter)
          if result.meeting != nil || result.near.level.isEmpty || result.far.level.isEmpty {
            break
          }
          continue
        }
        depth += 1
        let isNear = result.near.cost <= result.far.cost
        let meeting =
          isNear
          ? try expand(&result.near, until: result.far.meeting, record, isNear, meter: &meter)
          : try expand(&result.far, until: result.near.meeting, NoRecord(), isNear, meter: &meter)
        result.meeting = meeting
        if meeting != nil || (isNear ? result.near : result.far).level.isEmpty { break }
      }
    } catch {
      result.forget()
      throw error
    }
    return result
  }

  /// Finds the next level of a side, or where an edge leads to a node that the other has seen.
  private func expand(
    _ side: inout Side, until other: BitMeeting, _ record: some StepRecord, _ isNear: Bool,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> Meeting? {
    let level = side.level
    var scan = LevelScan(
      runs: side.runs, test: test, meeting: other, record: record,
      nodes: side.nodes, seen: side.seen.words, place: level.lowerBound, found: side.count)
    while scan.place < level.upperBound {
      let edges = scan.advance(to: level.upperBound)
      side.count = scan.found
      try meter.charge(edges)
      if let neighbour = scan.metAt {
        return Meeting(isNear: isNear, place: scan.place - 1, neighbour: neighbour)
      }
    }
    side.endLevel()
    return nil
  }
}
