// SPDX-License-Identifier: Apache-2.0

extension Figure {
  /// Everything that the figure says, as bytes: equal figures have equal bytes and others have
  /// others, on every machine and in every run.
  ///
  /// Complexity: O(*n* log *n*) in what the figure holds.
  public var contentBytes: [UInt8] {
    var content = ContentBytes()
    content.add(title, subtitle, asOf, language, direction.rawValue, ranking.rawValue, idPrefix)
    content.add(isBare)
    content.add(nodes) { $0.add($1) }
    content.add(edges) { $0.add($1) }
    content.add(sources) { content, source in
      content.add(source.number)
      content.add(source.text, source.url, source.key)
      content.add(texts: source.locators)
    }
    content.add(texts: notes)
    content.add(groups) { $0.add($1) }
    content.add(clusters) { $0.add($1) }
    content.add(keptPositions.sorted { $0.key < $1.key }) { content, position in
      content.add(position.key)
      content.add(position.value.x)
      content.add(position.value.y)
    }
    content.add(metadata == nil)
    if let metadata {
      content.add(
        metadata.question, metadata.command, metadata.dataVersion, metadata.dataHash,
        metadata.earlierDataHash, metadata.program, metadata.style, metadata.styleHash)
    }
    return content.bytes
  }
}

/// Values one after the other, each with its length or count before it, so that no two sequences
/// of values have the same bytes.
private struct ContentBytes {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes += $0 }
  }

  mutating func add(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
  }

  mutating func add(_ truth: Bool) { bytes.append(truth ? 1 : 0) }

  mutating func add(_ texts: String?...) {
    for text in texts {
      add(text.map(\.utf8.count) ?? -1)
      if let text { bytes += text.utf8 }
    }
  }

  mutating func add(texts: [String]) { add(texts) { $0.add($1) } }

  mutating func add<Item>(_ items: [Item], _ body: (inout ContentBytes, Item) -> Void) {
    add(items.count)
    for item in items { body(&self, item) }
  }

  private mutating func add(_ properties: [String: [String]]) {
    add(properties.sorted { $0.key < $1.key }) { content, property in
      content.add(property.key)
      content.add(texts: property.value)
    }
  }

  mutating func add(_ group: Figure.Group) {
    add(group.label)
    add(texts: group.members.sorted())
  }

  mutating func add(_ node: Figure.Node) {
    add(node.id, node.typeName, node.typeTitle, node.typePlural, node.label, node.sublabel)
    add(node.isEnded)
    add(node.endYear, node.emphasis.rawValue, node.url, node.tooltip)
    add(node.hiddenNeighbourCount ?? -1)
    add(texts: node.labels)
    add(node.properties)
    add(texts: node.details)
    add(texts: node.members)
    add(node.change?.rawValue)
  }

  mutating func add(_ edge: Figure.Edge) {
    add(edge.from, edge.to, edge.typeName, edge.verb, edge.dates)
    add(edge.sourceNumbers) { $0.add($1) }
    add(edge.isEnded)
    add(edge.isLabelled)
    add(edge.isDisputed)
    add(edge.lineKind?.rawValue)
    add(edge.isDirected)
    add(edge.count)
    add(edge.properties)
    add(edge.change?.rawValue)
    add(edge.pathRanks) { $0.add($1) }
  }
}
