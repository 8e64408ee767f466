// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A path: nodes, and between each and the next the edge that was walked and in which direction.
///
/// Paths are told apart by their edges: two parallel edges make two paths.
public struct GraphPath: Hashable, Sendable {
  /// One edge of a path.
  public struct Step: Hashable, Sendable {
    public var edge: EdgeID

    /// Whether the edge is walked from its target to its source.
    public var isReversed: Bool

    public init(edge: EdgeID, isReversed: Bool) {
      self.edge = edge
      self.isReversed = isReversed
    }
  }

  /// In walking order; at least one.
  public let nodes: [NodeID]

  /// In walking order; one fewer than the nodes.
  public let steps: [Step]

  /// The number of edges.
  public var hops: Int { steps.count }

  /// Makes a path.
  /// - Precondition: `nodes.count == steps.count + 1`.
  public init(nodes: [NodeID], steps: [Step]) {
    precondition(nodes.count == steps.count + 1, "a path has one node more than it has edges")
    self.nodes = nodes
    self.steps = steps
  }

  /// The path as a value of the query language.
  public var value: PathValue { PathValue(nodes: nodes, edges: steps.map(\.edge)) }
}

/// When the links of a path hold together.
public struct PathValidity: Hashable, Sendable {
  /// The days on which all links hold; nil when there never was such a day. An open end means that
  /// the data bound no link on that side.
  public var interval: DateInterval?

  /// The places of the steps of which the data do not say since when they hold: neither the edge
  /// nor one of its ends has a start. The path may have begun later than ``interval`` says.
  public var stepsWithUnknownStart: [Int]
}

extension GraphPath {
  /// When the links of this path hold together: the days common to all its edges and their ends.
  /// A path of one node holds while the node exists.
  ///
  /// - Complexity: O(hops).
  public func validity(in graph: PropertyGraph) -> PathValidity {
    guard !steps.isEmpty else {
      let interval = graph.validity(of: nodes[0])
      return PathValidity(interval: interval.isEmpty ? nil : interval, stepsWithUnknownStart: [])
    }
    var common: DateInterval? = .unbounded
    var unknown: [Int] = []
    for (place, step) in steps.enumerated() {
      let interval = graph.validity(of: step.edge)
      common = common?.intersection(interval)
      if interval.start == nil { unknown.append(place) }
    }
    return PathValidity(interval: common, stepsWithUnknownStart: unknown)
  }
}

extension TraversalView {
  /// The path that starts at a position and follows entries.
  func path(from start: UInt32, entries: some Sequence<UInt32>) -> GraphPath {
    var nodes = [node(at: start)]
    var steps: [GraphPath.Step] = []
    for entry in entries {
      let reference = references.base[Int(entry)]
      nodes.append(node(at: neighbours.base[Int(entry)]))
      steps.append(
        GraphPath.Step(edge: edge(at: reference >> 1), isReversed: reference & 1 == 1))
    }
    return GraphPath(nodes: nodes, steps: steps)
  }
}
