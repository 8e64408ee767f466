// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Lists the walks of one length along the levels that two searches left, depth first, but for
/// those that stay at a node or turn back at once.
///
/// A walk has one edge more than the levels of both searches. After so many edges it is at a node
/// of that level, or with slack of some levels before, as long as that is among the levels from the
/// start; then among those from the end likewise, counted from there.
struct LevelWalk<Test: StepTest> {
  /// The greatest slack with which these walks are loopless.
  static var slackLimit: Int { 2 }

  private let view: TraversalView
  private let test: Test
  private let memory: SearchMemory
  private let length: Int
  private let slack: Int

  /// By the number of edges walked, the marks of the nodes that may be reached then.
  private var gates: [Gate] = []
  private var deadEnds: DeadEnds

  private struct Gate {
    /// 1 where the marks are those of the search from the end.
    let side: Int
    let low: UInt32
    let high: UInt32
  }

  /// One node of the way that is walked now: the node before, the entries left, and what became
  /// of those taken.
  private struct Step {
    let node: UInt32
    let before: UInt32
    var next: Int
    let last: Int

    /// Whether any way through here has reached the end.
    var hasReached = false

    /// Whether a way was left out because it turns back.
    var turnsBack = false
  }

  /// - Parameter slack: by how many edges the walks are longer than the shortest; the levels from
  ///   the end are as many more than the searches needed to meet.
  init(
    _ view: TraversalView, test: Test, memory: SearchMemory,
    meeting: BidirectionalSearch<Test>.Meeting, slack: Int
  ) {
    self.view = view
    self.test = test
    self.memory = memory
    self.slack = slack
    length = meeting.hops
    deadEnds = DeadEnds(memory, slack: slack)
    for walked in 0...length {
      let isNear = walked <= meeting.forwardDepth
      let levels = isNear ? meeting.forwardLevels : meeting.backwardLevels
      let level = isNear ? walked : length - walked
      // Neither end comes twice.
      let lowest = max(level - slack, min(level, 1))
      gates.append(
        Gate(
          side: isNear ? 0 : 1, low: memory.base &+ UInt32(levels[lowest]),
          high: memory.base &+ UInt32(levels[level + 1])))
    }
  }

  /// Adds paths, in order, until there are `count`, or until `goesOn` is false.
  /// - Returns: whether that ended it.
  mutating func list(
    into found: inout [[UInt32]], count: Int, from start: UInt32, meter: inout BudgetMeter,
    while goesOn: ([[UInt32]]) -> Bool
  ) throws(TraversalError) -> Bool {
    let neighbours = view.neighbours.base
    var steps = [step(at: start, from: start)]
    var path: [UInt32] = []
    while let top = steps.indices.last {
      let first = steps[top].next
      let entry = nextEntry(of: &steps[top], walked: top + 1)
      try meter.charge(entry &- first &+ 1)
      steps[top].next = entry + 1
      if entry == steps[top].last {
        let step = steps.removeLast()
        guard let before = steps.indices.last else { return false }
        path.removeLast()
        if step.hasReached {
          steps[before].hasReached = true
        } else {
          deadEnds.insert(
            step.node, from: step.turnsBack ? step.before : nil, walked: top)
        }
      } else if top + 1 == length {
        steps[top].hasReached = true
        try meter.reserve(4 * length)
        found.append(path + [UInt32(entry)])
        meter.foundPaths += 1
        if !goesOn(found) || found.count == count { return true }
      } else {
        path.append(UInt32(entry))
        steps.append(step(at: neighbours[entry], from: steps[top].node))
      }
    }
    return false
  }

  /// Clears what the walk has written. To be called once.
  mutating func forget() { deadEnds.forget() }

  private func step(at node: UInt32, from before: UInt32) -> Step {
    let entries = view.entries(of: node)
    return Step(
      node: node, before: before, next: entries.lowerBound, last: entries.upperBound)
  }

  /// The next entry by which the walk may go on; the last one's successor when there is none.
  private func nextEntry(of step: inout Step, walked: Int) -> Int {
    let neighbours = view.neighbours.base
    let references = view.references.base
    let gate = gates[walked]
    let marks = memory.marks + gate.side
    let dead = deadEnds.numbers(walked: walked)
    let test = test
    let node = step.node
    let before = step.before
    var entry = step.next
    while entry < step.last {
      let neighbour = neighbours[entry]
      let mark = marks[2 &* Int(neighbour)]
      if mark >= gate.low, mark < gate.high, neighbour != node {
        let deadFrom = dead[Int(neighbour)]
        if deadFrom != DeadEnds.always, deadFrom != node &+ 1, test.admits(references[entry]) {
          if neighbour != before { return entry }
          // Without so much slack no way that turns back reaches the end anyhow.
          if slack > 1 { step.turnsBack = true }
        }
      }
      entry &+= 1
    }
    return entry
  }
}

/// Nodes from which the end cannot be reached in as many edges as are left.
///
/// A node is reached by as many edges as it is away from the start, or by a few more as slack
/// allows, so as many tables as that tell the cases apart. For each node a table has 0 when nothing
/// is known, a number when no way on is open to who comes from a certain node (which he may not
/// turn back to), another when none is to anybody.
private struct DeadEnds {
  static let always = UInt32.max

  private let tables: [ZeroedMemory]
  private var nodes: [UInt32] = []

  init(_ memory: SearchMemory, slack: Int) {
    tables = memory.tables(slack + 1)
  }

  func numbers(walked: Int) -> UnsafePointer<UInt32> {
    UnsafePointer(tables[walked % tables.count].base)
  }

  /// - Parameter before: who comes from there finds no way; nil when nobody does.
  mutating func insert(_ node: UInt32, from before: UInt32?, walked: Int) {
    let number = tables[walked % tables.count].base + Int(node)
    if number.pointee == 0 {
      nodes.append(node)
      number.pointee = before.map { $0 &+ 1 } ?? Self.always
    } else {
      // Whatever was barred to the one was open to the other.
      number.pointee = Self.always
    }
  }

  mutating func forget() {
    for table in tables {
      for node in nodes { table.base[Int(node)] = 0 }
    }
    nodes = []
  }
}
