// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What a search keeps of how it came to a node.
protocol StepRecord {
  /// Notes that the node at a place of the queue, if it stays there, was found from the node at
  /// another place, by the entry whose neighbour is at an address.
  func note(_ found: Int, from place: Int, by neighbour: UnsafePointer<UInt32>)
}

/// Nothing, as for a search that only counts.
struct NoRecord: StepRecord {
  @inline(__always)
  func note(_ found: Int, from place: Int, by neighbour: UnsafePointer<UInt32>) {}
}

/// The place and the entry that each node was found from.
struct ParentRecord: StepRecord {
  private let parents: UnsafeMutablePointer<UInt32>
  private let entries: UnsafeMutablePointer<UInt32>
  private let neighbours: UnsafePointer<UInt32>

  /// The view and the memory must outlive the record.
  init(_ view: TraversalView, _ memory: SearchMemory) {
    parents = memory.forwardParents
    entries = memory.forwardEntries
    neighbours = view.neighbours.base
  }

  @inline(__always)
  func note(_ found: Int, from place: Int, by neighbour: UnsafePointer<UInt32>) {
    parents[found] = UInt32(truncatingIfNeeded: place)
    entries[found] = UInt32(truncatingIfNeeded: neighbour - neighbours)
  }
}

/// The inner loop of breadth-first searches over bits: finds the level after a level, adding it to
/// the same queue, in order of entries. It stands by itself so that everything stays in registers.
struct LevelScan<Runs: EntryRuns, Test: StepTest, Meeting: MeetingTest, Record: StepRecord> {
  /// Edges between two returns to the caller, which looks at its budget.
  private static var stretch: Int { 1 << 15 }

  /// Runs longer than this are worth a call.
  private static var shortRun: Int { 12 }

  let runs: Runs

  /// Asked for nodes alone; the runs know about edges.
  let test: Test
  let meeting: Meeting
  let record: Record
  let nodes: UnsafeMutablePointer<UInt32>
  let seen: UnsafeMutablePointer<UInt64>

  /// The next node of the level, and how long the queue is.
  var place: Int
  var found: Int

  /// Where the neighbour lies at which the searches met. It is one of the node before ``place``.
  var metAt: UnsafePointer<UInt32>?

  /// Goes through the level up to `end`, or a part of it.
  /// - Returns: the number of edges looked at.
  @inline(never)
  mutating func advance(to end: Int) -> Int {
    let runs = runs
    let test = test
    let meeting = meeting
    let record = record
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
            addAll(&run, from: place &- 1, &found)
          } else {
            while run.next != run.end, !meeting.hasSeen(run.next.pointee) {
              found = Self.add(run.next, from: place &- 1, seen, nodes, record, found)
              run.next += 1
            }
          }
        } else {
          while run.next != run.end {
            let neighbour = run.next.pointee
            let word = seen + Int(neighbour >> 6)
            let bit: UInt64 = 1 &<< UInt64(neighbour)
            if word.pointee & bit == 0, runs.admits(run.next) {
              if meeting.hasSeen(neighbour) { break }
              if test.admits(node: neighbour) {
                word.pointee |= bit
                nodes[found] = neighbour
                record.note(found, from: place &- 1, by: run.next)
                found &+= 1
              }
            }
            run.next += 1
          }
        }
        if run.next != run.end {
          metAt = run.next
          break scan
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
    _ neighbour: UnsafePointer<UInt32>, from place: Int, _ seen: UnsafeMutablePointer<UInt64>,
    _ nodes: UnsafeMutablePointer<UInt32>, _ record: Record, _ found: Int
  ) -> Int {
    let node = neighbour.pointee
    let word = seen + Int(node >> 6)
    let bit: UInt64 = 1 &<< UInt64(node)
    let before = word.pointee
    nodes[found] = node
    record.note(found, from: place, by: neighbour)
    word.pointee = before | bit
    return found &+ (before & bit == 0 ? 1 : 0)
  }

  /// Adds the nodes of a long run. What is left of the run begins where the searches meet.
  ///
  /// As nodes are numbered by type, it can often be told beforehand that they do not: then the
  /// other search is not asked about every node.
  @inline(__always)
  private func addAll(_ run: inout NeighbourRun, from place: Int, _ count: inout Int) {
    if Runs.areAscending, !meeting.mayHaveSeen(anyOfAscending: run) {
      addAll(&run, until: NoMeeting(), from: place, &count)
    } else {
      addAll(&run, until: meeting, from: place, &count)
    }
  }

  /// In a loop of its own that has all registers for itself.
  @inline(never)
  private func addAll(
    _ run: inout NeighbourRun, until meeting: some MeetingTest, from place: Int, _ count: inout Int
  ) {
    let record = record
    let nodes = nodes
    let seen = seen
    var found = count
    var next = run.next
    let end = run.end
    while next != end, !meeting.hasSeen(next.pointee) {
      found = Self.add(next, from: place, seen, nodes, record, found)
      next += 1
    }
    run.next = next
    count = found
  }
}
