// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
public import GraphModel
public import QueryEngine
public import SourceDiagnostics

/// The rows of a query, with what it changed, and the nodes and edges in them as a figure.
public struct QueryAnswer: Answer {
  private let result: QueryResult
  private let wording: ValueWording

  public init(_ result: QueryResult) {
    self.result = result
    wording = ValueWording(graph: result.graph)
  }

  public var isEmpty: Bool { result.rows.isEmpty && !result.columns.isEmpty }
  public var schema: String { "entente.query/1" }

  public var blocks: [AnswerBlock] {
    var blocks: [AnswerBlock] = []
    if let plan = result.plan {
      blocks.append(.tree(Self.treeLines(plan)))
    }
    var numbering = SourceNumbering(result.graph)
    if !result.rows.isEmpty {
      blocks.append(.table(markedTable(&numbering)))
    } else if !result.columns.isEmpty, result.plan == nil {
      blocks.append(.paragraph("No rows."))
    }
    if let changes = changesText { blocks.append(.note(changes)) }
    if result.evidence != nil { blocks.append(.sources(numbering.sources)) }
    return blocks
  }

  /// The rows, with the keys of the sources that each cites where that was asked for.
  public var table: AnswerTable {
    var table = valueTable
    guard let evidence = result.evidence else { return table }
    table.columns.append(table.columns.contains("sources") ? "row sources" : "sources")
    for (position, row) in evidence.enumerated() {
      let keys = row.citations(in: result.graph).map { result.graph.source($0.source).key }
      table.rows[position].append(keys.uniqued.joined(separator: " "))
    }
    return table
  }

  /// The rows alone.
  public var valueTable: AnswerTable {
    AnswerTable(columns: result.columns, rows: result.rows.map { $0.map(wording.cell) })
  }

  /// The rows with the marks of their sources.
  private func markedTable(_ numbering: inout SourceNumbering) -> AnswerTable {
    var table = valueTable
    guard let evidence = result.evidence else { return table }
    table.columns.append(table.columns.contains("Sources") ? "Sources of the row" : "Sources")
    for (position, row) in evidence.enumerated() {
      table.rows[position].append(numbering.numbers(of: row.citations(in: result.graph)).marks)
    }
    return table
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("columns") { json in
      json.array { json in
        for column in result.columns { json.value(column) }
      }
    }
    json.member("rows") { json in
      json.array { json in
        for row in result.rows {
          json.array { json in
            for value in row { json.writeWhole(value, in: result.graph) }
          }
        }
      }
    }
    if let plan = result.plan { json.member("plan", plan) }
    if let evidence = result.evidence { write(evidence, to: &json) }
    let changes = result.changes
    json.member("changes") { json in
      json.object { json in
        json.member("nodes_created", changes.nodesCreated)
        json.member("nodes_deleted", changes.nodesDeleted)
        json.member("edges_created", changes.edgesCreated)
        json.member("edges_deleted", changes.edgesDeleted)
        json.member("properties_set", changes.propertiesSet)
        json.member("properties_removed", changes.propertiesRemoved)
        json.member("labels_added", changes.labelsAdded)
        json.member("labels_removed", changes.labelsRemoved)
      }
    }
  }

  /// Members `row_citations`, an array for each row, and `sources`.
  private func write(_ evidence: [RowEvidence], to json: inout JSONWriter) {
    var numbering = SourceNumbering(result.graph)
    json.key("row_citations")
    json.beginArray()
    for row in evidence {
      json.beginObject()
      json.writeCitations(row.citations(in: result.graph), &numbering, in: result.graph)
      json.endObject()
    }
    json.endArray()
    json.writeSources(numbering.sources)
  }

