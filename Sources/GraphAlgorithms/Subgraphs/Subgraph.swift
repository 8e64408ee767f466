// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A part of a graph: some of its nodes and edges, in the order of the graph. What a figure shows.
public struct Subgraph: Hashable, Sendable {
  /// Neighbours that were left out.
  public struct Omission: Hashable, Sendable {
    /// The node whose neighbours they are.
    public var node: NodeID

    /// The name of their type.
    public var type: String

    /// How many.
    public var count: Int
  }

  /// By type name, then key.
  public var nodes: [NodeID]

  /// For each node, how many steps it is away from where the part began.
  public var depths: [Int]

  /// By edge type, then source, then target.
  public var edges: [EdgeID]

  /// What was left out, by node, then type.
  public var omissions: [Omission]

  /// The nodes and edges of paths. The depth of a node is its least place on any of them.
  ///
  /// - Complexity: O(n log n) in the number of steps.
  public init(paths: [GraphPath], in view: TraversalView) {
    var depths: [UInt32: Int] = [:]
    var edges: [EdgeID] = []
    for path in paths {
      for (depth, node) in path.nodes.enumerated() {
        guard let position = view.position(of: node) else { continue }
        depths[position] = min(depths[position] ?? depth, depth)
      }
      for step in path.steps { edges.append(step.edge) }
    }
    let positions = depths.keys.sorted()
    nodes = positions.map(view.node(at:))
    self.depths = positions.map { depths[$0] ?? 0 }
    self.edges = view.inOrder(edges)
    omissions = []
  }

  init(nodes: [NodeID], depths: [Int], edges: [EdgeID], omissions: [Omission]) {
    self.nodes = nodes
    self.depths = depths
    self.edges = edges
    self.omissions = omissions
  }
}

extension TraversalView {
  /// Edges in the order of their positions, each once.
  func inOrder(_ edges: [EdgeID]) -> [EdgeID] {
    let sorted: [EdgeID]
    if let numbering {
      let places = numbering.edgePositions
      sorted = edges.sorted { places[Int($0.rawValue)] < places[Int($1.rawValue)] }
    } else {
      sorted = edges.sorted()
    }
    var unique: [EdgeID] = []
    unique.reserveCapacity(sorted.count)
    for edge in sorted where edge != unique.last { unique.append(edge) }
    return unique
  }
}
