// SPDX-License-Identifier: Apache-2.0

/// Whether the search from the other end has seen a node.
protocol MeetingTest {
  func hasSeen(_ node: UInt32) -> Bool
}

/// There is no other search.
struct NoMeeting: MeetingTest {
  @inline(__always) func hasSeen(_ node: UInt32) -> Bool { false }
}

/// The other search has marked its nodes in these bits.
struct BitMeeting: MeetingTest {
  private let words: UnsafePointer<UInt64>

  init(_ bits: NodeBits) { words = UnsafePointer(bits.words) }

  @inline(__always)
  func hasSeen(_ node: UInt32) -> Bool {
    (words[Int(node >> 6)] &>> UInt64(node)) & 1 != 0
  }
}

/// The inner loop of breadth-first searches that only count: finds the level after a level, adding
/// it to the same queue. It stands by itself so that everything stays in registers.
struct LevelScan<Runs: EntryRuns, Test: StepTest, Meeting: MeetingTest> {
  /// Edges between two returns to the caller, which looks at its budget.
  private static var stretch: Int { 1 << 15 }

  /// Runs longer than this are worth a call.
  private static var shortRun: Int { 12 }

  let runs: Runs

  /// Asked for nodes alone; the runs know about edges.
  let test: Test
  let meeting: Meeting
  let nodes: UnsafeMutablePointer<UInt32>
  let seen: UnsafeMutablePointer<UInt64>

  /// The next node of the level, and how long the queue is.
  var place: Int
  var found: Int
  var isMet = false

  /// Goes through the level up to `end`, or a part of it.
  /// - Returns: the number of edges looked at.
  @inline(never)
  mutating func advance(to end: Int) -> Int {
    let runs = runs
    let test = test
    let meeting = meeting
    let nodes = nodes
    let seen = seen
    var found = found
    var place = place
    var edges = 0
    scan: while place < end, edges < Self.stretch {
      runs.prefetch(nodes, place, end)
      let node = nodes[place]
      place &+= 1
      for number in 0..<runs.count {
        var run = runs.run(number, of: node)
        edges &+= run.count &+ 1
        if Runs.areOpen && Test.self == EveryStep.self {
          if run.count > Self.shortRun {
            found = Self.addAll(run, meeting, seen: seen, to: nodes, found)
            if found >= 0 { continue }
            found = -1 &- found
            isMet = true
            break scan
          }
          while run.next != run.end {
            if meeting.hasSeen(run.next.pointee) {
              isMet = true
              break scan
            }
            found = Self.add(run.next.pointee, seen: seen, to: nodes, found)
            run.next += 1
          }
          continue
        }
        while run.next != run.end {
          let neighbour = run.next.pointee
          let word = seen + Int(neighbour >> 6)
          let bit: UInt64 = 1 &<< UInt64(neighbour)
          if word.pointee & bit == 0, runs.admits(run.next) {
            if meeting.hasSeen(neighbour) {
              isMet = true
              break scan
            }
            if test.admits(node: neighbour) {
              word.pointee |= bit
              nodes[found] = neighbour
              found &+= 1
            }
          }
          run.next += 1
        }
      }
    }
    self.found = found
    self.place = place
    return edges
  }

  /// Adds a node to the queue unless it is there. Without a branch, as whether a node is new
  /// cannot be foretold: it is written after the end, and the end moves or does not.
  @inline(__always)
  private static func add(
    _ node: UInt32, seen: UnsafeMutablePointer<UInt64>, to nodes: UnsafeMutablePointer<UInt32>,
    _ found: Int
  ) -> Int {
    let word = seen + Int(node >> 6)
    let bit = UInt64(node)
    let before = word.pointee
    nodes[found] = node
    word.pointee = before | (1 &<< bit)
    return found &+ Int(truncatingIfNeeded: ~(before &>> bit) & 1)
  }

  /// Adds the nodes of a long run, in a loop of its own that has all registers for itself.
  /// - Returns: how long the queue is, or -1 - that when the searches meet.
  @inline(never)
  private static func addAll(
    _ run: NeighbourRun, _ meeting: Meeting, seen: UnsafeMutablePointer<UInt64>,
    to nodes: UnsafeMutablePointer<UInt32>, _ found: Int
  ) -> Int {
    var found = found
    var next = run.next
    while next != run.end {
      if meeting.hasSeen(next.pointee) { return -1 &- found }
      found = add(next.pointee, seen: seen, to: nodes, found)
      next += 1
    }
    return found
  }
}
