// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

extension JSONWriter {
  /// The members by which a node is known: key, type and name.
  mutating func writeIdentity(of node: NodeID, in graph: PropertyGraph) {
    member("key", graph.key(of: node))
    member("type", graph.typeName(of: node))
    member("name", graph.displayName(of: node))
  }

  /// A node as an object of its identity.
  mutating func writeNode(_ node: NodeID, in graph: PropertyGraph) {
    object { $0.writeIdentity(of: node, in: graph) }
  }

  /// An edge with what it says and who says it.
  mutating func write(
    _ reading: EdgeReading, _ numbering: inout SourceNumbering, in graph: PropertyGraph,
    isReversed: Bool? = nil
  ) {
    beginObject()
    member("type", graph.typeName(of: reading.edge))
    member("identifier", graph.identifier(of: reading.edge))
    key("from")
    writeNode(graph.source(of: reading.edge), in: graph)
    key("to")
    writeNode(graph.target(of: reading.edge), in: graph)
    if let isReversed { member("reversed", isReversed) }
    member("sentence", reading.sentence)
    member("since", graph.dateText(of: reading.edge, "since"))
    member("until", graph.dateText(of: reading.edge, "until"))
    key("validity")
    write(graph.validity(of: reading.edge))
    key("properties")
    beginObject()
    let claims = graph.claims(on: reading.edge)
    for (name, value) in graph.properties(of: reading.edge) {
      key(name)
      writeValues(
        graph.claimedValues(name, value: value, claims: claims),
        preferred: claims.first { $0.property == name && $0.isPreferred }?.value, &numbering,
        in: graph)
    }
    endObject()
    member("disputed", reading.isDisputed)
    writeCitations(reading.citations, &numbering, in: graph)
    endObject()
  }

  /// The values that are claimed for a property as an array, each with who claims it.
  mutating func writeValues(
    _ values: [(value: Value, citations: [Citation], note: String?)], preferred: Value?,
    _ numbering: inout SourceNumbering, in graph: PropertyGraph
  ) {
    beginArray()
    for claimed in values {
      beginObject()
      key("value")
      write(claimed.value, in: graph)
      member("preferred", claimed.value == preferred)
      member("note", claimed.note)
      writeCitations(claimed.citations, &numbering, in: graph)
      endObject()
    }
    endArray()
  }

  /// Days as an object; null stands for an open end.
  mutating func write(_ interval: DateInterval) {
    beginObject()
    member("start", interval.start?.description)
    member("end", interval.end?.description)
    endObject()
  }

  /// A member `citations`: number, key of the source, locator.
  mutating func writeCitations(
    _ citations: [Citation], _ numbering: inout SourceNumbering, in graph: PropertyGraph
  ) {
    key("citations")
    beginArray()
    for citation in citations {
      beginObject()
      if let number = numbering.numbers(of: [citation]).first { member("number", number) }
      member("source", graph.source(citation.source).key)
      member("locator", citation.locator)
      endObject()
    }
    endArray()
  }

  /// A member `sources`: the register of those cited.
  mutating func writeSources(_ sources: [NumberedSource]) {
    key("sources")
    beginArray()
    for source in sources {
      beginObject()
      member("number", source.number)
      member("key", source.source.key)
      member("title", source.source.title)
      member("publisher", source.source.publisher)
      member("url", source.source.url)
      member("published", source.source.published?.description)
      member("retrieved", source.source.retrieved?.description)
      endObject()
    }
    endArray()
  }

  /// A value: numbers, truth values, lists and maps as themselves, everything else as its text.
  mutating func write(_ item: Value, in graph: PropertyGraph) {
    switch item {
    case .null: null()
    case .boolean(let boolean): value(boolean)
    case .integer(let integer): value(integer)
    case .float(let float): float.isFinite ? value(float) : value(item.displayText)
    case .list(let items):
      beginArray()
      for item in items { write(item, in: graph) }
      endArray()
    case .node(let node): writeNode(node, in: graph)
    default: value(item.displayText)
    }
  }
}
