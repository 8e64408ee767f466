// SPDX-License-Identifier: Apache-2.0

/// One selector of a style sheet and what it changes.
///
/// A rule with several selectors in a list is as many rules.
public struct StyleRule: Sendable, Hashable {
  public var selector: StyleSelector
  public var changes: StyleChanges

  public init(_ selector: StyleSelector, _ changes: StyleChanges) {
    self.selector = selector
    self.changes = changes
  }
}

/// What a rule changes; nil keeps what was.
public struct StyleChanges: Sendable, Hashable {
  /// What the legend says of the elements a rule selects.
  public enum Legend: Sendable, Hashable {
    case text(String)
    /// They have no entry.
    case hidden
  }

  /// Of nodes.
  public var shape: NodeShape?
  /// Background of nodes, "#RRGGBB".
  public var fill: String?
  /// Outline or line, "#RRGGBB".
  public var stroke: String?
  /// Of outline or line, in points.
  public var width: Double?
  public var line: StyleLine?
  /// Colour of text, "#RRGGBB".
  public var text: String?
  /// Size of the label in points.
  public var textSize: Double?
  public var legend: Legend?

  public init() {}

  func apply(to style: inout NodeStyle) {
    if let shape { style.shape = shape }
    if let fill { style.fill = fill }
    if let stroke { style.stroke = stroke }
    if let width { style.strokeWidth = width }
    if let line {
      style.dashes = line.outlineDashes
      style.hasExactDashes = line.isExact
    }
    if let text { style.text = text }
    if let textSize { style.textSize = textSize }
  }

  func apply(to style: inout LineStyle) {
    if let stroke { style.stroke = stroke }
    if let width { style.width = width }
    if let line {
      style.dashes = line.lineDashes
      style.hasRoundEnds = line == .dotted
      style.hasExactDashes = line.isExact
    }
    if let text { style.text = text }
    if let textSize { style.textSize = textSize }
  }
}

/// The pattern of a line or an outline.
public enum StyleLine: Sendable, Hashable {
  case solid
  case dashed
  case dotted
  case longDashed
  case dashDotted
  /// Dashes and gaps in points, by turns.
  case lengths([Double])

  /// The patterns that have names in style sheets.
  static let names: [(name: String, line: StyleLine)] = [
    ("solid", .solid), ("dashed", .dashed), ("dotted", .dotted), ("long-dashed", .longDashed),
    ("dash-dotted", .dashDotted),
  ]

  /// Whether the lengths are those that were asked for, whatever the width.
  var isExact: Bool {
    if case .lengths = self { return true }
    return false
  }

  /// Dashes of the outline of a node.
  var outlineDashes: [Double] {
    switch self {
    case .solid: []
    case .dashed: [6, 3]
    case .dotted: [2, 2.5]
    case .longDashed: [11, 4]
    case .dashDotted: [8, 3, 1.5, 3]
    case .lengths(let lengths): lengths
    }
  }

  /// Dashes of an edge, those of the kinds of lines; dots are dashes of no length with round ends.
  var lineDashes: [Double] {
    switch self {
    case .solid: []
    case .dashed: [6, 3.5]
    case .dotted: [0.01, 3.6]
    case .longDashed: [13, 4]
    case .dashDotted: [9, 3, 1.5, 3]
    case .lengths(let lengths): lengths
    }
  }
}
