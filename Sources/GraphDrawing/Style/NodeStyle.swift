// SPDX-License-Identifier: Apache-2.0

/// The outline of a node.
public enum NodeShape: String, Sendable, Hashable, CaseIterable {
  case ellipse, doubleEllipse
  case box, doubleBox, roundedBox, doubleRoundedBox
  /// A page with a folded corner.
  case note
  /// A box with a tab.
  case folder
  case hexagon
  /// A signpost: flat on the left, pointed on the right.
  case pointedBox
  /// A box with half circles at its ends.
  case pill
  /// A box with cut corners.
  case octagon
  case parallelogram
  case trapezium
  /// A box with a bar along its left side.
  case barredBox
  /// A page with a wavy lower edge.
  case wavyBox
}

/// How a node of one type is drawn.
public struct NodeStyle: Sendable, Hashable {
  public var shape: NodeShape
  /// Background, "#RRGGBB".
  public var fill: String
  /// Outline, "#RRGGBB".
  public var stroke: String
  /// Outline width in points.
  public var strokeWidth: Double
  /// Lengths of dashes and gaps in points; empty for a solid outline.
  public var dashes: [Double]
  /// Colour of all texts, "#RRGGBB"; nil for those of ``FigureStyle/colours``.
  public var text: String?
  /// Size of the label in points; nil for ``FigureStyle/labelSize``.
  public var textSize: Double?

  public init(
    shape: NodeShape, fill: String, stroke: String, strokeWidth: Double = 1,
    dashes: [Double] = [], text: String? = nil, textSize: Double? = nil
  ) {
    self.shape = shape
    self.fill = fill
    self.stroke = stroke
    self.strokeWidth = strokeWidth
    self.dashes = dashes
    self.text = text
    self.textSize = textSize
  }
}

/// How a line of one kind is drawn.
public struct LineStyle: Sendable, Hashable {
  /// Width in points.
  public var width: Double
  /// Lengths of dashes and gaps in points; empty for a solid line.
  public var dashes: [Double]
  /// Colour, "#RRGGBB".
  public var stroke: String
  /// True for dots: dashes of no length with round ends.
  public var hasRoundEnds: Bool
  /// Colour of the label, "#RRGGBB"; nil for that of ``FigureStyle/colours``.
  public var text: String?
  /// Size of the label in points; nil for that which follows ``FigureStyle/labelSize``.
  public var textSize: Double?

  public init(
    width: Double, dashes: [Double] = [], stroke: String = "#404040", hasRoundEnds: Bool = false,
    text: String? = nil, textSize: Double? = nil
  ) {
    self.width = width
    self.dashes = dashes
    self.stroke = stroke
    self.hasRoundEnds = hasRoundEnds
    self.text = text
    self.textSize = textSize
  }
}
