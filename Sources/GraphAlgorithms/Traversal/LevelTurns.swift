// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A level that is found a stretch at a time, in turn with a level of the search from the other
/// end.
///
/// Two hubs with thousands of neighbours each mostly share some. A search that adds all neighbours
/// of the one before it looks at the first of the other does, and forgets, work that grows with the
/// hub; by turns the work grows with the place of the first shared neighbour.
struct LevelTurns<Runs: EntryRuns> {
  private let runs: Runs
  private let nodes: UnsafeMutablePointer<UInt32>
  private let seen: UnsafeMutablePointer<UInt64>
  private let other: UnsafePointer<UInt64>

  /// The next node of the level, where the level ends, and how long the queue is.
  private var place: Int
  private let end: Int
  private(set) var found: Int

  /// The run at hand of the node before ``place``.
  private var number: Int
  private var run = NeighbourRun(next: Self.nothing, end: Self.nothing)

  /// Where an empty run begins and ends: nothing is read there.
  private static var nothing: UnsafePointer<UInt32> { UnsafePointer(bitPattern: 4)! }

  /// Where the neighbour lies at which the searches met. It is one of the node before ``place``.
  private(set) var metAt: UnsafePointer<UInt32>?

  /// - Parameters:
  ///   - level: the places of the last complete level in the queue `nodes`, which is `found` long.
  ///   - seen: what this search has seen.
  ///   - other: what the other one has.
  init(
    _ runs: Runs, nodes: UnsafeMutablePointer<UInt32>, level: Range<Int>, found: Int,
    seen: NodeBits, other: NodeBits
  ) {
    self.runs = runs
    self.nodes = nodes
    self.seen = seen.words
    self.other = UnsafePointer(other.words)
    self.found = found
    place = level.lowerBound
    end = level.upperBound
    number = runs.count
  }

  /// The place of the node whose entries were looked at last.
  var lastPlace: Int { place - 1 }

  /// Looks at so many entries, or at as many as are left.
  ///
  /// - Returns: the number of entries looked at, and of runs begun; zero when the level is complete.
  @inline(never)
  mutating func advance(_ wanted: Int) -> Int {
    let (nodes, seen, other) = (nodes, seen, other)
    var (found, looked) = (found, 0)
    while looked < wanted {
      if run.next == run.end {
        if number == runs.count {
          if place == end { break }
          place &+= 1
          number = 0
        }
        run = runs.run(number, of: nodes[place &- 1])
        number &+= 1
        looked &+= 1
        continue
      }
      var next = run.next
      let first = next
      let last = next + min(run.count, wanted &- looked)
      while next != last {
        let node = next.pointee
        let word = Int(node >> 6)
        let bit: UInt64 = 1 &<< UInt64(node)
        if other[word] & bit != 0 {
          metAt = next
          break
        }
        // Without a branch, as whether a node is new cannot be foretold.
        let before = seen[word]
        nodes[found] = node
        seen[word] = before | bit
        found &+= before & bit == 0 ? 1 : 0
        next += 1
      }
      looked &+= next - first
      run.next = next
      if metAt != nil { break }
    }
    self.found = found
    return looked
  }
}