  /// What was changed, in words; nil when nothing was.
  public var changesText: String? {
    let changes = result.changes
    let parts = [
      (changes.nodesCreated, "node", "created"), (changes.nodesDeleted, "node", "deleted"),
      (changes.edgesCreated, "edge", "created"), (changes.edgesDeleted, "edge", "deleted"),
      (changes.propertiesSet, "property", "set"),
      (changes.propertiesRemoved, "property", "removed"),
      (changes.labelsAdded, "label", "added"), (changes.labelsRemoved, "label", "removed"),
    ].filter { $0.0 > 0 }.map { count, noun, verb in
      "\(count) \(count == 1 ? noun : Self.plural(noun)) \(verb)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + "."
  }

  private static func plural(_ noun: String) -> String {
    noun == "property" ? "properties" : noun + "s"
  }

  /// The lines of a plan, two spaces for each level.
  private static func treeLines(_ plan: String) -> [AnswerTreeLine] {
    plan.split(separator: "\n").map { line in
      let depth = line.prefix { $0 == " " }.count / 2
      return AnswerTreeLine(depth: depth, String(line.drop { $0 == " " }))
    }
  }
}

extension QueryAnswer {
  /// The nodes and edges of the rows, each once, in order of their numbers; the ends of an edge
  /// are among the nodes.
  public var elements: (nodes: [NodeID], edges: [EdgeID]) {
    var nodes: Set<NodeID> = []
    var edges: Set<EdgeID> = []
    for row in result.rows {
      for value in row { gather(value, &nodes, &edges) }
    }
    for edge in edges {
      nodes.insert(result.graph.source(of: edge))
      nodes.insert(result.graph.target(of: edge))
    }
    return (nodes.sorted(), edges.sorted())
  }

  private func gather(_ value: Value, _ nodes: inout Set<NodeID>, _ edges: inout Set<EdgeID>) {
    switch value {
    case .node(let node): if result.graph.contains(node) { nodes.insert(node) }
    case .edge(let edge): if result.graph.contains(edge) { edges.insert(edge) }
    case .path(let path):
      nodes.formUnion(path.nodes.filter(result.graph.contains))
      edges.formUnion(path.edges.filter(result.graph.contains))
    case .list(let items): for item in items { gather(item, &nodes, &edges) }
    case .map(let map): for entry in map.entries { gather(entry.value, &nodes, &edges) }
    default: break
    }
  }

  /// A figure of the nodes and edges of the rows; nil when there are none.
  ///
  /// - Parameters:
  ///   - title: nil for one that says how many nodes of which types there are.
  ///   - isInduced: whether edges that join two of the nodes are drawn though no row holds them;
  ///     those that hold on the day, where one is given.
  public func figure(
    title: String?, asOf: CalendarDate? = nil, isInduced: Bool = false
  ) -> Figure? {
    var (nodes, edges) = elements
    guard !nodes.isEmpty else { return nil }
    if isInduced { edges = induced(by: nodes, edges, asOf) }
    let title = title ?? counts(of: nodes)
    var subgraph = SubgraphFigure(graph: result.graph, nodes: nodes, edges: edges)
    subgraph.asOf = asOf
    var numbering = SourceNumbering(result.graph)
    return subgraph.figure(title: title, numbering: &numbering)
  }

  private func induced(
    by nodes: [NodeID], _ edges: [EdgeID], _ asOf: CalendarDate?
  ) -> [EdgeID] {
    let graph = result.graph
    let present = Set(nodes)
    var all = Set(edges)
    for node in nodes {
      graph.forEachEdge(at: node, direction: .outgoing) { edge, target in
        guard present.contains(target) else { return }
        if let asOf, !graph.validity(of: edge).contains(asOf) { return }
        all.insert(edge)
      }
    }
    return all.sorted()
  }

  /// "5 states, 3 programmes and 2 more".
  private func counts(of nodes: [NodeID]) -> String {
    let graph = result.graph
    var counts: [String: Int] = [:]
    for node in nodes { counts[graph.typeName(of: node), default: 0] += 1 }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var parts = sorted.prefix(3).map { type, count in
      let title = DisplayLabel.title(ofType: type, in: graph.description)
      let plural = graph.description.types[type]?.plural ?? title
      return "\(count) \(count == 1 ? title.lowercased() : plural)"
    }
    let rest = sorted.dropFirst(3).map(\.value).reduce(0, +)
    if rest > 0 { parts.append("\(rest) more") }
    return parts.enumerated
  }
}
