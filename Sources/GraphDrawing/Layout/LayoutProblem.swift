// SPDX-License-Identifier: Apache-2.0

/// What a layout engine is told: sizes and ends, no names and no text.
struct LayoutProblem: Sendable, Hashable {
  struct Node: Sendable, Hashable {
    /// In points.
    var width: Double
    var height: Double
    /// True clips edges at an ellipse, false at a rectangle.
    var isRound: Bool
    /// Centre, for an engine that leaves nodes where they are; nil otherwise.
    var place: FigureLayout.Point? = nil
  }

  enum Arrow: String, Sendable, Hashable {
    case none, head, tail
  }

  struct Edge: Sendable, Hashable {
    /// Positions in ``LayoutProblem/nodes``.
    var tail: Int
    var head: Int
    /// Room of the label in points; zero without a label.
    var labelWidth: Double
    var labelHeight: Double
    var arrow: Arrow
  }

  /// Nodes that get a frame around them. A node belongs to one at most.
  struct Cluster: Sendable, Hashable {
    /// Positions in ``LayoutProblem/nodes``, at least one.
    var members: [Int]
    /// Room of the label in points; zero without a label.
    var labelWidth: Double
    var labelHeight: Double
  }

  var engine: LayoutEngine
  var effort: LayoutEffort
  var direction: Figure.Direction
  var nodes: [Node]
  var edges: [Edge]
  var clusters: [Cluster] = []
  /// Nodes that stand in one rank, the ranks in their order; empty when links decide. Each has at
  /// least one node, and a node is in one at most.
  var ranks: [[Int]] = []

  /// True when the engine draws frames around clusters and keeps ranks.
  var isLayered: Bool { engine == .dot }

  /// Bounds that hold for every problem, whatever the limits of a service are.
  enum Bound {
    static let nodes = 20_000
    static let edges = 100_000
    /// Longest side of a node or label, in points.
    static let side = 5_000.0
    /// Farthest that a node may be from the origin, in points.
    static let place = 200_000.0
  }
}

/// What a layout engine answers, in points, origin top left.
struct LayoutSolution: Sendable, Hashable {
  struct Edge: Sendable, Hashable {
    /// First point and three for each Bézier piece, from tail to head.
    var points: [FigureLayout.Point]
    /// Tip of the arrowhead, at whichever end the problem asked for.
    var tip: FigureLayout.Point?
    /// Middle of the label.
    var label: FigureLayout.Point?
  }

  struct Cluster: Sendable, Hashable {
    var box: FigureLayout.Box
    /// Middle of the label.
    var label: FigureLayout.Point?
  }

  var width: Double
  var height: Double
  /// Centres.
  var nodes: [FigureLayout.Point]
  var edges: [Edge]
  /// What the engine said on the way.
  var messages: [String]
  /// One for each of the problem where the engine draws them, else none.
  var clusters: [Cluster] = []

  enum Bound {
    /// Largest coordinate that is believed, in points.
    static let coordinate = 10_000_000.0
    /// Most points of one edge.
    static let points = 10_000
    static let messages = 20
  }
}

/// Two decimals: what both ends of a pipe read alike.
func hundredths(_ value: Double) -> Double {
  (value * 100).rounded() / 100
}
