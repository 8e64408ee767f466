// SPDX-License-Identifier: Apache-2.0

/// What a style sheet can say of nodes and edges.
enum StyleProperty: String, CaseIterable {
  case shape, fill, stroke, width, line, text
  case textSize = "text-size"
  case legend

  /// Whether edges have none of it.
  var isForNodesOnly: Bool { self == .shape || self == .fill }

  /// What a value looks like, for messages.
  var expectation: String {
    switch self {
    case .shape: "a shape: " + Self.shapes.map(\.name).joined(separator: ", ")
    case .fill, .stroke, .text: Self.colourExpectation
    case .width:
      "a number of points from \(decimal(Self.widths.lowerBound)) to "
        + decimal(Self.widths.upperBound)
    case .line:
      StyleLine.names.map(\.name).joined(separator: ", ") + ", or lengths of dashes and gaps"
    case .textSize:
      "a number of points from \(decimal(Self.textSizes.lowerBound)) to "
        + decimal(Self.textSizes.upperBound)
    case .legend: "a text in quotes, or none"
    }
  }

  static let colourExpectation = "#RGB, #RRGGBB, or the name of a colour"

  static let widths = 0.25...12.0
  static let textSizes = 6.0...48.0
  static let dashLengths = 0.01...100.0
  static let dashLimit = 8

  /// Words of other style languages, and what they are here.
  static let synonyms: [String: String] = [
    "background": "fill", "background-color": "fill", "color": "text", "colour": "text",
    "font-color": "text", "border": "stroke", "border-color": "stroke", "outline": "stroke",
    "stroke-width": "width", "border-width": "width", "line-width": "width", "penwidth": "width",
    "dashes": "line", "stroke-dasharray": "line", "line-style": "line", "border-style": "line",
    "font-size": "text-size", "label-size": "text-size", "label": "legend",
  ]

  /// Shapes as style sheets write them: `double-ellipse` is ``NodeShape/doubleEllipse``.
  static let shapes: [(name: String, shape: NodeShape)] = NodeShape.allCases.map { shape in
    var name = ""
    for character in shape.rawValue {
      name += character.isUppercase ? "-" + character.lowercased() : String(character)
    }
    return (name, shape)
  }
}

/// What a style sheet can say under `@figure`: what belongs to no node and no edge.
enum FigureProperty: String, CaseIterable {
  case paper, text, quiet, rule, link, outline
  case endedLine = "ended-line"
  case endedFill = "ended-fill"
  case textSize = "text-size"

  var expectation: String {
    self == .textSize ? StyleProperty.textSize.expectation : StyleProperty.colourExpectation
  }

  static let synonyms: [String: String] = [
    "background": "paper", "background-color": "paper", "fill": "paper", "color": "text",
    "colour": "text", "font-size": "text-size", "label-size": "text-size",
  ]
}
