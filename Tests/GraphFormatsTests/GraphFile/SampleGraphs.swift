// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphModel
import GraphTestSupport

/// Graphs with everything that a file may have to hold.
enum SampleGraphs {
  static let graphType = GraphType(
    name: "cooperation", isClosed: false,
    nodeTypes: [
      NodeType(name: "Actor", isAbstract: true),
      NodeType(
        name: "State", supertypes: ["Actor"],
        properties: [
          PropertyDeclaration(
            name: "code", type: .string, isRequired: true, isUnique: true, pattern: "[A-Z]{2}"),
          PropertyDeclaration(
            name: "size", type: .string, enumeration: [.string("small"), .string("large")]),
          PropertyDeclaration(name: "tags", type: .list(.list(.string))),
        ], key: ["code"]),
    ],
    edgeTypes: [
      EdgeType(
        label: "BORDERS", isDirected: false, from: ["State"], to: ["State"],
        outgoing: Cardinality(minimum: 0, maximum: 9))
    ])

  static let description = GraphDescription(
    title: "Sample", summary: "Two states", licence: "CC0-1.0", language: "en",
    asOf: PartialDate("2020-05"), types: ["State": TypeWording(title: "State", plural: "states")],
    edges: [
      "BORDERS": EdgeWording(
        verb: "borders", inverse: "is bordered by", sentence: "{from} borders {to}")
    ],
    instrumentTypes: ["Programme"],
    facets: [
      "area": Facet(
        types: ["State"], edges: ["BORDERS"],
        expansion: Facet.Expansion(edge: "PART_OF", isOutgoing: false))
    ])

  /// A small graph with a type, columns of every kind and layout, claims, names and identifiers.
  static func everything() throws -> PropertyGraph {
    var builder = GraphBuilder(graphType: graphType, description: description)
    let source = try builder.addSource(
      Source(key: "register", title: "Register", published: PartialDate("2001")))
    var nodes: [NodeHandle] = []
    for index in 0..<40 {
      let code =
        String(UnicodeScalar(UInt8(65 + index / 20)))
        + String(UnicodeScalar(UInt8(65 + index % 20)))
      var properties: [(name: String, value: Value)] = [
        ("code", .string(code)), ("name", .string("Státe \(index)")),
        ("integer", .integer(Int64(index) - 20)),
        ("sparse", index == 7 ? .float(.infinity) : .null),
      ]
      if index % 3 == 0 {
        properties += [
          ("flag", .boolean(index % 2 == 0)),
          ("day", CalendarDate(dayNumber: Int64(index) * 1_000).map(Value.date) ?? .null),
          ("since", PartialDate(year: 1990 + index).map(Value.partialDate) ?? .null),
          ("anything", index % 2 == 0 ? .list([.integer(1), .null]) : .string("text")),
        ]
      }
      let node = try builder.addNode(
        type: "State", key: "state-\(index)", properties: properties,
        names: index % 5 == 0 ? [NodeName("S\(index)", kind: .acronym, language: "en")] : [])
      builder.addClaim(
        Claim(
          property: "integer", value: .integer(Int64(index) - 20),
          citations: [Citation(source: source, locator: "row \(index)")]), on: node)
      nodes.append(node)
    }
    nodes.append(try builder.addNode(labels: ["Nameless", "Thing"]))
    for index in 0..<120 {
      let edge = try builder.addEdge(
        type: index % 4 == 0 ? "BORDERS" : "VISITS", from: nodes[index * 7 % 40],
        to: nodes[index % 4 == 0 ? index * 3 % 40 : index * 5 % 41],
        identifier: index % 10 == 0 ? "edge-\(index)" : nil,
        properties: [
          ("weight", .integer(Int64(index))),
          (
            "until",
            index % 2 == 0
              ? PartialDate(year: 2000 + index % 30).map(Value.partialDate) ?? .null : .null
          ),
        ])
      if index % 6 == 0 {
        builder.addClaim(Claim(citations: [Citation(source: source)], isPreferred: true), on: edge)
      }
    }
    return try builder.freeze()
  }

  /// A graph without keys, dates or properties.
  static func bare(seed: UInt64) throws -> PropertyGraph {
    var random = SeededGenerator(seed: seed)
    var builder = GraphBuilder(order: .asAdded)
    let nodes = try (0..<Int.random(in: 1...12, using: &random)).map { index in
      try builder.addNode(labels: index % 3 == 0 ? ["A"] : ["B", "C"])
    }
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      _ = try builder.addEdge(
        type: Bool.random(using: &random) ? "X" : "Y",
        from: nodes[Int.random(in: 0..<nodes.count, using: &random)],
        to: nodes[Int.random(in: 0..<nodes.count, using: &random)])
    }
    return try builder.freeze()
  }
}
