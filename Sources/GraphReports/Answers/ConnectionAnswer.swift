// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphDrawing
public import GraphModel
public import SourceDiagnostics

/// What joins several nodes: a sentence for each link with its dates and sources, how far from the
/// smallest the part can be, and which nodes cannot be joined.
public struct ConnectionAnswer: Answer {
  private let graph: PropertyGraph
  private let connection: Connection
  private let terminals: [NodeID]
  private let groups: [[NodeID]]

  /// Whether the part that joins three nodes is the smallest for sure.
  private let isSmallestOfThree: Bool
  private let asOf: CalendarDate?

  /// By a walk from the first node asked for, so that each link begins where another ended.
  private let readings: [EdgeReading]

  public init(_ refined: RefinedConnection, in graph: PropertyGraph) {
    connection = refined.connection
    groups = refined.groups
    isSmallestOfThree = !refined.hasTypeRules
    self.graph = graph
    terminals = refined.query.terminals.uniqued
    asOf = refined.query.filter.asOf
    readings = Self.walk(connection, from: terminals, in: graph)
      .map { EdgeReading($0, in: graph) }
  }

  /// Whether no two of the nodes are joined.
  public var isEmpty: Bool { connection.edges.isEmpty }
  public var schema: String { "entente.connection/1" }
  private var joinsAll: Bool { groups.count == 1 }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else {
      let dateText = asOf.map { " as of \($0)" } ?? ""
      return [.paragraph("Nothing joins \(terminals.map(name).enumerated)\(dateText).")]
    }
    var numbering = SourceNumbering(graph)
    var blocks: [AnswerBlock] = [.chain(title)]
    blocks.append(.steps(readings.map { $0.statement(&numbering) }))
    if !joinsAll { blocks.append(.paragraph(separation)) }
    blocks.append(.paragraph(togetherness))
    blocks.append(.note(boundText))
    blocks.append(.sources(numbering.sources))
    return blocks
  }

  /// A row for each link.
  public var table: AnswerTable {
    AnswerTable(
      columns: ["link", "edge", "from", "to", "holds from", "holds until", "sources"],
      rows: readings.enumerated().map { position, reading in
        let interval = graph.validity(of: reading.edge)
        return [
          String(position + 1), graph.typeName(of: reading.edge),
          name(graph.source(of: reading.edge)), name(graph.target(of: reading.edge)),
          interval.start?.description ?? "", interval.end?.description ?? "",
          reading.citations.map { graph.source($0.source).key }.uniqued.joined(separator: " "),
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = numbering
    func write(_ nodes: [NodeID], to json: inout JSONWriter) {
      json.array { json in
        for node in nodes { json.writeNode(node, in: graph) }
      }
    }
    json.member("as_of", asOf?.description)
    json.member("joined") { write(terminals, to: &$0) }
    json.member("joins_all", joinsAll)
    json.member("groups") { json in
      json.array { json in
        for group in groups { write(group, to: &json) }
      }
    }
    json.member("links", connection.edges.count)
    json.member("fewest_possible", fewestPossible)
    json.member("together") { json in
      if let interval = commonDays { json.write(interval) } else { json.null() }
    }
    json.member("nodes") { write(connection.nodes, to: &$0) }
    json.member("edges") { json in
      json.array { json in
        for reading in readings { json.write(reading, &numbering, in: graph) }
      }
    }
    json.writeSources(numbering.sources)
  }

  /// The part as a figure, with the numbers that the text has too.
  public func figure(title: String? = nil) -> Figure {
    var numbering = numbering
    var drawn = SubgraphFigure(graph: graph, nodes: connection.nodes, edges: connection.edges)
    drawn.asOf = asOf
    drawn.emphasis = Dictionary(uniqueKeysWithValues: terminals.map { ($0, .focus) })
    var figure = drawn.figure(
      title: title ?? terminals.map(name).enumerated, subtitle: togetherness,
      numbering: &numbering)
    let wording = TogethernessWording(graph: graph, readings: readings)
    figure.notes += [wording.remark(on: commonDays)].compactMap(\.self)
    return figure
  }

  private var numbering: SourceNumbering {
    var numbering = SourceNumbering(graph)
    for reading in readings { numbering.number(reading.citations) }
    return numbering
  }

  /// "Poland, Kazakhstan and ICMPD: 3 links over Prague Process and CABSI".
  private var title: String {
    let asked = Set(terminals)
    let between = connection.nodes.filter { !asked.contains($0) }
      .map { DisplayLabel.shortName(of: $0, in: graph) }
    let links = connection.edges.count.counted("link")
    return terminals.map { DisplayLabel.shortName(of: $0, in: graph) }.enumerated
      + ": \(links)" + (between.isEmpty ? "" : " over \(between.enumerated)")
  }

  /// Which nodes stand apart.
  private var separation: String {
    if groups.count == 2, let alone = groups.first(where: { $0.count == 1 }) {
      return "\(name(alone[0])) cannot be joined to the others."
    }
    return "Not all can be joined; they fall into \(groups.count) groups: "
      + groups.map { $0.map(name).enumerated }.joined(separator: "; ") + "."
  }

  /// The days on which all links hold; nil when there never was one.
  private var commonDays: DateInterval? {
    readings.reduce(DateInterval.unbounded as DateInterval?) {
      $0?.intersection(graph.validity(of: $1.edge))
    }
  }

  private var togetherness: String {
    TogethernessWording(graph: graph, readings: readings).sentence(
      for: commonDays,
      unknown: readings.indices.filter { graph.validity(of: readings[$0].edge).start == nil },
      noun: "link")
  }

  /// The fewest links with which the nodes that can be joined might be joined.
  ///
  /// The part found has at most 2(1 - 1/l) times the links of the smallest, where l, the number of
  /// leaves of the smallest, is no more than the number of nodes to join.
  private var fewestPossible: Int {
    groups.map { group -> Int in
      guard group.count > 1 else { return 0 }
      let links = linkCount(of: group)
      if group.count == 3, isSmallestOfThree { return links }
      let divisor = 2 * (group.count - 1)
      return max(group.count - 1, (links * group.count + divisor - 1) / divisor)
    }.reduce(0, +)
  }

  private var boundText: String {
    let links = connection.edges.count
    if fewestPossible >= links { return "No fewer links join them." }
    return "Fewer links may join them, but at least \(fewestPossible)."
  }

  /// The links of the tree that joins a group.
  private func linkCount(of group: [NodeID]) -> Int {
    Self.walk(connection, from: [group[0]], in: graph).count
  }

  /// The edges of the trees that some nodes are in: from each, depth first.
  private static func walk(
    _ connection: Connection, from starts: [NodeID], in graph: PropertyGraph
  ) -> [EdgeID] {
    var edgesAt: [NodeID: [EdgeID]] = [:]
    for edge in connection.edges {
      edgesAt[graph.source(of: edge), default: []].append(edge)
      edgesAt[graph.target(of: edge), default: []].append(edge)
    }
    var order: [EdgeID] = []
    var seen: Set<EdgeID> = []
    for start in starts {
      var stack = (edgesAt[start] ?? []).reversed().map { (edge: $0, from: start) }
      while let (edge, from) = stack.popLast() {
        guard seen.insert(edge).inserted else { continue }
        order.append(edge)
        let source = graph.source(of: edge)
        let far = source == from ? graph.target(of: edge) : source
        stack += (edgesAt[far] ?? []).reversed().filter { !seen.contains($0) }
          .map { (edge: $0, from: far) }
      }
    }
    return order
  }

  private func name(_ node: NodeID) -> String { graph.displayName(of: node) }
}
