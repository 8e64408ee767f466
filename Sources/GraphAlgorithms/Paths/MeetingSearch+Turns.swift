// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension MeetingSearch {
  /// Whether levels of both sides may be found at once: only where nothing is asked about how a
  /// node was found, and runs can be searched for a node.
  static var mayTakeTurns: Bool {
    Runs.areAscending && Runs.areOpen && Test.self == EveryStep.self && Record.self == NoRecord.self
  }

  /// Finds the next level of both sides by turns.
  ///
  /// An edge between the last levels is looked for beforehand, so that any node which both sides
  /// find lies halfway on a shortest path.
  func expandByTurns(
    _ result: inout Result, meter: inout BudgetMeter
  ) throws(TraversalError) -> Meeting? {
    if let meeting = result.directMeeting { return meeting }
    let (near, far) = (result.near, result.far)
    var nearTurns = LevelTurns(
      near.runs, nodes: near.nodes, level: near.level, found: near.count, seen: near.seen,
      other: far.seen)
    var farTurns = LevelTurns(
      far.runs, nodes: far.nodes, level: far.level, found: far.count, seen: far.seen,
      other: near.seen)
    // In proportion, so that both sides come by a shared neighbour at about the same time: runs
    // ascend, and nodes are spread over them evenly.
    let turns = max(min(near.cost, far.cost) / 64, 1)
    let (nearShare, farShare) = (near.cost / turns + 1, far.cost / turns + 1)
    var (nearEdges, farEdges) = (1, 1)
    while nearEdges + farEdges > 0 {
      nearEdges = nearTurns.advance(nearShare)
      result.near.count = nearTurns.found
      if let neighbour = nearTurns.metAt {
        result.far.endLastLevel()
        return Meeting(isNear: true, place: nearTurns.lastPlace, neighbour: neighbour)
      }
      farEdges = farTurns.advance(farShare)
      result.far.count = farTurns.found
      if let neighbour = farTurns.metAt {
        result.near.endLastLevel()
        return Meeting(isNear: false, place: farTurns.lastPlace, neighbour: neighbour)
      }
      try meter.charge(nearEdges + farEdges)
    }
    result.near.endLevel()
    result.far.endLevel()
    return nil
  }
}

extension MeetingSearch.Result {
  /// As many nodes of a level are worth looking for in runs.
  private static var few: Int { 4 }

  /// Whether both last levels are a few hubs of about the same size.
  var isWorthTurns: Bool {
    near.level.count <= Self.few && far.level.count <= Self.few
      && near.cost >= 64 && far.cost >= 64 && near.cost / 8 <= far.cost && far.cost / 8 <= near.cost
  }

  /// An edge between the last levels.
  fileprivate var directMeeting: MeetingSearch.Meeting? {
    let targets = UnsafeBufferPointer(
      start: far.nodes + far.level.lowerBound, count: far.level.count)
    for place in near.level {
      for number in 0..<near.runs.count {
        let run = near.runs.run(number, of: near.nodes[place])
        for target in targets {
          if let neighbour = run.first(target) {
            return MeetingSearch.Meeting(isNear: true, place: place, neighbour: neighbour)
          }
        }
      }
    }
    return nil
  }
}

extension NeighbourRun {
  /// Where a node lies in a run in ascending order; nil when it does not.
  ///
  /// - Complexity: O(log neighbours).
  fileprivate func first(_ node: UInt32) -> UnsafePointer<UInt32>? {
    guard next != end, next.pointee <= node, node <= end[-1] else { return nil }
    var low = next
    var count = count
    while count > 0 {
      let half = count / 2
      if low[half] < node {
        low += half + 1
        count -= half + 1
      } else {
        count = half
      }
    }
    return low != end && low.pointee == node ? low : nil
  }
}
