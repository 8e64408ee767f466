// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
public import GraphModel

/// Some nodes and edges of a graph as a figure: labels, dates, source numbers, legend.
public struct SubgraphFigure: Sendable {
  public let graph: PropertyGraph
  public let nodes: [NodeID]
  public let edges: [EdgeID]

  /// The nodes that the question names.
  public var emphasis: [NodeID: Figure.Node.Emphasis] = [:]

  /// How many neighbours of a node are left out of the figure.
  public var hiddenNeighbours: [NodeID: Int] = [:]

  /// The paths that take an edge, from 1 for the best.
  public var pathRanks: [EdgeID: [Int]] = [:]

  /// What has ended by this day is drawn so.
  public var asOf: CalendarDate?

  /// - Parameters:
  ///   - nodes: the ends of `edges` must be among them.
  public init(graph: PropertyGraph, nodes: [NodeID], edges: [EdgeID]) {
    self.graph = graph
    self.nodes = nodes
    self.edges = edges
  }

  /// The figure, with its sources numbered after those that `numbering` already has.
  public func figure(
    title: String, subtitle: String? = nil, direction: Figure.Direction = .leftToRight,
    numbering: inout SourceNumbering
  ) -> Figure {
    let figureEdges = edges.map { edge in
      var drawn = figureEdge(edge, &numbering)
      drawn.pathRanks = pathRanks[edge] ?? []
      return drawn
    }
    return Figure(
      title: title, subtitle: subtitle, asOf: asOf?.description,
      language: graph.description.language ?? "en", direction: direction,
      nodes: nodes.map(figureNode), edges: figureEdges,
      sources: numbering.sources.map(\.inFigure),
      notes: figureEdges.contains { $0.isDisputed }
        ? ["(?) Sources disagree about this edge; the answer as text shows all values."] : [],
      groups: namedGroups)
  }

  /// The groups that some of the nodes belong to along the expansion edges of facets, such as the
  /// regions of states, with all their members.
  private var namedGroups: [Figure.Group] {
    var groups: [NodeID] = []
    var members: [NodeID: Set<String>] = [:]
    let facets = graph.description.facets.sorted { $0.key < $1.key }.compactMap(\.value.expansion)
    for expansion in facets {
      let up: EdgeDirection = expansion.isOutgoing ? .outgoing : .incoming
      for node in nodes {
        graph.forEachEdge(at: node, direction: up) { edge, group in
          guard graph.typeName(of: edge) == expansion.edge, members[group] == nil else { return }
          groups.append(group)
          members[group] = []
          let down: EdgeDirection = expansion.isOutgoing ? .incoming : .outgoing
          graph.forEachEdge(at: group, direction: down) { edge, member in
            if graph.typeName(of: edge) == expansion.edge {
              members[group]?.insert(identifier(member))
            }
          }
        }
      }
    }
    // A group that stands in the figure itself is not its members.
    let shown = Set(nodes)
    return groups.filter { !shown.contains($0) }.map {
      Figure.Group(label: graph.displayName(of: $0), members: members[$0] ?? [])
    }
  }

  func figureNode(_ node: NodeID) -> Figure.Node {
    let type = graph.typeName(of: node)
    let acronym = graph.names(of: node).first { $0.kind == .acronym }?.text
    let dates = YearSpan.text(
      since: graph.dateText(of: node, "since"), until: graph.dateText(of: node, "until"))
    let name = graph.displayName(of: node)
    return Figure.Node(
      id: identifier(node), typeName: type,
      typeTitle: DisplayLabel.title(ofType: type, in: graph.description),
      typePlural: graph.description.types[type]?.plural?.capitalisedFirst, label: name,
      sublabel: [acronym == name ? nil : acronym, dates].compactMap { $0 }
        .joined(separator: ", ").nonEmpty,
      isEnded: hasEnded(graph.validity(of: node)),
      endYear: graph.validity(of: node).end.map { String($0.year) },
      emphasis: emphasis[node] ?? .none, hiddenNeighbourCount: hiddenNeighbours[node],
      labels: graph.labels(of: node),
      properties: StyledProperties.texts(graph.properties(of: node)))
  }

  func figureEdge(_ edge: EdgeID, _ numbering: inout SourceNumbering) -> Figure.Edge {
    let evidence = EdgeEvidence(edge, in: graph)
    let type = graph.typeName(of: edge)
    return Figure.Edge(
      from: identifier(graph.source(of: edge)), to: identifier(graph.target(of: edge)),
      typeName: type, verb: graph.description.wording(ofEdgeType: type).verb,
      dates: YearSpan.text(
        since: graph.dateText(of: edge, "since"), until: graph.dateText(of: edge, "until")),
      sourceNumbers: numbering.numbers(of: evidence.citations),
      isEnded: hasEnded(graph.validity(of: edge)), isDisputed: evidence.isDisputed,
      properties: StyledProperties.texts(graph.properties(of: edge)))
  }

  private func hasEnded(_ validity: DateInterval) -> Bool {
    guard let asOf, let end = validity.end else { return false }
    return end < asOf
  }

  private func identifier(_ node: NodeID) -> String { Self.identifier(of: node, in: graph) }

  /// What figures call a node: its key, else its number.
  static func identifier(of node: NodeID, in graph: PropertyGraph) -> String {
    graph.key(of: node) ?? "node-\(node.rawValue)"
  }

  /// Whether figures of the graph may call a node so, or several that they have put together.
  public static func isNode(_ id: String, in graph: PropertyGraph) -> Bool {
    let first = id.hasPrefix(Figure.groupPrefix) ? id.dropFirst(Figure.groupPrefix.count) : nil
    return [id, first.map(String.init)].compactMap(\.self).contains { id in
      if graph.node(key: id) != nil { return true }
      guard id.hasPrefix("node-"), let number = UInt32(id.dropFirst("node-".count)) else {
        return false
      }
      let node = NodeID(rawValue: number)
      return graph.contains(node) && graph.key(of: node) == nil
    }
  }
}

/// A span of time cut to years, as it stands beside a line: `2015–2019`, `2003–`, `–2014`.
enum YearSpan {
  static func text(since: String?, until: String?) -> String? {
    if let since, since == until { return since }
    switch (since.map(years), until.map(years)) {
    case (let since?, let until?): return since == until ? since : "\(since)–\(until)"
    case (let since?, nil): return "\(since)–"
    case (nil, let until?): return "–\(until)"
    case (nil, nil): return nil
    }
  }

  /// "2001 or 2003-04" becomes "2001/2003".
  private static func years(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return String(text.prefix(4)) }
    return text.split(separator: " ").filter { $0 != "or" }.map { String($0.prefix(4)) }.uniqued
      .joined(separator: "/")
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
