// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A question for paths between two nodes.
///
/// Paths are ordered by cost, then by hops, then step by step from the start by edge type, then by
/// the node at the far end (its type, then its key), then by edge. Answers are in this order and
/// begin with its first path, whatever way a search goes about it. Unless the question names a
/// ``cost``, that is the number of hops, and "shortest" is meant by it throughout.
public struct PathQuery: Hashable, Sendable {
  /// Which of the paths are wanted.
  public enum Selection: Hashable, Sendable {
    /// The first of the shortest; with a cost, of the cheapest.
    case anyShortest

    /// All of the shortest, in order, up to a number of them.
    case allShortest(limit: Int)

    /// This many of the shortest, in order, longer ones included.
    case shortest(Int)

    /// All paths of this many smallest lengths, or costs, in order, up to a number of paths: what
    /// GQL calls `SHORTEST k GROUPS`.
    case shortestGroups(Int, limit: Int)
  }

  /// Something that a path must pass between its ends.
  public enum Waypoint: Hashable, Sendable {
    case node(NodeID)

    /// Any node of the type with this name, or with this label.
    case type(String)
  }

  /// The greatest number of waypoints.
  public static let waypointLimit = 8

  /// The greatest number of paths that may be asked for.
  public static let countLimit = 10_000

  public var start: NodeID
  public var end: NodeID
  public var filter: TraversalFilter

  /// What the path must pass, besides its ends. Without an order one node may serve as several
  /// waypoints; in order, a node serves as one of them at most. The filter holds for waypoints too.
  public var waypoints: [Waypoint]

  /// Whether the waypoints must be passed in the order given.
  public var areWaypointsOrdered: Bool

  /// The greatest number of edges of a path; nil for any. A limit above 16,777,214 holds as that.
  public var maximumHops: Int?
  public var selection: Selection

  /// What a path costs; by hops unless something else is asked.
  public var cost: CostModel

  /// What a path may repeat. Node rules of the filter hold between the ends; where a walk or a
  /// trail comes through an end once more, they do not hold for it.
  public var mode: PathMode

  /// Whether edges are walked from source to target only. Edge types for which the filter names a
  /// direction keep that.
  public var isDirected: Bool

  /// Makes a question; the default asks for one shortest path over all edges, walked both ways.
  public init(
    from start: NodeID, to end: NodeID, filter: TraversalFilter = TraversalFilter(),
    via waypoints: [Waypoint] = [], areWaypointsOrdered: Bool = false, maximumHops: Int? = nil,
    selection: Selection = .anyShortest, isDirected: Bool = false, cost: CostModel = .hops,
    mode: PathMode = .acyclic
  ) {
    self.start = start
    self.end = end
    self.filter = filter
    self.waypoints = waypoints
    self.areWaypointsOrdered = areWaypointsOrdered
    self.maximumHops = maximumHops
    self.selection = selection
    self.isDirected = isDirected
    self.cost = cost
    self.mode = mode
  }
}

/// The paths that answer a question.
public struct PathAnswer: Hashable, Sendable {
  /// In order.
  public var paths: [GraphPath]

  /// How many paths there are to choose from, where that is known: for all shortest paths their
  /// number, for the k shortest the number found when there are fewer than k.
  public var total: PathCount?

  /// What each path costs.
  public var costs: [PathCost]

  /// Makes an answer; without costs, each path costs its hops.
  public init(paths: [GraphPath], total: PathCount? = nil, costs: [PathCost]? = nil) {
    self.paths = paths
    self.total = total
    self.costs = costs ?? paths.map { PathCost($0.hops) ?? PathCost(millionths: .max) }
  }
}

/// A number of paths, which may be more than 64 bits can say.
public struct PathCount: Hashable, Sendable {
  /// The number, or the greatest one of 64 bits.
  public var value: UInt64

  /// Whether there are more than ``value``.
  public var isExceeded: Bool

  public init(_ value: UInt64, isExceeded: Bool = false) {
    self.value = value
    self.isExceeded = isExceeded
  }

  /// Adds without overflow.
  public static func + (left: PathCount, right: PathCount) -> PathCount {
    let (sum, overflows) = left.value.addingReportingOverflow(right.value)
    return overflows || left.isExceeded || right.isExceeded
      ? PathCount(.max, isExceeded: true) : PathCount(sum)
  }
}
