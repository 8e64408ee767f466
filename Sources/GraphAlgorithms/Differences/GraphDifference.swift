// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// What changed from one graph to another: nodes and edges that came, went, ended or say something
/// else now, and what became of the source register and the description.
///
/// Nodes are the same when their keys are, nodes without keys when all they say is. Edges are the
/// same when type and ends are; of several such, those that say the same first, then those with one
/// identifier, one start, and the most properties in common.
///
/// ```swift
/// let difference = GraphDifference(from: old, to: new)
/// for change in difference.nodes where change.kind == .added { print(change.new!) }
/// ```
public struct GraphDifference: Sendable {
  public let old: PropertyGraph
  public let new: PropertyGraph

  /// By type, then key.
  public var nodes: [ElementDifference<NodeID>]

  /// By type, then the keys of the ends.
  public var edges: [ElementDifference<EdgeID>]

  /// By key.
  public var sources: [SourceDifference]

  /// In the order in which a description states them.
  public var description: [DescriptionDifference]

  /// Nodes that went and nodes that came under another key, with one type and one name that no
  /// other of them has: perhaps only the key changed.
  public var renames: [PossibleRename]

  private let matching: NodeMatching

  /// Compares two graphs.
  ///
  /// - Complexity: O((n + e) log d) in nodes, edges and the greatest number of edges of a node, times
  ///   the size of what each states; quadratic in the number of parallel edges that differ.
  public init(from old: PropertyGraph, to new: PropertyGraph) {
    self.old = old
    self.new = new
    let comparison = StatementComparison(old: old, new: new)
    let matching = NodeMatching(old: old, new: new, comparison)
    self.matching = matching
    nodes = matching.differences(comparison)
    edges = EdgeMatching(old: old, new: new, matching, comparison).differences()
    sources = SourceDifference.all(from: old.sources, to: new.sources)
    description = DescriptionDifference.all(from: old, to: new)
    renames = PossibleRename.all(in: nodes, old: old, new: new)
  }

  /// Whether the two say the same, in the same words and with the same sources.
  public var isEmpty: Bool {
    nodes.isEmpty && edges.isEmpty && sources.isEmpty && description.isEmpty
  }

  /// The part of the difference that is about nodes and edges of some types, as they are now or were.
  ///
  /// - Complexity: linear in the changes.
  public func limited(toNodeTypes nodeTypes: Set<String>, edgeTypes: Set<String>) -> GraphDifference
  {
    var copy = self
    copy.nodes = nodes.filter { change in
      change.old.map { nodeTypes.contains(old.typeName(of: $0)) } ?? false
        || change.new.map { nodeTypes.contains(new.typeName(of: $0)) } ?? false
    }
    copy.edges = edges.filter { edgeTypes.contains(typeName(of: $0)) }
    copy.sources = []
    copy.description = []
    copy.renames = renames.filter { nodeTypes.contains(new.typeName(of: $0.new)) }
    return copy
  }

  /// The part of the difference that is about what held on a day, in either graph.
  ///
  /// - Complexity: linear in the changes.
  public func limited(toDay day: CalendarDate) -> GraphDifference {
    var copy = self
    copy.nodes = nodes.filter { change in
      change.old.map { old.validity(of: $0).contains(day) } ?? false
        || change.new.map { new.validity(of: $0).contains(day) } ?? false
    }
    copy.edges = edges.filter { change in
      change.old.map { old.validity(of: $0).contains(day) } ?? false
        || change.new.map { new.validity(of: $0).contains(day) } ?? false
    }
    let left = Set(copy.nodes.compactMap(\.new))
    copy.renames = renames.filter { left.contains($0.new) }
    return copy
  }

  /// The node of the newer graph that a node of the older is; nil when it has gone.
  public func newNode(ofOld node: NodeID) -> NodeID? {
    Int(node.rawValue) < matching.newOfOld.count ? matching.newOfOld[Int(node.rawValue)] : nil
  }

  /// The type of a node as it is now, else as it was.
  public func typeName(of change: ElementDifference<NodeID>) -> String {
    change.new.map { new.typeName(of: $0) } ?? change.old.map { old.typeName(of: $0) } ?? ""
  }

  public func typeName(of change: ElementDifference<EdgeID>) -> String {
    change.new.map { new.typeName(of: $0) } ?? change.old.map { old.typeName(of: $0) } ?? ""
  }
}
