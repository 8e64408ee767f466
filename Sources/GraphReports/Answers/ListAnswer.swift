// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphModel
public import SourceDiagnostics

/// The nodes of a type that fit some restrictions, with the links that make them fit.
public struct ListAnswer: Answer {
  private let graph: PropertyGraph
  private let selection: FacetSelection
  private let answer: FacetAnswer

  public init(_ answer: FacetAnswer, to selection: FacetSelection, in graph: PropertyGraph) {
    self.answer = answer
    self.selection = selection
    self.graph = graph
  }

  public var isEmpty: Bool { answer.items.isEmpty }
  public var schema: String { "entente.list/1" }

  public var blocks: [AnswerBlock] {
    var numbering = SourceNumbering(graph)
    var blocks: [AnswerBlock] = []
    if isEmpty {
      blocks.append(.paragraph("No \(noun(0)) fit\(dateText)."))
    } else {
      let rows = answer.items.map { item in
        [
          graph.displayName(of: item.node), acronym(of: item.node),
          graph.spanText(of: item.node) ?? "no dates stated",
          links(of: item).joined(separator: "; "), marks(of: item, &numbering),
        ]
      }
      blocks.append(
        .table(
          trimmed(
            AnswerTable(
              columns: [
                DisplayLabel.title(ofType: selection.type, in: graph.description), "Short", "Dates",
                "Fits because it", "Sources",
              ], rows: rows))))
    }
    if !isEmpty || !answer.itemsOfUnknownStart.isEmpty { blocks.append(.note(summary)) }
    blocks.append(.sources(numbering.sources))
    return blocks
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["key", "type", "name", "since", "until", "links", "sources"],
      rows: answer.items.map { item in
        [
          graph.key(of: item.node) ?? "", graph.typeName(of: item.node),
          graph.displayName(of: item.node), graph.dateText(of: item.node, "since") ?? "",
          graph.dateText(of: item.node, "until") ?? "",
          links(of: item).joined(separator: "; "),
          citations(of: item).map { graph.source($0.source).key }.uniqued.joined(separator: " "),
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = SourceNumbering(graph)
    for item in answer.items { numbering.number(citations(of: item)) }
    json.member("type", selection.type)
    json.member("as_of", selection.time.day?.description)
    json.member("in_force", selection.time.isInForce)
    json.member("items") { write(answer.items, to: &$0, &numbering) }
    json.member("of_unknown_start") { write(answer.itemsOfUnknownStart, to: &$0, &numbering) }
    json.writeSources(numbering.sources)
  }

  private func write(
    _ items: [FacetAnswer.Item], to json: inout JSONWriter, _ numbering: inout SourceNumbering
  ) {
    json.beginArray()
    for item in items {
      json.beginObject()
      json.writeIdentity(of: item.node, in: graph)
      json.member("since", graph.dateText(of: item.node, "since"))
      json.member("until", graph.dateText(of: item.node, "until"))
      json.key("links")
      json.beginArray()
      for link in item.links {
        json.write(EdgeReading(link.edge, in: graph), &numbering, in: graph)
      }
      json.endArray()
      json.writeCitations(citations(of: item), &numbering, in: graph)
      json.endObject()
    }
    json.endArray()
  }

  /// "covers Tajikistan", once for each far node and verb.
  private func links(of item: FacetAnswer.Item) -> [String] {
    item.links.map { link in
      let reading = EdgeReading(link.edge, in: graph)
      let verb = graph.source(of: link.edge) == item.node ? reading.verb : reading.inverse
      return "\(verb) \(graph.displayName(of: link.node))"
    }.uniqued
  }

  private func marks(of item: FacetAnswer.Item, _ numbering: inout SourceNumbering) -> String {
    numbering.numbers(of: citations(of: item)).marks
  }

  /// Who states the links that make an item fit; without links, who states anything about it.
  private func citations(of item: FacetAnswer.Item) -> [Citation] {
    let citations =
      item.links.isEmpty
      ? graph.claims(on: item.node).flatMap(\.citations)
      : item.links.flatMap { EdgeReading($0.edge, in: graph).citations }
    return citations.uniqued
  }

  private func acronym(of node: NodeID) -> String {
    graph.names(of: node).first { $0.kind == .acronym }?.text ?? ""
  }

  /// The table without columns in which nothing stands.
  private func trimmed(_ table: AnswerTable) -> AnswerTable {
    let kept = table.columns.indices.filter { column in
      table.rows.contains { !$0[column].isEmpty }
    }
    return AnswerTable(
      columns: kept.map { table.columns[$0] },
      rows: table.rows.map { row in kept.map { row[$0] } })
  }

  private var dateText: String {
    guard let day = selection.time.day else { return "" }
    return selection.time.isInForce ? " in force on \(day)" : " as of \(day)"
  }

  private func noun(_ count: Int) -> String {
    let words = graph.description.types[selection.type]
    return count == 1
      ? (words?.title ?? selection.type).lowercased() : words?.plural ?? "\(selection.type) nodes"
  }

  private var summary: String {
    let count = answer.items.count
    var text = "\(count) \(noun(count))\(dateText)"
    let unknown = answer.itemsOfUnknownStart.count
    if unknown > 0 { text += "; \(unknown) more of which no start is stated" }
    return text + "."
  }
}

extension FacetSelection.Time {
  var day: CalendarDate? {
    switch self {
    case .any: nil
    case .asOf(let day), .inForce(let day): day
    }
  }

  var isInForce: Bool {
    if case .inForce = self { return true }
    return false
  }
}
