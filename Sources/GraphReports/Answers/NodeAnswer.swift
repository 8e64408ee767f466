// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// All that the graph says about one node: names, properties with every claimed value, edges in
/// both directions, each with its sources.
public struct NodeAnswer: Answer {
  private struct Property: Sendable {
    let name: String
    let values: [(value: Value, citations: [Citation], note: String?)]
    let preferred: Value?

    var isDisputed: Bool { Set(values.map(\.value)).count > 1 }
  }

  private struct Link: Sendable {
    let reading: EdgeReading
    let isOutgoing: Bool
    let far: NodeID
  }

  private let graph: PropertyGraph
  private let node: NodeID
  private let asOf: CalendarDate?
  private let properties: [Property]
  private let links: [Link]

  /// - Parameter asOf: when given, only edges that held on that day are listed.
  public init(_ node: NodeID, in graph: PropertyGraph, asOf: CalendarDate? = nil) {
    self.graph = graph
    self.node = node
    self.asOf = asOf
    let claims = graph.claims(on: node)
    properties = graph.properties(of: node).filter { $0.name != "name" }.map { name, value in
      Property(
        name: name, values: graph.claimedValues(name, value: value, claims: claims),
        preferred: claims.first { $0.property == name && $0.isPreferred }?.value)
    }
    var links: [Link] = []
    for direction in [EdgeDirection.outgoing, .incoming] {
      graph.forEachEdge(at: node, direction: direction) { edge, far in
        if let asOf, !graph.validity(of: edge).contains(asOf) { return }
        links.append(
          Link(
            reading: EdgeReading(edge, in: graph), isOutgoing: direction == .outgoing, far: far))
      }
    }
    self.links = links
  }

  public var isEmpty: Bool { false }
  public var schema: String { "entente.node/1" }

  public var blocks: [AnswerBlock] {
    var numbering = SourceNumbering(graph)
    let title = DisplayLabel.title(ofType: graph.typeName(of: node), in: graph.description)
    var blocks: [AnswerBlock] = [
      .heading(graph.displayName(of: node)),
      .facts(identity(title) + properties.map { fact($0, &numbering) }),
    ]
    let marks = numbering.numbers(of: statements).marks
    if !marks.isEmpty { blocks.append(.paragraph("Stated by \(marks)")) }
    if !links.isEmpty {
      blocks.append(.items(links.map { $0.reading.statement(&numbering) }))
    } else if let asOf {
      blocks.append(.note("No edge of this node held on \(asOf)."))
    }
    if properties.contains(where: \.isDisputed) {
      blocks.append(.note("Sources disagree where several values stand; all are shown."))
    }
    blocks.append(.sources(numbering.sources))
    return blocks
  }

  public var table: AnswerTable {
    var rows: [[String]] = []
    func sources(_ citations: [Citation]) -> String {
      citations.map { graph.source($0.source).key }.uniqued.joined(separator: " ")
    }
    for property in properties {
      for value in property.values {
        rows.append([
          "property", property.name, DisplayLabel.text(of: value.value), "",
          sources(value.citations),
        ])
      }
    }
    for link in links {
      rows.append([
        link.isOutgoing ? "edge" : "edge (incoming)", graph.typeName(of: link.reading.edge),
        graph.displayName(of: link.far), link.reading.dates ?? "",
        sources(link.reading.citations),
      ])
    }
    return AnswerTable(columns: ["kind", "name", "value", "dates", "sources"], rows: rows)
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = numbering
    json.member("as_of", asOf?.description)
    json.member("node") { json in
      json.object { json in
        json.writeIdentity(of: node, in: graph)
        json.member("labels", graph.labels(of: node))
        json.member("names") { json in
          json.array { json in
            for name in graph.names(of: node) {
              json.object { json in
                json.member("name", name.text)
                json.member("kind", name.kind.rawValue)
                json.member("language", name.language)
              }
            }
          }
        }
        json.member("properties") { json in
          json.object { json in
            for property in properties {
              json.key(property.name)
              json.writeValues(
                property.values, preferred: property.preferred, &numbering, in: graph)
            }
          }
        }
        json.writeCitations(statements, &numbering, in: graph)
      }
    }
    json.member("edges") { json in
      json.array { json in
        for link in links { json.write(link.reading, &numbering, in: graph) }
      }
    }
    json.writeSources(numbering.sources)
  }

  /// The sources in the order in which the text cites them.
  private var numbering: SourceNumbering {
    var numbering = SourceNumbering(graph)
    for value in properties.flatMap(\.values) { numbering.number(value.citations) }
    numbering.number(statements)
    for link in links { numbering.number(link.reading.citations) }
    return numbering
  }

  /// Who states the node as such.
  private var statements: [Citation] {
    graph.claims(on: node).filter { $0.property == nil }.flatMap(\.citations).uniqued
  }

  private func identity(_ title: String) -> [AnswerFact] {
    var facts = [AnswerFact("type", [title])]
    if let key = graph.key(of: node) { facts.append(AnswerFact("key", [key])) }
    let names = graph.names(of: node)
    if !names.isEmpty {
      facts.append(
        AnswerFact(
          "also called",
          [
            names.map { name in
              let details = [name.kind == .other ? nil : name.kind.rawValue, name.language]
                .compactMap { $0 }
              return details.isEmpty
                ? name.text : "\(name.text) (\(details.joined(separator: ", ")))"
            }.joined(separator: "; ")
          ]))
    }
    return facts
  }

  private func fact(_ property: Property, _ numbering: inout SourceNumbering) -> AnswerFact {
    var values: [String] = []
    for claimed in property.values {
      var text = DisplayLabel.text(of: claimed.value)
      let marks = numbering.numbers(of: claimed.citations).marks
      if !marks.isEmpty { text += " \(marks)" }
      if property.isDisputed, claimed.value == property.preferred { text += " (preferred)" }
      if let note = claimed.note { text += " – \(note)" }
      values.append(text)
    }
    return AnswerFact(DisplayLabel.words(of: property.name), values)
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it first stands.
  var uniqued: [Element] {
    // Most are short; a set costs more than looking through them.
    if count <= 16 {
      return reduce(into: []) { unique, next in
        if !unique.contains(next) { unique.append(next) }
      }
    }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
