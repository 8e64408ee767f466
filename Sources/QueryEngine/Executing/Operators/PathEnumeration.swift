// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Lists paths between two nodes level by level, shortest first, until those that are wanted are
/// found.
///
/// Complexity: exponential in the length in the worst case; the budget of the run bounds it.
final class PathEnumeration {
  private let run: Run
  private let search: BoundPathSearch
  private let filter: Evaluator?
  private let frame: Frame
  private let walk: EdgeWalk

  init(
    _ run: Run, _ search: BoundPathSearch, filter: Evaluator?, frame: Frame
  ) {
    self.run = run
    self.search = search
    self.filter = filter
    self.frame = frame
    walk = EdgeWalk(run, search.direction, types: search.types)
  }

  /// A path that may be made longer.
  private struct Way {
    var nodes: [UInt32]
    var edges: [UInt32]

    /// Roughly, with what the two arrays need besides their members.
    var byteCount: Int { 96 + 8 * nodes.count }

    var value: PathValue {
      PathValue(
        nodes: nodes.map(NodeID.init(rawValue:)), edges: edges.map(EdgeID.init(rawValue:)))
    }
  }

  func paths(
    from start: UInt32, to end: UInt32, count: Int?
  ) throws(QueryFault) -> [PathValue] {
    var found: [Way] = []
    var level = [Way(nodes: [start], edges: [])]
    var lengths = 0
    // Without a selector or a limit, a walk could go on for ever; then nodes may not come again.
    var seen: Set<UInt32> = [start]
    let keepsOneWay = isOneWayEnough(from: start, to: end)
    var bytes = 0
    defer { run.giveBack(bytes) }
    while let first = level.first {
      let length = first.edges.count
      if length >= search.length.minimum {
        let complete = level.filter { $0.nodes[$0.nodes.count - 1] == end }
        if !complete.isEmpty { lengths += 1 }
        found += complete
        if isEnough(found.count, lengths: lengths, wanted: count) { break }
      }
      if let maximum = search.length.maximum, length >= maximum { break }
      level = try longer(level, keepsOneWay: keepsOneWay, seen: &seen, bytes: &bytes)
    }
    return selected(found, count: count).map(\.value)
  }

  private func isEnough(_ found: Int, lengths: Int, wanted: Int?) -> Bool {
    switch search.selection {
    case .all: false
    case .any, .shortest: found >= (wanted ?? 1)
    case .anyShortest, .allShortest: found > 0
    case .shortestGroups: lengths >= (wanted ?? 1)
    }
  }

  private func selected(_ found: [Way], count: Int?) -> [Way] {
    switch search.selection {
    case .all, .allShortest, .shortestGroups: found
    case .anyShortest: Array(found.prefix(1))
    case .any, .shortest: Array(found.prefix(count ?? 1))
    }
  }

  /// Whether one path to each node is enough to find the first shortest one.
  private func isOneWayEnough(from start: UInt32, to end: UInt32) -> Bool {
    guard search.length.minimum <= 1 else { return false }
    // A way round may not go back along its own edges, so it may need the longer way to a node.
    if start == end, search.direction == .either, search.mode != .walk { return false }
    if case .anyShortest = search.selection { return true }
    return false
  }

  private func longer(
    _ level: [Way], keepsOneWay: Bool, seen: inout Set<UInt32>, bytes: inout Int
  ) throws(QueryFault) -> [Way] {
    var next: [Way] = []
    for way in level {
      var edges: [UInt32] = []
      var nodes: [UInt32] = []
      let last = way.nodes[way.nodes.count - 1]
      if search.mode == .simple, way.edges.count > 0, last == way.nodes[0] { continue }
      walk.collect(at: last, &edges, &nodes)
      try run.charge(edges.count + 1)
      for (edge, node) in zip(edges, nodes) {
        guard mayGo(along: edge, to: node, way) else { continue }
        if let filter {
          frame.setLocal(search.length.local, .edge(EdgeID(rawValue: edge)))
          guard try filter.truth(frame) == true else { continue }
        }
        if keepsOneWay, way.edges.count > 0 || node != way.nodes[0],
          !seen.insert(node).inserted, node != way.nodes[0]
        {
          continue
        }
        var longer = way
        longer.edges.append(edge)
        longer.nodes.append(node)
        bytes += longer.byteCount
        try run.reserve(longer.byteCount)
        next.append(longer)
      }
    }
    return next
  }

  private func mayGo(along edge: UInt32, to node: UInt32, _ way: Way) -> Bool {
    switch search.mode {
    case .walk: true
    case .trail: !way.edges.contains(edge)
    case .acyclic: !way.nodes.contains(node)
    case .simple:
      !way.nodes.dropFirst().contains(node) && !way.edges.contains(edge)
    }
  }
}
