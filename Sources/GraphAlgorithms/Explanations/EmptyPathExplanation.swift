// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Why a question for paths has no answer, and what it would take to get one.
///
/// Every constraint of the question is dropped by itself, and the question asked again. Those that
/// then have a path are the ones of which each, alone, removed the last path. When none does, pairs
/// are tried, and failing those a set from which nothing can be left out.
///
/// The constraints come in a fixed order of preference, the lightest change of the question first:
/// the hop limit; an avoided node; an excluded node type; an excluded edge type; the order of
/// waypoints; a waypoint; the path mode, where waypoints make it matter; the list of allowed node
/// types; the list of allowed edge types; the direction of an edge type; the direction of the
/// question; an excluded source; the list of allowed sources; the date. The first that helps is
/// the cheapest. The path that it comes with is the first in the order of the question: the
/// cheapest, where the question has a cost.
///
/// This is data alone; `sentences(in:)` puts it into words.
public struct EmptyPathExplanation: Hashable, Sendable {
  /// One thing that a question asks of its paths.
  public enum Constraint: Hashable, Sendable {
    case maximumHops(Int)
    case avoidedNode(NodeID)
    case excludedNodeType(String)
    case excludedEdgeType(String)
    case waypointOrder
    case waypoint(PathQuery.Waypoint)
    case mode(PathMode)
    case allowedNodeTypes([String])
    case allowedEdgeTypes([String])
    case edgeDirection(type: String, EdgeDirection)
    case direction
    case excludedSource(SourceID)
    case allowedSources([SourceID])
    case asOf(CalendarDate)
  }

  /// Constraints without which there is a path, and the first such path.
  public struct Relaxation: Hashable, Sendable {
    /// In order of preference.
    public var constraints: [Constraint]
    public var path: GraphPath
  }

  /// How far a search gets from one end under the filter and the hop limit, waypoints aside.
  public struct Reach: Hashable, Sendable {
    /// The nodes reached, the end itself included.
    public var nodeCount: Int

    /// How many steps away the farthest of them is.
    public var greatestDepth: Int

    /// How many edges at the end may be walked, and how many there are.
    public var openEdgeCount: Int
    public var edgeCount: Int
  }

  /// What the question asks, in order of preference.
  public var constraints: [Constraint]

  /// The constraints that each, alone, removed the last path; in order of preference.
  public var relaxations: [Relaxation]

  /// Where no single constraint did: several that must be dropped together. None of them can be
  /// kept.
  public var combination: Relaxation?

  /// Whether there is a path when nothing is asked of it; nil when the budget ended before that was
  /// known.
  public var areConnected: Bool?
  public var startReach: Reach
  public var endReach: Reach

  /// Constraints that could not be tried within the budget.
  public var untried: [Constraint]

  /// The lightest change of the question that gives a path.
  public var cheapest: Relaxation? { relaxations.first ?? combination }
}

extension EmptyPathExplanation.Constraint {
  /// What a question asks, in order of preference; lists by name or number.
  static func all(of query: PathQuery) -> [Self] {
    var all: [Self] = []
    let filter = query.filter
    if let maximumHops = query.maximumHops { all.append(.maximumHops(maximumHops)) }
    all += Set(filter.avoidedNodes).sorted().map(Self.avoidedNode)
    all += Set(filter.excludedNodeTypes).sorted().map(Self.excludedNodeType)
    all += Set(filter.excludedEdgeTypes).sorted().map(Self.excludedEdgeType)
    if query.areWaypointsOrdered, query.waypoints.count > 1 { all.append(.waypointOrder) }
    var seen: Set<PathQuery.Waypoint> = []
    all += query.waypoints.filter { seen.insert($0).inserted }.map(Self.waypoint)
    if !query.waypoints.isEmpty, query.mode != .walk { all.append(.mode(query.mode)) }
    if let types = filter.allowedNodeTypes { all.append(.allowedNodeTypes(types)) }
    if let types = filter.allowedEdgeTypes { all.append(.allowedEdgeTypes(types)) }
    for (type, direction) in filter.edgeDirections.sorted(by: { $0.key < $1.key })
    where direction != .both {
      all.append(.edgeDirection(type: type, direction))
    }
    if query.isDirected { all.append(.direction) }
    all += Set(filter.excludedSources).sorted().map(Self.excludedSource)
    if let sources = filter.allowedSources { all.append(.allowedSources(sources)) }
    if let day = filter.asOf { all.append(.asOf(day)) }
    return all
  }

  /// The question without this constraint.
  func dropped(from query: PathQuery) -> PathQuery {
    var query = query
    switch self {
    case .maximumHops: query.maximumHops = nil
    case .avoidedNode(let node): query.filter.avoidedNodes.removeAll { $0 == node }
    case .excludedNodeType(let name): query.filter.excludedNodeTypes.removeAll { $0 == name }
    case .excludedEdgeType(let name): query.filter.excludedEdgeTypes.removeAll { $0 == name }
    case .waypointOrder: query.areWaypointsOrdered = false
    case .mode: query.mode = .walk
    case .waypoint(let waypoint): query.waypoints.removeAll { $0 == waypoint }
    case .allowedNodeTypes: query.filter.allowedNodeTypes = nil
    case .allowedEdgeTypes: query.filter.allowedEdgeTypes = nil
    case .edgeDirection(let type, _): query.filter.edgeDirections[type] = .both
    case .direction: query.isDirected = false
    case .excludedSource(let source):
      query.filter.excludedSources.removeAll { $0 == source }
    case .allowedSources: query.filter.allowedSources = nil
    case .asOf: query.filter.asOf = nil
    }
    return query
  }
}
