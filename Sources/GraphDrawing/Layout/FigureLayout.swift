// SPDX-License-Identifier: Apache-2.0

/// Where everything in a figure lies: points of 1/72 inch, origin top left, y downwards.
public struct FigureLayout: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A rectangle by its centre.
  public struct Box: Sendable, Hashable {
    public var centre: Point
    public var width: Double
    public var height: Double

    public init(centre: Point, width: Double, height: Double) {
      self.centre = centre
      self.width = width
      self.height = height
    }

    public var left: Double { centre.x - width / 2 }
    public var right: Double { centre.x + width / 2 }
    public var top: Double { centre.y - height / 2 }
    public var bottom: Double { centre.y + height / 2 }

    /// True when the two rectangles share more than an edge.
    public func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// One line of text: its words, where its middle and baseline lie, and how it is set.
  public struct TextLine: Sendable, Hashable {
    public enum Role: String, Sendable, Hashable {
      case label, sublabel, remark
      /// From the left of the box, where others stand in its middle.
      case detail
      /// The mark of an edge that says which paths take it.
      case rank
    }

    public var text: String
    /// Middle of the baseline.
    public var anchor: Point
    /// Measured width in points.
    public var width: Double
    public var role: Role

    public init(text: String, anchor: Point, width: Double, role: Role) {
      self.text = text
      self.anchor = anchor
      self.width = width
      self.role = role
    }
  }

  public struct Node: Sendable, Hashable {
    public var id: String
    public var box: Box
    public var shape: NodeShape
    public var lines: [TextLine]

    public init(id: String, box: Box, shape: NodeShape, lines: [TextLine]) {
      self.id = id
      self.box = box
      self.shape = shape
      self.lines = lines
    }
  }

  /// A cubic Bézier path: the first point, then three for each piece.
  public struct Curve: Sendable, Hashable {
    public var points: [Point]

    public init(points: [Point]) {
      self.points = points
    }
  }

  public struct Edge: Sendable, Hashable {
    /// Position of the edge in ``Figure/edges``.
    public var index: Int
    public var curve: Curve
    /// Tip of the arrowhead; nil when the edge has none. The curve ends at the base of the head.
    public var tip: Point?
    /// Room of the label; nil when labels are left out.
    public var labelBox: Box?
    public var labelLines: [TextLine]

    public init(
      index: Int, curve: Curve, tip: Point?, labelBox: Box?, labelLines: [TextLine]
    ) {
      self.index = index
      self.curve = curve
      self.tip = tip
      self.labelBox = labelBox
      self.labelLines = labelLines
    }
  }

  /// The frame around a set of nodes.
  public struct Cluster: Sendable, Hashable {
    /// Position in ``Figure/clusters``.
    public var index: Int
    public var box: Box
    public var labelLines: [TextLine]

    public init(index: Int, box: Box, labelLines: [TextLine]) {
      self.index = index
      self.box = box
      self.labelLines = labelLines
    }
  }

  public var width: Double
  public var height: Double
  /// In the order of their ids.
  public var nodes: [Node]
  /// In the order of ``Figure/edges``.
  public var edges: [Edge]
  /// In the order of ``Figure/clusters``; those whose nodes the figure lacks are not among them.
  public var clusters: [Cluster]
  public var engine: LayoutEngine
  /// Why this engine was used, for the reader ("34 nodes, 41 edges").
  public var reason: String
  /// What was left out or went wrong on the way; empty when nothing did.
  public var warnings: [String]
  /// True when labels of edges were left out to keep the figure readable or the layout quick.
  public var isWithoutEdgeLabels: Bool

  public init(
    width: Double, height: Double, nodes: [Node], edges: [Edge], engine: LayoutEngine,
    reason: String, warnings: [String] = [], isWithoutEdgeLabels: Bool = false,
    clusters: [Cluster] = []
  ) {
    self.width = width
    self.height = height
    self.nodes = nodes
    self.edges = edges
    self.engine = engine
    self.reason = reason
    self.warnings = warnings
    self.isWithoutEdgeLabels = isWithoutEdgeLabels
    self.clusters = clusters
  }
}
