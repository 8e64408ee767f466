// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A path question made ready for one view: positions instead of nodes, the filter compiled, every
/// name and number checked.
struct CompiledQuery {
  let start: UInt32
  let end: UInt32
  let filter: CompiledFilter
  let waypoints: WaypointTable?
  let maximumHops: Int
  let mode: PathMode

  /// What paths cost; nil by hops.
  let costs: EntryCosts?

  /// What an edge costs where only hops count.
  let hopWeight: PathCost
  let selection: PathQuery.Selection

  /// How many paths are wanted at most.
  let count: Int

  /// Whether the hop limit may rule out paths of the mode.
  let isHopLimited: Bool

  /// Whether the ends are one node that may be the whole path.
  let isWithinOneNode: Bool

  init(_ query: PathQuery, view: TraversalView) throws(TraversalError) {
    let ends = try QuestionEnds(
      from: query.start, to: query.end, avoiding: query.filter.avoidedNodes,
      maximumHops: query.maximumHops, in: view)
    start = ends.start
    end = ends.end
    mode = query.mode
    let longest = Self.longestPath(query.mode, view: view)
    isHopLimited = query.maximumHops.map { $0 < longest } ?? false
    maximumHops = min(query.maximumHops ?? .max, longest)
    count = try Self.count(query.selection)
    selection = query.selection
    filter = try CompiledFilter(query.filter, isDirected: query.isDirected, view: view)
    hopWeight = try Self.hopWeight(query.cost)
    costs = query.cost.isByHops ? nil : try view.costTables.costs(of: query.cost, in: view)
    waypoints =
      query.waypoints.isEmpty ? nil : try WaypointTable(query, view: view)
    isWithinOneNode = QuestionEnds.areWithinOneNode(
      query.start, asOf: query.filter.asOf, in: view)
  }

  /// The weights of all terms together.
  private static func hopWeight(_ cost: CostModel) throws(TraversalError) -> PathCost {
    var sum: Int64 = 0
    for term in cost.terms {
      let (next, overflows) = sum.addingReportingOverflow(term.weight.millionths)
      if overflows { throw .costsTooLarge }
      sum = next
    }
    return PathCost(millionths: sum)
  }

  /// The greatest number of paths, checked.
  private static func count(_ selection: PathQuery.Selection) throws(TraversalError) -> Int {
    var counts: [Int] =
      switch selection {
      case .anyShortest: [1]
      case .allShortest(let limit): [limit]
      case .shortest(let count): [count]
      case .shortestGroups(let groups, let limit): [groups, limit]
      }
    for count in counts where !(1...PathQuery.countLimit).contains(count) {
      throw .countOutOfRange(count, limit: PathQuery.countLimit)
    }
    return counts.removeLast()
  }

  /// The greatest number of edges that a path can have, as far as it can be counted.
  static func longestPath(_ mode: PathMode, view: TraversalView) -> Int {
    switch mode {
    // A path that passes no node twice has fewer edges than there are nodes, a closed one as many.
    case .simple, .acyclic: min(view.nodeCount, PathRanking.greatestHops)
    case .trail: min(view.edgeCount, PathRanking.greatestHops)
    case .walk: PathRanking.greatestHops
    }
  }
}

/// Which nodes are waypoints, and how a path makes progress by passing them.
///
/// Progress is a set of waypoints passed, as bits, or in order the number of them passed.
struct WaypointTable {
  /// Positions by waypoint, as ranges.
  private let ranges: [[Range<UInt32>]]
  private let isOrdered: Bool

  /// The progress of a path that has passed everything.
  let complete: Int

  init(_ query: PathQuery, view: TraversalView) throws(TraversalError) {
    guard query.waypoints.count <= PathQuery.waypointLimit else {
      throw .tooManyWaypoints(count: query.waypoints.count, limit: PathQuery.waypointLimit)
    }
    var ranges: [[Range<UInt32>]] = []
    for waypoint in query.waypoints {
      switch waypoint {
      case .node(let node):
        let position = try view.requirePosition(of: node)
        if node == query.start || node == query.end {
          throw .waypointIsEnd(view.graph.displayName(of: node))
        }
        if query.filter.avoidedNodes.contains(node) {
          throw .avoidedWaypoint(view.graph.displayName(of: node))
        }
        ranges.append([position..<(position + 1)])
      case .type(let name):
        try view.requireNodeTypes([name])
        ranges.append(view.nodeTypes.filter { $0.isNamed(name) }.map(\.range))
      }
    }
    self.ranges = ranges
    isOrdered = query.areWaypointsOrdered
    complete = isOrdered ? ranges.count : (1 << ranges.count) - 1
  }

  /// The number of different values that progress may have.
  var progressCount: Int { complete + 1 }

  /// Every node that is a waypoint.
  func nodes(in view: TraversalView) -> NodeSet {
    NodeSet(count: view.nodeCount, ranges: ranges.flatMap { $0 })
  }

  /// The progress after passing a node.
  func progress(_ progress: Int, passing node: UInt32) -> Int {
    if isOrdered {
      guard progress < ranges.count, contains(node, progress) else { return progress }
      return progress + 1
    }
    var passed = progress
    for waypoint in ranges.indices where passed >> waypoint & 1 == 0 && contains(node, waypoint) {
      passed |= 1 << waypoint
    }
    return passed
  }

  /// Whether each waypoint that is still to be passed has a node among these.
  func canBePassed(after progress: Int, within isMember: (UInt32) -> Bool) -> Bool {
    ranges.indices.allSatisfy { waypoint in
      let isPassed = isOrdered ? waypoint < progress : progress >> waypoint & 1 == 1
      return isPassed || ranges[waypoint].contains { $0.contains(where: isMember) }
    }
  }

  private func contains(_ node: UInt32, _ waypoint: Int) -> Bool {
    ranges[waypoint].contains { $0.contains(node) }
  }
}
