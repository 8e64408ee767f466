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
  /// Lengths of dashes and gaps in points; empty for a solid outline. A wide outline has longer
  /// ones of the same pattern.
  public var dashes: [Double]
  /// True for dashes that keep their lengths whatever the width.
  public var hasExactDashes = false
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
  /// Lengths of dashes and gaps in points; empty for a solid line. A wide line has longer ones of
  /// the same pattern, so that its gaps stay open.
  public var dashes: [Double]
  /// True for dashes that keep their lengths whatever the width.
  public var hasExactDashes = false
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

/// Dashes that grow with the width of their line.
enum DashScale {
  /// Up to this width, in points, a pattern is drawn as it is given.
  private static let plainWidth = 2.4
  /// Gaps between dots, from middle to middle, in widths of the line.
  private static let dotDistance = 2.1

  static func scaled(_ dashes: [Double], width: Double, hasRoundEnds: Bool) -> [Double] {
    guard hasRoundEnds else {
      let factor = max(1, width / plainWidth)
      return factor == 1 ? dashes : dashes.map { hundredths($0 * factor) }
    }
    // Round ends reach half a width into each gap.
    return dashes.enumerated().map { place, length in
      place.isMultiple(of: 2) ? length : max(length, hundredths(width * dotDistance))
    }
  }
}

extension NodeStyle {
  /// How much wider the outline of a node is that was asked about, in points.
  static let emphasis = 1.4

  /// The dashes of an outline of a width, in points.
  func drawnDashes(width: Double) -> [Double] {
    hasExactDashes ? dashes : DashScale.scaled(dashes, width: width, hasRoundEnds: false)
  }
}

extension LineStyle {
  /// The dashes as they are drawn.
  var drawnDashes: [Double] {
    hasExactDashes
      ? dashes : DashScale.scaled(dashes, width: width, hasRoundEnds: hasRoundEnds)
  }

  /// The value of `stroke-dasharray`; nil for a solid line.
  var dashText: Markup.Value? {
    let drawn = drawnDashes
    return drawn.isEmpty ? nil : .string(drawn.map(decimal).joined(separator: " "))
  }
}
