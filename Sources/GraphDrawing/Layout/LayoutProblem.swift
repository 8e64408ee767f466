// SPDX-License-Identifier: Apache-2.0

/// What a layout engine is told: sizes and ends, no names and no text.
struct LayoutProblem: Sendable, Hashable {
  struct Node: Sendable, Hashable {
    /// In points.
    var width: Double
    var height: Double
    /// True clips edges at an ellipse, false at a rectangle.
    var isRound: Bool
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

  var engine: LayoutEngine
  var effort: LayoutEffort
  var direction: Figure.Direction
  var nodes: [Node]
  var edges: [Edge]

  /// Bounds that hold for every problem, whatever the limits of a service are.
  enum Bound {
    static let nodes = 20_000
    static let edges = 100_000
    /// Longest side of a node or label, in points.
    static let side = 5_000.0
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

  var width: Double
  var height: Double
  /// Centres.
  var nodes: [FigureLayout.Point]
  var edges: [Edge]
  /// What the engine said on the way.
  var messages: [String]

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
