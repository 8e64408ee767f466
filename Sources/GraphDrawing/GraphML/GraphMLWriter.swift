// SPDX-License-Identifier: Apache-2.0

/// Writes a laid-out figure as GraphML, for programs that edit graphs, such as Gephi and yEd.
///
/// Every node has its position and size in points, with the origin at the top left and y downwards,
/// so that the figure can be taken further by hand. Texts are data of nodes and edges under names
/// that these programs know (`label`, `x`, `y`). Nodes have names of our own (`n0`, `n1`); what the
/// figure calls them is their `key`.
///
/// Source: the GraphML Primer, graphml.graphdrawing.org, and its schema 1.1.
public struct GraphMLWriter: Sendable {
  private enum Kind: String { case string, double, int, boolean }

  private struct Key {
    let id: String
    let name: String
    let kind: Kind
    let isOfNode: Bool
  }

  private static let keys = [
    Key(id: "nk", name: "key", kind: .string, isOfNode: true),
    Key(id: "nl", name: "label", kind: .string, isOfNode: true),
    Key(id: "ns", name: "sublabel", kind: .string, isOfNode: true),
    Key(id: "nt", name: "type", kind: .string, isOfNode: true),
    Key(id: "ne", name: "ended", kind: .boolean, isOfNode: true),
    Key(id: "nc", name: "change", kind: .string, isOfNode: true),
    Key(id: "nu", name: "url", kind: .string, isOfNode: true),
    Key(id: "ng", name: "group", kind: .string, isOfNode: true),
    Key(id: "nx", name: "x", kind: .double, isOfNode: true),
    Key(id: "ny", name: "y", kind: .double, isOfNode: true),
    Key(id: "nw", name: "width", kind: .double, isOfNode: true),
    Key(id: "nh", name: "height", kind: .double, isOfNode: true),
    Key(id: "el", name: "label", kind: .string, isOfNode: false),
    Key(id: "et", name: "type", kind: .string, isOfNode: false),
    Key(id: "ed", name: "dates", kind: .string, isOfNode: false),
    Key(id: "es", name: "sources", kind: .string, isOfNode: false),
    Key(id: "ee", name: "ended", kind: .boolean, isOfNode: false),
    Key(id: "eh", name: "change", kind: .string, isOfNode: false),
    Key(id: "eq", name: "disputed", kind: .boolean, isOfNode: false),
    Key(id: "ec", name: "count", kind: .int, isOfNode: false),
    Key(id: "er", name: "paths", kind: .string, isOfNode: false),
  ]

  public init() {}

  /// - Complexity: O(*n*) in nodes and edges and the length of bounded texts.
  public func graphML(of figure: Figure, layout: FigureLayout) -> String {
    var markup = Markup()
    markup.open(
      "graphml",
      [
        "xmlns": "http://graphml.graphdrawing.org/xmlns",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd",
      ])
    markup.newline()
    markup.element("desc", content: DisplayText.line(figure.title, limit: 300))
    markup.newline()
    // Only a comparison has changes, and only a figure with frames has groups.
    for key in Self.keys
    where (key.name != "change" || figure.isComparison)
      && (key.name != "group" || !figure.clusters.isEmpty)
    {
      markup.empty(
        "key",
        [
          "id": .string(key.id), "for": key.isOfNode ? "node" : "edge",
          "attr.name": .string(key.name), "attr.type": .string(key.kind.rawValue),
        ])
      markup.newline()
    }
    markup.open("graph", ["id": "figure", "edgedefault": "directed"])
    markup.newline()
    let names = writeNodes(figure, layout, &markup)
    writeEdges(figure, names, &markup)
    markup.close("graph")
    markup.newline()
    markup.close("graphml")
    markup.newline()
    return markup.text
  }

  /// - Returns: the name of each node of the figure.
  private func writeNodes(
    _ figure: Figure, _ layout: FigureLayout, _ markup: inout Markup
  ) -> [String: String] {
    let nodes = Dictionary(
      figure.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var groups: [String: String] = [:]
    for cluster in figure.clustersApart() {
      for member in cluster.members {
        groups[member] = DisplayText.line(cluster.label, limit: 200)
      }
    }
    var names: [String: String] = [:]
    for placed in layout.nodes {
      guard let node = nodes[placed.id], names[placed.id] == nil else { continue }
      let name = "n\(names.count)"
      names[placed.id] = name
      markup.open("node", ["id": .string(name)])
      write("nk", DisplayText.line(node.id, limit: 200), &markup)
      write("nl", DisplayText.line(node.label, limit: 300), &markup)
      if let sublabel = node.sublabel {
        write("ns", DisplayText.line(sublabel, limit: 300), &markup)
      }
      write("nt", DisplayText.line(node.typeName, limit: 100), &markup)
      if node.isEnded { write("ne", "true", &markup) }
      if let change = node.change { write("nc", change.rawValue, &markup) }
      if let address = node.url.flatMap({ LinkAddress($0) }) { write("nu", address.text, &markup) }
      if let group = groups[placed.id] { write("ng", group, &markup) }
      write("nx", decimal(placed.box.centre.x), &markup)
      write("ny", decimal(placed.box.centre.y), &markup)
      write("nw", decimal(placed.box.width), &markup)
      write("nh", decimal(placed.box.height), &markup)
      markup.close("node")
      markup.newline()
    }
    return names
  }

  private func writeEdges(_ figure: Figure, _ names: [String: String], _ markup: inout Markup) {
    for (place, edge) in figure.edges.enumerated() {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      markup.open(
        "edge",
        [
          "id": "e\(place)", "source": .string(from), "target": .string(to),
          "directed": edge.isDirected ? nil : "false",
        ])
      write("el", DisplayText.line(edge.verb, limit: 100), &markup)
      write("et", DisplayText.line(edge.typeName, limit: 100), &markup)
      if let dates = edge.dates { write("ed", DisplayText.line(dates, limit: 60), &markup) }
      if !edge.sourceNumbers.isEmpty {
        write("es", edge.sourceNumbers.map(String.init).joined(separator: " "), &markup)
      }
      if edge.isEnded { write("ee", "true", &markup) }
      if let change = edge.change { write("eh", change.rawValue, &markup) }
      if edge.isDisputed { write("eq", "true", &markup) }
      if edge.count > 1 { write("ec", String(edge.count), &markup) }
      if let ranks = edge.rankText { write("er", ranks, &markup) }
      markup.close("edge")
      markup.newline()
    }
  }

  private func write(_ key: String, _ text: String, _ markup: inout Markup) {
    markup.element("data", ["key": .string(key)], content: text)
  }
}
