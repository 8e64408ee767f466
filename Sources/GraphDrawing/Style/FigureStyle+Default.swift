// SPDX-License-Identifier: Apache-2.0

extension FigureStyle {
  /// The theme of figures for reports.
  ///
  /// Outlines keep a contrast of at least 3:1 on white, text one of at least 4.5:1 on each tint.
  /// No two types share shape and outline, so a grey print tells them apart. The outlines derive
  /// from the colour-blind safe palette of Okabe and Ito (2002), darkened for contrast.
  public static let `default` = FigureStyle(
    nodes: [
      "State": NodeStyle(shape: .ellipse, fill: "#FFFFFF", stroke: "#333333", strokeWidth: 1.2),
      "StateGroup": NodeStyle(shape: .doubleEllipse, fill: "#F2F2F2", stroke: "#333333"),
      "Organisation": NodeStyle(shape: .doubleRoundedBox, fill: "#C2DBEC", stroke: "#0072B2"),
      "Programme": NodeStyle(shape: .box, fill: "#FBE3B5", stroke: "#8F5F00", strokeWidth: 2),
      "Project": NodeStyle(shape: .box, fill: "#FBE3B5", stroke: "#8F5F00"),
      "Agreement": NodeStyle(shape: .note, fill: "#F2DDE8", stroke: "#8A3E6A", strokeWidth: 1.2),
      "AgreementType": NodeStyle(
        shape: .note, fill: "#FFFFFF", stroke: "#8A3E6A", strokeWidth: 1.2, dashes: [5, 3]),
      "Document": NodeStyle(shape: .wavyBox, fill: "#FFFFFF", stroke: "#4D4D4D", strokeWidth: 1.2),
      "Strategy": NodeStyle(shape: .folder, fill: "#F2DDE8", stroke: "#8A3E6A", strokeWidth: 1.2),
      "Plan": NodeStyle(
        shape: .folder, fill: "#FFFFFF", stroke: "#8A3E6A", strokeWidth: 1.2, dashes: [5, 3]),
      "PolicyArea": NodeStyle(
        shape: .box, fill: "#BFE6DB", stroke: "#006B4F", strokeWidth: 1.4, dashes: [6, 3]),
      "Topic": NodeStyle(
        shape: .pill, fill: "#FFFFFF", stroke: "#006B4F", strokeWidth: 1.2, dashes: [2, 2.5]),
      "Dialogue": NodeStyle(shape: .hexagon, fill: "#F6D3BD", stroke: "#A34700", strokeWidth: 1.2),
      "Event": NodeStyle(shape: .pointedBox, fill: "#E6E6E6", stroke: "#4D4D4D", strokeWidth: 1.2),
      "Source": NodeStyle(shape: .barredBox, fill: "#FFFFFF", stroke: "#666666"),
    ],
    lineKinds: [
      "PARTY_TO": .legal, "SIGNED": .legal, "RATIFIED": .legal, "BETWEEN": .legal,
      "FUNDS": .funding, "FUNDED_BY": .funding, "COVERS": .covers,
      "IMPLEMENTS": .running, "LEADS": .running, "CHAIRS": .running, "ORGANISES": .running,
      "SECRETARIAT_OF": .running, "SUPPORTS": .running,
      "ADDRESSES": .addresses, "ABOUT": .addresses, "CONCERNS": .addresses,
      "DISCUSSES": .addresses,
      "TAKES_PART_IN": .takesPart, "PARTICIPATES_IN": .takesPart, "ATTENDS": .takesPart,
      "OBSERVES": .takesPart, "NEGOTIATES": .takesPart,
      "MEMBER_OF": .membership, "PART_OF": .membership, "PHASE_OF": .membership,
      "EVENT_OF": .membership, "INSTRUMENT_OF": .membership, "HAS_TYPE": .membership,
      "BROADER": .membership,
      "SUCCEEDS": .succession, "SUPERSEDES": .succession, "REPLACES": .succession,
      "FOLLOWS": .succession, "FOLLOWS_UP": .succession,
      "BASED_ON": .basis, "GIVES_EFFECT_TO": .basis, "PRODUCED_BY": .basis,
      "CONTRIBUTED_TO": .basis, "LAUNCHES": .basis, "ADOPTED_AT": .basis, "AUTHORISES": .basis,
      "HELD_IN": .place, "BASED_IN": .place, "HOSTED_BY": .place,
    ],
    lines: [
      .legal: LineStyle(width: 2.8),
      .funding: LineStyle(width: 1.7, stroke: "#1F1F1F"),
      .covers: LineStyle(width: 0.8),
      .running: LineStyle(width: 2.1, dashes: [8, 3.5]),
      .addresses: LineStyle(width: 1.2, dashes: [6, 3.5]),
      .takesPart: LineStyle(width: 1.7, dashes: [0.01, 3.6], hasRoundEnds: true),
      .membership: LineStyle(width: 1.2, dashes: [13, 4]),
      .succession: LineStyle(width: 1.2, dashes: [9, 3, 1.5, 3]),
      .basis: LineStyle(width: 1.2, dashes: [10, 2.5, 1.5, 2.5, 1.5, 2.5]),
      .place: LineStyle(width: 1.3, dashes: [1.5, 5]),
      .other: LineStyle(width: 1.1),
    ]
  )

  /// Shapes of types the theme does not know, none of them the mark of a common known type.
  private static let spareShapes: [NodeShape] = [
    .box, .octagon, .roundedBox, .parallelogram, .doubleBox, .trapezium, .pill, .barredBox,
    .wavyBox, .folder,
  ]
  private static let spareColours: [(fill: String, stroke: String)] = [
    ("#EDEDED", "#333333"), ("#DCE6F5", "#2F4B8A"), ("#E8E3CF", "#6B5B1E"), ("#E4DDF0", "#5B3F8C"),
    ("#D5EBEF", "#1B5E6B"), ("#F5DADA", "#8C2F2F"), ("#E1EDD3", "#47661C"),
  ]

  /// Every position up to 70 has a different pair of shape and colour; shapes repeat after ten,
  /// then with a dashed outline.
  static func spareNodeStyle(_ position: Int) -> NodeStyle {
    let colours = spareColours[(position + position / 70) % spareColours.count]
    let round = position / spareShapes.count
    return NodeStyle(
      shape: spareShapes[position % spareShapes.count], fill: colours.fill, stroke: colours.stroke,
      strokeWidth: round.isMultiple(of: 2) ? 1 : 1.6,
      dashes: round.isMultiple(of: 2) ? [] : [Double(2 + round % 5), 2.5])
  }

  /// None of them the dashes of a known kind.
  private static let spareDashes: [[Double]] = [
    [2.5, 2.5], [4, 6], [12, 2.5, 4, 2.5], [6, 2, 6, 2, 1.5, 2], [2.5, 2.5, 2.5, 6],
    [16, 2.5, 1.5, 2.5, 4, 2.5],
  ]

  /// Widths and dashes of one type after another, until every look has been had.
  static let spareLineCount = 18

  static func spareLineStyle(_ position: Int) -> LineStyle {
    let round = position / spareDashes.count
    return LineStyle(
      width: 1.1 + 0.5 * Double(round % 3), dashes: spareDashes[position % spareDashes.count])
  }
}
